"""When what was logged is worth a professional's look: the rules behind the cards (evidence.md §14.5).

A card states what was logged and that a talk might help; it never says how likely anything is, or why. Each rule speaks
once about the same sessions: after **read** only later sessions count, after **later** all of them count again in 14
days, and after either the rule is silent for these 14 days. Numbness, and the first thing that felt sharp, are answered
at once, by the sheet after Stop and the log after a session.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.day import is_counted
from hipback_desktop.core.history_filter import folded
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import SinceLastTime, StopReason
from hipback_desktop.core.week_figures import median

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.core.settings import Settings

LOOKS_BACK: Final = timedelta(days=42)
SILENT_FOR: Final = timedelta(days=14)
SHARP_WITHIN: Final = timedelta(days=14)
NOTE_WITHIN: Final = timedelta(days=14)
LAST, OFTEN, MUCH = 5, 3, 6
WEEKS, SESSIONS_A_WEEK, RISES = 6, 2, 3
LEAST_CHANGE: Final = 1.0
LEAST_RATING: Final = 3.0
"""Somebody who hardly feels anything has no room to feel less."""
_WEEK: Final = timedelta(days=7)
_WORD: Final = re.compile(r"\w+")


class Rule(StrEnum):
    """What may bring a card, the most pressing first; the value is what the rule is called in the settings."""

    SHARP_AGAIN = "sharp_again"
    NOTED_INJURY = "noted_injury"
    MUCH_DISCOMFORT = "much_discomfort"
    OFTEN_WORSE = "often_worse"
    RISING = "rising"
    NOT_LOWER = "not_lower"


class Answer(StrEnum):
    """What was said to a card."""

    READ = "read"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Answered:
    """What was said to the last card of a rule, and on which day."""

    on: date
    answer: Answer


def due_card(records: Iterable[SessionRecord], answered: Mapping[Rule, Answered], today: date) -> Rule | None:
    """The most pressing rule that holds for the sessions and may speak."""
    done = sorted(filter(is_counted, records), key=lambda record: record.started_at, reverse=True)
    for rule in Rule:
        last = answered.get(rule)
        if last is not None and last.on > today:  # from a clock that was wrong
            last = None
        if last is not None and today - last.on < SILENT_FOR:
            continue
        after = last.on if last is not None and last.answer is Answer.READ else date.min
        recent = [r for r in done if after < r.started_at.date() <= today and today - r.started_at.date() < LOOKS_BACK]
        if _RULES[rule](recent, today):
            return rule
    return None


def answered_of(settings: Settings) -> Mapping[Rule, Answered]:
    """What was said to cards, as the settings hold it; an entry that nobody can read is as if it were not there."""
    found: dict[Rule, Answered] = {}
    for entry in settings.cards_answered:
        try:
            rule, on, answer = entry.split(" ")
            found[Rule(rule)] = Answered(date.fromisoformat(on), Answer(answer))
        except ValueError:
            continue
    return found


def with_answer(settings: Settings, rule: Rule, answer: Answer, today: date) -> Settings:
    """The settings after something was said to the card of a rule."""
    others = tuple(entry for entry in settings.cards_answered if not entry.startswith(f"{rule} "))
    return replace(settings, cards_answered=(*others, f"{rule} {today} {answer}"))


def _felt_sharp(record: SessionRecord) -> bool:
    return record.log.felt_sharp is True or record.log.stop_reason is StopReason.SHARP


def _sharp_again(records: Sequence[SessionRecord], _today: date) -> bool:
    days = [record.started_at.date() for record in records if _felt_sharp(record)]
    return any(newer - older <= SHARP_WITHIN for newer, older in pairwise(days))


def _noted_injury(records: Sequence[SessionRecord], today: date) -> bool:
    # Translators: words by which somebody notes an accident or an injury, in all their forms; as many as you like.
    signs = set(folded(_(
        "injury injuries injured accident accidents fell fracture fractures fractured sprain sprains sprained torn "
        "trauma traumas crash crashes crashed"
    )).split())  # fmt: skip
    # Translators: what has such a word in it and is no accident; as many as you like, with commas.
    harmless = [words.split() for words in folded(_("fell asleep, fell behind")).split(",")]
    notes = (_WORD.findall(folded(r.log.note)) for r in records if today - r.started_at.date() < NOTE_WITHIN)
    return any(
        word in signs and not any(note[place : place + len(words)] == words for words in harmless)
        for note in notes
        for place, word in enumerate(note)
    )


def _much_discomfort(records: Sequence[SessionRecord], _today: date) -> bool:
    given = [record.log.discomfort for record in records if record.log.discomfort is not None][:LAST]
    return sum(rating >= MUCH for rating in given) >= OFTEN


def _often_worse(records: Sequence[SessionRecord], _today: date) -> bool:
    given = [record.log.since_last_time for record in records if record.log.since_last_time is not None][:LAST]
    return sum(answer is SinceLastTime.WORSE for answer in given) >= OFTEN


def _rising(records: Sequence[SessionRecord], today: date) -> bool:
    weeks = _by_week(records, today)[: RISES + 1]
    return any(
        all(older is not None and newer is not None and newer > older for newer, older in pairwise(medians))
        for medians in ([median(map(rating, week)) for week in weeks] for rating in _RATINGS)
    )


def _not_lower(records: Sequence[SessionRecord], today: date) -> bool:
    weeks = _by_week(records, today)
    if any(len(week) < SESSIONS_A_WEEK for week in weeks):
        return False
    changes: list[bool] = []
    for rating in _RATINGS:
        first, last = (median(map(rating, (*one, *other))) for one, other in (weeks[-2:], weeks[:2]))
        if first is not None and last is not None and first >= LEAST_RATING:
            changes.append(first - last < LEAST_CHANGE)
    return bool(changes) and all(changes)


def _by_week(records: Sequence[SessionRecord], today: date) -> list[list[SessionRecord]]:
    """The sessions of the seven days that end today, of the seven before, and so on."""
    weeks: list[list[SessionRecord]] = [[] for _number in range(WEEKS)]
    for record in records:
        weeks[(today - record.started_at.date()) // _WEEK].append(record)
    return weeks


def _stiffness(record: SessionRecord) -> int | None:
    return record.log.stiffness_before


def _discomfort(record: SessionRecord) -> int | None:
    return record.log.discomfort


_RATINGS: Final = (_stiffness, _discomfort)
_RULES: Final[Mapping[Rule, Callable[[Sequence[SessionRecord], date], bool]]] = {
    Rule.SHARP_AGAIN: _sharp_again,
    Rule.NOTED_INJURY: _noted_injury,
    Rule.MUCH_DISCOMFORT: _much_discomfort,
    Rule.OFTEN_WORSE: _often_worse,
    Rule.RISING: _rising,
    Rule.NOT_LOWER: _not_lower,
}
