"""The language of every text: the standard library's gettext, with the catalogue looked up once.

``gettext.gettext`` searches the disk at every call, which made up half of the time the first page took.
"""

from __future__ import annotations

import gettext as library
from functools import cache

DOMAIN = "hipback"


def gettext(message: str) -> str:
    """The message in the person's language, or as it is."""
    return _translation().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of the message that goes with a number."""
    return _translation().ngettext(singular, plural, count)


@cache
def _translation() -> library.NullTranslations:
    return library.translation(DOMAIN, library.bindtextdomain(DOMAIN), fallback=True)
