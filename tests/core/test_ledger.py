"""The book of a running session."""

from __future__ import annotations

from datetime import timedelta

from hipback_desktop.core.events import WorkEnded
from hipback_desktop.core.ledger import closed, open_ledger, with_work
from hipback_desktop.core.record import OpenSession, Outcome, SessionOrigin, SessionRecord
from hipback_desktop.core.timeline import compile_routine
from tests.builders import NOON, a_hold, a_rep_step, a_routine, a_segment, a_timeline, a_walk, an_open_session
from tests.core.person import Person

ROUTINE = a_routine(a_walk(60), a_hold(30), a_rep_step(reps=10))


def close(opened: OpenSession, active_seconds: float = 100, *, reached_the_end: bool = True) -> SessionRecord:
    return closed(
        opened,
        ended_at=NOON + timedelta(seconds=120),
        active_seconds=active_seconds,
        paused_seconds=20,
        reached_the_end=reached_the_end,
    )


def test_a_book_opens_with_nothing_done() -> None:
    timeline = compile_routine(ROUTINE)
    opened = open_ledger("s1", timeline, NOON, origin=SessionOrigin.BREAK, stiffness_before=4)
    assert (opened.id, opened.routine_id, opened.name) == ("s1", "two_things", "Two things")
    assert (opened.started_at, opened.updated_at, opened.planned_seconds) == (NOON, NOON, timeline.seconds)
    assert (opened.steps, opened.origin, opened.stiffness_before) == ((), SessionOrigin.BREAK, 4)
    assert (opened.active_seconds, opened.paused_seconds, opened.position_seconds) == (0, 0, 0)


def test_every_set_gets_a_line_with_planned_beside_done() -> None:
    person = Person(compile_routine(ROUTINE))
    person.wait(15 + 60 + 15 + 12)
    person.next()
    person.wait(8 + 50)
    opened = open_ledger("s1", person.playback.timeline, NOON)
    for event in person.events:
        if isinstance(event, WorkEnded):
            opened = with_work(opened, event, event.segment.exercise_id.title())
    lines = [
        (s.exercise_name, s.side, s.planned_seconds, s.done_seconds, s.planned_reps, s.done_reps, s.outcome)
        for s in opened.steps
    ]
    assert lines == [
        ("Walk", None, 60, 60, None, None, Outcome.COMPLETED),
        ("Knee_Hug", "right", 30, 12, None, None, Outcome.SKIPPED),
        ("Knee_Hug", "left", 30, 0, None, None, Outcome.SKIPPED),
        ("Bridge", None, 50, 50, 10, 10, Outcome.COMPLETED),
    ]


def test_a_set_made_longer_was_planned_as_it_was_planned() -> None:
    person = Person(compile_routine(a_routine(a_walk(60))))
    person.wait(15)
    person.extend(10)
    person.wait(70)
    (event,) = [event for event in person.events if isinstance(event, WorkEnded)]
    (line,) = with_work(an_open_session(), event, "Walk").steps
    assert (line.planned_seconds, line.done_seconds) == (60, 70)


def test_a_closed_book_is_the_record() -> None:
    event = WorkEnded(a_segment(), 30, None, Outcome.COMPLETED, 1000)
    record = close(with_work(open_ledger("s1", a_timeline(), NOON, stiffness_before=4), event, "Hug"))
    assert (record.id, record.outcome, record.origin) == ("s1", Outcome.COMPLETED, SessionOrigin.ROUTINE)
    assert (record.started_at, record.ended_at) == (NOON, NOON + timedelta(seconds=120))
    assert (record.active_seconds, record.paused_seconds) == (100, 20)
    assert (len(record.steps), record.log.stiffness_before) == (1, 4)


def test_a_session_taken_up_again_adds_to_what_it_had() -> None:
    opened = an_open_session(active_seconds=300, paused_seconds=50)
    record = close(opened)
    assert (record.active_seconds, record.paused_seconds) == (400, 70)


def test_a_wall_clock_set_back_never_ends_a_session_before_it_began() -> None:
    opened = an_open_session(started_at=NOON + timedelta(hours=2))
    assert close(opened).ended_at == NOON + timedelta(hours=2)


def test_nothing_done_is_a_skipped_session() -> None:
    assert close(an_open_session(), reached_the_end=False).outcome is Outcome.SKIPPED
