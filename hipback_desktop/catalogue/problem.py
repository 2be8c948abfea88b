"""What is wrong with a file: a problem with its place, the report that gathers them, the error that carries them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PROBLEMS: Final = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; ``place`` is like ``blocks[0].steps[1].seconds``, empty for the file as a whole."""

    file: str
    place: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.place, self.reason) if part)


@dataclass(slots=True)
class Report:
    """Gathers the problems of one file while it is checked, up to a number nobody would read beyond."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    count: int = 0

    @property
    def is_full(self) -> bool:
        """Whether further problems are counted but no longer listed."""
        return self.count > MOST_PROBLEMS

    def is_clean(self, place: str = "") -> bool:
        """Whether nothing is wrong at a place or inside it."""
        inside = (f"{place}.", f"{place}[")
        places = (problem.place for problem in self.problems)
        return not (self.is_full or any(not place or found == place or found.startswith(inside) for found in places))

    def add(self, place: str, reason: str) -> None:
        """Notes one problem."""
        self.count += 1
        if not self.is_full:
            self.problems.append(Problem(self.file, place, reason))
        elif len(self.problems) == MOST_PROBLEMS:
            more = _("there are more problems; these are the first {count}").format(count=MOST_PROBLEMS)
            self.problems.append(Problem(self.file, "", more))


class ContentError(UserError):
    """A file cannot be used; the text is one sentence, ``problems`` has every reason."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        where = f"{first.place}: {first.reason}" if first.place else first.reason
        sentence = (
            _("{file} cannot be used: {where} (and {count} more); run hipback check with this file to see all.")
            if problems[1:]
            else _("{file} cannot be used: {where}.")
        )
        super().__init__(sentence.format(file=first.file, where=where, count=len(problems) - 1))
        self.problems = tuple(problems)
