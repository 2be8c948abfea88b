"""What is asked when the window opens, each thing once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipback_desktop.app.person import Person
from hipback_desktop.app.welcome import Welcome
from hipback_desktop.core.other_side import OTHER_SIDE
from hipback_desktop.core.record import Outcome, SessionOrigin, SinceLastTime
from hipback_desktop.core.settings import Settings
from hipback_desktop.paths import asset
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.storage.settings_file import SettingsFile
from hipback_desktop.ui.main_window import MainWindow
from hipback_desktop.ui.page_name import PageName
from hipback_desktop.ui.since_last_time_sheet import SinceLastTimeSheet
from hipback_desktop.ui.theme import LIGHT
from hipback_desktop.ui.welcome_page import WelcomePage
from tests.builders import NOON, a_record, a_step_record
from tests.fakes import FakeClock
from tests.session.stage import content
from tests.ui.routines import a_home_view

DAY = timedelta(days=1)
SESSION = a_record([a_step_record(exercise_id="pigeon_modified"), a_step_record(exercise_id="cat_cow", done_seconds=0)])


class Door:
    """A window, and the one who opens it."""

    def __init__(self, store: SessionStore, file: Path, qtbot: QtBot) -> None:
        self.clock = FakeClock()
        self.store = store
        self.file = SettingsFile(file)
        self.person = Person(self.file.read()[0], self.file)
        self.window = MainWindow(LIGHT, asset, lambda: self.person.settings)
        qtbot.addWidget(self.window)
        self.window.show_home(a_home_view())
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.welcome = Welcome(self.window, store, self.person, content().exercises, self.clock)

    def seen(self, ago: timedelta = timedelta()) -> None:
        self.person.change_one("safety_seen_at", (self.clock.now() - ago).isoformat())

    @property
    def steps(self) -> int:
        """How many screens there are, 0 when none is shown."""
        return len(self._pages()) - 1 if self.window.page is PageName.WELCOME else 0

    def _pages(self) -> list[WelcomePage]:
        """The screens, and the one about where to get help."""
        return self.window._built[PageName.WELCOME].findChildren(WelcomePage)

    @property
    def sheet(self) -> SinceLastTimeSheet | None:
        found = [sheet for sheet in self.window.findChildren(SinceLastTimeSheet) if sheet.isVisible()]
        return found[0] if found else None


@pytest.fixture
def door(store: SessionStore, data_dir: Path, qtbot: QtBot) -> Door:
    return Door(store, data_dir / "settings.json", qtbot)


def test_at_first_there_are_four_screens_and_what_is_chosen_is_kept(door: Door) -> None:
    door.welcome.show_what_is_due()
    assert door.steps == 4
    door.window.welcome_finished.emit({"minutes": 20})
    assert door.window.page is PageName.TODAY
    settings = door.file.read()[0]
    assert (settings.minutes, settings.safety_seen_at) == (20, NOON.isoformat())
    door.welcome.show_what_is_due()
    assert door.steps == 0


@pytest.mark.parametrize(("days", "steps"), [(0, 0), (89, 0), (90, 2), (400, 2)])
def test_the_first_two_come_again_after_ninety_days(door: Door, days: int, steps: int) -> None:
    door.seen(days * DAY)
    door.welcome.show_what_is_due()
    assert door.steps == steps


@pytest.mark.parametrize(("days", "steps"), [(27, 0), (28, 2)])
def test_and_after_four_weeks_away(door: Door, days: int, steps: int) -> None:
    door.store.add(replace(SESSION, started_at=NOON - days * DAY))
    door.seen(60 * DAY)
    door.person.change_one("asked_about_session", SESSION.id)
    door.welcome.show_what_is_due()
    assert door.steps == steps


@pytest.mark.parametrize("stored", ["yesterday", "2026-03-18", "2026-03-18T12:00:00", "9" * 30])
def test_a_moment_that_cannot_be_read_counts_as_none(door: Door, stored: str) -> None:
    door.person.change_one("safety_seen_at", stored)
    door.welcome.show_what_is_due()
    assert door.steps


def test_only_breaks_keeps_no_answer_and_says_what_that_means(door: Door) -> None:
    door.welcome.show_what_is_due()
    door.window.only_breaks_chosen.emit()
    assert door.window.page is PageName.TODAY
    assert door.person.settings == Settings(breaks_on=True)
    door.welcome.show_what_is_due()
    assert door.steps == 4


@pytest.mark.parametrize(("hours", "asks"), [(17, False), (18, True), (24 * 20, True)])
def test_how_it_was_is_asked_eighteen_hours_later(door: Door, hours: int, asks: bool) -> None:
    door.store.add(replace(SESSION, started_at=NOON - timedelta(hours=hours)))
    door.seen()
    door.welcome.show_what_is_due()
    assert (door.sheet is not None) == asks


@pytest.mark.parametrize(
    "later", [{"routine_id": OTHER_SIDE}, {"ended_at": NOON - DAY / 2}, {"outcome": Outcome.SKIPPED}]
)
def test_it_is_asked_about_the_last_session_that_was_really_done(door: Door, later: dict[str, Any]) -> None:
    """Not about a side made up for, a preview that took no time, or one in which nothing was done."""
    door.store.add(replace(SESSION, started_at=NOON - DAY))
    door.store.add(replace(SESSION, **{"id": "later", "started_at": NOON - DAY / 2, **later}))
    door.seen()
    door.welcome.show_what_is_due()
    assert door.sheet is not None
    assert door.person.settings.asked_about_session == SESSION.id


@pytest.mark.parametrize("days", [27, 28])
def test_a_preview_is_no_session_to_be_back_from(door: Door, days: int) -> None:
    door.store.add(replace(SESSION, started_at=NOON - days * DAY))
    door.store.add(replace(SESSION, id="preview", started_at=NOON - DAY, ended_at=NOON - DAY))
    door.seen(60 * DAY)
    door.welcome.show_what_is_due()
    assert (door.steps > 0) == (days == 28)


def test_it_is_asked_once_answered_or_not(door: Door) -> None:
    door.store.add(replace(SESSION, started_at=NOON - DAY))
    door.seen()
    door.welcome.show_what_is_due()
    assert door.sheet is not None
    QTest.keyClick(door.window.focusWidget(), Qt.Key.Key_Escape)
    assert door.sheet is None
    door.welcome.show_what_is_due()
    assert door.sheet is None


def test_the_answer_is_kept_with_the_session_and_nothing_else_of_it_changes(door: Door) -> None:
    noted = replace(SESSION, started_at=NOON - DAY, log=replace(SESSION.log, stiffness_after=3, note="Good."))
    door.store.add(noted)
    door.seen()
    door.welcome.show_what_is_due()
    QTest.keyClick(door.window.focusWidget(), Qt.Key.Key_1)
    assert door.sheet is None
    (kept,) = door.store.records()
    assert kept.log == replace(noted.log, since_last_time=SinceLastTime.BETTER)
    assert door.person.settings.easier_next == ()


def test_worse_makes_what_was_done_easier_next_time(door: Door) -> None:
    door.store.add(replace(SESSION, started_at=NOON - DAY))
    door.seen()
    door.welcome.show_what_is_due()
    QTest.keyClick(door.window.focusWidget(), Qt.Key.Key_4)
    assert door.sheet is not None  # what follows from it is read first
    assert door.file.read()[0].easier_next == ("pigeon_modified",)
    QTest.keyClick(door.window.focusWidget(), Qt.Key.Key_Return)
    assert door.sheet is None


@pytest.mark.parametrize(("away", "steps", "asks"), [(DAY, 0, True), (28 * DAY, 2, False)])
def test_breaks_hide_no_session_and_no_time_away(door: Door, away: timedelta, steps: int, asks: bool) -> None:
    """From the twentieth on, neither the question nor the screens came."""
    door.seen(ago=40 * DAY)
    now = door.clock.now()
    door.store.add(replace(SESSION, started_at=now - away, ended_at=now - away + timedelta(minutes=10)))
    for number in range(20):
        began = now - timedelta(minutes=number)
        rest = a_record(id=f"break-{number}", origin=SessionOrigin.BREAK, started_at=began)
        door.store.add(rest)
    door.welcome.show_what_is_due()
    assert (door.steps, door.sheet is not None) == (steps, asks)
