"""Starting at login on Linux: a desktop entry in the autostart folder."""

from __future__ import annotations

import re
from pathlib import Path

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

_PLAIN = re.compile(r"[\w./:=,+@-]+", re.ASCII)
_ESCAPED_IN_QUOTES = re.compile(r'(["`$\\])')
_SWITCHED_OFF = re.compile(
    r"^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$", re.MULTILINE | re.IGNORECASE
)


class DesktopEntry:
    """The desktop starts what the entry names; its settings may switch the entry off and leave it there."""

    def __init__(self, folder: Path, words: tuple[str, ...], *, is_sandboxed: bool = False) -> None:
        self._path = folder / "hipback.desktop"
        self._words = words
        self._is_sandboxed = is_sandboxed

    def is_on(self) -> bool:
        try:
            return not _SWITCHED_OFF.search(self._path.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            return False

    def switch(self, on: bool) -> None:
        if on and self._is_sandboxed:
            raise UserError(
                _("Hipback cannot do that from its sandbox; add it to the startup programs of your desktop instead.")
            )
        try:
            if on:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_text(self._text(), encoding="utf-8")
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            sentence = _("{file} cannot be changed ({reason}); allow that, or use your desktop’s startup programs.")
            raise UserError(sentence.format(file=self._path, reason=error.strerror or error)) from error

    def _text(self) -> str:
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Hipback",
            "Comment=" + _("Sitting breaks, from the tray"),
            f"Exec={exec_line(self._words)}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        )
        return "\n".join(lines) + "\n"


def exec_line(words: tuple[str, ...]) -> str:
    """The words as the value of ``Exec``: quoted, then escaped once more as every text of such a file."""
    return " ".join(map(_quoted, words)).replace("\\", "\\\\")


def _quoted(word: str) -> str:
    word = word.replace("%", "%%")
    return word if _PLAIN.fullmatch(word) else '"' + _ESCAPED_IN_QUOTES.sub(r"\\\1", word) + '"'
