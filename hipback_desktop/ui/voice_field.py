"""The voices there are, and a button that lets one be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.choice_box import ChoiceBox
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.type_scale import SPACE

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
        self._box = ChoiceBox(accessible_name, theme, asset)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(12)
        self._box.activated.connect(self._on_chosen)
        test = IconButton("unmute", _("Test voice"), "secondary", theme, asset)
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
