"""Somebody to whom anything may happen, and who holds the reminder to its promises at every step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from operator import attrgetter
from typing import Any

from hipback_desktop.core.evidence import SLEEP_SECONDS
from hipback_desktop.core.holds import OPTIONAL_HOLDS, Hold
from hipback_desktop.core.hours import OFFICE_HOURS, are_open
from hipback_desktop.core.presence import SEATED, Mode, SittingState
from hipback_desktop.core.prompt import Answer, Closed, Prompted, PromptOutcome, ReminderState, Wait
from hipback_desktop.core.prompting import next_look_seconds
from hipback_desktop.core.reminder import Change
from tests.core.sitter import HOUR, MINUTE, Sitter

HELD_BY = ("is_called", "is_undisturbed", "is_full_screen", "desktop_reminds", "session_runs")
ALMOST = 1e-3
_HOLDING = attrgetter(*HELD_BY)


class WatchedSitter(Sitter):
    """Keeps book, apart from the reminder, of what must keep it quiet; moments are ``time``."""

    is_watched_for = False

    def __init__(self, **rules: Any) -> None:
        super().__init__(minds=OPTIONAL_HOLDS, **rules)
        self.last_prompt = -HOUR
        self.back_at = 0.0
        self.held_until = -HOUR
        self.pause_ends = 0.0
        self.may_count_back = False
        self.repeats = 0

    @property
    def is_held(self) -> bool:
        return any(_HOLDING(self.signs))

    def looks(self) -> None:
        if self.is_held:
            self.held_until = self.time
        if self.signs.is_locked:
            self.back_at = self.time
        super().looks()
        self._check_reason()

    def sleeps(self, seconds: float) -> None:
        if seconds > SLEEP_SECONDS:  # a blink is no sleep
            self.back_at = self.time + seconds
        super().sleeps(seconds)

    def pauses(self, seconds: float) -> None:
        self.pause_ends = self.time + seconds
        super().pauses(seconds)

    def resumes(self) -> None:
        self.pause_ends = self.time
        super().resumes()

    def says_they_were_away(self) -> None:
        self.may_count_back = True
        super().says_they_were_away()

    def _begins_again(self, after_seconds: float) -> None:
        """A pause ends when the clock on the wall says so, were it set meanwhile."""
        written, now = self.written[1], self.now
        was_set = (now.wall - written.wall).total_seconds() - (now.boot - written.boot)
        self.pause_ends -= max(0.0, was_set)
        super()._begins_again(after_seconds)
        self.back_at = self.time

    def _tell(self, change: Change) -> None:
        before = self.reminder
        super()._tell(change)
        after = self.reminder
        if before.sitting.state is SittingState.AWAY and after.sitting.state is not SittingState.AWAY:
            self.back_at = max(self.back_at, after.sitting.span.began - (self.now.boot - self.time))
        for event in change[1]:
            if isinstance(event, Prompted):
                self._check_prompt()
                self._check_repeat(event)
                self.last_prompt = self.time
            if isinstance(event, Closed) and event.prompt.outcome is PromptOutcome.HELD:
                assert event.prompt.shown_at is None, "held, and shown"
                assert event.prompt.held_by is not None, "never shown, and no reason"
        if before.sitting.sit_number == after.sitting.sit_number:
            assert after.sitting.sat_seconds >= before.sitting.sat_seconds, "counted backwards"
        else:
            assert self.may_count_back or before.sitting.state not in SEATED, "a hold has reset the counter"
        self.may_count_back = False
        self._check_value()

    def _check_prompt(self) -> None:
        assert self.time - self.last_prompt >= 5 * MINUTE - ALMOST, "two prompts within five minutes"
        assert self.time - self.back_at >= MINUTE - ALMOST, "a prompt in the first minute after a return"
        assert not self.is_held, "a prompt while held"
        assert self.time - self.held_until >= MINUTE - ALMOST, "a prompt right after a hold"
        assert self.time >= self.pause_ends - ALMOST, "a prompt in a pause"
        assert are_open(self.reminder.rules.hours, self.wall), "a prompt outside the hours"
        assert self.reminder.sitting.state in (SittingState.SITTING, SittingState.PASSIVE), "a prompt to nobody"
        said = self.reminder.sitting.said
        assert said is None or said.mode is Mode.READING, "a prompt in a call"

    def _check_repeat(self, event: Prompted) -> None:
        self.repeats = self.repeats + 1 if event.is_repeat else 0
        assert self.repeats <= self.reminder.rules.repeats, "repeated too often"
        assert event.offers_snooze is (self.reminder.snoozes < self.reminder.rules.snoozes), "one snooze too many"

    def _check_value(self) -> None:
        reminder, now = self.reminder, self.now
        assert 0 <= reminder.sitting.sat(now.boot) <= self.time + ALMOST, "more sitting than time"
        shows = reminder.state is ReminderState.PROMPT
        assert shows is (reminder.reason is Wait.SHOWING)
        assert not shows or (reminder.prompt is not None and reminder.prompt.shown_at is not None)
        wanted = next_look_seconds(reminder, now)
        assert (wanted is None) is (reminder.state is ReminderState.OFF)
        assert wanted is None or 0.05 <= wanted <= MINUTE, "looks that never end, or too rarely"

    def _check_reason(self) -> None:
        """After a look the reason is true: no hold that is gone, and nothing due for which there is none."""
        reminder, boot, reason = self.reminder, self.now.boot, self.reminder.reason
        if isinstance(reason, Hold):
            assert reason in reminder.holds, "a hold that is none"
        elif reason is Wait.NOT_DUE:
            assert reminder.left_seconds(boot) > 0, "due, and nothing is said to keep it back"
        elif reason is Wait.SNOOZED:
            assert (reminder.snoozed_until or 0) > boot, "a snooze that is over"
        if Hold.PAUSED in reminder.holds:
            assert reason in (Hold.PAUSED, Wait.MOVING), "a pause that is not told"

    def calms_down(self) -> None:
        """Everything that could hold a prompt back is over."""
        self.sees_idle = True
        self.sees(**dict.fromkeys([*HELD_BY, "is_locked", "is_inhibited"], False))
        self.resumes()
        self.says(None)

    def goes_on_sitting(self) -> None:
        """And is prompted in the end, whatever happened; unless hours may keep it back."""
        if not self.reminder.rules.hours:
            self.look_seconds = None
            self.calms_down()
            self.until_prompted(at_most=5 * HOUR)


Act = Callable[[WatchedSitter, float], None]
LENGTHS = (0.5, 1, 2, 5, 30, 59, 60, 61, 119, 121, 179, 181, 5 * MINUTE, 20 * MINUTE, 46 * MINUTE, 70 * MINUTE)


RULES: tuple[dict[str, Any], ...] = (
    {},
    {"interval_seconds": 15 * MINUTE, "break_seconds": MINUTE, "away_seconds": MINUTE, "repeats": 0},
    {"heads_up_seconds": 0, "waits_for_pause_seconds": 0, "snoozes": 1, "repeats": 3},
    {"hours": (OFFICE_HOURS,), "standing_seconds": 5 * MINUTE, "break_seconds": 10 * MINUTE},
)


def turns(name: str) -> Act:
    """A sign that is there goes, one that is not comes."""

    def turn(sitter: WatchedSitter, seconds: float) -> None:
        sitter.sees(**{name: not getattr(sitter.signs, name)})

    return turn


def stalls(sitter: WatchedSitter, seconds: float) -> None:
    """The program stands still while the person types."""
    sitter.monotonic += seconds
    sitter.input_at = sitter.monotonic
    sitter.looks()


def steps_out(sitter: WatchedSitter, seconds: float) -> None:
    """Too briefly for a break, with the screen locked."""
    sitter.locks()
    sitter.is_still(min(seconds, 30))
    sitter.unlocks()
    sitter.types(70)


def naps(sitter: WatchedSitter, seconds: float) -> None:
    """The computer, too briefly for a break."""
    sitter.sleeps(min(seconds, 30))
    sitter.types(70)


def loses_power_at_a_prompt(sitter: WatchedSitter, seconds: float) -> None:
    """If there is to be one soon."""
    ends = sitter.time + 20 * MINUTE
    while sitter.reminder.state is not ReminderState.PROMPT and not sitter.is_held and sitter.time < ends:
        sitter.sits(20)
    sitter.loses_power(min(seconds, 30))
    sitter.types(5 * MINUTE)


def begins_by_another_clock(sitter: WatchedSitter, seconds: float) -> None:
    """The clock is set between the end of the program and its start."""
    sitter.restarts(2)
    sitter.types(3)
    sitter.wall += timedelta(seconds=min(seconds, 5 * MINUTE))
    sitter.loses_power(min(seconds, 30))


def sees_no_idle(sitter: WatchedSitter, seconds: float) -> None:
    sitter.sees_idle = not sitter.sees_idle
    sitter.looks()


def answers(answer: Answer) -> Act:
    return lambda sitter, seconds: sitter.answers(answer)


def chooses(rules: dict[str, Any]) -> Act:
    return lambda sitter, seconds: sitter.chooses(**rules)


def says(mode: Mode | None) -> Act:
    return lambda sitter, seconds: sitter.says(mode)


PASSING: tuple[Act, ...] = (WatchedSitter.sits, WatchedSitter.types, WatchedSitter.is_still)
ACTS: tuple[Act, ...] = (
    *(turns(name) for name in (*HELD_BY, "is_locked", "is_inhibited")),
    *(answers(answer) for answer in Answer),
    *(says(mode) for mode in (*Mode, None)),
    stalls,
    steps_out,
    naps,
    sees_no_idle,
    WatchedSitter.sleeps,
    WatchedSitter.pauses,
    WatchedSitter.snoozes,
    lambda sitter, seconds: sitter.nudges(),
    lambda sitter, seconds: sitter.resumes(),
    lambda sitter, seconds: sitter.says_they_were_away(),
    lambda sitter, seconds: sitter.says_they_still_sat(),
    lambda sitter, seconds: sitter.restarts(seconds),
    lambda sitter, seconds: sitter.loses_power(seconds),
    *(chooses(rules) for rules in RULES),
    loses_power_at_a_prompt,
    begins_by_another_clock,
    lambda sitter, seconds: sitter.sets_the_clock(seconds=seconds - 20 * MINUTE),
)
