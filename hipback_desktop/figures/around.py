"""What stands around somebody on the way into a position: what they leave, then what they come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.figure import PropKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hipback_desktop.figures.figure import Prop

_STANDS: Final = frozenset(
    {PropKind.CHAIR, PropKind.WALL, PropKind.COUCH, PropKind.STEP, PropKind.MACHINE, PropKind.BIKE}
)
_IS_HELD: Final = frozenset({PropKind.STRAP, PropKind.BAND, PropKind.WEIGHTS})
_COMES_FROM: Final = 0.5
"""The share of the last step from which on something is put under the body, which by then has made room for it."""
_IN_REACH: Final = 0.5
"""Of that half: hands and legs are about where they hold something."""
_GROWS_IN: Final = 12
"""So many sizes: each is a shape of its own to draw."""


@dataclass(frozen=True, slots=True)
class Around:
    """``left`` is there up to a moment of the way, what stands comes at one, what lies on the floor in the last step.

    Nobody crawls through the chair they will sit on, or gets up from air; nobody kneels on the ball for their back.
    """

    left: tuple[Prop, ...]
    left_until: float
    stands_from: float
    last_step_from: float

    def at(self, moment: float, things: tuple[Prop, ...]) -> tuple[Prop, ...]:
        """What is there at a moment of the way to where ``things`` are."""
        stands = moment >= self.stands_from
        here = tuple(self._come(moment, things, stands=stands))
        return here if stands or moment >= self.left_until else (*self.left, *here)

    def _come(self, moment: float, things: tuple[Prop, ...], *, stands: bool) -> Iterator[Prop]:
        done = (moment - self.last_step_from) / (1 - self.last_step_from)
        size = max(0, round((done - _COMES_FROM) / (1 - _COMES_FROM) * _GROWS_IN)) / _GROWS_IN
        for thing in things:
            if thing.kind in _STANDS or thing.kind is PropKind.MAT:
                if stands or thing.kind is PropKind.MAT:
                    yield thing
            elif thing.kind in _IS_HELD:
                if size > _IN_REACH:
                    yield thing
            elif size > 0:
                yield replace(thing, size=thing.size * size)
