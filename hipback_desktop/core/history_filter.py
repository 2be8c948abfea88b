"""What is looked for in the history, and how text is compared there."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from hipback_desktop.core.exercise import Phase
    from hipback_desktop.core.record import Outcome, SessionOrigin


class Period(StrEnum):
    """How far back to look."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def days(self) -> int:
        """Today and the days before it."""
        return {Period.WEEK: 7, Period.MONTH: 30, Period.QUARTER: 90, Period.YEAR: 365}[self]


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Every word stands in the name, the note or an exercise; of several origins, outcomes or phases one is enough."""

    text: str = ""
    period: Period | None = None
    origins: tuple[SessionOrigin, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    phases: tuple[Phase, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the text as they are compared."""
        return tuple(folded(self.text).split())

    @property
    def narrows(self) -> bool:
        """Whether anything may be left out."""
        return bool(self.words or self.period or self.origins or self.outcomes or self.phases)

    def since(self, today: date) -> date | None:
        """The first day to look at."""
        return None if self.period is None else today - timedelta(days=self.period.days - 1)


def folded(text: str) -> str:
    """Without the difference between capital and small letters, and without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
