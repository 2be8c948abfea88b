"""Side by side, and wrapped like words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.flow_layout import FlowLayout

SIZES = (QSize(100, 40), QSize(60, 24), QSize(100, 32))


class Part(QWidget):
    """Of a size of its own."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._size = size

    def sizeHint(self) -> QSize:
        return self._size


class Place(QWidget):
    """Has room for two of them in a row."""

    def __init__(self) -> None:
        super().__init__()
        layout = FlowLayout(self, spacing=8)
        self.parts = [Part(size) for size in SIZES]
        for part in self.parts:
            layout.addWidget(part)
        self.resize(200, layout.heightForWidth(200))


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    place = Place()
    qtbot.addWidget(place)
    place.show()
    return place


def test_low_and_high_ones_have_their_middle_on_one_line(place: Place) -> None:
    high, low, _below = place.parts
    assert high.geometry().center().y() == pytest.approx(low.geometry().center().y(), abs=1)
    assert high.y() == 0


def test_what_has_no_room_begins_the_next_row(place: Place) -> None:
    below = place.parts[2]
    assert (below.x(), below.y()) == (0, 40 + 8)
    assert place.height() == 40 + 8 + 32
