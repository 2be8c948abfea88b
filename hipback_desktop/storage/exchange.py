"""Sessions out to a file of the person's own, and in from one: all of it or nothing."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import marked
from hipback_desktop.core.merging import believed
from hipback_desktop.storage.session_calendar import is_in_calendar
from hipback_desktop.storage.session_csv import csv_lines, records_in_csv
from hipback_desktop.storage.session_document import ForeignDocumentError
from hipback_desktop.storage.session_json import json_lines, records_in_json
from hipback_desktop.storage.whole_file import written_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path
    from typing import TextIO

    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.storage.session_store import Merge, SessionStore

    Written = Callable[[Iterable[SessionRecord]], Iterator[str]]
    Read = Callable[[TextIO], Iterator[SessionRecord]]

LARGEST_FILE: Final = 1_000_000_000
_UNKNOWN_OUT: Final = marked(
    "{path} is of no kind known here; give it a name that ends in .json or .csv, or .ics to write a calendar."
)
_UNKNOWN_IN: Final = marked(
    "{path} is no .json or .csv file of sessions, which can be taken in; a backup is put back with “hipback restore”."
)


def export_sessions(store: SessionStore, path: Path, calendar: Written | None = None) -> int:
    """Writes the sessions to the file, which is replaced; how many are in it. ``calendar`` is how .ics is written."""
    is_calendar = path.suffix.lower() == ".ics"
    written = calendar if calendar is not None and is_calendar else _form_of(path, _(_UNKNOWN_OUT))[0]
    count = 0

    def counted() -> Iterator[SessionRecord]:
        nonlocal count
        for record in store.oldest_first():
            count += not is_calendar or is_in_calendar(record)
            yield record

    try:
        with written_whole(path) as stream:
            for piece in written(counted()):
                stream.write(piece.encode())
    except OSError as error:
        sentence = _("{path} could not be written ({reason}); put that right, or name another file.")
        raise UserError(sentence.format(path=path, reason=error.strerror or error)) from error
    return count


def import_sessions(store: SessionStore, path: Path, now: datetime) -> Merge:
    """Merges the sessions of the file into the history; a file that is not all right changes nothing.

    It is read twice: first to the end without a change, so that nobody has to wait for a file that is being read.
    """
    _written, read = _form_of(path, _(_UNKNOWN_IN))
    with _opened(path) as stream:
        for _record in read(stream):
            pass
    with _opened(path) as stream:
        return store.merge(believed(record, now) for record in read(stream))


def _form_of(path: Path, otherwise: str) -> tuple[Written, Read]:
    match path.suffix.lower():
        case ".json":
            return json_lines, records_in_json
        case ".csv":
            return csv_lines, records_in_csv
        case ".ics":
            raise UserError(_("A calendar cannot be taken in; use a .json or .csv file for that."))
    raise UserError(otherwise.format(path=path))


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    try:
        with os.fdopen(_handle(path), encoding="utf-8-sig", newline="") as stream:
            yield stream
    except (ForeignDocumentError, UnicodeDecodeError) as error:
        reason = _("it is not UTF-8 text") if isinstance(error, UnicodeDecodeError) else str(error)
        raise _refused(path, reason) from error
    except OSError as error:
        raise _refused(path, error.strerror or str(error)) from error


def _handle(path: Path) -> int:
    """The open file; one that is none, or not of a size to read, is refused before it is read."""
    if path.exists() and not path.is_file():
        raise ForeignDocumentError(_("it is not a regular file"))
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if os.fstat(handle).st_size > LARGEST_FILE:
        os.close(handle)
        raise ForeignDocumentError(_("it is larger than {size} MB").format(size=LARGEST_FILE // 1_000_000))
    return handle


def _refused(path: Path, reason: str) -> UserError:
    sentence = _("{path} was not taken in, and nothing was changed: {reason}.")
    return UserError(sentence.format(path=path, reason=reason))
