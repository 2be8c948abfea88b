"""A figure that moves for somebody who only looks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from hipback_desktop.app.figures import Figures
from hipback_desktop.core.exercise import Side
from hipback_desktop.figures.demonstration import STAND_SECONDS
from hipback_desktop.paths import asset
from hipback_desktop.ui.moving_figure import BREATH_FRAME_MS, FRAME_MS, MovingFigure
from hipback_desktop.ui.theme import LIGHT
from tests.core.shipped import catalogue


class Look:
    """Somebody looks at an exercise; time goes on when they say so."""

    def __init__(self, name: str, qtbot: QtBot) -> None:
        self.seconds = 0.0
        exercise = catalogue().exercises[name]
        movement = Figures(asset).movement(exercise)
        assert movement is not None
        self.figure = MovingFigure(exercise, movement, lambda: self.seconds, LIGHT)
        qtbot.addWidget(self.figure)
        self.figure.resize(300, 300)
        self.figure.show()

    def after(self, seconds: float) -> bytes:
        self.seconds += seconds
        self.timer.timeout.emit()
        QCoreApplication.processEvents()
        image = self.figure.grab().toImage()  # has to outlive its bits
        return bytes(image.constBits())

    @property
    def timer(self) -> QTimer:
        return self.figure.findChildren(QTimer)[0]


def test_it_moves_while_it_is_seen(qtbot: QtBot) -> None:
    look = Look("glute_bridge", qtbot)
    before = look.after(0)
    assert look.after(1) != before
    look.figure.hide()
    assert not look.figure.moves()
    look.figure.show()
    assert look.figure.moves()


def test_a_hold_that_only_breathes_wakes_up_less_often(qtbot: QtBot) -> None:
    look = Look("pigeon_modified", qtbot)
    look.after(STAND_SECONDS + 1)
    assert look.timer.interval() == FRAME_MS
    look.after(9)
    assert look.timer.interval() == BREATH_FRAME_MS


@pytest.mark.parametrize("name", ["glute_bridge", "pigeon_modified"])
def test_without_motion_time_changes_nothing(qtbot: QtBot, name: str) -> None:
    look = Look(name, qtbot)
    look.figure.show_reduced_motion(True)
    before = look.after(0)
    assert look.after(1.5) == before
    look.figure.show_side(Side.LEFT)
    assert look.after(0) != before
