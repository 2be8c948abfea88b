"""Sessions told by hand count like others, and what is put right keeps the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone

from hipback_desktop.core.by_hand import BY_HAND, put_right, told
from hipback_desktop.core.day import days_of, is_counted
from hipback_desktop.core.exercise import Phase, Side, Sides
from hipback_desktop.core.merging import merged
from hipback_desktop.core.record import ComfortLog, SessionOrigin, is_preview
from tests.builders import NOON, a_record, an_exercise

LATER = NOON + timedelta(days=3)


def test_a_session_told_by_hand_counts_with_its_minutes_and_phases() -> None:
    record = told("a", "At the gym", NOON, 20, (Phase.STRETCH, Phase.STRENGTHEN), note="Fine")
    assert (record.origin, record.log.note) == (SessionOrigin.MANUAL, "Fine")
    assert is_counted(record)
    assert not is_preview(record)
    assert [(step.phase, step.done_seconds) for step in record.steps] == [
        (Phase.STRETCH, 600),
        (Phase.STRENGTHEN, 600),
    ]
    (day,) = days_of([record])
    assert (day.counts, day.stretches, day.strengthens, day.seconds) == (True, True, True, 1200)


def test_exercises_that_are_known_stand_for_their_phase_each_side_with_its_half() -> None:
    hug, bridge = an_exercise(), an_exercise(id="bridge", phase=Phase.STRENGTHEN, sides=Sides.NONE)
    record = told("a", "At the gym", NOON, 30, (Phase.CALM, Phase.STRETCH), (hug, bridge))
    assert [(step.exercise_id, step.side, step.done_seconds) for step in record.steps] == [
        (BY_HAND, None, 900),
        ("knee_hug", Side.RIGHT, 450),
        ("knee_hug", Side.LEFT, 450),
    ]


def test_without_a_phase_it_counts_as_a_day_and_for_no_goal() -> None:
    (day,) = days_of([told("a", "Walk", NOON, 20, ())])
    assert (day.counts, day.stretches, day.strengthens) == (True, False, False)


def test_a_session_at_another_time_takes_as_long_as_before() -> None:
    winter = timezone(timedelta(0))
    moved = put_right(a_record(), (NOON - timedelta(days=30)).astimezone(winter), ComfortLog(effort=3), LATER)
    assert moved.ended_at - moved.started_at == timedelta(minutes=10)
    assert moved.ended_at.tzinfo is winter
    assert (moved.edited_at, moved.log) == (LATER, ComfortLog(effort=3))


def test_an_edit_is_later_than_the_one_before_whatever_the_clock_said_then() -> None:
    ahead = a_record(edited_at=LATER + timedelta(days=9_999))
    changed = put_right(ahead, ahead.started_at, ComfortLog(note="Mine"), LATER)
    assert merged(ahead, changed) == merged(changed, ahead) == changed


def test_nothing_changed_is_no_edit() -> None:
    record = a_record(log=ComfortLog(effort=3))
    assert put_right(record, record.started_at, replace(record.log), LATER) is record
