"""One of a few choices: side by side when the words are short, below each other when they are long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.ringed_button import RingedButton
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of
from hipback_desktop.ui.wrapped_radio import WrappedRadio

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_SIDE_BY_SIDE: Final = 64


class Segments(QWidget):
    """``choices`` are pairs of value and label; Tab comes to the one chosen, and the arrow keys choose."""

    changed = Signal(object)

    def __init__(self, choices: Sequence[tuple[str, str]], accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._values = [value for value, _label in choices]
        self._group = QButtonGroup(self)
        is_short = sum(len(text) for _value, text in choices) <= _LONGEST_SIDE_BY_SIDE
        layout = FlowLayout(self) if is_short else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE if is_short else SPACE // 2)
        for place, (_value, text) in enumerate(choices):
            button = _segment(text) if is_short else WrappedRadio(text)
            button.setFont(font_of(TypeRole.BODY))
            button.setAccessibleDescription(accessible_name)
            self._group.addButton(button, place)
            layout.addWidget(button)
        self._group.idToggled.connect(self._on_toggled)
        self._put_stop()

    def value(self) -> str | None:
        """What is chosen."""
        place = self._group.checkedId()
        return None if place < 0 else self._values[place]

    def show_value(self, value: str) -> None:
        """Shows a choice without telling anyone."""
        before = self._group.blockSignals(True)
        self._group.button(self._values.index(value)).setChecked(True)
        self._group.blockSignals(before)
        had_focus = any(button.hasFocus() for button in self._group.buttons())
        self._put_stop()
        if had_focus:
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Shows that nothing is chosen yet."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        self._put_stop()

    def buttons(self) -> list[QAbstractButton]:
        """The choices in order."""
        return self._group.buttons()

    def _on_toggled(self, place: int, is_on: bool) -> None:
        if is_on:
            self._put_stop()
            self.changed.emit(self._values[place])

    def _put_stop(self) -> None:
        """One stop for the Tab key: what is chosen, or the first before anything is."""
        stop = max(0, self._group.checkedId())
        for place, button in enumerate(self._group.buttons()):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._group.button(stop))


def _segment(text: str) -> RingedButton:
    button = RingedButton(text)
    button.setProperty("kind", "segment")
    button.setCheckable(True)
    button.setAutoDefault(False)
    return button
