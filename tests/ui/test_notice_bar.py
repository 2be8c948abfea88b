"""Notices: every one can be read, each goes when it is put away or over."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel
from pytestqt.qtbot import QtBot

from hipback_desktop.paths import asset
from hipback_desktop.ui.notice_bar import NoticeBar
from hipback_desktop.ui.theme import DARK, LIGHT

DISK, SOUND = "The disk is full; make room.", "No sound device was found."


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar(LIGHT, asset)
    qtbot.addWidget(bar)
    bar.resize(800, 120)
    return bar


def read(bar: NoticeBar) -> list[str]:
    """The sentences that are seen."""
    return [words.text() for words in bar.findChildren(QLabel) if words.isVisible()]


def test_it_takes_no_room_while_there_is_nothing_to_say(bar: NoticeBar) -> None:
    bar.show_notice("")
    assert bar.isHidden()


def test_two_faults_at_once_can_both_be_read_each_once(bar: NoticeBar) -> None:
    for sentence in (DISK, SOUND, DISK):
        bar.show_notice(sentence)
    assert read(bar) == [DISK, SOUND]


def test_what_is_no_fault_does_not_look_like_one(bar: NoticeBar) -> None:
    bar.show_notice(DISK)
    bar.show_notice("The session was deleted.", is_fault=False)
    frames = [frame for frame in bar.findChildren(QFrame) if frame.property("kind")]
    assert [frame.property("kind") for frame in frames] == ["notice", "accent"]


def test_what_is_over_goes_and_the_rest_stays(bar: NoticeBar) -> None:
    bar.show_notice(DISK)
    bar.show_notice(SOUND)
    bar.take_back(DISK)
    bar.take_back("Never said.")
    assert bar.isVisible()
    assert read(bar) == [SOUND]
    bar.clear()
    assert bar.isHidden()
    assert bar.sentences() == ()


def test_each_is_put_away_by_a_button_that_says_what(bar: NoticeBar) -> None:
    bar.show_notice(DISK)
    bar.show_notice(SOUND)
    first, second = bar.findChildren(QAbstractButton)
    assert first.accessibleName() == second.accessibleName() == "Put this message away"
    assert (first.accessibleDescription(), second.accessibleDescription()) == (DISK, SOUND)
    second.click()
    assert read(bar) == [DISK]
    bar.show_notice(SOUND)
    assert read(bar) == [DISK, SOUND]


def test_another_theme_is_taken_up_by_what_comes_next(bar: NoticeBar) -> None:
    bar.show_theme(DARK)
    bar.show_notice(DISK)
    assert read(bar) == [DISK]
