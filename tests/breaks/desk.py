"""A desk without waiting: the real service on a stepped clock, with somebody whose signs a test says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from hipback_desktop.breaks.presence.reading import Sign
from hipback_desktop.breaks.service import BreakService
from hipback_desktop.core.break_rules import BreakRules
from hipback_desktop.core.kept_reminder import KeptReminder
from hipback_desktop.core.presence import Signs
from hipback_desktop.core.prompt import Prompted
from hipback_desktop.core.reminder import Event, Reminder
from tests.session.stage import FakeTicker, SteppedClock

MINUTE, HOUR = 60.0, 3600.0


def answers_come() -> None:
    """A question for the last input, and the one for everything that may follow; nothing is painted meanwhile."""
    for _question in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)


class FakePresence(QObject):
    """Answers each question as soon as the event loop turns, as the real one never does before, or when told to."""

    told = Signal(object)
    _was_asked = Signal()

    def __init__(self, signs: Callable[[], Signs]) -> None:
        super().__init__()
        self._signs = signs
        self.needs: list[frozenset[Sign]] = []
        self.is_slow = False
        self.is_closed = False
        self._was_asked.connect(self._answer_unless_slow, Qt.ConnectionType.QueuedConnection)

    @property
    def asked(self) -> int:
        return len(self.needs)

    def ask(self, needs: frozenset[Sign]) -> None:
        self.needs.append(needs)
        self._was_asked.emit()

    def answer(self) -> None:
        """What was not asked for is not told."""
        signs = self._signs()
        self.told.emit(Signs(**{sign.value: getattr(signs, sign.value) for sign in self.needs[-1]}))

    def close(self) -> None:
        self.is_closed = True

    def _answer_unless_slow(self) -> None:
        if not self.is_slow and not self.is_closed:
            self.answer()


class FakeBook:
    """Remembers what it was given."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.writes: list[KeptReminder] = []

    def add(self, events: Iterable[Event]) -> None:
        self.events += events

    def keep(self, kept: KeptReminder) -> bool:
        self.writes.append(kept)
        return True

    def kept(self) -> KeptReminder | None:
        return self.writes[-1] if self.writes else None


class Desk:
    """Somebody types at a desk until told otherwise; what the service tells is written down."""

    def __init__(self, book: FakeBook | None = None, clock: SteppedClock | None = None) -> None:
        self.clock = clock or SteppedClock()
        self.ticker = FakeTicker(self.clock)
        self.book = book or FakeBook()
        self.presences: list[FakePresence] = []
        self.signs = Signs()
        self.input_at: float | None = None
        self.is_seen = True
        self.session_runs = False
        self.told: list[tuple[str, Any]] = []
        self.service = BreakService(
            self.clock,
            self.ticker,
            lambda: self.book,
            self._new_presence,
            lambda: self.session_runs,
            lambda write: write(),
        )
        for name in ("prompted", "withdrawn", "closed", "returned"):
            getattr(self.service, name).connect(lambda value, name=name: self.told.append((name, value)))
        self.service.changed.connect(lambda: self.told.append(("changed", None)))

    @property
    def reminder(self) -> Reminder:
        assert self.service.reminder is not None
        return self.service.reminder

    @property
    def presence(self) -> FakePresence:
        return self.presences[-1]

    @property
    def names(self) -> list[str]:
        """What was told, without the changes."""
        return [name for name, _ in self.told if name != "changed"]

    @property
    def prompts(self) -> list[Prompted]:
        return [value for name, value in self.told if name == "prompted"]

    def switch_on(self, **rules: Any) -> None:
        self.service.apply(BreakRules(**rules))
        answers_come()

    def passes(self, seconds: float, *, asleep: float = 0) -> None:
        """Time goes by; whoever asked to be woken is."""
        self.clock.slept += asleep
        end = self.clock.seconds + seconds
        answers_come()  # what was asked by what a test has just done
        while (at := self.ticker.wakes_at) is not None and at <= end:
            self.clock.seconds = max(self.clock.seconds, at)
            self.ticker.wakes_at = None
            self.ticker.due.emit()
            answers_come()
        self.clock.seconds = end

    def looks(self) -> None:
        """The service is told to, and has its answer."""
        self.service.look()
        answers_come()

    def leaves(self) -> None:
        """No input from now on."""
        self.input_at = self.clock.seconds

    def returns(self) -> None:
        """And types."""
        self.input_at = None

    def until_prompted(self, at_most: float = 3 * HOUR) -> None:
        before, end = len(self.prompts), self.clock.seconds + at_most
        while len(self.prompts) == before:
            assert self.clock.seconds < end, f"no prompt; {self.reminder.reason}"
            self.passes(1)

    def can_answer(self) -> None:
        """Lets the moment pass in which buttons are dead."""
        self.passes(2)

    def _new_presence(self) -> FakePresence:
        self.presences.append(FakePresence(self._signs_now))
        return self.presences[-1]

    def _signs_now(self) -> Signs:
        """Who types makes a pause of ten seconds in every minute."""
        typing = max(0.0, self.clock.seconds % 60 - 50)
        idle = typing if self.input_at is None else self.clock.seconds - self.input_at
        return replace(self.signs, idle_seconds=idle if self.is_seen else None)
