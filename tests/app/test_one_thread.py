"""What Qt does on its own while it draws."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

DRAWS = """
import os
from hipback_desktop.app import draw_on_one_thread
draw_on_one_thread()
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath
application = QGuiApplication([])
image = QImage(400, 800, QImage.Format.Format_RGB32)
before = len(os.listdir("/proc/self/task"))
painter, shape = QPainter(image), QPainterPath()
shape.addEllipse(0, 0, 400, 800)
painter.fillPath(shape, QColor(0, 0, 0, 100))
painter.end()
print(len(os.listdir("/proc/self/task")) - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts the threads in /proc")
def test_large_shapes_are_drawn_by_the_thread_that_asks() -> None:
    """Qt would hand their rows to others, and wait: all the cores are woken up, thirty times a second."""
    environment = {name: value for name, value in os.environ.items() if name != "QT_NO_GUI_THREADPOOL"}
    drawn = subprocess.run([sys.executable, "-c", DRAWS], env=environment, capture_output=True, text=True, check=True)
    assert drawn.stdout.strip() == "0", drawn.stderr
