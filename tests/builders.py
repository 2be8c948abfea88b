"""Values for tests with readable defaults; every part can be overridden by keyword."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from hipback_desktop.core.dose import Dose
from hipback_desktop.core.exercise import (
    Area,
    Bias,
    Exercise,
    Level,
    Mode,
    Origin,
    Phase,
    Position,
    Prescription,
    Sides,
    Variant,
)
from hipback_desktop.core.record import OpenSession, Outcome, SessionOrigin, SessionRecord, StepRecord
from hipback_desktop.core.routine import Block, Routine, Step
from hipback_desktop.core.timeline import Segment, SegmentKind, Timeline, compile_routine

NOON = datetime(2026, 3, 18, 12, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Wednesday."""


def an_exercise(**changes: Any) -> Exercise:
    """A held stretch on each side."""
    values: dict[str, Any] = {
        "id": "knee_hug",
        "name": "Knee hug",
        "phase": Phase.STRETCH,
        "mode": Mode.HOLD,
        "sides": Sides.EACH,
        "position": Position.SUPINE,
        "dose": Dose(2, 30),
        "level": Level.BEGINNER,
        "origin": Origin.SUPPORT,
        "steps": ("Lie on your back.", "Hug one knee."),
        "cues": ("Head heavy.", "Soft shoulders."),
        "breathing": "Breathe slowly.",
        "avoid": ("Pulling hard.",),
        "easier": Variant("Hold behind the thigh."),
        "harder": None,
        "areas": (Area.GLUTES,),
        "bias": Bias.NEUTRAL,
        "sources": ("practice",),
        "prescriptions": (Prescription("30 s", ()),),
        "breathing_cues": ("Breathe in, grow long.", "Exhale into the stretch."),
        "start_cue": "Draw it in gently.",
        **changes,
    }
    values["steps"] = tuple(values["steps"])
    return Exercise(**values)


def a_hold(seconds: float = 30, sets: int = 1, **changes: Any) -> Step:
    """A step that is held; on each side unless told otherwise."""
    return Step(an_exercise(**changes), Dose(sets, seconds))


def a_rep_step(reps: int = 10, sets: int = 1, seconds_per_rep: float = 5, **changes: Any) -> Step:
    """A step that is counted: a strength exercise without sides."""
    values: dict[str, Any] = {
        "id": "bridge",
        "name": "Bridge",
        "phase": Phase.STRENGTHEN,
        "mode": Mode.REPS,
        "sides": Sides.NONE,
        "dose": Dose(2, None, 10, 5),
        "breathing_cues": ("Breathe in as you lower.", "Breathe out as you lift."),
        **changes,
    }
    return Step(an_exercise(**values), Dose(sets, None, reps, seconds_per_rep))


def a_walk(seconds: float = 60, **changes: Any) -> Step:
    """A timed warm-up without sides."""
    values: dict[str, Any] = {
        "id": "walk",
        "name": "Easy walk",
        "phase": Phase.WARM_UP,
        "mode": Mode.TIMED,
        "sides": Sides.NONE,
        "position": Position.STANDING,
        "dose": Dose(1, 300),
        **changes,
    }
    return Step(an_exercise(**values), Dose(1, seconds))


def a_routine(*steps: Step, **changes: Any) -> Routine:
    """A routine with a block for each run of steps of one phase; by default a walk, a stretch and two sets of reps."""
    blocks: list[Block] = []
    for step in steps or (a_walk(), a_hold(), a_rep_step(sets=2)):
        phase = step.exercise.phase
        if blocks and blocks[-1].phase is phase:
            blocks[-1] = Block(phase, (*blocks[-1].steps, step))
        else:
            blocks.append(Block(phase, (step,)))
    return Routine(**{"id": "two_things", "name": "Two things", "blocks": tuple(blocks), **changes})


def exercises_of(*routines: Routine) -> dict[str, Exercise]:
    """The exercises of routines by id."""
    return {step.exercise.id: step.exercise for routine in routines for step in routine.steps}


def by_id(*exercises: Exercise) -> dict[str, Exercise]:
    return {exercise.id: exercise for exercise in exercises}


def a_segment(**changes: Any) -> Segment:
    """Thirty seconds of work on the right side."""
    values: dict[str, Any] = {
        "index": 0,
        "start_seconds": 0,
        "seconds": 30,
        "kind": SegmentKind.WORK,
        "phase": Phase.STRETCH,
        "exercise_id": "knee_hug",
        "side": None,
        "set_number": 1,
        "sets": 1,
        "step_index": 0,
        "planned_seconds": changes.get("seconds", 30),
        "work_seconds": changes.get("seconds", 30),
        **changes,
    }
    return Segment(**values)


def a_timeline(*segments: Segment, routine: Routine | None = None) -> Timeline:
    """The given segments put end to end, or the timeline of a routine."""
    if not segments:
        return compile_routine(routine or a_routine())
    start = 0.0
    placed: list[Segment] = []
    for index, segment in enumerate(segments):
        placed.append(replace(segment, index=index, start_seconds=start))
        start += segment.seconds
    return Timeline("two_things", "Two things", tuple(placed))


def a_step_record(**changes: Any) -> StepRecord:
    """A stretch held to its end on one side."""
    values: dict[str, Any] = {
        "exercise_id": "knee_hug",
        "exercise_name": "Knee hug",
        "phase": Phase.STRETCH,
        "side": None,
        "set_number": 1,
        "planned_seconds": 30,
        "done_seconds": 30,
        "planned_reps": None,
        "done_reps": None,
        "outcome": Outcome.COMPLETED,
        **changes,
    }
    return StepRecord(**values)


def a_record(steps: Iterable[StepRecord] | None = None, **changes: Any) -> SessionRecord:
    """A completed session of ten minutes that began at noon."""
    started_at = changes.get("started_at", NOON)
    values: dict[str, Any] = {
        "id": "session-1",
        "routine_id": "two_things",
        "name": "Two things",
        "started_at": started_at,
        "ended_at": started_at + timedelta(minutes=10),
        "planned_seconds": 600,
        "active_seconds": 600,
        "paused_seconds": 0,
        "outcome": Outcome.COMPLETED,
        "origin": SessionOrigin.ROUTINE,
        "steps": tuple(steps) if steps is not None else (a_step_record(),),
        **changes,
    }
    return SessionRecord(**values)


def an_open_session(**changes: Any) -> OpenSession:
    """A session that has just begun."""
    timeline = changes.get("timeline") or a_timeline()
    values: dict[str, Any] = {
        "id": "session-1",
        "routine_id": timeline.routine_id,
        "name": timeline.name,
        "origin": SessionOrigin.ROUTINE,
        "started_at": NOON,
        "updated_at": NOON,
        "planned_seconds": timeline.seconds,
        "active_seconds": 0,
        "paused_seconds": 0,
        "position_seconds": 0,
        "timeline": timeline,
        "steps": (),
        **changes,
    }
    return OpenSession(**values)
