"""What the person's settings mean for the engine."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hipback_desktop.core.cues import Channel, CuePlan, FloorMode, Profile
from hipback_desktop.core.timeline import Timings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hipback_desktop.core.settings import Settings

CHIME_SECONDS = 0.8
PAUSE_BETWEEN_PHRASES_SECONDS = 0.3
LETTERS_PER_WORD = 5.5


def timings(settings: Settings) -> Timings:
    """The constants of the timing model as this person wants them."""
    return Timings(
        lead_in_same_seconds=settings.lead_in_same_seconds,
        lead_in_change_seconds=settings.lead_in_change_seconds,
        side_switch_seconds=settings.side_switch_seconds,
        strength_rest_seconds=settings.strength_rest_seconds,
    )


def cue_plan(
    settings: Settings,
    seconds_of: Callable[[Channel, str], float | None],
    times_met: Mapping[str, int] = MappingProxyType({}),
) -> CuePlan:
    """How cues are planned; ``seconds_of`` answers None for what is not rendered yet, which is then estimated.

    ``times_met`` is the number of sessions so far by exercise.
    """

    def seconds(channel: Channel, text: str) -> float:
        known = seconds_of(channel, text)
        return known if known is not None else estimated_seconds(channel, text, settings.voice_rate)

    return CuePlan(
        seconds_of=seconds,
        profile=Profile(settings.cue_profile),
        rep_counts=settings.rep_counts,
        speaks_halfway=settings.speaks_halfway,
        speaks_breathing=settings.speaks_breathing,
        floor_mode=FloorMode(settings.floor_mode),
        times_met=lambda exercise_id: times_met.get(exercise_id, 0),
    )


def estimated_seconds(channel: Channel, text: str, words_a_minute: float) -> float:
    """How long a cue takes that nobody has measured yet; rather too long than too short."""
    if channel is Channel.CHIME:
        return CHIME_SECONDS
    words = len(text) / LETTERS_PER_WORD
    return PAUSE_BETWEEN_PHRASES_SECONDS + words * 60 / words_a_minute
