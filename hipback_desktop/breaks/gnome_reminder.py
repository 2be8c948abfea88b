"""Switches off the reminder to move that GNOME has of its own; its reminder to rest the eyes is left alone."""

from __future__ import annotations

import contextlib
import re
from _thread import start_new_thread
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hipback_desktop.breaks.presence.command import CommandError, output_of
from hipback_desktop.breaks.presence.desktop_reminds import SETTING
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

_NAME = re.compile(r"'([^']*)'")
_MOVEMENT = "movement"


def switch_off_movement(output: Callable[..., str] = output_of) -> None:
    """Blocks for a moment; raises UserError where GNOME does not let it happen, as from a sandbox."""
    try:
        others = [name for name in _NAME.findall(output("gsettings", "get", *SETTING)) if name != _MOVEMENT]
        output("gsettings", "set", *SETTING, str(others))
    except CommandError as error:
        sentence = _("{reason} Switch the reminder to move off in GNOME’s settings, under Wellbeing; Hipback waits.")
        raise UserError(sentence.format(reason=error)) from error


class GnomeReminder(QObject):
    """Never keeps the event loop waiting; ``told`` brings what went wrong, or nothing, once for each ``switch_off``."""

    told = Signal(str)

    def __init__(
        self, parent: QObject | None = None, *, switch_off: Callable[[], object] = switch_off_movement
    ) -> None:
        super().__init__(parent)
        self._switch_off = switch_off
        self._bell = _Bell()
        self._bell.rung.connect(self.told)

    def switch_off(self) -> None:
        """Begins to; what comes of it is told later, never from within this call."""
        start_new_thread(_run, (self._switch_off, self._bell))


class _Bell(QObject):
    """Wakes the event loop from another thread; it lives for as long as one may ring it."""

    rung = Signal(str)


def _run(switch_off: Callable[[], object], bell: _Bell) -> None:
    trouble = ""
    try:
        switch_off()
    except UserError as error:
        trouble = str(error)
    with contextlib.suppress(RuntimeError):  # the program ended meanwhile, and Qt with it
        bell.rung.emit(trouble)
