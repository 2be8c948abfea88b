"""The voices there are, and a button that lets one be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.icons import icon
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


class VoiceField(QWidget):
    """The empty value is the standard voice; a chosen voice stays listed even while it is not there."""

    changed = Signal(object)
    test_requested = Signal()

    def __init__(
        self, accessible_name: str, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._value = ""
        self._voices: dict[str, str] = {}
        self._box = _Box(theme, asset)
        self._box.setAccessibleName(accessible_name)
        self._box.setFont(font_of(TypeRole.BODY))
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(12)
        self._box.activated.connect(self._on_chosen)
        test = IconButton("voice", _("Test voice"), "secondary", theme, asset)
        test.clicked.connect(self.test_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._box)
        layout.addWidget(test, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill()

    def value(self) -> str:
        """The voice chosen."""
        return self._value

    def show_value(self, value: str) -> None:
        """Shows a choice without telling anyone."""
        self._value = value
        self._fill()

    def show_voices(self, voices: Mapping[str, str]) -> None:
        """The names of the voices of this computer, by what the speech engine calls them."""
        self._voices = dict(voices)
        self._fill()

    def _fill(self) -> None:
        self._box.clear()
        names = {"": _("Standard voice")} | self._voices
        names.setdefault(self._value, self._value)
        for voice, name in names.items():
            is_alone = list(names.values()).count(name) == 1
            self._box.addItem(name if is_alone else f"{name} ({voice})", voice)
        self._box.setCurrentIndex(self._box.findData(self._value))

    def _on_chosen(self, place: int) -> None:
        self._value = str(self._box.itemData(place))
        self.changed.emit(self._value)


class _Box(QComboBox):
    """With our own arrow; the wheel scrolls the page and leaves the choice alone."""

    def __init__(self, theme: Theme, asset: Callable[[str], Path]) -> None:
        super().__init__()
        self._asset = asset
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self._arrow = icon("chevron_down", theme.muted, self._asset)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRect(self.width() - 4 * SPACE, (self.height() - 2 * SPACE) // 2, 2 * SPACE, 2 * SPACE)
        self._arrow.paint(QPainter(self), QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
