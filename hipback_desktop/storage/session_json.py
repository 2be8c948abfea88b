"""Sessions as a JSON file, one a line; read back piece by piece, so that no file can take much memory."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.core.language import gettext as _
from hipback_desktop.storage.session_document import ForeignDocumentError, document_of, record_from, told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from hipback_desktop.core.record import SessionRecord

FORMAT: Final = "hipback-sessions-1"
LARGEST_SESSION: Final = 1_000_000

_HEAD: Final = re.compile(r'\s*\{\s*"format"\s*:\s*"([a-z]+-[a-z]+)-([0-9]{1,9})"\s*,\s*"sessions"\s*:\s*\[\s*')
_COMMA: Final = re.compile(r"\s*,\s*")
_TAIL: Final = re.compile(r"\s*\]\s*\}\s*")


def json_lines(records: Iterable[SessionRecord]) -> Iterator[str]:
    """The file in pieces."""
    yield f'{{"format": "{FORMAT}", "sessions": ['
    between = "\n"
    for record in records:
        yield between + json.dumps(document_of(record), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def records_in_json(stream: TextIO) -> Iterator[SessionRecord]:
    """The sessions of a file; raises ForeignDocumentError at the first thing that is not as it should be."""
    window = _Window(stream)
    head = window.take(_HEAD)
    if head is None or not FORMAT.startswith(f"{head[1]}-"):
        raise ForeignDocumentError(_("it is no file of sessions that Hipback exported"))
    if f"{head[1]}-{head[2]}" != FORMAT:
        raise ForeignDocumentError(_("it comes from a newer Hipback; update this one"))
    number = 0
    while window.take(_TAIL) is None:
        if number and window.take(_COMMA) is None:
            raise ForeignDocumentError(_("it breaks off after session {number}").format(number=number))
        number += 1
        with told_of(number):
            record = record_from(window.take_value())
        yield record
    if not window.is_over():
        raise ForeignDocumentError(_("something comes after its end"))


class _Window:
    """The part of a file that is being looked at."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._text = ""
        self._position = 0
        self._decoder = json.JSONDecoder(parse_constant=_refuse)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What comes next, when it fits the pattern."""
        self._fill()
        found = pattern.match(self._text, self._position)
        if found is not None:
            self._position = found.end()
        return found

    def take_value(self) -> Any:
        """The value that comes next."""
        self._fill()
        try:
            value, self._position = self._decoder.raw_decode(self._text, self._position)
        except (ValueError, RecursionError) as error:
            raise ForeignDocumentError(_("it is damaged or too large")) from error
        return value

    def is_over(self) -> bool:
        self._fill()
        return self._position == len(self._text)

    def _fill(self) -> None:
        if len(self._text) - self._position < LARGEST_SESSION:
            self._text = self._text[self._position :] + self._stream.read(LARGEST_SESSION)
            self._position = 0


def _refuse(text: str) -> Any:
    raise ValueError(text)
