"""What the signs of a moment say about the chair: the last input, and the state it speaks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hipback_desktop.core.presence import SEATED, Mode, SittingState
from hipback_desktop.core.spans import Source

if TYPE_CHECKING:
    from hipback_desktop.core.moment import Moment
    from hipback_desktop.core.presence import Signs
    from hipback_desktop.core.sitting import Sitting

ACTIVE_SECONDS = 60.0
"""Input this recent is somebody sitting there."""
NUDGE_SECONDS = 2.0
"""Input that lasts no longer is a bumped desk, not a return."""
SLEEP_SECONDS = 2.0
INHIBITED_SECONDS = 60 * 60.0
"""A film without any input proves this much sitting and no more."""
SAID_SECONDS = 2 * 60 * 60.0
"""A call or a book that somebody spoke of is over then, should they forget to say so."""
_JITTER_SECONDS = 0.5  # the idle time and the clock are not read at the same instant
_COALESCED_SECONDS = 5.0


def has_slept(sitting: Sitting, now: Moment) -> bool:
    """Whether the computer slept since the last look; a clock that was set, or a busy computer, is no sleep."""
    return now.slept_seconds - sitting.slept_seconds > SLEEP_SECONDS


def typed_on(sitting: Sitting, now: Moment, signs: Signs) -> Sitting | None:
    """Counted up to the last input of somebody who sat and typed and goes on, or None if there is more to judge.

    Inputs a few seconds apart are not noted one by one: the idle time of a later look still tells the last one.
    """
    idle = signs.idle_seconds
    if (
        idle is None
        or not 0 <= idle < ACTIVE_SECONDS
        or sitting.source is not Source.INPUT
        or sitting.state is not SittingState.SITTING
        or now.boot - sitting.seen_at >= ACTIVE_SECONDS
        or signs.is_locked
        or signs.session_runs
        or sitting.said is not None
        or has_slept(sitting, now)
    ):
        return None
    at = now.boot - idle
    gain = at - sitting.seen_at
    if gain < _COALESCED_SECONDS:
        return sitting
    sat, reading = sitting.sat_seconds + gain, now.monotonic - idle
    return replace(sitting, sat_seconds=sat, seen_at=at, input_at=at, input_reading=reading, blind_since=None)


def woken(sitting: Sitting, now: Moment) -> Sitting:
    """After sleep only input that is still to come counts; an idle time may have slept as well."""
    return replace(sitting, slept_seconds=now.slept_seconds, input_reading=now.monotonic, stirred_at=None)


def felt(sitting: Sitting, now: Moment, signs: Signs) -> Sitting:
    """With the last input as the idle time tells it."""
    if signs.idle_seconds is None:
        return sitting if sitting.blind_since is not None else replace(sitting, blind_since=now.boot)
    idle = max(0.0, signs.idle_seconds)
    sighted = sitting if sitting.blind_since is None else replace(sitting, blind_since=None)
    if now.monotonic - idle <= sitting.input_reading + _JITTER_SECONDS:
        return replace(sighted, stirred_at=None) if signs.is_locked and sitting.stirred_at is not None else sighted
    at = now.boot - idle
    return replace(sighted, input_at=at, input_reading=now.monotonic - idle, stirred_at=_stirred_at(sitting, at, signs))


def _stirred_at(sitting: Sitting, input_at: float, signs: Signs) -> float | None:
    """The first of the inputs that may be a return, each within a minute of the one before."""
    if signs.is_locked:
        return None
    if sitting.state is SittingState.UNSURE and _is_gone(sitting, input_at, signs):
        return input_at
    if sitting.state is not SittingState.AWAY:
        return None
    goes_on = sitting.stirred_at is not None and input_at - sitting.input_at <= ACTIVE_SECONDS
    return sitting.stirred_at if goes_on else input_at


def judged(sitting: Sitting, now: Moment, signs: Signs, *, slept: bool) -> tuple[SittingState, Source]:
    """The state that the evidence speaks for, the strongest first."""
    mode = sitting.said.mode if sitting.said else None
    if slept:
        return SittingState.AWAY, Source.SLEEP
    if signs.session_runs or mode is Mode.MOVING:  # before the lock: a screen locks itself while one is on the mat
        return SittingState.MOVING, Source.SESSION if signs.session_runs else Source.SAID
    if signs.is_locked:
        return SittingState.AWAY, Source.LOCK
    if mode is Mode.STANDING:
        return SittingState.STANDING, Source.SAID
    if sitting.state is SittingState.AWAY and not _is_back(sitting, now, signs):
        return SittingState.AWAY, sitting.source
    return _judged_in_the_chair(sitting, now, signs, mode)


def _judged_in_the_chair(sitting: Sitting, now: Moment, signs: Signs, mode: Mode | None) -> tuple[SittingState, Source]:
    is_blind, was_unsure = signs.idle_seconds is None, sitting.state is SittingState.UNSURE
    if was_unsure and sitting.stirred_at is not None:
        return SittingState.AWAY, Source.IDLE
    if not is_blind and now.boot - sitting.input_at < ACTIVE_SECONDS:
        return SittingState.SITTING, Source.INPUT
    if passive := _passive_source(sitting, now, signs, mode):
        return SittingState.PASSIVE, passive
    if is_blind and not (was_unsure and _is_briefly_blind(sitting, now)):
        return SittingState.SITTING, Source.UNKNOWN
    if not is_blind and _is_gone(sitting, now.boot, signs):
        return SittingState.AWAY, Source.IDLE
    return SittingState.UNSURE, sitting.source


def _passive_source(sitting: Sitting, now: Moment, signs: Signs, mode: Mode | None) -> Source | None:
    if mode in (Mode.CALL, Mode.READING):
        return Source.SAID
    if signs.is_called:
        return Source.CALL
    is_film = signs.is_inhibited and now.boot - sitting.input_at < INHIBITED_SECONDS
    return Source.INHIBITOR if is_film else None


def _is_gone(sitting: Sitting, boot: float, signs: Signs) -> bool:
    """Whether nothing was seen of somebody in the chair for so long that they must have left it."""
    is_long = boot - sitting.seen_at >= sitting.rules.away_limit
    return sitting.state in SEATED and is_long and not signs.is_inhibited


def _is_back(sitting: Sitting, now: Moment, signs: Signs) -> bool:
    """Input that lasts; without an idle time the unlocking, the waking, or having been blind for long."""
    if signs.idle_seconds is None:
        return sitting.source is not Source.IDLE or not _is_briefly_blind(sitting, now)
    return sitting.stirred_at is not None and sitting.input_at - sitting.stirred_at >= NUDGE_SECONDS


def _is_briefly_blind(sitting: Sitting, now: Moment) -> bool:
    return sitting.blind_since is not None and now.boot - sitting.blind_since < sitting.rules.away_limit
