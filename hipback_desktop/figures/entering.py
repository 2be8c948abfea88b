"""The way into a position: from how the person was, over positions in between, to the start of a figure."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.exercise import Position
from hipback_desktop.figures.around import Around
from hipback_desktop.figures.figure import NO_WAY_IN
from hipback_desktop.figures.passage import joined, passage_between, reach_of
from hipback_desktop.figures.stations import starting
from hipback_desktop.figures.track import track_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hipback_desktop.figures.figure import Figure, Prop
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.passage import Passage
    from hipback_desktop.figures.stations import Stations
    from hipback_desktop.figures.track import Track

_PACE: Final = 0.33
"""Body heights a second, of what goes furthest: who is stiff does not get down faster."""
_LEAST_SECONDS: Final = 0.9
_MOST_SECONDS: Final = 11.0
"""Of a whole way: the lead-in into another position takes 15, and the person is to be seen in it before the work."""
_AT_ONCE: Final = 0.02
"""Who is so close to where the figure begins need not take the position before."""

_FOOT_IS_UP: Final = 0.85
"""Of the step from kneeling to the foot on the wall."""
_LOOKED_AT: Final = (0.25, 0.5, 0.75)
"""Shares of the last step: arms that go up go far to the side."""

_NEXT_TO: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Position.STANDING: ("sitting_down", Position.HALF_KNEELING),
        "sitting_down": (Position.STANDING, Position.CHAIR),
        Position.CHAIR: ("sitting_down",),
        Position.HALF_KNEELING: (Position.STANDING, "stepping_through"),
        "stepping_through": (Position.HALF_KNEELING, "tall_kneeling"),
        "tall_kneeling": ("stepping_through", Position.ALL_FOURS),
        Position.ALL_FOURS: ("tall_kneeling", "on_the_way_down", "side_sitting"),
        "on_the_way_down": (Position.ALL_FOURS, Position.PRONE),
        Position.PRONE: ("on_the_way_down",),
        "side_sitting": (Position.ALL_FOURS, "knees_aside", "on_one_elbow"),
        "on_one_elbow": ("side_sitting", Position.SIDE_LYING),
        "knees_aside": ("side_sitting", Position.FLOOR_SEATED),
        Position.FLOOR_SEATED: ("knees_aside", "on_the_elbows"),
        "on_the_elbows": (Position.FLOOR_SEATED, Position.SUPINE),
        Position.SUPINE: ("on_the_elbows",),
        Position.SIDE_LYING: ("on_one_elbow",),
    }
)
"""Which positions lead into each other without a fall or a jump; those between have a figure too."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """A track over the angles of several stations, and the passages between them, each from one of its moments on.

    ``bodies`` are those of the stations.
    """

    seconds: float
    track: Track
    passages: tuple[Passage, ...]
    bodies: tuple[Body, ...]
    around: Around

    @property
    def steps(self) -> int:
        return len(self.passages)

    def things_at(self, seconds: float, things: tuple[Prop, ...]) -> tuple[Prop, ...]:
        """What is there on the way to where ``things`` are."""
        return self.around.at(seconds / self.seconds, things)

    def bodies_to_show(self) -> Iterator[Body]:
        """Those that tell how much room the way takes: all stations, and the last step, which may be of any kind."""
        yield from self.bodies
        begins = self.track.moments[-2]
        for share in _LOOKED_AT:
            yield self.body_at(self.seconds * (begins + (1 - begins) * share))

    def body_at(self, seconds: float) -> Body:
        """The body on its way."""
        moment, moments = max(0.0, min(1.0, seconds / self.seconds)), self.track.moments
        step = min(bisect_right(moments, moment), self.steps) - 1
        share = (moment - moments[step]) / (moments[step + 1] - moments[step])
        return self.passages[step].body(self.track.at(moment), share)


def way_in(before: Position, position: Position, figure: Figure, positions: Stations) -> WayIn | None:
    """The way from one position to the start of a figure in another; None where none is needed."""
    if before is position or figure.enter == NO_WAY_IN:
        return None
    names = way_between(before, figure.enter or position)
    known = [(name, found) for name in names if (found := positions.figure(name)) is not None]
    if not known:
        return None
    stations, passed = [starting(figure)], [""]
    for name, found in reversed(known):
        station = joined(positions.nearer(name, found, stations[0]), stations[0])
        if len(stations) > 1 or name == known[0][0] or reach_of(station, stations[0]) > _AT_ONCE:
            stations.insert(0, station)
            passed.insert(0, name)
        else:
            passed[0] = name
    seconds = [max(_LEAST_SECONDS, reach_of(*pair) / _PACE) for pair in pairwise(stations)]
    whole = sum(seconds)
    moments = [*(at / whole for at in accumulate(seconds[:-1], initial=0.0)), 1.0]
    track = track_of(moments, [station.angles for station in stations])
    passages = tuple(passage_between(*pair) for pair in pairwise(stations))
    bodies = tuple(station.body for station in stations)
    return WayIn(min(whole, _MOST_SECONDS), track, passages, bodies, _around(stations[0].things, passed, moments))


def _around(left: tuple[Prop, ...], passed: Sequence[str], moments: Sequence[float]) -> Around:
    """Who stands up, or will sit down, does it beside the thing; where nobody stands there is one step to it.

    Who kneels down before a wall has a foot where it is, until that goes up.
    """
    upright = [at for name, at in zip(passed, moments, strict=True) if name == Position.STANDING]
    left_until, stands_from = (upright[0], upright[-1]) if upright else (moments[1], moments[-2])
    if passed[-2] == Position.HALF_KNEELING:
        stands_from = moments[-2] + (1 - moments[-2]) * _FOOT_IS_UP
    return Around(left, left_until, stands_from, moments[-2])


def way_between(before: str, after: str) -> tuple[str, ...]:
    """The shortest way from one position to another, both included."""
    ways: list[tuple[str, ...]] = [(before,)]
    for way in ways:
        if way[-1] == after:
            return way
        ways += [(*way, next_one) for next_one in _NEXT_TO[way[-1]] if next_one not in way]
    return (before, after)
