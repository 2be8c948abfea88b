"""The shapes of the JSON documents (design §5), and what compares a document with one.

A shape is a type, a set of allowed words, a tuple of alternatives, a list with the shape of its items, a mapping of the
keys there must be at least, or a function that says yes or no.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from hipback_desktop.core.cues import Channel
from hipback_desktop.core.exercise import Area, Mode, Phase, Sides
from hipback_desktop.core.record import Outcome, SessionOrigin
from hipback_desktop.core.timeline import SegmentKind


def misfits(value: Any, shape: Any, place: str = "$") -> list[str]:
    """Every place where a document has another shape."""
    if isinstance(shape, dict):
        return list(_object_misfits(value, shape, place))
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{place} is no list"]
        return [found for n, item in enumerate(value) for found in misfits(item, shape[0], f"{place}[{n}]")]
    if isinstance(shape, tuple):
        fits = any(not misfits(value, one, place) for one in shape)
    elif isinstance(shape, frozenset):
        fits = value in shape
    elif isinstance(shape, type):
        fits = isinstance(value, shape) and (shape is bool or not isinstance(value, bool))
    else:
        fits = value is None if shape is None else shape(value)
    return [] if fits else [f"{place} is {value!r}"]


def _object_misfits(value: Any, shape: dict[str, Any], place: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{place} is no object"
        return
    for key, inner in shape.items():
        if key not in value:
            yield f"{place}.{key} is missing"
        else:
            yield from misfits(value[key], inner, f"{place}.{key}")


def is_moment(value: Any) -> bool:
    """ISO 8601 with an offset."""
    return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None


NUMBER: Final = (int, float)
WORD: Final = (str, None)
RATING: Final = (int, None)
PHASE: Final = frozenset(map(str, Phase))
SIDE: Final = frozenset({"left", "right", None})
DOSE: Final = ({"sets": int, "seconds": NUMBER, "per_side": bool}, {"sets": int, "reps": int, "per_side": bool})

EXERCISES: Final = [
    {
        **dict.fromkeys(("id", "name", "position", "breathing", "level", "figure"), str),
        **{key: [str] for key in ("equipment", "areas", "muscles", "steps", "cues", "avoid", "safety", "sources")},
        "phase": PHASE,
        "mode": frozenset(map(str, Mode)),
        "sides": frozenset(map(str, Sides)),
        "easier": WORD,
        "harder": WORD,
        "desk": bool,
        "bed": bool,
        "sees_screen": str,
        "dose": DOSE,
    }
]

ROUTINES: Final = [
    {
        "id": str,
        "name": str,
        "minutes": int,
        "seconds": NUMBER,
        "phases": [PHASE],
        "equipment": [str],
        "exercises": [str],
        "file": str,
    }
]

CUE: Final = {"at_seconds": NUMBER, "text": str, "channel": frozenset(map(str, Channel)), "priority": int}

PLAN: Final = {
    "routine": str,
    "seconds": NUMBER,
    "segments": [
        {
            "index": int,
            "start_seconds": NUMBER,
            "seconds": NUMBER,
            "kind": frozenset(map(str, SegmentKind)),
            "phase": PHASE,
            "exercise": str,
            "side": SIDE,
            "set_number": int,
            "sets": int,
            "reps": (int, None),
            "cues": [CUE],
        }
    ],
}

HISTORY: Final = [
    {
        **dict.fromkeys(("id", "routine", "name", "note"), str),
        **dict.fromkeys(("started_at", "ended_at"), is_moment),
        **dict.fromkeys(("planned_seconds", "active_seconds", "paused_seconds"), NUMBER),
        **dict.fromkeys(("stiffness_before", "stiffness_after", "discomfort", "effort"), RATING),
        "outcome": frozenset(map(str, Outcome)),
        "origin": frozenset(map(str, SessionOrigin)),
        "preview": bool,
        "steps": [
            {
                "exercise": str,
                "phase": PHASE,
                "side": SIDE,
                "set_number": int,
                "planned_seconds": NUMBER,
                "done_seconds": NUMBER,
                "planned_reps": (int, None),
                "done_reps": (int, None),
                "outcome": frozenset(map(str, Outcome)),
            }
        ],
    }
]

FIGURE: Final = {"left": NUMBER, "right": NUMBER, "both": NUMBER}

STATS: Final = {
    "weeks": [
        {
            **dict.fromkeys(("week", "starts_on", "state"), str),
            **dict.fromkeys(("sessions", "days", "stretch_days", "strength_days", "goal", "strength_goal"), int),
            "minutes": NUMBER,
            "met": bool,
            "minutes_by_phase": dict.fromkeys(map(str, Phase), NUMBER),
            "minutes_by_area": dict.fromkeys(map(str, Area), FIGURE),
            **dict.fromkeys(("stiffness_before", "stiffness_after", "discomfort"), (*NUMBER, None)),
            "breaks": {"offered": int, "taken": int},
        }
    ],
    "weeks_met": int,
    "consistency": int,
    "flex_weeks": int,
}

FINDINGS: Final = {"works": bool, "checks": [{"name": str, "ok": bool, "sentence": str}]}
