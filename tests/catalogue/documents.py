"""Small right documents for the tests to take apart, and a place to write them to."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

from hipback_desktop.catalogue.catalogue import check_file
from hipback_desktop.core.exercise import Exercise


def an_exercise(name: str = "knee_hug", **changes: Any) -> dict[str, Any]:
    """A held stretch on each side, with every kind of value in it."""
    return {
        "format": "hipback-exercise",
        "version": 1,
        "id": name,
        "name": "Knee hug",
        "phase": "stretch",
        "mode": "hold",
        "sides": "each",
        "position": "supine",
        "dose": {"sets": 2, "seconds": 30, "most_seconds": 45},
        "prescriptions": [{"text": "20–30 s", "sources": ["practice"]}],
        "level": "beginner",
        "origin": "derived",
        "areas": ["glutes", "lower_back"],
        "bias": "rounds",
        "comfort": ["on_back"],
        "equipment": ["mat"],
        "desk": False,
        "steps": ["Lie down.", "Hug one knee."],
        "cues": ["Head heavy."],
        "breathing": "Breathe slowly.",
        "avoid": ["Hauling."],
        "easier": {"text": "Hold behind the thigh.", "exercise": None},
        "harder": None,
        "sources": ["practice"],
        "figure": name,
        **changes,
    }


def counted(name: str = "thigh_raise", **changes: Any) -> dict[str, Any]:
    """An alternating strength exercise."""
    dose = {"sets": 2, "reps": 10, "seconds_per_rep": 5}
    return an_exercise(name, phase="strengthen", mode="reps", sides="alternating", dose=dose, **changes)


def a_routine(**changes: Any) -> dict[str, Any]:
    """A routine that brings its two exercises along."""
    return {
        "format": "hipback-routine",
        "version": 1,
        "id": "two_things",
        "name": "Two things",
        "summary": "A hug and a raise.",
        "tags": ["desk"],
        "notes": ["Take your time."],
        "blocks": [
            {"phase": "stretch", "steps": [{"exercise": "knee_hug", "seconds": 30, "sets": 2}]},
            {"phase": "strengthen", "steps": [{"exercise": "thigh_raise", "reps": 10}]},
        ],
        "exercises": [an_exercise(), counted()],
        **changes,
    }


def changed(document: dict[str, Any], place: str, value: Any) -> dict[str, Any]:
    """A copy with another value at a place like ``blocks[0].steps[1].seconds``; ``...`` takes the key away."""
    result = copy.deepcopy(document)
    *way, last = [int(part) if part.isdigit() else part for part in re.findall(r"[a-z_]+|\d+", place)]
    target: Any = result
    for part in way:
        target = target[part]
    if value is ...:
        del target[last]
    else:
        target[last] = value
    return result


def written(folder: Path, document: Any, name: str | None = None) -> Path:
    """The file of a document; exercises are named by their id."""
    path = folder / f"{name or document.get('id', 'x')}.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def problems_of(folder: Path, document: Any, exercises: dict[str, Exercise] | None = None) -> list[tuple[str, str]]:
    """Place and reason of every problem of a document."""
    return [(found.place, found.reason) for found in check_file(written(folder, document), exercises or {})]
