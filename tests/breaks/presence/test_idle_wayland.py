"""The idle time under Wayland, climbed rung by rung; never later than the last input really was by more than a rung."""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable, Iterator

import pytest

from hipback_desktop.breaks.presence.idle_wayland import RUNGS, IdleWayland
from hipback_desktop.breaks.presence.reading import Unknown
from tests.desktop.compositor import DISPLAY, IDLED, RESUMED, Compositor
from tests.fakes import FakeClock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no Wayland, and no socket for it")
NEW = {"wl_compositor": 5, "wl_seat": 7, "ext_idle_notifier_v1": 2}
JUST_BEGUN = Unknown("It has only just begun to listen.")


@pytest.fixture
def start() -> Iterator[Callable[..., Compositor]]:
    started: list[Compositor] = []

    def start(**offers: int) -> Compositor:
        started.append(Compositor(**offers))
        return started[-1]

    yield start
    for compositor in started:
        compositor.close()


class Desk:
    """Somebody at a computer under Wayland; the compositor says what it would."""

    def __init__(self, compositor: Compositor) -> None:
        self.clock = FakeClock()
        self.probe = IdleWayland(compositor.environment, self.clock.monotonic)
        self._compositor = compositor
        self._still_seconds = 0.0
        self.begun = self.probe.read()

    def is_still(self, seconds: int) -> None:
        """Second by second, as a rung may be reached in any of them."""
        for _ in range(seconds):
            self.clock.advance(1)
            self._still_seconds += 1
            if self._still_seconds in RUNGS:
                self._compositor.say(self._notice(int(self._still_seconds)), IDLED)

    def types(self) -> None:
        for rung in RUNGS:
            if rung <= self._still_seconds:
                self._compositor.say(self._notice(rung), RESUMED)
        self._still_seconds = 0

    def _notice(self, rung: int) -> int:
        bodies = [struct.unpack("=III", body) for _receiver, _number, body in self._compositor.requests]
        return next(int(notice) for notice, milliseconds, _seat in bodies if milliseconds == rung * 1000)


@pytest.fixture
def desk(start: Callable[..., Compositor]) -> Desk:
    return Desk(start(**NEW))


def test_the_first_look_only_begins_to_listen(desk: Desk) -> None:
    assert desk.begun == JUST_BEGUN
    assert desk.probe.read() == 0.0


def test_each_second_that_is_looked_at_is_told_right(desk: Desk) -> None:
    for second in range(1, 200):
        desk.is_still(1)
        assert desk.probe.read() == second


def test_between_rare_looks_it_is_right_within_a_rung_and_never_a_later_input(desk: Desk) -> None:
    latest_inputs = []
    for minute in range(1, 15):
        desk.is_still(60)
        idle = desk.probe.read()
        assert isinstance(idle, float)
        assert max(rung for rung in RUNGS if rung <= minute * 60) <= idle <= minute * 60
        latest_inputs.append(desk.clock.monotonic() - idle)
    assert latest_inputs == sorted(latest_inputs, reverse=True)


def test_an_input_begins_anew(desk: Desk) -> None:
    desk.is_still(100)
    desk.types()
    assert desk.probe.read() == 0.0
    desk.is_still(7)
    assert desk.probe.read() == 5.0  # the rung of five seconds was reached somewhere on the way
    desk.is_still(1)
    assert desk.probe.read() == 6.0


@pytest.mark.parametrize(("version", "request_number"), [(1, 1), (2, 2), (9, 2)])
def test_a_film_keeps_no_notice_back_where_that_can_be_asked_for(
    start: Callable[..., Compositor], version: int, request_number: int
) -> None:
    compositor = start(**{**NEW, "ext_idle_notifier_v1": version})
    Desk(compositor)
    assert compositor.bound["ext_idle_notifier_v1"][0] == min(version, 2)
    notifier, seat = compositor.bound["ext_idle_notifier_v1"][1], compositor.bound["wl_seat"][1]
    assert {(receiver, number) for receiver, number, _ in compositor.requests} == {(notifier, request_number)}
    bodies = [struct.unpack("=III", body) for _receiver, _number, body in compositor.requests]
    assert [milliseconds // 1000 for _notice, milliseconds, _seat in bodies] == [*RUNGS]
    assert {wanted for _notice, _milliseconds, wanted in bodies} == {seat}


def test_a_desktop_that_does_not_offer_it_is_unknown(start: Callable[..., Compositor]) -> None:
    compositor = start(wl_seat=7)
    assert Desk(compositor).begun == Unknown("This desktop does not offer ext_idle_notifier_v1.")


def test_22_a_compositor_that_is_started_again_is_listened_to_again(start: Callable[..., Compositor]) -> None:
    compositor = start(**NEW)
    desk = Desk(compositor)
    desk.is_still(30)
    compositor.hang_up()
    assert desk.probe.read() == Unknown("The Wayland compositor does not answer.")
    assert desk.probe.read() == JUST_BEGUN
    assert desk.probe.read() == 0.0


@pytest.mark.parametrize("nonsense", [struct.pack("=II", DISPLAY, 4 << 16), struct.pack("=III", DISPLAY, 12 << 16, 0)])
def test_nonsense_and_faults_are_unknown(start: Callable[..., Compositor], nonsense: bytes) -> None:
    compositor = start(**NEW)
    desk = Desk(compositor)
    compositor.send(nonsense)
    assert isinstance(desk.probe.read(), Unknown)


def test_an_event_that_comes_in_pieces_waits_for_its_end(start: Callable[..., Compositor]) -> None:
    compositor = start(**NEW)
    desk = Desk(compositor)
    desk.clock.advance(1)
    notice = struct.unpack_from("=I", compositor.requests[0][2])[0]
    event = struct.pack("=II", notice, 8 << 16 | IDLED)
    compositor.send(event[:5])
    assert desk.probe.read() == 0.0
    compositor.send(event[5:])
    assert desk.probe.read() == 1.0


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({}, "There is no Wayland here."),
        ({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"}, "The Wayland compositor does not answer."),
    ],
)
def test_without_a_compositor_it_is_unknown(environment: dict[str, str], reason: str) -> None:
    assert IdleWayland(environment, lambda: 0.0).read() == Unknown(reason)
