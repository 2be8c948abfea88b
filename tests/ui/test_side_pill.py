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


def test_in_a_small_window_the_amount_stays_readable(qtbot: QtBot) -> None:
    """In one of 900 × 600 there are 84 pixels for it: in one line letters would be 7 pixels high."""
    pill = SidePill(LIGHT, 18)
    qtbot.addWidget(pill)
    assert pill._fitting("Set 1 of 2, 30 seconds", 84).pixelSize() >= 11
    assert pill._fitting("10 reps", 84).pixelSize() == 18
