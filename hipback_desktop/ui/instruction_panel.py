"""How an exercise is done and breathed, what to avoid, its easier way, when to take care, and what is good to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label
from hipback_desktop.ui.more_below import MoreBelow
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.ui.theme import Theme

_TWO_COLUMNS_FROM: Final = 52 * SPACE
"""What to avoid is to be seen beside the first step, not below the last."""


class InstructionPanel(QFrame):
    """Scrolls where it must, and says so, above the easier way; wide enough, the steps stand beside the rest."""

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._theme = theme
        self._asset = asset
        self._exercise: Exercise | None = None
        self._scale = 1.0
        self._columns: QBoxLayout | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more = MoreBelow(self._scroll, theme, asset)
        self._easier = QFrame()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(2, SPACE, 2, SPACE)
        self._rows.addWidget(self._scroll, 1)
        self._rows.addWidget(self._easier)

    def exercise(self) -> Exercise | None:
        """What is explained."""
        return self._exercise

    def show_exercise(self, exercise: Exercise) -> None:
        """Explains an exercise; the same one again costs nothing."""
        if exercise is not self._exercise:
            self._exercise = exercise
            self._build()

    def show_scale(self, scale: float) -> None:
        """Another size of all words."""
        if scale != self._scale:
            self._scale = scale
            self._build()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        show_theme_inside(self, theme)

    def scroll_by(self, pages: float) -> None:
        """Reads on, or back with a negative number, by a part of what is visible."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * self._scroll.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        if self._exercise is None:
            return
        content = QWidget()
        content.setProperty("kind", "scrolled")
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(3 * SPACE)
        self._columns.addLayout(self._steps(self._exercise), 5)
        self._columns.addLayout(self._care(self._exercise), 4)
        self._arrange()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        rows.setSpacing(3 * SPACE)
        rows.addLayout(self._columns)
        rows.addLayout(self._good_to_know(self._exercise))
        rows.addStretch(1)
        self._scroll.setWidget(content)
        before, self._easier = self._easier, self._easier_way(self._exercise)
        self._rows.replaceWidget(before, self._easier)
        self._easier.setVisible(self._exercise.easier is not None)
        before.hide()
        before.deleteLater()

    def _arrange(self) -> None:
        """One column or two, as the width allows."""
        if self._columns is not None:
            wide = self.width() >= _TWO_COLUMNS_FROM * self._scale
            directions = QBoxLayout.Direction
            self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _steps(self, exercise: Exercise) -> QVBoxLayout:
        column = self._column()
        column.addWidget(self._heading(_("How to do it")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        for number, step in enumerate(exercise.steps, 1):
            figure = self._words(str(number), "muted", strong=True)
            grid.addWidget(figure, number, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._words(step), number, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
        self._add_part(column, ("breath", "accent", _("Breathing")), (exercise.breathing,))
        column.addStretch(1)
        return column

    def _care(self, exercise: Exercise) -> QVBoxLayout:
        column = self._column()
        self._add_part(column, ("warning", "warning", _("Avoid")), exercise.avoid)
        self._add_part(column, ("warning", "warning", _("Take care")), exercise.care)
        column.addStretch(1)
        return column

    def _easier_way(self, exercise: Exercise) -> QFrame:
        """In sight however far the rest is scrolled: who needs it needs it now."""
        line = QFrame()
        across = QHBoxLayout(line)
        across.setContentsMargins(2 * SPACE, SPACE // 2, 2 * SPACE, 0)
        across.setSpacing(SPACE)
        icon = IconLabel("easier", "accent", round(20 * self._scale), self._theme, self._asset)
        across.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        if exercise.easier is not None:
            across.addWidget(self._words(_("Easier (E): {way}").format(way=exercise.easier.text)), 1)
        return line

    def _good_to_know(self, exercise: Exercise) -> QVBoxLayout:
        column = self._column()
        if exercise.shared_rules:
            column.addWidget(self._heading(_("Good to know"), "muted"))
        for sentence in exercise.shared_rules:
            column.addWidget(self._words(sentence, "muted"))
        return column

    def _add_part(self, column: QVBoxLayout, heading: tuple[str, str, str], sentences: Sequence[str]) -> None:
        """A heading with an icon and what stands below it, if there is anything."""
        if not any(sentences):
            return
        column.addSpacing(SPACE if column.count() else 0)
        column.addLayout(self._icon_heading(*heading))
        for sentence in sentences:
            column.addWidget(self._words(sentence))

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE // 2)
        return column

    def _heading(self, text: str, tone: str = "text") -> QLabel:
        made = label(text, TypeRole.BODY, tone, wraps=False)
        made.setFont(font_of(TypeRole.BODY, self._scale, strong=True))
        return made

    def _icon_heading(self, icon_name: str, tone: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(IconLabel(icon_name, tone, round(20 * self._scale), self._theme, self._asset))
        row.addWidget(self._heading(text, tone), 1)
        return row

    def _words(self, text: str, tone: str = "text", *, strong: bool = False) -> QLabel:
        made = label(text, TypeRole.BODY, tone)
        made.setFont(font_of(TypeRole.BODY, self._scale, strong=strong))
        return made
