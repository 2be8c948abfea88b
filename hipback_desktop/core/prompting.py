"""The decision of a moment: the step from counting to a prompt, or what stands in its way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hipback_desktop.core.break_rules import (
    INPUT_PAUSE_SECONDS,
    LEAST_LOOK_SECONDS,
    LEAST_SECONDS_BETWEEN_PROMPTS,
    LOOK_SECONDS,
    NEAR_LOOK_SECONDS,
    QUIET_AFTER_HOLD_SECONDS,
    SECONDS_UNTIL_REPEAT,
)
from hipback_desktop.core.evidence import NUDGE_SECONDS
from hipback_desktop.core.holds import Hold, weightiest
from hipback_desktop.core.presence import SEATED, SittingState
from hipback_desktop.core.prompt import (
    Closed,
    Prompt,
    Prompted,
    PromptOutcome,
    ReminderState,
    Wait,
    Withdrawn,
)

if TYPE_CHECKING:
    from hipback_desktop.core.moment import Moment
    from hipback_desktop.core.presence import Signs
    from hipback_desktop.core.prompt import Reason
    from hipback_desktop.core.reminder import Change, Reminder

_ANNOUNCED = frozenset({ReminderState.HEADS_UP, ReminderState.PROMPT})


def decided(reminder: Reminder, now: Moment, signs: Signs) -> Change:
    """The reminder after looking at the sitting and the holds it has been told of, and what there is to do."""
    seat = reminder.sitting.state
    match reminder.state:
        case _ if seat is SittingState.MOVING:
            return turned(reminder, ReminderState.BREAK, Wait.MOVING)
        case ReminderState.PROMPT:
            return _decided_showing(reminder, now)
        case ReminderState.SNOOZED if reminder.snoozed_until is not None and now.boot < reminder.snoozed_until:
            return turned(reminder, ReminderState.SNOOZED, _unless_paused(reminder, Wait.SNOOZED))
        case ReminderState.MISSED if _is_left_alone(reminder, now):
            return turned(reminder, ReminderState.MISSED, _unless_paused(reminder, Wait.MISSED))
        case _:
            return _decided_counting(reminder, now, signs)


def turned(reminder: Reminder, state: ReminderState, reason: Reason) -> Change:
    """In a state for a reason; what was announced is withdrawn."""
    if state is reminder.state and reason is reminder.reason:
        return reminder, ()
    told = replace(reminder, state=state, reason=reason)
    if reminder.state in _ANNOUNCED and state not in _ANNOUNCED:
        return told, (Withdrawn(reason),)
    return told, ()


def reason_without_pause(reminder: Reminder, now: Moment) -> Reason:
    """What is told from the end of a pause to the next look, which decides."""
    match reminder.state:
        case ReminderState.SNOOZED:
            return Wait.SNOOZED
        case ReminderState.MISSED:
            return Wait.MISSED
        case _:
            obstacle = _obstacle(reminder)
            is_far = reminder.left_seconds(now.boot) > reminder.rules.heads_up_seconds
            return obstacle or (Wait.NOT_DUE if is_far else Wait.SETTLING)


def _is_left_alone(reminder: Reminder, now: Moment) -> bool:
    """Until a pause in the input; an interval without one is long enough."""
    assert reminder.prompted_at is not None
    is_there = reminder.sitting.state in (SittingState.SITTING, SittingState.PASSIVE)
    return is_there and now.boot - reminder.prompted_at < reminder.rules.interval_seconds


def _unless_paused(reminder: Reminder, wait: Wait) -> Reason:
    return Hold.PAUSED if Hold.PAUSED in reminder.holds else wait


def _obstacle(reminder: Reminder) -> Reason | None:
    """A hold, the heaviest first, or that nobody sits there; a minute without input is no reason to hide a prompt."""
    if Hold.PAUSED in reminder.holds:
        return Hold.PAUSED
    if reminder.sitting.state not in SEATED:
        return Wait.NOT_SITTING
    return weightiest(reminder.holds) if reminder.holds else None


def _decided_showing(reminder: Reminder, now: Moment) -> Change:
    assert reminder.prompt is not None
    assert reminder.prompted_at is not None
    obstacle = _obstacle(reminder)
    if obstacle is not None:
        return turned(_held(reminder, obstacle), ReminderState.COUNTING, obstacle)
    if now.boot - reminder.prompted_at < SECONDS_UNTIL_REPEAT or reminder.sitting.state is SittingState.UNSURE:
        return reminder, ()  # nothing is repeated to somebody who may have left
    if reminder.tries_left > 0:
        return _prompted(reminder, now, is_repeat=True)
    return _missed(reminder, now)


def _missed(reminder: Reminder, now: Moment) -> Change:
    """Nobody answered: quiet until a pause in the input, and after a second time for a whole interval."""
    assert reminder.prompt is not None
    closed = Closed(replace(reminder.prompt, outcome=PromptOutcome.MISSED, outcome_at=now.wall))
    told = replace(reminder, prompt=None, has_missed=True)
    if not reminder.has_missed:
        return replace(told, state=ReminderState.MISSED, reason=Wait.MISSED), (closed,)
    told = replace(told, counts_from_seconds=reminder.sitting.sat(now.boot), has_missed=False).with_tries()
    return replace(told, state=ReminderState.COUNTING, reason=Wait.NOT_DUE), (closed,)


def _decided_counting(reminder: Reminder, now: Moment, signs: Signs) -> Change:
    left = reminder.left_seconds(now.boot)
    state, reason = _step(reminder, now, signs, left)
    told = reminder
    if left <= 0 and told.prompt is None:
        told = replace(told, prompt=Prompt(now.wall, told.snoozes))
    if told.prompt is not None:
        told = _held(told, reason)
    if (reason is Wait.TYPING) is (told.waits_since is None):
        told = replace(told, waits_since=now.boot if reason is Wait.TYPING else None)
    if state is ReminderState.PROMPT:
        return _prompted(told, now, is_repeat=False)
    return turned(told, state, reason)


def _held(reminder: Reminder, reason: Reason) -> Reminder:
    """With what keeps a prompt back that is due."""
    prompt = reminder.prompt
    if prompt is None or not isinstance(reason, Hold) or prompt.held_by is reason:
        return reminder
    return replace(reminder, prompt=replace(prompt, held_by=reason))


def _step(reminder: Reminder, now: Moment, signs: Signs, left: float) -> tuple[ReminderState, Reason]:
    """How near a prompt is that is due in so many seconds of sitting, and what it waits for."""
    is_unsure = reminder.sitting.state is SittingState.UNSURE
    if obstacle := _obstacle(reminder) or (Wait.NOT_SITTING if is_unsure else None):
        return ReminderState.COUNTING, obstacle
    if left > reminder.rules.heads_up_seconds:
        return ReminderState.COUNTING, Wait.NOT_DUE
    if quiet := _quiet_after(reminder, now):
        return ReminderState.COUNTING, quiet
    if left > 0:
        return ReminderState.HEADS_UP, Wait.NOT_DUE
    if _is_typing(reminder, now, signs):
        return ReminderState.HEADS_UP, Wait.TYPING
    return ReminderState.PROMPT, Wait.SHOWING


def _quiet_after(reminder: Reminder, now: Moment) -> Reason | None:
    if now.boot - reminder.clear_since < QUIET_AFTER_HOLD_SECONDS:
        return Wait.SETTLING
    is_soon = reminder.prompted_at is not None and now.boot - reminder.prompted_at < LEAST_SECONDS_BETWEEN_PROMPTS
    return Wait.TOO_SOON if is_soon else None


def _is_typing(reminder: Reminder, now: Moment, signs: Signs) -> bool:
    """Whether to wait for a pause in the input: a few seconds of it, but not for ever."""
    if signs.idle_seconds is None or signs.idle_seconds >= INPUT_PAUSE_SECONDS:
        return False
    since = now.boot if reminder.waits_since is None else reminder.waits_since
    return now.boot - since < reminder.rules.waits_for_pause_seconds


def _prompted(reminder: Reminder, now: Moment, *, is_repeat: bool) -> Change:
    assert reminder.prompt is not None
    prompt = replace(reminder.prompt, shown_at=reminder.prompt.shown_at or now.wall)
    told = replace(
        reminder,
        state=ReminderState.PROMPT,
        reason=Wait.SHOWING,
        prompt=prompt,
        prompted_at=now.boot,
        tries_left=max(0, reminder.tries_left - 1),
    )
    is_silent = reminder.sitting.state is not SittingState.SITTING
    return told, (Prompted(prompt, is_silent, is_repeat, reminder.offers_snooze),)


def next_look_seconds(reminder: Reminder, now: Moment) -> float | None:
    """How soon to look again: rarely, but in time for what is next; None when there is nothing to look for."""
    if reminder.state is ReminderState.OFF:
        return None
    sitting, left = reminder.sitting, reminder.left_seconds(now.boot)
    if sitting.state is SittingState.AWAY:
        return NUDGE_SECONDS if sitting.stirs(now.boot) else LOOK_SECONDS
    if reminder.state is ReminderState.PROMPT or reminder.reason is Wait.TYPING:
        return NEAR_LOOK_SECONDS
    moments = [
        now.boot + left,
        now.boot + left - reminder.rules.heads_up_seconds,
        now.boot + reminder.settles_at_seconds - sitting.sat(now.boot),
        reminder.clear_since + QUIET_AFTER_HOLD_SECONDS,
        (reminder.prompted_at or 0.0) + LEAST_SECONDS_BETWEEN_PROMPTS,
        reminder.snoozed_until or 0.0,
        (sitting.said.ends_at or 0.0) if sitting.said else 0.0,
    ]
    nearest = min([LOOK_SECONDS, *(moment - now.boot for moment in moments if moment > now.boot)])
    return max(nearest, LEAST_LOOK_SECONDS)
