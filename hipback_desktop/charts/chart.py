"""What every chart can do: name itself, say in words what it shows, be a table, and lay itself out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hipback_desktop.charts.marks import Letters, Scene


class Chart(Protocol):
    """A frozen value; nothing in it draws."""

    @property
    def title(self) -> str:
        """What stands over it."""
        ...

    def describe(self) -> str:
        """All of it in a few words, for those who hear it."""
        ...

    def values_told(self) -> tuple[str, ...]:
        """What it says of each single value."""
        ...

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The same as rows, the first one of names."""
        ...

    def height(self, width: float, letters: Letters) -> float:
        """What it needs at a width."""
        ...

    def scene(self, width: float, height: float, letters: Letters) -> Scene:
        """It, laid out."""
        ...
