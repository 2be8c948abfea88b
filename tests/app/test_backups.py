"""The backup of the day is made while the program is open: soon, after a session, and on every day it stays open."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.app.archive import Archive
from hipback_desktop.app.backups import Backups
from hipback_desktop.app.person import Person
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.settings import Settings
from hipback_desktop.storage.settings_file import SettingsFile
from tests.session.stage import SteppedClock

DAY_SECONDS = 86_400


class Days:
    """An archive that notes for which days it was asked for a backup."""

    def __init__(self) -> None:
        self.asked: list[date] = []
        self.is_full = False
        self.is_busy = False

    def keep_backup_of_the_day(self, today: date) -> None:
        if self.is_full:
            raise UserError("The disk is full; make room.")
        self.asked.append(today)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(Settings(), SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
def backups(days: Days, person: Person, clock: SteppedClock, qtbot: QtBot) -> Backups:
    return Backups(cast(Archive, days), person, clock, lambda: days.is_busy)


def waits(backups: Backups) -> Any:
    """How long until it looks, in milliseconds; None while it never will."""
    return backups._due.interval() if backups._due.isActive() else None


def test_it_looks_when_the_start_has_settled_and_every_hour_from_then_on(backups: Backups, days: Days) -> None:
    assert waits(backups) is None
    backups.begin()
    assert waits(backups) == 5_000
    backups._due.timeout.emit()
    assert len(days.asked) == 1
    assert waits(backups) == 3_600_000


def test_each_day_is_asked_for_as_it_comes(backups: Backups, days: Days, clock: SteppedClock) -> None:
    backups.check()
    clock.seconds += DAY_SECONDS
    backups.check()
    assert (days.asked[1] - days.asked[0]).days == 1


def test_nobody_who_exercises_is_disturbed(backups: Backups, days: Days) -> None:
    days.is_busy = True
    backups.check()
    assert days.asked == []
    assert waits(backups) == 3_600_000
    days.is_busy = False
    backups.check()
    assert len(days.asked) == 1


@pytest.mark.expects_log
def test_a_failure_is_said_and_it_looks_again(backups: Backups, days: Days, person: Person) -> None:
    told: list[str] = []
    person.noticed.connect(told.append)
    days.is_full = True
    backups.check()
    assert told == ["The disk is full; make room."]
    assert waits(backups) == 3_600_000


def test_once_closed_it_looks_no_more(backups: Backups) -> None:
    backups.begin()
    backups.close()
    assert waits(backups) is None
