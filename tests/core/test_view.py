"""One moment of a session as it is shown."""

from __future__ import annotations

from dataclasses import replace

from hipback_desktop.core.breath import STRETCHED
from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.playback import Status
from hipback_desktop.core.timeline import compile_routine
from hipback_desktop.core.view import SessionView, view_of
from tests.builders import NOON, a_hold, a_rep_step, a_routine, a_walk, exercises_of
from tests.core.person import Person

ROUTINE = a_routine(a_walk(60), a_hold(30, sets=2), a_rep_step(reps=10))


def seen(person: Person) -> SessionView:
    return view_of(person.playback, exercises_of(ROUTINE), person.now, NOON)


def upcoming(view: SessionView) -> tuple[str, Side | None, int] | None:
    if view.upcoming is None:
        assert view.upcoming_exercise is None
        return None
    assert view.upcoming_exercise is not None
    assert view.upcoming_exercise.id == view.upcoming.exercise_id
    return view.upcoming.exercise_id, view.upcoming.side, view.upcoming.set_number


def test_a_moment_of_work_is_shown() -> None:
    person = Person(compile_routine(ROUTINE))
    person.wait(100)
    view = seen(person)
    assert (view.status, view.phase, view.is_work) == (Status.RUNNING, Phase.STRETCH, True)
    assert (view.exercise.id, view.segment.side) == ("knee_hug", Side.RIGHT)
    assert (view.elapsed_seconds, view.remaining_seconds, view.position_seconds) == (10, 20, 100)
    assert (view.lead_in_seconds, view.done_reps, view.paused_seconds) == (0, 0, 0)
    assert (view.ends_at, view.timeline) == (NOON, person.playback.timeline)


def test_what_is_counted_is_what_the_clock_does_next() -> None:
    person = Person(compile_routine(ROUTINE))
    person.wait(100)
    assert seen(person).counted_seconds == 20
    assert replace(seen(person), lead_in_seconds=3.0).counted_seconds == 3


def test_an_open_set_counts_what_it_has_taken() -> None:
    routine = a_routine(a_rep_step(reps=10))
    person = Person(compile_routine(routine, free_reps=True))
    while not person.playback.segment.is_open:
        person.wait(1)
    begun = seen(person).elapsed_seconds
    person.wait(7)
    assert seen(person).counted_seconds == -begun - 7


def test_a_lead_in_shows_the_exercise_to_get_ready_for_and_what_comes_after_it() -> None:
    person = Person(compile_routine(ROUTINE))
    view = seen(person)
    assert (view.exercise.id, view.is_work) == ("walk", False)
    assert upcoming(view) == ("knee_hug", Side.RIGHT, 1)


def test_what_comes_next_is_another_side_set_or_exercise() -> None:
    person = Person(compile_routine(ROUTINE))
    shown = []
    for seconds in (91, 31, 5, 35, 35, 35, 8):
        person.wait(seconds)
        shown.append(upcoming(seen(person)))
    assert shown == [
        ("knee_hug", Side.LEFT, 1),
        ("knee_hug", Side.RIGHT, 2),
        ("knee_hug", Side.RIGHT, 2),
        ("knee_hug", Side.LEFT, 2),
        ("bridge", None, 1),
        None,
        None,
    ]


def test_a_repeat_of_the_same_side_is_not_something_next() -> None:
    person = Person(compile_routine(ROUTINE))
    person.wait(91)
    person.repeat()
    assert upcoming(seen(person)) == ("knee_hug", Side.LEFT, 1)


def test_a_pause_and_the_lead_in_after_it_are_shown() -> None:
    person = Person(compile_routine(ROUTINE))
    person.wait(100)
    person.pause()
    person.wait(30)
    assert (seen(person).status, seen(person).paused_seconds) == (Status.PAUSED, 30)
    person.resume(3)
    person.wait(1)
    assert (seen(person).lead_in_seconds, seen(person).remaining_seconds) == (2, 20)


def test_an_open_set_stays_where_it_is_however_long_it_takes() -> None:
    person = Person(compile_routine(a_routine(a_rep_step(reps=10), a_walk()), free_reps=True))
    person.wait(15 + 400)
    view = view_of(person.playback, exercises_of(ROUTINE), person.now, NOON)
    assert (view.position_seconds, view.remaining_seconds, view.elapsed_seconds) == (65, 0, 400)
    assert view.done_reps == 10


def test_the_end_shows_the_last_set() -> None:
    person = Person(compile_routine(ROUTINE))
    person.wait(2000)
    view = seen(person)
    assert (view.status, view.exercise.id, upcoming(view)) == (Status.FINISHED, "bridge", None)
    assert (view.position_seconds, view.remaining_seconds) == (view.timeline.seconds, 0)


def test_the_breath_is_that_of_the_hold_and_of_nothing_else() -> None:
    person = Person(compile_routine(ROUTINE))
    breaths = []
    for seconds in (40, 45, 15, 22):
        person.wait(seconds)
        view = seen(person)
        breaths.append((view.exercise.id, view.is_work, view.breath))
    assert breaths == [
        ("walk", True, None),
        ("knee_hug", False, None),
        ("knee_hug", True, STRETCHED.at(10)),
        ("knee_hug", False, None),
    ]


def test_no_breath_is_paced_while_the_clock_waits_after_a_pause() -> None:
    person = Person(compile_routine(ROUTINE))
    person.wait(100)
    assert seen(person).breath is not None
    person.pause()
    person.wait(30)
    person.resume(3)
    person.wait(1)
    assert seen(person).breath is None
