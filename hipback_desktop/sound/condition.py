"""What works of the sound and what does not, each in one sentence for the user, with the next action."""

from __future__ import annotations

from dataclasses import dataclass

from hipback_desktop.core.language import gettext as _


@dataclass(frozen=True, slots=True)
class Condition:
    """Whether one half of the sound works, and when it does not, what the user reads."""

    ok: bool
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class SoundCondition:
    """Both halves: ``voice`` makes speech, ``output`` plays it and the chimes."""

    voice: Condition
    output: Condition


WORKS = Condition(True)


def no_voice(sentence: str) -> Condition:
    """No speech; ``sentence`` is the speech library's own, with the next action."""
    return Condition(False, sentence)


def voice_broken() -> Condition:
    """The speech library ends or hangs whenever it is asked."""
    return Condition(
        False,
        _(
            "The voice stops with an error, its files may be damaged: install eSpeak NG again "
            "(the package espeak-ng). Until then cues are chimes and words on the screen."
        ),
    )


def phrases_failed() -> Condition:
    """Single phrases cannot be spoken, the others can."""
    return Condition(False, _("Some phrases could not be spoken and are shown on the screen only."))


def no_output() -> Condition:
    """No loudspeaker, headphones or sound server."""
    return Condition(
        False,
        _("No sound device was found: cues are shown on the screen only. Connect one and sound returns by itself."),
    )


def output_broken() -> Condition:
    """The process that plays does not stay alive."""
    return Condition(
        False,
        _("The computer’s sound does not answer: cues are shown on the screen only. It is tried again and again."),
    )
