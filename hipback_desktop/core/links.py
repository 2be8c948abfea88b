"""Links to Hipback, as on a page or in a calendar: ``hipback://start/ROUTINE``. They name a routine, and no more."""

from __future__ import annotations

import re
from typing import Final

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

SCHEME: Final = "hipback:"
_START: Final = re.compile(r"hipback://start/([a-z0-9_]{1,64})/?")


def is_link(text: str) -> bool:
    """Whether it is meant as one."""
    return text[: len(SCHEME)].lower() == SCHEME


def linked_routine(link: str) -> str:
    """The id of the routine that a link starts. Anybody may have written it: a file, or an option, it cannot name."""
    found = _START.fullmatch(link)
    if found is None:
        raise UserError(_("This link does not name a routine of Hipback."))
    return found[1]
