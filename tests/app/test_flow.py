"""The way of one session: what is asked before and after it, and where the answers go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hipback_desktop.app.flow import SessionFlow
from hipback_desktop.app.person import Person
from hipback_desktop.app.session_room import SessionRoom
from hipback_desktop.core.other_side import OTHER_SIDE
from hipback_desktop.core.record import Outcome, SessionRecord, StopReason
from hipback_desktop.core.settings import Settings
from hipback_desktop.paths import asset
from hipback_desktop.session.ticker import Ticker
from hipback_desktop.storage.session_journal import SessionJournal
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.storage.settings_file import SettingsFile
from hipback_desktop.ui.main_window import MainWindow
from hipback_desktop.ui.other_side_sheet import OtherSideSheet
from hipback_desktop.ui.page_name import PageName
from hipback_desktop.ui.session_log_sheet import SessionLogSheet
from hipback_desktop.ui.session_page import SessionPage
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.stiffness_before_sheet import StiffnessBeforeSheet
from hipback_desktop.ui.stop_sheet import StopSheet
from hipback_desktop.ui.theme import LIGHT
from tests.recording_announcer import RecordingAnnouncer
from tests.session.stage import FakeTicker, SteppedClock, content
from tests.ui.moments import no_movement
from tests.ui.routines import a_home_view

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


class Journey:
    """A window with a flow through it, without sound and with time that stands still."""

    def __init__(self, store: SessionStore, journal: SessionJournal, settings: SettingsFile, qtbot: QtBot) -> None:
        self.store = store
        self.clock = SteppedClock()
        self.ticker = FakeTicker(self.clock)
        self.person = Person(Settings(cue_profile="silent"), settings)
        self.window = MainWindow(LIGHT, asset, lambda: self.person.settings)
        qtbot.addWidget(self.window)
        self.window.show_home(a_home_view())
        with qtbot.waitActive(self.window):
            self.window.show()
        announcer = RecordingAnnouncer(self.clock).as_announcer
        self.room = SessionRoom(self.clock, announcer, journal, lambda: self.person.settings, self._new_ticker)
        self.flow = SessionFlow(
            self.window, self.room, store, self.person, self.clock, lambda: LIGHT, asset, no_movement
        )
        self.overs: list[str] = []
        self.flow.over.connect(lambda: self.overs.append("over"))

    def ask(self, routine: str = "desk_reset_2") -> None:
        self.flow.ask_and_play(content().routines[routine], content().exercises)

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            widget = self.window.focusWidget() or self.window
            if isinstance(key, str):
                QTest.keyClicks(widget, key)
            else:
                QTest.keyClick(widget, key)

    def after(self, seconds: float) -> None:
        end = self.clock.seconds + seconds
        while self.ticker.wakes_at is not None and self.ticker.wakes_at <= end:
            self.clock.seconds, self.ticker.wakes_at = max(self.clock.seconds, self.ticker.wakes_at), None
            self.ticker.due.emit()
        self.clock.seconds = end

    @property
    def sheet(self) -> Sheet | None:
        return self.window._sheets.sheet if self.window._sheets is not None else None

    @property
    def kept(self) -> SessionRecord:
        (record,) = self.store.records()
        return record

    def _new_ticker(self, speed: float, parent: QObject) -> Ticker:
        made = FakeTicker(self.clock)
        if not hasattr(self, "room") and not hasattr(self, "_has_first"):
            self._has_first, made = True, self.ticker
        return cast(Ticker, made)


def texts_of(sheet: Sheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel))


@pytest.fixture
def journey(store: SessionStore, journal: SessionJournal, data_dir: Path, qtbot: QtBot) -> Journey:
    return Journey(store, journal, SettingsFile(data_dir / "settings.json"), qtbot)


def test_stiffness_is_asked_first_and_goes_into_the_session(journey: Journey) -> None:
    journey.ask()
    assert isinstance(journey.sheet, StiffnessBeforeSheet)
    assert journey.window.page is PageName.TODAY
    journey.press("8", ENTER)
    assert journey.sheet is None
    assert journey.window.page is PageName.SESSION
    journey.after(200)
    assert journey.kept.log.stiffness_before == 8


def test_only_of_what_was_handed_over_the_notes_are_read_in_the_question(journey: Journey) -> None:
    """Who chose a routine in the window had them on its card."""
    routine = replace(content().routines["desk_reset_2"], notes=("Have a chair at hand.",))
    for is_handed_over in (True, False):
        journey.flow.ask_and_play(routine, content().exercises, is_handed_over=is_handed_over)
        assert journey.sheet is not None
        assert ("Have a chair at hand." in texts_of(journey.sheet)) == is_handed_over
        journey.press(ESC)


def test_the_question_may_be_left_out_or_left(journey: Journey) -> None:
    journey.ask()
    journey.press(ESC)
    assert journey.sheet is None
    assert not journey.room.controller.is_active
    journey.ask()
    journey.press(ENTER)
    assert journey.room.controller.is_active
    journey.after(200)
    assert journey.kept.log.stiffness_before is None


def test_after_the_end_how_it_was_is_asked_and_kept(journey: Journey) -> None:
    journey.ask()
    journey.press(ENTER)
    journey.after(200)
    assert journey.overs == ["over"]
    assert journey.window.page is PageName.TODAY
    assert isinstance(journey.sheet, SessionLogSheet)
    journey.press("3", "2", "6", "y", ENTER)
    assert journey.sheet is None
    log = journey.kept.log
    assert (log.stiffness_after, log.discomfort, log.effort, log.felt_sharp) == (3, 2, 6, True)


def test_skipping_it_keeps_the_session_as_it_is(journey: Journey) -> None:
    journey.ask()
    journey.press("5", ENTER)
    journey.after(200)
    journey.press("9", ESC)
    assert journey.sheet is None
    assert journey.kept.outcome is Outcome.COMPLETED
    assert (journey.kept.log.stiffness_before, journey.kept.log.stiffness_after) == (5, None)


@pytest.mark.parametrize(("key", "reason"), [(str(n), reason) for n, reason in enumerate(StopReason, start=1)])
def test_every_reason_for_stopping_is_kept_with_its_exercise(journey: Journey, key: str, reason: StopReason) -> None:
    journey.ask()
    journey.press(ENTER)
    journey.after(90)
    journey.press(ESC)
    assert isinstance(journey.sheet, StopSheet)
    journey.press(key)
    assert journey.kept.log.stop_reason is reason
    assert journey.kept.log.stop_exercise_id == "hip_flexor_standing"
    if journey.sheet is not None:
        journey.press(ESC)
    assert journey.sheet is None
    assert journey.overs == ["over", "over"]


def test_what_follows_from_a_reason_is_in_the_settings(journey: Journey) -> None:
    journey.ask()
    journey.press(ENTER)
    journey.after(90)
    journey.press(ESC, "4")
    assert journey.person.settings.left_out == ("hip_flexor_standing",)


def test_an_easier_form_that_was_had_is_no_longer_promised(journey: Journey) -> None:
    waiting = next(
        exercise
        for exercise in content().exercises.values()
        if exercise.easier and exercise.easier.exercise_id == "hip_flexor_standing"
    )
    journey.person.change_one("easier_next", (waiting.id,))
    journey.ask()
    journey.press(ENTER)
    journey.after(200)
    assert journey.person.settings.easier_next == ()


def test_a_notice_is_shown_where_the_person_looks(journey: Journey) -> None:
    journey.flow.show_notice("Before.")
    assert journey.window._notices is not None
    assert journey.window._notices.sentences() == ("Before.",)
    journey.ask()
    journey.press(ENTER)
    assert journey.window._notices.sentences() == ()
    journey.flow.show_notice("Meanwhile.")
    notices = journey.window.findChildren(SessionPage)[0].notices
    assert notices.sentences() == ("Meanwhile.",)
    journey.flow.show_notice("Just now.")
    assert notices.sentences() == ("Meanwhile.", "Just now.")
    journey.flow.take_back_notice("Meanwhile.")
    assert notices.sentences() == ("Just now.",)
    journey.after(200)
    journey.flow.show_notice("Afterwards.")
    assert journey.window._notices.sentences() == ("Afterwards.",)
    journey.flow.take_back_notice("Afterwards.")
    assert journey.window._notices.sentences() == ()


def test_sessions_can_follow_each_other(journey: Journey) -> None:
    for _ in range(3):
        journey.ask()
        journey.press(ENTER)
        journey.after(200)
        journey.press(ESC)
    assert len(journey.store.records()) == 3
    assert len(journey.window.findChildren(SessionPage)) == 1


IN_THE_LEFT_STRETCH = 104.0
"""desk_reset_2: the right side from 83 to 98, the left from 103 to 118."""


def leave_the_left_side_out(journey: Journey, key: Qt.Key) -> None:
    journey.ask()
    journey.press(ENTER)
    journey.after(IN_THE_LEFT_STRETCH)
    journey.press(key)


def test_the_side_that_was_skipped_is_offered_after_the_log_and_done_with_one_key(journey: Journey) -> None:
    leave_the_left_side_out(journey, Qt.Key.Key_Right)
    assert isinstance(journey.sheet, SessionLogSheet)
    journey.press(ESC)
    assert isinstance(journey.sheet, OtherSideSheet)
    assert "Standing hip-flexor stretch, left side" in texts_of(journey.sheet)
    journey.press(ENTER)
    assert journey.window.page is PageName.SESSION
    assert journey.sheet is None
    journey.after(15 + 15.1)
    assert journey.sheet is None  # how it was has been asked
    second, first = journey.store.records()
    assert [step.side for step in second.steps] == ["left"]
    assert (second.outcome, second.routine_id, second.name) == (Outcome.COMPLETED, OTHER_SIDE, first.name)
    assert journey.overs == ["over", "over", "over"]  # twice ended, once the log was closed


def test_the_offer_is_left_in_one_key_and_not_made_again(journey: Journey) -> None:
    leave_the_left_side_out(journey, Qt.Key.Key_Right)
    journey.press(ENTER)
    assert isinstance(journey.sheet, OtherSideSheet)
    journey.press(ESC)
    assert journey.sheet is None
    assert journey.window.page is PageName.TODAY
    assert len(journey.store.records()) == 1


@pytest.mark.parametrize("key", [ESC, "1"])
def test_after_a_stop_without_discomfort_the_other_side_is_offered_too(journey: Journey, key: Qt.Key | str) -> None:
    leave_the_left_side_out(journey, ESC)
    assert isinstance(journey.sheet, StopSheet)
    journey.press(key)
    assert isinstance(journey.sheet, OtherSideSheet)


@pytest.mark.parametrize("key", ["2", "3", "4", "5", "6"])
def test_after_discomfort_nothing_is_offered(journey: Journey, key: str) -> None:
    leave_the_left_side_out(journey, ESC)
    journey.press(key, ESC)
    assert journey.sheet is None


def test_after_something_sharp_nothing_is_offered(journey: Journey) -> None:
    leave_the_left_side_out(journey, Qt.Key.Key_Right)
    journey.press("y", ENTER)
    assert journey.sheet is None


def test_stopping_the_other_side_asks_why_and_offers_nothing_more(journey: Journey) -> None:
    leave_the_left_side_out(journey, Qt.Key.Key_Right)
    journey.press(ESC, ENTER)
    journey.after(15 + 10)
    journey.press(ESC)
    assert isinstance(journey.sheet, StopSheet)
    journey.press(ESC)
    assert journey.sheet is None
