"""A probe that reads a setting of GNOME: its settings are in no service that could be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hipback_desktop.breaks.presence.command import CommandError, output_of
from hipback_desktop.breaks.presence.reading import Reading, Sign, Unknown
from hipback_desktop.core.language import gettext as _


class GnomeSetting:
    """Other desktops may have these settings as well, and never look at them."""

    def __init__(
        self,
        name: str,
        sign: Sign,
        setting: tuple[str, str],
        understand: Callable[[str], bool],
        environment: Mapping[str, str],
        output: Callable[..., str] = output_of,
    ) -> None:
        self.name = name
        self.sign = sign
        self._setting = setting
        self._understand = understand
        self._environment = environment
        self._output = output

    def read(self) -> Reading:
        if "GNOME" not in self._environment.get("XDG_CURRENT_DESKTOP", "").upper().split(":"):
            return Unknown(_("It does not run here."))
        try:
            return self._understand(self._output("gsettings", "get", *self._setting).strip())
        except CommandError as error:
            return Unknown(str(error))
