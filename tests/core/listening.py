"""Cues as somebody hears them, and the lengths of what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from zlib import crc32

from hipback_desktop.core.cues import Channel, Chime, Cue, CuePlan
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.timeline import Segment, SegmentKind, Timeline

CHIME_SECONDS = {Chime.START: 0.9, Chime.SWITCH: 1.0, Chime.END: 0.9, Chime.FINISH: 1.5, Chime.TICK: 0.12}
ALMOST = 1e-6


def spoken_at(words_a_minute: float = 130) -> Callable[[Channel, str], float]:
    """Lengths as a voice has them, and those of our chimes."""

    def seconds_of(channel: Channel, text: str) -> float:
        if channel is Channel.CHIME:
            return CHIME_SECONDS[Chime(text)]
        return 0.2 + len(text.split()) * 60 / words_a_minute

    return seconds_of


def any_length(lengths: Sequence[float]) -> Callable[[Channel, str], float]:
    """A length for each text, by chance but always the same."""
    return lambda channel, text: lengths[crc32(f"{channel} {text}".encode()) % len(lengths)]


def a_plan(**changes: object) -> CuePlan:
    return CuePlan(**{"seconds_of": spoken_at(), **changes})  # type: ignore[arg-type]


def heard(cues: Iterable[Cue]) -> list[Cue]:
    return [cue for cue in cues if cue.channel is not Channel.SCREEN]


def voiced(cues: Iterable[Cue]) -> list[Cue]:
    return [cue for cue in cues if cue.channel is Channel.VOICE]


def in_segment(cues: Iterable[Cue], segment: Segment) -> list[tuple[float, str]]:
    """What belongs to a segment, with its moment since the segment began."""
    return [
        (round(cue.at_seconds - segment.start_seconds, 2), cue.text)
        for cue in cues
        if cue.segment_index == segment.index
    ]


def holds(timeline: Timeline) -> list[Segment]:
    """Work that is not counted in reps."""
    return [s for s in timeline.segments if s.kind is SegmentKind.WORK and s.seconds_per_rep is None]


def stretches(timeline: Timeline) -> list[Segment]:
    return [segment for segment in holds(timeline) if segment.phase is Phase.STRETCH]
