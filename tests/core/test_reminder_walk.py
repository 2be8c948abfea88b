"""Anything in any order: a random walk that holds the reminder to its promises (breaks.md §12.6, 17)."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.core.sitter import HOUR
from tests.core.strategies import STEADY
from tests.core.watched_sitter import ACTS, LENGTHS, PASSING, RULES, Act, WatchedSitter

SECONDS = st.sampled_from(LENGTHS) | st.floats(0.1, HOUR)


class ReminderWalk(RuleBasedStateMachine):
    """The checks are the sitter's own, at every look and every word."""

    sitter: WatchedSitter

    @initialize(rules=st.sampled_from(RULES), sat=SECONDS)
    def begins(self, rules: dict[str, Any], sat: float) -> None:
        self.sitter = WatchedSitter(**rules)
        self.sitter.types(sat)

    @rule(passes=st.sampled_from(PASSING), seconds=SECONDS)
    def time_passes(self, passes: Act, seconds: float) -> None:
        passes(self.sitter, seconds)

    @rule(act=st.sampled_from(ACTS), seconds=SECONDS)
    def something_happens(self, act: Act, seconds: float) -> None:
        act(self.sitter, seconds)

    @rule(seconds=st.none() | st.floats(0.5, 300))
    def is_looked_at_as_often_as(self, seconds: float | None) -> None:
        self.sitter.look_seconds = seconds

    def teardown(self) -> None:
        if hasattr(self, "sitter"):
            self.sitter.goes_on_sitting()


TestReminderWalk = ReminderWalk.TestCase
TestReminderWalk.settings = settings(STEADY, max_examples=30, stateful_step_count=25)
