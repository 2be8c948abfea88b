"""All exercises: a search, facets, what is on, how many there are, and the cards."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hipback_desktop.core.exercise_filter import Facet, Filters, facet_name, narrowed
from hipback_desktop.core.exercise_search import ExerciseSearch
from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.exercise_facts import choices_of, row_of
from hipback_desktop.ui.exercise_list import ExerciseList
from hipback_desktop.ui.facet_button import FacetButton
from hipback_desktop.ui.filter_pills import FilterPills
from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.label import label, show_text
from hipback_desktop.ui.library_words import WayOut, found_line, no_match
from hipback_desktop.ui.nothing_found import NothingFound
from hipback_desktop.ui.reading_order import with_room
from hipback_desktop.ui.search_field import SearchField
from hipback_desktop.ui.switch import Switch
from hipback_desktop.ui.type_scale import SPACE, TypeRole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.exercise_filter import Answer, Found
    from hipback_desktop.core.settings import Settings
    from hipback_desktop.ui.figure_slot import FigurePainter
    from hipback_desktop.ui.theme import Theme

_WIDEST: Final = 240 * SPACE
_MUCH: Final = 1000
_READ_AFTER_MS: Final = 100
"""Exercises are read and pictured for the search when the page has been painted, and before somebody has typed."""
_TELL_AFTER_MS: Final = 600
"""A screen reader is told the count when typing rests."""


class LibraryBrowser(QWidget):
    """Searches and filters at every keystroke; the order is that of the search."""

    opened = Signal(str)
    toggled = Signal(str)

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        settings: Settings,
        figure: FigurePainter,
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._exercises = exercises
        self._settings = settings
        self._search = ExerciseSearch(exercises.values())
        self._filters = Filters()
        self._field = SearchField(theme, asset)
        self._switch = Switch(_("Only what suits me"), theme, asset)
        self._switch_words = label(_("Only what suits me"), TypeRole.BODY, wraps=False)
        self._facets = {
            facet: FacetButton(facet_name(facet), partial(choices_of, facet), theme, asset) for facet in Facet
        }
        self._pills = FilterPills(theme, asset)
        self._count = label("", TypeRole.BODY, "muted")
        self.list = ExerciseList(figure, theme, asset)
        self._nothing = NothingFound(theme, asset)
        self._shown = QStackedWidget()
        self._tell = QTimer(self, singleShot=True, interval=_TELL_AFTER_MS)
        self._tell.timeout.connect(self._announce)
        QTimer.singleShot(_READ_AFTER_MS, self, self._get_ready)
        self._lay_out()
        self._connect()
        self._refresh()

    def show_settings(self, settings: Settings) -> None:
        """What suits the person, and what is in today's session."""
        self._settings = settings
        self._refresh()

    def take_focus(self) -> None:
        """Puts the keyboard into the search."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def return_to(self, exercise_id: str) -> None:
        """Back from an exercise: the keyboard is on its card, where the list was."""
        if exercise_id in self.list.shown_ids():
            self.list.go_to(exercise_id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _get_ready(self) -> None:
        self._search.read()
        self.list.draw_ahead(self._exercises.values())

    def _lay_out(self) -> None:
        self._switch.setChecked(True)
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        self._switch_words.setBuddy(self._switch)
        head.addWidget(self._field, 1)
        head.addWidget(self._switch)
        head.addWidget(self._switch_words)
        facets = QWidget()
        flow = FlowLayout(facets)
        for button in self._facets.values():
            flow.addWidget(button)
        self._shown.addWidget(self.list)
        self._shown.addWidget(self._nothing)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        across.addStretch(1)
        across.addWidget(column, _MUCH)
        across.addStretch(1)
        down = QVBoxLayout()
        down.setContentsMargins(0, 2 * SPACE, 0, 0)
        down.setSpacing(SPACE + SPACE // 2)
        column.setLayout(with_room(down, 3 * SPACE, SPACE))
        above = QVBoxLayout()
        above.setSpacing(SPACE + SPACE // 2)
        above.addLayout(head)
        for part in (facets, self._pills, self._count):
            above.addWidget(part)
        down.addLayout(with_room(above, 0, 3 * SPACE))  # what the cards leave for the scroll bar
        down.addWidget(self._shown, 1)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._on_typed)
        self._field.left_downwards.connect(self._go_to_list)
        self._field.entered.connect(self._on_entered)
        self._switch.toggled.connect(lambda is_on: self._filter(replace(self._filters, only_suited=is_on)))
        for facet, button in self._facets.items():
            button.answered.connect(partial(self._on_answered, facet))
        self._pills.taken_off.connect(self._on_taken_off)
        self._pills.cleared.connect(self._on_cleared)
        self.list.opened.connect(self.opened)
        self.list.toggled.connect(self.toggled)
        self.list.left_upwards.connect(self.take_focus)

    def _filter(self, filters: Filters) -> None:
        self._filters = filters
        self._switch.setChecked(filters.only_suited)
        self._refresh()

    def _refresh(self) -> None:
        matching = [self._exercises[name] for name in self._search.find(self._field.text())]
        found = narrowed(matching, self._filters, self._settings)
        for part in (self._switch, self._switch_words):
            part.setVisible(bool(self._settings.safety_seen_at or self._settings.left_out))  # else nobody said
        self.list.show_rows([row_of(exercise, self._settings) for exercise in found.shown])
        for facet, button in self._facets.items():
            button.show_values(self._filters.of(facet))
        self._pills.show_filters(self._filters)
        if found_line(found) != self._count.text():
            show_text(self._count, found_line(found))
            self._tell.start()
        if not found.shown:
            self._show_nothing(matching, found)
        self._shown.setCurrentWidget(self.list if found.shown else self._nothing)

    def _on_typed(self) -> None:
        self.list.rest()
        self._refresh()
        self.list.go_to(None)  # what was the current one is rarely what is looked for now

    def _show_nothing(self, matching: list[Exercise], found: Found) -> None:
        text, ways = no_match(self._field.text(), self._search, matching, found, self._filters, self._settings)
        self._nothing.show_reason(text, [(way.text, partial(self._take, way)) for way in ways])

    def _take(self, way: WayOut) -> None:
        self._field.setText(way.typed)
        self._filter(way.filters)
        self._go_to_list()

    def _on_answered(self, facet: Facet, values: tuple[str, ...]) -> None:
        self._filter(self._filters.with_values(facet, values))

    def _on_taken_off(self, answer: Answer) -> None:
        left = [value for value in self._filters.of(answer.facet) if value != answer.value]
        self._filter(self._filters.with_values(answer.facet, left))
        if not self._filters.answers:
            self._go_to_list()

    def _on_cleared(self) -> None:
        self._filter(replace(self._filters, answers=()))
        self._go_to_list()

    def _on_entered(self) -> None:
        if self._shown.currentWidget() is self.list:
            self.opened.emit(self.list.shown_ids()[0])

    def _go_to_list(self) -> None:
        if self._shown.currentWidget() is self.list:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._nothing.take_focus()

    def _announce(self) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._count.text()))
