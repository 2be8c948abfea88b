"""A figure set in motion: its poses solved once, then asked for the frame of any moment."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import cos, inf, isclose, pi
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.breath import STRETCHED
from hipback_desktop.figures import prop_shape, skeleton
from hipback_desktop.figures.arrow import TURNING, Round, Turn, round_of
from hipback_desktop.figures.camera import camera_at
from hipback_desktop.figures.contacts import Holding, solved, swapped
from hipback_desktop.figures.figure import START, MotionKind
from hipback_desktop.figures.joints import CHANNELS, mirrored, other_side
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.posture import posture_of
from hipback_desktop.figures.settling import anchors_of
from hipback_desktop.figures.track import track_of
from hipback_desktop.figures.vector import scaled, sub
from hipback_desktop.figures.way import WAY, Way, way_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hipback_desktop.figures.camera import Camera
    from hipback_desktop.figures.contacts import Anchor
    from hipback_desktop.figures.entering import WayIn
    from hipback_desktop.figures.figure import Figure, Pose, Prop
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.posture import Posture, Window
    from hipback_desktop.figures.track import Track, Values

SAMPLES: Final = 12
REP_SECONDS: Final = 4.0
"""The pace of a rep where nobody says one."""
_MARGIN: Final = 0.035
_ROOM: Final = 0.06
"""For what reaches further between two stations of the way in than in any of them."""
_STEPS: Final = 40
_WAY_STEPS: Final = 24


@dataclass(frozen=True, slots=True)
class Movement:
    """A figure with everything computed that does not depend on the moment.

    ``tracks`` are its path and the breathing in a hold; key values are the joint angles, then a weight for each pin.
    """

    figure: Figure
    anchors: tuple[Anchor, ...]
    path: Track
    breathing: Track | None
    cameras: Mapping[bool, Camera]
    window: Window
    glow: tuple[str, ...]
    way_in: WayIn | None = None
    wide_window: Window = (0.0, 0.0, 1.0, 1.0)
    arrow: Turn | Round | Way | None = None
    kept: dict[tuple[Values, bool], Body] = field(default_factory=dict, repr=False, compare=False)
    shown: dict[FigureMoment, Posture] = field(default_factory=dict, repr=False, compare=False)
    """The body and the frame that were last asked for: they are often asked for again."""

    def entered_by(self, way_in: WayIn) -> Movement:
        """The same with a way into it."""
        wide_window = _wide_window(way_in, self.window, self.cameras[False])
        return replace(self, way_in=way_in, wide_window=wide_window, kept={}, shown={})

    def frame(self, moment: FigureMoment) -> Posture:
        """What the figure looks like at a moment; who has come into position waits without a move."""
        way = self.way_in if self.enters_at(moment) else None
        if moment.stage is Stage.STILL or (moment.stage is Stage.GET_READY and way is None):
            moment = replace(moment, seconds=inf)  # 0 would be that of who sets out
        if moment not in self.shown:
            if way is not None:
                opened = self._opened(moment.seconds / way.seconds)
                things = way.things_at(moment.seconds, self._props(self.body_at(moment)))
                posture = self._seen(way.body_at(moment.seconds), moment, opened, things)
            else:
                body = self.body_at(moment)
                posture = self._seen(body, moment, self.window, self._props(body))
            self.shown.clear()
            self.shown[moment] = posture
        return self.shown[moment]

    def enters_at(self, moment: FigureMoment) -> bool:
        """Whether it is a moment on the way into the position."""
        way = self.way_in
        return moment.stage is Stage.GET_READY and way is not None and moment.seconds < way.seconds

    def period(self, moment: FigureMoment) -> tuple[float, float] | None:
        """From which second of the work on the frames come again, and after how many; None where they do not yet."""
        motion = self.figure.motion
        if moment.stage is not Stage.WORK:
            return None
        if motion.kind is MotionKind.HOLD:
            begins_at = moment.rhythm.first_out_at
            return (begins_at, moment.rhythm.seconds) if moment.seconds >= begins_at else None
        return 0.0, self._turn_seconds(moment) * (2 if motion.alternates else 1)

    @property
    def goes_back(self) -> bool:
        """Whether a rep comes back by the way it went and in the same time."""
        ways = ((self.path.at(step / _STEPS), self.path.at(1 - step / _STEPS)) for step in range(_STEPS // 2))
        is_hold = self.figure.motion.kind is MotionKind.HOLD
        return (
            not is_hold
            and self.arrow is None
            and all(isclose(one, other, abs_tol=1e-6) for way in ways for one, other in zip(*way, strict=True))
        )

    def body_at(self, moment: FigureMoment) -> Body:
        """The body of a moment, in the world and not mirrored."""
        asked = self._values(moment)
        if asked not in self.kept:
            body = self._solved(*asked)
            self.kept.clear()
            self.kept[asked] = body
        return self.kept[asked]

    def bodies_at(self, moments: Iterable[FigureMoment]) -> list[Body]:
        """Each body of some moments once: who goes back as they came is solved on the way there alone."""
        asked = {}
        for values, on_other_side in map(self._values, moments):
            asked[tuple(round(value, 6) for value in values), on_other_side] = values
        return [self._solved(values, on_other_side) for (_, on_other_side), values in asked.items()]

    def body_in(self, pose: str) -> Body:
        """The body in one of the written poses."""
        return self._solved(_key(self.figure, pose), on_other_side=False)

    def _solved(self, values: Values, on_other_side: bool) -> Body:
        angles, weights = values[: len(CHANNELS)], values[len(CHANNELS) :]
        anchors = self.anchors
        if on_other_side:
            angles, anchors = mirrored(angles), tuple(map(swapped, anchors))
        return solved(angles, Holding(((anchors[0], 1.0),), tuple(zip(anchors[1:], weights, strict=True))))

    def _values(self, moment: FigureMoment) -> tuple[Values, bool]:
        motion = self.figure.motion
        if moment.stage is Stage.STILL:
            return _key(self.figure, self.figure.still), False
        if moment.stage is not Stage.WORK:
            return _key(self.figure, START), False
        if motion.kind is MotionKind.HOLD:
            return self._held(moment), False
        share = moment.seconds / self._turn_seconds(moment) % 1
        return self.path.at(share), self._is_other_side(moment)

    def _is_other_side(self, moment: FigureMoment) -> bool:
        """Whether it is a moment of every second rep, where these are done on the other side."""
        works = moment.stage is Stage.WORK and self.figure.motion.alternates
        return works and moment.seconds // self._turn_seconds(moment) % 2 == 1

    def _turn_seconds(self, moment: FigureMoment) -> float:
        """How long one rep, step or roll takes."""
        if self.figure.motion.kind is MotionKind.REPS:
            return moment.seconds_per_rep or REP_SECONDS
        return self.figure.motion.seconds

    def _breath(self, moment: FigureMoment) -> float:
        """How full the chest is: as the rhythm says, in reps one breath each, half where none is followed."""
        return self.figure.motion.belly * self._fullness(moment)

    def _fullness(self, moment: FigureMoment) -> float:
        kind = self.figure.motion.kind
        if moment.stage is Stage.STILL or kind in {MotionKind.CYCLE, MotionKind.ROLL}:
            return 0.5
        seconds = moment.seconds if moment.stage is Stage.WORK else 0.0  # who gets ready is as the work finds them
        if kind is MotionKind.REPS:
            return (1 + cos(2 * pi * seconds / self._turn_seconds(moment))) / 2
        return moment.rhythm.at(seconds).fullness

    def _held(self, moment: FigureMoment) -> Values:
        """Eased into before the first breath out, which then goes on from where the path ends."""
        first_out_at = moment.rhythm.first_out_at
        if moment.seconds < first_out_at or self.breathing is None:
            return self.path.at(moment.seconds / min(self.figure.motion.seconds, first_out_at))
        breath = moment.rhythm.at(moment.seconds)
        return self.breathing.at(1 - breath.fraction if breath.goes_in else breath.fraction)

    def _seen(self, body: Body, moment: FigureMoment, window: Window, things: tuple[Prop, ...]) -> Posture:
        camera, breath = self.cameras[moment.is_left], self._breath(moment)
        glow = tuple(map(other_side, self.glow)) if self._is_other_side(moment) else self.glow
        posture = posture_of(body, camera, window, things, glow, self.figure.order, breath)
        if self.arrow is None or moment.stage is Stage.GET_READY:
            return posture
        is_rep = moment.stage is Stage.WORK and self.figure.motion.kind is not MotionKind.HOLD
        share = moment.seconds / self._turn_seconds(moment) % 1 if is_rep else 0.0
        return replace(posture, arrow=self.arrow.arrow(share, body, camera))

    def _opened(self, share: float) -> Window:
        """The window on the way in: wide enough for all of it, closing on the figure at the end."""
        closed = max(0.0, share * 2 - 1) ** 2
        left, bottom, right, top = (
            wide + (narrow - wide) * closed for wide, narrow in zip(self.wide_window, self.window, strict=True)
        )
        return left, bottom, right, top

    def _props(self, body: Body) -> tuple[Prop, ...]:
        """The things, those that roll moved half as far as the body: they turn between it and the floor, or a wall."""
        props = self.figure.props
        if not any(prop.rolls for prop in props):
            return props
        root = self.anchors[0]
        forward, up, side = scaled(sub(body.points[root.point], root.place), 0.5)

        def rolled(prop: Prop) -> Prop:
            at = (prop.at[0] + forward, prop.at[1] + side)
            return replace(prop, at=at, height=prop.height + (up if prop.height else 0.0))

        return tuple(rolled(prop) if prop.rolls else prop for prop in props)


def movement_of(figure: Figure, areas: Iterable[str] = (), way_in: WayIn | None = None) -> Movement:
    """The figure set in motion; ``areas`` glow unless the figure says better which ones do."""
    path = figure.motion.path
    loops = figure.motion.kind in {MotionKind.CYCLE, MotionKind.ROLL}
    track = track_of([at for at, _ in path], [_key(figure, name) for _, name in path], loops=loops)
    breathing = None
    if figure.motion.kind is MotionKind.HOLD:
        full, empty = (_key(figure, name) for name in figure.motion.breath)
        breathing = track_of((0.0, 1.0), (full, empty))
    cameras = {left: camera_at(figure.yaw, figure.tilt, mirrored=left) for left in (False, True)}
    glow = figure.glow or tuple(areas)
    movement = Movement(figure, anchors_of(figure), track, breathing, cameras, (0, 0, 1, 1), glow)
    window = _window(movement)
    arrow = _arrow(movement, window)
    if isinstance(arrow, Way):
        window = arrow.shown_in(window)
    movement = replace(movement, window=window, arrow=arrow)
    return movement if way_in is None else movement.entered_by(way_in)


def moments_of(figure: Figure, seconds_per_rep: float = REP_SECONDS, samples: int = SAMPLES) -> tuple[float, ...]:
    """Seconds of work that show all of a figure: its path and, in a hold, a breath; alternating ones twice."""
    motion = figure.motion
    length = seconds_per_rep if motion.kind is MotionKind.REPS else motion.seconds
    if motion.kind is MotionKind.HOLD:
        length += STRETCHED.first_out_at + STRETCHED.seconds
    if motion.alternates:
        length *= 2
    return tuple(length * step / samples for step in range(samples))


def window_around(bodies: Iterable[Body], props: Sequence[Prop], camera: Camera) -> Window:
    """The part of a picture that shows bodies and things whole."""
    seen = [(camera.seen(body.points[name]), skeleton.radius_of(name)) for body in bodies for name in skeleton.SURFACES]
    seen += [(camera.seen(point), 0.0) for prop in props for point in prop_shape.outline_of(prop)]
    return (
        min(x - r for (x, _, _), r in seen) - _MARGIN,
        min(y - r for (_, y, _), r in seen) - _MARGIN,
        max(x + r for (x, _, _), r in seen) + _MARGIN,
        max(y + r for (_, y, _), r in seen) + _MARGIN,
    )


def _arrow(movement: Movement, window: Window) -> Turn | Round | Way | None:
    """What the arrow of a figure shows."""
    part, motion = movement.figure.arrow, movement.figure.motion
    if not part:
        return None
    if part not in TURNING:
        samples = _WAY_STEPS if part == WAY else _STEPS
        bodies = [movement.body_at(FigureMoment(Stage.WORK, at)) for at in moments_of(movement.figure, samples=samples)]
        if part == WAY:
            return way_of((*bodies, bodies[0]), movement.cameras[False], window)
        return round_of(part, [body.points[part] for body in bodies])
    moves = [(at, movement.body_in(pose)) for (at, pose), (_, after) in pairwise(motion.path) if pose != after]
    return Turn(part, tuple(moves))


def _window(movement: Movement) -> Window:
    working = (FigureMoment(Stage.WORK, at) for at in moments_of(movement.figure))
    bodies = movement.bodies_at((FigureMoment(Stage.STILL), FigureMoment(Stage.GET_READY), *working))
    return window_around(bodies, movement.figure.props, movement.cameras[False])


def _wide_window(way_in: WayIn, window: Window, camera: Camera) -> Window:
    left, bottom, right, top = window_around(way_in.bodies_to_show(), way_in.around.left, camera)
    return (
        min(left - _ROOM, window[0]),
        min(bottom, window[1]),
        max(right + _ROOM, window[2]),
        max(top + _ROOM, window[3]),
    )


def _key(figure: Figure, name: str) -> Values:
    pose: Pose = figure.poses[name]
    return (*pose.angles, *(0.0 if pin.point in pose.free else 1.0 for pin in figure.pins[1:]))
