"""The sitting reminder at work: looks when the model says so, keeps what is worth keeping, and tells what there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from hipback_desktop.breaks.full_look import FullLook
from hipback_desktop.breaks.needed_signs import known_signs, needed_signs
from hipback_desktop.breaks.presence.reading import ALL_SIGNS, IDLE_ONLY
from hipback_desktop.core.break_rules import LOOK_SECONDS
from hipback_desktop.core.kept_reminder import kept_from, switched_on_again
from hipback_desktop.core.moment import Moment
from hipback_desktop.core.presence import Mode
from hipback_desktop.core.prompt import Answer, Closed, Prompted, Refused, ReminderState, Withdrawn
from hipback_desktop.core.prompting import next_look_seconds
from hipback_desktop.core.spans import Absence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hipback_desktop.breaks.presence.reading import Sign
    from hipback_desktop.clock import Clock
    from hipback_desktop.core.break_rules import BreakRules
    from hipback_desktop.core.kept_reminder import KeptReminder
    from hipback_desktop.core.presence import Signs
    from hipback_desktop.core.prompt import Refusal, Surface
    from hipback_desktop.core.reminder import Change, Event, Reminder

_KEPT_AGAIN_AFTER = LOOK_SECONDS - 1  # a look that comes a little early must not cost a minute
_MINUTE = 60.0


class Presence(Protocol):
    """Looks at the person; ``told`` comes once for each ``ask``, with ``Signs``, whatever the probes do."""

    @property
    def told(self) -> SignalInstance: ...
    def ask(self, needs: frozenset[Sign]) -> None: ...
    def close(self) -> None: ...


class Alarm(Protocol):
    """One shot at a time; ``due`` comes at the moment asked for, or a little early."""

    @property
    def due(self) -> SignalInstance: ...
    def wake_in(self, seconds: float | None) -> None: ...


class Book(Protocol):
    """Where the days at the desk are kept."""

    def add(self, events: Iterable[Event]) -> None: ...
    def keep(self, kept: KeptReminder) -> bool: ...
    def kept(self) -> KeptReminder | None: ...


class BreakService(QObject):
    """Owns the reminder; while it is off nothing is looked at and no timer runs.

    ``prompted`` carries a ``Prompted``, ``withdrawn`` the reason, ``closed`` the ``Prompt`` that is over, ``returned``
    an ``Absence`` to ask about; ``changed`` comes when something that is shown is not so any more, as when a break is
    near. ``attempt`` runs what may fail on a full disk, and says so.
    """

    prompted = Signal(object)
    withdrawn = Signal(object)
    closed = Signal(object)
    returned = Signal(object)
    changed = Signal()

    def __init__(
        self,
        clock: Clock,
        alarm: Alarm,
        book: Callable[[], Book],
        new_presence: Callable[[], Presence],
        session_runs: Callable[[], bool],
        attempt: Callable[[Callable[[], object]], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._alarm = alarm
        self._book = book
        self._new_presence = new_presence
        self._session_runs = session_runs
        self._attempt = attempt
        self._presence: Presence | None = None
        self._asks: frozenset[Sign] = frozenset()
        self._full: FullLook | None = None
        self._kept_at: float | None = None
        self._shown: tuple[object, ...] = ()
        self.reminder: Reminder | None = None
        alarm.due.connect(self.look)

    @property
    def is_on(self) -> bool:
        """Whether anything is looked at."""
        return self.reminder is not None and self.reminder.state is not ReminderState.OFF

    def apply(self, rules: BreakRules | None) -> None:
        """Reminds by these rules from now on; None switches it off."""
        if rules is None:
            self._switch_off()
        elif self.is_on and self.reminder is not None:
            if self.reminder.rules != rules:
                self._take((self.reminder.with_rules(rules), ()))
        else:
            self.reminder = switched_on_again(self._kept(), rules, self.now())
            self._presence = self._new_presence()
            self._presence.told.connect(self._on_told)
            self.changed.emit()
            self.look()

    def look(self) -> None:
        """Asks where the person is; what follows comes with the answer."""
        if self._presence is not None and self.reminder is not None and not self._asks:
            self._alarm.wake_in(None)
            self._ask(needed_signs(self.reminder, self._full, self.now()))

    def answer(self, answer: Answer, routine_id: str | None = None) -> Refusal | None:
        """A button of the prompt that shows; why it had no effect, or None."""
        return self._say(lambda told: told.answer(answer, self.now(), routine_id))

    def snooze(self, seconds: float) -> Refusal | None:
        """Puts off the prompt that shows; why that had no effect, or None."""
        return self._say(lambda told: told.snooze(seconds, self.now()))

    def begin(self, routine_id: str) -> None:
        """A break begins, offered or not."""
        if self.answer(Answer.START, routine_id) is not None:
            self.say(Mode.MOVING)

    def pause(self, seconds: float) -> None:
        """Nothing shows for a while."""
        self._say(lambda told: told.pause(seconds, self.now()))

    def resume(self) -> None:
        """The pause ends before its time."""
        self._say(lambda told: told.resume(self.now()))

    def say(self, mode: Mode | None) -> None:
        """What the person says they do."""
        self._say(lambda told: told.say(mode, self.now()))
        self.look()

    def was_away(self) -> None:
        """The person says they took a break."""
        self._say(lambda told: told.was_away(self.now()))

    def still_sitting(self) -> None:
        """The person says the last absence was none."""
        self._say(lambda told: told.still_sitting(self.now()))

    def shown_on(self, surface: Surface) -> None:
        """Where the prompt shows."""
        if self.reminder is not None:
            self.reminder = self.reminder.shown_on(surface)

    def close(self) -> None:
        """At the end of the program: the counter is kept for the next start, what was under way is closed."""
        if self.is_on and self.reminder is not None:
            self._keep(self.reminder)
            self._let_go(self.reminder)

    def now(self) -> Moment:
        """This moment on the three clocks."""
        monotonic = self._clock.monotonic()
        return Moment(monotonic, monotonic + self._clock.suspended(), self._clock.now())

    def _switch_off(self) -> None:
        """By choice: a pause that was asked for before is over when the reminder is wanted again."""
        if self.is_on and self.reminder is not None:
            self._keep(replace(self.reminder, paused_until=None))
            self._let_go(self.reminder)

    def _let_go(self, reminder: Reminder) -> None:
        self._alarm.wake_in(None)
        if self._presence is not None:
            self._presence.told.disconnect(self._on_told)
            self._presence.close()
        self._presence, self._asks, self._full = None, frozenset(), None
        self.reminder, events = reminder.switch_off(self.now())
        self._note(events)
        self.changed.emit()

    def _ask(self, needs: frozenset[Sign]) -> None:
        assert self._presence is not None
        self._asks = needs
        self._presence.ask(needs)

    def _on_told(self, signs: Signs) -> None:
        """Nothing is shown on the strength of what was seen a few seconds ago: then all is asked."""
        asked, self._asks = self._asks, frozenset()
        if self.reminder is None:
            return
        now = self.now()
        if asked != IDLE_ONLY:
            self._full = FullLook(signs, now.boot)
        known = known_signs(self.reminder, self._full, signs, now)
        seen = replace(known or signs, session_runs=self._session_runs())
        change = self.reminder.look(now, seen)
        if asked == IDLE_ONLY and (known is None or any(isinstance(event, Prompted) for event in change[1])):
            self._ask(ALL_SIGNS)
        else:
            self._take(change)

    def _say(self, said: Callable[[Reminder], Change]) -> Refusal | None:
        """What the person said; kept at once, as the power may go."""
        if self.reminder is None or not self.is_on:
            return None
        self._kept_at = None
        told, events = said(self.reminder)
        self._take((told, events))
        return next((event.refusal for event in events if isinstance(event, Refused)), None)

    def _take(self, change: Change) -> None:
        """The reminder one step on, and everything that follows from it; kept when it matters, as the power may go."""
        assert self.reminder is not None
        now = self.now()
        self.reminder, events = change
        if events or self._kept_at is None or now.boot - self._kept_at >= _KEPT_AGAIN_AFTER:
            self._keep(self.reminder)
        self._note(events)
        if not self._asks:
            self._alarm.wake_in(next_look_seconds(self.reminder, now))
        shown, self._shown = self._shown, _shown(self.reminder, now)
        if shown != self._shown or events:
            self.changed.emit()

    def _note(self, events: tuple[Event, ...]) -> None:
        if events:
            self._attempt(lambda: self._book().add(events))
        for event in events:
            match event:
                case Prompted():
                    self.prompted.emit(event)
                case Withdrawn(reason):
                    self.withdrawn.emit(reason)
                case Closed(prompt):
                    self.closed.emit(prompt)
                case Absence() if event.asks:
                    self.returned.emit(event)

    def _keep(self, reminder: Reminder) -> None:
        now = self.now()
        self._kept_at = now.boot
        self._attempt(lambda: self._book().keep(kept_from(reminder, now)))

    def _kept(self) -> KeptReminder | None:
        found: list[KeptReminder | None] = []
        self._attempt(lambda: found.append(self._book().kept()))
        return found[0] if found else None


def _shown(reminder: Reminder, now: Moment) -> tuple[object, ...]:
    """What a person may be looking at; the time left by the minute."""
    minutes = round(reminder.left_seconds(now.boot) / _MINUTE)
    return (
        reminder.state,
        reminder.reason,
        reminder.sitting.state,
        reminder.sitting.said,
        reminder.paused_until,
        reminder.snoozed_until,
        minutes,
    )
