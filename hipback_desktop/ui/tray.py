"""The icon in the tray: how the reminder stands at a glance, and what can be asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from hipback_desktop.core.break_views import TrayMark, TrayView, pause_choices
from hipback_desktop.core.break_words import reason_text
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.prompt import Wait
from hipback_desktop.ui.icons import icon_pixmap

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

_PIXELS: Final = (16, 18, 20, 22, 24, 28, 32, 36, 44, 48, 64)
"""The sizes trays ask for, on plain and on fine screens: each drawn for itself, none scaled."""


class Tray(QObject):
    """Shown from ``show`` on, where there is a tray and as soon as there is one.

    Trays across D-Bus are woken by every change, so what changes by the minute in the menu is written when it opens.
    """

    open_chosen = Signal()
    start_chosen = Signal()
    pause_chosen = Signal(int)
    resume_chosen = Signal()
    stand_chosen = Signal(bool)
    what_works_chosen = Signal()
    quit_chosen = Signal()

    def __init__(
        self, asset: Callable[[str], Path], now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._asset = asset
        self._now = now
        self._view = TrayView(TrayMark.OFF, reason_text(Wait.SWITCHED_OFF), "", stands=False)
        self._mark: TrayMark | None = None
        self._menu = QMenu()
        self._icon = QSystemTrayIcon(self)
        self._state, self._next = (self._line() for _line in range(2))
        self._menu.addSeparator()
        self._entry(_("Start a break now"), self.start_chosen)
        self._stand = self._menu.addAction(_("I’m standing"))
        self._stand.setCheckable(True)
        self._stand.triggered.connect(self.stand_chosen)
        self._pauses = self._menu.addMenu(_("Pause the reminder"))
        self._resume = self._entry(_("Resume the reminder"), self.resume_chosen)
        self._menu.addSeparator()
        self._entry(_("Open Hipback"), self.open_chosen)
        self._entry(_("What works here"), self.what_works_chosen)
        self._entry(_("Quit Hipback"), self.quit_chosen)
        for choice in pause_choices(now()):
            self._pauses.addAction(choice.text)
        self._pauses.triggered.connect(self._on_pause)
        self._menu.aboutToShow.connect(self._write_menu)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self.show_state(self._view)
        self._write_menu()

    @property
    def is_there(self) -> bool:
        """Whether this desktop has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        self._icon.show()

    def hide(self) -> None:
        self._icon.hide()

    def menu(self) -> QMenu:
        """What a click of the right button opens."""
        return self._menu

    def show_state(self, view: TrayView) -> None:
        """Where the reminder is; only what differs is told to the desktop."""
        before, self._view = self._view, view
        if view.mark is not self._mark:
            self._mark = view.mark
            self._icon.setIcon(self._icon_of(view.mark))
        tip = _("Hipback: {state}").format(state=view.summary)
        if tip != self._icon.toolTip():
            self._icon.setToolTip(tip)
        if (view.mark, view.stands) != (before.mark, before.stands):
            self._write_menu()

    def _write_menu(self) -> None:
        view = self._view
        self._state.setText(view.state_text)
        self._next.setText(view.next_text)
        self._next.setVisible(bool(view.next_text))
        self._stand.setChecked(view.stands)
        self._stand.setVisible(view.is_on)
        self._pauses.menuAction().setVisible(view.is_on and not view.is_paused)
        self._resume.setVisible(view.is_paused)

    def _line(self) -> QAction:
        """A line to read only."""
        line = self._menu.addAction("")
        line.setEnabled(False)
        return line

    def _entry(self, text: str, chosen: SignalInstance) -> QAction:
        entry = self._menu.addAction(text)
        entry.triggered.connect(lambda: chosen.emit())  # noqa: PLW0108 - without what the action tells
        return entry

    def _on_pause(self, action: QAction) -> None:
        """The lengths are those of this moment, in the order of the menu."""
        self.pause_chosen.emit(pause_choices(self._now())[self._pauses.actions().index(action)].seconds)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_chosen.emit()

    def _icon_of(self, mark: TrayMark) -> QIcon:
        icon = QIcon()
        for pixels in _PIXELS:
            icon.addPixmap(icon_pixmap(f"tray_{mark}", "", self._asset, pixels))
        return icon
