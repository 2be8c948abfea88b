"""A chart with its title, its words, its table, and the ways to take it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.chart_view import ChartView
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.label import SteadyLabel, label, show_text
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.charts.chart import Chart
    from hipback_desktop.ui.chart_table import ChartTable
    from hipback_desktop.ui.theme import Theme


class ChartCard(QFrame):
    """The drawing, or a sentence in its place; ``save_requested`` carries the chart and “png” or “svg”."""

    save_requested = Signal(object, str)
    print_requested = Signal(object)

    def __init__(
        self,
        chart: Chart,
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._chart = chart
        self._instead = ""
        self._theme = theme
        self._title = label(chart.title, TypeRole.BODY_LARGE)
        self._title.setFont(font_of(TypeRole.BODY_LARGE, strong=True))
        self._words = SteadyLabel(TypeRole.BODY, "muted")
        self._view = ChartView(chart, theme)
        self._view.told.connect(self._on_told)
        self._table: ChartTable | None = None
        self._as_table = IconButton("table", _("Table"), "quiet", theme, asset)
        self._as_table.setCheckable(True)
        self._as_table.toggled.connect(self._show_table)
        self._more = IconButton("save", _("Save or print"), "quiet", theme, asset)
        self._more.clicked.connect(self._open_menu_below)
        self._lay_out()
        self.show_chart(chart)

    def show_chart(self, chart: Chart, instead: str = "") -> None:
        """Another state of the same chart; of one that has nothing to show only what is said ``instead``."""
        self._chart = chart
        show_text(self._title, chart.title)
        self._as_table.setAccessibleName(_("{title} as a table").format(title=chart.title))
        self._more.setAccessibleName(_("Save or print: {title}").format(title=chart.title))
        for shown in (self._as_table, self._more):
            shown.setVisible(not instead)
        self._view.show_chart(chart)
        self._instead = instead
        self._words.give_room(() if instead else (chart.describe(), *chart.values_told()))
        self._on_told("")
        if self._table is not None:
            self._table.show_rows(chart.table())
        self._show_table(self._as_table.isChecked())

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._view.show_theme(theme)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._instead:
            self._open_menu(event.globalPos())

    def _on_told(self, told: str) -> None:
        at_rest = self._instead or self._chart.describe()
        show_text(self._words, told or at_rest)

    def _show_table(self, is_on: bool) -> None:
        if is_on and self._table is None:
            from hipback_desktop.ui.chart_table import ChartTable

            self._table = ChartTable(self._chart.title)
            self._table.show_rows(self._chart.table())
            self._inside.addWidget(self._table)
        if self._table is not None:
            self._table.setVisible(is_on and not self._instead)
        self._view.setVisible(not is_on and not self._instead)

    def _open_menu_below(self) -> None:
        edge = self._more.rect().bottomRight() if self.isRightToLeft() else self._more.rect().bottomLeft()
        self._open_menu(self._more.mapToGlobal(edge + QPoint(0, 1)))

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, act in (
            (_("Save as picture (PNG)…"), lambda: self.save_requested.emit(self._chart, "png")),
            (_("Save as drawing (SVG)…"), lambda: self.save_requested.emit(self._chart, "svg")),
            (_("Copy as table"), self._copy),
            (_("Print…"), lambda: self.print_requested.emit(self._chart)),
        ):
            menu.addAction(text).triggered.connect(act)
        menu.popup(at - QPoint(menu.sizeHint().width(), 0) if self.isRightToLeft() else at)

    def _copy(self) -> None:
        """Cells with tabs between them are what spreadsheets take in."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in self._chart.table()))

    def _lay_out(self) -> None:
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        self._inside.setSpacing(SPACE)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._title, 1)
        head.addWidget(self._as_table)
        head.addWidget(self._more)
        self._inside.addLayout(head)
        self._inside.addWidget(self._words)
        self._inside.addWidget(self._view)
