"""Builds every long-lived object, connects them, and starts the window."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from hipback_desktop.app.start import Start
    from hipback_desktop.paths import Folders

_ONE_THREAD: Final = "QT_NO_GUI_THREADPOOL"
_OUR_WISH: Final = "hipback"
"""Any value says yes to Qt; this one says that it was not the person's."""
_THEME: Final = "QT_QPA_PLATFORMTHEME"


def run(folders: Folders, start: Start | None, *, waits: bool = False) -> int:
    """Shows the window until it is closed, or ``waits`` in the tray until somebody quits; the exit code."""
    _require_display()
    draw_on_one_thread()
    from hipback_desktop.app.plain_imports import import_plainly

    import_plainly()
    from hipback_desktop.app.program import Program
    from hipback_desktop.app.qt_language import use_language_in_qt
    from hipback_desktop.core.errors import UserError
    from hipback_desktop.core.language import gettext as _
    from hipback_desktop.desktop.instance_lock import InstanceLock

    with _platform_theme():
        application = _new_application(lambda opened: program.follow(opened))  # noqa: PLW0108 - there is none yet
    application.setApplicationName("hipback")
    application.setApplicationDisplayName("Hipback")
    application.setDesktopFileName(os.environ.get("FLATPAK_ID", "hipback"))
    application.setQuitOnLastWindowClosed(False)  # the program says itself when it ends
    use_language_in_qt(application)
    lock = InstanceLock(folders.socket)
    if not lock.is_mine():
        raise UserError(_("Hipback is already starting or does not answer; wait a moment, or close it and try again."))
    try:
        program = Program(application, folders, start)
        (program.wait if waits else program.open)()
        return application.exec()
    finally:
        lock.release()


def _new_application(follow: Callable[[str], None]) -> QApplication:
    """Elsewhere than on macOS links and files are words of a command."""
    from hipback_desktop.ui.style_name import STYLE

    words = ["hipback", "-style", STYLE]  # by QApplication.setStyle it would cost the first frame 7 ms
    if sys.platform == "darwin":
        from hipback_desktop.app.opened import OpeningApplication

        return OpeningApplication(words, follow)
    from PySide6.QtWidgets import QApplication

    return QApplication(words)


def _require_display() -> None:
    """Qt would end the process, with words for programmers."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in displays):
        from hipback_desktop.core.errors import UserError
        from hipback_desktop.core.language import gettext as _

        raise UserError(_("There is no screen to open a window on; start Hipback from within a desktop session."))


@contextmanager
def _platform_theme() -> Iterator[None]:
    """Keeps Qt from loading GTK for nothing: half the memory, and a tenth of a second sooner.

    Under GNOME and Xfce Qt would load its GTK theme. Its “gnome” theme reads the same settings, light and dark
    included, without the toolkit. Programs that are started later choose for themselves.
    """
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").lower()
    loads_gtk = sys.platform.startswith("linux") and any(name in desktop for name in ("gnome", "xfce", "unity", "mate"))
    if not loads_gtk or _THEME in os.environ:
        yield
        return
    os.environ[_THEME] = "gnome"
    try:
        yield
    finally:
        del os.environ[_THEME]


def draw_on_one_thread() -> None:
    """Keeps Qt from handing parts of a shape to other threads: it waits for them, and that costs more than it saves.

    Qt hands over whatever is higher than a hundred rows and see-through or a gradient. Of a figure on its way into a
    position that is a third of the cost of drawing it. Qt asks once, before it draws for the first time.
    """
    os.environ.setdefault(_ONE_THREAD, _OUR_WISH)


def keep_wishes_from_others() -> None:
    """Takes that out of the environment again, which programs that are started inherit; costs the first frame nothing.

    Qt asks when there might be something to hand over, for which the smallest picture is enough.
    """
    if os.environ.get(_ONE_THREAD) == _OUR_WISH:
        from PySide6.QtGui import QImage

        QImage(1, 1, QImage.Format.Format_RGB32).smoothScaled(2, 2)
        del os.environ[_ONE_THREAD]
