"""What holds for the tests of screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication


def pytest_itemcollected(item: pytest.Item) -> None:
    """The offscreen platform says that it takes no size hints, raises no window and has no tray; no fault of ours."""
    ignored = ("propagateSizeHints", r"raise\(\)", "systemTrayWindowChanged")
    item.add_marker(pytest.mark.qt_log_ignore(*ignored, extend=True))


@pytest.fixture(autouse=True)
def _nothing_left_over(qapp: QApplication) -> None:
    """The widgets of the test before are really gone, which no event loop would delete here, and its look."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if qapp.styleSheet():
        qapp.setStyleSheet("")
        qapp.setPalette(QPalette())
