"""The line below the library that says what is in today's session, and starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label, show_text
from hipback_desktop.ui.own_session_view import OwnSessionView
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


class OwnSessionBar(QFrame):
    """Hidden while nothing was added."""

    start_requested = Signal()
    change_requested = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = OwnSessionView()
        self.setProperty("kind", "own_session")
        self.setAccessibleName(_("Today’s session"))
        name = label(_("Today’s session"), TypeRole.BODY, wraps=False)
        name.setFont(font_of(TypeRole.BODY, strong=True))
        self._summary = label("", TypeRole.BODY, "muted", wraps=False)
        change = IconButton("settings", _("Change"), "secondary", theme, asset)
        change.setToolTip(_("Ctrl+E"))
        change.clicked.connect(self.change_requested)
        start = IconButton("play", _("Start"), "primary", theme, asset, accessible_name=_("Start today’s session"))
        start.setToolTip(_("Ctrl+Enter"))
        start.clicked.connect(self.start_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, SPACE + SPACE // 2, 3 * SPACE, SPACE + SPACE // 2)
        layout.setSpacing(SPACE + SPACE // 2)
        layout.addWidget(IconLabel("home", "accent", 3 * SPACE, theme, asset))
        layout.addWidget(name)
        layout.addWidget(self._summary, 1)
        layout.addWidget(change)
        layout.addWidget(start)
        self.hide()

    def show_session(self, view: OwnSessionView) -> None:
        """Shows how much is in it, and tells a screen reader when that has changed."""
        has_changed = view != self._view
        self._view = view
        show_text(self._summary, view.summary if view.steps else "")
        self.setVisible(bool(view.steps))
        if has_changed and self.window().isVisible():
            words = view.summary if view.steps else _("nothing in it")
            told = _("Today’s session: {summary}").format(summary=words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))
