"""Playing a timeline: what happens by itself, and what a pause does."""

from __future__ import annotations

import pytest

from hipback_desktop.core.events import WorkEnded
from hipback_desktop.core.playback import Status, begin
from hipback_desktop.core.routine import Step
from hipback_desktop.core.timeline import compile_routine
from tests.builders import a_hold, a_rep_step, a_routine, a_segment, a_timeline, a_walk
from tests.core.person import Person, ideal_moments


def a_person(*steps: Step, free_reps: bool = False) -> Person:
    """By default: get ready 15, walk 60, get ready 8, march 30."""
    chosen = steps or (a_walk(60), a_walk(30, id="march"))
    return Person(compile_routine(a_routine(*chosen), free_reps=free_reps))


def test_a_session_plays_to_its_end() -> None:
    person = a_person()
    assert not person.playback.is_over
    assert person.wait(14.9) == []
    assert person.wait(0.1) == ["started work walk"]
    assert person.wait(60) == ["walk 60 s completed", "started get_ready march"]
    assert person.wait(8) == ["started work march"]
    assert person.wait(30) == ["march 30 s completed", "finished"]
    assert person.playback.status is Status.FINISHED
    assert person.playback.is_over
    assert person.wait(99) == []


def test_a_stalled_event_loop_moves_nothing() -> None:
    """Events carry the ideal moments, not the moment somebody looked."""
    person = a_person()
    person.wait(500)
    assert ideal_moments(person.playback, person.events) == [0, 15, 75, 75, 83, 113, 113]
    assert person.playback.active(person.now) == 113
    assert person.position == 113


def test_a_moment_is_computed_and_never_counted() -> None:
    person = a_person()
    person.wait(25)
    playback, now = person.playback, person.now
    assert (playback.index, playback.segment.exercise_id) == (1, "walk")
    assert (playback.position(now), playback.elapsed(now), playback.remaining(now)) == (25, 10, 50)
    assert playback.left_of_session(now) == 113 - 25
    assert playback.deadline == now + 50


def test_a_pause_keeps_what_is_left_and_moves_the_end_by_its_length() -> None:
    person = a_person()
    person.wait(25)
    assert person.pause() == ["paused"]
    person.wait(1200)
    assert (person.position, person.remaining) == (25, 50)
    assert person.playback.deadline is None
    assert person.playback.pauses(person.now) == 1200
    assert person.resume() == ["resumed in 0"]
    assert person.playback.deadline == person.now + 50
    assert person.wait(50) == ["walk 60 s completed", "started get_ready march"]
    person.wait(38)
    assert (person.playback.active(person.now), person.playback.pauses(person.now)) == (113, 1200)


def test_after_a_pause_the_clock_waits_for_the_lead_in() -> None:
    person = a_person()
    person.wait(25)
    person.pause()
    person.wait(7)
    assert person.resume(3) == ["resumed in 3"]
    assert (person.playback.lead_in(person.now), person.position) == (3, 25)
    assert person.playback.left_of_session(person.now) == 3 + 113 - 25
    person.wait(2)
    assert (person.playback.lead_in(person.now), person.position) == (1, 25)
    assert person.playback.left_of_session(person.now) == 1 + 113 - 25
    person.wait(5)
    assert (person.playback.lead_in(person.now), person.position) == (0, 29)
    assert person.playback.pauses(person.now) == 7


def test_a_pause_in_the_lead_in_after_a_pause_loses_nothing() -> None:
    person = a_person()
    person.wait(25)
    person.pause()
    person.wait(7)
    person.resume(3)
    person.wait(2)
    person.pause()
    assert person.playback.lead_in(person.now) == 0
    person.wait(10)
    person.resume(3)
    person.wait(3)
    assert (person.position, person.playback.pauses(person.now)) == (25, 17)


