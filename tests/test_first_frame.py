"""What the first frame does without: it comes as soon as it does because of this."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UNTIL_THE_FIRST_FRAME = """
import json, os, sys
from hipback_desktop.cli import main
from hipback_desktop.ui import opening_page

paint = opening_page.OpeningPage.paintEvent

def tell(page, event):
    paint(page, event)
    names = [name for part in ("QtCore", "QtWidgets") for name in vars(sys.modules["PySide6." + part])]
    print(json.dumps({"modules": list(sys.modules), "names": names}), flush=True)
    os._exit(0)

opening_page.OpeningPage.paintEvent = tell
main([])
"""


def test_the_first_frame_waits_for_nothing_that_only_later_ones_need(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HIPBACK_DATA_DIR": str(tmp_path)}
    command = [sys.executable, "-c", UNTIL_THE_FIRST_FRAME]
    shown = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    seen = json.loads(shown.stdout)
    assert "hipback_desktop.ui.main_window" in seen["modules"]
    late = {"sqlite3", "uuid", "datetime", "hipback_desktop.core.settings", "hipback_desktop.core.exercise"}
    assert not late & set(seen["modules"])
    assert "QWidget" in seen["names"]
    assert not {"Qt", "QStyle"} & set(seen["names"])  # PySide makes a class, and all its enums, at its first use
