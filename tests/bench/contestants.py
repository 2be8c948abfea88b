"""Programs that are started side by side, and seen from outside: when they are there, and what they cost at rest."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.compiled import is_compiled
from tests.bench.private_desktop import PrivateDesktop, end
from tests.bench.processes import Rest, at_rest, pss_mb, tree
from tests.bench.seeing import Onlooker, Seen
from tests.builders import NOON

ROOT = Path(__file__).resolve().parents[2]
APPEARS_WITHIN_SECONDS = 25.0
CALM_SECONDS = 0.5
PART_OF_A_START = "hipback_desktop/app/program.py"
BARE = str(ROOT / "tests/bench/bare.py")


@dataclass(frozen=True)
class Contestant:
    """A program, and where it shows itself: in a window, which may have a page to wait for, or in the tray."""

    name: str
    command: tuple[str, ...]
    has_window: bool = False
    has_page: bool = False


HIPBACK, WINDOW, ICON = "Hipback", "a bare window", "a bare tray icon"
PEERS = (
    Contestant("Workrave", ("workrave",)),
    Contestant("Safe Eyes", ("safeeyes",)),
    Contestant("RSIBreak", ("rsibreak",)),
)


def bare(name: str) -> Contestant:
    words = {WINDOW: "label", ICON: "tray"}
    return Contestant(name, (sys.executable, BARE, words[name]), has_window=name == WINDOW)


def hipback(data_dir: Path, *, waits: bool) -> Contestant:
    """As somebody has it who is through the screens of the first start and is reminded to get up."""
    data_dir.mkdir(exist_ok=True)
    settings = {"safety_seen_at": NOON.isoformat(), "breaks_on": True}
    (data_dir / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    start = "import sys; from hipback_desktop.cli import main; sys.exit(main())"  # as the installed command does
    folder = f"HIPBACK_DATA_DIR={data_dir}"  # nobody types an option to open a window
    words = ("env", folder, sys.executable, "-c", start, *(("--tray",) if waits else ()))
    return Contestant(HIPBACK, words, has_window=not waits, has_page=not waits)


def installed_peers() -> tuple[Contestant, ...]:
    return tuple(peer for peer in PEERS if shutil.which(peer.command[0]))


@contextmanager
def shown(desktop: PrivateDesktop, contestant: Contestant) -> Iterator[tuple[int, Seen]]:
    """One run of a program, from when it can be seen: its process, and how long that took."""
    time.sleep(CALM_SECONDS)
    connection = desktop.connection()
    onlooker = Onlooker(connection)
    began = time.monotonic()
    process = desktop.start(contestant.command, folder=ROOT)
    try:
        seen = (
            onlooker.wait_for_window(began, APPEARS_WITHIN_SECONDS, whole=contestant.has_page)
            if contestant.has_window
            else onlooker.wait_for_icon(began, APPEARS_WITHIN_SECONDS)
        )
        connection.close()
        yield process.pid, seen
    finally:
        end(tree(process.pid))
        process.wait()


def starts(desktop: PrivateDesktop, contestants: Sequence[Contestant], times: int) -> dict[str, list[Seen]]:
    """When each was there, started in turns; the first turn, in which it is compiled, does not count."""
    found: dict[str, list[Seen]] = {contestant.name: [] for contestant in contestants}
    for turn in range(times + 1):
        for contestant in contestants:
            with shown(desktop, contestant) as (_pid, seen):
                if turn:
                    found[contestant.name].append(seen)
        if not is_compiled(ROOT / PART_OF_A_START):
            raise RuntimeError(f"{PART_OF_A_START} is compiled at each start, as in no installed program")
    return found


def memory(desktop: PrivateDesktop, contestant: Contestant, settle_seconds: float) -> float:
    """Megabytes of its whole tree, the only one of them that runs."""
    with shown(desktop, contestant) as (pid, _seen):
        time.sleep(settle_seconds)
        return pss_mb(tree(pid))


def rests(
    desktop: PrivateDesktop, contestants: Sequence[Contestant], settle_seconds: float, seconds: float
) -> dict[str, Rest]:
    """All of them at once in the tray, watched for so long."""
    running = {contestant.name: desktop.start(contestant.command, folder=ROOT) for contestant in contestants}
    try:
        time.sleep(settle_seconds)
        found = at_rest([process.pid for process in running.values()], seconds)
        ended = [name for name, process in running.items() if process.poll() is not None]
        if ended:
            raise RuntimeError(f"{', '.join(ended)} ended by itself: who is not there wakes nobody")
        return {name: found[process.pid] for name, process in running.items()}
    finally:
        for process in running.values():
            end(tree(process.pid))
            process.wait()
