"""The positions that ways lead over, each solved when a way first comes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.figures.contacts import swapped
from hipback_desktop.figures.figure import START
from hipback_desktop.figures.joints import INDEX, mirrored
from hipback_desktop.figures.passage import station_of
from hipback_desktop.figures.settling import anchors_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.figures.figure import Figure
    from hipback_desktop.figures.joints import Angles
    from hipback_desktop.figures.passage import Station


class Stations:
    """By name; ``figure_of`` answers None for a name that is none of them."""

    def __init__(self, figure_of: Callable[[str], Figure | None]) -> None:
        self._figure_of = figure_of
        self._figures: dict[str, Figure | None] = {}
        self._kept: dict[tuple[str, bool], Station] = {}

    def figure(self, name: str) -> Figure | None:
        """The figure of a position, asked for once."""
        if name not in self._figures:
            self._figures[name] = self._figure_of(name)
        return self._figures[name]

    def nearer(self, name: str, figure: Figure, to: Station) -> Station:
        """As it is, or on the other side and facing the same way, whichever is closer to what comes next."""
        written = figure.poses[START].angles

        def away(angles: Angles) -> float:
            return sum(abs(one - two) for one, two in zip(angles, to.angles, strict=True))

        key = name, away(_turned_over(written)) < away(written)
        if key not in self._kept:
            self._kept[key] = starting(figure, on_other_side=key[1])
        return self._kept[key]


def starting(figure: Figure, *, on_other_side: bool = False) -> Station:
    """How somebody is who is about to begin a figure; what stands around is the same on both sides."""
    start = figure.poses[START]
    anchors = tuple(it for it in anchors_of(figure) if it.point not in start.free)
    if not on_other_side:
        return station_of(start.angles, anchors, figure.props)
    facing = start.angles[INDEX["pelvis.turn"]]
    anchors = tuple(swapped(anchor, facing) for anchor in anchors)
    return station_of(_turned_over(start.angles), anchors, figure.props)


def _turned_over(angles: Angles) -> Angles:
    """The other side of a body that goes on facing where it does."""
    turned = list(mirrored(angles))
    turned[INDEX["pelvis.turn"]] = angles[INDEX["pelvis.turn"]]
    return tuple(turned)
