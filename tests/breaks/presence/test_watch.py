"""The watch tells once for each ask, whatever the probes do (breaks.md §12.6, scenarios 22 and 23)."""

from __future__ import annotations

import threading
from _thread import start_new_thread
from collections.abc import Callable, Iterator
from weakref import finalize

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hipback_desktop.breaks.presence.reading import ALL_SIGNS, IDLE_ONLY, Finding, Sign, Unknown
from hipback_desktop.breaks.presence.watch import PATIENCE_MS, PresenceWatch
from hipback_desktop.core.presence import Signs
from tests.breaks.presence.fake_probe import FakeProbe, HangingProbe, QuickFakeProbe
from tests.builders import NOON
from tests.fakes import FakeClock

NO_PATIENCE_MS = 0  # the event loop stands still until a probe hangs: the others have answered by then


class Workers:
    """The threads that the watch started."""

    def __init__(self) -> None:
        self._started: list[threading.Thread] = []

    def start(self, run: Callable[[], None], arguments: tuple[()]) -> None:
        self._started.append(threading.Thread(target=run, args=arguments, daemon=True))
        self._started[-1].start()

    @property
    def started(self) -> int:
        return len(self._started)

    def wait(self) -> None:
        """Until none is left, without letting the event loop run."""
        for worker in self._started:
            worker.join(30)
            assert not worker.is_alive()


@pytest.fixture
def workers() -> Workers:
    return Workers()


@pytest.fixture
def hanging(workers: Workers) -> Iterator[HangingProbe]:
    probe = HangingProbe("lock", Sign.LOCKED, True)
    yield probe
    probe.let_go.set()
    workers.wait()


def watch_over(
    *probes: FakeProbe, patience_ms: int = PATIENCE_MS, workers: Workers | None = None
) -> tuple[PresenceWatch, list[Signs]]:
    start = start_new_thread if workers is None else workers.start
    watch = PresenceWatch(probes, FakeClock(), patience_ms=patience_ms, start=start)
    told: list[Signs] = []
    watch.told.connect(told.append)
    return watch, told


def ask(watch: PresenceWatch, qtbot: QtBot, needs: frozenset[Sign] = ALL_SIGNS) -> None:
    with qtbot.waitSignal(watch.told):
        watch.ask(needs)


def ask_until_it_hangs(watch: PresenceWatch, hanging: HangingProbe, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.told):
        watch.ask()
        assert hanging.hangs.wait(30)


def test_what_the_probes_say_is_told(qtbot: QtBot) -> None:
    watch, told = watch_over(FakeProbe("idle", Sign.IDLE, 12.5), FakeProbe("lock", Sign.LOCKED, False))
    ask(watch, qtbot)
    assert told == [Signs(idle_seconds=12.5, is_locked=False)]


def test_the_idle_time_is_that_of_the_moment_it_is_told(qtbot: QtBot) -> None:
    clock = FakeClock()
    slow = FakeProbe("lock", Sign.LOCKED, False)
    slow.on_read = lambda: clock.advance(1.5)
    watch = PresenceWatch([FakeProbe("idle", Sign.IDLE, 12.5), slow], clock)
    with qtbot.waitSignal(watch.told) as told:
        watch.ask()
    assert told.args == [Signs(idle_seconds=14.0, is_locked=False)]


def test_nothing_is_told_from_within_the_call(qtbot: QtBot, workers: Workers) -> None:
    watch, told = watch_over(FakeProbe("idle", Sign.IDLE, 1.0), workers=workers)
    watch.ask()
    workers.wait()
    assert told == []
    qtbot.waitUntil(lambda: told == [Signs(idle_seconds=1.0)])


def test_only_what_is_needed_is_asked(qtbot: QtBot) -> None:
    idle, lock = FakeProbe("idle", Sign.IDLE, 1.0), FakeProbe("lock", Sign.LOCKED, True)
    watch, told = watch_over(idle, lock)
    ask(watch, qtbot, IDLE_ONLY)
    assert told == [Signs(idle_seconds=1.0)]
    assert lock.times == 0


def test_without_any_probe_nothing_is_known_and_it_is_told_all_the_same(qtbot: QtBot) -> None:
    watch, told = watch_over()
    ask(watch, qtbot)
    assert told == [Signs()]


