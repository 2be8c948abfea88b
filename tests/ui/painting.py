"""Paints what is due at once, instead of waiting for the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def paint_now(widget: QWidget) -> None:
    """What was posted happens, such as laying out; then the window paints what has changed, and nothing else."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendEvent(widget.window(), QEvent(QEvent.Type.UpdateRequest))
