"""Where rendered speech and the chimes are on disk, and how long each sounds."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from pathlib import Path

from hipback_desktop.sound.voice import VoiceChoice
from hipback_desktop.sound.wav import seconds_of

_FORMAT_VERSION = 1  # raise it when trimming or levelling changes: every phrase is then rendered anew
_LONGEST_PHRASE = 300  # characters; eSpeak ends its process somewhere above 10,000, and nobody listens to 300
_LIMIT_BYTES = 200_000_000

logger = logging.getLogger(__name__)


def is_speakable(text: str) -> bool:
    """Whether a text can be spoken at all; what cannot is shown on screen only."""
    return 0 < len(text) <= _LONGEST_PHRASE and any(character.isalnum() for character in text)


class PhraseCache:
    """The folder of rendered phrases: named by what they were made from, so that no entry can ever be out of date."""

    def __init__(self, folder: Path, chimes: Path, limit_bytes: int = _LIMIT_BYTES) -> None:
        self.folder = folder
        self._chimes = chimes
        self._limit_bytes = limit_bytes

    def file_of(self, engine: str, choice: VoiceChoice, text: str) -> Path:
        """Where this text is, once ``engine`` (the speech library and its version) has rendered it."""
        origin = json.dumps([_FORMAT_VERSION, engine, choice.voice, choice.rate, choice.pitch, text])
        return self.folder / f"{hashlib.sha256(origin.encode()).hexdigest()[:32]}.wav"

    def length(self, file: Path) -> float | None:
        """How many seconds ``file`` sounds, or None when it is missing or damaged and must be rendered."""
        return seconds_of(file)

    def chime_file(self, name: str) -> Path:
        """The file of a chime."""
        return self._chimes / f"{name}.wav"

    def chime_seconds(self, name: str) -> float | None:
        """How many seconds a chime sounds, or None when there is no such chime."""
        return seconds_of(self.chime_file(name))

    def mark_used(self, file: Path) -> None:
        """Make ``file`` the newest, so that pruning keeps it."""
        try:
            os.utime(file)
        except OSError as error:  # a read-only cache still speaks
            logger.debug("cannot mark %s as used: %s", file.name, error)

    def prune(self) -> None:
        """Remove half-written files and, above the limit, what was not used for longest.

        Only while nothing is being rendered: a half-written file is then one whose writer died.
        """
        entries = []
        for file in self.folder.glob("*.wav"):
            status = file.stat()
            entries.append((not file.name.endswith(".part.wav"), status.st_mtime_ns, status.st_size, file))
        total = sum(size for _is_whole, _used, size, _file in entries)
        for is_whole, _used, size, file in sorted(entries):
            if is_whole and total <= self._limit_bytes:
                break
            file.unlink(missing_ok=True)
            total -= size
