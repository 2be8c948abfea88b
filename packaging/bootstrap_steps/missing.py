"""Finds out what a Linux system lacks, by trying: Qt's libraries, a font, the programs of the sound tests."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from bootstrap_steps import SetupError
from bootstrap_steps.library_table import LIBRARIES

_PROBE: Final = Path(__file__).with_name("probe.py")
_MODULES: Final = tuple(
    f"PySide6.Qt{name}" for name in ("Core", "Gui", "Widgets", "Svg", "Network", "DBus", "StateMachine", "Multimedia")
)
_PLUGINS: Final[Mapping[str, str]] = {
    "any": "platforms/libqoffscreen.so",
    "x11": "platforms/libqxcb.so",
    "wayland": "platforms/libqwayland.so",
}
_FONT_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_FONT_FILES: Final = frozenset({".ttf", ".otf", ".ttc", ".pfb"})
_LOADER_SAYS: Final = re.compile(r"([^\s/:]+\.so[.\d]*): cannot open shared object file")

Which = Callable[[str], "str | None"]


def screens(environ: Mapping[str, str]) -> frozenset[str]:
    """What a window may be shown on; nothing on a server or in CI, where windows are drawn into memory."""
    found = {"any"}
    if environ.get("DISPLAY"):
        found.add("x11")
    if environ.get("WAYLAND_DISPLAY"):
        found.add("wayland")
    return frozenset(found)


def libraries(python: str, wanted: frozenset[str]) -> list[str]:
    """The shared libraries that Qt asks the system for in vain."""
    failures = _probe(python, [*_MODULES, *(_PLUGINS[screen] for screen in sorted(wanted))])
    if not failures:
        return []
    # The loader names only the first library it misses: try all that are known, to ask once and not ten times.
    known = [library.file for library in LIBRARIES if library.screen in wanted]
    found = missing_libraries([*failures, *_probe(python, known)])
    if not found:
        raise SetupError(f"Qt does not load here: {failures[0]}")
    return found


def missing_libraries(messages: Iterable[str]) -> list[str]:
    """The library names in messages like ``libGL.so.1: cannot open shared object file``, each once."""
    names = (match[1] for message in messages if (match := _LOADER_SAYS.match(message)))
    return list(dict.fromkeys(names))


def fonts(which: Which) -> list[str]:
    """Without any font, Qt draws a window full of empty boxes and says nothing."""
    if which("fc-list"):
        listed = subprocess.run(["fc-list"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        return [] if listed.stdout.strip() else ["font"]
    return [] if any(map(_has_font, _FONT_FOLDERS)) else ["font"]


def _has_font(folder: str) -> bool:
    walk = os.walk(Path(folder).expanduser())
    return any(Path(name).suffix.lower() in _FONT_FILES for _, _, names in walk for name in names)


def test_programs(which: Which) -> list[str]:
    """A sound server to play to and a recorder; beside PipeWire's server no second one is ever installed."""
    needs = [] if which("pulseaudio") or which("pipewire-pulse") else ["pulseaudio"]
    return needs if which("parec") else [*needs, "parec"]


def _probe(python: str, things: list[str]) -> list[str]:
    result = subprocess.run([python, str(_PROBE), *things], capture_output=True, text=True, check=False)
    if result.returncode:
        raise SetupError(f"The Python in .venv does not work: {result.stderr.strip()[-500:]}")
    return [line.split("\t", 1)[1] for line in result.stdout.splitlines()]
