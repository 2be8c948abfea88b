"""Tries to load what Hipback needs, in the Python of ``.venv``; prints a line for everything that does not load.

Each argument is a module of PySide6 (``PySide6.QtGui``), a plugin of Qt (``platforms/libqxcb.so``) or a library.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import sys
from pathlib import Path


def load(thing: str) -> None:
    if thing.startswith("PySide6."):
        importlib.import_module(thing)
    elif "/" in thing:
        spec = importlib.util.find_spec("PySide6")
        places = spec.submodule_search_locations if spec is not None else None
        if not places:
            raise ImportError("PySide6 is not installed")
        ctypes.CDLL(str(Path(places[0], "Qt", "plugins", thing)))
    else:
        ctypes.CDLL(thing)


def main(things: list[str]) -> None:
    for thing in things:
        try:
            load(thing)
        except (ImportError, OSError) as problem:
            print(thing, " ".join(str(problem).split()), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
