"""A language of our own, to see what a translation would break.

Every text is at least 40 % longer, so that what has no room shows; without a plain letter, so that what is not
translated shows; and in brackets, so that what is cut off or put together of pieces shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import ceil
from pathlib import Path
from typing import Final

import words
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

LANGUAGE: Final = "qps"
_PLAIN: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS: Final = str.maketrans(_PLAIN, "áƀćđéƒǵĥíĵķĺɱńóṕɋŕśţúṽŵẋýźÁɃĆĐÉƑǴĤÍĴĶĹṂŃÓṔɊŔŚŢÚṼŴẊÝŹ")
_VOWEL: Final = re.compile("[áéíóúÁÉÍÓÚ]")
_LONGER: Final = 1.4
_FILLING: Final = "óó"
_PLACEHOLDER: Final = re.compile(r"(\{\w+\}|%\(\w+\)[sdr]|%[sdr%])")
_DATE: Final = re.compile(r"d{1,4}, d M{1,4}(?: y{4})?|d MMM(?: y{4})?")
"""What a translator puts in another order, in the same letters."""
_PLAIN_LETTERS: Final = re.compile(f"[{_PLAIN}]+")


def pseudo(text: str) -> str:
    """The text in that language; what is filled in later stays as it is."""
    if _DATE.fullmatch(text):
        return text
    parts = _PLACEHOLDER.split(text)
    longer = "".join(
        part if place % 2 else _VOWEL.sub(r"\g<0>\g<0>", part.translate(_LETTERS)) for place, part in enumerate(parts)
    )
    missing = _LONGER * sum(map(len, parts[::2])) - (len(longer) - sum(map(len, parts[1::2])) + len("[]"))
    filling = f" {_FILLING}" if " " in text else _FILLING
    return f"[{longer}{filling * ceil(missing / len(filling))}]"


def write_catalogue(folder: Path) -> None:
    """The catalogue of that language, made of every text that the extraction finds."""
    catalogue = Catalog(LANGUAGE, domain="hipback")
    for message in words.template():
        if message.id:
            both = isinstance(message.id, tuple)
            translated = tuple(map(pseudo, message.id)) if both else pseudo(str(message.id))
            catalogue.add(message.id, translated)
    file = folder / LANGUAGE / "LC_MESSAGES" / "hipback.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, catalogue)


def untranslated(texts: Iterable[str], allowed: str = "(?!)") -> list[str]:
    """The texts in which plain letters are left, apart from what is ``allowed``, a pattern."""
    exceptions = re.compile(f"(?<![{_PLAIN}])(?:{allowed})(?![{_PLAIN}])")
    return sorted({text for text in texts if _PLAIN_LETTERS.search(exceptions.sub("", text))})


def is_whole(text: str) -> bool:
    """Whether nothing of what was translated is cut off: every bracket has its other half."""
    return text.count("[") == text.count("]")
