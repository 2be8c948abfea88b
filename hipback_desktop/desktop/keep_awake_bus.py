"""Keeps the screen on across D-Bus, by the first service of the desktop that takes the wish, or in another way.

Each of them forgets it when the connection closes, which it does with the program, also one that is killed. None is
started for it: a screen saver that does not run turns no screen off.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.bus_link import Body, BusLink
from hipback_desktop.desktop.keep_awake_services import Service

if TYPE_CHECKING:
    from hipback_desktop.desktop.keep_awake import KeepAwake

_log = logging.getLogger(__name__)


class BusKeepAwake(QObject):
    """Has a connection only while it is held; nothing waits for an answer.

    ``otherwise`` is the way where no service is found, nor perhaps a bus.
    """

    def __init__(
        self, services: tuple[Service, ...], parent: QObject | None = None, otherwise: KeepAwake | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._otherwise = otherwise
        self._link: BusLink | None = None
        self._taken: tuple[Service, Body] | None = None

    def hold(self) -> None:
        if self._link is not None:
            return
        self._link = link = BusLink(self)
        link.opened.connect(self._on_opened)  # no lambda: its end could be ours, and ours the link's, in its own end
        link.lost.connect(self._on_lost)
        link.open()

    def release(self) -> None:
        if self._otherwise is not None:
            self._otherwise.release()
        link, self._link = self._link, None
        taken, self._taken = self._taken, None
        if link is None:
            return
        match taken:
            case Service() as service, (int() as cookie,) if service.undo:
                link.call(service.name, service.path, service.undo, "u", (cookie,), interface=service.interface)
        link.close()
        link.deleteLater()

    def _on_opened(self) -> None:
        self._ask(0)

    def _ask(self, number: int) -> None:
        """The services in turn, from this one on."""
        if self._link is None:
            return
        if number == len(self._services):
            _log.info("no service keeps the screen on")
            self._hold_otherwise()
            return
        service = self._services[number]

        def on_answer(answer: Body | None) -> None:
            if answer is None:
                self._ask(number + 1)
            else:
                self._taken = service, answer
                _log.info("the screen is kept on by %s", service.name)

        wish, where = service.wish(_("A guided session is running.")), service.interface
        self._link.call(
            service.name, service.path, "Inhibit", service.signature, wish, on_answer, interface=where, starts=False
        )

    def _on_lost(self, reason: str) -> None:
        link, self._link = self._link, None
        self._taken = None
        if link is not None:
            link.deleteLater()
        _log.info("no service keeps the screen on: %s", reason)
        self._hold_otherwise()

    def _hold_otherwise(self) -> None:
        if self._otherwise is not None:
            self._otherwise.hold()
