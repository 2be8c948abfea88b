"""Starting at login from within a Flatpak: the desktop is asked through its portal, and may ask the person."""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.bus_link import Body, BusLink

ANSWER_WITHIN_MS: Final = 5 * 60 * 1000
"""The desktop may be asking the person meanwhile."""
_NAME: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_BACKGROUND: Final = "org.freedesktop.portal.Background"
_REQUEST: Final = "org.freedesktop.portal.Request"
_GRANTED: Final = 0
_log = logging.getLogger(__name__)


class BackgroundPortal(QObject):
    """One wish at a time; ``refused`` tells that it was not granted, and why, long after ``switch`` perhaps.

    The portal cannot be asked what it granted before, so what was chosen here is taken to be so.
    """

    refused = Signal(str)

    def __init__(self, words: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._wanted = False
        self._link: BusLink | None = None
        self._patience = QTimer(self, singleShot=True, interval=ANSWER_WITHIN_MS)
        self._patience.timeout.connect(lambda: self._end(_("The desktop did not answer.")))

    def is_on(self) -> bool:
        return True

    def switch(self, on: bool) -> None:
        self._leave()
        self._wanted = on
        self._link = link = BusLink(self)
        link.opened.connect(self._on_opened)
        link.signalled.connect(self._on_signalled)
        link.lost.connect(self._on_lost)
        self._patience.start()
        link.open()

    def _on_opened(self) -> None:
        link = self._link
        if link is None:
            return
        link.listen(f"type='signal',sender='{_NAME}',interface='{_REQUEST}',member='Response'")
        options = {
            "reason": ("s", _("Sitting breaks, from the tray")),
            "autostart": ("b", self._wanted),
            "commandline": ("as", list(self._words)),
            "dbus-activatable": ("b", False),
        }
        body = "", options
        link.call(_NAME, _PATH, "RequestBackground", "sa{sv}", body, self._on_requested, interface=_BACKGROUND)

    def _on_requested(self, answer: Body | None) -> None:
        if answer is None:
            self._on_lost(_BACKGROUND)

    def _on_lost(self, reason: str) -> None:
        _log.info("the desktop cannot be asked to start it at login: %s", reason)
        self._end(_("The desktop could not be asked."))

    def _on_signalled(self, member: str, body: Body) -> None:
        """Whatever the rule is, anybody may send us a signal of any kind."""
        match member, body:
            case "Response", (int() as code, dict() as results):
                is_so = code == _GRANTED and results.get("autostart", ("b", False)) == ("b", self._wanted)
                self._end("" if is_so else _("The desktop did not allow it."))

    def _end(self, reason: str) -> None:
        """Nothing more comes; switching off what was never granted is as good as done."""
        self._leave()
        if reason and self._wanted:
            sentence = _("Hipback cannot start with the computer: {reason} Your desktop’s settings may allow it.")
            self.refused.emit(sentence.format(reason=reason))

    def _leave(self) -> None:
        self._patience.stop()
        link, self._link = self._link, None
        if link is not None:
            link.close()
            link.deleteLater()
