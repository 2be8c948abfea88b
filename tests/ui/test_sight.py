"""The look at windows sees each kind of fault it is there for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.sight import Sight


class Painting(QWidget):
    """Words by our own hand, at the left in every language."""

    def __init__(self, words: str, tip: str = "") -> None:
        super().__init__()
        self._words = words
        self.setToolTip(tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawText(self.rect(), 0x11, self._words)  # absolutely left


def holding(*children: QWidget, width: int = 200) -> QWidget:
    window = QWidget()
    window.resize(width, 60)
    for child in children:
        child.setParent(window)
    return window


def placed(child: QWidget, x: int, width: int, height: int = 40) -> QWidget:
    child.setGeometry(x, 0, width, height)
    return child


def in_a_row(*children: QWidget) -> QWidget:
    window = QWidget()
    window.resize(300, 60)
    row = QHBoxLayout(window)
    for child in children:
        row.addWidget(child)
    return window


def search(words: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(words)
    field.setAccessibleName("search")
    return field


FAULTS: dict[str, tuple[Callable[[], QWidget], str]] = {
    "a label": (lambda: holding(placed(QLabel("much too long for it"), 0, 40)), "needs"),
    "a button": (lambda: holding(placed(QPushButton("much too long"), 0, 40)), "needs"),
    "a field": (lambda: holding(placed(search("much too long for it"), 0, 60)), "needs"),
    "painted words": (lambda: holding(placed(Painting("much too long"), 0, 40)), "has no room"),
    "an end cut off": (lambda: holding(placed(Painting("[much too…"), 0, 180)), "no tool tip tells the rest"),
    "a text cut before": (lambda: holding(placed(QLabel("[much"), 0, 180)), "is cut in the middle"),
    "two on each other": (lambda: holding(placed(QLabel("a"), 0, 90), placed(QLabel("b"), 80, 90)), "lies on"),
    "over the edge": (lambda: holding(placed(QLabel("a"), 150, 90)), "reaches out of"),
    "no name": (lambda: in_a_row(QPushButton()), "has no name"),
    "not mirrored": (lambda: holding(placed(QLabel("a"), 0, 50)), "mirrored at 150"),
    "painted and not mirrored": (lambda: in_a_row(Painting("a")), "mirrored at"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(qtbot: QtBot, sight: Sight, fault: str) -> None:
    make, told = FAULTS[fault]
    window = make()
    qtbot.addWidget(window)
    window.show()
    with pytest.raises(AssertionError, match=told):
        sight.check(window, "")


def test_what_is_well_is_let_pass(qtbot: QtBot, sight: Sight) -> None:
    cut_knowingly = Painting("[much too…", tip="[much too long]")
    window = in_a_row(QLabel("[words]"), QPushButton("Yes"), search("a"))
    qtbot.addWidget(window)
    qtbot.addWidget(cut_knowingly)
    for shown in (window, cut_knowingly):
        shown.show()
    sight.check(window, "")
    assert sight._look(cut_knowingly, "")[0] == []
