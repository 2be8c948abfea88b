"""How the two sound processes are started, from a checkout, an installation or a frozen bundle."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

CHILD_OPTION = "--sound-process"
_PACKAGE = __name__.rpartition(".")[0]
_CHILDREN = ("player", "render")


def child_command(child: str) -> list[str]:
    """The command line of the ``player`` or ``render`` process."""
    if getattr(sys, "frozen", False):  # a bundle has no interpreter to hand a module to: it starts itself again
        return [sys.executable, CHILD_OPTION, child]
    return [sys.executable, "-m", f"{_PACKAGE}.{child}"]


def child_folder() -> Path:
    """The folder a child is started in: ``python -m`` looks for modules there first, so it must be ours."""
    return Path(__file__).resolve().parents[2]


def run_child(arguments: list[str]) -> int | None:
    """The exit status of the sound process that ``arguments`` ask for, or None when they ask for something else.

    A frozen bundle's entry point calls this before anything else.
    """
    match arguments:
        case [option, child] if option == CHILD_OPTION and child in _CHILDREN:
            return int(importlib.import_module(f"{_PACKAGE}.{child}").main())
    return None
