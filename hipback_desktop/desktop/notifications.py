"""A prompt for a break as a notification with buttons, over org.freedesktop.Notifications."""

from __future__ import annotations

import html
import os
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipback_desktop.clock import Clock
from hipback_desktop.core.break_rules import DEAD_SECONDS
from hipback_desktop.core.break_views import BreakPromptView
from hipback_desktop.core.break_words import answer_text, snooze_text
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.prompt import Answer
from hipback_desktop.desktop.bus_link import Answer as BusAnswer
from hipback_desktop.desktop.bus_link import Body, BusLink

ANSWER_WITHIN_MS: Final = 2000
_NAME: Final = "org.freedesktop.Notifications"
_BUS: Final = "org.freedesktop.DBus"
_PATH: Final = "/org/freedesktop/Notifications"
_OPEN: Final = "default"
_SNOOZE: Final = "snooze:"
_NORMAL_URGENCY: Final = 1
_NEVER: Final = 0
_DISMISSED: Final = 2
"""The reason with which a server tells that the person closed a notification."""


class Notifier(QObject):
    """Shows one prompt at a time; ``failed`` tells that it does not show, and why, for the window to take its place.

    A click on the notification itself is ``open_chosen``, closing it is “not now”.
    """

    start_chosen = Signal()
    walk_chosen = Signal()
    stand_chosen = Signal()
    snooze_chosen = Signal(int)
    skip_chosen = Signal()
    open_chosen = Signal()
    failed = Signal(str)

    def __init__(self, clock: Clock, icon: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._icon = icon
        self._link: BusLink | None = None
        self._capabilities: frozenset[str] | None = None
        self._view: BreakPromptView | None = None
        self._id: int | None = None
        self._calls = 0
        self._shown_at = 0.0
        self._may_show_again = False
        self._patience = QTimer(self, singleShot=True, interval=ANSWER_WITHIN_MS)
        self._patience.timeout.connect(self._on_no_answer)

    @property
    def offers_actions(self) -> bool | None:
        """Whether notifications have buttons here; None as long as nobody has answered."""
        return None if self._capabilities is None else "actions" in self._capabilities

    def ask(self) -> None:
        """Finds out what the notifications can do, if that is not known."""
        if self._link is None:
            self._link = link = BusLink(self)
            link.opened.connect(self._on_opened)
            link.signalled.connect(self._on_signalled)
            link.lost.connect(self._on_lost)
            link.open()
        elif self._link.is_open and self._capabilities is None:
            self._call("GetCapabilities", self._on_capabilities)

    def notify(self, view: BreakPromptView) -> None:
        """Shows an offer, in the place of the one that shows."""
        self._view = view
        self._may_show_again = True
        self._patience.start()
        if self._capabilities is None:
            self.ask()
        else:
            self._show()

    def withdraw(self) -> None:
        """Takes it away; nothing to do when it does not show."""
        self._view = None
        self._patience.stop()
        shown, self._id = self._id, None
        if shown is not None:
            self._call("CloseNotification", None, "u", (shown,))

    def close(self) -> None:
        """Takes the notification away and leaves the bus."""
        self.withdraw()
        self._capabilities = None
        link, self._link = self._link, None
        if link is not None:
            link.close()
            link.deleteLater()

    def _on_opened(self) -> None:
        for rule in (
            f"sender='{_NAME}',interface='{_NAME}'",
            f"sender='{_BUS}',member='NameOwnerChanged',arg0='{_NAME}'",
        ):
            if self._link is not None:
                self._link.listen(f"type='signal',{rule}")
        self._call("GetCapabilities", self._on_capabilities)

    def _on_capabilities(self, answer: Body | None) -> None:
        if answer is None:
            self._fail(_("This desktop shows no notifications."))
            return
        self._capabilities = frozenset(answer[0])
        self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        if not self.offers_actions:
            self._fail(_("The notifications of this desktop have no buttons."))
            return
        signature, body = "susssasa{sv}i", notification(self._view, self._capabilities or (), self._id or 0, self._icon)
        self._calls += 1
        self._call("Notify", partial(self._on_notified, self._calls), signature, body)

    def _on_notified(self, call: int, answer: Body | None) -> None:
        """One that was taken back before it was answered for, and followed by another, is closed."""
        if call != self._calls:
            if answer is not None and answer[0] != self._id:
                self._call("CloseNotification", None, "u", (answer[0],))
            return
        self._patience.stop()
        if answer is None:
            self._fail(_("This desktop did not show the notification."))
            return
        self._id = answer[0]
        self._shown_at = self._clock.monotonic()
        if self._view is None:  # answered too late
            self.withdraw()

    def _on_signalled(self, member: str, body: Body) -> None:
        if member == "NameOwnerChanged":
            self._on_owner_changed(was_there=bool(body[1]))
        elif self._id is None or body[0] != self._id:
            return
        elif member == "ActivationToken":
            # Under Wayland it lets the window come to the front; Qt takes it from there. Not run so far.
            os.environ["XDG_ACTIVATION_TOKEN"] = body[1]
        elif member == "ActionInvoked":
            self._on_action(body[1])
        elif member == "NotificationClosed":
            self._on_closed(is_dismissed=body[1] == _DISMISSED)

    def _on_action(self, key: str) -> None:
        if self._is_dead():
            return
        self.withdraw()
        self._tell(key)

    def _on_closed(self, *, is_dismissed: bool) -> None:
        """By the person, it is an answer, and one too early none; by the server, it waits for the repeat."""
        self._id = None
        if is_dismissed and self._is_dead() and self._may_show_again:
            self._may_show_again = False
            self._show()
            return
        self._view = None
        if is_dismissed:
            self.skip_chosen.emit()

    def _tell(self, key: str) -> None:
        told = {
            _OPEN: self.open_chosen,
            Answer.START.value: self.start_chosen,
            Answer.WALK.value: self.walk_chosen,
            Answer.STAND.value: self.stand_chosen,
            Answer.SKIP.value: self.skip_chosen,
        }
        if key in told:
            told[key].emit()
        elif key.startswith(_SNOOZE):
            self.snooze_chosen.emit(int(key.removeprefix(_SNOOZE)))

    def _on_owner_changed(self, *, was_there: bool) -> None:
        """Another server may be able to do something else, and knows nothing of what showed."""
        if was_there:
            self._capabilities = None
            self._id = None
            self._fail(_("The notifications of this desktop have ended."))

    def _on_no_answer(self) -> None:
        """What hangs is asked anew, over another connection, the next time."""
        self._fail(_("The notifications of this desktop do not answer."))
        if self._capabilities is None:
            self.close()

    def _on_lost(self, reason: str) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.deleteLater()
        self._capabilities = None
        self._id = None
        self._fail(_("Notifications cannot be reached: {reason}.").format(reason=reason))

    def _fail(self, sentence: str) -> None:
        """Tells it if somebody waits for a notification."""
        self._patience.stop()
        view, self._view = self._view, None
        if view is not None:
            self.failed.emit(sentence)

    def _is_dead(self) -> bool:
        return self._clock.monotonic() - self._shown_at < DEAD_SECONDS

    def _call(self, member: str, answer: BusAnswer | None, signature: str = "", body: Body = ()) -> None:
        if self._link is not None and self._link.is_open:
            self._link.call(_NAME, _PATH, member, signature, body, answer)


def notification(
    view: BreakPromptView, capabilities: frozenset[str] | tuple[str, ...], replaces_id: int, icon: Path
) -> Body:
    """What ``Notify`` takes.

    The urgency is normal, as GNOME shows nothing at a low one, and a high one would break through “do not disturb”. It
    stays (resident) after an answer, so that one given too early takes nothing away, and stays in the list (not
    transient) when the banner goes.
    """
    text = f"{view.sentence}\n{view.content_text}"
    hints = {
        "urgency": ("y", _NORMAL_URGENCY),
        "desktop-entry": ("s", "hipback"),
        "resident": ("b", True),
        "transient": ("b", False),
        "suppress-sound": ("b", view.is_silent),
    }
    body = html.escape(text, quote=False) if "body-markup" in capabilities else text
    return (_("Hipback"), replaces_id, icon.as_uri(), view.headline, body, _actions(view), hints, _NEVER)


def _actions(view: BreakPromptView) -> list[str]:
    """Keys and texts in turn; GNOME shows the first three, so they are those that matter most."""
    answers = [(answer.value, answer_text(answer).replace("&", "")) for answer in Answer]
    snoozes = [(f"{_SNOOZE}{minutes}", snooze_text(minutes)) for minutes in view.snooze_minutes]
    buttons = [*answers[:2], *(snoozes if view.offers_snooze else ()), *answers[2:]]
    return [part for button in ((_OPEN, _("Open")), *buttons) for part in button]
