"""This week at a glance: the goals as rings, what is open, and one routine to go on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.charts.week_dots import WeekDots
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.week_words import open_line, steadiness_line, strength_line, stretch_line
from hipback_desktop.ui.chart_view import ChartView
from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.goal_ring import GoalRing
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label, show_text
from hipback_desktop.ui.progress_charts import week_dots
from hipback_desktop.ui.type_scale import SPACE, TypeRole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.review import Review
    from hipback_desktop.ui.theme import Theme


class WeekCard(QFrame):
    """``start_requested`` carries the id of the routine that is suggested."""

    start_requested = Signal(str)
    print_requested = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._routine_id = ""
        self._ring = GoalRing(theme)
        self._stretch = label("", TypeRole.BODY_LARGE)
        self._strength = label("", TypeRole.BODY_LARGE)
        self._days = ChartView(WeekDots(_("Days of this week"), ()), theme)
        self._open = label()
        self._steadiness = label("", TypeRole.BODY, "muted")
        self._suggestion = label("", TypeRole.BODY, "muted")
        self._start = IconButton("play", "", "primary", theme, asset)
        self._start.clicked.connect(lambda: self.start_requested.emit(self._routine_id))
        self._start.hide()
        self._print = IconButton("print", _("Print this week"), "quiet", theme, asset)
        self._print.clicked.connect(self.print_requested)
        across = QHBoxLayout(self)
        across.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        across.setSpacing(3 * SPACE)
        across.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        self._words = QVBoxLayout()
        self._words.setSpacing(SPACE)
        self._words.addWidget(label(_("This week"), TypeRole.TITLE))
        for phase, words in ((Phase.STRETCH, self._stretch), (Phase.STRENGTHEN, self._strength)):
            line = QHBoxLayout()
            line.setSpacing(SPACE)
            line.addWidget(IconLabel(phase, phase, 3 * SPACE, theme, asset))
            line.addWidget(words, 1)
            self._words.addLayout(line)
        self._words.addSpacing(SPACE // 2)
        self._words.addWidget(self._days)
        for shown in (self._open, self._steadiness, self._suggestion):
            self._words.addWidget(shown)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self._start)
        flow.addWidget(self._print)
        self._words.addWidget(buttons)
        across.addLayout(self._words, 1)

    def show_review(self, review: Review) -> None:
        """The week under way, the last of the review."""
        week = review.this_week
        self._ring.show_week(week)
        show_text(self._stretch, stretch_line(week))
        show_text(self._strength, strength_line(week))
        self._days.show_chart(week_dots(review))
        show_text(self._open, open_line(week))
        steadiness = steadiness_line(review)
        show_text(self._steadiness, steadiness)
        self._steadiness.setVisible(bool(steadiness))

    def show_suggestion(self, routine_id: str, name: str, reason: str) -> None:
        """One routine and why; an empty id for none."""
        self._routine_id = routine_id
        show_text(self._suggestion, reason)
        self._suggestion.setVisible(bool(routine_id))
        self._start.setText(_("Start {name}").format(name=name))
        self._start.setVisible(bool(routine_id))
