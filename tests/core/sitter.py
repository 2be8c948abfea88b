"""A day at the desk as a short script: somebody sits, walks, locks, sleeps, and what the reminder made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from hipback_desktop.core.break_rules import BreakRules
from hipback_desktop.core.kept_reminder import kept_from, kept_from_values, switched_on_again, values_of
from hipback_desktop.core.moment import Moment
from hipback_desktop.core.presence import Mode, Signs, SittingState
from hipback_desktop.core.prompt import Answer, Closed, Prompt, Prompted, Refused, ReminderState, Withdrawn
from hipback_desktop.core.prompting import next_look_seconds
from hipback_desktop.core.reminder import Change, Event, Reminder, switch_on
from hipback_desktop.core.spans import Absence, Span
from tests.builders import NOON

MINUTE, HOUR = 60.0, 3600.0
BOOTED = 5000.0

Kind = TypeVar("Kind")


class Sitter:
    """A person, their computer and the reminder, looked at as often as it asks for, or every ``look_seconds``.

    Who ``is_watched_for`` is looked at every second when they come back: then a script can be read in plain seconds.
    ``sees_idle`` is whether an idle time can be read; it counts no sleep, as that of X11.
    """

    is_watched_for = True

    def __init__(self, began: datetime = NOON, look_seconds: float | None = None, **rules: Any) -> None:
        self.monotonic = BOOTED
        self.slept = 0.0
        self.wall = began
        self.sees_idle = True
        self.signs = Signs()
        self.input_at = BOOTED
        self.look_seconds = look_seconds
        self.reminder: Reminder = switch_on(BreakRules(**rules), self.now)
        self.written = self.reminder, self.now
        self.events: list[Event] = []
        self.happened_at: list[float] = []

    @property
    def now(self) -> Moment:
        return Moment(self.monotonic, self.monotonic + self.slept, self.wall)

    @property
    def time(self) -> float:
        """Seconds since the beginning, sleep among them."""
        return self.monotonic + self.slept - BOOTED

    @property
    def sat(self) -> float:
        return self.reminder.sitting.sat(self.now.boot)

    def of(self, kind: type[Kind]) -> list[Kind]:
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def prompted(self) -> list[float]:
        """When prompts showed."""
        return [at for event, at in zip(self.events, self.happened_at, strict=True) if isinstance(event, Prompted)]

    @property
    def closed(self) -> list[Prompt]:
        return [event.prompt for event in self.of(Closed)]

    @property
    def spans(self) -> list[tuple[str, Any]]:
        return [(event.kind.value, event.seconds) for event in self.of(Span)]

    # what the person does

    def sits(self, seconds: float) -> None:
        """Types, with ten seconds of thought in every minute."""
        self._passes(seconds, lambda second: max(0.0, second % 60 - 50))

    def types(self, seconds: float) -> None:
        """Types without a pause."""
        self._passes(seconds, lambda second: 0.0)

    def is_still(self, seconds: float) -> None:
        """No input: nobody knows whether anybody is there."""
        self._passes(seconds, None)

    walks = is_still

    def nudges(self) -> None:
        """One touch of the mouse."""
        self.input_at = self.monotonic
        self.looks()

    def locks(self) -> None:
        self.sees(is_locked=True)

    def unlocks(self) -> None:
        """And types the password."""
        self.sees(is_locked=False)
        self.types(3)

    def sleeps(self, seconds: float) -> None:
        """The computer does; it is looked at again when it wakes."""
        self.slept += seconds
        self.wall += timedelta(seconds=seconds)
        self.looks()

    def in_call(self, seconds: float) -> None:
        """Talks, with hands off the keyboard, in a call that the microphone shows."""
        self.sees(is_called=True)
        self.is_still(seconds)
        self.sees(is_called=False)

    def watches(self, seconds: float) -> None:
        """A film that keeps the screen awake."""
        self.sees(is_inhibited=True)
        self.is_still(seconds)
        self.sees(is_inhibited=False)

    def plays(self, seconds: float) -> None:
        """A session, away from the keyboard."""
        self.sees(session_runs=True)
        self.is_still(seconds)
        self.sees(session_runs=False)

    def sees(self, **signs: Any) -> None:
        """The probes say something else from now on."""
        self.signs = replace(self.signs, **signs)
        self.looks()

    def sets_the_clock(self, **by: float) -> None:
        self.wall += timedelta(**by)
        self.looks()

    # what the person says

    def answers(self, answer: Answer, routine_id: str | None = None) -> None:
        self._says(self.reminder.answer(answer, self.now, routine_id))

    def snoozes(self, seconds: float) -> None:
        self._says(self.reminder.snooze(seconds, self.now))

    def pauses(self, seconds: float) -> None:
        self._says(self.reminder.pause(seconds, self.now))

    def resumes(self) -> None:
        self._says(self.reminder.resume(self.now))

    def says(self, mode: Mode | None) -> None:
        self._says(self.reminder.say(mode, self.now))

    def says_they_were_away(self) -> None:
        self._says(self.reminder.was_away(self.now))

    def says_they_still_sat(self) -> None:
        self._says(self.reminder.still_sitting(self.now))

    def switches_off(self) -> None:
        self._tell(self.reminder.switch_off(self.now))

    def chooses(self, **rules: Any) -> None:
        """Other numbers."""
        self._says((self.reminder.with_rules(replace(self.reminder.rules, **rules)), ()))

    def restarts(self, after_seconds: float = 5) -> None:
        """The program ends, and starts again from what it wrote."""
        self.written = self.reminder, self.now
        self._tell(self.reminder.switch_off(self.now))
        self._begins_again(after_seconds)

    def loses_power(self, after_seconds: float = 5) -> None:
        """The program begins again from what it wrote last, up to a minute ago."""
        self._begins_again(after_seconds)

    def _begins_again(self, after_seconds: float) -> None:
        kept = kept_from_values(values_of(kept_from(*self.written)))
        self.monotonic += after_seconds
        self.wall += timedelta(seconds=after_seconds)
        self.reminder = switched_on_again(kept, self.reminder.rules, self.now)

    def looks(self) -> None:
        idle = self.monotonic - self.input_at if self.sees_idle else None
        if idle != self.signs.idle_seconds:
            self.signs = replace(self.signs, idle_seconds=idle)
        now = self.now
        change = self.reminder.look(now, self.signs)
        self._tell(change)
        if change[1] or now.boot - self.written[1].boot >= MINUTE - 1:
            self.written = self.reminder, now

    def until_prompted(self, at_most: float = 3 * HOUR) -> None:
        """Sits until the next prompt shows."""
        before, end = len(self.prompted), self.time + at_most
        while len(self.prompted) == before:
            assert self.time < end, f"no prompt; {self.reminder.reason}"
            self.sits(next_look_seconds(self.reminder, self.now) or 1)

    def can_answer(self) -> None:
        """Lets the moment pass in which buttons are dead."""
        self.sits(2)

    def _passes(self, seconds: float, idle: Any) -> None:
        for step in self._steps(seconds, comes_back=idle is not None):
            self.monotonic += step
            self.wall += timedelta(seconds=step)
            if idle is not None:
                self.input_at = max(self.input_at, self.monotonic - idle(self.time))
            self.looks()

    def _steps(self, seconds: float, *, comes_back: bool) -> Iterator[float]:
        left = seconds
        while left > 0:
            wanted = self.look_seconds or next_look_seconds(self.reminder, self.now)
            if comes_back and self.is_watched_for and self.reminder.sitting.state is SittingState.AWAY:
                wanted = 1
            yield (step := left if wanted is None else min(left, wanted))
            left -= step

    def _says(self, change: Change) -> None:
        self._tell(change)
        self.written = self.reminder, self.now

    def _tell(self, change: Change) -> None:
        self.reminder, events = change
        if events:
            self.events += events
            self.happened_at += [self.time] * len(events)


def refusals(sitter: Sitter) -> list[str]:
    return [event.refusal.value for event in sitter.of(Refused)]


def withdrawals(sitter: Sitter) -> list[str]:
    return [event.reason.value for event in sitter.of(Withdrawn)]


def absences(sitter: Sitter) -> list[Absence]:
    return sitter.of(Absence)


def told(sitter: Sitter) -> tuple[ReminderState, object]:
    return sitter.reminder.state, sitter.reminder.reason


def prompted_sitter(**rules: Any) -> Sitter:
    """Somebody who has just been prompted, and may answer."""
    sitter = Sitter(**rules)
    sitter.sits(sitter.reminder.rules.interval_seconds - 5 * MINUTE)
    sitter.until_prompted()
    sitter.can_answer()
    return sitter


def state(sitter: Sitter) -> SittingState:
    return sitter.reminder.sitting.state


def where(sitter: Sitter) -> tuple[SittingState, Any]:
    return state(sitter), sitter.sat
