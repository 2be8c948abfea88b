"""The settings as a JSON file: read whatever befell it, written whole or not at all, unknown keys kept.

What reads it is imported when it is read: the first frame needs the theme alone.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.core.errors import HipbackError, UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.storage.faults import faults_told
from hipback_desktop.storage.whole_file import written_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.core.settings import Settings

_PRIVATE_FOLDER: Final = 0o700
_NEVER_BLOCK: Final = getattr(os, "O_NONBLOCK", 0)
LARGEST_SETTINGS: Final = 256_000
_THEME: Final = re.compile(rb'"theme": "([a-z]{1,20})"')


class SettingsFile:
    """The settings file; a link to it is followed, so that settings kept elsewhere stay there."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def theme(self) -> str:
        """What is chosen as theme, looked for without reading the rest; empty where it is not found."""
        try:
            raw = _bytes_of(self._path)
        except OSError:
            return ""  # said when the settings are read
        found = _THEME.search(raw or b"")
        return found[1].decode() if found else ""

    def read(self, *, puts_right: bool = True) -> tuple[Settings, tuple[str, ...]]:
        """The settings, and a sentence for each thing that was wrong with them; never fails.

        Who only looks ``puts_right`` nothing: a damaged file is left for the program opened next, which tells of it.
        """
        from hipback_desktop.core.settings import Settings
        from hipback_desktop.core.stored_settings import settings_from

        try:
            stored, complaints = self._stored(puts_right=puts_right)
        except HipbackError as error:
            return Settings(), (_("The settings are those of a new start: {reason}").format(reason=error),)
        settings, repairs = settings_from({key: value if _is_sound(value) else None for key, value in stored.items()})
        return settings, (*complaints, *repairs)

    def write(self, settings: Settings) -> None:
        """Keeps the settings in place of those in the file; what a newer program keeps there stays."""
        from dataclasses import asdict

        stored, _ = self._stored()
        text = _text({**stored, **asdict(settings)})
        if len(text) > LARGEST_SETTINGS:  # so much is not of our making, and would not be read back
            text = _text(asdict(settings))
        with faults_told(self._path):
            _write_whole(self._real_path(), text)

    def _stored(self, *, puts_right: bool = True) -> tuple[Mapping[str, Any], tuple[str, ...]]:
        """What the file holds; a damaged one is put aside, with the sentence that says so."""
        from hipback_desktop.catalogue.problem import Report
        from hipback_desktop.catalogue.reading import parse_document

        with faults_told(self._path):
            path = self._real_path()
            raw = _bytes_of(path)
            if raw is None:
                return {}, ()
            document = parse_document(raw, Report(path.name)) if len(raw) <= LARGEST_SETTINGS else None
            if isinstance(document, dict):
                return document, ()
            aside = path.with_name(f"{self._path.stem}.damaged{self._path.suffix}")
            if not puts_right:
                sentence = _("The settings file is damaged; Hipback will keep it as {file}, and settings start anew.")
                return {}, (sentence.format(file=aside),)
            path.replace(aside)
        sentence = _("The settings file was damaged, so settings start anew; it was kept as {file}.")
        return {}, (sentence.format(file=aside),)

    def _real_path(self) -> Path:
        path = Path(os.path.realpath(self._path))
        if path.exists() and not path.is_file():
            raise UserError(
                _("{path} is not a file; rename it, or name another folder with --data-dir.").format(path=self._path)
            )
        return path


def _bytes_of(path: Path) -> bytes | None:
    """As much of the file as could be settings and one byte more; None without a file."""
    try:
        handle = os.open(path, os.O_RDONLY | _NEVER_BLOCK | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return None
    with os.fdopen(handle, "rb") as stream:
        return stream.read(LARGEST_SETTINGS + 1)


def _is_sound(value: object) -> bool:
    """Whether a value is text that can be shown and kept, as far as it is text."""
    import json

    try:
        json.dumps(value, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        return False
    return True


def _text(values: Mapping[str, Any]) -> bytes:
    import json

    # a number beyond all limits becomes null, half a surrogate pair a question mark
    text = json.dumps(values, ensure_ascii=False, indent=2, default=lambda _: None)
    return f"{text}\n".encode("utf-8", "replace")


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(_PRIVATE_FOLDER, parents=True, exist_ok=True)
    with written_whole(path) as stream:
        stream.write(content)
