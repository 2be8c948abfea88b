"""Sessions the database could not take, each in a file beside it, until it can."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.storage.session_document import ForeignDocumentError
from hipback_desktop.storage.session_json import json_lines, records_in_json
from hipback_desktop.storage.whole_file import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hipback_desktop.core.record import SessionRecord

logger = logging.getLogger(__name__)

_PRIVATE_FOLDER: Final = 0o700


class Unsaved:
    """Keeps sessions in the first of several folders that can be written: one may be full, or not ours to write."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    def keep(self, record: SessionRecord, reason: UserError) -> UserError:
        """Writes the session to a file; the error that says so after the reason, or that it could not be done."""
        name = f"unsaved-{hashlib.sha256(record.id.encode()).hexdigest()[:24]}.json"
        for folder in self._folders:
            try:
                folder.mkdir(_PRIVATE_FOLDER, parents=True, exist_ok=True)
                with written_whole(folder / name) as stream:
                    stream.writelines(piece.encode() for piece in json_lines([record]))
            except OSError as error:
                logger.info("no session can be kept in %s: %s", folder, error)
                continue
            sentence = _("{reason} The session is kept in {file}, and taken in at the next start.")
            return UserError(sentence.format(reason=reason, file=folder / name))
        return UserError(_("{reason} The session could not be kept anywhere.").format(reason=reason))

    def found(self) -> Iterator[tuple[Path, SessionRecord]]:
        """The sessions that wait, each with its file; one that cannot be read stays where it is."""
        for file in [file for folder in self._folders for file in sorted(folder.glob("unsaved-*.json"))]:
            try:
                with file.open(encoding="utf-8") as stream:
                    records = list(records_in_json(stream))
            except (OSError, UnicodeDecodeError, ForeignDocumentError) as error:
                logger.warning("%s cannot be taken in: %s", file, error)
                continue
            yield from ((file, record) for record in records)
