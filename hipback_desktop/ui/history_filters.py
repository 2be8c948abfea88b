"""What narrows the history down: a search, and four questions with their answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.history_filter import HistoryFilter, Period
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import Outcome, SessionOrigin
from hipback_desktop.core.wording import phase_name
from hipback_desktop.ui.facet_button import FacetButton
from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.history_words import ending_word, origin_name, period_name
from hipback_desktop.ui.icon_button import IconButton, push_button
from hipback_desktop.ui.search_field import SearchField
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme

_TYPING_RESTS_AFTER_MS: Final = 200


class HistoryFilters(QWidget):
    """``changed`` carries the new filter; typing is waited for until it rests."""

    changed = Signal(object)
    add_requested = Signal()
    goals_requested = Signal()
    left_downwards = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = HistoryFilter()
        self._field = _search_field(theme, asset)
        self._facets = {
            "period": FacetButton(_("When"), _periods, theme, asset, takes_one=True),
            "origins": FacetButton(_("Where from"), _origins, theme, asset),
            "outcomes": FacetButton(_("How it ended"), _outcomes, theme, asset),
            "phases": FacetButton(_("What was done"), _phases, theme, asset),
        }
        self._clear = push_button(_("Clear all filters"), "facet")
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self._rests = QTimer(self, singleShot=True, interval=_TYPING_RESTS_AFTER_MS)
        self._rests.timeout.connect(self._on_typed)
        self._connect()
        self._lay_out(theme, asset)

    def value(self) -> HistoryFilter:
        """What is looked for."""
        return self._filter

    def clear(self) -> None:
        """Everything is shown again."""
        self._field.clear()
        self._rests.stop()
        self._take(HistoryFilter())
        self.take_focus()

    def take_focus(self) -> None:
        """Puts the keyboard into the search."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _connect(self) -> None:
        self._field.textChanged.connect(self._rests.start)
        self._field.left_downwards.connect(self.left_downwards)
        self._field.entered.connect(self._on_entered)
        for name, button in self._facets.items():
            button.answered.connect(lambda values, name=name: self._on_answered(name, values))

    def _on_typed(self) -> None:
        self._take(replace(self._filter, text=self._field.text()))

    def _on_entered(self) -> None:
        self._rests.stop()
        self._on_typed()
        self.left_downwards.emit()

    def _on_answered(self, name: str, values: tuple[str, ...]) -> None:
        kinds: dict[str, Any] = {"origins": SessionOrigin, "outcomes": Outcome, "phases": Phase}
        if name == "period":
            self._take(replace(self._filter, period=Period(values[0]) if values else None))
        else:
            chosen: dict[str, Any] = {name: tuple(map(kinds[name], values))}
            self._take(replace(self._filter, **chosen))

    def _take(self, wanted: HistoryFilter) -> None:
        if wanted == self._filter:
            return
        self._filter = wanted
        self._clear.setVisible(wanted.narrows)
        for name, button in self._facets.items():
            chosen = getattr(wanted, name)
            button.show_values(chosen if isinstance(chosen, tuple) else [chosen] if chosen else [])
        self.changed.emit(wanted)

    def _lay_out(self, theme: Theme, asset: Callable[[str], Path]) -> None:
        add = IconButton("plus", _("Add a session"), "secondary", theme, asset)
        add.setAccessibleDescription(_("One that was done without Hipback."))
        add.clicked.connect(self.add_requested)
        above = QHBoxLayout()
        above.setSpacing(SPACE)
        above.addWidget(self._field, 1)
        above.addWidget(add)
        goals = push_button(_("Goals"), "quiet")
        goals.setAccessibleDescription(_("On how many days of the week to stretch and to strengthen."))
        goals.clicked.connect(self.goals_requested)
        above.addWidget(goals)
        facets = QWidget()
        flow = FlowLayout(facets)
        for button in (*self._facets.values(), self._clear):
            flow.addWidget(button)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE)
        down.addLayout(above)
        down.addWidget(facets)


def _search_field(theme: Theme, asset: Callable[[str], Path]) -> SearchField:
    field = SearchField(theme, asset)
    field.setPlaceholderText(_("Search by name, exercise or note"))
    field.setAccessibleName(_("Search sessions"))
    field.setAccessibleDescription(_("Finds while you type. Down goes to what was found."))
    return field


def _periods() -> tuple[tuple[str, str], ...]:
    return tuple((period, period_name(period)) for period in Period)


def _origins() -> tuple[tuple[str, str], ...]:
    return tuple((origin, origin_name(origin)) for origin in SessionOrigin)


def _outcomes() -> tuple[tuple[str, str], ...]:
    return tuple((outcome, ending_word(outcome)) for outcome in Outcome)


def _phases() -> tuple[tuple[str, str], ...]:
    return tuple((phase, phase_name(phase)) for phase in Phase)
