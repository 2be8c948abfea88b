"""What a probe is, and what it may answer: a value, or that it is unknown and why."""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.presence import Signs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_log = logging.getLogger(__name__)


class Sign(StrEnum):
    """What can be seen of somebody without asking; each value is the field of ``Signs`` that it fills."""

    IDLE = "idle_seconds"
    LOCKED = "is_locked"
    INHIBITED = "is_inhibited"
    CALLED = "is_called"
    UNDISTURBED = "is_undisturbed"
    FULL_SCREEN = "is_full_screen"
    DESKTOP_REMINDS = "desktop_reminds"


IDLE_ONLY = frozenset({Sign.IDLE})
"""The cheap common case."""
ALL_SIGNS = frozenset(Sign)


@dataclass(frozen=True, slots=True)
class Unknown:
    """No value, and why, in a sentence for the person."""

    reason: str


Reading = float | bool | Unknown


@dataclass(frozen=True, slots=True)
class Finding:
    """What a probe said last, and when; None while it was never asked."""

    name: str
    sign: Sign
    reading: Reading | None = None
    read_at: datetime | None = None


class Probe(Protocol):
    """One way to fill one sign; it is asked in a thread of its own, by one asker at a time."""

    @property
    def name(self) -> str:
        """An id such as ``idle_x11``."""
        ...

    @property
    def sign(self) -> Sign: ...

    def read(self) -> Reading:
        """Blocks for two seconds at most."""
        ...


@runtime_checkable
class QuickProbe(Protocol):
    """A probe that may also be asked without a thread, and then answers within a blink, or None."""

    def peek(self) -> Reading | None: ...


def peeked(probe: Probe) -> Reading | None:
    """What the probe answers at once; None when it has to be asked in a thread."""
    if not isinstance(probe, QuickProbe):
        return None
    value = probe.peek()
    return value if value is not None and not isinstance(value, Unknown) and _is_sensible(probe.sign, value) else None


def read_safely(probe: Probe) -> Reading:
    """What the probe answers; a probe that raises or talks nonsense leaves its sign unknown."""
    try:
        value = probe.read()
    except Exception as error:  # noqa: BLE001 - whatever goes wrong with one must not keep the others from being asked
        _log.info("the probe %s failed", probe.name, exc_info=True)
        return Unknown(_("Asking failed: {reason}.").format(reason=str(error) or type(error).__name__))
    return (
        value
        if isinstance(value, Unknown) or _is_sensible(probe.sign, value)
        else Unknown(_("The answer made no sense."))
    )


def is_settled(sign: Sign, readings: Iterable[Reading]) -> bool:
    """Whether what was read so far answers for the sign: one idle time is enough, and so is one yes.

    A no is not: the screen saver of one desktop does not know whether that of another is on.
    """
    return any(reading is True or (sign is Sign.IDLE and not isinstance(reading, Unknown)) for reading in readings)


def signs_of(readings: Iterable[tuple[Sign, Reading]]) -> Signs:
    """The signs that these tell, in the order in which they were read."""
    known: dict[str, float | bool] = {}
    for sign, reading in readings:
        if not isinstance(reading, Unknown) and not (sign in known and is_settled(sign, [known[sign]])):
            known[sign] = reading
    return Signs(**known)  # type: ignore[arg-type]  # each is checked against its sign where it is read


def _is_sensible(sign: Sign, value: object) -> bool:
    if sign is not Sign.IDLE:
        return isinstance(value, bool)
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value) and value >= 0
