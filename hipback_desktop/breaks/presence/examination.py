"""Asks every probe once and waits, for ``hipback doctor``; the window has its watch."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from hipback_desktop.breaks.presence.reading import Finding, Reading, Unknown, read_safely
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hipback_desktop.breaks.presence.reading import Probe

PATIENCE_SECONDS = 2.0


def examined(probes: Sequence[Probe], patience_seconds: float = PATIENCE_SECONDS) -> tuple[Finding, ...]:
    """What each says, all asked at once, also those that the watch would ask only if others did not know."""
    readings: dict[str, Reading] = {}

    def read(probe: Probe) -> None:
        readings[probe.name] = read_safely(probe)

    threads = [threading.Thread(target=read, args=(probe,), daemon=True) for probe in probes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(patience_seconds)
    late = Unknown(_("It did not answer within two seconds."))
    return tuple(Finding(probe.name, probe.sign, readings.get(probe.name, late)) for probe in probes)
