"""What was done: the sessions by day, and all of one beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import SessionRecord
from hipback_desktop.ui.history_delegate import HistoryDelegate
from hipback_desktop.ui.history_model import ROW_ROLE, HistoryModel
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label
from hipback_desktop.ui.session_detail import SessionDetail
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.type_scale import SPACE, TypeRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme

_LIST_WIDTH = 44 * SPACE


class HistoryPage(QWidget):
    """The arrow keys go through the sessions, the detail follows."""

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asset = asset
        self._model = HistoryModel(self)
        self._delegate = HistoryDelegate(theme, asset, self)
        self._detail = SessionDetail(theme, asset)
        self._list = self._list_view()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty(theme))
        self._pages.addWidget(self._filled())
        self._list.selectionModel().currentChanged.connect(self._on_current)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_history(self, records: Sequence[SessionRecord], today: date | None = None) -> None:
        """Shows the sessions; the one that was open stays open."""
        shown = self.current_session()
        self._model.show_history(records, today)
        self._pages.setCurrentIndex(1 if records else 0)
        row = self._model.row_of(shown.id if shown else None)
        if row >= 0:
            index = self._model.index(row)
            self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._list.scrollTo(index)

    def current_session(self) -> SessionRecord | None:
        """The session whose detail is shown."""
        row = self._list.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, SessionRecord) else None

    def show_theme(self, theme: Theme) -> None:
        """Colours what the style sheet cannot."""
        self._delegate.show_theme(theme)
        show_theme_inside(self, theme)
        self._list.viewport().update()

    def take_focus(self) -> None:
        """Puts the keyboard on the list."""
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()

    def _on_current(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if isinstance(row, SessionRecord):
            self._detail.show_session(row)

    def _list_view(self) -> QListView:
        view = QListView()
        view.setProperty("kind", "history")
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setAccessibleName(_("Sessions"))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        view.setFixedWidth(_LIST_WIDTH)
        return view

    def _filled(self) -> QWidget:
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(2 * SPACE, SPACE, 0, 0)
        across.setSpacing(SPACE)
        across.addWidget(self._list)
        across.addWidget(self._detail, 1)
        return page

    def _empty(self, theme: Theme) -> QWidget:
        page = QWidget()
        down = QVBoxLayout(page)
        down.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        down.setSpacing(2 * SPACE)
        down.addStretch(2)
        down.addWidget(IconLabel("history", "accent", 7 * SPACE, theme, self._asset), 0, Qt.AlignmentFlag.AlignHCenter)
        title = label(_("Your sessions will be kept here"), TypeRole.TITLE)
        words = label(
            _("Each one with what was planned beside what you did, per exercise and side, and with how it felt."),
            TypeRole.BODY_LARGE,
            "muted",
        )
        for text in (title, words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            down.addWidget(text)
        down.addStretch(3)
        return page
