"""“Anything sharp or spreading?”: yes, no, or no answer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.label import label
from hipback_desktop.ui.rating_row import CLEARING_KEYS
from hipback_desktop.ui.segments import Segments
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

_NO, _YES = "no", "yes"
_ANSWERS: Final = {Qt.Key.Key_N: False, Qt.Key.Key_Y: True}


class SharpQuestion(QWidget):
    """``changed`` says that there is another answer; Y and N give one, Backspace takes it back."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = Segments(((_NO, _("No")), (_YES, _("Yes"))), _("Anything sharp or spreading?"))
        self._choices.setFixedWidth(18 * SPACE)
        self._choices.changed.connect(self.changed)
        self.setFocusProxy(self._choices)
        question = label(_("Anything sharp or spreading?"), wraps=False)
        question.setFont(font_of(TypeRole.BODY, strong=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * SPACE)
        line.addWidget(question)
        line.addWidget(self._choices)
        line.addStretch(1)

    def value(self) -> bool | None:
        """What was answered."""
        answer = self._choices.value()
        return None if answer is None else answer == _YES

    def show_value(self, value: bool | None) -> None:
        """Shows an answer without telling anyone."""
        if value is None:
            self._choices.clear()
        else:
            self._choices.show_value(_YES if value else _NO)

    def answers(self, key: int) -> bool:
        """Takes Y or N, also where a sheet has the keyboard elsewhere; whether it was one of them."""
        answer = _ANSWERS.get(Qt.Key(key))
        if answer is not None:
            self._change(answer)
        return answer is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in CLEARING_KEYS:
            self._change(None)
        elif not self.answers(event.key()):
            super().keyPressEvent(event)

    def _change(self, answer: bool | None) -> None:
        self.show_value(answer)
        self.changed.emit()
