"""Measures what Hipback promises, each thing beside a baseline in the same run, and prints one table.

``python -m tests.bench`` takes about half an hour, with ``--quick`` a few minutes; leave the computer alone meanwhile.
Each part runs in a process of its own, on a desktop of its own where it needs one. ``--markdown`` prints the table as
the README has it, ``--times 2`` measures all of it twice and shows both ends, ``--only started waiting`` measures
parts, and ``--only bundle`` what ``packaging/build.py bundle`` has made. Ends with 1 when a promise is not kept.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tests.bench.private_desktop import LAPTOP, LARGE, missing_desktop, private_desktop
from tests.bench.processes import with_qt
from tests.bench.table import Line, as_documents, as_markdown, as_text, merged, of_document
from tests.sound.sound_server import missing_program

ROOT: Final = Path(__file__).resolve().parents[2]
LONGEST_SECONDS = 1800
CALM = 0.5
"""The load of a computer that does nothing else."""


@dataclass(frozen=True)
class Part:
    """A function of a module that gives lines; what it needs, and whether it is measured only when it is named."""

    module: str
    screen: str | None = None
    sounds: bool = False
    when_named: bool = False


PARTS: Final[Mapping[str, Part]] = {
    "started": Part("parts_program", LAPTOP),
    "waiting": Part("parts_program", LAPTOP),
    "timing": Part("parts_session"),
    "cues": Part("parts_session", sounds=True),
    "processor": Part("parts_session", LAPTOP, sounds=True),
    "painting": Part("parts_session", LARGE),
    "library": Part("parts_pages"),
    "progress": Part("parts_pages"),
    "content": Part("parts_pages"),
    "bundle": Part("parts_bundle", LAPTOP, when_named=True),
}


def lines_of(name: str, *, quick: bool) -> list[Line]:
    """What a part measures in a process of its own, or why it cannot."""
    part = PARTS[name]
    reason = why_not(part)
    if reason:
        return [Line(name, why_not=reason)]
    words = [sys.executable, "-m", "tests.bench", "--part", name, *(["--quick"] if quick else [])]
    with private_desktop(part.screen) if part.screen else nullcontext() as desktop:
        environment = dict(desktop.environment) if desktop else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS
        )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return [Line(name, why_not="it failed, see above")]
    return [of_document(document) for document in json.loads(done.stdout.splitlines()[-1])]


def why_not(part: Part) -> str | None:
    """What is missing here, as a sentence."""
    if not sys.platform.startswith("linux"):
        return "this is measured on Linux"
    if part.sounds and missing_program():
        return f"{missing_program()} is not installed (apt install pulseaudio pulseaudio-utils)"
    return missing_desktop() if part.screen else None


def run_part(name: str, *, quick: bool) -> None:
    """Prints the lines of a part as the last line of the output."""
    measure: Callable[..., list[Line]] = getattr(importlib.import_module(f"tests.bench.{PARTS[name].module}"), name)
    print(json.dumps(as_documents(measure(quick=quick))))


def main(arguments: list[str]) -> int:
    """Measures, tells on standard error what it is at, and prints the table."""
    options = parsed(arguments)
    if options.part:
        run_part(options.part, quick=options.quick)
        return 0
    around = surroundings()
    runs: list[list[Line]] = []
    for turn in range(options.times):
        runs.append([])
        for name in options.only or [name for name, part in PARTS.items() if not part.when_named]:
            print(f"{turn + 1} of {options.times}: {name}", file=sys.stderr, flush=True)
            runs[-1] += lines_of(name, quick=options.quick)
    lines = merged(runs)
    print(as_markdown(lines) if options.markdown else as_text(lines), around, sep="\n\n")
    return 1 if any(line.is_kept is False or line.why_not.startswith("it failed") for line in lines) else 0


def surroundings() -> str:
    """When and on what this is measured, and what else goes on there: figures of a busy computer are none."""
    models = re.findall(r"^model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    processor = f"{len(models)} × {models[0]}" if models else f"{os.cpu_count()} processors"
    load, others = os.getloadavg()[0], with_qt()
    busy = f"; load {load:.1f} before, {others} other programs with Qt, which shares memory with them"
    system = f"{platform.system()} {platform.release()}"
    return f"{datetime.now(tz=UTC).date()}, {processor}, {system}{busy if load > CALM or others else ''}."


def parsed(arguments: list[str]) -> Any:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures what Hipback promises.")
    parser.add_argument("--quick", action="store_true", help="fewer and shorter runs: a few minutes")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--times", type=int, default=1, help="measure all of it so often, and show the spread")
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
