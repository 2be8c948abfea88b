"""The cards of an exercise's page, in two columns: doing it, and everything around it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.wording import equipment_name
from hipback_desktop.ui.exercise_facts import areas_text, capitalised
from hipback_desktop.ui.figure_slot import FigureSlot
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.ui.still_figures import StillFigures
    from hipback_desktop.ui.theme import Theme

LINK: Final = "exercise"
"""The property of a link that names the exercise it leads to."""
_SMALL: Final = 2 * SPACE + SPACE // 2
_PICTURE: Final = 14 * SPACE


def cards_of(
    exercise: Exercise,
    exercises: Mapping[str, Exercise],
    sources: Mapping[str, str],
    stills: StillFigures,
    theme: Theme,
    asset: Callable[[str], Path],
    follow: Callable[[str], object],
) -> tuple[tuple[QFrame, ...], tuple[QFrame, ...]]:
    """Left and right; ``follow`` is called with the exercise an easier or harder way leads to."""
    lines = partial(_lines_card, theme=theme, asset=asset)
    left = (
        _steps_card(exercise.steps),
        lines(_("Keep in mind"), exercise.cues, "check", "accent"),
        _words_card(_("Breathing"), (exercise.breathing,)),
        _needs_card(exercise),
        _words_card(_("Works on"), _works_on(exercise)),
        _words_card(_("Where this comes from"), _origin(exercise, sources)),
    )
    right = (
        lines(_("Avoid"), exercise.avoid, "close", "danger"),
        lines(_("Take care"), exercise.care, "warning", "warning"),
        _variants_card(exercise, exercises, stills, theme, asset, follow),
        _words_card(_("Good to know"), tuple(filter(None, (exercise.note, *exercise.shared_rules)))),
    )
    return tuple(filter(None, left)), tuple(filter(None, right))


def _steps_card(steps: tuple[str, ...]) -> QFrame:
    card, inside = _card(_("How to do it"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE + SPACE // 2)
    grid.setVerticalSpacing(SPACE)
    grid.setColumnStretch(1, 1)
    for row, step in enumerate(steps):
        number = label(str(row + 1), TypeRole.BODY, "accent", wraps=False)
        number.setFont(font_of(TypeRole.BODY, strong=True))
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(step), row, 1)
    inside.addLayout(grid)
    return card


def _lines_card(
    title: str, texts: Iterable[str], icon_name: str, tone: str, theme: Theme, asset: Callable[[str], Path]
) -> QFrame | None:
    """A line each, with a mark before it."""
    given = tuple(texts)
    if not given:
        return None
    card, inside = _card(title)
    for text in given:
        line = QHBoxLayout()
        line.setSpacing(SPACE + SPACE // 2)
        line.addWidget(IconLabel(icon_name, tone, _SMALL, theme, asset), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(text), 1)
        inside.addLayout(line)
    return card


def _words_card(title: str, texts: tuple[str, ...]) -> QFrame | None:
    if not texts:
        return None
    card, inside = _card(title)
    for text in texts:
        inside.addWidget(label(text))
    return card


def _origin(exercise: Exercise, sources: Mapping[str, str]) -> tuple[str, ...]:
    """The sources, and what they say about the amount."""
    named = tuple(sources.get(key, key) for key in exercise.sources)
    amounts = "; ".join(dict.fromkeys(said.text for said in exercise.prescriptions))
    return (*named, _("Amounts given there: {amounts}.").format(amounts=amounts)) if amounts else named


def _needs_card(exercise: Exercise) -> QFrame | None:
    items = ", ".join(equipment_name(item) for item in exercise.equipment)
    return _words_card(_("What you need"), (capitalised(items) or _("Nothing."), *exercise.substitutes))


def _works_on(exercise: Exercise) -> tuple[str, ...]:
    muscles = ", ".join(exercise.muscles)
    return (areas_text(exercise), *((_("Muscles: {muscles}").format(muscles=muscles),) if muscles else ()))


def _variants_card(
    exercise: Exercise,
    exercises: Mapping[str, Exercise],
    stills: StillFigures,
    theme: Theme,
    asset: Callable[[str], Path],
    follow: Callable[[str], object],
) -> QFrame | None:
    """Words, a link where another exercise is meant, and what it looks like."""
    variants = (("easier", _("Easier"), exercise.easier), ("harder", _("Harder"), exercise.harder))
    if not any(variant for _key, _name, variant in variants):
        return None
    card, inside = _card(_("Easier and harder"))
    for key, name, variant in variants:
        if variant is None:
            continue
        other = exercises.get(variant.exercise_id or "")
        words = QVBoxLayout()
        words.setSpacing(SPACE)
        heading = label(name, TypeRole.BODY, "accent")
        heading.setFont(font_of(TypeRole.BODY, strong=True))
        words.addWidget(heading)
        words.addWidget(label(variant.text))
        if other is not None:
            line = QHBoxLayout()
            line.addWidget(_link(name, other, theme, asset, follow))
            line.addStretch(1)
            words.addLayout(line)
        words.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(2 * SPACE)
        across.addLayout(words, 1)
        figure = stills.paint if other is not None else stills.of_variant(exercise, key)
        if figure is not None:
            picture = FigureSlot(other or exercise, figure, theme, asset)
            picture.setFixedSize(_PICTURE, _PICTURE)
            across.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(across)
        inside.addSpacing(SPACE)
    return card


def _link(
    name: str, other: Exercise, theme: Theme, asset: Callable[[str], Path], follow: Callable[[str], object]
) -> IconButton:
    link = IconButton("chevron_right", other.name, "link", theme, asset)
    link.setAccessibleName(_("{easier_or_harder}: {exercise}").format(easier_or_harder=name, exercise=other.name))
    link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    link.setProperty(LINK, other.id)
    link.clicked.connect(lambda: follow(other.id))
    return link


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("kind", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE + SPACE // 2)
    inside.setSpacing(SPACE)
    heading = label(title, TypeRole.BODY_LARGE)
    heading.setFont(font_of(TypeRole.BODY_LARGE, strong=True))
    inside.addWidget(heading)
    return card, inside
