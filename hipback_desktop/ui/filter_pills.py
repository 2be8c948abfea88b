"""The filters that are on, each a pill that takes it off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hipback_desktop.core.exercise_filter import facet_name
from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.exercise_facts import choices_of
from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.icon_button import IconButton, push_button
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.exercise_filter import Answer, Filters
    from hipback_desktop.ui.theme import Theme


class FilterPills(QWidget):
    """Hidden while no filter is on."""

    taken_off = Signal(object)
    cleared = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asset = asset
        self._shown: tuple[Answer, ...] = ()
        self._pills = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._pills)
        self.setAccessibleName(_("Filters that are on"))
        self.hide()

    def show_filters(self, filters: Filters) -> None:
        """A pill for each answer, in the order they were chosen; the keyboard stays at its place."""
        if filters.answers == self._shown:
            return
        before = self._pills
        buttons = before.findChildren(IconButton)
        place = next((number for number, button in enumerate(buttons) if button.hasFocus()), None)
        self._shown, self._pills = filters.answers, QWidget()
        flow = FlowLayout(self._pills)
        pills = [self._pill(answer) for answer in self._shown]
        for pill in pills:
            flow.addWidget(pill)
        if len(pills) > 1:
            clear = push_button(_("Clear all filters"), "link")
            clear.clicked.connect(self.cleared)
            flow.addWidget(clear)
        self._layout.replaceWidget(before, self._pills)
        self._pills.show()
        before.hide()
        before.deleteLater()
        self.setVisible(bool(pills))
        if place is not None and pills:
            pills[min(place, len(pills) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def show_theme(self, theme: Theme) -> None:
        """For the pills to come."""
        self._theme = theme

    def _pill(self, answer: Answer) -> IconButton:
        words = dict(choices_of(answer.facet))[answer.value]
        pill = IconButton("close", words, "pill", self._theme, self._asset)
        pill.setIconSize(QSize(2 * SPACE, 2 * SPACE))
        pill.show_theme(self._theme)
        pill.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        name = _("Take off the filter {question}: {answer}")
        pill.setAccessibleName(name.format(question=facet_name(answer.facet), answer=words))
        pill.clicked.connect(lambda: self.taken_off.emit(answer))
        return pill
