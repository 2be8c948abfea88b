"""Which of the files PyInstaller gathers go into the bundle: the parts of Qt that Hipback uses, no library of Linux."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePosixPath
from typing import Final

MODULES: Final = frozenset(
    {
        *("Core", "Gui", "Widgets", "Network", "Multimedia", "StateMachine", "Svg", "PrintSupport"),  # imported
        *("DBus", "Concurrent", "XcbQpa", "WaylandClient"),  # what those and their plug-ins are linked with
    }
)
PLUGINS: Final = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platformthemes": {"qxdgdesktopportal"},  # GTK's would double the memory, see app/__init__.py
    "platforminputcontexts": {"ibusplatforminputcontextplugin", "composeplatforminputcontextplugin"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    # Sound is streams of samples, which on Linux need no back end; FFmpeg's, for films, is 20 MB.
    "multimedia": {"windowsmediaplugin", "darwinmediaplugin"},
}
UNUSED_MODULES: Final = ("tkinter", "ssl", "_ssl", "_hashlib", "unittest", "pydoc", "doctest", "setuptools", "pip")
"""What libraries would like to have and do without: Hipback knows no network, and what Python has built in hashes."""

_QT: Final = re.compile(r"(?:lib)?Qt6?([A-Z0-9]\w*)\.")
_NOT_USED: Final = re.compile(
    r"(?:lib)?(?:av(?:codec|format|util)|sw(?:scale|resample)|Qt6?FFmpeg|pyside6qml|opengl32sw)"
)
_LINUX_LIBRARY: Final = re.compile(r"/(?:usr/)?lib(?:64)?/(?!python)(?:[\w-]+/)*(?!libpython)[^/]+\.so[\d.]*")


def is_part(destination: str, source: str, languages: Collection[str] = ()) -> bool:
    """Whether a gathered file goes into the bundle; ``languages`` are those that Hipback's own words are in.

    The libraries of Linux stay out: the system keeps them safe, and names what brings them (a package's ``Depends``).
    """
    path = PurePosixPath(destination.replace("\\", "/"))
    if path.parts[0] != "PySide6":
        return not _LINUX_LIBRARY.fullmatch(source)
    if "plugins" in path.parts:
        return path.name.removeprefix("lib").split(".")[0] in PLUGINS.get(path.parent.name, ())
    if "translations" in path.parts:
        return path.stem in {f"qtbase_{language}" for language in languages}
    # macOS has a folder for each module, which goes or stays as a whole: half of one could not be signed
    module = _QT.match(next((part for part in path.parts if part.endswith(".framework")), path.name))
    if module:
        return module[1] in MODULES
    return not _NOT_USED.match(path.name)
