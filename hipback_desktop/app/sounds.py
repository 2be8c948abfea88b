"""From cues to what the announcer plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.cues import Channel
from hipback_desktop.sound.announcer import Announcer, Play, SoundKind
from hipback_desktop.sound.phrase_cache import is_speakable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hipback_desktop.core.cues import Cue

MS_PER_SECOND = 1000


def plays(planned: Iterable[tuple[float, Cue]], lead_milliseconds: int) -> tuple[Play, ...]:
    """Each cue at its moment, earlier by what the person's headphones need."""
    lead = lead_milliseconds / MS_PER_SECOND
    return tuple(
        Play(at - lead, cue.text, SoundKind.CHIME if cue.channel is Channel.CHIME else SoundKind.VOICE)
        for at, cue in planned
    )


def known_seconds(announcer: Announcer, text: str) -> float | None:
    """How long a phrase sounds: None while it has not been rendered, 0 when it cannot be spoken."""
    return announcer.seconds_of(text) if is_speakable(text) else 0.0
