"""Starting at login on Windows: a value under the Run key of the person's part of the registry."""

from __future__ import annotations

import subprocess
import sys
from typing import Protocol

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

VALUE = "Hipback"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the settings of Windows note what the person has switched off there."""


class Registry(Protocol):
    """The values under a key of the person's own part."""

    def read(self, key: str) -> object:
        """Ours; None when there is none."""
        ...

    def write(self, key: str, text: str) -> None: ...

    def delete(self, key: str) -> None:
        """Nothing to do when there is none."""
        ...


class RunKey:
    """On when the value is there and the settings of Windows have not switched it off."""

    def __init__(self, registry: Registry, words: tuple[str, ...]) -> None:
        self._registry = registry
        self._words = words

    def is_on(self) -> bool:
        try:
            approved = self._registry.read(APPROVED)
            is_off = isinstance(approved, bytes) and bool(approved) and approved[0] % 2 == 1
            return self._registry.read(RUN) is not None and not is_off
        except OSError:
            return False

    def switch(self, on: bool) -> None:
        try:
            if on:
                self._registry.write(RUN, subprocess.list2cmdline(self._words))
                self._registry.delete(APPROVED)
            else:
                self._registry.delete(RUN)
        except OSError as error:
            raise UserError(
                _("Windows did not allow that ({reason}); use its settings, under startup apps.").format(
                    reason=error.strerror or error
                )
            ) from error


class WindowsRegistry:
    """Not run so far: Windows."""

    def read(self, key: str) -> object:
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    return winreg.QueryValueEx(opened, VALUE)[0]
            except FileNotFoundError:
                return None
        return None

    def write(self, key: str, text: str) -> None:
        if sys.platform == "win32":
            import winreg

            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, VALUE, 0, winreg.REG_SZ, text)

    def delete(self, key: str) -> None:
        if sys.platform == "win32":
            import winreg
            from contextlib import suppress

            with (
                suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened,
            ):
                winreg.DeleteValue(opened, VALUE)
