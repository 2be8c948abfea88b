"""What there is: routines, exercises, the compiled plan of a routine, and the check of files."""

from __future__ import annotations

import sys
from dataclasses import asdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import check_file, load_catalogue, usable_exercises
from hipback_desktop.catalogue.finding import exercises_of, find_routine
from hipback_desktop.catalogue.reading import shown
from hipback_desktop.cli.output import print_json
from hipback_desktop.cli.settings import read_settings
from hipback_desktop.core import choices, wording
from hipback_desktop.core.cues import Channel
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.script import plan_cues
from hipback_desktop.core.timeline import SegmentKind, compile_routine

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from hipback_desktop.core.cues import Cue
    from hipback_desktop.core.dose import Dose
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.routine import Routine
    from hipback_desktop.core.timeline import Segment

DONE, FAILED = 0, 1


def list_routines(options: argparse.Namespace) -> int:
    """One line a routine: its id, how long it takes, what it is."""
    content = load_catalogue(paths.asset)
    timings = choices.timings(read_settings(options))
    documents = [
        _routine_document(routine, compile_routine(routine, timings).seconds) for routine in content.routines.values()
    ]
    if options.json:
        print_json(documents)
        return DONE
    for document in documents:
        print(f"{document['id']:22} {wording.clock_text(document['seconds']):>6}  {document['name']}")
    return DONE


def list_exercises(options: argparse.Namespace) -> int:
    """One line an exercise: its id, phase and name."""
    content = load_catalogue(paths.asset)
    if options.json:
        print_json([exercise_document(exercise) for exercise in content.exercises.values()])
        return DONE
    for exercise in content.exercises.values():
        print(f"{exercise.id:32} {wording.phase_name(exercise.phase):14} {exercise.name}")
    return DONE


def show_plan(options: argparse.Namespace) -> int:
    """The timeline of a routine under this person's settings, with everything that will be said."""
    content = load_catalogue(paths.asset)
    routine = find_routine(options.routine, content)
    settings = read_settings(options)
    timeline = compile_routine(routine, choices.timings(settings), free_reps=settings.free_reps)
    exercises = exercises_of(routine, content.exercises)
    cues = plan_cues(timeline, exercises, choices.cue_plan(settings, lambda _channel, _text: None))
    if not options.json:
        for segment in timeline.segments:
            _print_segment(segment, exercises[segment.exercise_id], _cues_of(segment, cues))
        print(f"{wording.clock_text(timeline.seconds):>6}  {routine.name}")
        return DONE
    print_json(
        {
            "routine": routine.id,
            "seconds": _tidy(timeline.seconds),
            "segments": [_segment_document(segment, _cues_of(segment, cues)) for segment in timeline.segments],
        }
    )
    return DONE


def check_files(options: argparse.Namespace) -> int:
    """Every problem of every file, a line each on standard error."""
    exercises = usable_exercises(paths.asset)
    found = 0
    for path in options.files:
        problems = check_file(path, exercises)
        for problem in problems:
            print(problem, file=sys.stderr)
        if not problems:
            print(_("{file}: good").format(file=shown(path)))
        found += len(problems)
    return FAILED if found else DONE


def exercise_document(exercise: Exercise) -> dict[str, Any]:
    """An exercise as ``hipback exercises --json`` prints it."""
    easier, harder = exercise.easier, exercise.harder
    return {
        "id": exercise.id,
        "name": exercise.name,
        "phase": exercise.phase,
        "mode": exercise.mode,
        "sides": exercise.sides,
        "position": exercise.position,
        "position_detail": exercise.position_detail,
        "sees_screen": exercise.sees_screen,
        "equipment": list(exercise.equipment),
        "substitutes": list(exercise.substitutes),
        "areas": list(exercise.areas),
        "bias": exercise.bias,
        "comfort": list(exercise.comfort),
        "muscles": list(exercise.muscles),
        "synonyms": list(exercise.synonyms),
        "steps": list(exercise.steps),
        "cues": list(exercise.cues),
        **_breathing_document(exercise),
        "avoid": list(exercise.avoid),
        "safety": list(exercise.safety),
        "easier": easier.text if easier else None,
        "easier_exercise": easier.exercise_id if easier else None,
        "harder": harder.text if harder else None,
        "harder_exercise": harder.exercise_id if harder else None,
        "level": exercise.level,
        "origin": exercise.origin,
        "opt_in": exercise.opt_in,
        "desk": exercise.desk,
        "bed": exercise.bed,
        "dose": _dose_document(exercise.dose, per_side=exercise.sides == "each"),
        "amounts_in_sources": [{"text": said.text, "sources": list(said.sources)} for said in exercise.prescriptions],
        "sources": list(exercise.sources),
        "note": exercise.note,
        "figure": exercise.figure,
    }


