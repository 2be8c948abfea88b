"""Playing a timeline: what the keys do (guided.md §6, rules 10 and 13)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hipback_desktop.core.playback import Status
from hipback_desktop.core.timeline import SegmentKind, Timings, compile_routine, compile_step
from tests.builders import a_hold, a_rep_step, a_routine, a_walk
from tests.core.person import Person


def a_person(free_reps: bool = False) -> Person:
    """Get ready 15, walk 60, get ready 15, two sides of 30 with a switch of 5, get ready 8, two sets of reps."""
    routine = a_routine(a_walk(60), a_hold(30), a_rep_step(reps=10, sets=2))
    return Person(compile_routine(routine, free_reps=free_reps))


def in_the_first_hold(seconds: float = 10) -> Person:
    person = a_person()
    person.wait(90 + seconds)
    return person


def test_space_ends_a_lead_in_when_the_person_is_ready() -> None:
    person = a_person()
    person.wait(5)
    assert person.is_done() == ["changed", "started work walk"]
    assert (person.position, person.remaining) == (5, 60)
    assert (
        person.playback.timeline.seconds
        == compile_routine(a_routine(a_walk(60), a_hold(30), a_rep_step(sets=2))).seconds - 10
    )


def test_a_set_that_is_done_ends_at_what_was_done() -> None:
    person = in_the_first_hold(12)
    assert person.is_done() == ["changed", "knee_hug 12 s completed", "started side_switch knee_hug"]
    assert person.playback.timeline.segments[3].seconds == 12
    assert person.remaining == 5


def test_the_last_set_that_is_done_ends_the_session() -> None:
    person = a_person()
    person.wait(15 + 60 + 15 + 65 + 8 + 50 + 30 + 20)
    assert person.is_done() == ["changed", "bridge 20 s 4 reps completed", "finished"]
    assert person.position == person.playback.timeline.seconds


def test_next_leaves_the_whole_step_and_tells_of_every_set_passed_over() -> None:
    person = in_the_first_hold(10)
    assert person.next() == ["knee_hug 10 s skipped", "knee_hug 0 s skipped", "started get_ready bridge"]
    assert person.remaining == 8


def test_sets_of_reps_passed_over_have_no_reps() -> None:
    person = in_the_first_hold()
    person.next()
    assert person.next() == ["bridge 0 s 0 reps skipped", "bridge 0 s 0 reps skipped", "finished"]


def test_next_in_the_last_step_ends_the_session_at_its_end() -> None:
    person = in_the_first_hold()
    person.next()
    person.wait(8 + 12)
    assert person.next()[-1] == "finished"
    assert person.playback.status is Status.FINISHED
    assert person.position == person.playback.timeline.seconds


def test_previous_begins_the_step_anew() -> None:
    person = in_the_first_hold(10)
    assert person.previous() == ["knee_hug 10 s stopped", "started get_ready knee_hug"]
    assert (person.position, person.remaining) == (75, 15)


def test_what_was_cut_short_is_as_planned_when_it_is_begun_anew() -> None:
    person = a_person()
    person.wait(75)
    for seconds in (3, 12, 2):
        person.wait(seconds)
        person.is_done()
    assert person.previous() == ["changed", "started get_ready knee_hug"]
    assert [segment.seconds for segment in person.playback.timeline.segments[2:6]] == [15, 30, 5, 30]
    assert (person.position, person.remaining) == (75, 15)


def test_previous_twice_goes_to_the_step_before() -> None:
    person = in_the_first_hold(10)
    person.previous()
    person.wait(1.9)
    assert person.previous() == ["started get_ready walk"]
    assert person.position == 0


def test_previous_a_while_after_a_step_began_begins_it_anew() -> None:
    person = in_the_first_hold(10)
    person.previous()
    person.wait(2)
    assert person.previous() == ["started get_ready knee_hug"]
    assert person.position == 75


def test_previous_in_the_first_step_stays_in_it() -> None:
    person = a_person()
    person.wait(1)
    assert person.previous() == ["started get_ready walk"]
    assert person.previous() == ["started get_ready walk"]
    assert person.position == 0


def test_work_that_had_not_begun_is_not_told_as_stopped() -> None:
    person = in_the_first_hold(0)
    assert person.previous() == ["started get_ready knee_hug"]


def test_more_time_moves_only_the_end() -> None:
    person = in_the_first_hold(10)
    left = person.playback.left_of_session(person.now)
    assert person.extend(10) == ["changed"]
    assert (person.remaining, person.position) == (30, 100)
    assert person.playback.left_of_session(person.now) == left + 10
    assert person.wait(30)[0] == "knee_hug 40 s completed"


def test_a_set_made_longer_has_more_reps() -> None:
    person = in_the_first_hold()
    person.next()
    person.wait(8)
    person.extend(10)
    assert person.wait(60)[0] == "bridge 60 s 12 reps completed"


def test_less_time_than_is_done_ends_the_segment_now() -> None:
    person = in_the_first_hold(25)
    assert person.extend(-10) == ["changed", "knee_hug 25 s completed", "started side_switch knee_hug"]


def test_exactly_as_much_time_as_is_done_ends_the_segment_now() -> None:
    person = in_the_first_hold(20)
    assert person.extend(-10)[-1] == "started side_switch knee_hug"


def test_less_time_that_still_leaves_some() -> None:
    person = in_the_first_hold(10)
    assert person.extend(-10) == ["changed"]
    assert person.remaining == 10


@pytest.mark.parametrize("seconds", [10, -10])
def test_more_or_less_time_does_nothing_to_free_reps(seconds: float) -> None:
    """They take as long as they take; +10 s must not end a set that is over its estimate."""
    person = a_person(free_reps=True)
    person.next()
    person.next()
    person.wait(8 + 70)
    before = person.playback
    assert person.extend(seconds) == []
    assert person.playback == before


def test_what_was_skipped_is_known_until_it_is_gone_back_to() -> None:
    person = in_the_first_hold(10)
    assert not person.playback.left_out
    person.next()
    assert person.playback.left_out == ((100, 155),)
    person.wait(1)
    person.previous()
    assert person.playback.segment.exercise_id == "knee_hug"
    assert not person.playback.left_out


def test_repeat_adds_the_side_once_more_and_goes_on() -> None:
    person = in_the_first_hold(10)
    assert person.repeat() == ["changed"]
    assert person.wait(20) == ["knee_hug 30 s completed", "started get_ready knee_hug"]
    assert person.wait(5) == ["started work knee_hug"]
    assert person.wait(30) == ["knee_hug 30 s completed", "started side_switch knee_hug"]
    assert person.playback.segment.side == "left"


def test_repeat_in_a_lead_in_repeats_what_was_just_done() -> None:
    person = in_the_first_hold(32)
    assert person.playback.segment.kind == "side_switch"
    assert person.repeat() == ["changed", "started get_ready knee_hug"]
    assert (person.remaining, person.playback.segment.side) == (5, "right")
    assert person.wait(5 + 30)[-1] == "started side_switch knee_hug"
    assert person.remaining == 5


def test_repeat_in_the_first_lead_in_adds_a_set_of_what_is_shown() -> None:
    person = a_person()
    person.wait(3)
    shown = person.playback.segment
    assert person.repeat() == ["changed"]
    assert person.playback.segment == shown
    assert [s.exercise_id for s in person.playback.timeline.segments[:4]] == [shown.exercise_id] * 4


@pytest.mark.parametrize("jump", [Person.next, Person.previous])
def test_repeat_after_a_jump_means_the_exercise_that_is_shown(jump: Callable[[Person], object]) -> None:
    """What was skipped or left was not just done: the person is not sent back to it."""
    person = in_the_first_hold(10)
    jump(person)
    shown, before = person.playback.segment, person.playback.timeline
    assert shown.kind != SegmentKind.WORK
    assert person.repeat() == ["changed"]
    assert person.playback.segment == shown
    work = before.segments[shown.index + 1]
    again = person.playback.timeline.segments[shown.index + 1 : shown.index + 4]
    assert [(s.kind, s.exercise_id, s.side) for s in again] == [
        (kind, work.exercise_id, work.side) for kind in (SegmentKind.WORK, SegmentKind.GET_READY, SegmentKind.WORK)
    ]


def test_repeat_repeats_a_set_that_was_called_done() -> None:
    person = in_the_first_hold(10)
    person.is_done()
    assert person.playback.segment.side == "left"
    assert person.repeat()[-1] == "started get_ready knee_hug"
    assert person.playback.segment.side == "right"


def test_an_easier_exercise_begins_the_step_anew() -> None:
    person = in_the_first_hold(10)
    easier = compile_step(a_hold(20, id="easy_hug"), 1, Timings(), changes_position=False)
    assert person.replace(easier) == ["knee_hug 10 s stopped", "changed", "started get_ready easy_hug"]
    assert (person.position, person.remaining) == (75, 8)
    assert [s.exercise_id for s in person.playback.timeline.segments[2:6]] == ["easy_hug"] * 4


def test_stop_ends_at_once_and_keeps_what_was_done() -> None:
    person = in_the_first_hold(10)
    assert person.stop() == ["knee_hug 10 s stopped", "stopped"]
    assert person.playback.status is Status.STOPPED
    person.wait(100)
    assert (person.position, person.playback.active(person.now)) == (100, 100)


def test_stop_in_a_pause_counts_the_pause() -> None:
    person = in_the_first_hold(10)
    person.pause()
    person.wait(60)
    assert person.stop() == ["knee_hug 10 s stopped", "stopped"]
    person.wait(60)
    assert (person.playback.active(person.now), person.playback.pauses(person.now)) == (100, 60)


def test_moving_about_in_a_pause_stays_paused() -> None:
    person = in_the_first_hold(10)
    person.pause()
    person.wait(60)
    assert person.next() == ["knee_hug 10 s skipped", "knee_hug 0 s skipped", "started get_ready bridge"]
    assert person.playback.status is Status.PAUSED
    person.wait(60)
    assert person.remaining == 8
    person.resume()
    assert person.wait(8) == ["started work bridge"]
    assert person.playback.pauses(person.now) == 120


def test_skipping_the_last_step_in_a_pause_ends_the_session_and_the_pause() -> None:
    person = in_the_first_hold(10)
    person.next()
    person.pause()
    person.wait(60)
    assert person.next()[-1] == "finished"
    person.wait(60)
    assert (person.playback.active(person.now), person.playback.pauses(person.now)) == (100, 60)


COMMANDS: tuple[Callable[[Person], list[str]], ...] = (
    Person.pause,
    Person.resume,
    Person.is_done,
    Person.next,
    Person.previous,
    lambda person: person.extend(10),
    lambda person: person.extend(-10),
    Person.repeat,
    lambda person: person.replace(compile_step(a_hold(20), 0, Timings(), changes_position=True)),
    Person.stop,
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("ends", [Person.stop, lambda person: person.wait(1000)])
def test_after_the_end_no_key_does_anything(
    command: Callable[[Person], list[str]], ends: Callable[[Person], list[str]]
) -> None:
    person = in_the_first_hold()
    ends(person)
    before = person.playback
    assert before.is_over
    assert command(person) == []
    assert person.playback == before
