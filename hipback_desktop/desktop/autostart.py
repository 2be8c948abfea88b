"""Whether Hipback starts into the tray when the person logs in, as each platform does that; never unless asked."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

TRAY_OPTION = "--tray"


class Autostart(Protocol):
    """A platform's way; what goes wrong is a UserError."""

    def is_on(self) -> bool:
        """Whether Hipback starts at the next login, as far as this can be seen."""
        ...

    def switch(self, on: bool) -> None:
        """From the next login on, or no longer; switching it on again puts right what has moved."""
        ...


def new_autostart(
    words: tuple[str, ...], platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> Autostart:
    """That of this platform, for the command made of ``words``."""
    if platform == "win32":
        from hipback_desktop.desktop.autostart_windows import RunKey, WindowsRegistry

        return RunKey(WindowsRegistry(), words)
    if platform == "darwin":
        from hipback_desktop.desktop.autostart_macos import LaunchAgent

        return LaunchAgent(Path.home() / "Library/LaunchAgents", words)
    if "FLATPAK_ID" in environment:
        from hipback_desktop.desktop.autostart_portal import BackgroundPortal

        return BackgroundPortal(words)
    from hipback_desktop.desktop.autostart_xdg import DesktopEntry

    configuration = environment.get("XDG_CONFIG_HOME")
    folder = Path(configuration) if configuration else Path.home() / ".config"
    return DesktopEntry(folder / "autostart", words, is_sandboxed="SNAP" in environment)


def launch_words(
    data_dir: Path | None = None,
    executable: Path | None = None,
    root: Path | None = None,
    *,
    is_frozen: bool | None = None,
) -> tuple[str, ...]:
    """The command that starts this very Hipback into the tray: a bundle, the command beside Python, or a checkout."""
    python = executable or Path(sys.executable)
    options = ("--data-dir", str(data_dir.absolute()), TRAY_OPTION) if data_dir is not None else (TRAY_OPTION,)
    if getattr(sys, "frozen", False) if is_frozen is None else is_frozen:
        bundle = python.with_suffix(".exe") if python.suffix == ".com" else python  # .com is for a terminal
        return (os.environ.get("APPIMAGE", str(bundle)), *options)
    command = python.with_name("hipback")
    if command.is_file():
        return (str(command), *options)
    # On Windows the command beside Python would open a terminal: there, and from a checkout that is not installed,
    # Python is told where the package is.
    quiet = python.with_name("pythonw.exe")
    place = str(root or Path(__file__).resolve().parents[2])
    code = f"import sys; sys.path.insert(0, {place!r}); from hipback_desktop.cli import main; sys.exit(main())"
    return (str(quiet if quiet.is_file() else python), "-c", code, *options)
