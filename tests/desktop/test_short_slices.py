"""A thread is let in soon after it wakes, and stays as polite as it was."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from hipback_desktop.desktop.short_slices import take_short_slices

ASKED = """
import os
from hipback_desktop.desktop.short_slices import take_short_slices
polite = os.nice(3)
print(take_short_slices(), os.sched_getscheduler(0) & ~os.SCHED_RESET_ON_FORK == os.SCHED_OTHER, os.nice(0) == polite)
"""


@pytest.mark.skipif(sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"}, reason="Linux's own")
def test_it_is_taken_and_the_rest_stays() -> None:
    told = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.split() == ["True", "True", "True"]


@pytest.mark.parametrize("machine", ["", "s390x"])
def test_elsewhere_nothing_is_asked(monkeypatch: pytest.MonkeyPatch, machine: str) -> None:
    monkeypatch.setattr("platform.machine", lambda: machine)
    assert not take_short_slices()
