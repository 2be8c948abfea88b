"""GNOME's own reminder to move, as something that can be switched off while the program goes on."""

from __future__ import annotations

import contextlib
from _thread import start_new_thread
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hipback_desktop.core.errors import UserError


def _switch_off() -> None:
    """Few have such a reminder, and who has both asks for this once."""
    from hipback_desktop.breaks.gnome_movement import switch_off_movement

    switch_off_movement()


class GnomeReminder(QObject):
    """Never keeps the event loop waiting; ``told`` brings what went wrong, or nothing, once for each ``switch_off``."""

    told = Signal(str)

    def __init__(self, parent: QObject | None = None, *, switch_off: Callable[[], object] = _switch_off) -> None:
        super().__init__(parent)
        self._switch_off = switch_off
        self._bell = _Bell(QCoreApplication.instance())
        self._bell.rung.connect(self.told)

    def switch_off(self) -> None:
        """Begins to; what comes of it is told later, never from within this call."""
        start_new_thread(_run, (self._switch_off, self._bell))


class _Bell(QObject):
    """Wakes the event loop from another thread; the application's, so that it ends with that and in no thread."""

    rung = Signal(str)


def _run(switch_off: Callable[[], object], bell: _Bell) -> None:
    trouble = ""
    try:
        switch_off()
    except UserError as error:
        trouble = str(error)
    with contextlib.suppress(RuntimeError):  # the program ended meanwhile, and Qt with it
        bell.rung.emit(trouble)
