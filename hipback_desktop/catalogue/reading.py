"""Reads a JSON file that may be hostile: never blocks, never runs away, and says what is wrong and where."""

from __future__ import annotations

import json
import math
import os
import re
import stat
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from pathlib import Path

    from hipback_desktop.catalogue.problem import Report

LARGEST_FILE: Final = 256_000
DEEPEST_NESTING: Final = 12
LONGEST_NUMBER: Final = 15

_STRING: Final = re.compile(rb'"(?:[^"\\]+|\\.)*"?', re.DOTALL)
_OPENING: Final = frozenset(b"[{")
_NOT_BRACKETS: Final = bytes(sorted(set(range(256)) - set(b"[]{}")))
_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unusable:
    """Stands in the document for a value that was refused while reading; the check reports ``reason`` at its place."""

    reason: str


class RepeatingObject(dict[str, Any]):
    """A JSON object in which some keys occur more than once; the last one counts, as in ``json``."""

    repeated: tuple[str, ...] = ()


def shown(path: Path) -> str:
    """The path as text that can always be printed."""
    text = str(path)
    return text if text.isprintable() else text.encode("unicode_escape").decode()


def quoted(text: str) -> str:
    """A piece of a foreign file as it may appear in a message: short, printable, in quotes."""
    return json.dumps(text if len(text) <= 40 else text[:40] + "…", ensure_ascii=not text.isprintable())


def inside(place: str, name: str) -> str:
    """The place of a key of the object at ``place``."""
    return f"{place}.{name}" if place else name


def read_document(path: Path, report: Report) -> Any:
    """The parsed file, or None after reporting why not; refused values are ``Unusable`` in it."""
    raw = _read_bytes(path, report)
    return None if raw is None else parse_document(raw, report)


def parse_document(raw: bytes, report: Report) -> Any:
    """The document in the bytes of a file, which are UTF-8; a byte order mark is tolerated, as some editors add one."""
    text = _decoded(raw, report)
    if text is None:
        return None
    if _is_too_deep(raw):
        report.add("", _("is nested more than {count} levels deep").format(count=DEEPEST_NESTING))
        return None
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_int=_whole, parse_float=_number, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
        report.add(place, _("is not JSON: {reason}").format(reason=error.msg))
        return None


def _read_bytes(path: Path, report: Report) -> bytes | None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # looked at before it is opened: opening a device may act
            report.add("", _("is not a regular file"))
            return None
        with os.fdopen(os.open(path, _FLAGS), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                report.add("", _("is not a regular file"))
                return None
            raw = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        report.add("", _("does not exist"))
    except OSError as error:
        report.add("", _("cannot be read: {reason}").format(reason=error.strerror or error))
    except ValueError:
        report.add("", _("has a name that no file can have"))
    else:
        if len(raw) <= LARGEST_FILE:
            return raw
        report.add("", _("is larger than {size} kB").format(size=LARGEST_FILE // 1000))
    return None


def _decoded(raw: bytes, report: Report) -> str | None:
    if not raw.strip():
        report.add("", _("is empty"))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _("byte {number}").format(number=error.start)
        report.add(place, _("is not UTF-8 text; save the file as UTF-8"))
        return None


def _is_too_deep(raw: bytes) -> bool:
    """Whether brackets outside of strings nest too deeply, found without recursion."""
    depth = 0
    for bracket in _STRING.sub(b"", raw).translate(None, _NOT_BRACKETS):
        depth += 1 if bracket in _OPENING else -1
        if depth > DEEPEST_NESTING:
            return True
    return False


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    repeating = RepeatingObject(plain)
    counts = Counter(name for name, _value in pairs)
    repeating.repeated = tuple(name for name, count in counts.items() if count > 1)
    return repeating


def _whole(text: str) -> int | Unusable:
    return int(text) if len(text) <= LONGEST_NUMBER else Unusable(_("is a number with too many digits"))


def _number(text: str) -> float | Unusable:
    value = float(text)
    return value if math.isfinite(value) else Unusable(_("is a number beyond all limits"))


def _constant(text: str) -> Unusable:
    return Unusable(_("is {text}, which is not a number").format(text=text))
