"""What is said, sounded and shown in a session, planned before it starts (guided.md §6, rules 4 to 6).

The length of every cue is known or estimated, so the plan itself decides what fits: candidates are placed in the order
of their priority, each in its window between earliest and latest; what does not fit is dropped, never delayed further,
and nothing overlaps. What is not spoken under a profile is still shown.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

GAP_SECONDS = 0.15
"""Kept free between two sounds."""


class Channel(StrEnum):
    """How a cue reaches the person."""

    VOICE = "voice"
    CHIME = "chime"
    SCREEN = "screen"


class Priority(IntEnum):
    """Who goes first when two cues want the same moment."""

    BREATHING = 10
    FORM = 20
    COUNT = 30
    NAME = 40
    SIDE_SWITCH = 50
    BOUNDARY = 60


class Profile(StrEnum):
    """How much is heard."""

    FULL = "full"
    ESSENTIAL = "essential"
    CHIMES = "chimes"
    SILENT = "silent"


class FloorMode(StrEnum):
    """When the voice says more because the screen cannot be seen; automatic is by exercise."""

    AUTOMATIC = "automatic"
    ALWAYS = "always"
    OFF = "off"


class Chime(StrEnum):
    """The sounds that mark the boundaries; the values are the names of the files."""

    START = "start"
    SWITCH = "switch"
    END = "end"
    FINISH = "finish"
    TICK = "tick"


def _never_met(_exercise_id: str) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class CuePlan:
    """The person's choices, and how long a sound lasts; ``seconds_of`` may estimate.

    ``times_met`` tells in how many sessions the person did an exercise.
    """

    seconds_of: Callable[[Channel, str], float]
    profile: Profile = Profile.FULL
    rep_counts: str = "every"
    speaks_halfway: bool = True
    speaks_breathing: bool = True
    floor_mode: FloorMode = FloorMode.AUTOMATIC
    times_met: Callable[[str], int] = _never_met


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to be heard or seen; ``at_seconds`` on the timeline, ``text`` names the sound of a chime."""

    at_seconds: float
    text: str
    channel: Channel
    priority: Priority
    segment_index: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue that would like to be heard between ``earliest`` and ``latest``, over before ``ends_by``."""

    text: str
    channel: Channel
    priority: Priority
    segment_index: int
    earliest: float
    latest: float
    ends_by: float = float("inf")
    needs_full: bool = False


def placed(candidates: Iterable[Candidate], plan: CuePlan) -> tuple[Cue, ...]:
    """The cues that fit, in the order of time."""
    heard: list[Cue] = []
    starts: list[float] = []
    shown: list[Cue] = []
    ranked = sorted(candidates, key=lambda candidate: (-candidate.priority, candidate.earliest))
    for candidate in ranked:
        channel = _channel_under(plan.profile, candidate)
        if channel is None:
            continue
        if channel is Channel.SCREEN:
            shown.append(_cue(candidate, candidate.earliest, channel, 0))
            continue
        seconds = plan.seconds_of(channel, candidate.text)
        at = _first_free(heard, starts, candidate, seconds)
        if at is not None:
            place = bisect_left(starts, at)
            starts.insert(place, at)
            heard.insert(place, _cue(candidate, at, channel, seconds))
    return tuple(sorted([*heard, *shown], key=lambda cue: cue.at_seconds))


def phrases(cues: Iterable[Cue]) -> tuple[str, ...]:
    """Every different text that is to be spoken, in the order of its first use."""
    return tuple(dict.fromkeys(cue.text for cue in cues if cue.channel is Channel.VOICE))


def _cue(candidate: Candidate, at: float, channel: Channel, seconds: float) -> Cue:
    return Cue(at, candidate.text, channel, candidate.priority, candidate.segment_index, seconds)


def _channel_under(profile: Profile, candidate: Candidate) -> Channel | None:
    """The channel a profile leaves to a candidate; a chime nobody hears is nothing, a word is still shown."""
    if candidate.channel is Channel.CHIME:
        return None if profile is Profile.SILENT else Channel.CHIME
    if profile in (Profile.CHIMES, Profile.SILENT):
        return Channel.SCREEN
    if profile is Profile.ESSENTIAL and candidate.needs_full:
        return Channel.SCREEN
    return candidate.channel


def _first_free(heard: list[Cue], starts: list[float], candidate: Candidate, seconds: float) -> float | None:
    """The earliest moment of the candidate's window at which it overlaps nothing, or None.

    Nothing heard overlaps, so of all that began before the window only the last can reach into it.
    """
    at = candidate.earliest
    for other in heard[max(0, bisect_left(starts, at) - 1) :]:
        if other.at_seconds + other.seconds + GAP_SECONDS <= at:
            continue
        if at + seconds + GAP_SECONDS <= other.at_seconds:
            break
        at = other.at_seconds + other.seconds + GAP_SECONDS
    fits = at <= candidate.latest + 1e-9 and at + seconds <= candidate.ends_by + 1e-9
    return at if fits else None
