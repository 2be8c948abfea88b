"""What holds for the cues of any routine, whatever the voice: guided.md §6, rules 4 to 6."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core.cues import GAP_SECONDS, Candidate, Channel, Cue, CuePlan, FloorMode, Priority, Profile
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.routine import Routine
from hipback_desktop.core.script import candidates, plan_cues
from hipback_desktop.core.timeline import Timeline, compile_routine
from tests.builders import exercises_of
from tests.core.listening import ALMOST, any_length, heard, holds, voiced
from tests.core.strategies import SOME, routines, timings

COUNTS = {"3", "2", "1"}
QUIET_SECONDS = 4
LENGTHS = st.lists(st.sampled_from([0.05, 0.12, 0.4, 0.85, 0.9, 1.5, 2.3, 3.9, 6.2, 11]), min_size=1, max_size=7)


@st.composite
def plans(draw: st.DrawFn, profile: Profile = Profile.FULL) -> CuePlan:
    return CuePlan(
        seconds_of=any_length(draw(LENGTHS)),
        profile=profile,
        rep_counts=draw(st.sampled_from(["every", "fifth", "none"])),
        speaks_halfway=draw(st.booleans()),
        speaks_breathing=draw(st.booleans()),
        floor_mode=draw(st.sampled_from(FloorMode)),
        times_met=draw(st.sampled_from([lambda _: 0, lambda _: 2])),
    )


@st.composite
def planned(draw: st.DrawFn) -> tuple[Routine, Timeline, CuePlan]:
    routine = draw(routines())
    return routine, compile_routine(routine, draw(timings()), free_reps=draw(st.booleans())), draw(plans())


def cues_of(session: tuple[Routine, Timeline, CuePlan]) -> tuple[Cue, ...]:
    routine, timeline, plan = session
    return plan_cues(timeline, exercises_of(routine), plan)


def wishes_of(session: tuple[Routine, Timeline, CuePlan]) -> list[Candidate]:
    routine, timeline, plan = session
    return list(candidates(timeline, exercises_of(routine), plan))


def with_profile(session: tuple[Routine, Timeline, CuePlan], profile: Profile) -> tuple[Cue, ...]:
    routine, timeline, plan = session
    return plan_cues(timeline, exercises_of(routine), replace(plan, profile=profile))


@SOME
@given(planned())
def test_nothing_heard_overlaps(session: tuple[Routine, Timeline, CuePlan]) -> None:
    for first, second in pairwise(heard(cues_of(session))):
        assert first.at_seconds + first.seconds + GAP_SECONDS <= second.at_seconds + ALMOST


@SOME
@given(planned())
def test_a_cue_is_never_outside_its_window(session: tuple[Routine, Timeline, CuePlan]) -> None:
    wishes = {(w.text, w.segment_index, w.earliest, w.latest, w.ends_by) for w in wishes_of(session)}
    for cue in heard(cues_of(session)):
        ends = cue.at_seconds + cue.seconds
        assert any(
            earliest <= cue.at_seconds <= latest + ALMOST and ends <= ends_by + ALMOST
            for text, index, earliest, latest, ends_by in wishes
            if (text, index) == (cue.text, cue.segment_index)
        )


@SOME
@given(planned())
def test_only_what_does_not_fit_is_dropped(session: tuple[Routine, Timeline, CuePlan]) -> None:
    """For everything dropped there is no moment of its window at which nothing else is heard."""
    plan, cues = session[2], heard(cues_of(session))
    kept = {(cue.text, cue.segment_index) for cue in cues}
    ends = [cue.at_seconds + cue.seconds + GAP_SECONDS for cue in cues]
    for wish in wishes_of(session):
        if (wish.text, wish.segment_index) in kept:
            continue
        seconds = plan.seconds_of(wish.channel, wish.text)
        latest = min(wish.latest, wish.ends_by - seconds)
        moments = [at for at in (wish.earliest, *ends) if wish.earliest <= at <= latest]
        free = [at for at in moments if all(end <= at or at + seconds + GAP_SECONDS <= cue.at_seconds
                                            for cue, end in zip(cues, ends, strict=True))]  # fmt: skip
        assert free == []


@SOME
@given(planned())
def test_nothing_but_the_count_is_said_in_the_last_four_seconds_of_a_hold(
    session: tuple[Routine, Timeline, CuePlan],
) -> None:
    said = voiced(cues_of(session))
    for hold in holds(session[1]):
        quiet_from = max(hold.end_seconds - QUIET_SECONDS, hold.start_seconds)
        in_the_quiet = {
            str(cue.text)
            for cue in said
            if cue.at_seconds + cue.seconds > quiet_from + ALMOST and cue.at_seconds < hold.end_seconds - ALMOST
        }
        assert in_the_quiet <= COUNTS


@SOME
@given(planned())
def test_the_count_is_said_exactly_three_two_and_one_seconds_before_the_end(
    session: tuple[Routine, Timeline, CuePlan],
) -> None:
    segments = session[1].segments
    for cue in voiced(cues_of(session)):
        segment = segments[cue.segment_index]
        if cue.text in COUNTS and segment in holds(session[1]):
            assert segment.end_seconds - cue.at_seconds == pytest.approx(int(cue.text))


@SOME
@given(planned())
def test_halfway_is_only_said_in_holds_of_thirty_seconds_and_more(
    session: tuple[Routine, Timeline, CuePlan],
) -> None:
    for cue in voiced(cues_of(session)):
        segment = session[1].segments[cue.segment_index]
        if cue.text in ("Halfway.", "Other way round.") and segment.seconds_per_rep is None:
            assert segment.seconds >= 30
            assert session[2].speaks_halfway
            assert cue.at_seconds - segment.start_seconds - segment.seconds / 2 <= 1 + ALMOST


@SOME
@given(planned())
def test_in_a_hold_form_and_breathing_leave_each_other_time(session: tuple[Routine, Timeline, CuePlan]) -> None:
    """One about every ten seconds: a cue on form may come three seconds late; the word at the start stands alone."""
    said = voiced(cues_of(session))
    for hold in holds(session[1]):
        moments = [
            cue.at_seconds - hold.start_seconds
            for cue in said
            if cue.segment_index == hold.index and cue.priority in (Priority.FORM, Priority.BREATHING)
        ]
        after_start = [at for at in moments if at >= 6]
        if hold.phase is not Phase.CALM:
            assert all(second - first >= 7 - ALMOST for first, second in pairwise(after_start))
            assert len([at for at in moments if at < 6]) <= 1


@SOME
@given(planned())
def test_silent_is_only_seen_and_shows_whatever_full_says(session: tuple[Routine, Timeline, CuePlan]) -> None:
    silent = with_profile(session, Profile.SILENT)
    assert {cue.channel for cue in silent} <= {Channel.SCREEN}
    shown = {(cue.text, cue.segment_index) for cue in silent}
    assert {(cue.text, cue.segment_index) for cue in voiced(cues_of(session))} <= shown


@SOME
@given(planned())
def test_chimes_only_rings_at_every_boundary_as_full_does_and_says_nothing(
    session: tuple[Routine, Timeline, CuePlan],
) -> None:
    chimes = with_profile(session, Profile.CHIMES)
    assert voiced(chimes) == []
    assert boundaries(chimes) == boundaries(cues_of(session))


def boundaries(cues: tuple[Cue, ...]) -> list[Cue]:
    return [cue for cue in cues if cue.priority is Priority.BOUNDARY]


@SOME
@given(planned())
def test_essential_says_no_more_than_full_would_like_to_and_nothing_on_form(
    session: tuple[Routine, Timeline, CuePlan],
) -> None:
    essential = voiced(with_profile(session, Profile.ESSENTIAL))
    wanted = {(wish.text, wish.segment_index) for wish in wishes_of(session) if not wish.needs_full}
    assert {(cue.text, cue.segment_index) for cue in essential} <= wanted


@SOME
@given(planned())
def test_every_profile_is_in_the_order_of_time(session: tuple[Routine, Timeline, CuePlan]) -> None:
    for profile in Profile:
        moments = [cue.at_seconds for cue in with_profile(session, profile)]
        assert moments == sorted(moments)
