"""Looking back: this week at a glance, then the weeks behind as charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.ui.chart_card import ChartCard
from hipback_desktop.ui.column import Column
from hipback_desktop.ui.label import label
from hipback_desktop.ui.progress_charts import progress_charts
from hipback_desktop.ui.segments import Segments
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.type_scale import SPACE, TypeRole
from hipback_desktop.ui.week_card import WeekCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.review import Review
    from hipback_desktop.ui.theme import Theme

WEEKS = (12, 26, 52)
_WIDEST_SPAN = 64 * SPACE


class ProgressPage(QWidget):
    """``opened`` asks for a review of so many weeks whenever the page is shown, ``span_chosen`` for one of others."""

    opened = Signal(int)
    span_chosen = Signal(int)
    start_requested = Signal(str)
    save_requested = Signal(object, str)
    print_requested = Signal(object)
    week_print_requested = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asset = asset
        self._cards: list[ChartCard] = []
        self._span = Segments(
            [(str(weeks), ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)) for weeks in WEEKS],
            _("How far to look back"),
        )
        self._span.show_value(str(WEEKS[0]))
        self._span.changed.connect(lambda _weeks: self.span_chosen.emit(self.weeks()))
        self._week = WeekCard(theme, asset)
        self._week.start_requested.connect(self.start_requested)
        self._week.print_requested.connect(self.week_print_requested)
        self._column = Column()
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(label(_("Progress"), TypeRole.HEADLINE, wraps=False))
        head.addStretch(1)
        head.addWidget(self._span, 0, Qt.AlignmentFlag.AlignRight)
        self._column.content.addLayout(head)
        self._column.content.addWidget(self._week)
        self._column.content.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def weeks(self) -> int:
        """How many weeks are looked back on."""
        return int(self._span.value() or WEEKS[0])

    def show_review(self, review: Review) -> None:
        """Shows the weeks; cards are made the first time."""
        self._week.show_review(review)
        is_first = not self._cards
        if is_first:  # cards that are added in sight are first painted where they are not to be
            self._column.hide()
        for place, (chart, instead) in enumerate(progress_charts(review)):
            if place == len(self._cards):
                self._add_card(ChartCard(chart, self._theme, self._asset))
            self._cards[place].show_chart(chart, instead)
        if is_first:
            self._column.show()

    def show_this_week(self, is_shown: bool) -> None:
        """The week against its goals, or not: sitting breaks have none."""
        self._week.setVisible(is_shown)

    def show_suggestion(self, routine_id: str, name: str, reason: str) -> None:
        """One routine to go on with, and why."""
        self._week.show_suggestion(routine_id, name, reason)

    def show_theme(self, theme: Theme) -> None:
        """Colours what the style sheet cannot."""
        self._theme = theme
        show_theme_inside(self, theme)

    def take_focus(self) -> None:
        """Puts the keyboard on the span."""
        self._span.buttons()[WEEKS.index(self.weeks())].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self.opened.emit(self.weeks())
        self._give_span_room()
        super().showEvent(event)
        self.take_focus()

    def _give_span_room(self) -> None:
        """As wide as its buttons are in the style of the window, which they have not got before it is shown."""
        buttons = self._span.buttons()
        for button in buttons:
            button.ensurePolished()
        widths = [button.sizeHint().width() for button in buttons]
        self._span.setMinimumWidth(min(_WIDEST_SPAN, sum(widths) + SPACE * (len(widths) - 1)))

    def _add_card(self, card: ChartCard) -> None:
        self._cards.append(card)
        card.save_requested.connect(self.save_requested)
        card.print_requested.connect(self.print_requested)
        self._column.content.insertWidget(self._column.content.count() - 1, card)
