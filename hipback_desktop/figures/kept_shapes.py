"""Shapes kept by how a part of the body is turned to the eye: most frames only turn and move them in the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

MOST_KEPT: Final = 4096
Shape = TypeVar("Shape")


class KeptShapes(Generic[Shape]):
    """Makes each shape once; begins anew when there are very many."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Shape] = {}

    def get(self, key: Hashable, make: Callable[[], Shape]) -> Shape:
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = make()
        return found
