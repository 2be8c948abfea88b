"""Where the program meets what it cannot foresee: time, sound, the person. Tests put others in their place."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hipback_desktop.clock import Clock, SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from hipback_desktop.app.break_surfaces import BreakSurfaces
    from hipback_desktop.app.looks import Looks
    from hipback_desktop.breaks.gnome_reminder import GnomeReminder
    from hipback_desktop.breaks.service import Alarm, Presence
    from hipback_desktop.core.view import SessionView
    from hipback_desktop.desktop.autostart import Autostart
    from hipback_desktop.desktop.keep_awake import KeepAwake
    from hipback_desktop.desktop.mpris import Mpris
    from hipback_desktop.paths import Folders
    from hipback_desktop.session.ticker import Ticker
    from hipback_desktop.sound.announcer import Announcer
    from hipback_desktop.ui.figure_slot import FigurePainter


def new_ticker(speed: float, parent: QObject | None) -> Ticker:
    """A timer of the event loop, whose thread is let in soon where the cores are busy."""
    from hipback_desktop.desktop.short_slices import take_short_slices
    from hipback_desktop.session.ticker import Ticker

    take_short_slices()
    return Ticker(SystemClock(), speed, parent)


def new_alarm(parent: QObject) -> Alarm:
    """What wakes the reminder."""
    from hipback_desktop.breaks.alarm import TimerAlarm

    return TimerAlarm(parent)


def new_desktop_reminder(parent: QObject) -> GnomeReminder:
    """The reminder to move that the desktop has of its own."""
    from hipback_desktop.breaks.gnome_reminder import GnomeReminder

    return GnomeReminder(parent)


def new_announcer(folders: Folders, clock: Clock, parent: QObject) -> Announcer:
    """Speech and chimes through the computer's loudspeaker."""
    from hipback_desktop import paths
    from hipback_desktop.sound.announcer import Announcer
    from hipback_desktop.sound.phrase_cache import PhraseCache

    return Announcer(PhraseCache(folders.cues, paths.asset("sounds")), clock, parent)


def new_presence(clock: Clock, parent: QObject) -> Presence:
    """What this desktop tells of the person."""
    from hipback_desktop.breaks.presence.table import probes_of
    from hipback_desktop.breaks.presence.watch import PresenceWatch

    return PresenceWatch(probes_of(sys.platform, os.environ), clock, parent=parent)


def new_autostart(folders: Folders) -> Autostart:
    """What this desktop starts at login."""
    from hipback_desktop import paths
    from hipback_desktop.desktop import autostart

    is_usual = folders == paths.folders()
    return autostart.new_autostart(autostart.launch_words(None if is_usual else folders.data_dir))


def new_keep_awake(parent: QObject) -> KeepAwake:
    """What keeps the screen of this computer on."""
    from hipback_desktop.desktop import keep_awake

    return keep_awake.new_keep_awake(parent)


def new_media_player(view: Callable[[], SessionView | None], parent: QObject) -> Mpris | None:
    """Where desktops have a list of what plays; elsewhere media keys reach the window alone."""
    if sys.platform in ("win32", "darwin"):
        return None
    from hipback_desktop.desktop.mpris import Mpris

    return Mpris(view, parent)


def new_surfaces(
    clock: Clock, looks: Callable[[], Looks], figure: Callable[[], FigurePainter], parent: QObject
) -> BreakSurfaces:
    """The tray, the windows and the notifications of this desktop."""
    from hipback_desktop.app.break_surfaces import BreakSurfaces

    return BreakSurfaces(clock, looks, figure, parent)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Edges:
    """The computer's own, unless something else is handed in."""

    clock: Clock = field(default_factory=SystemClock)
    ticker: Callable[[float, QObject], Ticker] = new_ticker
    announcer: Callable[[Folders, Clock, QObject], Announcer] = new_announcer
    presence: Callable[[Clock, QObject], Presence] = new_presence
    surfaces: Callable[[Clock, Callable[[], Looks], Callable[[], FigurePainter], QObject], BreakSurfaces] = new_surfaces
    autostart: Callable[[Folders], Autostart] = new_autostart
    alarm: Callable[[QObject], Alarm] = new_alarm
    desktop_reminder: Callable[[QObject], GnomeReminder] = new_desktop_reminder
    keep_awake: Callable[[QObject], KeepAwake] = new_keep_awake
    media_player: Callable[[Callable[[], SessionView | None], QObject], Mpris | None] = new_media_player