def test_a_second_source_is_asked_only_when_the_first_does_not_know(qtbot: QtBot) -> None:
    first, second = FakeProbe("idle", Sign.IDLE, 3.0, Unknown("gone")), FakeProbe("other", Sign.IDLE, 4.0)
    watch, told = watch_over(first, second)
    ask(watch, qtbot)
    assert second.times == 0
    ask(watch, qtbot)
    assert [signs.idle_seconds for signs in told] == [3.0, 4.0]


def test_22_a_source_that_vanishes_is_unknown_and_is_asked_again(qtbot: QtBot) -> None:
    watch, told = watch_over(FakeProbe("idle", Sign.IDLE, 3.0, Unknown("Nobody answers."), 5.0))
    for _ in range(3):
        ask(watch, qtbot)
    assert [signs.idle_seconds for signs in told] == [3.0, None, 5.0]


@pytest.mark.parametrize("nonsense", [RuntimeError("broken"), -3.0, float("nan"), "late"])
def test_a_probe_that_fails_or_talks_nonsense_leaves_the_others_alone(qtbot: QtBot, nonsense: object) -> None:
    watch, told = watch_over(FakeProbe("idle", Sign.IDLE, nonsense), FakeProbe("lock", Sign.LOCKED, True))
    ask(watch, qtbot)
    assert told == [Signs(is_locked=True)]
    assert isinstance(watch.findings()[0].reading, Unknown)


def test_23_a_probe_that_hangs_is_waited_for_two_seconds(qtbot: QtBot, hanging: HangingProbe) -> None:
    assert PATIENCE_MS == 2000
    watch, told = watch_over(FakeProbe("idle", Sign.IDLE, 2.0), hanging, patience_ms=NO_PATIENCE_MS)
    ask_until_it_hangs(watch, hanging, qtbot)
    assert told == [Signs(idle_seconds=2.0)]
    late = watch.findings()[1]
    assert late == Finding("lock", Sign.LOCKED, Unknown("It did not answer within two seconds."), NOON)


def test_23_a_probe_that_hangs_is_left_alone_until_it_comes_back(
    qtbot: QtBot, hanging: HangingProbe, workers: Workers
) -> None:
    watch, told = watch_over(FakeProbe("idle", Sign.IDLE, 2.0), hanging, patience_ms=NO_PATIENCE_MS, workers=workers)
    ask_until_it_hangs(watch, hanging, qtbot)
    calm = PresenceWatch((), FakeClock())  # its two seconds are none of the others' business
    ask(calm, qtbot)
    ask(watch, qtbot)
    assert hanging.times == 1
    hanging.let_go.set()
    workers.wait()
    watch._patience.setInterval(PATIENCE_MS)
    ask(watch, qtbot)
    assert hanging.times == 2
    assert told[-1] == Signs(idle_seconds=2.0, is_locked=True)


def test_23_an_answer_that_comes_too_late_is_not_told(qtbot: QtBot, hanging: HangingProbe, workers: Workers) -> None:
    watch, told = watch_over(hanging, patience_ms=NO_PATIENCE_MS, workers=workers)
    ask_until_it_hangs(watch, hanging, qtbot)
    hanging.let_go.set()
    workers.wait()
    QCoreApplication.processEvents()
    assert told == [Signs()]
    assert isinstance(watch.findings()[0].reading, Unknown)


def test_23_one_that_was_late_keeps_the_others_waiting_only_once(
    qtbot: QtBot, hanging: HangingProbe, workers: Workers
) -> None:
    watch, told = watch_over(hanging, FakeProbe("idle", Sign.IDLE, 2.0), patience_ms=NO_PATIENCE_MS, workers=workers)
    ask_until_it_hangs(watch, hanging, qtbot)
    assert told == [Signs()]
    hanging.let_go.set()
    workers.wait()
    hanging.let_go.clear()
    hanging.hangs.clear()
    ask_until_it_hangs(watch, hanging, qtbot)
    assert told[-1] == Signs(idle_seconds=2.0)


def test_two_asks_at_once_are_answered_together(qtbot: QtBot) -> None:
    idle = FakeProbe("idle", Sign.IDLE, 2.0)
    watch, told = watch_over(idle)
    watch.ask()
    ask(watch, qtbot, IDLE_ONLY)
    assert idle.times == len(told) == 1


