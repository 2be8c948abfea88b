"""Switches off the reminder to move that GNOME has of its own; its reminder to rest the eyes is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from hipback_desktop.breaks.presence.command import CommandError, output_of
from hipback_desktop.breaks.presence.desktop_reminds import SETTING
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

_NAME = re.compile(r"'([^']*)'")
_MOVEMENT = "movement"


def switch_off_movement(output: Callable[..., str] = output_of) -> None:
    """Blocks for a moment; raises UserError where GNOME does not let it happen, as from a sandbox."""
    try:
        others = [name for name in _NAME.findall(output("gsettings", "get", *SETTING)) if name != _MOVEMENT]
        output("gsettings", "set", *SETTING, str(others))
    except CommandError as error:
        sentence = _("{reason} Switch the reminder to move off in GNOME’s settings, under Wellbeing; Hipback waits.")
        raise UserError(sentence.format(reason=error)) from error
