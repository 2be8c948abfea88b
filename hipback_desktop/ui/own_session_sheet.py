"""Today's own session, opened: its exercises in order, to be moved, taken out, or started."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.wording import phase_name
from hipback_desktop.ui.icon_button import IconButton, push_button
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.type_scale import SPACE, TypeRole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.own_session_view import OwnSessionView, OwnStep
    from hipback_desktop.ui.theme import Theme

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OwnSessionSheet(Sheet):
    """Every change is asked for, and comes back as another view."""

    moved = Signal(str, int)
    taken_out = Signal(str)
    cleared = Signal()
    start_requested = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(_("Today’s session"), parent)
        self._theme = theme
        self._asset = asset
        self._rows: list[_Row] = []
        self._summary = self.add_words("", TypeRole.BODY, "muted")
        self._list = QWidget()
        self.body.addWidget(self._list)
        start = push_button(_("Start"), "primary")
        close = push_button(_("Close"), "secondary")
        clear = push_button(_("Take everything out"), "quiet")
        start.clicked.connect(self.start_requested)
        close.clicked.connect(self.left)
        clear.clicked.connect(self.cleared)
        self.add_buttons(start, close, clear)

    def show_session(self, view: OwnSessionView) -> None:
        """Shows the exercises anew; the keyboard stays on the exercise it was on, or at its place."""
        focused = next((row for row in self._rows if row.isAncestorOf(self._focus()) or row is self._focus()), None)
        place = self._rows.index(focused) if focused else None
        name = self._focus().property("role") if focused else None
        self._summary.setText(view.summary)
        before, self._list = self._list, QWidget()
        down = QVBoxLayout(self._list)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE // 2)
        self._rows = [
            _Row(step, number, len(view.steps), self._theme, self._asset) for number, step in enumerate(view.steps, 1)
        ]
        for row in self._rows:
            row.moved.connect(partial(self.moved.emit, row.step.id))
            row.taken_out.connect(partial(self.taken_out.emit, row.step.id))
            row.gone_to.connect(partial(self._on_gone_to, row))
            down.addWidget(row)
        self.body.replaceWidget(before, self._list)
        self._list.show()
        before.hide()
        before.deleteLater()
        if place is not None and focused is not None and self._rows:
            same = next((row for row in self._rows if row.step.id == focused.step.id), None)
            (same or self._rows[min(place, len(self._rows) - 1)]).take_focus(name)

    def _focus(self) -> QWidget:
        return self.window().focusWidget() or self

    def _on_gone_to(self, row: _Row, step: int) -> None:
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.OtherFocusReason)


class _Row(QFrame):
    """Up and down go to its neighbours, with Ctrl they take it along; Delete takes it out."""

    moved = Signal(int)
    gone_to = Signal(int)
    taken_out = Signal()

    def __init__(
        self,
        step: OwnStep,
        number: int,
        count: int,
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.step: Final = step
        self.setProperty("kind", "choice_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = _("{number} of {count}: {exercise}, {phase}, {time}")
        self.setAccessibleName(
            name.format(
                number=number, count=count, exercise=step.name, phase=phase_name(step.phase), time=step.time_text
            )
        )
        self.setAccessibleDescription(
            _("Up and down go through the exercises, Ctrl with up or down moves this one, Delete takes it out.")
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(SPACE // 2, SPACE // 2, SPACE // 2, SPACE // 2)
        across.setSpacing(SPACE + SPACE // 2)
        across.addSpacing(SPACE + SPACE // 2)
        across.addWidget(IconLabel(step.phase.value, step.phase, 2 * SPACE + SPACE // 2, theme, asset))
        across.addWidget(label(step.name), 1)
        across.addWidget(label(step.time_text, TypeRole.BODY, "muted", wraps=False))
        self._buttons = (
            self._button("chevron_up", _("Move {exercise} up"), lambda: self.moved.emit(-1), theme, asset),
            self._button("chevron_down", _("Move {exercise} down"), lambda: self.moved.emit(1), theme, asset),
            self._button("close", _("Take {exercise} out"), self.taken_out.emit, theme, asset),
        )
        for button in self._buttons:
            across.addWidget(button)
        self._buttons[0].setVisible(number > 1)
        self._buttons[1].setVisible(number < count)

    def take_focus(self, role: str | None) -> None:
        """Puts the keyboard on the button of that role, or on the row."""
        wanted: QWidget = next((it for it in self._buttons if it.property("role") == role and not it.isHidden()), self)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            holds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.moved if holds else self.gone_to).emit(_STEPS[key])
        elif key == Qt.Key.Key_Delete:
            self.taken_out.emit()
        else:
            super().keyPressEvent(event)

    def _button(
        self, icon_name: str, name: str, act: Callable[[], object], theme: Theme, asset: Callable[[str], Path]
    ) -> QPushButton:
        button = IconButton(icon_name, "", "quiet", theme, asset, accessible_name=name.format(exercise=self.step.name))
        button.setProperty("role", icon_name)
        button.setFixedWidth(5 * SPACE)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.clicked.connect(act)
        return button
