"""The prompt keeps out of the way: no focus, no answer by accident, never out of sight, and always a way out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hipback_desktop.core.break_views import BreakPromptView
from hipback_desktop.ui.break_prompt import DEAD_MS, BreakPrompt, corner_of
from hipback_desktop.ui.figure_slot import FigureSlot, no_figure
from hipback_desktop.ui.theme import CONTRAST, DARK, LIGHT
from hipback_desktop.ui.type_scale import SPACE
from tests.builders import a_hold
from tests.ui.moments import asset

VIEW = BreakPromptView(
    headline="Time to get up",
    sentence="You have been sitting for 47 minutes.",
    routine_name="Desk reset",
    minutes_text="2 min",
    exercise=a_hold().exercise,
)
ANSWERS = {
    "Start": ("start_chosen", []),
    "I’ll just walk": ("walk_chosen", []),
    "I’m standing": ("stand_chosen", []),
    "5 min": ("snooze_chosen", [5]),
    "10 min": ("snooze_chosen", [10]),
    "20 min": ("snooze_chosen", [20]),
    "Not now": ("skip_chosen", []),
}


class Told:
    """What a prompt told, in order."""

    def __init__(self, prompt: BreakPrompt) -> None:
        self._spies = {name: QSignalSpy(getattr(prompt, name)) for name, _ in ANSWERS.values()}

    @property
    def all(self) -> list[tuple[str, list[Any]]]:
        return [(name, spy.at(index)) for name, spy in self._spies.items() for index in range(spy.count())]


@pytest.fixture
def prompt(qtbot: QtBot) -> BreakPrompt:
    prompt = BreakPrompt(LIGHT, asset, no_figure)
    qtbot.addWidget(prompt, before_close_func=lambda _widget: prompt.withdraw())
    prompt.show_prompt(VIEW)
    return prompt


def button(prompt: BreakPrompt, text: str) -> QPushButton:
    return next(each for each in buttons(prompt) if each.text().replace("&", "") == text)


def buttons(prompt: BreakPrompt) -> tuple[QPushButton, ...]:
    card = prompt.card()
    assert card is not None
    return card.answers()


def texts(prompt: BreakPrompt) -> list[str]:
    card = prompt.card()
    return [each.text() for each in card.findChildren(QLabel)] if card else []


def test_it_says_why_it_comes_and_what_the_break_is(prompt: BreakPrompt) -> None:
    assert texts(prompt)[:3] == ["Time to get up", "You have been sitting for 47 minutes.", "Desk reset  ·  2 min"]
    assert prompt.findChildren(FigureSlot)
    assert prompt.accessibleName() == "Time to get up"
    assert prompt.accessibleDescription() == (
        "You have been sitting for 47 minutes. Desk reset  ·  2 min. To answer with keys, open Hipback again."
    )


def test_it_leaves_the_focus_where_it_is(prompt: BreakPrompt) -> None:
    flags = prompt.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert not flags & Qt.WindowType.BypassWindowManagerHint
    assert prompt.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


@pytest.mark.parametrize("text", ANSWERS)
def test_every_answer_is_told(prompt: BreakPrompt, text: str) -> None:
    prompt.accept_answers()
    told = Told(prompt)
    QTest.mouseClick(button(prompt, text), Qt.MouseButton.LeftButton)
    assert told.all == [ANSWERS[text]]
    assert prompt.isVisible()  # until it is withdrawn


def test_31_for_a_moment_it_takes_no_answer_and_looks_it(prompt: BreakPrompt) -> None:
    prompt._dead_time.setInterval(3_600_000)  # however slow the computer is
    told, pale = Told(prompt), prompt.grab().toImage()
    for text in ANSWERS:
        QTest.mouseClick(button(prompt, text), Qt.MouseButton.LeftButton)
    QTest.keyClick(prompt, Qt.Key.Key_Escape)
    prompt.close()
    assert told.all == []
    assert not any(each.isEnabled() for each in buttons(prompt))
    prompt.accept_answers()
    assert all(each.isEnabled() for each in buttons(prompt))
    assert prompt.grab().toImage() != pale


def test_31_the_moment_is_a_second_and_a_half_and_begins_anew_with_each_prompt(prompt: BreakPrompt) -> None:
    assert DEAD_MS == 1500
    for view in (VIEW, replace(VIEW, is_repeat=True)):
        prompt.show_prompt(view)
        assert prompt._dead_time.isActive()
        assert prompt._dead_time.interval() == DEAD_MS
        assert not button(prompt, "Start").isEnabled()
        prompt._dead_time.timeout.emit()
        assert button(prompt, "Start").isEnabled()


def test_without_a_snooze_left_it_offers_none(prompt: BreakPrompt) -> None:
    prompt.show_prompt(replace(VIEW, offers_snooze=False))
    assert [each.text() for each in buttons(prompt)] == ["Start", "I’ll just walk", "I’m standing", "Not now"]
    assert "Later:" not in texts(prompt)


def test_the_times_of_a_snooze_are_whole_sentences_for_who_hears_them(prompt: BreakPrompt) -> None:
    names = [each.accessibleName() for each in buttons(prompt) if each.accessibleName()]
    assert names == [f"Remind me in {minutes} minutes" for minutes in (5, 10, 20)]


def test_a_click_beside_the_buttons_brings_the_keyboard(prompt: BreakPrompt, qtbot: QtBot) -> None:
    prompt.accept_answers()
    assert "&" not in button(prompt, "Start").text()
    with qtbot.waitActive(prompt):
        QTest.mouseClick(prompt, Qt.MouseButton.LeftButton, pos=QPoint(5, 8))
    handle = prompt.windowHandle()
    assert not handle.flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert button(prompt, "Start").hasFocus()
    seen = []
    for _ in ANSWERS:
        focused = prompt.focusWidget()
        assert isinstance(focused, QPushButton)
        seen.append(focused.text().replace("&", ""))
        QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert seen == list(ANSWERS)
    told = Told(prompt)
    QTest.keyClick(handle, Qt.Key.Key_Return)
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    QTest.keyClick(handle, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(told.all) == 3)  # a letter presses its button for a moment
    assert told.all == [("start_chosen", []), ("walk_chosen", []), ("skip_chosen", [])]
    prompt.withdraw()
    assert handle.flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_with_the_keyboard_it_ends_below_its_answers_and_none_has_moved(prompt: BreakPrompt, qtbot: QtBot) -> None:
    prompt.accept_answers()
    before = [each.mapToGlobal(QPoint()) for each in buttons(prompt)]
    height = prompt.height()
    prompt.take_keyboard()
    QCoreApplication.sendPostedEvents()
    last = buttons(prompt)[-1]
    foot = prompt.height() - last.mapTo(prompt, QPoint(0, last.height())).y()
    assert (foot, prompt.height() < height) == (2 * SPACE, True)
    assert [each.mapToGlobal(QPoint()) for each in buttons(prompt)] == before


def test_31_a_click_that_was_meant_for_what_is_below_takes_no_keyboard(prompt: BreakPrompt) -> None:
    for target in (prompt, button(prompt, "Start")):
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(5, 8))
    assert prompt.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_who_asks_for_the_keyboard_early_has_it_when_the_answers_come_alive(prompt: BreakPrompt, qtbot: QtBot) -> None:
    with qtbot.waitActive(prompt):
        prompt.take_keyboard()
    told = Told(prompt)
    QTest.keyClick(prompt.windowHandle(), Qt.Key.Key_Return)
    assert told.all == []
    prompt.accept_answers()
    assert button(prompt, "Start").hasFocus()
    QTest.keyClick(prompt.windowHandle(), Qt.Key.Key_Return)
    assert told.all == [("start_chosen", [])]
    prompt.withdraw()
    prompt.show_prompt(VIEW)
    prompt.accept_answers()
    assert not button(prompt, "Start").hasFocus()


def test_a_prompt_that_does_not_show_takes_no_keyboard(qtbot: QtBot) -> None:
    prompt = BreakPrompt(LIGHT, asset, no_figure)
    qtbot.addWidget(prompt, before_close_func=lambda _widget: prompt.withdraw())
    prompt.take_keyboard()
    prompt.withdraw()
    assert not prompt.isVisible()


def test_it_stands_in_the_lower_right_corner_of_the_screen(prompt: BreakPrompt) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(prompt.geometry())
    assert room.bottomRight() - prompt.geometry().bottomRight() == QPoint(16, 16)


def test_who_reads_from_right_to_left_has_it_where_their_tray_is(prompt: BreakPrompt) -> None:
    prompt.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    prompt._show_on(prompt.screen())
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert prompt.geometry().bottomLeft() - room.bottomLeft() == QPoint(16, -16)


@pytest.mark.parametrize(
    "room, corner",
    [
        (QRect(0, 0, 1280, 800), QPoint(864, 584)),
        (QRect(-1920, 40, 1920, 1040), QPoint(-416, 864)),
        (QRect(100, 100, 300, 150), QPoint(100, 100)),
    ],
)
def test_the_corner_is_in_the_room_and_begins_in_it_when_there_is_too_little(room: QRect, corner: QPoint) -> None:
    assert corner_of(room, QSize(400, 200)) == corner


@pytest.mark.parametrize("happens", ["it goes", "it shrinks"])
def test_27_when_its_screen_goes_it_comes_back_into_sight(prompt: BreakPrompt, qtbot: QtBot, happens: str) -> None:
    application, screen = QGuiApplication.instance(), prompt.screen()
    assert isinstance(application, QGuiApplication)
    room = screen.availableGeometry()
    prompt.move(room.right() + 500, room.bottom() + 500)
    if happens == "it goes":
        application.screenRemoved.emit(screen)
    else:
        screen.availableGeometryChanged.emit(room)
    qtbot.waitUntil(lambda: room.contains(prompt.geometry()))


def test_a_hidden_prompt_stays_hidden_when_screens_change(prompt: BreakPrompt, qtbot: QtBot) -> None:
    prompt.withdraw()
    prompt._stay_in_sight()
    assert not prompt.isVisible()


@pytest.mark.parametrize("offers_snooze", [True, False])
def test_a_whole_screen_has_a_way_out_that_shows(qtbot: QtBot, offers_snooze: bool) -> None:
    prompt = BreakPrompt(LIGHT, asset, no_figure, fills_screen=True)
    qtbot.addWidget(prompt, before_close_func=lambda _widget: prompt.withdraw())
    prompt.show_prompt(replace(VIEW, offers_snooze=offers_snooze))
    assert prompt.geometry() == QGuiApplication.primaryScreen().geometry()
    assert prompt.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    prompt.accept_answers()
    way_out = button(prompt, "Not now")
    assert way_out.isVisible()
    assert prompt.rect().contains(QRect(way_out.mapTo(prompt, QPoint()), way_out.size()))


def test_other_themes_are_taken_up(prompt: BreakPrompt) -> None:
    images = []
    for theme in (LIGHT, DARK, CONTRAST):
        prompt.show_theme(theme)
        images.append(prompt.grab().toImage())
    assert images[0] != images[1] != images[2]
