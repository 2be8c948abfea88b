"""Where the reminder is seen: the tray, the prompt window, the notification; each made when it is first needed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from hipback_desktop import paths
from hipback_desktop.core.prompt import Surface
from hipback_desktop.desktop.surface import surface_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.looks import Looks
    from hipback_desktop.clock import Clock
    from hipback_desktop.core.break_views import BreakPromptView, TrayView
    from hipback_desktop.desktop.notifications import Notifier
    from hipback_desktop.ui.break_prompt import BreakPrompt
    from hipback_desktop.ui.figure_slot import FigurePainter
    from hipback_desktop.ui.theme import Theme
    from hipback_desktop.ui.tray import Tray

_log = logging.getLogger(__name__)


class BreakSurfaces(QObject):
    """The answers of all of them; ``moved_to`` tells that a prompt shows elsewhere than ``offer`` said."""

    start_chosen = Signal()
    walk_chosen = Signal()
    stand_chosen = Signal()
    snooze_chosen = Signal(int)
    skip_chosen = Signal()
    open_chosen = Signal()
    pause_chosen = Signal(int)
    resume_chosen = Signal()
    said_chosen = Signal(object)
    still_sat_chosen = Signal()
    was_away_chosen = Signal()
    what_works_chosen = Signal()
    quit_chosen = Signal()
    moved_to = Signal(object)

    def __init__(
        self,
        clock: Clock,
        looks: Callable[[], Looks],
        figure: Callable[[], FigurePainter],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._looks = looks
        self._figure = figure
        self._tray: Tray | None = None
        self._window: BreakPrompt | None = None
        self._notifier: Notifier | None = None
        self._offered: BreakPromptView | None = None

    @property
    def has_tray(self) -> bool:
        """Whether the program can be reached without a window."""
        return self._tray is not None and self._tray.is_there

    def show_tray(self, is_wanted: bool) -> None:
        """The icon comes or goes."""
        if is_wanted and self._tray is None:
            self._tray = self._new_tray()
        if self._tray is not None:
            (self._tray.show if is_wanted else self._tray.hide)()
            if not is_wanted:
                self._tray.deleteLater()
                self._tray = None

    def show_state(self, view: TrayView) -> None:
        """Where the reminder is."""
        if self._tray is not None:
            self._tray.show_state(view)

    def offer(self, view: BreakPromptView, wished: Surface | None) -> Surface:
        """Shows an offer, in the place of the one before; where it shows."""
        buttons = self._notifier.offers_actions if self._notifier is not None else None
        surface = surface_for(wished, QGuiApplication.platformName(), buttons)
        if surface is Surface.NOTIFICATION:
            self._offered = view
            self._notifier = self._notifier or self._new_notifier()
            self._notifier.notify(view)
        elif wished is None and self._offers_beside_icon(view):
            return Surface.NOTIFICATION
        else:
            self._show_window(view, fills_screen=surface is Surface.FULL_SCREEN)
        return surface

    def take_keyboard(self) -> bool:
        """Gives the keys to the offer that shows, for who cannot or will not reach for the mouse; whether one does."""
        if self._window is None:
            self._move_to_window()
        if self._window is None:
            return False
        self._window.take_keyboard()
        return True

    @property
    def has_keyboard(self) -> bool:
        """Whether an offer has the keys."""
        return self._window is not None and self._window.isActiveWindow()

    def withdraw(self) -> None:
        """Takes the offer away, wherever it shows."""
        self._offered = None
        window, self._window = self._window, None
        if window is not None:
            window.withdraw()
            window.deleteLater()
        if self._notifier is not None:
            self._notifier.withdraw()

    def close(self) -> None:
        """Nothing is shown any more."""
        self.withdraw()
        self.show_tray(False)
        if self._notifier is not None:
            self._notifier.close()

    def _on_failed(self, reason: str) -> None:
        """A notification that does not show, or has no buttons, gives way to the icon’s words, else to the window."""
        if self._offered is not None and self._offers_beside_icon(self._offered):
            return
        _log.info("the window prompts instead: %s", reason)
        self._move_to_window()

    def _offers_beside_icon(self, view: BreakPromptView) -> bool:
        """Under Wayland a window would take the keyboard; who shows notifications without buttons, shows the icon’s."""
        would_disturb = QGuiApplication.platformName().startswith("wayland")
        has_plain_ones = self._notifier is not None and self._notifier.offers_actions is False
        if not (would_disturb and has_plain_ones and self._tray is not None and self._tray.offer(view)):
            return False
        self._offered = view
        return True

    def _on_opened(self) -> None:
        """Who clicks on the notification itself gets the offer with all its answers, and with the keyboard."""
        self.take_keyboard()

    def _move_to_window(self) -> None:
        if self._offered is not None:
            self._show_window(self._offered, fills_screen=False)
            self.moved_to.emit(Surface.WINDOW)

    def _show_window(self, view: BreakPromptView, *, fills_screen: bool) -> None:
        self.withdraw()
        self._looks().dress()
        self._window = self._new_window(self._looks().theme, fills_screen=fills_screen)
        self._window.show_prompt(view)

    def _new_window(self, theme: Theme, *, fills_screen: bool) -> BreakPrompt:
        from hipback_desktop.ui.break_prompt import BreakPrompt

        window = BreakPrompt(theme, paths.asset, self._figure(), fills_screen=fills_screen)
        window.start_chosen.connect(self.start_chosen)
        window.walk_chosen.connect(self.walk_chosen)
        window.stand_chosen.connect(self.stand_chosen)
        window.snooze_chosen.connect(self.snooze_chosen)
        window.skip_chosen.connect(self.skip_chosen)
        self._looks().changed.connect(window.show_theme)
        return window

    def _new_notifier(self) -> Notifier:
        from hipback_desktop.desktop.notifications import Notifier

        notifier = Notifier(self._clock, paths.asset("icons/hipback.svg"), self)
        notifier.failed.connect(self._on_failed)
        notifier.start_chosen.connect(self.start_chosen)
        notifier.walk_chosen.connect(self.walk_chosen)
        notifier.stand_chosen.connect(self.stand_chosen)
        notifier.snooze_chosen.connect(self.snooze_chosen)
        notifier.skip_chosen.connect(self.skip_chosen)
        notifier.open_chosen.connect(self._on_opened)
        return notifier

    def _new_tray(self) -> Tray:
        from hipback_desktop.ui.tray import Tray

        tray = Tray(paths.asset, self._clock.now, self)
        tray.open_chosen.connect(self.open_chosen)
        tray.offer_chosen.connect(self._on_opened)
        tray.start_chosen.connect(self.start_chosen)
        tray.pause_chosen.connect(self.pause_chosen)
        tray.resume_chosen.connect(self.resume_chosen)
        tray.said_chosen.connect(self.said_chosen)
        tray.still_sat_chosen.connect(self.still_sat_chosen)
        tray.was_away_chosen.connect(self.was_away_chosen)
        tray.what_works_chosen.connect(self.what_works_chosen)
        tray.quit_chosen.connect(self.quit_chosen)
        return tray
