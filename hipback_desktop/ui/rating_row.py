"""A question answered with a number from 0 to 10, one key each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.label import label, show_text
from hipback_desktop.ui.ringed_button import RingedButton
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable

HIGHEST: Final = 10
CLEARING_KEYS: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class RatingRow(QWidget):
    """The keys 0 to 9 answer at once, T means ten, left and right move, Backspace takes the answer back."""

    rated = Signal(object)
    answered_by_key = Signal()

    def __init__(
        self,
        question: str,
        low: str,
        high: str,
        word_of: Callable[[int], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._word_of = word_of
        self._answer = label("", TypeRole.BODY, "muted", wraps=False)
        self._group = QButtonGroup(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(self._head(low, high))
        layout.addLayout(self._numbers())
        self._group.idClicked.connect(self._on_chosen)
        self.show_value(None)

    def value(self) -> int | None:
        """The answer, None as long as there is none."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else chosen

    def show_value(self, value: int | None) -> None:
        """Shows an answer without telling anyone."""
        self._group.setExclusive(value is not None)
        for number, button in enumerate(self._group.buttons()):
            button.setChecked(number == value)
        self._group.setExclusive(True)
        word = self._word_of(value) if self._word_of and value is not None else ""
        if value is None:
            show_text(self._answer, _("no answer"))
        else:
            show_text(self._answer, _("{value}, {word}").format(value=value, word=word) if word else str(value))
        # One stop for the Tab key: the answer, or the lowest number before there is one.
        for number, button in enumerate(self._group.buttons()):
            is_stop = number == (value or 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._group.button(value or 0))

    def answers(self, event: QKeyEvent) -> bool:
        """Takes a number by its key, also where a sheet has the keyboard itself; whether it was one."""
        text = event.text()
        if event.key() == Qt.Key.Key_T:
            self._on_chosen(HIGHEST)
        elif text.isascii() and text.isdigit():
            self._on_chosen(int(text))
        else:
            return False
        self.answered_by_key.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in CLEARING_KEYS:
            self._on_chosen(None)
        elif not self.answers(event):
            super().keyPressEvent(event)

    def _on_chosen(self, value: int | None) -> None:
        self.show_value(value)
        self.rated.emit(value)

    def _on_arrow(self, step: int) -> None:
        value = self.value()
        moved = 0 if value is None else min(HIGHEST, max(0, value + step))
        self._on_chosen(moved)
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def _head(self, low: str, high: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(SPACE + SPACE // 2)
        question = label(self._question, TypeRole.BODY, wraps=False)
        question.setFont(font_of(TypeRole.BODY, strong=True))
        head.addWidget(question)
        ends = _("0 {low}, {highest} {high}").format(low=low, highest=HIGHEST, high=high)
        head.addWidget(label(ends, TypeRole.CAPTION, "muted"), 1)
        head.addWidget(self._answer)
        return head

    def _numbers(self) -> QHBoxLayout:
        numbers = QHBoxLayout()
        numbers.setSpacing(SPACE // 2)
        for number in range(HIGHEST + 1):
            button = _NumberButton(str(number), self)
            button.setAccessibleName(_("{question}: {number} of 10").format(question=self._question, number=number))
            button.arrow_pressed.connect(self._on_arrow)
            button.setToolTip(_("Key T") if number == HIGHEST else "")
            self._group.addButton(button, number)
            numbers.addWidget(button, 1)
        return numbers


class _NumberButton(RingedButton):
    """One number; the arrow keys belong to the row, so that they change the answer and not only the focus."""

    arrow_pressed = Signal(int)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "number")
        self.setFont(font_of(TypeRole.BODY, strong=True))
        self.setCheckable(True)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.arrow_pressed.emit(-step if self.isRightToLeft() else step)
