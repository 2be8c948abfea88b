"""What the library says of a search: how many, what is hidden and why, and the ways out of nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise_filter import facet_name, in_the_way
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.exercise_filter import Filters, Found
    from hipback_desktop.core.exercise_search import ExerciseSearch
    from hipback_desktop.core.settings import Settings


@dataclass(frozen=True, slots=True)
class WayOut:
    """A button for when nothing was found: what it is called, and the search it leads to."""

    text: str
    typed: str
    filters: Filters


def found_line(found: Found) -> str:
    """“36 exercises  ·  16 hidden: equipment (9), your level (7)”"""
    count = len(found.shown)
    text = ngettext("{count} exercise", "{count} exercises", count).format(count=count)
    if not found.hidden:
        return text
    return _("{exercises}  ·  {hidden}").format(exercises=text, hidden=_hidden(found))


def no_match(
    typed: str,
    search: ExerciseSearch,
    matching: Sequence[Exercise],
    found: Found,
    filters: Filters,
    settings: Settings,
) -> tuple[str, tuple[WayOut, ...]]:
    """Why nothing is shown, and the ways out of it."""
    clear_search = WayOut(_("Clear the search"), "", filters)
    if not matching:
        known = search.known_part(typed)
        reason = _("No exercise answers to “{typed}”.").format(typed=typed.strip())
        if not known or not search.find(known):
            return reason, (clear_search,)
        return reason, (WayOut(_("Look for “{words}”").format(words=known), known, filters), clear_search)
    if found.hidden:
        everything = WayOut(_("Show them all the same"), typed, replace(filters, only_suited=False))
        count = len(found.hidden)
        reason = ngettext(
            "{count} exercise matches, but does not suit you: {reasons}.",
            "{count} exercises match, but do not suit you: {reasons}.",
            count,
        )
        return reason.format(count=count, reasons=_reasons(found)), (everything,)
    questions = tuple(dict.fromkeys(answer.facet for answer in filters.answers))
    to_blame = in_the_way(matching, filters, settings)
    ways = [
        WayOut(_("Without {question}").format(question=facet_name(facet)), typed, filters.without(facet))
        for facet in to_blame
        if len(questions) > 1
    ]
    ways.append(WayOut(_("Clear all filters"), typed, replace(filters, answers=())))
    if len(to_blame) == 1:
        reason = _("The filter {question} leaves nothing.").format(question=facet_name(to_blame[0]))
    else:
        names = ", ".join(facet_name(question) for question in questions)
        reason = _("These filters together leave nothing: {questions}.").format(questions=names)
    return reason, (*ways, *((clear_search,) if typed.strip() else ()))


def _hidden(found: Found) -> str:
    """“16 hidden: equipment (9), your level (7)”."""
    return _("{count} hidden: {reasons}").format(count=len(found.hidden), reasons=_reasons(found))


def _reasons(found: Found) -> str:
    return ", ".join(f"{reason} ({count})" for reason, count in found.hidden_by_reason)
