"""What macOS hands over to be opened is followed: a link, or a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CODE = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from hipback_desktop.app.opened import OpeningApplication
application = OpeningApplication(["hipback"], lambda opened: print(opened))
application.sendEvent(application, QFileOpenEvent(QUrl("hipback://start/desk_reset_2")))
application.sendEvent(application, QFileOpenEvent(sys.argv[1]))
"""


def test_links_and_files_are_followed(tmp_path: Path) -> None:
    """In a process of its own, as there is one application in each."""
    file = str(tmp_path / "mine.hipback.json")
    command = [sys.executable, "-c", CODE, file]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines() == ["hipback://start/desk_reset_2", file]
