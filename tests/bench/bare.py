"""The least that Qt programs are, to hold Hipback against: ``python tests/bench/bare.py label|tray|counting``."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QSystemTrayIcon

FRAME_MS = 33


def show_label() -> QLabel:
    """A window with one line of text."""
    label = QLabel("Hello")
    label.resize(1000, 700)
    label.show()
    return label


def show_icon() -> QSystemTrayIcon:
    """An icon in the tray, and nothing else."""
    pixmap = QPixmap(24, 24)
    pixmap.fill("green")
    icon = QSystemTrayIcon(QIcon(pixmap))
    icon.show()
    return icon


def show_counting() -> QTimer:
    """A window whose one line changes thirty times a second."""
    label = show_label()
    timer = QTimer(label, interval=FRAME_MS)
    timer.timeout.connect(lambda: label.setText(str(int(label.text().removeprefix("Hello") or 0) + 1)))
    timer.start()
    timer.setProperty("label", label)
    return timer


if __name__ == "__main__":
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    shown = {"label": show_label, "tray": show_icon, "counting": show_counting}[sys.argv[1]]()
    sys.exit(application.exec())
