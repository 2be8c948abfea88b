"""Where a prompt shows: a window here, a notification if that is wished for and has buttons."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipback_desktop.app.break_surfaces import BreakSurfaces
from hipback_desktop.app.looks import Looks
from hipback_desktop.core.break_views import BreakPromptView
from hipback_desktop.core.prompt import Surface
from hipback_desktop.core.settings import Settings
from hipback_desktop.ui.break_prompt import BreakPrompt
from hipback_desktop.ui.figure_slot import no_figure
from hipback_desktop.ui.theme import CONTRAST
from tests.fakes import FakeClock

VIEW = BreakPromptView("Time to get up", "You have been sitting for 45 minutes.", "Sitting break", "2 min")


class Notifications(QObject):
    """Those of the desktop."""

    start_chosen = Signal()
    walk_chosen = Signal()
    stand_chosen = Signal()
    snooze_chosen = Signal(int)
    skip_chosen = Signal()
    open_chosen = Signal()
    failed = Signal(str)
    made: list[Any] = []  # noqa: RUF012 - emptied by the fixture

    def __init__(self, *_needs: object) -> None:
        super().__init__()
        self.offers_actions: bool | None = None
        self.shown: BreakPromptView | None = None
        self.made.append(self)

    def notify(self, view: BreakPromptView) -> None:
        self.shown = view

    def withdraw(self) -> None:
        self.shown = None

    def close(self) -> None:
        self.shown = None


class Someone(QObject):
    """Who has settings."""

    changed = Signal()
    settings = Settings(theme="contrast")

    def theme_at_start(self) -> str:
        return self.settings.theme


@pytest.fixture
def surfaces(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> BreakSurfaces:
    monkeypatch.setattr("hipback_desktop.desktop.notifications.Notifier", Notifications)
    Notifications.made.clear()
    application = cast(QApplication, QApplication.instance())
    person = Someone(application)
    looks = Looks(application, cast(Any, person), person)
    return BreakSurfaces(FakeClock(), lambda: looks, lambda: no_figure, person)


def windows() -> list[BreakPrompt]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, BreakPrompt) and w.isVisible()]


def test_usually_it_is_a_window(surfaces: BreakSurfaces, qtbot: QtBot) -> None:
    assert surfaces.offer(VIEW, None) is Surface.WINDOW
    [window] = windows()
    assert window._theme is CONTRAST
    with qtbot.waitSignal(surfaces.snooze_chosen) as snoozed:
        window.snooze_chosen.emit(10)
    assert snoozed.args == [10]
    surfaces.withdraw()
    assert windows() == []
    assert Notifications.made == []


def test_an_offer_takes_the_place_of_the_one_before(surfaces: BreakSurfaces) -> None:
    surfaces.offer(VIEW, Surface.WINDOW)
    assert surfaces.offer(VIEW, Surface.FULL_SCREEN) is Surface.FULL_SCREEN
    assert len(windows()) == 1
    surfaces.close()
    assert windows() == []


def test_a_notification_where_that_is_wished(surfaces: BreakSurfaces, qtbot: QtBot) -> None:
    assert surfaces.offer(VIEW, Surface.NOTIFICATION) is Surface.NOTIFICATION
    [notifications] = Notifications.made
    assert notifications.shown is VIEW
    with qtbot.waitSignal(surfaces.start_chosen):
        notifications.start_chosen.emit()
    surfaces.withdraw()
    assert notifications.shown is None
    assert windows() == []


def test_a_notification_that_does_not_show_gives_way_to_the_window(surfaces: BreakSurfaces, qtbot: QtBot) -> None:
    surfaces.offer(VIEW, Surface.NOTIFICATION)
    with qtbot.waitSignal(surfaces.moved_to) as moved:
        Notifications.made[0].failed.emit("no buttons")
    assert moved.args == [Surface.WINDOW]
    assert len(windows()) == 1
    surfaces.withdraw()


def test_a_notification_that_is_opened_becomes_a_window_with_the_keyboard(
    surfaces: BreakSurfaces, qtbot: QtBot
) -> None:
    """Its answers would be out of reach otherwise: it is gone, and the reminder still waits for one."""
    surfaces.offer(VIEW, Surface.NOTIFICATION)
    with qtbot.waitSignal(surfaces.moved_to) as moved:
        Notifications.made[0].open_chosen.emit()
    assert moved.args == [Surface.WINDOW]
    [window] = windows()
    assert not window.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    surfaces.withdraw()


class Wayland:
    """What Qt draws on."""

    @staticmethod
    def platformName() -> str:
        return "wayland"


class TrayWithWords(QObject):
    """An icon that can say something."""

    offered: BreakPromptView | None = None

    def offer(self, view: BreakPromptView) -> bool:
        self.offered = view
        return True


def test_under_wayland_the_icon_says_it_where_notifications_have_no_buttons(
    surfaces: BreakSurfaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window would take the keyboard from what is being typed there."""
    monkeypatch.setattr("hipback_desktop.app.break_surfaces.QGuiApplication", Wayland)
    tray = surfaces._tray = cast(Any, TrayWithWords())
    assert surfaces.offer(VIEW, None) is Surface.NOTIFICATION
    Notifications.made[0].offers_actions = False
    Notifications.made[0].failed.emit("no buttons")
    assert tray.offered is VIEW
    assert windows() == []
    surfaces.withdraw()
    tray.offered = None
    assert surfaces.offer(VIEW, None) is Surface.NOTIFICATION
    assert tray.offered is VIEW
    assert surfaces.take_keyboard()
    assert len(windows()) == 1
    surfaces.withdraw()


def test_notifications_that_cannot_be_reached_leave_nothing_but_the_window(
    surfaces: BreakSurfaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hipback_desktop.app.break_surfaces.QGuiApplication", Wayland)
    tray = surfaces._tray = cast(Any, TrayWithWords())
    surfaces.offer(VIEW, None)
    Notifications.made[0].failed.emit("they have ended")
    assert tray.offered is None
    assert len(windows()) == 1
    surfaces.withdraw()


@pytest.mark.parametrize("wished", [Surface.WINDOW, Surface.NOTIFICATION])
def test_an_offer_can_be_answered_without_a_mouse(surfaces: BreakSurfaces, wished: Surface) -> None:
    assert not surfaces.take_keyboard()
    surfaces.offer(VIEW, wished)
    assert surfaces.take_keyboard()
    [window] = windows()
    assert not window.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    surfaces.withdraw()
    assert not surfaces.take_keyboard()


def test_what_fails_after_it_was_answered_shows_nothing(surfaces: BreakSurfaces) -> None:
    surfaces.offer(VIEW, Surface.NOTIFICATION)
    surfaces.withdraw()
    Notifications.made[0].failed.emit("too late")
    assert windows() == []


def test_the_tray_is_there_only_while_it_is_wanted(surfaces: BreakSurfaces) -> None:
    assert not surfaces.has_tray
    surfaces.show_tray(False)
    surfaces.show_tray(True)
    surfaces.show_tray(True)
    assert surfaces._tray is not None
    surfaces.show_tray(False)
    assert not surfaces.has_tray
