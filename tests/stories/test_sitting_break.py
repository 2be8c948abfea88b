"""Forty-five minutes at the desk, and what the reminder makes of them; on a stepped clock, with the real program."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from hipback_desktop.core.break_content import GET_UP_SECONDS, SITTING_BREAK
from hipback_desktop.core.break_views import TrayMark
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.presence import Mode
from hipback_desktop.core.prompt import PromptOutcome, ReminderState, Surface
from hipback_desktop.core.record import Outcome, SessionOrigin
from hipback_desktop.core.reminder import Reminder
from hipback_desktop.storage.break_store import BreakStore
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.stories.house import ENTER, ESC, House

MINUTE, HOUR, NEXT_DAY = 60, 3600, 12 * 3600


@pytest.fixture
def desk(house: House) -> House:
    house.knows_me(breaks_on=True)
    house.open()
    return house


def reminder(house: House) -> Reminder:
    found = house.program._breaks.service.reminder
    assert found is not None
    return found


def sat(house: House) -> float:
    return reminder(house).sitting.sat(house.program._breaks.service.now().boot)


def until_prompted(house: House, at_most: float = 2 * HOUR) -> None:
    end = house.clock.seconds + at_most
    while house.surfaces.shown is None:
        assert house.clock.seconds < end, reminder(house).reason
        house.after(5)
    house.after(2)


def outcomes(house: House) -> list[PromptOutcome]:
    database = open_database(house.folders.database)
    try:
        day = house.clock.now().date()
        return [prompt.outcome for prompt in BreakStore(database).prompts(day, day) if prompt.outcome is not None]
    finally:
        database.close()


def test_from_the_chair_through_the_break_and_back(desk: House) -> None:
    desk.after(43 * MINUTE)
    assert desk.surfaces.offers == []
    desk.after(1.5 * MINUTE)
    assert desk.surfaces.states[-1].mark is TrayMark.SOON
    until_prompted(desk)
    [view] = desk.surfaces.offers
    assert "45 minutes" in view.sentence
    assert view.minutes_text == "2 min"
    desk.surfaces.start_chosen.emit()
    desk.input_at = desk.clock.seconds
    desk.settle()
    assert desk.surfaces.shown is None
    assert desk.page == "session"
    assert desk.now.timeline.routine_id == SITTING_BREAK
    assert desk.now.timeline.segments[0].seconds == GET_UP_SECONDS
    desk.after(60)
    assert reminder(desk).state is ReminderState.BREAK
    desk.after(65)
    assert not desk.is_playing
    assert desk.page == "today"
    assert not desk.sees("stiff")
    [record] = desk.sessions
    assert (record.origin, record.outcome, record.routine_id) == (
        SessionOrigin.BREAK,
        Outcome.COMPLETED,
        SITTING_BREAK,
    )
    desk.input_at = None
    desk.after(30)
    assert sat(desk) < MINUTE
    assert outcomes(desk) == [PromptOutcome.STARTED]
    desk.after(43 * MINUTE)
    assert len(desk.surfaces.offers) == 1


def test_the_next_break_is_for_something_else(desk: House) -> None:
    first_exercises = []
    for _ in range(2):
        until_prompted(desk)
        desk.surfaces.start_chosen.emit()
        desk.settle()
        first_exercises.append(desk.now.timeline.segments[-1].exercise_id)
        desk.input_at = desk.clock.seconds
        desk.after(130)
        desk.input_at = None
    assert len(set(first_exercises)) == 2


@pytest.mark.parametrize("minimised", [True, False])
def test_the_window_goes_back_to_where_it_was(desk: House, minimised: bool) -> None:
    (desk.window.showMinimized if minimised else desk.window.close)()
    desk.settle()
    until_prompted(desk)
    desk.surfaces.start_chosen.emit()
    desk.settle()
    assert desk.window.isVisible()
    assert not desk.window.isMinimized()
    desk.after(130)
    assert desk.window.isMinimized() if minimised else not desk.window.isVisible()


def test_who_stops_a_break_is_asked_why_and_keeps_the_window(desk: House) -> None:
    desk.window.showMinimized()
    until_prompted(desk)
    desk.surfaces.start_chosen.emit()
    desk.settle()
    desk.after(30)
    desk.press(ESC)
    desk.settle()
    assert not desk.window.isMinimized()
    assert desk.sees("Stopped. Your session is kept.")


def test_a_session_of_ones_own_is_a_break_and_holds_the_prompt_back(desk: House) -> None:
    desk.after(40 * MINUTE)
    desk.press(ENTER, ENTER)
    assert desk.is_playing
    desk.after(8 * MINUTE)
    assert desk.surfaces.offers == []
    desk.press(ESC)
    desk.settle()
    assert sat(desk) < MINUTE


def test_put_off_it_comes_again_and_the_third_answer_is_heard_too(desk: House) -> None:
    until_prompted(desk)
    desk.surfaces.snooze_chosen.emit(5)
    assert desk.surfaces.shown is None
    desk.after(4 * MINUTE)
    assert desk.surfaces.shown is None
    until_prompted(desk, 3 * MINUTE)
    desk.surfaces.walk_chosen.emit()
    desk.input_at = desk.clock.seconds
    desk.after(3 * MINUTE)
    desk.input_at = None
    desk.after(MINUTE)
    assert sat(desk) < 2 * MINUTE
    assert outcomes(desk) == [PromptOutcome.SNOOZED, PromptOutcome.WALKED]
    until_prompted(desk)
    desk.surfaces.stand_chosen.emit()
    assert desk.surfaces.states[-1].said is Mode.STANDING


def test_who_gets_up_by_themselves_is_not_asked_any_more(desk: House) -> None:
    until_prompted(desk)
    desk.input_at = desk.clock.seconds
    desk.after(4 * MINUTE)
    assert desk.surfaces.shown is None


def test_a_pause_survives_a_restart(desk: House) -> None:
    desk.after(10 * MINUTE)
    desk.surfaces.pause_chosen.emit(HOUR)
    assert desk.surfaces.states[-1].is_paused
    desk.surfaces.quit_chosen.emit()
    desk.settle()
    assert not desk.folders.socket.exists()
    desk._leave()
    desk.after(20)
    desk.open()
    assert desk.surfaces.states[-1].is_paused
    desk.after(HOUR - 2 * MINUTE)
    assert desk.surfaces.offers == []
    until_prompted(desk, 10 * MINUTE)


def test_off_nothing_wakes_and_nothing_is_asked(house: House) -> None:
    house.knows_me()
    house.open()
    assert all(it.wakes_at is None or it.wakes_at > house.clock.seconds + NEXT_DAY for it in house._tickers)
    house.after(3 * HOUR)
    assert house.surfaces.offers == []
    assert not house.surfaces.tray_is_wanted


def test_switched_on_in_the_settings_it_counts_from_then_on(house: House) -> None:
    house.knows_me()
    house.open()
    house.after(HOUR)
    house.window.setting_changed.emit("breaks_on", True)
    house.window.setting_changed.emit("break_surface", "full_screen")
    assert house.surfaces.tray_is_wanted
    house.after(44 * MINUTE)
    assert house.surfaces.offers == []
    until_prompted(house, 2 * MINUTE)
    assert house.surfaces.wished == [Surface.FULL_SCREEN]
    house.window.setting_changed.emit("breaks_on", False)
    assert house.surfaces.shown is None
    assert not house.surfaces.tray_is_wanted
    assert all(it.wakes_at is None or it.wakes_at > house.clock.seconds + NEXT_DAY for it in house._tickers)


def test_a_night_asleep_prompts_nobody_in_the_morning(desk: House) -> None:
    desk.after(40 * MINUTE)
    desk.after(30, asleep=8 * HOUR)
    desk.after(10 * MINUTE)
    assert desk.surfaces.offers == []
    assert sat(desk) < 12 * MINUTE


def test_thirty_seconds_asleep_change_nothing(desk: House) -> None:
    desk.after(40 * MINUTE)
    desk.after(60, asleep=30)
    assert sat(desk) == pytest.approx(40 * MINUTE, abs=MINUTE)


def test_only_breaks_for_now_switches_the_reminder_on(house: House) -> None:
    house.open()
    house.window.only_breaks_chosen.emit()
    house.settle()
    assert house.sees("Only sitting breaks for now")
    assert not house.sees("Goals")  # which are days of stretching and strengthening
    assert house.settings.breaks_on
    assert house.sees("After 45 minutes of sitting")
    house.window.setting_changed.emit("breaks_on", False)
    house.settle()
    assert house.sees("The reminder is off")
    next(button for button in house.window.findChildren(QPushButton) if button.text() == "Remind me").click()
    house.settle()
    assert house.settings.breaks_on


@pytest.mark.expects_log
def test_a_history_that_cannot_be_read_is_no_reason_to_stay_seated(
    desk: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_which: object, **_named: object) -> None:
        raise UserError("The disk does not answer.")

    monkeypatch.setattr(SessionStore, "records", fail)
    until_prompted(desk)
    assert desk.surfaces.offers[0].minutes_text == "2 min"
    assert desk.sees("The disk does not answer.")


def button(house: House, text: str) -> QPushButton:
    return next(found for found in house.window.findChildren(QPushButton) if found.text() == text)


def test_who_only_read_says_so_and_gets_the_time_back(desk: House) -> None:
    desk.after(20 * MINUTE)
    desk.input_at = desk.clock.seconds
    desk.after(12 * MINUTE)
    desk.input_at = None
    desk.after(MINUTE)
    assert sat(desk) < 2 * MINUTE
    assert desk.sees("You were away for 12 minutes. It counts as a break.")
    assert not desk.sees("Away from the desk")
    button(desk, "I was still sitting").click()
    desk.settle()
    assert not desk.sees("You were away")
    assert not desk.sees("Away from the desk")
    assert sat(desk) > 31 * MINUTE


def test_what_an_absence_was_taken_for_can_be_read_once_the_question_was_put_away(desk: House) -> None:
    desk.after(20 * MINUTE)
    desk.input_at = desk.clock.seconds
    desk.after(12 * MINUTE)
    desk.input_at = None
    desk.after(MINUTE)
    put_away = next(b for b in desk.window.findChildren(QPushButton) if b.accessibleName() == "Put this message away")
    put_away.click()
    desk.program._front.refresh()
    desk.settle()
    assert not desk.sees("You were away")
    assert desk.sees("Away from the desk for 12 minutes")


def test_where_nothing_is_seen_it_says_so_and_takes_the_word_of_the_person(house: House) -> None:
    house.knows_me(breaks_on=True)
    house.sees_input = False
    house.open()
    house.after(30 * MINUTE)
    assert house.sees("so the time alone counts")
    button(house, "I was away").click()
    assert sat(house) == 0
    assert house.sees("so the time alone counts")
    house.after(MINUTE)
    house.sees_input = True
    house.after(2 * MINUTE)
    assert not house.sees("so the time alone counts")
