"""The clocks: they agree with each other, and a scaled one runs as fast as it is told."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hipback_desktop.clock import ScaledClock, SystemClock
from tests.fakes import FakeClock


def test_the_clock_of_the_computer_never_goes_back_and_knows_its_offset() -> None:
    clock = SystemClock()
    moments = [clock.monotonic() for _ in range(1000)]
    assert moments == sorted(moments)
    assert clock.suspended() > -0.01
    assert clock.now().utcoffset() is not None


def test_two_processes_read_the_same_seconds() -> None:
    clock = SystemClock()
    before = clock.monotonic()
    code = "from hipback_desktop.clock import SystemClock; print(SystemClock().monotonic())"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert before <= float(answer.stdout) <= clock.monotonic()


@pytest.mark.parametrize("speed", [0.1, 1, 200])
def test_a_scaled_clock_starts_where_the_other_is_and_runs_faster(speed: float) -> None:
    clock = FakeClock(monotonic=500)
    scaled = ScaledClock(clock, speed)
    assert scaled.monotonic() == 500
    clock.advance(10, asleep=30)
    assert scaled.monotonic() == pytest.approx(500 + 10 * speed)
    assert (scaled.suspended(), scaled.now()) == (30, clock.now())
