"""Ruins a right file in ways that a disk, an editor or an attacker would, the same ways each time for one seed."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any, Final

ABSURD: Final = (
    '"text"', '""', '"../../etc/passwd"', '"a\\u0000b"', '"\\ud800"', "[]", "{}", "[[[[[[]]]]]]", "null", "true",
    "-1", "0", "1e999", "-1e400", "NaN", "Infinity", "9" * 400, "1" * 5000, "1e308", "0.1", '"' + "x" * 5000 + '"',
)  # fmt: skip
MARK: Final = "@@here@@"


def damaged_files(document: dict[str, Any], count: int, seed: int) -> Iterator[bytes]:
    """So many damaged versions of a document."""
    chance = random.Random(seed)
    ways: tuple[Callable[[dict[str, Any], random.Random], bytes], ...] = (
        truncated, absurd_value, removed_key, repeated_key, other_encoding, deeply_nested, flipped_bytes, swapped_parts
    )  # fmt: skip
    for number in range(count):
        yield ways[number % len(ways)](document, chance)


def encoded(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8")


def places_in(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value in a document but the document itself."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*way, key)
        yield from places_in(item, (*way, key))


def truncated(document: dict[str, Any], chance: random.Random) -> bytes:
    raw = encoded(document)
    return raw[: chance.randrange(len(raw))]


def absurd_value(document: dict[str, Any], chance: random.Random) -> bytes:
    result, holder, key = _somewhere(document, chance)
    holder[key] = MARK
    return encoded(result).replace(f'"{MARK}"'.encode(), chance.choice(ABSURD).encode())


def removed_key(document: dict[str, Any], chance: random.Random) -> bytes:
    result, holder, key = _somewhere(document, chance)
    del holder[key]
    return encoded(result)


def repeated_key(document: dict[str, Any], chance: random.Random) -> bytes:
    raw = encoded(document)
    starts = [index for index in range(len(raw)) if raw[index : index + 1] == b"{"]
    start = chance.choice(starts) + 1
    name = chance.choice((b'"id"', b'"format"', b'"name"', b'"steps"', b'"seconds"', b'"new"'))
    return raw[:start] + name + b": 1, " + name + b": 2, " + raw[start:]


def other_encoding(document: dict[str, Any], chance: random.Random) -> bytes:
    text = encoded(document).decode()
    return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-7")), "replace")


def deeply_nested(document: dict[str, Any], chance: random.Random) -> bytes:
    result, holder, key = _somewhere(document, chance)
    holder[key] = MARK
    depth = chance.choice((12, 50, 1000, 100_000))
    opening, closing = chance.choice((("[", "]"), ('{"a":', "}")))
    nest = opening * depth + "1" + closing * chance.choice((depth, 0))
    return encoded(result).replace(f'"{MARK}"'.encode(), nest.encode())


def flipped_bytes(document: dict[str, Any], chance: random.Random) -> bytes:
    raw = bytearray(encoded(document))
    for _ in range(chance.randint(1, 20)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


def swapped_parts(document: dict[str, Any], chance: random.Random) -> bytes:
    result, holder, key = _somewhere(document, chance)
    _, other_holder, other_key = _somewhere(document, chance)
    holder[key] = copy.deepcopy(other_holder[other_key])
    return encoded(result)


def _somewhere(document: dict[str, Any], chance: random.Random) -> tuple[dict[str, Any], Any, Any]:
    """A copy of the document, and a holder and a key in it."""
    result = copy.deepcopy(document)
    *way, key = chance.choice(list(places_in(result)))
    holder: Any = result
    for part in way:
        holder = holder[part]
    return result, holder, key
