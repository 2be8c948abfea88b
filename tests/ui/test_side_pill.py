"""The side in words, never by colour alone."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.ui.side_pill import SidePill
from hipback_desktop.ui.theme import DARK, LIGHT


def test_the_side_and_the_amount_are_named(qtbot: QtBot) -> None:
    pill = SidePill(LIGHT, 18)
    qtbot.addWidget(pill)
    pill.show_side(Side.LEFT, Phase.STRETCH, "Set 1 of 2, 30 seconds")
    assert pill.accessibleName() == "Left side, Set 1 of 2, 30 seconds"
    pill.show_side(None, Phase.STRENGTHEN, "10 reps")
    assert pill.accessibleName() == "10 reps"


def test_left_and_right_look_different(qtbot: QtBot) -> None:
    pill = SidePill(LIGHT, 18)
    qtbot.addWidget(pill)
    pill.resize(400, pill.height())
    pictures = []
    for side in (Side.LEFT, Side.RIGHT, None):
        pill.show_side(side, Phase.STRETCH, "30 seconds")
        pictures.append(pill.grab().toImage())
    pill.show_theme(DARK)
    pictures.append(pill.grab().toImage())
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[i + 1 :])