def test_pausing_twice_is_pausing_once_and_so_is_going_on() -> None:
    person = a_person()
    person.wait(20)
    assert person.resume(3) == []
    person.pause()
    person.wait(5)
    assert person.pause() == []
    person.wait(5)
    assert person.playback.pauses(person.now) == 10
    person.resume()
    assert person.resume() == []
    assert person.position == 20


def test_what_was_over_when_pause_was_pressed_is_told_first() -> None:
    person = a_person()
    person.now += 76
    assert person.pause() == ["started work walk", "walk 60 s completed", "started get_ready march", "paused"]
    assert person.position == 76


def test_a_session_that_ended_before_pause_was_pressed_has_ended() -> None:
    person = a_person()
    person.now += 200
    assert person.pause()[-1] == "finished"
    assert person.playback.status is Status.FINISHED


def test_a_session_can_begin_in_its_middle() -> None:
    person = Person(compile_routine(a_routine(a_walk(60), a_walk(30, id="march"))), from_index=2)
    assert (person.position, person.remaining, person.playback.lead_in(person.now)) == (75, 8, 0)
    person.wait(38)
    assert person.playback.status is Status.FINISHED
    assert person.playback.active(person.now) == 38


def test_reps_are_counted_by_their_pace_and_only_in_work() -> None:
    person = a_person(a_rep_step(reps=10, seconds_per_rep=5))
    counts = []
    for seconds in (14, 1, 4.9, 0.1, 44.9):
        person.wait(seconds)
        counts.append(person.playback.done_reps(person.now))
    assert counts == [0, 0, 0, 1, 9]
    assert person.wait(0.1)[0] == "bridge 50 s 10 reps completed"


def test_a_hold_has_no_reps() -> None:
    person = a_person()
    person.wait(30)
    assert person.playback.done_reps(person.now) == 0


@pytest.mark.parametrize("began", [0.1, 12345.678, 86400.123 * 365, 1e8 / 3])
def test_the_last_rep_counts_however_long_the_computer_has_been_on(began: float) -> None:
    """A clock that has run for years has coarse fractions of a second."""
    pieces = (a_segment(seconds=0.7), a_segment(seconds=7, reps=10, seconds_per_rep=0.7, exercise_id="swing"))
    playback, _ = begin(a_timeline(*pieces), began)
    _, events = playback.advance(began + 7.8)
    assert [event.done_reps for event in events if isinstance(event, WorkEnded)] == [None, 10]


def test_free_reps_never_end_by_themselves() -> None:
    person = a_person(a_rep_step(reps=10), a_walk(20), free_reps=True)
    person.wait(15)
    assert person.playback.deadline is None
    assert person.wait(500) == []
    assert (person.remaining, person.playback.done_reps(person.now)) == (0, 10)
    assert person.playback.left_of_session(person.now) == 35
    assert person.is_done() == ["changed", "bridge 500 s 10 reps completed", "started get_ready walk"]
    assert person.playback.left_of_session(person.now) == 35
    assert person.wait(35) == ["started work walk", "walk 20 s completed", "finished"]


def test_a_pause_in_free_reps_keeps_how_long_they_took() -> None:
    person = a_person(a_rep_step(reps=10), a_walk(20), free_reps=True)
    person.wait(15 + 70)
    person.pause()
    person.wait(1000)
    person.resume(3)
    person.wait(3 + 5)
    assert person.is_done()[1] == "bridge 75 s 10 reps completed"


def test_a_stopped_set_of_free_reps_has_at_most_the_planned_reps() -> None:
    person = a_person(a_rep_step(reps=10), free_reps=True)
    person.wait(15 + 500)
    assert person.stop() == ["bridge 500 s 10 reps stopped", "stopped"]


def test_both_sides_of_a_hold_are_told_apart() -> None:
    person = a_person(a_hold(30))
    person.wait(500)
    sides = [event.segment.side for event in person.events if isinstance(event, WorkEnded)]
    assert sides == ["right", "left"]
