"""A few answers below one another, each with the number key that chooses it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.type_scale import SPACE

_FIRST_KEY: Final = Qt.Key.Key_1


class NumberedChoices(QWidget):
    """``choices`` are pairs of value and text; ``chosen`` carries the value."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [value for value, _text in choices]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        self.buttons = tuple(self._button(place, text) for place, (_value, text) in enumerate(choices))
        for button in self.buttons:
            rows.addWidget(button)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Chooses by number key; False when the key means something else, or nothing is asked."""
        place = event.key() - _FIRST_KEY
        if self.isHidden() or not 0 <= place < len(self._values):
            return False
        self.chosen.emit(self._values[place])
        return True

    def _button(self, place: int, text: str) -> QPushButton:
        number = place + 1
        button = push_button(_("{number}   {answer}").format(number=number, answer=text), "choice")
        button.setAccessibleName(text)
        button.setAccessibleDescription(_("Key {number}").format(number=number))
        button.clicked.connect(lambda: self.chosen.emit(self._values[place]))
        return button
