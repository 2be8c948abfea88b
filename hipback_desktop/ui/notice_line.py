"""A plain sentence about something the person should know, until they put it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label, show_text
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


class NoticeLine(QFrame):
    """Hidden as long as there is nothing to say."""

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._words = label("")
        close = IconButton("close", "", "quiet", theme, asset, accessible_name=_("Put this message away"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE // 2, SPACE // 2, SPACE // 2)
        layout.setSpacing(SPACE)
        layout.addWidget(IconLabel("warning", "warning", 3 * SPACE, theme, asset))
        layout.addWidget(self._words, 1)
        layout.addWidget(close)
        self.hide()

    def show_notice(self, sentence: str) -> None:
        """Shows a sentence; an empty one takes the line away."""
        show_text(self._words, sentence)
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def text(self) -> str:
        """What is said."""
        return self._words.text()
