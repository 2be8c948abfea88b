"""The rhythm of the breath, one for the voice, the pacer and the figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core.breath import CALM, STRETCHED, Rhythm, leading_rhythm, rhythm_of
from hipback_desktop.core.exercise import Mode, Phase
from hipback_desktop.core.script import plan_cues
from hipback_desktop.core.timeline import Timeline, compile_routine
from tests.builders import a_rep_step, a_routine, a_walk, an_exercise, exercises_of
from tests.core.listening import a_plan, holds, stretches, voiced
from tests.core.shipped import catalogue
from tests.core.strategies import STEADY

MOMENTS = st.floats(0, 600)
RHYTHMS = st.builds(Rhythm, st.sampled_from([3, 4, 5]), st.sampled_from([4, 6, 8]), st.sampled_from([0, 2, 6]))


def test_a_stretch_is_breathed_in_for_four_and_out_for_six_seconds() -> None:
    assert [STRETCHED.at(second).goes_in for second in (0, 1.9, 2, 5.9, 6, 11.9, 12, 16)] == [
        False,
        False,
        True,
        True,
        False,
        False,
        True,
        False,
    ]


def test_a_breath_fills_and_empties_slowly_at_both_ends() -> None:
    fullness = [round(STRETCHED.at(second).fullness, 3) for second in (2, 3, 4, 5, 6, 9, 12)]
    assert fullness == [0, 0.146, 0.5, 0.854, 1, 0.5, 0]


def test_the_time_to_the_turn_is_told() -> None:
    assert (STRETCHED.at(3).seconds_left, STRETCHED.at(7.5).seconds_left) == (3, 4.5)


@STEADY
@given(RHYTHMS, MOMENTS)
def test_breath_after_breath_is_the_same_and_never_jumps(rhythm: Rhythm, at: float) -> None:
    now, one_breath_later, a_moment_later = (rhythm.at(at + more) for more in (0, rhythm.seconds, 0.02))
    assert one_breath_later.fullness == pytest.approx(now.fullness, abs=1e-6)
    assert abs(a_moment_later.fullness - now.fullness) < 0.02
    assert 0 <= now.fullness <= 1
    assert rhythm.at(at + now.seconds_left + 1e-6).goes_in is not now.goes_in


def test_what_is_breathed_as_one_likes_has_no_rhythm() -> None:
    assert rhythm_of(an_exercise(phase=Phase.STRENGTHEN)) is None
    assert rhythm_of(an_exercise(phase=Phase.SMR, mode=Mode.ROLL)) is None
    assert rhythm_of(an_exercise(phase=Phase.WARM_UP, mode=Mode.REPS)) is None


def test_a_stretch_is_followed_by_the_breath_and_belly_breathing_is_led_by_it() -> None:
    stretch, belly = an_exercise(), an_exercise(phase=Phase.CALM, mode=Mode.TIMED)
    assert (rhythm_of(stretch), leading_rhythm(stretch)) == (STRETCHED, None)
    assert (rhythm_of(belly), leading_rhythm(belly)) == (CALM, CALM)


def said_at(timeline: Timeline, text: str) -> list[tuple[int, float]]:
    cues = voiced(plan_cues(timeline, catalogue().exercises, a_plan()))
    starts = [segment.start_seconds for segment in timeline.segments]
    return [(cue.segment_index, cue.at_seconds - starts[cue.segment_index]) for cue in cues if cue.text == text]


def test_the_voice_says_exhale_when_the_breath_goes_out() -> None:
    """Said a little late it still lies at the beginning of a breath out."""
    for routine in catalogue().routines.values():
        timeline = compile_routine(routine)
        said = said_at(timeline, "Exhale into the stretch.")
        assert len({index for index, _ in said}) >= len([hold for hold in stretches(timeline) if hold.seconds >= 30])
        for _, elapsed in said:
            breath = STRETCHED.at(elapsed)
            assert not breath.goes_in
            assert breath.seconds_left > STRETCHED.out_seconds - 1.3


def test_the_voice_counts_the_breath_of_belly_breathing() -> None:
    timeline = compile_routine(catalogue().routines["evening_wind_down_12"])
    for text, goes_in in (("In, two, three, four.", True), ("Out, two, three, four, five, six.", False)):
        said = said_at(timeline, text)
        assert {index for index, _ in said} == {h.index for h in holds(timeline) if h.phase is Phase.CALM}
        assert {CALM.at(elapsed).goes_in for _, elapsed in said} == {goes_in}


def test_reps_that_are_one_breath_each_are_said_in_and_out() -> None:
    """Cat–cow: the back rounds with the breath out, which begins with the rep."""
    cat_cow = catalogue().exercises["cat_cow"]
    assert cat_cow.breath == Rhythm(4, 6, 6)
    assert cat_cow.breath.seconds == cat_cow.dose.seconds_per_rep
    step = a_rep_step(
        reps=3,
        seconds_per_rep=10,
        start_cue="Out: round.",
        cues=(),
        breathing_cues=("In: belly soft.", "Out: round."),
        breath=Rhythm(4, 6, 6),
    )
    routine = a_routine(step, a_walk(20))
    timeline = compile_routine(routine)
    cues = voiced(plan_cues(timeline, exercises_of(routine), a_plan(rep_counts="none")))
    said = [(round(cue.at_seconds - 15, 2), cue.text) for cue in cues if cue.segment_index == 1]
    assert said == [
        (1.05, "Out: round."),
        (6, "In: belly soft."),
        (10, "Out: round."),
        (16, "In: belly soft."),
        (20, "Out: round."),
        (26, "In: belly soft."),
    ]
