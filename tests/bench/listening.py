"""What the program planned to be heard, and what a recording of the loudspeaker says was heard."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from hipback_desktop.paths import asset
from tests.bench.real_program import RealProgram, until
from tests.sound.matching import RATE, Samples, best_match, samples_of, template_of
from tests.sound.sound_server import Recorder, SoundServer

SEARCH_SECONDS = 0.5
FIRST_SEARCH_SECONDS = 1.5
SURELY_ALIKE = 0.9
PIECES = 3
DROPOUT_SECONDS = 0.12
FAINT = 0.05
SAME_MOMENT_SECONDS = 0.002


@dataclass(frozen=True)
class Planned:
    """One sound the program wanted heard, at a monotonic moment."""

    at: float
    kind: str
    sound: str
    file: Path


@dataclass(frozen=True)
class Heard:
    """The same sound, at ``offset`` seconds in the recording; ``pieces``: how alike its least alike third is.

    A dropout may have moved the thirds against each other; a sound that was cut off lacks one.
    """

    planned: Planned
    at: float
    offset: float
    seconds: float
    likeness: float
    pieces: float


class Listener:
    """A recording, and the monotonic moment it began, as near as that can be told."""

    def __init__(self, server: SoundServer) -> None:
        self._recorder: Recorder = server.record()
        self.began = until(lambda: self._recorder.is_recording, 10, "sound is recorded", every=0.001)

    def stop(self) -> Samples:
        return samples_of(self._recorder.stop())


def planned_by(program: RealProgram) -> list[Planned]:
    """What was to be heard: of every plan the part before the moment another, or silence, took its place."""
    files = {text: Path(file) for text, file, _seconds in (told.value for told in program.told("rendered"))}
    plans = sorted([*program.told("planned"), *program.told("silenced")], key=lambda told: told.at)
    found: dict[tuple[float, str], Planned] = {}
    for place, plan in enumerate(plans):
        replaced = plans[place + 1].at if place + 1 < len(plans) else float("inf")
        for at, kind, sound in plan.value:
            file = asset(f"sounds/{sound}.wav") if kind == "chime" else files.get(sound, Path())
            if at < replaced:
                found[at, sound] = Planned(at, kind, sound, file)
    return sorted(found.values(), key=lambda play: play.at)


def heard_in(recording: Samples, began: float, plays: Sequence[Planned]) -> list[Heard]:
    """Each play's best match near its moment; the constant delay of the way through the loudspeaker is taken off."""
    templates = {play.file: template_of(play.file) for play in plays}

    def near(moment: float, play: Planned, reach: float) -> tuple[float, float]:
        match = best_match(recording, templates[play.file], moment - reach, moment + reach)
        return match.seconds, match.likeness

    found = [(*near(play.at - began, play, FIRST_SEARCH_SECONDS), play) for play in plays]
    delay = statistics.median(at - (play.at - began) for at, likeness, play in found if likeness > SURELY_ALIKE)
    heard = []
    for play in plays:
        at, likeness = near(play.at - began + delay, play, SEARCH_SECONDS)
        template = templates[play.file]
        seconds, pieces = len(template) / RATE, _pieces(recording, template, at)
        heard.append(Heard(play, at - delay + began, at, seconds, likeness, pieces))
    return heard


def _pieces(recording: Samples, template: Samples, at: float) -> float:
    """How alike the least alike third is; those that are nearly silent, as the end of a chime, do not count."""
    parts = np.array_split(template, PIECES)
    energies = [float(part @ part) for part in parts]
    starts = np.cumsum([0, *(len(part) for part in parts)]) / RATE
    alike = [
        best_match(recording, part, at + start - DROPOUT_SECONDS, at + start + DROPOUT_SECONDS).likeness
        for part, start, energy in zip(parts, starts, energies, strict=False)
        if energy > FAINT * max(energies)
    ]
    return min(alike)


def loudest_elsewhere(recording: Samples, heard: Sequence[Heard]) -> float:
    """The largest sample, 1 being full scale, outside everything that was planned."""
    rest = np.abs(recording)
    for each in heard:
        end = each.offset + each.seconds + DROPOUT_SECONDS
        rest[max(0, int((each.offset - DROPOUT_SECONDS) * RATE)) : int(end * RATE)] = 0
    return float(rest.max(initial=0.0))


def overlaps(heard: Sequence[Heard]) -> list[str]:
    """Pairs of sounds of which one begins before the other is over."""
    ordered = sorted(heard, key=lambda each: each.at)
    return [
        f"{first.planned.sound!r} and {second.planned.sound!r}"
        for first, second in pairwise(ordered)
        if first.at + first.seconds > second.at
    ]


def unplayed(program: RealProgram, plays: Sequence[Planned], since: float = 0.0) -> list[str]:
    """What was planned from a moment on and never begun, by the program's own account."""
    played: list[Any] = [told.value for told in program.told("played")]
    begun = [(name.partition(":")[2], planned) for name, planned, _at in played]
    return [
        play.sound
        for play in plays
        if since <= play.at < time.monotonic()
        and not any(sound == play.sound and abs(planned - play.at) < SAME_MOMENT_SECONDS for sound, planned in begun)
    ]
