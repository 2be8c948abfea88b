"""A session in the words that desktops have for something that plays: a segment is a track, the routine its album."""

from __future__ import annotations

from typing import Final

from hipback_desktop.core import wording
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.playback import Status
from hipback_desktop.core.view import SessionView

_MICROSECONDS: Final = 1_000_000

Metadata = dict[str, tuple[str, object]]


def status_name(view: SessionView | None) -> str:
    """Whether it plays."""
    names = {Status.RUNNING: "Playing", Status.PAUSED: "Paused"}
    return names.get(view.status, "Stopped") if view is not None else "Stopped"


def position(view: SessionView | None) -> int:
    """How far the segment is, in microseconds; with its length it makes the countdown."""
    return round(view.elapsed_seconds * _MICROSECONDS) if view is not None else 0


def metadata(view: SessionView | None) -> Metadata:
    """What plays; what waits for the person, as a set at their own pace does, has no length."""
    if view is None:
        return {}
    segment = view.segment
    title = wording.title(view.exercise, segment.side)
    if not view.is_work:
        title = _("{kind}: {words}").format(kind=wording.kind_name(segment.kind), words=title)
    told: Metadata = {
        "mpris:trackid": ("o", f"/hipback/segment/{segment.index}"),
        "xesam:title": ("s", _plain(title)),
        "xesam:album": ("s", _plain(view.timeline.name)),
        "xesam:artist": ("as", [_("Hipback")]),
    }
    if not segment.is_open:
        told["mpris:length"] = ("x", round(segment.seconds * _MICROSECONDS))
    return told


def _plain(text: str) -> str:
    """D-Bus ends the connection of who sends it what is no Unicode, or an end in the middle."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
