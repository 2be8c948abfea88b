"""The session among the desktop’s players (MPRIS): for headset buttons, the lock screen, ``playerctl``, a telephone."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.view import SessionView
from hipback_desktop.desktop.bus_link import Body, BusLink
from hipback_desktop.desktop.bus_object import BusObject, Interface, Method, Property
from hipback_desktop.desktop.mpris_words import metadata, position, status_name

ROOT: Final = "org.mpris.MediaPlayer2"
PLAYER: Final = f"{ROOT}.Player"
PATH: Final = "/org/mpris/MediaPlayer2"
NAME: Final = f"{ROOT}.hipback"
_DO_NOT_QUEUE: Final = 4
_OWNED: Final = 1
_log = logging.getLogger(__name__)


class Mpris(QObject):
    """On the bus from the first ``show`` to ``close``; without a bus, or a name on it, nobody notices.

    ``view`` gives the present moment to whoever asks.
    """

    raise_chosen = Signal()
    play_chosen = Signal()
    pause_chosen = Signal()
    toggle_chosen = Signal()
    next_chosen = Signal()
    previous_chosen = Signal()
    stop_chosen = Signal()

    def __init__(self, view: Callable[[], SessionView | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._link: BusLink | None = None
        self._object: BusObject | None = None
        self._shown: tuple[object, ...] | None = None

    def show(self, view: SessionView) -> None:
        """Tells what is not as it was; the first time it appears."""
        shown = view.status, view.segment, view.timeline.name
        if shown == self._shown:
            return
        is_first, self._shown = self._shown is None, shown
        if is_first:
            self._open()
        elif self._object is not None:
            self._object.tell_changed(PLAYER, ("PlaybackStatus", "Metadata"))

    def show_position(self) -> None:
        """It is not where it would be if it had just gone on."""
        if self._object is not None:
            self._object.tell(PLAYER, "Seeked", position(self._view()))

    def close(self) -> None:
        """Gone from the bus, and its name with it."""
        self._shown = self._object = None
        link, self._link = self._link, None
        if link is not None:
            link.close()
            link.deleteLater()

    def _open(self) -> None:
        self._link = link = BusLink(self)
        link.opened.connect(self._on_opened)  # no lambda: its end could be ours, and ours the link's, in its own end
        link.lost.connect(self._on_lost)
        link.open()

    def _on_opened(self) -> None:
        if self._link is not None:
            self._object = BusObject(self._link, PATH, self._interfaces())
            self._ask_for_name(NAME)

    def _ask_for_name(self, name: str) -> None:
        """A second program, with a folder of its own, has a name of its own as well."""
        from jeepney import message_bus

        def on_answer(answer: Body | None) -> None:
            if answer == (_OWNED,):
                _log.info("media keys reach the session as %s", name)
            elif answer is not None and name == NAME:
                self._ask_for_name(f"{NAME}.instance{os.getpid()}")
            else:
                _log.info("the bus does not give the name %s", name)

        if self._link is not None:
            self._link.send(message_bus.RequestName(name, _DO_NOT_QUEUE), on_answer)

    def _on_lost(self, reason: str) -> None:
        self._object = None
        link, self._link = self._link, None
        if link is not None:
            link.deleteLater()
        _log.info("media keys reach the session only in its window: %s", reason)

    def _interfaces(self) -> tuple[Interface, Interface]:
        root = Interface(
            ROOT,
            {"Raise": Method(then=self.raise_chosen.emit), "Quit": Method()},
            {
                "CanQuit": _always("b", False),
                "CanRaise": _always("b", True),
                "HasTrackList": _always("b", False),
                "Identity": _always("s", _("Hipback")),
                "DesktopEntry": _always("s", os.environ.get("FLATPAK_ID", "hipback")),
                "SupportedUriSchemes": _always("as", []),
                "SupportedMimeTypes": _always("as", []),
            },
        )
        return root, Interface(PLAYER, self._methods(), self._properties(), {"Seeked": "x"})

    def _methods(self) -> dict[str, Method]:
        """What cannot be done, as going to a moment, is taken and left at that: so MPRIS wants it."""
        return {
            "Play": Method(then=self.play_chosen.emit),
            "Pause": Method(then=self.pause_chosen.emit),
            "PlayPause": Method(then=self.toggle_chosen.emit),
            "Next": Method(then=self.next_chosen.emit),
            "Previous": Method(then=self.previous_chosen.emit),
            "Stop": Method(then=self.stop_chosen.emit),
            "Seek": Method("x"),
            "SetPosition": Method("ox"),
            "OpenUri": Method("s"),
        }

    def _properties(self) -> dict[str, Property]:
        able = ("CanControl", "CanPlay", "CanPause", "CanGoNext", "CanGoPrevious")
        return {
            "PlaybackStatus": Property("s", lambda: status_name(self._view())),
            "Metadata": Property("a{sv}", lambda: metadata(self._view())),
            "Position": Property("x", lambda: position(self._view())),
            "Rate": _always("d", 1.0),
            "MinimumRate": _always("d", 1.0),
            "MaximumRate": _always("d", 1.0),
            "Volume": _always("d", 1.0),
            **{name: _always("b", True) for name in able},
            "CanSeek": _always("b", False),
        }


def _always(signature: str, value: Any) -> Property:
    return Property(signature, lambda: value)
