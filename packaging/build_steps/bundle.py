"""The bundle: one folder that holds the program and all it needs beside the libraries of the system."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from build_steps import BuildError
from build_steps.environment import BUILD, DIST, ROOT, run

FOLDER = DIST / "hipback"


def build_bundle() -> Path:
    """Made anew by PyInstaller, asked for its version, and on Linux looked through for libraries that are nowhere."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    places = ("--distpath", str(DIST), "--workpath", str(BUILD / "bundle"))
    spec = str(ROOT / "packaging/bundle/hipback.spec")
    run(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *places, spec)
    print(run(str(FOLDER / ("hipback-terminal" if sys.platform == "win32" else "hipback")), "--version").strip())
    missing = missing_libraries(FOLDER) if sys.platform.startswith("linux") else []
    if missing:
        raise BuildError("Nowhere to be found: " + ", ".join(missing) + ". Install what brings them, then start again.")
    return FOLDER


def binaries(folder: Path) -> list[Path]:
    """Every program and library below it, for Linux."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return [path for path in files if path.open("rb").read(4) == b"\x7fELF"]


def missing_libraries(folder: Path) -> list[str]:
    """The libraries that something in the bundle is linked with and the loader does not find."""
    told = (line for path in binaries(folder) for line in run("ldd", str(path)).splitlines())
    return sorted({line.split()[0] for line in told if line.endswith("not found")})
