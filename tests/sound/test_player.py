"""The real player process: what it plays, drops, keeps and forgets."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hipback_desktop.clock import SystemClock
from hipback_desktop.paths import asset
from hipback_desktop.sound.command import child_command, child_folder
from tests.sound.sound_server import SoundServer

PATIENCE_SECONDS = 60.0
SOON_SECONDS = 1.5  # even for a loaded computer
TICK = {"id": "tick", "file": str(asset("sounds/tick.wav")), "group": "chime"}
BELL = {"id": "bell", "file": str(asset("sounds/finish.wav")), "group": "chime"}


class Player:
    """A player process that is told lines and asked for the next one of a kind."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            child_command("player"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=child_folder(),
        )
        self.passed: list[dict[str, Any]] = []
        self.patience = threading.Timer(PATIENCE_SECONDS, self.process.kill)
        self.patience.start()

    def tell(self, **message: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(message).encode() + b"\n")
        self.process.stdin.flush()

    def until(self, kind: str) -> dict[str, Any]:
        """The next message of this kind; what came before it is kept in ``passed``."""
        assert self.process.stdout is not None
        self.passed = []
        for line in self.process.stdout:
            message: dict[str, Any] = json.loads(line)
            if kind in message:
                return message
            self.passed.append(message)
        raise AssertionError(f"the player ended before {kind}")

    def close(self) -> None:
        self.patience.cancel()
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> Iterator[Player]:
    monkeypatch.setenv("PULSE_SERVER", "unix:nowhere")
    player = Player()
    yield player
    player.close()


@pytest.fixture
def player(server: SoundServer) -> Iterator[Player]:
    player = Player()
    yield player
    player.close()


@pytest.fixture
def now() -> Callable[[], float]:
    return SystemClock().monotonic


def test_without_a_device_it_says_so_and_still_answers(deaf: Player) -> None:
    assert deaf.until("ready")["ready"] == {"outputs": []}
    deaf.tell(ping=7)
    assert deaf.until("pong") == {"pong": 7}


def test_a_cue_whose_moment_has_passed_is_dropped(deaf: Player, now: Callable[[], float]) -> None:
    deaf.tell(load=[TICK], schedule=[{"id": "tick", "at": now() - 0.3}, {"id": "tick", "at": now() + 0.1}])
    assert deaf.until("late")["late"] == "tick"
    assert deaf.until("late")["late"] == "tick"


def test_a_file_it_cannot_read_is_told(deaf: Player) -> None:
    deaf.tell(load=[{"id": "gone", "file": "no such file", "group": "chime"}])
    assert deaf.until("failed")["failed"] == "gone"


def test_it_ends_when_nobody_talks_to_it_any_more(deaf: Player) -> None:
    deaf.until("ready")
    assert deaf.process.stdin is not None
    deaf.process.stdin.close()
    assert deaf.process.wait(timeout=30) == 0


@pytest.mark.sound
def test_a_schedule_replaced_while_a_cue_begins_does_not_say_it_twice(player: Player, now: Callable[[], float]) -> None:
    player.until("ready")
    at = now() + SOON_SECONDS
    plays = [{"id": "tick", "at": at}]
    player.tell(load=[TICK], schedule=plays)
    player.until("loaded")
    player.tell(schedule=plays)
    assert player.until("playing")["planned"] == at
    player.tell(schedule=plays)
    player.until("done")
    player.tell(ping=1)
    player.until("pong")
    assert not any("playing" in message or "late" in message for message in player.passed)


@pytest.mark.sound
def test_a_cue_taken_back_before_its_moment_is_not_heard(player: Player, now: Callable[[], float]) -> None:
    player.until("ready")
    at = now() + SOON_SECONDS
    player.tell(load=[TICK, BELL], schedule=[{"id": "bell", "at": at}])
    player.tell(schedule=[{"id": "tick", "at": at + 0.2}])
    assert player.until("playing")["playing"] == "tick"


@pytest.mark.sound
def test_silence_stops_what_is_heard_and_what_was_to_come(player: Player, now: Callable[[], float]) -> None:
    player.until("ready")
    player.tell(load=[TICK, BELL], play="bell", schedule=[{"id": "tick", "at": now() + SOON_SECONDS}])
    assert player.until("playing")["playing"] == "bell"
    player.tell(silence=True)
    player.tell(ping=1)
    player.until("pong")
    assert player.passed == [{"done": "bell"}]
    player.tell(schedule=[{"id": "bell", "at": now() + SOON_SECONDS}])
    assert player.until("playing")["playing"] == "bell"


def wake_ups(process_id: int) -> int:
    """How often the threads of a process have gone to sleep so far."""
    files = Path(f"/proc/{process_id}/task").glob("*/status")
    return sum(int(file.read_text().split("\nvoluntary_ctxt_switches:")[1].split()[0]) for file in files)


@pytest.mark.sound
@pytest.mark.skipif(sys.platform != "linux", reason="counted in /proc")
def test_between_sounds_the_player_sleeps(player: Player) -> None:
    """A stream left open costs well over fifty wake-ups a second."""
    player.until("ready")
    player.tell(load=[TICK])
    player.tell(schedule=[{"id": "tick", "at": SystemClock().monotonic() + 1}])
    player.until("done")
    player.tell(schedule=[{"id": "tick", "at": SystemClock().monotonic() + 60}], ping=1)
    player.until("pong")
    before = wake_ups(player.process.pid)
    player.tell(ping=2)
    time.sleep(1)
    assert wake_ups(player.process.pid) - before < 20
