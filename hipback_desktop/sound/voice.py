"""Which voice speaks, how fast and how high, and the voices offered for choice."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

_SLOWEST, _FASTEST = 80, 300
_LOWEST, _HIGHEST = 0, 99

CALM_RATE = 130
SYSTEM_VOICE = ""


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """A voice by the speech engine's own name ("" is the system's standard voice), words a minute, and pitch.

    ``pitch`` (0 to 99) is known to eSpeak only; None leaves the voice as it is.
    """

    voice: str
    rate: int = CALM_RATE
    pitch: int | None = None

    def __post_init__(self) -> None:
        if not _SLOWEST <= self.rate <= _FASTEST:
            raise ValueError(f"rate must be between {_SLOWEST} and {_FASTEST} words a minute, not {self.rate}")
        if self.pitch is not None and not _LOWEST <= self.pitch <= _HIGHEST:
            raise ValueError(f"pitch must be between {_LOWEST} and {_HIGHEST}, not {self.pitch}")


@dataclass(frozen=True, slots=True)
class OfferedVoice:
    """A voice a person can choose: its name to read, and the choice it stands for."""

    name: str
    choice: VoiceChoice


def default_voice(platform: str = sys.platform) -> VoiceChoice:
    """The voice before anybody chose one: the system's own where it has a good one, else eSpeak's plain American."""
    return VoiceChoice(SYSTEM_VOICE if platform in ("win32", "darwin") else "en-us")


def chosen_voice(voice: str, rate: int = CALM_RATE, platform: str = sys.platform) -> VoiceChoice:
    """What a voice's name in the settings stands for ("" is the default), at the pitch it is offered at."""
    offered = {offer.choice.voice: offer.choice for offer in offered_voices(platform)}
    known = offered.get(voice) if voice else default_voice(platform)
    return VoiceChoice(voice, rate) if known is None else replace(known, rate=rate)


def offered_voices(platform: str = sys.platform) -> tuple[OfferedVoice, ...]:
    """The voices offered without asking the speech engine; it can list more (``Announcer.list_voices``)."""
    if platform in ("win32", "darwin"):
        return (OfferedVoice("System voice", default_voice(platform)),)
    # Of eSpeak's some 140 voices and 100 variants these three were the best understood by a recogniser.
    return (
        OfferedVoice("Clear", VoiceChoice("en-us")),
        OfferedVoice("Clear, higher", VoiceChoice("en-us+f3", pitch=30)),
        OfferedVoice("Clear, deeper", VoiceChoice("en-us+m1")),
    )
