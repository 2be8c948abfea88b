"""What a module costs is read once, by Python."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import linecache
from hipback_desktop.app.plain_imports import import_plainly
import_plainly()
import PySide6.QtWidgets, hipback_desktop.app.program, hipback_desktop.app.looks
print(*(name for name in linecache.cache if "hipback_desktop" in name))
"""


def test_nobody_reads_and_keeps_the_source_of_what_is_imported() -> None:
    kept = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True).stdout.split()
    assert kept == []
