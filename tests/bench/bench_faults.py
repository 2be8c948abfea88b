"""Real sessions, each with one fault of the sound: the session must not notice, the person must hear of it once.

``python tests/bench/bench_faults.py [NAME...]`` plays a routine of three quarters of a minute for every fault, in real
time, in a real window (a screen is needed), with a private sound server. Prints a table and ends with 1 when a session
did not end as planned, more than one sentence was shown, or cues were not heard again within five seconds.
``BENCH_PICTURES=FOLDER`` keeps a picture of each window a while after its fault.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.bench_sound import with_damaged_voice, without_library
from tests.bench.listening import Listener, heard_in, planned_by, unplayed
from tests.bench.real_program import RealProgram, a_program, answer_of, missing_screen, picture, until
from tests.sound.sound_server import SoundServer, missing_program

FAULT_AT_SECONDS = 16.5
AGAIN_SECONDS = 5.0
ACTIVE_SECONDS = 0.05
WALL_SECONDS = 0.5
PICTURE_SECONDS = 6.0
RINGS_OUT_SECONDS = 4.0
ALIKE = 0.8
INTERRUPTED = 1
"""So many cues may be interrupted by the computer."""
ROUTINE = {
    "format": "hipback-routine",
    "version": 1,
    "id": "bench_faults",
    "name": "Bench of faults",
    "summary": "One stretch, both sides.",
    "tags": [],
    "notes": [],
    "blocks": [{"phase": "stretch", "steps": [{"exercise": "hip_flexor_standing", "sets": 1, "seconds": 14}]}],
}

Fault = Callable[[RealProgram, SoundServer], float]
"""Does its worst to a program that was just started; returns from when on cues could be heard again."""


@dataclass(frozen=True)
class Case:
    """A fault, what it does to the environment before the start, and whether there is a device at all."""

    name: str
    fault: Fault
    environment: Callable[[Path], Mapping[str, str]] = lambda _folder: {}
    has_device: bool = True


@dataclass
class Result:
    """How a session with a fault went."""

    outcome: str = "none"
    active_off: float = float("nan")
    wall_off: float = float("nan")
    again_after: float | None = None
    due: int = 0
    lacking: list[str] = field(default_factory=list)
    unplayed: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def nothing(program: RealProgram, server: SoundServer) -> float:
    return program.wait_for_state("running")


def server_restarted(program: RealProgram, server: SoundServer) -> float:
    wait_for_the_middle(program)
    server.kill()
    time.sleep(2)
    server.start()
    return time.monotonic()


def render_killed(program: RealProgram, server: SoundServer) -> float:
    """Right after its first phrase, so within the next; the rest is rendered by another."""
    until(lambda: program.told("rendered"), 20, "the first phrase is rendered", every=0.001)
    os.kill(int(program.child("render") or 0), signal.SIGKILL)
    return time.monotonic()


def player_killed(program: RealProgram, server: SoundServer) -> float:
    wait_for_the_middle(program)
    before = len(spoken(program))
    until(lambda: len(spoken(program)) > before, 20, "a word begins")
    time.sleep(0.4)
    return signalled(program, signal.SIGKILL)


def player_stopped(program: RealProgram, server: SoundServer) -> float:
    wait_for_the_middle(program)
    return signalled(program, signal.SIGSTOP)


def signalled(program: RealProgram, number: int) -> float:
    os.kill(int(program.child("player") or 0), number)
    return time.monotonic()


def spoken(program: RealProgram) -> list[str]:
    return [told.value[0] for told in program.told("played") if told.value[0].startswith("voice:")]


def nowhere(folder: Path) -> Mapping[str, str]:
    return {"PULSE_SERVER": f"unix:{folder}/nowhere", "XDG_RUNTIME_DIR": str(folder)}


CASES = (
    Case("none", nothing),
    Case("server restarted", server_restarted),
    Case("no device", nothing, nowhere, has_device=False),
    Case("no espeak", nothing, without_library),
    Case("damaged voice", nothing, with_damaged_voice),
    Case("render killed", render_killed),
    Case("player killed", player_killed),
    Case("player stopped", player_stopped),
)


def wait_for_the_middle(program: RealProgram) -> None:
    program.wait_for_state("running")
    time.sleep(FAULT_AT_SECONDS)


def run(case: Case, server: SoundServer, pictures: Path | None) -> Result:
    with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
        data_dir = Path(folder) / "data"
        routine = Path(folder) / "bench_faults.hipback.json"
        routine.write_text(json.dumps(ROUTINE), encoding="utf-8")
        result = Result()
        with a_program(data_dir, "start", str(routine), environment=dict(case.environment(Path(folder)))) as program:
            possible_at = case.fault(program, server)
            listener = Listener(server) if case.has_device else None
            time.sleep(PICTURE_SECONDS)
            if pictures:
                picture(pictures / f"fault_{case.name.replace(' ', '_')}.png")
            ended = program.wait_for_state("idle", 120)
            time.sleep(RINGS_OUT_SECONDS)
            _note_session(result, data_dir, ended - program.told("planned")[0].at)
            _note_sound(result, program, listener, possible_at)
        result.complaints = program.complaints()
        return result


def _note_session(result: Result, data_dir: Path, seen_seconds: float) -> None:
    records = answer_of(data_dir, "history")
    if not records:
        return
    (record,) = records
    lasted = datetime.fromisoformat(record["ended_at"]) - datetime.fromisoformat(record["started_at"])
    result.outcome = record["outcome"]
    result.active_off = record["active_seconds"] - record["planned_seconds"]
    offs = (lasted.total_seconds() - record["planned_seconds"], seen_seconds - record["planned_seconds"])
    result.wall_off = max(offs, key=abs)


def _note_sound(result: Result, program: RealProgram, listener: Listener | None, possible_at: float) -> None:
    result.notices = [str(told.value) for told in program.told("notice")]
    again = [told.value[2] for told in program.told("played") if told.value[2] > possible_at]
    result.again_after = again[0] - possible_at if again else None
    if listener is None:
        return
    recording = listener.stop()
    first = max(possible_at + AGAIN_SECONDS, listener.began)
    due = [play for play in planned_by(program) if play.at > first and play.file.is_file()]
    result.unplayed = unplayed(program, due)
    heard = heard_in(recording, listener.began, due)
    result.due = len(due)
    result.lacking = [
        f"{each.planned.sound!r} ({each.likeness:.2f}, {each.pieces:.2f})"
        for each in heard
        if max(each.likeness, each.pieces) < ALIKE
    ]


def faults_of(case: Case, result: Result) -> list[str]:
    """What is not as it must be."""
    found = []
    if result.outcome != "completed" or abs(result.active_off) > ACTIVE_SECONDS or abs(result.wall_off) > WALL_SECONDS:
        found.append("the session did not end as planned")
    if len(result.notices) > 1:
        found.append("more than one sentence")
    if case.has_device and (result.again_after is None or result.unplayed):
        found.append(f"not heard again in time: {result.unplayed}")
    if len(result.lacking) > INTERRUPTED or (case.has_device and not result.due):
        found.append(f"the recording lacks {result.lacking}")
    return found + result.complaints


def main() -> int:
    reason = missing_screen() or (f"{missing_program()} is not installed" if missing_program() else None)
    if reason:
        print(reason, file=sys.stderr)
        return 1
    pictures = Path(os.environ["BENCH_PICTURES"]) if "BENCH_PICTURES" in os.environ else None
    server = SoundServer()
    os.environ.update(server.environment)
    failed = False
    print(
        f"{'fault':17} {'outcome':10} {'active off':>10} {'wall off':>9} {'again':>7} {'in recording':>12}  sentences"
    )
    try:
        for case in CASES:
            if sys.argv[1:] and case.name not in sys.argv[1:]:
                continue
            server.start()
            result = run(case, server, pictures)
            server.kill()
            again = f"{result.again_after:.1f} s" if result.again_after is not None else "-"
            alike = f"{result.due - len(result.lacking)} of {result.due}"
            print(
                f"{case.name:17} {result.outcome:10} {result.active_off:8.3f} s {result.wall_off:7.2f} s {again:>7} "
                f"{alike:>12}  {' '.join(result.notices) or '-'}{'; recording lacks ' if result.lacking else ''}"
                f"{', '.join(result.lacking)}",
                flush=True,
            )
            for fault in faults_of(case, result):
                failed = True
                print(f"  FAILED: {fault}", flush=True)
    finally:
        server.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
