"""Which routine is offered today, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hipback_desktop.core.adaptation import adapt
from hipback_desktop.core.day import days_of
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.record import SessionOrigin, SessionRecord
from hipback_desktop.core.routine import Routine
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.suggestion import Suggestion, goes_gently, is_beginning, suggest
from tests.builders import NOON, a_hold, a_record, a_rep_step, a_routine, a_step_record, a_walk
from tests.core.shipped import catalogue

EVENING = NOON.replace(hour=20)
MONDAY = NOON - timedelta(days=2)
SETTINGS = Settings(level="some", minutes=10)


def lasting(minutes: float, name: str, *, strength: bool = False) -> Routine:
    """A routine of about so many minutes."""
    work = a_rep_step(reps=round(minutes * 12)) if strength else a_hold(minutes * 30)
    return a_routine(work, id=name)


ROLLER = a_routine(a_hold(300, phase=Phase.SMR), id="roller")
ROUTINES = (
    lasting(5, "keep_going_5"),
    lasting(10, "ten"),
    lasting(10, "ten_strong", strength=True),
    lasting(30, "thirty"),
    lasting(30, "thirty_strong", strength=True),
    lasting(12, "evening_wind_down_12"),
)


def trained(days_ago: float = 0, *, strength: bool = False, done_seconds: float = 30) -> SessionRecord:
    phase = Phase.STRENGTHEN if strength else Phase.STRETCH
    step = a_step_record(phase=phase, done_seconds=done_seconds)
    return a_record([step], started_at=NOON - timedelta(days=days_ago, hours=1))


def offered(
    *records: SessionRecord,
    settings: Settings = SETTINGS,
    now: datetime = NOON,
    routines: tuple[Routine, ...] = ROUTINES,
) -> str | None:
    suggestion = suggest(routines, records, days_of(records), settings, now)
    return suggestion.routine_id if suggestion else None


def test_the_routine_nearest_to_the_usual_minutes_is_offered() -> None:
    settings = replace(SETTINGS, strength_days=0)
    assert offered(settings=settings) == "ten"
    assert offered(settings=replace(settings, minutes=25)) == "thirty"
    assert suggest(ROUTINES, [], [], settings, NOON) == Suggestion("ten", "Fits your usual 10 minutes.")


def test_strength_is_offered_while_the_week_has_room_for_it() -> None:
    assert suggest(ROUTINES, [], [], SETTINGS, NOON) == Suggestion(
        "ten_strong", "This week still has room for a strength day."
    )
    assert offered(trained(2, strength=True)) == "ten_strong"
    assert offered(trained(2, strength=True), settings=replace(SETTINGS, strength_days=1)) == "ten"
    assert offered(settings=replace(SETTINGS, strength_days=0)) == "ten"


@pytest.mark.parametrize("days_ago, routine", [(0, "ten"), (1, "ten"), (2, "ten_strong")])
def test_strength_days_have_a_day_between_them(days_ago: float, routine: str) -> None:
    assert offered(trained(days_ago, strength=True)) == routine


def test_sunday_is_the_day_before_monday() -> None:
    """A new week begins, and still the body has not rested a day."""
    sunday = a_record([a_step_record(phase=Phase.STRENGTHEN)], started_at=MONDAY - timedelta(days=1))
    saturday = replace(sunday, started_at=MONDAY - timedelta(days=2))
    assert offered(sunday, now=MONDAY) == "ten"
    assert offered(saturday, now=MONDAY) == "ten_strong"


def test_strength_of_last_week_does_not_count_for_this_one() -> None:
    last_week = [trained(days, strength=True) for days in (3, 5)]
    assert offered(*last_week) == "ten_strong"


def test_strength_that_was_skipped_was_not_done() -> None:
    assert offered(trained(0, strength=True, done_seconds=0)) == "ten_strong"


def test_strength_is_not_promised_where_no_routine_has_it() -> None:
    suggestion = suggest(ROUTINES[:2], [], [], SETTINGS, NOON)
    assert suggestion == Suggestion("ten", "Fits your usual 10 minutes.")


def test_a_week_lacks_strength_until_its_goals_say_otherwise() -> None:
    """Neither a break with a few reps in it nor half a minute of them is a strength day."""
    monday = replace(trained(2, strength=True), active_seconds=600)
    settings = replace(SETTINGS, strength_days=1)
    assert offered(monday, settings=settings) == "ten"
    assert offered(replace(monday, active_seconds=40), settings=settings) == "ten_strong"
    assert offered(replace(monday, origin=SessionOrigin.BREAK), settings=settings) == "ten_strong"


def test_strength_of_far_other_minutes_is_named_but_not_offered_instead() -> None:
    five, long = lasting(5, "five_strong", strength=True), lasting(20, "twenty_strong", strength=True)
    assert suggest((ROUTINES[1], five, long), [], [], SETTINGS, NOON) == Suggestion(
        "ten", "Fits your usual 10 minutes. For a strength day there is “Two things”, 5\N{NO-BREAK SPACE}min."
    )
    seven = lasting(7, "seven_strong", strength=True)
    assert offered(routines=(ROUTINES[1], five, seven)) == "seven_strong"


def test_of_the_shipped_routines_ten_minutes_are_offered_to_who_has_ten() -> None:
    fresh = Settings(safety_seen_at=NOON.isoformat())
    routines = [adapt(routine, catalogue().exercises, fresh).routine for routine in catalogue().routines.values()]
    found = suggest(routines, [], [], fresh, NOON)
    assert found is not None
    assert found.routine_id == "quick_release_10"


def test_where_everything_strengthens_that_is_offered_on_a_day_off_too() -> None:
    done = [trained(0, strength=True)]
    suggestion = suggest(ROUTINES[2:3], done, days_of(done), SETTINGS, NOON)
    assert suggestion == Suggestion("ten_strong", "Fits your usual 10 minutes.")


def test_after_a_week_away_a_short_one_is_offered() -> None:
    assert offered(trained(6.9)) != "keep_going_5"
    assert offered(trained(7), trained(30)) == "keep_going_5"


def test_in_the_evening_something_slow_is_offered() -> None:
    assert offered(trained(1), now=EVENING) == "evening_wind_down_12"
    assert offered(trained(1), now=EVENING - timedelta(seconds=1)) == "ten_strong"


def test_coming_back_goes_before_the_evening() -> None:
    assert offered(trained(8), now=EVENING) == "keep_going_5"


def test_what_is_not_there_is_not_offered() -> None:
    assert offered(trained(8), now=EVENING, routines=ROUTINES[1:3]) == "ten_strong"


@pytest.mark.parametrize(
    "until, is_gentle",
    [
        ("", False),
        ("2026-03-18", False),
        ("2026-03-19", True),
        ("2026-03-25", True),
        ("2026-03-25T23:59:00+01:00", True),
        ("2026-03-26", False),
        ("some day", False),
    ],
)
def test_going_gently_lasts_until_its_day_and_never_longer_than_a_week(until: str, is_gentle: bool) -> None:
    """The text may come from a damaged file; it must not keep somebody gentle for ever."""
    assert goes_gently(Settings(goes_gently_until=until), NOON) is is_gentle


def test_going_gently_offers_the_gentle_one_at_any_hour() -> None:
    settings = replace(SETTINGS, goes_gently_until="2026-03-20")
    assert suggest(ROUTINES, [trained(20)], [], settings, NOON) == Suggestion(
        "evening_wind_down_12", "A gentle one, lying down."
    )


def test_going_gently_never_offers_rolling() -> None:
    settings = replace(SETTINGS, goes_gently_until="2026-03-20")
    assert offered(settings=settings, routines=(ROLLER, lasting(40, "long"))) == "long"
    assert offered(settings=settings, routines=(ROLLER,)) is None


@pytest.mark.parametrize(
    "level, first_days_ago, is_new",
    [("new", None, True), ("new", 13, True), ("new", 14, False), ("some", None, False), ("regular", 1, False)],
)
def test_the_beginning_lasts_two_weeks(level: str, first_days_ago: int | None, is_new: bool) -> None:
    records = [] if first_days_ago is None else [trained(first_days_ago - 1 / 24), trained(0)]
    assert is_beginning(days_of(records), NOON, Settings(level=level)) is is_new


def test_the_beginning_ends_however_many_breaks_there_were_since() -> None:
    settings = Settings(level="new", minutes=30, strength_days=0)
    breaks = [replace(trained(number / 10), origin=SessionOrigin.BREAK) for number in range(40)]
    for first_days_ago, routine in ((20, "thirty"), (13, "evening_wind_down_12")):
        found = suggest(ROUTINES, breaks, days_of([trained(first_days_ago)]), settings, NOON)
        assert found is not None
        assert found.routine_id == routine


def test_beginners_are_offered_twenty_minutes_at_most() -> None:
    settings = Settings(level="new", minutes=45)
    assert offered(settings=settings) == "ten_strong"
    assert offered(trained(20), trained(1), settings=settings) == "thirty_strong"
    assert offered(settings=settings, routines=(lasting(30, "thirty"),)) is None


def test_a_routine_without_steps_is_not_offered() -> None:
    assert offered(routines=(Routine("empty", "Empty", ()),)) is None
    assert offered(routines=()) is None


def test_of_two_alike_always_the_same_is_offered() -> None:
    pair = (a_routine(a_walk(60), id="b"), a_routine(a_walk(60), id="a"))
    assert offered(routines=pair) == offered(routines=pair[::-1]) == "a"
