"""A real sound server tells whether somebody records, and from what."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.breaks.presence.microphone import Microphone
from hipback_desktop.breaks.presence.reading import Unknown
from tests.sound.sound_server import SoundServer

pytestmark = pytest.mark.sound


@pytest.fixture
def record(server: SoundServer) -> Iterator[Callable[[str], None]]:
    subprocess.run(["pactl", "load-module", "module-null-source", "source_name=mic"], check=True, capture_output=True)
    recorders: list[subprocess.Popen[bytes]] = []

    def record(source: str) -> None:
        recorders.append(subprocess.Popen(["parec", "-d", source], stdout=subprocess.DEVNULL))

    yield record
    for recorder in recorders:
        recorder.kill()
        recorder.wait()


def streams() -> int:
    listed = subprocess.run(["pactl", "list", "short", "source-outputs"], check=True, capture_output=True)
    return len(listed.stdout.splitlines())


def test_who_records_from_a_microphone_is_told_from_who_records_what_is_played(
    record: Callable[[str], None], qtbot: QtBot
) -> None:
    assert Microphone(os.environ).read() is False
    record("cues.monitor")
    qtbot.waitUntil(lambda: streams() == 1, timeout=30_000)
    assert Microphone(os.environ).read() is False
    record("mic")
    qtbot.waitUntil(lambda: streams() == 2, timeout=30_000)
    assert Microphone(os.environ).read() is True


def test_a_sound_server_that_died_is_unknown(server: SoundServer) -> None:
    server.kill()
    assert isinstance(Microphone(os.environ).read(), Unknown)
