"""A session with a pause, a skip and an easier form heard: every cue at its moved moment, nothing of what was left.

``python tests/bench/bench_controls_sound.py`` plays three stretches in real time in a real window (a screen and xdotool
are needed) with a private sound server: the first is paused in mid-cue, the second skipped in mid-cue, the third made
easier by its key. What is recorded is compared with what was planned then. Ends with 1 when a demand fails.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from hipback_desktop.desktop.control_client import ask
from hipback_desktop.paths import folders
from tests.bench.bench_session_sound import ALIKE, DROPOUTS, print_errors, print_table
from tests.bench.listening import Heard, Listener, Planned, heard_in, loudest_elsewhere, overlaps, planned_by, unplayed
from tests.bench.real_program import RealProgram, a_program, answer_of, missing_screen, until
from tests.sound.matching import RATE, Samples, template_of
from tests.sound.sound_server import SoundServer, missing_program

PAUSED, SKIPPED, EASED, EASIER = "figure_four_seated", "seated_spinal_twist", "figure_four_supine", "figure_four_seated"
SECONDS = 12
IN_MID_CUE_SECONDS = 0.4
PAUSE_SECONDS = 4.0
QUIET_WITHIN_SECONDS = 0.1
LEAD_SECONDS = 0.5
AT_ONCE_SECONDS = 0.15
FAINT = 0.01
RINGS_OUT_SECONDS = 4.0
ROUTINE = {
    "format": "hipback-routine",
    "version": 1,
    "id": "bench_controls",
    "name": "Bench of controls",
    "summary": "Three stretches.",
    "tags": [],
    "notes": [],
    "blocks": [
        {
            "phase": "stretch",
            "steps": [{"exercise": name, "sets": 1, "seconds": SECONDS} for name in (PAUSED, SKIPPED, EASED)],
        }
    ],
}


def wait_for_work(program: RealProgram, exercise: str) -> None:
    def works() -> bool:
        status = program.status()
        return status.get("exercise") == exercise and status.get("kind") == "work"

    until(works, 120, f"{exercise} is under way", every=0.02)


def in_mid_word(program: RealProgram) -> None:
    """Returns while something is being said."""
    before = len(program.told("played"))

    def speaks() -> bool:
        return any(told.value[0].startswith("voice:") for told in program.told("played")[before:])

    until(speaks, 30, "a word begins")
    time.sleep(IN_MID_CUE_SECONDS)


def told(program: RealProgram, command: str) -> float:
    """Asks for something; the moment it was asked for."""
    at = time.monotonic()
    ask(folders(program.data_dir).socket, {"command": command})
    return at


def press(program: RealProgram, key: str) -> float:
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(program.pid), "--name", "Hipback"]
    subprocess.run([*search, "windowactivate", "--sync"], check=True, timeout=30)
    at = time.monotonic()
    subprocess.run(["xdotool", "key", key], check=True, timeout=30)
    return at


def go_through(program: RealProgram) -> list[tuple[str, float]]:
    """Pauses, skips, makes easier, to the end; the moments at which it was to be quiet at once."""
    moments: list[tuple[str, float]] = []

    def act(what: str, exercise: str, how: Callable[[], float]) -> None:
        wait_for_work(program, exercise)
        in_mid_word(program)
        moments.append((what, how()))

    act("pause", PAUSED, lambda: told(program, "pause"))
    time.sleep(PAUSE_SECONDS)
    told(program, "resume")
    act("skip", SKIPPED, lambda: told(program, "next"))
    act("easier", EASED, lambda: press(program, "e"))
    until(lambda: program.status().get("exercise") == EASIER, 5, "it is easier")
    program.wait_for_state("idle", 180)
    time.sleep(RINGS_OUT_SECONDS)
    return moments


def parted(plays: list[Planned], moments: list[tuple[str, float]]) -> tuple[list[Planned], list[Planned]]:
    """What was to be heard whole, and what was cut off by one of the moments."""

    def is_cut(play: Planned) -> bool:
        ends = play.at + len(template_of(play.file)) / RATE
        return any(play.at < moment < ends for _what, moment in moments)

    return [play for play in plays if not is_cut(play)], [play for play in plays if is_cut(play)]


def noise_after(recording: Samples, heard: list[Heard], moment: float, began: float) -> float:
    """The largest sample from a tenth of a second after a moment to the next planned sound."""
    delay = heard[0].offset - (heard[0].at - began)
    following = min((each.offset for each in heard if each.planned.at > moment), default=float("inf"))
    start = moment - began + delay + QUIET_WITHIN_SECONDS
    part = recording[int(start * RATE) : int((following - 0.02) * RATE) if following < float("inf") else None]
    return float(np.abs(part).max(initial=0.0))


def faults_in(
    recording: Samples, heard: list[Heard], cut: list[Planned], moments: list[tuple[str, float]], began: float
) -> list[str]:
    unlike = [each for each in heard if each.likeness < ALIKE]
    faults = [f"{e.planned.sound!r} is alike {e.likeness:.2f} only" for e in unlike if e.pieces < ALIKE]
    faults += [f"{e.planned.sound!r} was interrupted" for e in unlike[DROPOUTS:] if e.pieces >= ALIKE]
    faults += [f"{pair} overlap" for pair in overlaps(heard)]
    for what, moment in moments:
        loudest = noise_after(recording, heard, moment, began)
        print(f"{what}: the loudest from {QUIET_WITHIN_SECONDS} s after it to the next cue is {loudest:.4f}")
        if loudest > FAINT:
            faults.append(f"something is heard after {what}, as loud as {loudest:.3f}")
    delay = heard[0].offset - (heard[0].at - began)
    rest = recording.copy()
    for play in cut:
        end = next(moment for _what, moment in moments if moment > play.at) + QUIET_WITHIN_SECONDS
        rest[int((play.at - began + delay - 0.05) * RATE) : int((end - began + delay) * RATE)] = 0
    if (loudest := loudest_elsewhere(rest, heard)) > FAINT:
        faults.append(f"something else was heard, as loud as {loudest:.3f}")
    return faults


def is_ahead(program: RealProgram, play: Planned) -> bool:
    """Whether there was time to begin its stream early; what follows a key at once cannot be on time."""
    plans = program.told("planned")
    known = (plan.at for plan in plans for at, _kind, sound in plan.value if (at, sound) == (play.at, play.sound))
    return play.at - min(known) > LEAD_SECONDS


def words_left_behind(data_dir: Path, plays: list[Planned], skipped_at: float) -> list[str]:
    """Cues of the skipped exercise that were planned for later all the same."""
    exercises = {exercise["id"]: exercise for exercise in answer_of(data_dir, "exercises")}
    skipped: dict[str, Any] = exercises[SKIPPED]
    others = {
        text for name in (PAUSED, EASED, EASIER) for text in (*exercises[name]["cues"], *exercises[name]["steps"])
    }
    own = {skipped["name"], *skipped["cues"], *skipped["steps"]} - others
    return [play.sound for play in plays if play.at > skipped_at and any(text in play.sound for text in own)]


def play_and_compare(server: SoundServer, folder: Path) -> list[str]:
    """Everything that is not as it must be."""
    data_dir, routine = folder / "data", folder / "bench_controls.hipback.json"
    routine.write_text(json.dumps(ROUTINE), encoding="utf-8")
    listener = Listener(server)
    with a_program(data_dir, "start", str(routine)) as program:
        moments = go_through(program)
        plays = planned_by(program)
        faults = [f"{sound!r} was planned and not played" for sound in unplayed(program, plays)]
        faults += program.complaints()
    recording = listener.stop()
    whole, cut = parted(plays, moments)
    heard = heard_in(recording, listener.began, whole)
    print_table(heard)
    print("cut off:", ", ".join(repr(play.sound) for play in cut))
    at_once = [each for each in heard if not is_ahead(program, each.planned)]
    print("at once:", ", ".join(f"{e.planned.sound!r} {1000 * (e.at - e.planned.at):.0f} ms" for e in at_once))
    faults += print_errors([each for each in heard if each not in at_once])
    faults += [f"{e.planned.sound!r} is late" for e in at_once if e.at - e.planned.at > AT_ONCE_SECONDS]
    faults += faults_in(recording, heard, cut, moments, listener.began)
    left_behind = words_left_behind(data_dir, plays, dict(moments)["skip"])
    faults += [f"{words!r} is said after the skip" for words in left_behind]
    if len(cut) != len(moments):
        faults.append(f"{len(cut)} cues were cut off by {len(moments)} controls")
    return faults


def main() -> int:
    reason = missing_screen() or (f"{missing_program()} is not installed" if missing_program() else None)
    reason = reason or (None if shutil.which("xdotool") else "xdotool is not installed")
    if reason:
        print(reason, file=sys.stderr)
        return 1
    server = SoundServer()
    os.environ.update(server.environment)
    server.start()
    try:
        with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
            faults = play_and_compare(server, Path(folder))
    finally:
        server.close()
    print("\n".join(f"FAILED: {fault}" for fault in faults) or "every demand is met")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
