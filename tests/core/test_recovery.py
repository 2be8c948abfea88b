"""After a crash a session goes on where it was, or is kept exactly as far as it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.record import ComfortLog, OpenSession, Outcome, SessionOrigin, StepRecord
from hipback_desktop.core.recovery import caught_up, record_of, taken_up
from hipback_desktop.core.timeline import Segment, SegmentKind, Timeline

STARTED = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
READY = Segment(
    index=0,
    start_seconds=0,
    seconds=10,
    kind=SegmentKind.GET_READY,
    phase=Phase.STRENGTHEN,
    exercise_id="glute_bridge",
    side=Side.RIGHT,
    set_number=1,
    sets=1,
    step_index=0,
    planned_seconds=10,
    work_seconds=30,
    reps=10,
    seconds_per_rep=3,
)
RIGHT = replace(READY, index=1, start_seconds=10, seconds=30, kind=SegmentKind.WORK, planned_seconds=30)
SWITCH = replace(READY, index=2, start_seconds=40, seconds=5, kind=SegmentKind.SIDE_SWITCH, side=Side.LEFT)
LEFT = replace(RIGHT, index=3, start_seconds=45, side=Side.LEFT)
TIMELINE = Timeline("strength", "Strength", (READY, RIGHT, SWITCH, LEFT))
OPEN = Timeline("strength", "Strength", (READY, replace(RIGHT, is_open=True), SWITCH, replace(LEFT, is_open=True)))
DONE_RIGHT = StepRecord(
    exercise_id="glute_bridge",
    exercise_name="Glute bridge",
    phase=Phase.STRENGTHEN,
    side=Side.RIGHT,
    set_number=1,
    planned_seconds=30,
    done_seconds=30,
    planned_reps=10,
    done_reps=10,
    outcome=Outcome.COMPLETED,
)
DONE_LEFT = replace(DONE_RIGHT, side=Side.LEFT)


def a_session(position_seconds: float, *steps: StepRecord, timeline: Timeline = TIMELINE) -> OpenSession:
    return OpenSession(
        id="7",
        routine_id="strength",
        name="Strength",
        origin=SessionOrigin.ROUTINE,
        started_at=STARTED,
        updated_at=STARTED + timedelta(seconds=100),
        planned_seconds=75,
        active_seconds=position_seconds,
        paused_seconds=6,
        position_seconds=position_seconds,
        timeline=timeline,
        steps=steps,
        stiffness_before=4,
    )


def stopped(step: StepRecord, seconds: float, reps: int | None) -> StepRecord:
    return replace(step, done_seconds=seconds, done_reps=reps, outcome=Outcome.STOPPED)


class TestRecord:
    def test_the_set_under_way_is_kept_as_stopped_where_it_was(self) -> None:
        record = record_of(a_session(52, DONE_RIGHT))
        assert record.steps == (DONE_RIGHT, stopped(DONE_LEFT, 7, 2))
        assert record.outcome is Outcome.STOPPED

    def test_the_rest_is_what_the_journal_held(self) -> None:
        record = record_of(a_session(52, DONE_RIGHT))
        assert (record.id, record.routine_id, record.name) == ("7", "strength", "Strength")
        assert (record.started_at, record.ended_at) == (STARTED, STARTED + timedelta(seconds=100))
        assert (record.planned_seconds, record.active_seconds, record.paused_seconds) == (75, 52, 6)
        assert record.origin is SessionOrigin.ROUTINE
        assert record.log == ComfortLog(stiffness_before=4)

    @pytest.mark.parametrize("position_seconds", [40, 42, 45])
    def test_between_two_sets_nothing_is_added(self, position_seconds: float) -> None:
        record = record_of(a_session(position_seconds, DONE_RIGHT))
        assert record.steps == (DONE_RIGHT,)
        assert record.outcome is Outcome.STOPPED

    def test_before_the_first_set_nothing_was_done(self) -> None:
        record = record_of(a_session(9))
        assert record.steps == ()
        assert record.outcome is Outcome.SKIPPED

    def test_at_the_end_it_is_complete(self) -> None:
        record = record_of(a_session(75, DONE_RIGHT, DONE_LEFT))
        assert record.steps == (DONE_RIGHT, DONE_LEFT)
        assert record.outcome is Outcome.COMPLETED

    def test_a_hold_has_no_reps(self) -> None:
        holds = tuple(replace(s, reps=None, seconds_per_rep=None) for s in TIMELINE.segments)
        (step,) = record_of(a_session(20, timeline=replace(TIMELINE, segments=holds))).steps
        assert (step.done_seconds, step.planned_reps, step.done_reps) == (10, None, None)

    def test_a_set_never_has_more_reps_than_it_asks_for(self) -> None:
        slow = TIMELINE.with_seconds(1, 100)
        (step,) = record_of(a_session(100, timeline=slow)).steps
        assert (step.done_seconds, step.done_reps) == (90, 10)

    @pytest.mark.parametrize(
        ("steps", "names", "name"),
        [
            ((), None, "Glute bridge"),
            ((), {"glute_bridge": "The bridge"}, "The bridge"),
            ((), {"pigeon": "Pigeon"}, "Glute bridge"),
            ((replace(DONE_RIGHT, exercise_name="Bridge"),), None, "Bridge"),
            ((replace(DONE_RIGHT, exercise_id="pigeon", exercise_name="Pigeon"),), None, "Glute bridge"),
        ],
    )
    def test_the_exercise_has_the_best_name_there_is(
        self, steps: tuple[StepRecord, ...], names: dict[str, str] | None, name: str
    ) -> None:
        assert record_of(a_session(50, *steps), names).steps[-1].exercise_name == name


class TestCaughtUp:
    @pytest.mark.parametrize("position_seconds", [0, 9, 10, 25, 40, 44, 60, 75])
    def test_a_position_that_is_no_older_than_the_steps_stays(self, position_seconds: float) -> None:
        session = a_session(position_seconds, DONE_RIGHT)
        assert caught_up(session, ()) == session

    def test_a_set_recorded_since_has_ended(self) -> None:
        assert caught_up(a_session(39.5, DONE_RIGHT), (DONE_RIGHT,)).position_seconds == 40

    def test_so_have_all_of_several(self) -> None:
        """A stalled program tells of them at once."""
        session = a_session(12, DONE_RIGHT, DONE_LEFT)
        assert caught_up(session, (DONE_RIGHT, DONE_LEFT)) == replace(session, position_seconds=75)

    def test_a_set_that_lies_behind_moves_nothing(self) -> None:
        session = a_session(50, DONE_RIGHT, DONE_RIGHT)
        assert caught_up(session, (DONE_RIGHT,)) == session

    def test_an_open_set_within_its_estimate_needs_nothing(self) -> None:
        session = a_session(30, timeline=OPEN)
        assert caught_up(session, ()) == session

    @pytest.mark.parametrize("position_seconds", [40, 41, 50, 300])
    def test_an_open_set_is_under_way_until_it_is_recorded(self, position_seconds: float) -> None:
        caught = caught_up(a_session(position_seconds, timeline=OPEN), ())
        assert caught.timeline.index_at(position_seconds) == 1
        assert taken_up(caught, 10).position_seconds == 0
        assert record_of(caught).steps == (
            stopped(DONE_RIGHT, position_seconds - 10, min(10, int((position_seconds - 10) / 3))),
        )

    def test_the_open_set_under_way_is_the_first_without_a_record(self) -> None:
        caught = caught_up(a_session(300, DONE_RIGHT, timeline=OPEN), ())
        assert caught.timeline.index_at(300) == 3
        assert record_of(caught).outcome is Outcome.STOPPED

    def test_an_open_set_that_ended_since_is_left(self) -> None:
        caught = caught_up(a_session(300, DONE_RIGHT, timeline=OPEN), (DONE_RIGHT,))
        assert caught.timeline.index_at(caught.position_seconds) == 2
        assert record_of(caught).steps == (DONE_RIGHT,)

    def test_a_set_that_is_repeated_is_under_way_again(self) -> None:
        again = OPEN.with_repeat(1, 5)
        caught = caught_up(a_session(400, DONE_RIGHT, timeline=again), ())
        assert caught.timeline.index_at(400) == 3
        assert caught.timeline.segments[3].side is Side.RIGHT


def begins_with(session: OpenSession) -> tuple[SegmentKind, Side | None, float]:
    segment = session.timeline.segments[session.timeline.index_at(session.position_seconds)]
    assert segment.start_seconds == session.position_seconds
    return segment.kind, segment.side, segment.seconds


class TestTakenUp:
    @pytest.mark.parametrize(
        ("position_seconds", "side"),
        [(0, Side.RIGHT), (9, Side.RIGHT), (39, Side.RIGHT), (40, Side.LEFT), (44, Side.LEFT), (75, Side.LEFT)],
    )
    def test_it_begins_with_the_time_to_get_into_the_position_of_the_work_it_was_in(
        self, position_seconds: float, side: Side
    ) -> None:
        assert begins_with(taken_up(a_session(position_seconds), 15)) == (SegmentKind.GET_READY, side, 15)

    def test_the_position_is_named_as_a_new_one(self) -> None:
        again = taken_up(a_session(60, DONE_RIGHT), 15)
        lead_in = again.timeline.segments[2]
        assert (lead_in.changes_position, lead_in.planned_seconds, lead_in.is_open) == (True, 15, False)
        assert [segment.kind for segment in again.timeline.segments] == [
            SegmentKind.GET_READY,
            SegmentKind.WORK,
            SegmentKind.GET_READY,
            SegmentKind.WORK,
        ]

    def test_a_lead_in_that_is_longer_already_stays_as_long(self) -> None:
        assert begins_with(taken_up(a_session(60, timeline=TIMELINE.with_seconds(2, 20)), 15))[2] == 20

    def test_what_lies_ahead_and_what_was_done_stays(self) -> None:
        session = a_session(60, DONE_RIGHT)
        again = taken_up(session, 15)
        assert (again.steps, again.planned_seconds, again.active_seconds) == (session.steps, 75, 60)
        assert again.timeline.seconds == TIMELINE.seconds + 10
        assert again.timeline.segments[3] == replace(LEFT, start_seconds=55)

    def test_a_rest_before_a_change_of_sides_is_over(self) -> None:
        rest = replace(READY, kind=SegmentKind.REST, seconds=15)
        rested = Timeline("strength", "Strength", (READY, RIGHT)).with_step(0, (READY, RIGHT, rest, SWITCH, LEFT))
        assert begins_with(taken_up(a_session(45, timeline=rested), 15)) == (SegmentKind.GET_READY, Side.LEFT, 15)
        assert taken_up(a_session(45, timeline=rested), 15).position_seconds == 55

    @pytest.mark.parametrize(("position_seconds", "side"), [(5, Side.RIGHT), (35, Side.LEFT)])
    def test_work_without_a_lead_in_gets_one(self, position_seconds: float, side: Side) -> None:
        bare = Timeline("strength", "Strength", (READY,)).with_step(0, (RIGHT, LEFT))
        again = taken_up(a_session(position_seconds, timeline=bare), 15)
        assert begins_with(again) == (SegmentKind.GET_READY, side, 15)
        assert len(again.timeline.segments) == 3

    @pytest.mark.parametrize("position_seconds", [0, 12, 60])
    def test_taking_it_up_twice_is_the_same_as_once(self, position_seconds: float) -> None:
        once = taken_up(a_session(position_seconds), 15)
        assert taken_up(once, 15) == once

    def test_an_open_set_waits_for_the_person_and_its_lead_in_does_not(self) -> None:
        again = taken_up(a_session(60, timeline=OPEN), 15)
        assert [segment.is_open for segment in again.timeline.segments] == [False, True, False, True]

    def test_a_session_that_ends_with_a_rest_goes_on_with_it(self) -> None:
        """Only a damaged journal holds one."""
        ends = Timeline("strength", "Strength", (READY,)).with_step(0, (RIGHT, replace(SWITCH, seconds=20)))
        assert begins_with(taken_up(a_session(35, timeline=ends), 15)) == (SegmentKind.GET_READY, Side.LEFT, 15)