def _breathing_document(exercise: Exercise) -> dict[str, Any]:
    return {
        "breathing": exercise.breathing,
        "breathing_cues": list(exercise.breathing_cues),
        "breath": asdict(exercise.breath) if exercise.breath else None,
    }


def _dose_document(dose: Dose, *, per_side: bool) -> dict[str, Any]:
    document: dict[str, Any] = {"sets": dose.sets, "per_side": per_side}
    if dose.reps is None:
        document["seconds"] = dose.seconds
    else:
        document |= {"reps": dose.reps, "seconds_per_rep": dose.seconds_per_rep}
    most = {"most_sets": dose.most_sets, "most_seconds": dose.most_seconds, "most_reps": dose.most_reps}
    return document | {key: value for key, value in most.items() if value is not None}


def _routine_document(routine: Routine, seconds: float) -> dict[str, Any]:
    return {
        "id": routine.id,
        "name": routine.name,
        "summary": routine.summary,
        "minutes": round(seconds / 60),
        "seconds": _tidy(seconds),
        "phases": list(routine.phases),
        "equipment": list(routine.equipment),
        "exercises": [step.exercise.id for step in routine.steps],
        "tags": list(routine.tags),
        "file": routine.file,
    }


def _segment_document(segment: Segment, cues: list[Cue]) -> dict[str, Any]:
    return {
        "index": segment.index,
        "start_seconds": _tidy(segment.start_seconds),
        "seconds": _tidy(segment.seconds),
        "kind": segment.kind,
        "phase": segment.phase,
        "exercise": segment.exercise_id,
        "side": segment.side,
        "set_number": segment.set_number,
        "sets": segment.sets,
        "reps": segment.reps,
        "cues": [
            {
                "at_seconds": round(cue.at_seconds, 3),
                "text": cue.text,
                "channel": cue.channel,
                "priority": int(cue.priority),
            }
            for cue in cues
        ],
    }


def _cues_of(segment: Segment, cues: tuple[Cue, ...]) -> list[Cue]:
    return [cue for cue in cues if cue.segment_index == segment.index]


def _print_segment(segment: Segment, exercise: Exercise, cues: list[Cue]) -> None:
    at = wording.clock_text(segment.start_seconds)
    words = f"{wording.title(exercise, segment.side)}, {wording.time_text(segment.seconds)}"
    if segment.kind is not SegmentKind.WORK:
        words = _("{kind}: {words}").format(kind=wording.kind_name(segment.kind), words=words)
    print(f"{at:>6}  {wording.with_set(words, segment)}")
    for cue in cues:
        print(f"{'':8}{wording.clock_text(cue.at_seconds):>6}  {_channel_name(cue.channel):6}  {cue.text}")


def _channel_name(channel: Channel) -> str:
    return {Channel.VOICE: _("voice"), Channel.CHIME: _("chime"), Channel.SCREEN: _("screen")}[channel]


def _tidy(seconds: float) -> float | int:
    """A whole number where it is one."""
    return int(seconds) if seconds == int(seconds) else round(seconds, 3)


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = MappingProxyType(
    {"routines": list_routines, "exercises": list_exercises, "plan": show_plan, "check": check_files}
)
