"""Asks every probe once and waits, for ``hipback doctor``; the window has its watch."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hipback_desktop.breaks.presence.reading import Finding, Unknown, read_safely
from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.together import PATIENCE_SECONDS, together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hipback_desktop.breaks.presence.reading import Probe


def examined(probes: Sequence[Probe], patience_seconds: float = PATIENCE_SECONDS) -> tuple[Finding, ...]:
    """What each says, all asked at once, also those that the watch would ask only if others did not know."""
    readings = together([partial(read_safely, probe) for probe in probes], patience_seconds)
    late = Unknown(_("It did not answer within two seconds."))
    return tuple(
        Finding(probe.name, probe.sign, late if reading is None else reading)
        for probe, reading in zip(probes, readings, strict=True)
    )