def test_an_ask_for_more_is_answered_after_the_one_under_way(qtbot: QtBot) -> None:
    watch, told = watch_over(FakeProbe("idle", Sign.IDLE, 2.0), FakeProbe("lock", Sign.LOCKED, True))
    watch.ask(IDLE_ONLY)
    watch.ask()
    qtbot.waitUntil(lambda: told == [Signs(idle_seconds=2.0), Signs(idle_seconds=2.0, is_locked=True)])


def test_who_is_told_may_ask_again_at_once(qtbot: QtBot) -> None:
    watch, told = watch_over(FakeProbe("idle", Sign.IDLE, 1.0, 2.0))
    watch.told.connect(lambda signs: watch.ask() if signs.idle_seconds == 1.0 else None)
    watch.ask()
    qtbot.waitUntil(lambda: [signs.idle_seconds for signs in told] == [1.0, 2.0])


def test_there_is_no_thread_between_two_asks(qtbot: QtBot, workers: Workers) -> None:
    watch, _ = watch_over(FakeProbe("idle", Sign.IDLE, 1.0), workers=workers)
    ask(watch, qtbot)
    workers.wait()
    assert not watch._patience.isActive()


def test_a_finding_says_what_was_answered_and_when(qtbot: QtBot) -> None:
    watch, _ = watch_over(FakeProbe("idle", Sign.IDLE, 1.0), FakeProbe("lock", Sign.LOCKED, True))
    ask(watch, qtbot, IDLE_ONLY)
    assert watch.findings() == (Finding("idle", Sign.IDLE, 1.0, NOON), Finding("lock", Sign.LOCKED))


def test_a_closed_watch_tells_nothing(qtbot: QtBot, hanging: HangingProbe, workers: Workers) -> None:
    watch, told = watch_over(hanging, workers=workers)
    watch.ask()
    assert hanging.hangs.wait(30)
    watch.close()
    hanging.let_go.set()
    workers.wait()
    QCoreApplication.processEvents()
    assert told == []


def test_a_watch_that_is_gone_is_not_told_of(qtbot: QtBot, hanging: HangingProbe, workers: Workers) -> None:
    watch, told = watch_over(hanging, workers=workers)
    watch.ask()
    assert hanging.hangs.wait(30)
    delete(watch)
    hanging.let_go.set()
    workers.wait()
    QCoreApplication.processEvents()
    assert told == []


def test_what_a_thread_rings_does_not_end_in_that_thread(qtbot: QtBot, hanging: HangingProbe, workers: Workers) -> None:
    """While it did, the event loop could be taking leave of it, and the program ended with a segmentation fault."""
    watch, _told = watch_over(hanging, workers=workers)
    ended_in: list[threading.Thread] = []
    finalize(watch._bell, lambda: ended_in.append(threading.current_thread())).atexit = False
    watch.ask()
    assert hanging.hangs.wait(30)
    delete(watch)
    del watch
    hanging.let_go.set()
    workers.wait()
    assert ended_in == []


def test_what_answers_at_once_needs_no_thread_and_is_told_later_all_the_same(qtbot: QtBot, workers: Workers) -> None:
    quick = QuickFakeProbe("idle", Sign.IDLE, 12.5)
    watch, told = watch_over(quick, FakeProbe("lock", Sign.LOCKED, False), workers=workers)
    watch.ask(IDLE_ONLY)
    assert told == []
    qtbot.waitUntil(lambda: told == [Signs(idle_seconds=12.5)])
    assert workers.started == 0
    ask(watch, qtbot)
    assert told[1] == Signs(idle_seconds=12.5, is_locked=False)
    assert workers.started == 1


@pytest.mark.parametrize("answer", [None, Unknown("The X server does not tell."), -1.0])
def test_what_does_not_is_asked_in_a_thread(qtbot: QtBot, workers: Workers, answer: object) -> None:
    quick = QuickFakeProbe("idle", Sign.IDLE, answer, 12.5)
    watch, told = watch_over(quick, workers=workers)
    ask(watch, qtbot, IDLE_ONLY)
    assert told == [Signs(idle_seconds=12.5)]
    assert workers.started == 1
