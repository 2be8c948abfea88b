"""Any of a few choices, as chips that wrap; a chosen one is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.icon_button import sized_icon
from hipback_desktop.ui.ringed_button import RingedButton
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


_NARROWEST = 20 * SPACE


class Chips(QWidget):
    """``choices`` are pairs of value and label; ``value`` keeps their order."""

    changed = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._chips: dict[str, Chip] = {}
        flow = FlowLayout(self)
        for value, text in choices:
            chip = Chip(text, theme, asset)
            chip.clicked.connect(lambda: self.changed.emit(self.value()))
            flow.addWidget(chip)
            self._chips[value] = chip

    def value(self) -> tuple[str, ...]:
        """What is chosen."""
        return tuple(value for value, chip in self._chips.items() if chip.isChecked())

    def show_value(self, chosen: Collection[str]) -> None:
        """Shows a choice without telling anyone."""
        for value, chip in self._chips.items():
            chip.setChecked(value in chosen)

    def first(self) -> QWidget | None:
        """Where the keyboard enters."""
        return next(iter(self._chips.values()), None)


class Chip(RingedButton):
    """On or off; a plus becomes a tick, so that its width and its neighbours stay where they are."""

    def __init__(self, text: str, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._words = text
        self._asset = asset
        self.setAccessibleName(text)
        self.setProperty("kind", "chip")
        self.setFont(font_of(TypeRole.BODY))
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(2 * SPACE, 2 * SPACE))
        self.toggled.connect(self._show_tick)
        self.show_theme(theme)

    def sizeHint(self) -> QSize:
        """For all its words, however many of them are shown."""
        hint, advance = super().sizeHint(), self.fontMetrics().horizontalAdvance
        return QSize(hint.width() - advance(self.text()) + advance(self._words), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(_NARROWEST, hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a page that is narrower than its words the tool tip has the rest of them."""
        super().resizeEvent(event)
        missing = self.sizeHint().width() - event.size().width()
        room = self.fontMetrics().horizontalAdvance(self._words) - missing
        fits = missing <= 0
        elide = Qt.TextElideMode.ElideRight
        self.setText(self._words if fits else self.fontMetrics().elidedText(self._words, elide, room))
        self.setToolTip("" if fits else self._words)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show_tick()

    def _show_tick(self) -> None:
        is_on = self.isChecked()
        colour = self._theme.on_accent if is_on else self._theme.muted
        self.setIcon(sized_icon("check" if is_on else "plus", colour, self._asset, self.iconSize().width()))
