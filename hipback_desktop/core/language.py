"""The language of every text: the standard library's gettext, with the catalogue looked up once.

``gettext.gettext`` searches the disk at every call, which made up half of the time the first page took.
"""

from __future__ import annotations

import gettext as library
from functools import cache

DOMAIN = "hipback"


def use_translations(folder: str) -> None:
    """Texts come from the catalogues in this folder from now on, in the languages of the environment.

    As the domain of the whole program, so that the words of ``argparse`` are in the same language as ours.
    """
    library.bindtextdomain(DOMAIN, folder)
    library.textdomain(DOMAIN)
    _translation.cache_clear()


def language() -> str:
    """The code of the language that texts are in."""
    return _translation().info().get("language", "en")


def gettext(message: str) -> str:
    """The message in the person's language, or as it is."""
    return _translation().gettext(message) if message else ""  # the empty one is a catalogue's header


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of the message that goes with a number."""
    return _translation().ngettext(singular, plural, count)


def marked(message: str) -> str:
    """The message as it is, found by the extraction: for tables made at import, translated where they are shown."""
    return message


@cache
def _translation() -> library.NullTranslations:
    return library.translation(DOMAIN, library.bindtextdomain(DOMAIN), fallback=True)
