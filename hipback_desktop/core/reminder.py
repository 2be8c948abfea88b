"""When to prompt for a break, and why not now: a frozen value around the sitting counter (breaks.md §12.2).

Promises, whatever happens and however often one looks: never two prompts within five minutes, none in the first minute
after a return or waking, a hold delays and never resets, and a pause beats everything else. Every change answers with
the new value and what there is to do; ``reason`` always tells why nothing shows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from hipback_desktop.core.break_rules import DEAD_SECONDS, QUIET_AFTER_RETURN_SECONDS
from hipback_desktop.core.holds import Hold, seen_holds
from hipback_desktop.core.hours import are_open
from hipback_desktop.core.presence import SEATED, Mode
from hipback_desktop.core.prompt import (
    Answer,
    Closed,
    Prompted,
    PromptOutcome,
    Refusal,
    Refused,
    ReminderState,
    Surface,
    Wait,
    Withdrawn,
)
from hipback_desktop.core.prompting import decided, reason_without_pause, turned
from hipback_desktop.core.sitting import Noted, sit_down

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.core.break_rules import BreakRules
    from hipback_desktop.core.moment import Moment
    from hipback_desktop.core.presence import Signs
    from hipback_desktop.core.prompt import Prompt, Reason
    from hipback_desktop.core.sitting import Change as SittingChange
    from hipback_desktop.core.sitting import Sitting

Event = Noted | Prompted | Withdrawn | Closed | Refused
Change = tuple["Reminder", tuple[Event, ...]]

_ANSWERED: Mapping[Answer, tuple[PromptOutcome, Mode | None]] = MappingProxyType(
    {
        Answer.START: (PromptOutcome.STARTED, Mode.MOVING),
        Answer.WALK: (PromptOutcome.WALKED, Mode.MOVING),
        Answer.STAND: (PromptOutcome.STANDING, Mode.STANDING),
        Answer.SKIP: (PromptOutcome.SKIPPED, None),
    }
)

_JUST_RETURNED = frozenset({Hold.JUST_RETURNED})


@dataclass(frozen=True, slots=True)
class Reminder:
    """One person's reminder at one moment; moments are those of the boot clock, which counts sleep.

    The next prompt is due one interval after ``counts_from_seconds`` of the sitting counter; ``settles_at_seconds`` of
    it end the quiet after a return. ``clear_since`` is when the last hold went.
    """

    rules: BreakRules
    state: ReminderState
    reason: Reason
    sitting: Sitting
    settles_at_seconds: float
    clear_since: float
    holds: frozenset[Hold] = frozenset()
    counts_from_seconds: float = 0
    prompt: Prompt | None = None
    prompted_at: float | None = None
    tries_left: int = 1
    has_missed: bool = False
    waits_since: float | None = None
    snoozes: int = 0
    snoozed_until: float | None = None
    paused_until: float | None = None

    def left_seconds(self, boot: float) -> float:
        """Seconds of sitting until the next prompt is due; below 0 when it is overdue."""
        return self.counts_from_seconds + self.rules.interval_seconds - self.sitting.sat(boot)

    @property
    def offers_snooze(self) -> bool:
        """Whether a prompt may still be put off."""
        return self.snoozes < self.rules.snoozes

    @property
    def fills_screen(self) -> bool:
        """Whether its own prompt does at the moment: that must not keep itself back."""
        prompt = self.prompt if self.state is ReminderState.PROMPT else None
        return prompt is not None and prompt.surface is Surface.FULL_SCREEN

    def look(self, now: Moment, signs: Signs) -> Change:
        """What the signs of a moment call for."""
        if self.state is ReminderState.OFF:
            return self, ()
        told, noted = self._with_sitting(self.sitting.look(now, signs), now)
        told = told._with_holds(now, signs)
        told, steps = decided(told, now, signs)
        return told, (*noted, *steps) if noted else steps

    def answer(self, answer: Answer, now: Moment, routine_id: str | None = None) -> Change:
        """One of the buttons of the prompt that shows."""
        if refusal := self._refusal(now):
            return self, (Refused(refusal),)
        outcome, mode = _ANSWERED[answer]
        told, closed = self._closed(outcome, now, routine_id)
        told = replace(told, state=ReminderState.COUNTING, reason=Wait.NOT_DUE)
        if mode is None:
            anew = replace(told, counts_from_seconds=told.sitting.sat(now.boot), snoozes=0, has_missed=False)
            return anew.with_tries(), closed
        told, noted = told._with_sitting(told.sitting.say(mode, now), now)
        if mode is Mode.MOVING:
            return replace(told, state=ReminderState.BREAK, reason=Wait.MOVING), (*closed, *noted)
        return replace(told, reason=Wait.NOT_SITTING), (*closed, *noted)

    def snooze(self, seconds: float, now: Moment) -> Change:
        """Puts off the prompt that shows, a few times in a row."""
        refusal = self._refusal(now) or (None if self.offers_snooze else Refusal.NO_SNOOZE_LEFT)
        if refusal:
            return self, (Refused(refusal),)
        told, closed = self._closed(PromptOutcome.SNOOZED, now)
        until, count = now.boot + seconds, self.snoozes + 1
        told = replace(told, state=ReminderState.SNOOZED, reason=Wait.SNOOZED, snoozed_until=until, snoozes=count)
        return told.with_tries(), closed

    def pause(self, seconds: float, now: Moment) -> Change:
        """Nothing shows for a while, whatever else was asked."""
        told = replace(self, paused_until=now.boot + seconds, holds=self.holds | {Hold.PAUSED})
        goes_on = self.state in (ReminderState.OFF, ReminderState.SNOOZED, ReminderState.BREAK)
        return (told, ()) if goes_on else turned(told, ReminderState.COUNTING, Hold.PAUSED)

    def resume(self, now: Moment) -> Change:
        """The pause ends before its time; nothing shows at once."""
        told = replace(self, paused_until=None, holds=self.holds - {Hold.PAUSED}, clear_since=now.boot)
        return (replace(told, reason=reason_without_pause(told, now)) if self.reason is Hold.PAUSED else told), ()

    def say(self, mode: Mode | None, now: Moment) -> Change:
        """What the person says they do, unasked."""
        return self._with_sitting(self.sitting.say(mode, now), now)

    def was_away(self, now: Moment) -> Change:
        """The person says they took a break."""
        return self._with_sitting(self.sitting.was_away(now), now)

    def still_sitting(self, now: Moment) -> Change:
        """The last absence was none; what it took is given back, and nothing shows sooner than after a return."""
        sitting, noted = self.sitting.still_sitting()
        settles = self.settles_at_seconds + sitting.sat_seconds - self.sitting.sat_seconds
        return replace(self, sitting=sitting, settles_at_seconds=settles), noted

    def shown_on(self, surface: Surface) -> Reminder:
        """With the place where the prompt shows, for the record."""
        return replace(self, prompt=replace(self.prompt, surface=surface)) if self.prompt else self

    def with_rules(self, rules: BreakRules) -> Reminder:
        """With other numbers from now on, for the prompt that shows as well."""
        tries_left = self.tries_left + rules.repeats - self.rules.repeats
        return replace(self, rules=rules, tries_left=tries_left, sitting=replace(self.sitting, rules=rules))

    def with_tries(self) -> Reminder:
        """With all the repeats that an unanswered prompt has."""
        return replace(self, tries_left=1 + self.rules.repeats)

    def switch_off(self, now: Moment) -> Change:
        """Nothing is looked at any more; what was under way is closed."""
        if self.state is ReminderState.OFF:
            return self, ()
        outcome = PromptOutcome.MISSED if self.prompt and self.prompt.shown_at else PromptOutcome.HELD
        told, closed = self._closed(outcome, now)
        off = replace(told, state=ReminderState.OFF, reason=Wait.SWITCHED_OFF)
        return off, (*closed, *self.sitting.ended(now))

    def _refusal(self, now: Moment) -> Refusal | None:
        if self.state is not ReminderState.PROMPT or self.prompted_at is None:
            return Refusal.NOTHING_SHOWN
        return Refusal.TOO_EARLY if now.boot - self.prompted_at < DEAD_SECONDS else None

    def _closed(self, outcome: PromptOutcome, now: Moment, routine_id: str | None = None) -> Change:
        if self.prompt is None:
            return self, ()
        held_by = self.prompt.held_by or (self.reason if outcome is PromptOutcome.HELD else None)
        closed = replace(self.prompt, outcome=outcome, outcome_at=now.wall, held_by=held_by, routine_id=routine_id)
        return replace(self, prompt=None), (Closed(closed),)

    def _with_sitting(self, change: SittingChange, now: Moment) -> Change:
        """With the counter one step on; when it began anew, so does everything that was counted by it."""
        sitting, noted = change
        if sitting is self.sitting or self.state is ReminderState.OFF:
            return self, ()
        told, closed = replace(self, sitting=sitting), tuple[Event, ...]()
        is_anew = sitting.sit_number != self.sitting.sit_number
        if is_anew:
            is_shown = self.prompt is not None and self.prompt.shown_at is not None
            told, closed = told._closed(PromptOutcome.NATURAL if is_shown else PromptOutcome.HELD, now)
            told, withdrawn = turned(told, ReminderState.COUNTING, Wait.NOT_DUE)
            told = replace(told, counts_from_seconds=0, has_missed=False, snoozes=0, snoozed_until=None).with_tries()
            closed = (*withdrawn, *closed)
        if is_anew or (sitting.state in SEATED and self.sitting.state not in SEATED):
            told = replace(told, settles_at_seconds=sitting.span.sat_seconds + QUIET_AFTER_RETURN_SECONDS)
        return told, (*noted, *closed)

    def _with_holds(self, now: Moment, signs: Signs) -> Reminder:
        holds = seen_holds(signs, self.rules.minds)
        if Hold.FULL_SCREEN in holds and self.fills_screen:
            holds -= {Hold.FULL_SCREEN}
        if self.paused_until is not None and now.boot < self.paused_until:
            holds |= {Hold.PAUSED}
        if self.rules.hours and not are_open(self.rules.hours, now.wall):
            holds |= {Hold.OUTSIDE_HOURS}
        if signs.session_runs:
            holds |= {Hold.SESSION}
        said = self.sitting.said
        if said and said.mode is Mode.CALL:
            holds |= {Hold.CALL}
        was_held = bool(self.holds) and self.holds != _JUST_RETURNED
        clear_since = now.boot if was_held and not holds else self.clear_since
        if self.sitting.sat(now.boot) < self.settles_at_seconds:
            holds |= _JUST_RETURNED
        if holds == self.holds and clear_since == self.clear_since:
            return self
        return replace(self, holds=holds, clear_since=clear_since)


def switch_on(rules: BreakRules, now: Moment, sat_seconds: float = 0) -> Reminder:
    """The reminder of somebody who sits there; quiet for a minute, as after a return."""
    return Reminder(
        rules=rules,
        state=ReminderState.COUNTING,
        reason=Wait.NOT_DUE,
        sitting=sit_down(rules, now, sat_seconds),
        settles_at_seconds=sat_seconds + QUIET_AFTER_RETURN_SECONDS,
        clear_since=now.boot,
        tries_left=1 + rules.repeats,
    )
