"""Starting at login on macOS: a property list in the folder of launch agents."""

from __future__ import annotations

import plistlib
from pathlib import Path

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

LABEL = "hipback.tray"


class LaunchAgent:
    """Not run so far on macOS; the file is checked by tests."""

    def __init__(self, folder: Path, words: tuple[str, ...]) -> None:
        self._path = folder / f"{LABEL}.plist"
        self._words = words

    def is_on(self) -> bool:
        return self._path.is_file()

    def switch(self, on: bool) -> None:
        agent = {"Label": LABEL, "ProgramArguments": list(self._words), "RunAtLoad": True, "ProcessType": "Interactive"}
        try:
            if on:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_bytes(plistlib.dumps(agent))
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            raise UserError(
                _("{file} cannot be changed ({reason}); allow that, or add Hipback to your login items.").format(
                    file=self._path, reason=error.strerror or error
                )
            ) from error
