"""The whole data folder in one file and back: the sessions and the settings, also while the program runs."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from hipback_desktop.catalogue.problem import Report
from hipback_desktop.catalogue.reading import parse_document
from hipback_desktop.core.errors import HipbackError, UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import marked
from hipback_desktop.storage.database import open_copy
from hipback_desktop.storage.inspection import NewerError
from hipback_desktop.storage.settings_file import LARGEST_SETTINGS
from hipback_desktop.storage.whole_file import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hipback_desktop.storage.database import Database

LARGEST_DATABASE: Final = 2_000_000_000
DATABASE_NAME: Final = "hipback.sqlite3"
SETTINGS_NAME: Final = "settings.json"
_PRIVATE_FOLDER: Final = 0o700
_DAMAGED_TEXT: Final = marked("it is damaged or no backup of Hipback")
_PACKED_AS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED: Final = 1  # the bit of an entry that needs a password
_UNPACKING: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)
"""What unpacking a damaged file ends in; ValueError is what ``zipfile`` says of a place before its beginning."""


class _ForeignError(UserError):
    """A file is not a backup; the text says why."""


def back_up_all(database: Database, settings: Path, target: Path) -> None:
    """Writes everything to one file, which is replaced."""
    try:
        with tempfile.TemporaryDirectory(prefix="hipback-") as folder, written_whole(target) as stream:
            copy = Path(folder) / DATABASE_NAME
            database.copy_to(copy)
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
                packed.write(copy, DATABASE_NAME)
                if settings.is_file():
                    packed.write(settings, SETTINGS_NAME)
    except OSError as error:
        sentence = _("{path} could not be written ({reason}); put that right, or name another file.")
        raise UserError(sentence.format(path=target, reason=error.strerror or error)) from error


def restore_all(database: Database, settings: Path, source: Path) -> None:
    """Puts what is in a backup in the place of what is there, after all of it was looked at.

    What was there is kept beside the database, as the copy before the restoring.
    """
    with _room_to_unpack(database.path.parent) as unpacked:
        try:
            _unpack(source, unpacked)
            copy = open_copy(unpacked / DATABASE_NAME)
        except (OSError, HipbackError) as error:
            raise _refused(source, error) from error
        try:
            database.replace_content(copy)
        finally:
            copy.close()
        restored = unpacked / SETTINGS_NAME
        if restored.is_file():
            with restored.open("rb") as content, written_whole(Path(os.path.realpath(settings))) as stream:
                shutil.copyfileobj(content, stream)


@contextmanager
def _room_to_unpack(parent: Path) -> Iterator[Path]:
    """A folder beside the database, always the same: what a kill leaves in it goes the next time."""
    folder = parent / "restoring"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(_PRIVATE_FOLDER)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unpack(source: Path, folder: Path) -> None:
    if source.exists() and not source.is_file():
        raise _ForeignError(_("it is not a regular file"))
    with _damage_told(), zipfile.ZipFile(source) as packed:  # nothing in here that could go wrong by our own fault
        names = {*packed.namelist()}
        if DATABASE_NAME not in names or not names <= {DATABASE_NAME, SETTINGS_NAME} or not _is_ours(packed):
            raise _ForeignError(_("it is no backup that Hipback made"))
        for name, largest in ((DATABASE_NAME, LARGEST_DATABASE), (SETTINGS_NAME, LARGEST_SETTINGS)):
            if name in names:
                with packed.open(name) as content, (folder / name).open("xb") as stream:
                    _copy(content, stream, largest)
    settings = folder / SETTINGS_NAME
    if settings.exists() and not isinstance(parse_document(settings.read_bytes(), Report(SETTINGS_NAME)), dict):
        raise _ForeignError(_("the settings in it are damaged"))


def _is_ours(packed: zipfile.ZipFile) -> bool:
    """Whether nothing is in it twice, locked, or packed in a way that Hipback never packs."""
    entries = packed.infolist()
    are_ours = (entry.compress_type in _PACKED_AS and not entry.flag_bits & _LOCKED for entry in entries)
    return all(are_ours) and len({entry.filename for entry in entries}) == len(entries)


@contextmanager
def _damage_told() -> Iterator[None]:
    """Says what is wrong with the file, where what reads it stumbles; a fault of the disk stays one."""
    try:
        yield
    except _UNPACKING as error:
        raise _ForeignError(_(_DAMAGED_TEXT)) from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the beginning of the file
            raise
        raise _ForeignError(_(_DAMAGED_TEXT)) from error


def _copy(content: IO[bytes], stream: IO[bytes], largest: int) -> None:
    """Copies a file that may say another size than it has."""
    left = largest
    while piece := content.read(min(1_000_000, left + 1)):
        left -= len(piece)
        if left < 0:
            raise _ForeignError(_("something in it is too large"))
        stream.write(piece)


def _refused(source: Path, error: Exception) -> UserError:
    if isinstance(error, NewerError):
        reason = _("it comes from a newer Hipback; update this one")
    elif isinstance(error, OSError) and error.strerror:
        reason = error.strerror
    elif isinstance(error, _ForeignError):
        reason = str(error)
    else:
        reason = _(_DAMAGED_TEXT)
    sentence = _("{path} was not restored, and nothing was changed: {reason}.")
    return UserError(sentence.format(path=source, reason=reason))
