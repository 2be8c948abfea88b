"""A desktop on which prompts and the tray are written down instead of shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from hipback_desktop.core.break_views import BreakPromptView, TrayView
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.prompt import Surface


class FakeSurfaces(QObject):
    """``shown`` is the offer in view, ``offers`` are all there were; answers are given by emitting the signals."""

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

    def __init__(self, *, has_tray: bool = True) -> None:
        super().__init__()
        self.desktop_has_tray = has_tray
        self.tray_is_wanted = False
        self.shown: BreakPromptView | None = None
        self.offers: list[BreakPromptView] = []
        self.wished: list[Surface | None] = []
        self.states: list[TrayView] = []
        self.has_keyboard = False

    @property
    def has_tray(self) -> bool:
        return self.tray_is_wanted and self.desktop_has_tray

    def show_tray(self, is_wanted: bool) -> None:
        self.tray_is_wanted = is_wanted

    def show_state(self, view: TrayView) -> None:
        self.states.append(view)

    def offer(self, view: BreakPromptView, wished: Surface | None) -> Surface:
        self.shown = view
        self.offers.append(view)
        self.wished.append(wished)
        return wished or Surface.WINDOW

    def take_keyboard(self) -> bool:
        self.has_keyboard = self.shown is not None
        return self.has_keyboard

    def withdraw(self) -> None:
        self.shown = None

    def close(self) -> None:
        self.withdraw()
        self.tray_is_wanted = False


class FakeAutostart:
    """What the desktop starts at login; ``trouble`` is why it cannot be switched."""

    def __init__(self) -> None:
        self.starts = False
        self.trouble = ""

    def is_on(self) -> bool:
        return self.starts

    def switch(self, on: bool) -> None:
        if self.trouble:
            raise UserError(self.trouble)
        self.starts = on
