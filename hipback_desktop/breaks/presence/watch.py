"""Asks the probes without ever keeping the event loop waiting: a thread an ask, or none for what answers at once."""

from __future__ import annotations

import contextlib
import threading
from _thread import start_new_thread
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from hipback_desktop.breaks.presence.reading import (
    ALL_SIGNS,
    IDLE_ONLY,
    Finding,
    Reading,
    Sign,
    Unknown,
    is_settled,
    peeked,
    read_safely,
    signs_of,
)
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hipback_desktop.breaks.presence.reading import Probe
    from hipback_desktop.clock import Clock

PATIENCE_MS = 2000


class PresenceWatch(QObject):
    """``told`` brings the ``Signs`` once for each ask, after two seconds at the latest; what was not asked is None.

    An ask while another is under way is answered with it if it needs nothing more, and else right after it.
    """

    told = Signal(object)

    def __init__(
        self,
        probes: Sequence[Probe],
        clock: Clock,
        *,
        patience_ms: int = PATIENCE_MS,
        start: Callable[[Callable[[], None], tuple[()]], object] = start_new_thread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._probes = tuple(probes)
        self._clock = clock
        # Not threading.Thread, which waits until the thread has begun: that made three wake-ups more an ask, of six.
        self._start = start
        self._findings = {probe.name: Finding(probe.name, probe.sign) for probe in self._probes}
        self._bell = _Bell(QCoreApplication.instance())
        self._bell.rung.connect(self._on_answered)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self._on_patience_over)
        self._asking: _Asking | None = None
        self._left_behind: list[_Asking] = []
        self._needed_next: frozenset[Sign] = frozenset()
        self._late: set[str] = set()

    def ask(self, needs: frozenset[Sign] = ALL_SIGNS) -> None:
        """Asks the probes for these signs; the answer is told later, never from within this call."""
        if self._asking is not None:
            if not needs <= self._asking.needs:
                self._needed_next |= needs
            return
        self._left_behind = [asking for asking in self._left_behind if asking.stuck_in is not None]
        stuck = {asking.stuck_in for asking in self._left_behind}
        # one that was late before comes last: should it be late again, the others have answered
        order = sorted(self._probes, key=lambda probe: probe.name in self._late)
        wanted = [probe for probe in order if probe.sign in needs and probe.name not in stuck]
        self._asking = _Asking(needs, wanted, self._bell, self._clock)
        if needs == IDLE_ONLY and self._asking.is_answered_at_once():
            QTimer.singleShot(0, self, partial(self._on_answered, self._asking))
            return
        self._patience.start()
        self._start(self._asking.run, ())

    def findings(self) -> tuple[Finding, ...]:
        """What each probe said last, in the order in which they are asked."""
        return tuple(self._findings.values())

    def close(self) -> None:
        """Tells nothing any more, and ends; a probe that hangs is left to itself."""
        self._patience.stop()
        self._asking = None
        self._needed_next = frozenset()
        self.deleteLater()

    def _on_answered(self, asking: object) -> None:
        if asking is self._asking:
            self._end()

    def _on_patience_over(self) -> None:
        asking = self._asking
        assert asking is not None
        late = asking.leave()
        if late is not None:
            self._left_behind.append(asking)
            self._late.add(late)
            self._note(late, Unknown(_("It did not answer within two seconds.")))
        self._end()

    def _end(self) -> None:
        assert self._asking is not None
        self._patience.stop()
        asking, self._asking = self._asking, None
        readings = asking.readings()
        for name, reading in readings.items():
            self._note(name, reading)
            self._late.discard(name)
        signs = {probe.name: probe.sign for probe in self._probes}
        needs, self._needed_next = self._needed_next, frozenset()
        if needs:
            self.ask(needs)
        told = signs_of((signs[name], reading) for name, reading in readings.items())
        if told.idle_seconds is not None:  # it was read before the others, and one of them may have taken its time
            told = replace(told, idle_seconds=told.idle_seconds + self._clock.monotonic() - asking.idle_read_at)
        self.told.emit(told)

    def _note(self, name: str, reading: Reading) -> None:
        self._findings[name] = Finding(name, self._findings[name].sign, reading, self._clock.now())


class _Bell(QObject):
    """Wakes the event loop from another thread.

    It outlives the watch, and stays the application's: of two threads that let go of it, the one that rings it could be
    the last, and would end it while the event loop, taking leave of the watch, still looks at it.
    """

    rung = Signal(object)


class _Asking:
    """One ask: made and ended by the event loop, run by a thread."""

    def __init__(self, needs: frozenset[Sign], probes: Sequence[Probe], bell: _Bell, clock: Clock) -> None:
        self.needs = needs
        self.idle_read_at = clock.monotonic()
        self._clock = clock
        self._probes = probes
        self._bell = bell
        self._lock = threading.Lock()
        self._readings: dict[str, Reading] = {}
        self._stuck_in: str | None = None
        self._is_left = False

    @property
    def stuck_in(self) -> str | None:
        """The probe that is being asked at this moment."""
        with self._lock:
            return self._stuck_in

    def readings(self) -> dict[str, Reading]:
        """What was answered in time."""
        with self._lock:
            return dict(self._readings)

    def is_answered_at_once(self) -> bool:
        """Whether the first probe spares everybody the thread: the common case, once a minute all day long."""
        reading = peeked(self._probes[0]) if self._probes else None
        if reading is None:
            return False
        self._readings[self._probes[0].name] = reading
        return True

    def leave(self) -> str | None:
        """No longer waits for it, and says for whom it had been waiting."""
        with self._lock:
            self._is_left = True
            return self._stuck_in

    def run(self) -> None:
        """Asks one probe after the other, until all are answered or nobody waits any more."""
        by_sign: dict[Sign, list[Reading]] = {sign: [] for sign in Sign}
        for probe in self._probes:
            if is_settled(probe.sign, by_sign[probe.sign]):
                continue
            with self._lock:
                if self._is_left:
                    return
                self._stuck_in = probe.name
            if probe.sign is Sign.IDLE:
                self.idle_read_at = self._clock.monotonic()
            reading = read_safely(probe)
            by_sign[probe.sign].append(reading)
            with self._lock:
                self._stuck_in = None
                if self._is_left:
                    return
                self._readings[probe.name] = reading
        with contextlib.suppress(RuntimeError):  # the program ended meanwhile, and Qt with it
            self._bell.rung.emit(self)
