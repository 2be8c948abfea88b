"""What Qt does on its own while it draws."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

DRAWS = """
import os
from hipback_desktop.app import draw_on_one_thread, keep_wishes_from_others
draw_on_one_thread()
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath
application = QGuiApplication([])
keep_wishes_from_others()
image = QImage(400, 800, QImage.Format.Format_RGB32)
before = len(os.listdir("/proc/self/task"))
painter, shape = QPainter(image), QPainterPath()
shape.addEllipse(0, 0, 400, 800)
painter.fillPath(shape, QColor(0, 0, 0, 100))
painter.end()
print(len(os.listdir("/proc/self/task")) - before, os.environ.get("QT_NO_GUI_THREADPOOL"))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts the threads in /proc")
def test_large_shapes_are_drawn_by_the_thread_that_asks() -> None:
    """Qt would hand their rows to others, and wait: all the cores are woken up, thirty times a second."""
    environment = {name: value for name, value in os.environ.items() if name != "QT_NO_GUI_THREADPOOL"}
    assert drawn_in(environment) == ["0", "None"]  # programs that we start are not told
    assert drawn_in({**environment, "QT_NO_GUI_THREADPOOL": "mine"}) == ["0", "mine"]


def drawn_in(environment: dict[str, str]) -> list[str]:
    """The threads that came to be, and what programs that are started from there find."""
    drawn = subprocess.run([sys.executable, "-c", DRAWS], env=environment, capture_output=True, text=True, check=True)
    return drawn.stdout.split()
