"""One session of the past: planned beside done for every set and side, how it felt, the note."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.wording import ending_name, outcome_name, phase_name
from hipback_desktop.ui.column import Column
from hipback_desktop.ui.history_words import (
    OUTCOME_ICONS,
    amount_line,
    comfort_lines,
    day_text,
    minutes_line,
    pause_line,
    place_line,
)
from hipback_desktop.ui.history_words import time_text as time_of
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hipback_desktop.core.record import SessionRecord, StepRecord
    from hipback_desktop.ui.theme import Theme

_SMALL = 2 * SPACE + SPACE // 2
_WIDE = 55 * SPACE


class SessionDetail(Column):
    """Built anew for each session shown; a session has a few dozen lines at most."""

    edit_requested = Signal()
    delete_requested = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, margin=3 * SPACE)
        self._theme = theme
        self._asset = asset
        self.setProperty("kind", "detail")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown, self._top = QWidget(), QWidget()
        self._edit = push_button(_("Change"), "secondary")
        self._delete = push_button(_("Delete"), "quiet")
        self._edit.clicked.connect(self.edit_requested)
        self._delete.clicked.connect(self.delete_requested)
        self._above = self._lay_out_above()
        self.content.addLayout(self._above)
        self.content.addWidget(self._shown)
        self.content.addStretch(1)

    def show_session(self, record: SessionRecord) -> None:
        """Shows all there is of a session."""
        before, self._shown = (self._top, self._shown), QWidget()
        self._top = self._head(record)
        stack = QVBoxLayout(self._shown)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2 * SPACE)
        answers = comfort_lines(record.log)
        if answers or record.log.note:
            stack.addWidget(_answers_card(answers, record.log.note))
        if record.steps:
            stack.addWidget(self._steps_card(record.steps))
        self._above.replaceWidget(before[0], self._top)
        self.content.replaceWidget(before[1], self._shown)
        for new, old in zip((self._top, self._shown), before, strict=True):
            new.show()
            old.hide()
            old.deleteLater()
        self.setAccessibleName(record.name)
        for button in (self._edit, self._delete):
            button.setAccessibleDescription(record.name)
        self.verticalScrollBar().setValue(0)

    def show_theme(self, theme: Theme) -> None:
        """Colours what the style sheet cannot."""
        self._theme = theme
        show_theme_inside(self, theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons stand below the name."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        self._above.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _lay_out_above(self) -> QBoxLayout:
        """The session, and what can be done with it."""
        above, buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        above.setSpacing(SPACE)
        above.addWidget(self._top, 1)
        buttons.setSpacing(SPACE)
        for button in (self._edit, self._delete):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        above.addLayout(buttons)
        return above

    def _head(self, record: SessionRecord) -> QWidget:
        shown = QWidget()
        head = QVBoxLayout(shown)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE // 2)
        head.addWidget(label(record.name, TypeRole.TITLE))
        when = _("{day}, {time}").format(day=day_text(record.started_at.date(), None), time=time_of(record))
        head.addWidget(label(when, TypeRole.BODY, "muted"))
        tone = "accent" if record.outcome is Outcome.COMPLETED else "muted"
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(IconLabel(OUTCOME_ICONS[record.outcome], tone, _SMALL, self._theme, self._asset))
        words = ", ".join(filter(None, (ending_name(record), minutes_line(record), pause_line(record))))
        line.addWidget(label(words, TypeRole.BODY, tone), 1)
        head.addLayout(line)
        return shown

    def _steps_card(self, steps: Sequence[StepRecord]) -> QFrame:
        card, inside = _card(_("Planned and done"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(1, 1)
        row = 0
        for (name, phase), run in groupby(steps, key=lambda step: (step.exercise_name, step.phase)):
            group = list(run)
            if row:
                grid.setRowMinimumHeight(row, SPACE)
                row += 1
            picture = IconLabel(phase, phase, _SMALL, self._theme, self._asset)
            picture.setToolTip(phase_name(phase))
            picture.setAccessibleName(phase_name(phase))
            grid.addWidget(picture, row, 0)
            title = label(name)
            title.setFont(font_of(TypeRole.BODY, strong=True))
            is_alone = len(group) == 1 and group[0].side is None
            grid.addWidget(title, row, 1, 1, 1 if is_alone else 3)
            row += 0 if is_alone else 1
            row = self._add_sets(grid, row, group)
        inside.addLayout(grid)
        return card

    def _add_sets(self, grid: QGridLayout, row: int, group: list[StepRecord]) -> int:
        sets = max(step.set_number for step in group)
        for step in group:
            place = place_line(step, sets)
            if place:
                grid.addWidget(label(place, TypeRole.BODY, "muted"), row, 1)
            amount = label(amount_line(step), TypeRole.BODY, wraps=False)
            amount.setAccessibleName(f"{step.exercise_name}, {place}: {amount_line(step)}".replace(", :", ":"))
            grid.addWidget(amount, row, 2, Qt.AlignmentFlag.AlignRight)
            if step.outcome is Outcome.COMPLETED:
                tick = IconLabel("check", "accent", _SMALL, self._theme, self._asset)
                tick.setAccessibleName(outcome_name(step.outcome))
                grid.addWidget(tick, row, 3)
            row += 1
        return row


def _answers_card(answers: Sequence[tuple[str, str]], note: str) -> QFrame:
    card, inside = _card(_("How it felt"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * SPACE)
    grid.setVerticalSpacing(SPACE // 2)
    grid.setColumnStretch(1, 1)
    for row, (asked, said) in enumerate(answers):
        grid.addWidget(label(asked, TypeRole.BODY, "muted", wraps=False), row, 0)
        grid.addWidget(label(said), row, 1)
    inside.addLayout(grid)
    if note:
        inside.addWidget(label(note))
    return card


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("kind", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE + SPACE // 2)
    inside.setSpacing(SPACE + SPACE // 2)
    heading = label(title, TypeRole.BODY_LARGE)
    heading.setFont(font_of(TypeRole.BODY_LARGE, strong=True))
    inside.addWidget(heading)
    return card, inside
