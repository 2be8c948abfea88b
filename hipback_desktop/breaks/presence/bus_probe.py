"""A probe that asks one service over D-Bus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hipback_desktop.breaks.presence.reading import Reading, Sign, Unknown
from hipback_desktop.desktop.bus import BusError

Ask = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class BusProbe:
    """``ask`` blocks and raises BusError; ``understand`` makes a reading of what it returns."""

    name: str
    sign: Sign
    ask: Ask
    understand: Callable[[Any], Reading]

    def read(self) -> Reading:
        try:
            return self.understand(self.ask())
        except BusError as error:
            return Unknown(str(error))


def the_only(answer: tuple[Any, ...]) -> Any:
    """The one value of an answer that has no other."""
    (value,) = answer
    return value
