"""Who waits in the tray is there all day long: what it has loaded and does not need is memory for nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.builders import NOON

NOT_OF_PYTHON = ("subprocess", "asyncio", "email", "xml", "ssl", "decimal", "uuid", "jeepney")
NOT_OF_QT = ("PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtDBus", "QtCore.Qt")  # the last with its 1,200 names
NOT_OF_THE_HOUSE = (
    *(
        "core.timeline",
        "core.playback",
        "core.wording",
        "core.record",
        "catalogue.catalogue",
        "figures",
        "session",
        "sound",
        "charts",
    ),
    *("breaks.gnome_movement", "desktop.notifications", "ui.break_prompt", "ui.main_window", "ui.theme"),
)

WAITS = """
import os, sys
from pathlib import Path
from hipback_desktop.app.plain_imports import import_plainly
import_plainly()
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
application = QApplication(["hipback", "-platform", "offscreen"])
from hipback_desktop.app.break_surfaces import BreakSurfaces
from hipback_desktop.app.edges import Edges
from hipback_desktop.app.program import Program
from hipback_desktop.paths import folders

class Surfaces(BreakSurfaces):
    has_tray = True

program = Program(application, folders(Path(sys.argv[1])), edges=Edges(surfaces=Surfaces))
program.wait()
application.processEvents()
assert program._breaks.service.is_on
print(*sys.modules, *(f"QtCore.{name}" for name in vars(QtCore)), flush=True)
os._exit(0)  # what asks the desktop may still be at it
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("data")
    settings = {"safety_seen_at": NOON.isoformat(), "breaks_on": True}
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    nowhere = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "XDG_CURRENT_DESKTOP")}
    command = [sys.executable, "-c", WAITS, str(folder)]
    return set(subprocess.run(command, env=nowhere, capture_output=True, text=True, check=True).stdout.split())


def test_it_waits_with_the_reminder_on(loaded: set[str]) -> None:
    assert {"hipback_desktop.ui.tray", "hipback_desktop.breaks.presence.watch", "sqlite3"} <= loaded


@pytest.mark.parametrize("name", NOT_OF_PYTHON)
def test_of_python_it_has_what_it_needs(loaded: set[str], name: str) -> None:
    assert name not in loaded


@pytest.mark.parametrize("name", NOT_OF_QT)
def test_of_qt_it_has_what_shows_an_icon_and_a_menu(loaded: set[str], name: str) -> None:
    assert name not in loaded


@pytest.mark.parametrize("name", NOT_OF_THE_HOUSE)
def test_of_the_house_it_has_the_reminder_alone(loaded: set[str], name: str) -> None:
    assert f"hipback_desktop.{name}" not in loaded
