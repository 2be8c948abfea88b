"""What holds however time passes: cut into any pieces, with pauses of any length (design §4, “Time”)."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core.events import Event, Paused, Resumed, TimelineChanged
from hipback_desktop.core.playback import Status, begin
from hipback_desktop.core.routine import Routine
from hipback_desktop.core.timeline import compile_routine
from tests.core.person import Person
from tests.core.strategies import STEADY, routines

QUARTERS = st.integers(0, 4000).map(lambda quarters: quarters / 4)
"""Moments that add up exactly."""


@STEADY
@given(routines(), st.lists(st.floats(0, 3000)), st.floats(0, 1e7), st.booleans())
def test_any_partition_of_time_gives_the_same_events(
    routine: Routine, moments: list[float], began: float, free_reps: bool
) -> None:
    timeline = compile_routine(routine, free_reps=free_reps)
    in_pieces, _ = begin(timeline, began)
    at_once = in_pieces
    events: tuple[Event, ...] = ()
    for moment in sorted(moments):
        in_pieces, more = in_pieces.advance(began + moment)
        events += more
    assert (in_pieces, events) == at_once.advance(began + max(moments, default=0))


@STEADY
@given(routines(), st.floats(0, 1e7))
def test_looking_twice_is_looking_once(routine: Routine, began: float) -> None:
    playback, _ = begin(compile_routine(routine), began)
    for look in (began, began + 20, began + 20, began + 5000, began + 5000):
        playback, _ = playback.advance(look)
        assert playback.advance(look) == (playback, ())


@STEADY
@given(routines(), st.lists(st.tuples(QUARTERS, QUARTERS, st.sampled_from([0, 3])), max_size=6))
def test_pauses_move_nothing_but_the_end(routine: Routine, pauses: list[tuple[float, float, float]]) -> None:
    timeline = compile_routine(routine)
    person, undisturbed = Person(timeline), Person(timeline)
    paused = lead_ins = 0.0
    for before, length, lead_in in pauses:
        person.wait(before)
        person.pause()
        left = (person.position, person.remaining, person.playback.left_of_session(person.now))
        person.wait(length)
        assert (person.position, person.remaining, person.playback.left_of_session(person.now)) == left
        if person.resume(lead_in):
            paused += length
            lead_ins += lead_in
            assert person.playback.left_of_session(person.now) == left[2] + lead_in
            person.wait(lead_in)
            assert (person.position, person.remaining, person.playback.left_of_session(person.now)) == left
    person.wait(timeline.seconds)
    undisturbed.wait(timeline.seconds)
    assert without_pauses(person) == without_pauses(undisturbed)
    assert person.playback.status is Status.FINISHED
    assert person.playback.changed_at == undisturbed.playback.changed_at + paused + lead_ins
    assert person.playback.active(person.now) == timeline.seconds + lead_ins
    assert person.playback.pauses(person.now) == paused


def without_pauses(person: Person) -> list[tuple[object, ...]]:
    """What happened, without its moments."""
    return [
        (type(event), event.segment if hasattr(event, "segment") else None, getattr(event, "done_seconds", None))
        for event in person.events
        if not isinstance(event, (Paused, Resumed))
    ]


@STEADY
@given(routines(), QUARTERS)
def test_what_is_shown_adds_up_at_every_moment(routine: Routine, moment: float) -> None:
    person = Person(compile_routine(routine))
    person.wait(moment)
    playback, now = person.playback, person.now
    if playback.is_over:
        assert playback.left_of_session(now) == 0
        return
    assert playback.elapsed(now) + playback.remaining(now) == playback.segment.seconds
    assert playback.position(now) + playback.left_of_session(now) == playback.timeline.seconds
    assert playback.index == playback.timeline.index_at(playback.position(now))


@STEADY
@given(routines())
def test_events_come_in_the_order_of_their_moments(routine: Routine) -> None:
    person = Person(compile_routine(routine))
    person.wait(10_000)
    moments = [event.at for event in person.events if not isinstance(event, TimelineChanged)]
    assert all(before <= after for before, after in pairwise(moments))
