"""The way into a position: from how the person was, over positions in between, to the start of a figure."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.exercise import Position
from hipback_desktop.figures.contacts import Holding, lowest, solved, swapped
from hipback_desktop.figures.figure import NO_WAY_IN, START
from hipback_desktop.figures.joints import CHANNELS, INDEX, mirrored
from hipback_desktop.figures.settling import anchors_of
from hipback_desktop.figures.track import track_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.figures.contacts import Anchor
    from hipback_desktop.figures.figure import Figure
    from hipback_desktop.figures.joints import Angles
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.track import Track

    Station = tuple[Angles, tuple[Anchor, ...]]

STEP_SECONDS: Final = 1.6

_NEXT_TO: Final[Mapping[Position, tuple[Position, ...]]] = MappingProxyType(
    {
        Position.STANDING: (Position.CHAIR, Position.HALF_KNEELING),
        Position.CHAIR: (Position.STANDING,),
        Position.HALF_KNEELING: (Position.STANDING, Position.ALL_FOURS),
        Position.ALL_FOURS: (Position.HALF_KNEELING, Position.PRONE, Position.FLOOR_SEATED),
        Position.PRONE: (Position.ALL_FOURS,),
        Position.FLOOR_SEATED: (Position.ALL_FOURS, Position.SUPINE, Position.SIDE_LYING),
        Position.SUPINE: (Position.FLOOR_SEATED,),
        Position.SIDE_LYING: (Position.FLOOR_SEATED,),
    }
)
"""Which positions lead into each other without a fall or a jump."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """A track over the starts of several figures; the weight of each follows its angles, and so do its anchors.

    ``heights`` is how far above the floor the lowest part of the body is in each: 0 but on a bench.
    """

    track: Track
    anchors: tuple[tuple[Anchor, ...], ...]
    heights: tuple[float, ...]

    @property
    def steps(self) -> int:
        return len(self.anchors) - 1

    @property
    def seconds(self) -> float:
        return self.steps * STEP_SECONDS

    def body_at(self, seconds: float) -> Body:
        """The body on its way, let down or lifted where the angles between two positions leave the floor."""
        values = self.track.at(seconds / self.seconds if self.steps else 1.0)
        weights = values[len(CHANNELS) :]
        roots = tuple((anchors[0], weight) for anchors, weight in zip(self.anchors, weights, strict=True))
        limbs = tuple(
            (anchor, weight)
            for anchors, weight in zip(self.anchors, weights, strict=True)
            for anchor in anchors[1:]
            if weight > 0
        )
        body = solved(values[: len(CHANNELS)], Holding(roots, limbs))
        height = sum(weight * height for weight, height in zip(weights, self.heights, strict=True))
        return body.moved((0.0, height - lowest(body), 0.0))


def way_in(before: Position, position: Position, figure: Figure, positions: Mapping[Position, Figure]) -> WayIn | None:
    """The way from one position to the start of a figure in another; None where none is needed."""
    if before is position or figure.enter == NO_WAY_IN:
        return None
    by = Position(figure.enter) if figure.enter else position
    stations = [_station(positions[name]) for name in way_between(before, by) if name in positions]
    if not stations:
        return None
    on_the_way = [_station(figure)]
    for station in reversed(stations):
        on_the_way.insert(0, _nearer(station, on_the_way[0]))
    steps = len(stations)
    keys = [
        (*angles, *(1.0 if other == index else 0.0 for other in range(steps + 1)))
        for index, (angles, _) in enumerate(on_the_way)
    ]
    track = track_of([index / steps for index in range(steps + 1)], keys)
    heights = tuple(lowest(solved(angles, _held(anchors))) for angles, anchors in on_the_way)
    return WayIn(track, tuple(anchors for _, anchors in on_the_way), heights)


def _station(figure: Figure) -> Station:
    start = figure.poses[START]
    return start.angles, tuple(anchor for anchor in anchors_of(figure) if anchor.point not in start.free)


def _held(anchors: tuple[Anchor, ...]) -> Holding:
    return Holding(((anchors[0], 1.0),), tuple((anchor, 1.0) for anchor in anchors[1:]))


def _nearer(station: Station, to: Station) -> Station:
    """A position as it is, or on the other side and facing the same way, whichever is closer to what comes next."""
    angles, anchors = station
    facing = angles[INDEX["pelvis.turn"]]
    turned_over = list(mirrored(angles))
    turned_over[INDEX["pelvis.turn"]] = facing
    other = tuple(turned_over), tuple(swapped(anchor, facing) for anchor in anchors)

    def away(it: Station) -> float:
        return sum(abs(one - two) for one, two in zip(it[0], to[0], strict=True))

    return other if away(other) < away(station) else station


def way_between(before: Position, after: Position) -> tuple[Position, ...]:
    """The shortest way from one position to another, both included."""
    ways: list[tuple[Position, ...]] = [(before,)]
    for way in ways:
        if way[-1] is after:
            return way
        ways += [(*way, next_one) for next_one in _NEXT_TO[way[-1]] if next_one not in way]
    return (before, after)
