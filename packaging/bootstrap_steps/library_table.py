"""Which package brings what: the shared libraries Qt 6 asks a Linux system for, a font, programs of the tests.

Distributions with RPM packages need no names of libraries: there, a package can be asked for by what it provides.
Alpine is absent because PySide6 is not published for its C library.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Library:
    """A file, the kind of screen it is for, and the packages: Debian's possible names (newest first), Arch's."""

    file: str
    screen: str
    apt: tuple[str, ...]
    pacman: str


LIBRARIES: Final = (
    Library("libGL.so.1", "any", ("libgl1",), "libglvnd"),
    Library("libEGL.so.1", "any", ("libegl1",), "libglvnd"),
    Library("libX11.so.6", "any", ("libx11-6",), "libx11"),
    Library("libxkbcommon.so.0", "any", ("libxkbcommon0",), "libxkbcommon"),
    Library("libfontconfig.so.1", "any", ("libfontconfig1",), "fontconfig"),
    Library("libfreetype.so.6", "any", ("libfreetype6",), "freetype2"),
    Library("libglib-2.0.so.0", "any", ("libglib2.0-0t64", "libglib2.0-0"), "glib2"),
    Library("libgthread-2.0.so.0", "any", ("libglib2.0-0t64", "libglib2.0-0"), "glib2"),
    Library("libdbus-1.so.3", "any", ("libdbus-1-3",), "dbus"),
    Library("libgssapi_krb5.so.2", "any", ("libgssapi-krb5-2",), "krb5"),
    Library("libbrotlidec.so.1", "any", ("libbrotli1",), "brotli"),
    Library("libbrotlicommon.so.1", "any", ("libbrotli1",), "brotli"),
    Library("libz.so.1", "any", ("zlib1g",), "zlib"),
    Library("libzstd.so.1", "any", ("libzstd1",), "zstd"),
    Library("libstdc++.so.6", "any", ("libstdc++6",), "gcc-libs"),
    Library("libpulse.so.0", "any", ("libpulse0",), "libpulse"),
    Library("libxcb.so.1", "x11", ("libxcb1",), "libxcb"),
    Library("libX11-xcb.so.1", "x11", ("libx11-xcb1",), "libx11"),
    Library("libxkbcommon-x11.so.0", "x11", ("libxkbcommon-x11-0",), "libxkbcommon-x11"),
    Library("libxcb-cursor.so.0", "x11", ("libxcb-cursor0",), "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "x11", ("libxcb-icccm4",), "xcb-util-wm"),
    Library("libxcb-image.so.0", "x11", ("libxcb-image0",), "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "x11", ("libxcb-keysyms1",), "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "x11", ("libxcb-randr0",), "libxcb"),
    Library("libxcb-render.so.0", "x11", ("libxcb-render0",), "libxcb"),
    Library("libxcb-render-util.so.0", "x11", ("libxcb-render-util0",), "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "x11", ("libxcb-shape0",), "libxcb"),
    Library("libxcb-shm.so.0", "x11", ("libxcb-shm0",), "libxcb"),
    Library("libxcb-sync.so.1", "x11", ("libxcb-sync1",), "libxcb"),
    Library("libxcb-util.so.1", "x11", ("libxcb-util1",), "xcb-util"),
    Library("libxcb-xfixes.so.0", "x11", ("libxcb-xfixes0",), "libxcb"),
    Library("libxcb-xkb.so.1", "x11", ("libxcb-xkb1",), "libxcb"),
    Library("libwayland-client.so.0", "wayland", ("libwayland-client0",), "wayland"),
    Library("libwayland-cursor.so.0", "wayland", ("libwayland-cursor0",), "wayland"),
    Library("libwayland-egl.so.1", "wayland", ("libwayland-egl1",), "wayland"),
)

APT: Final[Mapping[str, tuple[str, ...]]] = {
    **{library.file: library.apt for library in LIBRARIES},
    "ensurepip": ("python3-venv",),
    "font": ("fonts-dejavu-core",),
    "pulseaudio": ("pulseaudio",),
    "parec": ("pulseaudio-utils",),
}
PACMAN: Final[Mapping[str, str]] = {
    **{library.file: library.pacman for library in LIBRARIES},
    "font": "ttf-dejavu",
    "pulseaudio": "pulseaudio",
    "parec": "libpulse",
}
DNF: Final[Mapping[str, str]] = {"font": "dejavu-sans-fonts", "pulseaudio": "pulseaudio", "parec": "pulseaudio-utils"}
ZYPPER: Final[Mapping[str, str]] = {"font": "dejavu-fonts", "pulseaudio": "pulseaudio", "parec": "pulseaudio-utils"}
