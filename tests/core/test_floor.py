"""Floor mode: the voice says more to somebody who cannot see the screen."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from hipback_desktop.core.cues import GAP_SECONDS, Candidate, Cue, FloorMode, Priority, Profile
from hipback_desktop.core.exercise import Phase, Position, SeesScreen, Sides
from hipback_desktop.core.routine import Step
from hipback_desktop.core.script import candidates, plan_cues
from hipback_desktop.core.timeline import SegmentKind, Timeline, compile_routine
from tests.builders import a_hold, a_rep_step, a_routine, a_walk, exercises_of
from tests.core.listening import ALMOST, a_plan, heard, holds, in_segment, spoken_at, voiced
from tests.core.shipped import catalogue

ROUTINES = pytest.mark.parametrize("routine_id", sorted(catalogue().routines))
PROFILES = pytest.mark.parametrize("profile", Profile)
MODES = pytest.mark.parametrize("mode", FloorMode)
COUNTS = {"3", "2", "1"}

LYING: dict[str, Any] = {"sees_screen": SeesScreen.NO, "sides": Sides.NONE, "start_cue": None}
FAST = spoken_at(220)


def said(index: int, *steps: Step, **choices: Any) -> list[tuple[float, str]]:
    routine = a_routine(*steps)
    timeline = compile_routine(routine)
    cues = plan_cues(timeline, exercises_of(routine), a_plan(**choices))
    return in_segment(voiced(cues), timeline.segments[index])


def words(index: int, *steps: Step, **choices: Any) -> list[str]:
    return [text for _, text in said(index, *steps, **choices)]


def test_a_lead_in_leads_step_by_step_and_leaves_the_time_out() -> None:
    assert words(2, a_walk(20), a_hold(30, **LYING), seconds_of=FAST) == [
        "Next: Knee hug.",
        "Come on to your back.",
        "Lie on your back.",
        "Hug one knee.",
        "30 seconds.",
    ]


def test_where_half_the_screen_is_seen_only_the_lead_in_says_more() -> None:
    steps = (a_walk(20), a_hold(30, **{**LYING, "sees_screen": SeesScreen.PARTLY}), a_walk(20))
    assert "Hug one knee." in words(2, *steps, seconds_of=FAST)
    assert words(3, *steps) == words(3, *steps, floor_mode=FloorMode.OFF)


def test_the_first_step_matters_more_than_the_way_and_the_way_more_than_the_second() -> None:
    step = a_hold(30, **LYING, steps=["One two three four five six.", "One two three four five six seven eight."])
    assert words(2, a_walk(20), step)[1:] == ["Come on to your back.", "One two three four five six.", "30 seconds."]
    slow = words(2, a_walk(20), step, seconds_of=spoken_at(75))
    assert slow[1:] == ["One two three four five six.", "30 seconds."]


def test_a_step_too_long_for_the_lead_in_leaves_the_way_and_the_amount() -> None:
    step = a_hold(30, **LYING, steps=["So long a first step that nobody can say it in the time there is. " * 2])
    assert words(2, a_walk(20), step) == ["Next: Knee hug.", "Come on to your back.", "30 seconds."]


def test_steps_are_said_whole_in_two_sessions_and_then_only_the_first() -> None:
    def steps_said(times: int) -> list[str]:
        lead_in = words(2, a_walk(20), a_hold(30, **LYING), seconds_of=FAST, times_met=lambda _: times)
        return [text for text in lead_in if text in ("Lie on your back.", "Hug one knee.")]

    assert [len(steps_said(times)) for times in (0, 1, 2, 30)] == [2, 2, 1, 1]


def test_a_new_routine_begins_with_first() -> None:
    assert words(0, a_hold(30, **LYING))[0] == "First: Knee hug."


def test_what_to_avoid_is_said_once_in_the_first_set_and_in_the_rests() -> None:
    step = a_rep_step(sets=3, **LYING, avoid=("Pulling hard.", "Rushing."))
    heard_of = [
        (index, text) for index in range(1, 6) for text in words(index, step, a_walk(20)) if text.startswith("Avoid")
    ]
    assert heard_of == [(1, "Avoid: Pulling hard."), (2, "Avoid: Rushing."), (4, "Avoid: Pulling hard.")]


def test_the_second_side_hears_of_something_else_to_avoid() -> None:
    step = a_hold(60, **{**LYING, "sides": Sides.EACH}, avoid=("Pulling hard.", "Rushing."))
    assert "Avoid: Pulling hard." in words(1, step)
    assert "Avoid: Rushing." in words(3, step)


def test_the_time_left_is_said_at_the_quarters_of_a_long_hold() -> None:
    def marks(seconds: float, **choices: Any) -> list[tuple[float, str]]:
        spoken = said(1, a_hold(seconds, **LYING), a_walk(20), **choices)
        return [(at, text) for at, text in spoken if "left." in text or text == "Halfway."]

    assert marks(30) == [(15, "Halfway.")]
    assert marks(60) == [(15, "45 seconds left."), (30, "Halfway.")]
    assert marks(100) == [(25, "75 seconds left."), (50, "Halfway."), (75, "25 seconds left.")]
    assert marks(300) == [(60, "4 minutes left."), (150, "Halfway."), (240, "1 minute left.")]
    assert marks(100, speaks_halfway=False) == []
    assert marks(100, floor_mode=FloorMode.OFF) == [(50, "Halfway.")]


def test_what_comes_next_is_said_before_the_work_ends_with_the_way_there() -> None:
    steps = (a_hold(30, **LYING), a_walk(20))
    assert (16, "After this: Easy walk. Come up to standing.") in [(round(at), text) for at, text in said(1, *steps)]
    staying = (a_hold(30, **LYING), a_hold(30, id="twist", name="Twist"))
    assert "After this: Twist, right side." in words(1, *staying)


def test_what_comes_next_is_not_said_where_the_same_goes_on_or_the_screen_tells() -> None:
    sets = (a_rep_step(sets=2, **LYING), a_walk(20))
    assert [index for index in (1, 3) if any("After this" in text for text in words(index, *sets))] == [3]
    assert not any("After this" in text for text in words(1, a_hold(30), a_walk(20)))
    assert not any("After this" in text for text in words(1, a_hold(30, **LYING)))


def test_between_two_numbers_there_may_only_be_room_for_the_name() -> None:
    steps = (a_rep_step(**LYING, cues=(), breathing_cues=()), a_walk(20))
    assert "After this: Easy walk." in words(1, *steps)
    assert "After this: Easy walk. Come up to standing." in words(1, *steps, rep_counts="none")
    count = [text for text in words(1, *steps) if text.isdigit() or text == "Last two."]
    assert count == ["1", "2", "3", "4", "5", "6", "7", "Last two.", "9"]


def test_in_a_short_hold_what_comes_next_stands_in_for_the_breath() -> None:
    plank = a_hold(20, **{**LYING, "phase": Phase.STRENGTHEN}, breathing_cues=("Keep breathing.",))
    assert words(1, plank, a_walk(20)) == ["After this: Easy walk. Come up to standing.", "3", "2", "1"]


def test_always_and_off_do_not_look_at_the_exercise() -> None:
    seen, unseen = a_hold(30, sides=Sides.NONE), a_hold(30, sides=Sides.NONE, sees_screen=SeesScreen.NO)
    for mode in (FloorMode.ALWAYS, FloorMode.OFF):
        assert words(1, seen, a_walk(20), floor_mode=mode) == words(1, unseen, a_walk(20), floor_mode=mode)
    automatic = words(1, seen, a_walk(20), floor_mode=FloorMode.AUTOMATIC)
    assert automatic == words(1, seen, a_walk(20), floor_mode=FloorMode.OFF)


def test_essential_says_the_way_and_what_comes_next_and_shows_the_steps() -> None:
    steps = (a_walk(20), a_hold(30, **LYING), a_walk(20))
    assert words(2, *steps, profile=Profile.ESSENTIAL) == ["Next: Knee hug.", "Come on to your back.", "30 seconds."]
    assert "After this: Easy walk. Come up to standing." in words(3, *steps, profile=Profile.ESSENTIAL)
    assert not any("Avoid" in text for text in words(3, *steps, profile=Profile.ESSENTIAL))


def test_every_exercise_we_ship_says_what_is_seen() -> None:
    """Face down or with a head that must stay where it is nobody sees a screen; upright nearly everybody does."""
    exercises = catalogue().exercises.values()
    unseen = {exercise.id for exercise in exercises if exercise.sees_screen is SeesScreen.NO}
    assert {exercise.id for exercise in exercises if exercise.position is Position.PRONE} <= unseen
    assert {"cat_cow", "bird_dog", "glute_bridge", "diaphragmatic_breathing"} <= unseen
    side_lying = [exercise for exercise in exercises if exercise.position is Position.SIDE_LYING]
    assert {exercise.sees_screen for exercise in side_lying} == {SeesScreen.PARTLY}
    kneeling = [exercise for exercise in exercises if exercise.position is Position.HALF_KNEELING]
    assert {exercise.sees_screen for exercise in kneeling} == {SeesScreen.YES}


class Shipped:
    """A routine we ship, with all that is planned and wished for it."""

    def __init__(self, routine_id: str, profile: Profile, mode: FloorMode, words_a_minute: float = 130) -> None:
        self.timeline: Timeline = compile_routine(catalogue().routines[routine_id])
        self.plan = a_plan(seconds_of=spoken_at(words_a_minute), profile=profile, floor_mode=mode)
        self.cues: tuple[Cue, ...] = plan_cues(self.timeline, catalogue().exercises, self.plan)

    def wishes(self) -> list[Candidate]:
        return list(candidates(self.timeline, catalogue().exercises, self.plan))


@MODES
@PROFILES
@ROUTINES
def test_rules_4_to_6_hold_for_every_routine(routine_id: str, profile: Profile, mode: FloorMode) -> None:
    session = Shipped(routine_id, profile, mode)
    for first, second in pairwise(heard(session.cues)):
        assert first.at_seconds + first.seconds + GAP_SECONDS <= second.at_seconds + ALMOST
    for hold in holds(session.timeline):
        quiet_from = hold.end_seconds - 4
        late = {
            cue.text
            for cue in voiced(session.cues)
            if cue.at_seconds + cue.seconds > quiet_from + ALMOST and cue.at_seconds < hold.end_seconds - ALMOST
        }
        assert late <= COUNTS
        if hold.phase is not Phase.CALM:
            guiding = [
                cue.at_seconds - hold.start_seconds
                for cue in voiced(session.cues)
                if cue.segment_index == hold.index and cue.priority in (Priority.FORM, Priority.BREATHING)
            ]
            assert all(second - first >= 7 - ALMOST for first, second in pairwise([at for at in guiding if at >= 6]))


@MODES
@ROUTINES
def test_nothing_is_said_outside_its_window(routine_id: str, mode: FloorMode) -> None:
    session = Shipped(routine_id, Profile.FULL, mode)
    wishes: dict[tuple[str, int], list[Candidate]] = {}
    for wish in session.wishes():
        wishes.setdefault((wish.text, wish.segment_index), []).append(wish)
    for cue in heard(session.cues):
        assert any(
            wish.earliest <= cue.at_seconds <= wish.latest + ALMOST
            and cue.at_seconds + cue.seconds <= wish.ends_by + ALMOST
            for wish in wishes[cue.text, cue.segment_index]
        )


@PROFILES
@ROUTINES
def test_all_that_the_usual_script_rings_and_counts_is_still_there(routine_id: str, profile: Profile) -> None:
    """Only guidance changes: boundaries, counts down, halfway and the end stay where they were."""
    stays = COUNTS | {"Halfway.", "Ten more seconds, stay easy.", "That is the session. Well done."}

    def landmarks(session: Shipped) -> list[tuple[float, str]]:
        in_holds = {hold.index for hold in holds(session.timeline)}
        kept = [c for c in session.cues if c.priority is Priority.BOUNDARY or c.text in stays]
        return [(c.at_seconds, c.text) for c in kept if c.segment_index in in_holds or c.text not in COUNTS]

    usual, floor = (Shipped(routine_id, profile, mode) for mode in (FloorMode.OFF, FloorMode.ALWAYS))
    assert landmarks(floor) == landmarks(usual)


@ROUTINES
def test_every_lead_in_still_names_what_comes(routine_id: str) -> None:
    session = Shipped(routine_id, Profile.FULL, FloorMode.ALWAYS)
    said_in = {(cue.segment_index, cue.text) for cue in voiced(session.cues)}
    for segment in session.timeline.segments:
        if segment.kind is SegmentKind.GET_READY:
            name = catalogue().exercises[segment.exercise_id].name
            assert any(index == segment.index and name in text for index, text in said_in)
