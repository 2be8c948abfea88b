"""Somebody starts Hipback for the first time, and does the session it suggests, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton

from hipback_desktop.app.start import Start
from hipback_desktop.core.record import Outcome, is_preview
from hipback_desktop.core.settings import Settings
from hipback_desktop.ui.chips import Chip
from hipback_desktop.ui.routine_card import RoutineCard
from tests.stories.house import CTRL, ENTER, ESC, TAB, House


def greet(house: House) -> None:
    """Screens A to D, each answered with Enter."""
    for title in ("Please check these first", "Ask a professional", "What suits you?", "top"):
        assert house.sees(title), house.words
        house.press(ENTER)


def test_from_the_first_start_to_a_line_in_the_history(house: House) -> None:
    house.open()
    assert house.page == "welcome"
    greet(house)
    assert house.page == "today"
    assert house.settings.safety_seen_at
    house.press(ENTER)
    assert house.sees("How stiff do you feel right now?")
    house.press("6", ENTER)
    assert house.page == "session"
    first = house.now.exercise.name
    house.after(2)
    assert house.sees(first)
    assert house.hears(first)
    house.to_the_end()
    assert house.hears("That is the session. Well done.")
    assert house.page == "today"
    assert house.sees("How was it?")
    assert house.sees("Stiffness before: 6.")
    house.press("2", "1", "5", "n", ENTER)
    assert not house.sees("How was it?")
    (session,) = house.sessions
    assert session.outcome is Outcome.COMPLETED
    assert session.active_seconds == pytest.approx(session.planned_seconds, abs=0.01)
    assert (session.log.stiffness_before, session.log.stiffness_after) == (6, 2)
    assert (session.log.discomfort, session.log.effort, session.log.felt_sharp) == (1, 5, False)
    assert house.sees("1 of 3 stretch days")
    house.press(Qt.Key.Key_3, held=CTRL)
    assert house.page == "history"
    rows = house.window.findChildren(QListView)[0].model()
    assert any(session.name in str(rows.index(row, 0).data()) for row in range(rows.rowCount()))


def test_the_screens_come_once(house: House) -> None:
    house.open()
    greet(house)
    house.close()
    house.open()
    assert house.page == "today"


def test_the_screens_come_again_until_they_were_read_to_their_end(house: House) -> None:
    house.open()
    house.press(ENTER)
    house.close()
    house.open()
    assert house.page == "welcome"


def test_only_breaks_for_now_leads_on_and_keeps_no_answer(house: House) -> None:
    house.open()
    house.press(TAB, ENTER)
    assert house.sees("Only sitting breaks for now")
    house.press(ENTER)
    assert house.page == "today"
    assert house.settings == Settings(breaks_on=True)
    assert house.sees("After 45 minutes of sitting Hipback offers you a break")
    assert house.sees("Start Micro-break")
    for name in ("Quick release", "Full session", "All routines", "There are no routines"):
        assert not house.sees(name)


def test_who_wants_breaks_only_reads_the_screens_before_a_session_of_their_own(house: House) -> None:
    house.open()
    house.press(TAB, ENTER, ENTER)
    house.window.start_requested.emit("desk_reset_2")
    assert house.sees("Before Micro-break.")
    house.press(ESC)
    house.window.start_requested.emit("quick_release_10")
    assert house.page == "welcome"
    assert not house.sees("Before Quick release.")
    greet(house)
    assert house.sees("Before Quick release.")


def test_the_choice_of_breaks_only_can_be_changed_at_once_and_at_the_next_start(house: House) -> None:
    house.open()
    house.press(TAB, ENTER, ENTER)
    change = next(b for b in house.window.findChildren(QPushButton) if b.text() == "Change this choice")
    change.click()
    assert house.page == "welcome"
    greet(house)
    assert house.page == "today"
    assert house.sees("All routines")
    assert not house.sees("Only sitting breaks for now")


def test_breaks_only_is_asked_anew_at_the_next_start(house: House) -> None:
    house.open()
    house.press(TAB, ENTER, ENTER)
    house.close()
    house.open()
    assert house.page == "welcome"


def test_speed_is_a_preview_that_is_listed_without_a_sound_a_question_or_a_count(house: House) -> None:
    house.knows_me()
    house.open(Start("desk_reset_2", speed=100))
    assert house.is_playing
    assert house.sees("A preview at 100 times the speed")
    assert (house.announcer.planned, house.announcer.asked_for) == ([], [])
    house.after(1.2)
    assert house.page == "today"
    assert not house.sees("How was it?")
    assert not house.sees("days this week")
    assert house.announcer.heard == []
    (session,) = house.sessions
    assert session.active_seconds == pytest.approx(118)
    assert is_preview(session)
    house.close()
    house.after(20 * 3600)
    house.open()
    assert not house.sees("Since last time")
    assert house.sees("Preview") is False
    house.press(Qt.Key.Key_3, held=CTRL)
    assert house.sees("Preview")


@pytest.mark.parametrize("speed", [0.5, 1.0, 4.0])
def test_it_ends_when_the_wall_clock_says_so(house: House, speed: float) -> None:
    house.open(Start("desk_reset_2", speed=speed))
    house.after(10)
    assert (house.now.ends_at - house.clock.now()).total_seconds() == pytest.approx(118 / speed - 10)


def cards(house: House) -> list[RoutineCard]:
    """The routines that are seen."""
    return [card for card in house.window.findChildren(RoutineCard) if card.isVisible()]


def test_today_is_what_suits_from_the_moment_it_is_seen(house: House) -> None:
    house.open()
    house.press(ENTER, ENTER)
    next(chip for chip in house.window.findChildren(Chip) if chip.text() == "No kneeling").click()
    house.press(ENTER)
    QTest.keyClick(house.window.focusWidget(), ENTER)
    assert house.page == "today"
    shown = cards(house)
    assert any("because you chose" in change for card in shown for change in card.view.changes)
    house.settle()
    assert cards(house) == shown
