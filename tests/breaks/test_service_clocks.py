"""The reminder at work through sleep, a wall clock that is set, and the end of summer time."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from hipback_desktop.core.holds import Hold
from hipback_desktop.core.hours import Hours
from hipback_desktop.core.prompt import Answer
from tests.breaks.desk import HOUR, MINUTE, Desk
from tests.session.stage import SteppedClock


@pytest.fixture
def desk(qapp: object) -> Desk:
    desk = Desk()
    desk.switch_on()
    return desk


def test_a_night_asleep_is_no_sitting_and_prompts_nobody_on_waking(desk: Desk) -> None:
    desk.passes(44 * MINUTE)
    desk.passes(30, asleep=8 * HOUR)
    desk.passes(5 * MINUTE)
    assert desk.prompts == []
    assert desk.reminder.sitting.sat(desk.service.now().boot) < 6 * MINUTE


class SetClock(SteppedClock):
    """One whose wall clock can be set, and taken to where summer time ends in the night of 25 October 2026."""

    def __init__(self, zone: ZoneInfo, began: datetime) -> None:
        super().__init__()
        self._zone = zone
        self.wall_at_start = began

    def now(self) -> datetime:
        return (self.wall_at_start + timedelta(seconds=self.seconds - 1000 + self.slept)).astimezone(self._zone)


BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("hours", [2, -2])
def test_a_wall_clock_that_is_set_changes_no_counter(qapp: object, hours: int) -> None:
    clock = SetClock(BERLIN, datetime(2026, 11, 25, 9, tzinfo=UTC))
    desk = Desk(clock=clock)
    desk.switch_on()
    desk.passes(30 * MINUTE)
    clock.wall_at_start += timedelta(hours=hours)
    desk.passes(14 * MINUTE)
    assert desk.prompts == []
    desk.until_prompted(at_most=3 * MINUTE)


def test_hours_are_those_of_the_place_also_in_the_night_that_has_one_more(qapp: object) -> None:
    clock = SetClock(BERLIN, datetime(2026, 10, 24, 23, 30, tzinfo=UTC))  # 1:30, two hours before it is 2:30 again
    desk = Desk(clock=clock)
    desk.switch_on(hours=(Hours(frozenset({6}), time(2, 30), time(3)),), interval_seconds=30 * MINUTE)
    desk.passes(50 * MINUTE)
    assert (desk.prompts, desk.reminder.reason) == ([], Hold.OUTSIDE_HOURS)
    desk.until_prompted(at_most=15 * MINUTE)
    assert desk.clock.now().utcoffset() == timedelta(hours=2)
    desk.can_answer()
    desk.service.answer(Answer.SKIP)
    desk.passes(45 * MINUTE)
    assert desk.reminder.reason is Hold.OUTSIDE_HOURS  # after 2 for the second time
    desk.until_prompted(at_most=30 * MINUTE)
    assert desk.clock.now().utcoffset() == timedelta(hours=1)
