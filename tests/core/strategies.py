"""Random exercises, routines and settings for property tests."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from hipback_desktop.core.dose import Dose
from hipback_desktop.core.exercise import Mode, Phase, Position, SeesScreen, Sides
from hipback_desktop.core.routine import Routine, Step
from hipback_desktop.core.settings import OPTIONS, Choice, Number, Settings, Several, Toggle
from hipback_desktop.core.timeline import Timings
from tests.builders import a_routine, an_exercise

STEADY = settings(derandomize=True, deadline=None, max_examples=60)
"""The same examples at every run."""
SOME = settings(STEADY, max_examples=30)
"""Fewer of them, where each takes long."""


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """A step of any phase, counted in seconds or in reps; quarters of seconds, so that sums are exact."""
    phase, sides = draw(st.sampled_from(Phase)), draw(st.sampled_from(Sides))
    sets = draw(st.integers(1, 3))
    if draw(st.booleans()):
        mode, dose = Mode.REPS, Dose(sets, None, draw(st.integers(1, 12)), draw(st.sampled_from([0.5, 2, 2.75, 5])))
    else:
        mode = Mode.TIMED if phase in (Phase.WARM_UP, Phase.CALM) else Mode.HOLD
        dose = Dose(sets, draw(st.sampled_from([0.25, 3, 10, 12.5, 29.75, 30, 45, 60, 120, 150])))
    exercise = an_exercise(
        id=f"{phase}_{mode}_{sides}_{draw(st.integers(0, 3))}",
        phase=phase,
        mode=mode,
        sides=sides,
        position=draw(st.sampled_from([Position.SUPINE, Position.STANDING, Position.PRONE])),
        dose=dose,
        cues=draw(st.sampled_from([(), ("Head heavy.",), ("Head heavy.", "Soft shoulders.", "Draw it in gently.")])),
        shared_cues=draw(st.sampled_from([(), ("Let it soften.",), ("Let it soften.", "Stay and breathe.")])),
        start_cue=draw(st.sampled_from([None, "Draw it in gently."])),
        halfway_cue=draw(st.sampled_from([None, "Other way round."])),
        breathing_cues=draw(st.sampled_from([(), ("Breathe in.", "Exhale into the stretch.")])),
        sees_screen=draw(st.sampled_from(SeesScreen)),
        avoid=draw(st.sampled_from([(), ("Pulling hard.",), ("Holding the breath.", "Rushing.")])),
    )
    return Step(exercise, dose)


def routines() -> st.SearchStrategy[Routine]:
    return st.lists(steps(), min_size=1, max_size=4).map(lambda chosen: a_routine(*chosen))


def timings() -> st.SearchStrategy[Timings]:
    seconds = st.sampled_from([0.5, 3, 5, 8, 15, 30])
    return st.builds(Timings, seconds, seconds, seconds, seconds, seconds, seconds, seconds)


@st.composite
def any_settings(draw: st.DrawFn) -> Settings:
    """Settings as the dialog can leave them."""
    values: dict[str, object] = {}
    for option in OPTIONS:
        match option.kind:
            case Toggle():
                values[option.key] = draw(st.booleans())
            case Number(minimum=minimum, maximum=maximum):
                values[option.key] = draw(st.integers(minimum, maximum))
            case Choice(choices=choices):
                values[option.key] = draw(st.sampled_from([value for value, _ in choices]))
            case Several(choices=choices):
                chosen = draw(st.sets(st.sampled_from([value for value, _ in choices])))
                values[option.key] = tuple(sorted(chosen))
    return Settings(**values)  # type: ignore[arg-type]
