"""Two thousand files that are not quite what Hipback exported: each is taken in whole, or refused with a sentence.

``python tests/bench/bench_import_faults.py [FILES]`` changes a sound export, half of them .json, half .csv, in one to
five places (bytes, pieces cut out or doubled, odd numbers and letters, deep nesting), imports each and looks at the
history before and after. Prints how many were refused, the slowest, and the memory, and ends with 1 when an import
raised anything but a UserError, changed the history although it was refused, took a second, or 200 MB were used.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from hipback_desktop.clock import SystemClock
from hipback_desktop.core.errors import UserError
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.exchange import export_sessions, import_sessions
from hipback_desktop.storage.session_store import SessionStore
from tests.storage.builders import a_record

FILES = 2000
SEED = 2026
SESSIONS = 40
LONGEST_SECONDS = 1.0
MOST_MB = 200
ODD = (
    b"[" * 200_000, b"{", b'"', b"null", b"1e999", b"-0", b"9" * 5000, b"\0", b"\xff\xfe", b"\xed\xa0\x80", b",", b"\r",
    b"true", b"=1+1", "٣".encode(), b'{"format": "hipback-sessions-9", "sessions": [', b"\\ud800", b"2026-13-45", b";",
)  # fmt: skip


def mutated(sound: bytes, chance: random.Random) -> bytes:
    """The file with something done to it in one to five places."""
    content = bytearray(sound)
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(content) + 1)
        piece = bytes(content[place : place + chance.choice((1, 20, 400, 5000))])
        match chance.randrange(6):
            case 0:
                content[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del content[place : place + len(piece)]
            case 2:
                content[place:place] = piece
            case 3:
                content[place:place] = chance.choice(ODD)
            case 4:
                other = chance.randrange(len(content) + 1)
                content[other:other] = piece
            case _:
                del content[place:]
    return bytes(content)


def taken_in(store: SessionStore, file: Path) -> tuple[bool, str]:
    """Whether a file was taken in, and what is wrong with the way it was or was not."""
    before = tuple(store.oldest_first())
    begun, was_taken_in = time.perf_counter(), False
    try:
        import_sessions(store, file, SystemClock().now())
    except UserError as error:
        if tuple(store.oldest_first()) != before or "\n" in str(error):
            return False, f"refused, and not as it should be: {error}"
    except Exception as error:  # noqa: BLE001 - any other is what is looked for
        return False, f"{type(error).__name__}: {error}"
    else:
        was_taken_in = True
    took = time.perf_counter() - begun
    return was_taken_in, f"took {took:.2f} s" if took > LONGEST_SECONDS else ""


def main() -> int:
    files = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    chance = random.Random(SEED)
    accepted, slowest = 0, 0.0
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
        root = Path(folder)
        database = open_database(root / "hipback.sqlite3")
        store = SessionStore(database)
        store.merge(a_record(number) for number in range(SESSIONS))
        sound = {}
        for kind in ("json", "csv"):
            export_sessions(store, root / f"sound.{kind}")
            sound[kind] = (root / f"sound.{kind}").read_bytes()
        for number in range(files):
            kind = ("json", "csv")[number % 2]
            file = root / f"strange.{kind}"
            file.write_bytes(mutated(sound[kind], chance))
            begun = time.perf_counter()
            was_taken_in, fault = taken_in(store, file)
            slowest = max(slowest, time.perf_counter() - begun)
            accepted += was_taken_in
            if fault:
                faults.append(f"{number}: {fault}")
        database.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if memory > MOST_MB:
        faults.append(f"{memory:.0f} MB were used")
    print(f"{files} files: {accepted} taken in, {files - accepted} refused, ", end="")
    print(f"the slowest {slowest * 1000:.0f} ms, {memory:.0f} MB, {len(faults)} faults", *faults, sep="\n  ")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
