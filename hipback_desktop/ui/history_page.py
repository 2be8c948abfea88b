"""What was done: the sessions by day, searched and narrowed down, and all of one beside them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hipback_desktop.core.history_filter import HistoryFilter
from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.history_filters import HistoryFilters
from hipback_desktop.ui.history_list import HistoryList
from hipback_desktop.ui.history_words import found_line
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label, show_text
from hipback_desktop.ui.nothing_found import NothingFound
from hipback_desktop.ui.reading_order import with_room
from hipback_desktop.ui.session_detail import SessionDetail
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.type_scale import SPACE, TypeRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.ui.theme import Theme

    Found = Callable[[HistoryFilter, int, SessionRecord | None], Sequence[SessionRecord]]

_LIST_WIDTH = 44 * SPACE
_LIST_SHARE: Final = 0.4
"""No more of a narrow page, so that the detail has room for its buttons."""
_TELL_AFTER_MS: Final = 600


class HistoryPage(QWidget):
    """``found`` answers with so many sessions of a filter before one of them; it is asked as far as somebody looks."""

    add_requested = Signal()
    edit_requested = Signal(object)
    delete_requested = Signal(object)
    undo_requested = Signal()
    goals_requested = Signal()

    def __init__(
        self,
        found: Found,
        today: Callable[[], date],
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._today = today
        self._asset = asset
        self._filters = HistoryFilters(theme, asset)
        self._count = label("", TypeRole.CAPTION, "muted")
        self._list = HistoryList(theme, asset)
        self._detail = SessionDetail(theme, asset)
        self._nothing = NothingFound(theme, asset)
        self._results = QStackedWidget()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty(theme))
        self._pages.addWidget(self._filled())
        self._tell = QTimer(self, singleShot=True, interval=_TELL_AFTER_MS)
        self._tell.timeout.connect(self._announce)
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def refresh(self, record_id: str | None = None) -> None:
        """Asks anew; the session that was open stays open, unless that of an id is wanted."""
        wanted = self._filters.value()
        self._list.show_pages(partial(self._found, wanted), self._today(), record_id)
        sessions = self._list.sessions
        self._pages.setCurrentIndex(1 if sessions.sessions or wanted.narrows else 0)
        self._results.setCurrentIndex(0 if sessions.sessions else 1)
        show_text(self._count, found_line(sessions.sessions, is_all=sessions.is_whole) if wanted.narrows else "")
        self._count.setVisible(wanted.narrows)

    def current_session(self) -> SessionRecord | None:
        """The session whose detail is shown."""
        return self._list.current_session()

    def show_theme(self, theme: Theme) -> None:
        """Colours what the style sheet cannot."""
        show_theme_inside(self, theme)

    def take_focus(self) -> None:
        """Puts the keyboard on the list; on the way to a first session when there is none."""
        if self._pages.currentIndex() == 0:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._results.currentIndex() == 0:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._nothing.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list.setFixedWidth(min(_LIST_WIDTH, round(self.width() * _LIST_SHARE)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self.take_focus()

    def _connect(self) -> None:
        self._filters.changed.connect(self._on_filter)
        self._filters.add_requested.connect(self.add_requested)
        self._filters.goals_requested.connect(self.goals_requested)
        self._filters.left_downwards.connect(self.take_focus)
        self._list.current_changed.connect(self._on_current)
        self._list.left_upwards.connect(self._filters.take_focus)
        for asking in (self._list, self._detail):
            asking.edit_requested.connect(self._on_edit)
            asking.delete_requested.connect(self._on_delete)
        self._nothing.show_reason(_("No session matches."), ((_("Clear all filters"), self._filters.clear),))
        for keys, act in (
            ("/", self._filters.take_focus),
            (QKeySequence.StandardKey.Find, self._filters.take_focus),
            (QKeySequence.StandardKey.New, self.add_requested.emit),
            (QKeySequence.StandardKey.Undo, self.undo_requested.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _on_filter(self) -> None:
        self.refresh()
        self._tell.start()

    def _on_current(self) -> None:
        record = self.current_session()
        if record is not None:
            self._detail.show_session(record)

    def _on_edit(self) -> None:
        self.edit_requested.emit(self.current_session())

    def _on_delete(self) -> None:
        self.delete_requested.emit(self.current_session())

    def _announce(self) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._count.text()))

    def _filled(self) -> QWidget:
        page = QWidget()
        results = QWidget()
        across = QHBoxLayout(results)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE)
        across.addWidget(self._list)
        across.addWidget(self._detail, 1)
        self._results.addWidget(results)
        self._results.addWidget(self._nothing)
        head = QVBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._filters)
        head.addWidget(self._count)
        down = QVBoxLayout()
        down.setContentsMargins(0, SPACE, 0, 0)
        down.setSpacing(SPACE)
        down.addLayout(with_room(head, 0, 3 * SPACE))
        down.addWidget(self._results, 1)
        page.setLayout(with_room(down, 3 * SPACE, 0))
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
            _("Each with what was planned beside what you did on each side, and how it felt."),
            TypeRole.BODY_LARGE,
            "muted",
        )
        for text in (title, words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            down.addWidget(text)
        self._first = push_button(_("Add one that you did without Hipback"), "secondary")
        self._first.clicked.connect(self.add_requested)
        down.addWidget(self._first, 0, Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(3)
        return page
