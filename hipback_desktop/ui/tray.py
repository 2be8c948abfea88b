"""The icon in the tray: how the reminder stands at a glance, and what can be asked of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction, QIcon, QPixmap, QPixmapCache
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from hipback_desktop.core.break_views import TrayMark, TrayView, pause_choices
from hipback_desktop.core.break_words import reason_text, said_text
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.presence import Mode
from hipback_desktop.core.prompt import Wait

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from hipback_desktop.core.break_views import BreakPromptView

ICON_PIXELS: Final = (16, 18, 20, 22, 24, 28, 32, 36, 44, 48, 64)
"""The sizes trays ask for, on plain and on fine screens: each drawn for itself, none scaled."""


_SAID: Final = (Mode.STANDING, Mode.CALL, Mode.READING)

_RETRY_MS: Final = (2000, 4000, 8000, 16_000, 32_000, 64_000)
"""When to look for a tray again that was not there: at login it may come after us."""
_OFFER_MS: Final = 60_000


class Tray(QObject):
    """Shown from ``show`` on, where there is a tray; one that comes later is found soon after, or when it is asked for.

    Trays across D-Bus are woken by every change, so what changes by the minute in the menu is written when it opens. An
    icon that was made before such a tray came is never seen there, as Qt decides once between it and that of X11: it is
    made anew. From then on Qt follows a tray that ends and comes back.
    """

    open_chosen = Signal()
    offer_chosen = Signal()
    start_chosen = Signal()
    pause_chosen = Signal(int)
    resume_chosen = Signal()
    said_chosen = Signal(object)
    still_sat_chosen = Signal()
    was_away_chosen = Signal()
    what_works_chosen = Signal()
    quit_chosen = Signal()

    def __init__(
        self, asset: Callable[[str], Path], now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._asset = asset
        self._now = now
        self._view = TrayView(TrayMark.OFF, reason_text(Wait.SWITCHED_OFF), "")
        self._mark: TrayMark | None = None
        self._menu = QMenu()
        self._icon: QSystemTrayIcon | None = None
        self._is_placed = False
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self._look_again)
        self._waits: list[int] = []
        # to be chosen as well: what cannot be is grey, and passed over by the arrow keys
        self._state, self._next = (self._entry("", self.what_works_chosen) for _line in range(2))
        self._menu.addSeparator()
        self._still_sat = self._entry("", self.still_sat_chosen)
        self._entry(_("Start a break now"), self.start_chosen)
        self._says = {mode: self._saying(mode) for mode in _SAID}
        self._was_away = self._entry(_("I was away"), self.was_away_chosen)
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
        self._write_menu()

    @property
    def is_there(self) -> bool:
        """Whether this desktop has a tray now, with the icon in it."""
        if self._icon is not None and not self._is_placed and QSystemTrayIcon.isSystemTrayAvailable():
            self._place()
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """From now on; again, it does nothing."""
        if self._icon is None:
            self._waits = list(_RETRY_MS)
            self._place()
            self._look_again()

    def hide(self) -> None:
        """Takes it away."""
        self._retry.stop()
        self._take_away()
        self._is_placed = False

    def offer(self, view: BreakPromptView) -> bool:
        """Says beside the icon that a break waits, where that can be done; a click on it is ``offer_chosen``."""
        if self._icon is None or not self._is_placed or not QSystemTrayIcon.supportsMessages():
            return False
        self._icon.showMessage(view.headline, f"{view.sentence}\n{view.content_text}", self._icon.icon(), _OFFER_MS)
        return True

    def menu(self) -> QMenu:
        """What a click of the right button opens."""
        return self._menu

    def show_state(self, view: TrayView) -> None:
        """Where the reminder is; only what differs is told to the desktop."""
        before, self._view = self._view, view
        if self._icon is not None:
            self._write_icon(self._icon)
        if _chosen(view) != _chosen(before):
            self._write_menu()

    def _place(self) -> None:
        """A new icon, in the tray if there is one."""
        self._take_away()
        self._is_placed = QSystemTrayIcon.isSystemTrayAvailable()
        self._icon = icon = QSystemTrayIcon(self)
        self._mark = None
        self._write_icon(icon)
        icon.setContextMenu(self._menu)
        icon.activated.connect(self._on_activated)
        icon.messageClicked.connect(self.offer_chosen)
        icon.show()

    def _take_away(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _look_again(self) -> None:
        if not self._is_placed and QSystemTrayIcon.isSystemTrayAvailable():
            self._place()
        if not self._is_placed and self._waits:
            self._retry.start(self._waits.pop(0))

    def _write_icon(self, icon: QSystemTrayIcon) -> None:
        """Only what differs."""
        if self._view.mark is not self._mark:
            self._mark = self._view.mark
            icon.setIcon(self._picture(self._view.mark))
            QPixmapCache.clear()  # else Qt wakes up every ten seconds to empty it by quarters
        tip = _("Hipback: {state}").format(state=self._view.summary)
        if tip != icon.toolTip():
            icon.setToolTip(tip)

    def _write_menu(self) -> None:
        view = self._view
        self._state.setText(view.state_text)
        self._next.setText(view.next_text)
        self._next.setVisible(bool(view.next_text))
        self._still_sat.setText(view.away_text)
        self._still_sat.setVisible(bool(view.away_text))
        self._was_away.setVisible(view.is_on and view.is_blind)
        for mode, entry in self._says.items():
            entry.setChecked(mode is view.said)
            entry.setVisible(view.is_on)
        self._pauses.menuAction().setVisible(view.is_on and not view.is_paused)
        self._resume.setVisible(view.is_paused)

    def _entry(self, text: str, chosen: SignalInstance) -> QAction:
        entry = self._menu.addAction(text)
        entry.triggered.connect(lambda: chosen.emit())  # noqa: PLW0108 - without what the action tells
        return entry

    def _saying(self, mode: Mode) -> QAction:
        """Chosen again, it is taken back."""
        entry = self._menu.addAction(said_text(mode))
        entry.setCheckable(True)
        entry.triggered.connect(lambda says: self.said_chosen.emit(mode if says else None))
        return entry

    def _on_pause(self, action: QAction) -> None:
        """The lengths are those of this moment, in the order of the menu."""
        self.pause_chosen.emit(pause_choices(self._now())[self._pauses.actions().index(action)].seconds)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        opens_menu = sys.platform == "darwin"  # with every button
        if reason is QSystemTrayIcon.ActivationReason.Trigger and not opens_menu:
            self.open_chosen.emit()

    def _picture(self, mark: TrayMark) -> QIcon:
        """Drawn beforehand, side by side: what reads SVG is two megabytes more than all else that waits in the tray."""
        strip, picture, left = QPixmap(str(self._asset(f"icons/tray_{mark}.png"))), QIcon(), 0
        for pixels in ICON_PIXELS:
            picture.addPixmap(strip.copy(left, 0, pixels, pixels))
            left += pixels
        return picture


def _chosen(view: TrayView) -> tuple[object, ...]:
    """What changes the entries of the menu, and not only a line to read."""
    return view.mark, view.said, view.away_text, view.is_blind
