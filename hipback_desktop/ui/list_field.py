"""A list the program keeps and the person can take things off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.label import label
from hipback_desktop.ui.tab_stop import stop_before

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


class ListField(QWidget):
    """A button for each thing listed, which takes it off; nothing listed is said in a word."""

    changed = Signal(object)

    def __init__(
        self,
        accessible_name: str,
        name_of: Callable[[str], str],
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._name_of = name_of
        self._theme = theme
        self._asset = asset
        self._listed: tuple[str, ...] = ()
        self._shown = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._shown)
        self.show_value(())

    def value(self) -> tuple[str, ...]:
        """What is listed."""
        return self._listed

    def show_value(self, listed: Collection[str]) -> None:
        """Shows a list without telling anyone."""
        self._listed = tuple(listed)
        before, self._shown = self._shown, QWidget()
        flow = FlowLayout(self._shown)
        if not self._listed:
            flow.addWidget(label(_("Nothing."), tone="muted", wraps=False))
        for name in self._listed:
            flow.addWidget(self._button(name))
        self._layout.replaceWidget(before, self._shown)
        before.hide()
        before.deleteLater()
        self._put_stops()

    def show_theme(self, theme: Theme) -> None:
        """For the buttons to come."""
        self._theme = theme

    def _put_stops(self) -> None:
        """The Tab key comes to the list where it stands."""
        stop = stop_before(self)
        for button in self._shown.findChildren(IconButton):
            self.setTabOrder(stop, button)
            stop = button

    def _button(self, name: str) -> IconButton:
        words = self._name_of(name)
        take_off = IconButton("close", words, "secondary", self._theme, self._asset)
        take_off.setAccessibleName(_("Take {exercise} off the list").format(exercise=words))
        take_off.clicked.connect(lambda: self._take_off(name))
        return take_off

    def _take_off(self, name: str) -> None:
        self.show_value([other for other in self._listed if other != name])
        self.changed.emit(self._listed)
