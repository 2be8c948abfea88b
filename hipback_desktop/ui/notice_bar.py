"""Sentences the person should know, each until it is put away or no longer true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import IconButton, push_button
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme

    Way = tuple[str, Callable[[], object]]


class NoticeBar(QWidget):
    """Below one another, the oldest first; hidden while there is nothing to say. A screen reader is told at once."""

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asset = asset
        self._shown: dict[str, QFrame] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE)
        self.hide()

    def sentences(self) -> tuple[str, ...]:
        """What is said, from top to bottom."""
        return tuple(self._shown)

    def show_notice(self, sentence: str, *ways: Way, is_fault: bool = True) -> None:
        """Says something, once however often it is asked to; ``ways`` are buttons that do something about it.

        What is no fault does not look like one.
        """
        if not sentence or sentence in self._shown:
            return
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        before = self._stop_before()
        frame = self._shown[sentence] = self._frame(sentence, ways, is_fault=is_fault)
        self._rows.addWidget(frame)
        for button in frame.findChildren(QPushButton):
            QWidget.setTabOrder(before, button)
            before = button
        frame.show()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def take_back(self, sentence: str) -> None:
        """It is over, or the person has read it."""
        frame = self._shown.pop(sentence, None)
        if frame is None:
            return
        self.setVisible(bool(self._shown))
        frame.hide()
        self._rows.removeWidget(frame)
        frame.deleteLater()

    def clear(self) -> None:
        """Takes everything back."""
        for sentence in self.sentences():
            self.take_back(sentence)

    def show_theme(self, theme: Theme) -> None:
        """For the notices to come."""
        self._theme = theme

    def _stop_before(self) -> QWidget:
        """The last stop of the Tab key before a new notice, which would otherwise come behind everything else."""
        from hipback_desktop.ui.tab_stop import stop_before

        buttons = self.findChildren(QPushButton)
        return buttons[-1] if buttons else stop_before(self)

    def _frame(self, sentence: str, ways: Sequence[Way], *, is_fault: bool) -> QFrame:
        from PySide6.QtCore import Qt

        from hipback_desktop.ui.label import label

        frame = QFrame()
        frame.setProperty("kind", "notice" if is_fault else "accent")
        words = label(sentence)
        words.setMinimumWidth(1)  # a path without a space in it must not widen the window
        words.setToolTip(sentence)
        put_away = IconButton(
            "close", "", "quiet", self._theme, self._asset, accessible_name=_("Put this message away")
        )
        put_away.setAccessibleDescription(sentence)
        put_away.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        put_away.clicked.connect(lambda: self.take_back(sentence))
        line = QHBoxLayout(frame)
        line.setContentsMargins(SPACE // 2, SPACE // 2, SPACE // 2, SPACE // 2)
        line.setSpacing(SPACE + SPACE // 2)
        icon, tone = ("warning", "warning") if is_fault else ("info", "accent")
        line.addSpacing(SPACE + SPACE // 2)
        line.addWidget(IconLabel(icon, tone, 3 * SPACE, self._theme, self._asset))
        line.addWidget(words, 1)
        for way in ways:
            line.addWidget(self._way_button(sentence, *way))
        line.addWidget(put_away)
        return frame

    def _way_button(self, sentence: str, text: str, act: Callable[[], object]) -> QPushButton:
        def on_clicked() -> None:
            self.take_back(sentence)
            act()

        from PySide6.QtCore import Qt

        button = push_button(text, "secondary")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleDescription(sentence)
        button.clicked.connect(on_clicked)
        return button
