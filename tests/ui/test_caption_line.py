"""Cues as words on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, QTimer, QVariantAnimation
from pytestqt.qtbot import QtBot

from hipback_desktop.core.cues import Channel
from hipback_desktop.ui.caption_line import SHOWN_MS, CaptionLine
from hipback_desktop.ui.theme import LIGHT
from tests.ui.moments import a_cue


@pytest.fixture
def line(qtbot: QtBot) -> CaptionLine:
    line = CaptionLine(LIGHT, 22)
    qtbot.addWidget(line)
    line.show()
    return line


def fading(line: CaptionLine) -> QVariantAnimation:
    found = line.findChild(QVariantAnimation)
    assert isinstance(found, QVariantAnimation)
    return found


def test_spoken_and_shown_cues_are_read_chimes_and_numbers_are_not(line: CaptionLine) -> None:
    line.show_cue(a_cue("Head heavy."))
    assert line.text() == "Head heavy."
    line.show_cue(a_cue("tick", Channel.CHIME))
    assert line.text() == "Head heavy."
    line.show_cue(a_cue("3"))
    assert line.text() == "Head heavy."
    line.show_cue(a_cue("Soft shoulders.", Channel.SCREEN))
    assert line.text() == "Soft shoulders."


def test_words_stay_six_seconds(line: CaptionLine) -> None:
    line.show_cue(a_cue())
    timer = line.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    assert timer.interval() == SHOWN_MS == 6000


def test_then_they_fade(line: CaptionLine) -> None:
    line.show_cue(a_cue())
    line._leave()
    assert fading(line).state() == QAbstractAnimation.State.Running
    assert line.text()
    fading(line).setCurrentTime(fading(line).duration())
    assert line.text() == ""


def test_a_new_cue_ends_the_fading_of_the_old(line: CaptionLine) -> None:
    line.show_cue(a_cue("One."))
    line._leave()
    fading(line).setCurrentTime(fading(line).duration() // 2)
    line.show_cue(a_cue("Two."))
    assert fading(line).state() == QAbstractAnimation.State.Stopped
    assert line.text_colour().alphaF() == 1.0
    assert line.text() == "Two."


def test_with_less_motion_they_go_at_once(line: CaptionLine) -> None:
    line.show_reduced_motion(reduced=True)
    line.show_cue(a_cue())
    line._leave()
    assert line.text() == ""


def test_while_nothing_is_said_something_else_may_stand_there(line: CaptionLine) -> None:
    line.show_otherwise("Next: Knee hug")
    assert line.text() == "Next: Knee hug"
    quiet = line.grab().toImage()
    line.show_cue(a_cue("Head heavy."))
    line.show_otherwise("Next: Bridge")
    assert line.text() == "Head heavy."
    line.clear()
    assert line.text() == "Next: Bridge"
    line.show_otherwise("Next: Knee hug")
    assert line.grab().toImage() == quiet
