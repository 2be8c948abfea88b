"""The Python environment that things are built in, beside them, with the pinned versions; and how programs are run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from build_steps import BuildError

ROOT = Path(__file__).resolve().parents[2]
BUILD, DIST = ROOT / "build", ROOT / "dist"
_FOLDER = BUILD / "environment"
_PYTHON = _FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def enter(arguments: Sequence[str]) -> int | None:
    """The exit status of the same build inside the environment, made when it is not there; None inside of it."""
    if Path(sys.prefix) == _FOLDER:
        return None
    run(sys.executable, "-m", "venv", str(_FOLDER))
    pins = str(ROOT / "packaging/constraints.txt")
    run(str(_PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", pins, "-e", f"{ROOT}[build]")
    return subprocess.call([str(_PYTHON), str(ROOT / "packaging/build.py"), *arguments])


def run(*command: str, folder: Path = ROOT) -> str:
    """What a program prints; one that fails or is missing ends the build."""
    try:
        done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    except FileNotFoundError as error:
        raise BuildError(f"The program {command[0]} is missing; install it, then start this again.") from error
    except subprocess.CalledProcessError as error:
        words = error.stdout[-3000:]
        raise BuildError(f"{words}\n{command[0]} failed, see above; put that right, then start this again.") from error
    return done.stdout
