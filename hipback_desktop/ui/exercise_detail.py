"""One exercise on a page of its own: its figure, how it is done, what to avoid, easier and harder ways."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.exercise import Side, Sides
from hipback_desktop.core.exercise_words import dose_text, level_name, position_label, sides_label
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.wording import phase_name, side_name
from hipback_desktop.ui.column import Column
from hipback_desktop.ui.exercise_cards import LINK, cards_of
from hipback_desktop.ui.exercise_facts import ExerciseRow, areas_text, capitalised, reason_line
from hipback_desktop.ui.figure_slot import FigureSlot, no_figure
from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label
from hipback_desktop.ui.moving_figure import MovingFigure
from hipback_desktop.ui.phase_chip import PhaseChip
from hipback_desktop.ui.segments import Segments
from hipback_desktop.ui.still_figures import StillFigures
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.type_scale import SPACE, TypeRole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.ui.still_figures import MovementOf
    from hipback_desktop.ui.theme import Theme

_WIDEST = 136 * SPACE


class ExerciseDetail(Column):
    """Built anew for each exercise shown; the arrow keys scroll."""

    back_requested = Signal()
    exercise_requested = Signal(str)
    toggled = Signal(str)

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        sources: Mapping[str, str],
        movement: MovementOf,
        seconds: Callable[[], float],
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_WIDEST, parent, margin=3 * SPACE)
        self._exercises = exercises
        self._sources = sources
        self._movement = movement
        self._stills = StillFigures(movement)
        self._seconds = seconds
        self._reduced_motion = False
        self._theme = theme
        self._asset = asset
        self._add: IconButton | None = None
        self._row: ExerciseRow | None = None
        self._back_text = ""
        self._head_card = QFrame()
        self._shown = QWidget()
        self.content.addWidget(self._shown)
        self.content.addStretch(1)

    def show_exercise(self, row: ExerciseRow, back_text: str) -> None:
        """Shows all there is of an exercise, from its top."""
        self._row, self._back_text = row, back_text
        before, self._shown = self._shown, QWidget()
        stack = QVBoxLayout(self._shown)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2 * SPACE)
        stack.addLayout(self._back(back_text))
        self._head_card = self._head(row)
        stack.addWidget(self._head_card)
        across = QHBoxLayout()
        across.setSpacing(2 * SPACE)
        follow = self.exercise_requested.emit
        cards_in_columns = cards_of(
            row.exercise, self._exercises, self._sources, self._stills, self._theme, self._asset, follow
        )
        for cards in cards_in_columns:
            down = QVBoxLayout()
            down.setSpacing(2 * SPACE)
            for card in cards:
                down.addWidget(card)
            down.addStretch(1)
            across.addLayout(down, 1)
        stack.addLayout(across)
        self.content.replaceWidget(before, self._shown)
        self._shown.show()
        before.hide()
        before.deleteLater()
        self.verticalScrollBar().setValue(0)

    def take_focus(self, left_id: str = "") -> None:
        """Puts the keyboard on the head, where arrow keys scroll; back from the exercise of a link, on that link."""
        links = [link for link in self._shown.findChildren(IconButton) if link.property(LINK) == left_id]
        place: QWidget = links[0] if left_id and links else self._head_card
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, place, lambda: self.ensureWidgetVisible(place, 0, 6 * SPACE))

    def show_row(self, row: ExerciseRow) -> None:
        """The same exercise as the settings now have it."""
        if self._row is not None and replace(self._row, is_chosen=row.is_chosen) != row:
            self.show_exercise(row, self._back_text)
            return
        self._row = row
        self._show_chosen(row.is_chosen)

    def show_reduced_motion(self, reduced: bool) -> None:
        """Figures stand still, now and later."""
        self._reduced_motion = reduced
        for figure in self._shown.findChildren(MovingFigure):
            figure.show_reduced_motion(reduced)

    def _show_chosen(self, is_chosen: bool) -> None:
        if self._add is None:
            return
        self._add.setText(_("In today’s session") if is_chosen else _("Add to today"))
        self._add.setAccessibleDescription(
            _("Press to take it out again.") if is_chosen else _("Adds it to a session you put together for today.")
        )
        self._add.show_icon("check" if is_chosen else "plus")

    def show_theme(self, theme: Theme) -> None:
        """Colours what the style sheet cannot, now and later."""
        self._theme = theme
        show_theme_inside(self, theme)

    def _back(self, text: str) -> QHBoxLayout:
        back = IconButton("back", text, "quiet", self._theme, self._asset)
        back.setToolTip(_("Esc"))
        back.clicked.connect(self.back_requested)
        line = QHBoxLayout()
        line.addWidget(back)
        line.addStretch(1)
        return line

    def _head(self, row: ExerciseRow) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "head_card")
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.setAccessibleName(f"{row.exercise.name}, {phase_name(row.exercise.phase)}")
        card.setAccessibleDescription(f"{dose_text(row.exercise)}. {_facts_text(row.exercise)}.")
        across = QHBoxLayout(card)
        across.setContentsMargins(2 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        across.setSpacing(3 * SPACE)
        across.addLayout(self._picture(row.exercise), 1)
        words = QVBoxLayout()
        words.setSpacing(SPACE)
        words.addStretch(1)
        words.addWidget(label(row.exercise.name, TypeRole.HEADLINE))
        words.addWidget(self._chips(row.exercise))
        words.addSpacing(SPACE)
        words.addWidget(label(capitalised(dose_text(row.exercise)), TypeRole.TITLE))
        words.addWidget(label(_facts_text(row.exercise), TypeRole.BODY, "muted"))
        words.addWidget(label(areas_text(row.exercise), TypeRole.BODY, "muted"))
        words.addSpacing(SPACE)
        words.addLayout(self._adding(row))
        words.addStretch(1)
        across.addLayout(words, 1)
        return card

    def _picture(self, exercise: Exercise) -> QVBoxLayout:
        """The figure in motion, below it the side to look at; without a figure the icon of the phase."""
        down = QVBoxLayout()
        down.setSpacing(SPACE)
        movement = self._movement(exercise)
        if movement is None:
            down.addWidget(FigureSlot(exercise, no_figure, self._theme, self._asset), 1)
            return down
        figure = MovingFigure(exercise, movement, self._seconds, self._theme, reduced_motion=self._reduced_motion)
        down.addWidget(figure, 1)
        if exercise.sides is Sides.EACH:
            sides = Segments([(side, side_name(side)) for side in (Side.LEFT, Side.RIGHT)], _("The side that is shown"))
            sides.show_value(Side.RIGHT)
            sides.changed.connect(lambda side: figure.show_side(Side(side)))
            down.addWidget(sides)
        return down

    def _chips(self, exercise: Exercise) -> QWidget:
        chips = QWidget()
        flow = FlowLayout(chips)
        flow.addWidget(PhaseChip(exercise.phase, self._theme, self._asset))
        tags = [(exercise.desk, _("At a desk")), (exercise.bed, _("In bed"))]
        for text in [level_name(exercise.level), *(text for is_true, text in tags if is_true)]:
            flow.addWidget(_tag(text))
        return chips

    def _adding(self, row: ExerciseRow) -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(SPACE)
        if row.reason:
            line = QHBoxLayout()
            line.setSpacing(SPACE)
            line.addWidget(IconLabel("warning", "warning", 2 * SPACE + 4, self._theme, self._asset))
            line.addWidget(label(_reason_text(row), TypeRole.BODY, "warning"), 1)
            down.addLayout(line)
        self._add = None
        if row.is_left_out:
            return down
        self._add = IconButton("plus", "", "primary", self._theme, self._asset, role=TypeRole.BODY_LARGE)
        self._add.setProperty("large", True)
        self._add.clicked.connect(lambda: self.toggled.emit(row.exercise.id))
        self._show_chosen(row.is_chosen)
        across = QHBoxLayout()
        across.addWidget(self._add)
        across.addStretch(1)
        down.addLayout(across)
        return down


def _facts_text(exercise: Exercise) -> str:
    place = capitalised(exercise.position_detail) or position_label(exercise.position)
    return f"{place}  ·  {sides_label(exercise.sides)}"


def _reason_text(row: ExerciseRow) -> str:
    text = reason_line(row.reason)
    if row.is_left_out:
        return _("{reason}. It comes back in the settings, under “What suits you”.").format(reason=text)
    return text


def _tag(text: str) -> QFrame:
    """A fact in the shape of the phase chip, in no colour."""
    tag = QFrame()
    tag.setProperty("kind", "well")
    inside = QHBoxLayout(tag)
    inside.setContentsMargins(SPACE + SPACE // 2, SPACE // 2, SPACE + SPACE // 2, SPACE // 2)
    inside.addWidget(label(text, TypeRole.CAPTION, wraps=False))
    return tag
