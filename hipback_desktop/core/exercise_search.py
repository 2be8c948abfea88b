"""Exercises found by what a person types: name, synonym, area, muscle, and forgiving one slip of a finger."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.exercise_words import area_name
from hipback_desktop.core.wording import equipment_name, phase_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hipback_desktop.core.exercise import Exercise

IN_NAME, IN_SYNONYM, ELSEWHERE = range(3)
"""How good a find is, after a name that begins with all that was typed."""

_WORD: Final = re.compile(r"[^\W_]+")
_PASSED_OVER: Final = frozenset({"a", "and", "for", "in", "my", "of", "on", "the", "to", "with"})
_ENDINGS: Final = ("", "s", "es", "ing")
_SHORTEST_STEM: Final = 4
_SHORTEST_SLIP: Final = 4
"""Below four letters every word is one slip away from another."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An exercise with the best place each of its words stands in."""

    exercise_id: str
    name: str
    places: Mapping[str, int]


class ExerciseSearch:
    """Reads the exercises once, at the first search; each one afterwards takes a millisecond or two."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self._exercises = tuple(exercises)

    def read(self) -> None:
        """Reads the exercises already, while there is time."""
        self._forms("")

    def find(self, text: str) -> tuple[str, ...]:
        """The ids of what answers every word of the text, the best first, else in their own order; all for none."""
        if not _words(text):
            return tuple(exercise.id for exercise in self._exercises)
        words = _asked(text)
        forms = [self._forms(word) for word in words]
        typed = " ".join(_words(text))
        ranked: list[tuple[bool, int, int, int, str]] = []
        for order, entry in enumerate(self._entries):
            places = [_place(entry, form) for form in forms]
            known = [place for place in places if place is not None]
            if len(known) == len(forms):
                begins = bool(typed) and entry.name.startswith(typed)
                ranked.append((not begins, max(known, default=0), sum(known), order, entry.exercise_id))
        return tuple(exercise_id for *_, exercise_id in sorted(ranked))

    def known_part(self, text: str) -> str:
        """The text without the words that nothing answers to."""
        return " ".join(word for word in _words(text) if self._forms(word))

    @cached_property
    def _entries(self) -> tuple[_Entry, ...]:
        return tuple(_entry(exercise) for exercise in self._exercises)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word for entry in self._entries for word in entry.places)

    def _forms(self, word: str) -> frozenset[str]:
        """The words of the exercises that begin with what was typed; else those one slip away from it."""
        stems = [word.removesuffix(ending) for ending in _ENDINGS]
        usable = tuple(stem for stem in stems if stem == word or len(stem) >= _SHORTEST_STEM)
        found = frozenset(known for known in self._vocabulary if known.startswith(usable))
        if found or len(word) < _SHORTEST_SLIP:
            return found
        return frozenset(known for known in self._vocabulary if _is_slip(word, known))


def _entry(exercise: Exercise) -> _Entry:
    elsewhere = (
        *(area_name(area) for area in exercise.areas),
        *exercise.muscles,
        *(equipment_name(item) for item in exercise.equipment),
        phase_name(exercise.phase),
    )
    places: dict[str, int] = {}
    for place, texts in ((ELSEWHERE, elsewhere), (IN_SYNONYM, exercise.synonyms), (IN_NAME, (exercise.name,))):
        places |= dict.fromkeys((word for text in texts for word in _with_compounds(_words(text))), place)
    return _Entry(exercise.id, " ".join(_words(exercise.name)), places)


def _words(text: str) -> list[str]:
    """The words in small letters, without accents: “Cat–cow” has two."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("'", ""))
    return _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)).casefold())


def _with_compounds(words: list[str]) -> list[str]:
    """With neighbours written as one: “catcow” and “warmup” are typed as often as the two words."""
    return words + [first + second for first, second in pairwise(words)]


def _asked(text: str) -> list[str]:
    """The words that say something; all of them when none does, as at the beginning of typing."""
    words = _words(text)
    return [word for word in words if word not in _PASSED_OVER] or words


def _place(entry: _Entry, forms: frozenset[str]) -> int | None:
    return min((place for word, place in entry.places.items() if word in forms), default=None)


def _is_slip(typed: str, known: str) -> bool:
    """Whether the beginning of a known word becomes the typed one by one letter more, less, other or swapped.

    The first letter is rarely wrong. Of a short word, only one letter may be missing: it is close to too many others.
    """
    if typed[0] != known[0]:
        return False
    length = len(typed)
    if length == _SHORTEST_SLIP:
        return len(known) == length + 1 and _one_apart(typed, known)
    return any(_one_apart(typed, known[:size]) for size in {length - 1, length, min(length + 1, len(known))})


def _one_apart(one: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours swapped."""
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[at:], other[at:]
    return (
        one[1:] == other
        or one == other[1:]
        or one[1:] == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )
