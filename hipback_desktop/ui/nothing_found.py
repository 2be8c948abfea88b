"""Says why nothing was found, and offers the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label, show_text
from hipback_desktop.ui.type_scale import SPACE, TypeRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


_LOW = 30 * SPACE


class NothingFound(QWidget):
    """A title, the reason, and a button for each way out; a picture as well where there is room."""

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("", TypeRole.BODY_LARGE, "muted")
        self._buttons = QWidget()
        title = label(_("Nothing found"), TypeRole.TITLE)
        self._down = down = QVBoxLayout(self)
        down.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        down.setSpacing(2 * SPACE)
        down.addStretch(2)
        self._picture = IconLabel("search", "accent", 6 * SPACE, theme, asset)
        down.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (title, self._words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            down.addWidget(text)
        down.addWidget(self._buttons)
        down.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.setVisible(self.height() >= _LOW)

    def take_focus(self) -> None:
        """Puts the keyboard on the first way out."""
        buttons = self._buttons.findChildren(QPushButton)
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def show_reason(self, reason: str, ways_out: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Another reason, and other ways out of it."""
        show_text(self._words, reason)
        before, self._buttons = self._buttons, QWidget()
        across = QHBoxLayout(self._buttons)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE)
        across.addStretch(1)
        for text, act in ways_out:
            button = push_button(text, "secondary")
            button.clicked.connect(act)
            across.addWidget(button)
        across.addStretch(1)
        self._down.replaceWidget(before, self._buttons)
        self._buttons.show()
        before.hide()
        before.deleteLater()
