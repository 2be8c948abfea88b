"""A computer for each story."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.stories.house import House
from tests.stories.shipped import Shipped


def pytest_itemcollected(item: pytest.Item) -> None:
    """The offscreen platform says what it cannot do with windows and media keys; that is no fault of ours."""
    item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", "does not support", "keyToAscii", extend=True))


@pytest.fixture(autouse=True)
def _nothing_left_over(qapp: QApplication) -> None:
    """The windows of the story before are really gone, and their style sheet with them."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if qapp.styleSheet():
        qapp.setStyleSheet("")


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    return Shipped()


@pytest.fixture
def house(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> Iterator[House]:
    shipped.lend_to(monkeypatch)
    with tempfile.TemporaryDirectory(prefix="hb") as folder:  # a short name: the path of a socket has little room
        monkeypatch.setenv("HIPBACK_DATA_DIR", folder)
        house = House(Path(folder), qtbot)
        yield house
        house.close()
