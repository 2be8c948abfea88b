"""Looking back: a session is put right, taken out, put back, and told by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QDateTimeEdit, QPushButton

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.record import ComfortLog, Outcome, SessionOrigin, StopReason
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.ui.chips import Chip
from hipback_desktop.ui.facet_button import FacetButton
from hipback_desktop.ui.note_field import NoteField
from hipback_desktop.ui.notice_bar import NoticeBar
from hipback_desktop.ui.rating_row import RatingRow
from hipback_desktop.ui.session_add_sheet import SessionAddSheet
from hipback_desktop.ui.when_field import WhenField
from tests.builders import a_record
from tests.stories.house import CTRL, DOWN, ENTER, ESC, TAB, UP, House

BACKSPACE, DELETE = Qt.Key.Key_Backspace, Qt.Key.Key_Delete


def looking_back(house: House, **twin: Any) -> None:
    """A person with one session, or another like it as well, on the history page."""
    house.knows_me(minutes=12)
    database = open_database(house.folders.database)
    SessionStore(database).add(a_record(started_at=house.clock.now()))
    if twin:
        SessionStore(database).add(a_record(started_at=house.clock.now(), **twin))
    database.close()
    house.open()
    house.press(ESC)
    house.press(Qt.Key.Key_3, held=CTRL)


def test_a_note_and_a_rating_are_put_right(house: House) -> None:
    looking_back(house)
    house.press(ENTER)
    effort = house.window.findChildren(RatingRow)[-1]
    effort.setFocus()
    house.press("4")
    house.window.findChildren(NoteField)[0].setFocus()
    house.press("Easy today")
    house.press(TAB, ENTER)
    (session,) = house.sessions
    assert (session.log.effort, session.log.note) == (4, "Easy today")
    assert session.edited_at == house.clock.now()
    assert house.sees("Easy today")


@pytest.mark.parametrize(("key", "answer"), [("n", False), (Qt.Key.Key_Left, False), (BACKSPACE, None)])
def test_what_was_called_sharp_by_mistake_is_put_right(house: House, key: Qt.Key | str, answer: bool | None) -> None:
    looking_back(house, id="sharp", name="Sharp", log=ComfortLog(felt_sharp=True, note="fine"))
    house.press(ENTER)
    house.press(*[TAB] * 9)  # three parts of the day, two of the time, four ratings
    house.press(key, ENTER)
    sharp = next(session for session in house.sessions if session.id == "sharp")
    assert sharp.log == ComfortLog(felt_sharp=answer, note="fine")
    assert house.sees("Sharp or spreading") is (answer is not None)


@pytest.mark.parametrize(
    ("keys", "reason"),
    [((UP,), StopReason.UNCOMFORTABLE), ((BACKSPACE,), None), (("t",), StopReason.TOO_HARD), ((), StopReason.SHARP)],
)
def test_why_it_ended_is_put_right_like_the_other_answers(
    house: House, keys: tuple[Qt.Key | str, ...], reason: StopReason | None
) -> None:
    log = ComfortLog(stop_reason=StopReason.SHARP, stop_exercise_id="cat_cow")
    looking_back(house, id="stopped", name="Stopped", outcome=Outcome.STOPPED, log=log)
    house.press(ENTER)
    assert house.sees("Why it ended")
    house.press(*[TAB] * 10)
    house.press(*keys, ENTER)
    stopped = next(session for session in house.sessions if session.id == "stopped")
    assert stopped.log == replace(log, stop_reason=reason)
    assert house.sees("Why it ended") is (reason is not None)


def test_why_it_ended_is_no_question_where_it_was_none(house: House) -> None:
    looking_back(house)
    house.press(ENTER)
    assert house.sees("Anything sharp or spreading?")
    assert not house.sees("Why it ended")


def test_no_session_begins_later_than_now(house: House) -> None:
    looking_back(house)
    house.press(ENTER)
    _day, time_of_day = house.window.findChildren(WhenField)[0].findChildren(QDateTimeEdit)
    time_of_day.setTime(QTime(23, 59))
    house.press(ENTER)
    assert house.sessions[0].started_at == house.clock.now()


def test_leaving_the_sheet_changes_nothing(house: House) -> None:
    looking_back(house)
    house.press(ENTER, "5", ESC)
    assert house.sessions == (a_record(started_at=house.clock.now()),)


def test_a_deleted_session_is_gone_until_it_is_put_back(house: House) -> None:
    looking_back(house)
    house.press(DELETE)
    assert not house.sessions
    assert house.sees("was deleted.")
    assert house.sees("Your sessions will be kept here")
    house.press(Qt.Key.Key_Z, held=CTRL)
    assert house.sessions == (a_record(started_at=house.clock.now()),)
    assert not house.sees("was deleted.")


def test_two_that_are_called_the_same_are_put_back_one_after_the_other(house: House) -> None:
    looking_back(house, id="twin")
    house.press(DELETE, DELETE)
    assert not house.sessions
    house.press(Qt.Key.Key_Z, held=CTRL)
    assert len(house.sessions) == 1
    assert house.sees("was deleted.")
    house.press(Qt.Key.Key_Z, held=CTRL)
    assert len(house.sessions) == 2
    assert not house.sees("was deleted.")


def test_the_button_puts_back_what_its_notice_names(house: House) -> None:
    looking_back(house, id="twin", name="Second")
    house.press(DELETE, DELETE)
    named = house.window.findChildren(NoticeBar)[0]
    (sentence,) = named.sentences()
    (undo,) = (button for button in named.findChildren(QPushButton) if button.text() == "Undo")
    undo.click()
    (session,) = house.sessions
    assert sentence.startswith(session.name)


def test_one_of_several_is_deleted_and_the_keyboard_stays_in_the_list(house: House) -> None:
    looking_back(house)
    house.press(Qt.Key.Key_N, held=CTRL)
    house.press(ENTER)
    assert len(house.sessions) == 2
    house.press(DOWN, DELETE)
    assert len(house.sessions) == 1
    house.press(DELETE)
    assert house.sessions == ()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_its_exercises_may_be_named_among_those_of_its_phases(house: House) -> None:
    looking_back(house)
    house.press(Qt.Key.Key_N, held=CTRL)
    (exercises,) = house.window.findChildren(SessionAddSheet)[0].findChildren(FacetButton)
    exercises.open_answers()
    house.settle()
    chips = {chip.text(): chip for chip in exercises.findChildren(Chip)}
    assert "Glute bridge" not in chips
    chips["Couch stretch"].click()
    house.press(ENTER)
    told = next(session for session in house.sessions if session.origin is SessionOrigin.MANUAL)
    assert [(step.exercise_id, step.side) for step in told.steps] == [
        ("couch_stretch", Side.RIGHT),
        ("couch_stretch", Side.LEFT),
    ]


def test_a_session_is_told_by_hand_and_counts(house: House) -> None:
    looking_back(house)
    house.press(Qt.Key.Key_N, held=CTRL)
    assert house.sees("It counts like the others.")
    house.press("At the gym", ENTER)
    told = next(session for session in house.sessions if session.origin is SessionOrigin.MANUAL)
    assert (told.name, told.active_seconds) == ("At the gym", 720)
    assert told.ended_at == house.clock.now()
    assert house.sees("At the gym")
    house.press(Qt.Key.Key_4, held=CTRL)
    assert house.page == "progress"
    house.press(Qt.Key.Key_1, held=CTRL)
    assert house.sees("1 of 3 stretch days")


def test_a_session_done_today_is_in_a_backup_before_the_window_is_closed(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.to_the_end()
    copy = open_database(next((house.folders.data_dir / "backups").iterdir()))
    assert len(SessionStore(copy).records()) == 1
    copy.close()
