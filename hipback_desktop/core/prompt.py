"""A prompt for a break, from the moment it was due to what came of it; also when it never showed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hipback_desktop.core.holds import Hold

if TYPE_CHECKING:
    from datetime import datetime


class ReminderState(StrEnum):
    """What the reminder is at; skipping leads back to counting at once, as does the end of a break."""

    OFF = "off"
    COUNTING = "counting"
    HEADS_UP = "heads_up"
    PROMPT = "prompt"
    BREAK = "break"
    SNOOZED = "snoozed"
    MISSED = "missed"


class Surface(StrEnum):
    """Where a prompt shows."""

    WINDOW = "window"
    NOTIFICATION = "notification"
    FULL_SCREEN = "full_screen"


class PromptOutcome(StrEnum):
    """What came of a prompt; ``natural``: the person got up by themselves, ``held``: it never showed."""

    STARTED = "started"
    WALKED = "walked"
    STANDING = "standing"
    SNOOZED = "snoozed"
    SKIPPED = "skipped"
    MISSED = "missed"
    NATURAL = "natural"
    HELD = "held"


class Wait(StrEnum):
    """Why there is no prompt although nothing holds it."""

    SWITCHED_OFF = "switched_off"
    NOT_DUE = "not_due"
    NOT_SITTING = "not_sitting"
    MOVING = "moving"
    SNOOZED = "snoozed"
    SETTLING = "settling"  # something that held it has only just ended
    TOO_SOON = "too_soon"  # after the last one
    TYPING = "typing"
    SHOWING = "showing"
    MISSED = "missed"


Reason = Hold | Wait


def reason_from(value: str) -> Reason:
    """A reason that was kept; ValueError when it is none."""
    return Hold(value) if value in set(Hold) else Wait(value)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt; ``held_by`` is what last held it after it was due, and of one that never showed always the reason."""

    due_at: datetime
    snooze_number: int = 0
    shown_at: datetime | None = None
    surface: Surface | None = None
    outcome: PromptOutcome | None = None
    outcome_at: datetime | None = None
    held_by: Reason | None = None
    routine_id: str | None = None


class Answer(StrEnum):
    """The buttons of a prompt but snooze, which says for how long."""

    START = "start"
    WALK = "walk"
    STAND = "stand"
    SKIP = "skip"


class Refusal(StrEnum):
    """Why an answer had no effect."""

    NOTHING_SHOWN = "nothing_shown"
    TOO_EARLY = "too_early"
    NO_SNOOZE_LEFT = "no_snooze_left"


@dataclass(frozen=True, slots=True)
class Prompted:
    """Show it now, without a sound when the person watches or reads; the second time it is a repeat."""

    prompt: Prompt
    is_silent: bool
    is_repeat: bool
    offers_snooze: bool


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Take it away, or no longer announce it, and why; it may come again."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Closed:
    """A prompt that is over, for the record; if it still shows, take it away."""

    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer without effect."""

    refusal: Refusal
