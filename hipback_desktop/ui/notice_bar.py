"""One sentence the person should know, until it is put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


class NoticeBar(QWidget):
    """Hidden while there is nothing to say; a screen reader is told at once."""

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = QFrame()
        frame.setProperty("kind", "notice")
        self._sentence = label()
        self._sentence.setMinimumWidth(1)  # a path without a space in it must not widen the window
        dismiss = IconButton("close", "", "quiet", theme, asset, accessible_name=_("Dismiss this notice"))
        dismiss.clicked.connect(lambda: self.show_notice(""))
        line = QHBoxLayout(frame)
        line.setContentsMargins(2 * SPACE, SPACE // 2, SPACE // 2, SPACE // 2)
        line.setSpacing(SPACE + SPACE // 2)
        line.addWidget(IconLabel("warning", "warning", 3 * SPACE, theme, asset))
        line.addWidget(self._sentence, 1)
        line.addWidget(dismiss)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 0, 2 * SPACE, SPACE)
        layout.addWidget(frame)
        self.hide()

    def show_notice(self, sentence: str) -> None:
        """Shows a sentence in place of the one before; an empty one puts the bar away."""
        self._sentence.setText(sentence)
        self._sentence.setToolTip(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def notice(self) -> str:
        """The sentence that is shown."""
        return self._sentence.text()
