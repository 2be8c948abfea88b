"""The frame of everything that is asked or told in passing: a title, a few words, buttons, one key to leave."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hipback_desktop.ui.label import label, show_text
from hipback_desktop.ui.type_scale import SPACE, TypeRole

_MUCH: Final = 1000


class Sheet(QFrame):
    """The first button added is the one Enter presses; Escape says ``left``."""

    left = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sheet")
        self.setAccessibleName(title)
        self._first: QWidget | None = None
        self._default: QAbstractButton | None = None
        self._title = label(title, TypeRole.TITLE)
        self.body = QVBoxLayout(self)
        across, down = 4 * SPACE - 1, 3 * SPACE - 1  # beside an edge that is wide enough to be a ring
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(2 * SPACE)
        self.body.addWidget(self._title)

    def show_title(self, title: str) -> None:
        """Another title for another state."""
        show_text(self._title, title)
        self.setAccessibleName(title)

    def add_words(self, text: str, role: TypeRole = TypeRole.BODY, tone: str = "text") -> QLabel:
        """A paragraph."""
        words = label(text, role, tone)
        self.body.addWidget(words)
        return words

    def add_buttons(self, *buttons: QAbstractButton) -> QHBoxLayout:
        """A row of buttons, the default one first."""
        row = QHBoxLayout()
        row.setSpacing(SPACE + SPACE // 2)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.body.addSpacing(SPACE)
        self.body.addLayout(row)
        self._default = buttons[0]
        self.set_first(buttons[0])
        return row

    def add_keys(self, buttons: QHBoxLayout, text: str) -> QLabel:
        """The keys of the sheet, at the end of its buttons."""
        keys = label(text, TypeRole.CAPTION, "muted")
        keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        buttons.addWidget(keys, _MUCH)
        return keys

    def set_first(self, first: QWidget) -> None:
        """Where the keyboard is put when the sheet appears, unless something was first already."""
        self._first = self._first or first

    def take_focus(self) -> None:
        """Puts the keyboard where the sheet begins."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._default and self._default.isVisible():
            self._default.click()
        else:
            super().keyPressEvent(event)
