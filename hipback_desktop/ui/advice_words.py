"""What the cards say: what was logged, what might help, and the rule behind it (evidence.md §14.5)."""

from __future__ import annotations

from dataclasses import dataclass

from hipback_desktop.core.advice import Rule
from hipback_desktop.core.language import gettext as _


@dataclass(frozen=True, slots=True)
class AdviceWords:
    """The words of one card."""

    title: str
    fact: str
    why: str


def advice_words(rule: Rule) -> AdviceWords:
    """A card states facts, names nothing and judges no number."""
    asks, check = _("This is worth a professional’s look"), _("A check might help")
    return {
        Rule.SHARP_AGAIN: AdviceWords(
            asks,
            _("You logged something sharp, shooting or spreading in two sessions within 14 days."),
            _("Shown when two sessions that are at most 14 days apart were logged as sharp, shooting or spreading."),
        ),
        Rule.NOTED_INJURY: AdviceWords(
            asks,
            _("You noted what may be an accident or an injury."),
            _("Shown when a note of the last 14 days has a word in it such as “fell”, “accident” or “injury”."),
        ),
        Rule.MUCH_DISCOMFORT: AdviceWords(
            asks,
            _("You logged discomfort of 6 or more in at least three of your last five answers."),
            _("Shown when discomfort was 6 or more in three of the last five sessions in which you gave a number."),
        ),
        Rule.OFTEN_WORSE: AdviceWords(
            asks,
            _("After at least three of the last five sessions you said: worse for more than a day."),
            _("Shown when “worse for more than a day” was three of your last five answers about the time since."),
        ),
        Rule.RISING: AdviceWords(
            check,
            _("The stiffness or discomfort you logged rose three weeks in a row."),
            _("Shown when the middle one of a week’s numbers was higher than in the week before, three times running."),
        ),
        Rule.NOT_LOWER: AdviceWords(
            check,
            _("For six weeks you have exercised at least twice a week, and the numbers you log are about the same."),
            _(
                "Shown after six weeks with two sessions each, when the middle numbers of the last two weeks are less "
                "than 1 below those of the first two, and those were 3 or more."
            ),
        ),
    }[rule]


def advice_text() -> str:
    """What to do about it, the same for every card."""
    return _(
        "Talk to a doctor or a physiotherapist before you go on as before. Hipback cannot tell what is behind it; it "
        "only counts what you logged."
    )
