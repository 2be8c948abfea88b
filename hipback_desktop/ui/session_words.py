"""A moment of a session in words and numbers, as the session page and the room view show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from math import ceil
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Mode, Phase, Sides
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.playback import Status
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.core.wording import amount_text, clock_text, kind_name, set_text, title
from hipback_desktop.ui.clock_words import time_of_day

if TYPE_CHECKING:
    from hipback_desktop.core.view import SessionView

_ALMOST = 1e-6
"""Taken off before rounding up, so that a float a hair above 30 does not read 31."""
_MINUTE = 60


class Look(Enum):
    """How the countdown is drawn: strong for work, thin and dashed for lead-ins, pale while the clock stands."""

    WORK = auto()
    LEAD_IN = auto()
    HELD = auto()


@dataclass(frozen=True, slots=True)
class Face:
    """What a countdown shows; the arc is what is ``fills`` filled so far, else what is left.

    ``brief`` says the same as the label, and of how many, where there is room for a word or two. ``pace`` is how much
    of the arc comes or goes in a second; 0 where it stands, or goes by steps.
    """

    look: Look
    phase: Phase
    fraction: float
    fills: bool
    label: str
    digits: str
    below: str
    brief: str = ""
    pace: float = 0.0


class MomentWords:
    """The words of one moment after the other, looked up only when they can have changed.

    gettext searches for its catalogue in several folders at every call, which is too much several times a second.
    """

    def __init__(self) -> None:
        self._face_key: tuple[object, ...] = ()
        self._label = ""
        self._below = ""
        self._brief = ""
        self._time_key: tuple[object, ...] = ()
        self._time_left = ""

    def face_of(self, view: SessionView, *, steady: bool = False) -> Face:
        """The countdown of a moment; ``steady`` moves the arc by whole seconds only."""
        key = (view.segment, view.status, view.lead_in_seconds > 0)
        if key != self._face_key:
            self._face_key, self._label, self._below, self._brief = key, _label(view), _below(view), _brief(view)
        counts_reps = view.is_work and view.segment.reps is not None
        fraction = _done_fraction(view, steady=steady)
        return Face(
            look=_look(view),
            phase=view.phase,
            fraction=fraction if counts_reps else 1 - fraction,
            fills=counts_reps,
            label=self._label,
            digits=_digits(view),
            below=self._below,
            brief=self._brief,
            pace=0.0 if steady else _pace(view),
        )

    def time_left(self, view: SessionView) -> str:
        """“12:34 left, ends at 18:42”."""
        left = view.timeline.seconds - view.position_seconds - _ALMOST
        key = (ceil(left), view.status, view.ends_at.hour, view.ends_at.minute)
        if key != self._time_key:
            self._time_key, self._time_left = key, _time_left_words(view, left)
        return self._time_left


def side_words(view: SessionView) -> str:
    """What stands beside the side: the set and the amount."""
    parts = (set_text(view.segment), amount_text(view.segment.work_seconds, view.segment.reps))
    words = ", ".join(part for part in parts if part)
    return _("{words}, sides in turn").format(words=words) if view.exercise.sides is Sides.ALTERNATING else words


def next_words(view: SessionView) -> str:
    """“Next: Lying figure-four, right side, 30 seconds”."""
    if view.upcoming is None or view.upcoming_exercise is None:
        return _("Next: the end of the session")
    return _("Next: {title}, {amount}").format(
        title=title(view.upcoming_exercise, view.upcoming.side),
        amount=amount_text(view.upcoming.work_seconds, view.upcoming.reps),
    )


def next_title(view: SessionView) -> str:
    """The same without the amount, where there is little room."""
    if view.upcoming is None or view.upcoming_exercise is None:
        return _("Next: the end")
    return _("Next: {title}").format(title=title(view.upcoming_exercise, view.upcoming.side))


def milestone(view: SessionView) -> str:
    """What a screen reader is told when something begins: never the seconds."""
    if view.status is Status.PAUSED:
        return _("Paused")
    words = _("{title}, {amount}").format(title=title(view.exercise, view.segment.side), amount=side_words(view))
    return words if view.is_work else _("{kind}: {words}").format(kind=kind_name(view.segment.kind), words=words)


def counts_freely(view: SessionView) -> bool:
    """Whether the person says when the set under way is done."""
    return view.status is Status.RUNNING and view.is_work and view.segment.is_open and view.lead_in_seconds <= 0


def _time_left_words(view: SessionView, seconds: float) -> str:
    if view.status is Status.PAUSED:
        return _("{left} left, paused").format(left=clock_text(seconds))
    return _("{left} left, ends at {time}").format(left=clock_text(seconds), time=time_of_day(view.ends_at))


def _look(view: SessionView) -> Look:
    if view.status is not Status.RUNNING:
        return Look.HELD
    return Look.WORK if view.is_work and view.lead_in_seconds <= 0 else Look.LEAD_IN


def _done_fraction(view: SessionView, *, steady: bool) -> float:
    if view.segment.seconds <= 0:
        return 1.0
    elapsed = float(int(view.elapsed_seconds + _ALMOST)) if steady else view.elapsed_seconds
    return min(1.0, elapsed / view.segment.seconds)


def _pace(view: SessionView) -> float:
    goes_on = view.status is Status.RUNNING and view.lead_in_seconds <= 0 and view.segment.seconds > 0
    return 1 / view.segment.seconds if goes_on else 0.0


def _label(view: SessionView) -> str:
    if view.status is Status.PAUSED:
        return _("Paused")
    if view.lead_in_seconds > 0:
        return _("Go on in")
    if not view.is_work:
        return kind_name(view.segment.kind)
    if view.segment.is_open:
        return _("At your own pace")
    if view.phase is Phase.CALM:
        return _("Breathe")
    names = {Mode.HOLD: _("Hold"), Mode.REPS: _("Reps"), Mode.TIMED: _("Keep moving"), Mode.ROLL: _("Roll slowly")}
    return names[view.exercise.mode]


def _brief(view: SessionView) -> str:
    if view.status is Status.PAUSED:
        return _("Paused")
    if view.lead_in_seconds > 0:
        return _("Go on in")
    if not view.is_work:
        kinds = {SegmentKind.GET_READY: _("Ready"), SegmentKind.SIDE_SWITCH: _("Switch")}
        return kinds.get(view.segment.kind) or kind_name(view.segment.kind)
    if view.segment.is_open:
        return _("Your pace")
    if view.segment.reps is not None:
        return _("of {reps}").format(reps=view.segment.reps)
    names = {Mode.HOLD: _("Hold"), Mode.ROLL: _("Roll")}
    return _("Breathe") if view.phase is Phase.CALM else names.get(view.exercise.mode) or _("Move")


def _digits(view: SessionView) -> str:
    if view.lead_in_seconds > 0:
        return str(ceil(view.lead_in_seconds - _ALMOST))
    if view.is_work and view.segment.reps is not None and not view.segment.is_open:
        return str(min(view.done_reps, view.segment.reps))
    if view.is_work and view.segment.is_open:
        return _counted(int(view.elapsed_seconds + _ALMOST))
    return _counted(ceil(view.remaining_seconds - _ALMOST))


def _counted(whole_seconds: int) -> str:
    return clock_text(whole_seconds) if whole_seconds >= _MINUTE else str(whole_seconds)


def _below(view: SessionView) -> str:
    if view.status is Status.PAUSED:
        return _("Space to go on")
    if view.lead_in_seconds > 0 or not view.is_work or view.segment.reps is None:
        return ""
    if view.segment.is_open:
        return _("{reps}, Space when done").format(reps=amount_text(0, view.segment.reps))
    return _("of {reps}").format(reps=view.segment.reps)
