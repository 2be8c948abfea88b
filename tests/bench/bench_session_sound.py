"""A whole session heard: every cue of desk_reset_2 at its moment, whole, alone, and understood.

``python tests/bench/bench_session_sound.py`` plays it in real time in a real window (a screen is needed) with a private
sound server, records what is played, and looks for every planned cue in the recording. Ends with 1 when a demand fails.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.listening import Heard, Listener, heard_in, loudest_elsewhere, overlaps, planned_by, unplayed
from tests.bench.real_program import a_program, answer_of, missing_screen, picture
from tests.bench.understanding import understood
from tests.sound.matching import RATE, Samples
from tests.sound.sound_server import SoundServer, missing_program

ROUTINE = "desk_reset_2"
ALWAYS_HEARD = ("Exhale into the stretch.", "That is the session. Well done.", "finish")
ALIKE = 0.8
DROPOUTS = 1
"""So many cues may be interrupted by the computer, as long as every piece of them is heard."""
FAINT = 0.01
MEDIAN_MS = 10.0
P95_MS = 40.0
RINGS_OUT_SECONDS = 4.0
SPARE_SECONDS = 30.0


def play(server: SoundServer, data_dir: Path, pictures: Path | None) -> tuple[list[Heard], Samples, list[str]]:
    """One session; what was heard, the recording, and what is wrong by the program's own account."""
    plan = answer_of(data_dir, "plan", ROUTINE)
    listener = Listener(server)
    with a_program(data_dir, "start", ROUTINE) as program:
        program.wait_for_state("running")
        if pictures:
            time.sleep(plan["seconds"] / 2)
            picture(pictures / "session_sound.png")
        program.wait_for_state("idle", plan["seconds"] + SPARE_SECONDS)
        time.sleep(RINGS_OUT_SECONDS)
        plays = planned_by(program)
        faults = [f"{sound!r} was planned and not played" for sound in unplayed(program, plays)]
        faults += program.complaints()
    recording = listener.stop()
    return heard_in(recording, listener.began, plays), recording, faults


def announced(data_dir: Path) -> list[tuple[float, float, list[str]]]:
    """For each lead-in its seconds, from and to, and what must be said in it: the name and the side."""
    names = {exercise["id"]: exercise["name"] for exercise in answer_of(data_dir, "exercises")}
    wanted = []
    for segment in answer_of(data_dir, "plan", ROUTINE)["segments"]:
        words = [segment["side"]] if segment["side"] else []
        if segment["kind"] == "get_ready":
            words.append(names[segment["exercise"]])
        if segment["kind"] in ("get_ready", "side_switch"):
            start = segment["start_seconds"]
            wanted.append((start, start + segment["seconds"], words))
    return wanted


def unmet(heard: Sequence[Heard], wanted: Sequence[tuple[float, float, list[str]]], seconds: float) -> list[str]:
    """The demands on what was heard that are not met."""
    began = next(each.planned.at for each in heard if each.planned.sound == "finish") - seconds
    failures = [f"{text!r} was not heard" for text in ALWAYS_HEARD if text not in {e.planned.sound for e in heard}]
    for start, end, words in wanted:
        said = " ".join(each.planned.sound for each in heard if start - 0.1 <= each.at - began < end).lower()
        failures += [f"{word!r} was not said at {start:.0f} s" for word in words if word.lower() not in said]
    unlike = [each for each in heard if each.likeness < ALIKE]
    dropouts = [each for each in unlike if each.pieces >= ALIKE]
    failures += [f"{e.planned.sound!r} is alike {e.likeness:.2f} only, or cut off" for e in unlike if e not in dropouts]
    failures += [f"{e.planned.sound!r} was interrupted" for e in dropouts[DROPOUTS:]]
    return failures + [f"{pair} overlap" for pair in overlaps(heard)]


def errors_of(heard: Sequence[Heard]) -> list[float]:
    """How far off each was, in milliseconds; the constant delay is taken off already."""
    return [(each.at - each.planned.at) * 1000 for each in heard]


def print_table(heard: Sequence[Heard]) -> None:
    first = heard[0].planned.at
    print(f"{'planned':>9} {'heard':>9} {'error ms':>8} {'alike':>6} {'pieces':>6}  cue")
    for each, error in zip(heard, errors_of(heard), strict=True):
        print(
            f"{each.planned.at - first:9.3f} {each.at - first:9.3f} {error:8.1f} {each.likeness:6.3f} "
            f"{each.pieces:6.3f}  {each.planned.kind}: {each.planned.sound}"
        )


def print_errors(heard: Sequence[Heard]) -> list[str]:
    errors = sorted(abs(error) for error in errors_of(heard))
    median, p95 = statistics.median(errors), errors[min(len(errors) - 1, int(len(errors) * 0.95))]
    slope, offset = statistics.linear_regression([each.planned.at for each in heard], errors_of(heard))
    steady = sorted(abs(e - offset - slope * h.planned.at) for e, h in zip(errors_of(heard), heard, strict=True))
    print(f"{len(heard)} cues; error: median {median:.1f} ms, p95 {p95:.1f} ms, largest {errors[-1]:.1f} ms", end="; ")
    print(
        f"without the recorder's drift of {slope * 1000:.0f} ppm: median {statistics.median(steady):.1f} ms", end=", "
    )
    print(f"largest {steady[-1]:.1f} ms")
    failures = [f"the median error is {median:.1f} ms"] if median > MEDIAN_MS else []
    return failures + ([f"the p95 error is {p95:.1f} ms"] if p95 > P95_MS else [])


def print_understood(recording: Samples, heard: Sequence[Heard]) -> None:
    parts = [
        (each.planned.sound, recording[int(each.offset * RATE) : int((each.offset + each.seconds) * RATE)])
        for each in heard
        if each.planned.kind == "voice"
    ]
    answer = understood(parts)
    print(answer if isinstance(answer, str) else f"a recogniser understood {len(answer)} of {len(parts)} phrases")


def main() -> int:
    reason = missing_screen() or (f"{missing_program()} is not installed" if missing_program() else None)
    if reason:
        print(reason, file=sys.stderr)
        return 1
    pictures = Path(os.environ["BENCH_PICTURES"]) if "BENCH_PICTURES" in os.environ else None
    server = SoundServer()
    os.environ.update(server.environment)
    server.start()
    try:
        with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
            wanted = announced(Path(folder))
            seconds = answer_of(Path(folder), "plan", ROUTINE)["seconds"]
            heard, recording, failures = play(server, Path(folder), pictures)
            print_table(heard)
            failures += print_errors(heard) + unmet(heard, wanted, seconds)
            if (loudest := loudest_elsewhere(recording, heard)) > FAINT:
                failures.append(f"something else was heard, as loud as {loudest:.3f}")
            print_understood(recording, heard)
    finally:
        server.close()
    print("\n".join(f"FAILED: {failure}" for failure in failures) or "every demand is met")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
