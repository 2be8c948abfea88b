"""What holds in every frame of every figure that is shipped, its variants and the positions between."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import check_file
from hipback_desktop.core.exercise import Area, Mode, Side
from hipback_desktop.figures import skeleton
from hipback_desktop.figures.contacts import LOWEST, lowest, target_of
from hipback_desktop.figures.figure import MotionKind
from hipback_desktop.figures.joints import other_side
from hipback_desktop.figures.kinematics import Body
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import REP_SECONDS, moments_of
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.figures.validation import problems
from hipback_desktop.figures.vector import distance
from hipback_desktop.ui.theme import DARK
from tests.figures.shipped import alternates, exercises, figures, movement

NAMES = tuple(figures())
SIZES = {"thigh": skeleton.THIGH, "shin": skeleton.SHIN, "upper_arm": skeleton.UPPER_ARM, "forearm": skeleton.FOREARM}
MAY_MOVE = 0.005  # of body height: a pinned point
OUTSIDE = (QRect(0, 0, 160, 18), QRect(0, 142, 160, 18), QRect(0, 0, 16, 160), QRect(144, 0, 16, 160))
"""Around the rectangle; as wide as a row of bytes is, which has no others at its end."""
A_MOMENT = 0.02  # seconds
FASTEST = 3.5  # body heights a second: a limb that jumps is far above it


def moments(name: str) -> tuple[FigureMoment, ...]:
    working = (FigureMoment(Stage.WORK, at, None, REP_SECONDS) for at in moments_of(figures()[name]))
    return (FigureMoment(Stage.GET_READY), FigureMoment(Stage.STILL), *working)


@cache
def bodies(name: str) -> tuple[Body, ...]:
    return tuple(movement(name).body_at(moment) for moment in moments(name))


@pytest.mark.parametrize("name", NAMES)
def test_no_limb_ever_stretches(name: str) -> None:
    for body in bodies(name):
        for bone, (start, end) in skeleton.BONES.items():
            size = distance(body.points[start], body.points[end])
            assert size == pytest.approx(SIZES[skeleton.part_of(bone)], abs=1e-4), bone


@pytest.mark.parametrize("name", NAMES)
def test_joints_stay_where_a_person_can_go_and_nothing_is_below_the_floor(name: str) -> None:
    assert list(problems(figures()[name])) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_pinned_stays(name: str) -> None:
    still = movement(name)
    held = [
        (index, anchor)
        for index, anchor in enumerate(still.anchors)
        if anchor.point != LOWEST and not any(anchor.point in pose.free for pose in figures()[name].poses.values())
    ]
    frames = bodies(name)
    if still.figure.motion.alternates:  # every second rep is held by the points of the other side
        frames = frames[: len(frames) // 2]
    root_moves = {still.figure.poses[pose].angles[3:6] for _, pose in still.figure.motion.path} != {(0.0, 0.0, 0.0)}
    for body in frames:
        for index, anchor in held:
            if index or not root_moves:
                where = target_of(anchor, dict(body.points), dict(body.frames))
                assert distance(body.points[anchor.point], where) < MAY_MOVE, anchor.point


@pytest.mark.parametrize("name", NAMES)
def test_somebody_touches_the_floor(name: str) -> None:
    supported = {str(pin.on) for pin in figures()[name].pins} - {"floor"}
    for body in bodies(name):
        assert lowest(body) < 0.01 or supported


@pytest.mark.parametrize("name", NAMES)
def test_the_left_side_is_the_right_side_in_a_mirror(name: str) -> None:
    for moment in moments(name):
        right = movement(name).frame(moment)
        left = movement(name).frame(FigureMoment(moment.stage, moment.seconds, Side.LEFT, moment.seconds_per_rep))
        for point, (x, y, z) in right.points.items():
            assert left.points[other_side(point)] == (-x, y, z), point
        assert left.window == (-right.window[2], right.window[1], -right.window[0], right.window[3])
        assert left.glow == tuple(map(other_side, right.glow))
        for one, other in zip(right.props, left.props, strict=True):
            assert other.points == tuple(map(other_side, one.points)), one.kind


@pytest.mark.parametrize("name", NAMES)
def test_nothing_jumps(name: str) -> None:
    last = moments_of(figures()[name])[-1] * 1.2
    for step in range(40):
        at = last * step / 40
        one = movement(name).body_at(FigureMoment(Stage.WORK, at, None, REP_SECONDS))
        other = movement(name).body_at(FigureMoment(Stage.WORK, at + A_MOMENT, None, REP_SECONDS))
        for point in skeleton.POINTS:
            assert distance(one.points[point], other.points[point]) < FASTEST * A_MOMENT, (point, at)


@pytest.mark.parametrize("name", NAMES)
def test_a_rep_begins_and_ends_in_the_starting_pose(name: str) -> None:
    if figures()[name].motion.kind is MotionKind.REPS:
        start = movement(name).body_at(FigureMoment(Stage.GET_READY))
        for rep in range(3):
            body = movement(name).body_at(FigureMoment(Stage.WORK, rep * REP_SECONDS + 1e-6, None, REP_SECONDS))
            for point in skeleton.POINTS:
                assert distance(body.points[point], start.points[point]) < 0.01, point


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("qapp")
def test_it_is_painted_inside_its_rectangle(name: str) -> None:
    image = QImage(160, 160, QImage.Format.Format_ARGB32_Premultiplied)
    for moment in moments(name)[::4]:
        image.fill(0)
        with QPainter(image) as painter:
            FigurePainter(DARK.figure).paint(painter, QRectF(20, 20, 120, 120), movement(name).frame(moment))
        assert image.copy(20, 20, 120, 120) != QImage(120, 120, image.format())
        for outside in OUTSIDE:
            around = image.copy(outside).convertToFormat(QImage.Format.Format_Alpha8)
            assert max(around.constBits()) < 12


@pytest.mark.parametrize("name", [name for name in NAMES if "-" not in name])
def test_a_figure_moves_as_its_exercise_is_counted(name: str) -> None:
    exercise = exercises()[name]
    kind = figures()[name].motion.kind
    fitting = {
        Mode.HOLD: {MotionKind.HOLD},
        Mode.REPS: {MotionKind.REPS},
        Mode.TIMED: {MotionKind.CYCLE, MotionKind.HOLD},
        Mode.ROLL: {MotionKind.ROLL, MotionKind.HOLD},
    }
    assert kind in fitting[exercise.mode]
    assert figures()[name].motion.alternates == alternates(name)
    assert {prop.kind.value for prop in figures()[name].props} <= {*exercise.equipment, "mat", "wall", "chair"}


@pytest.mark.parametrize("path", sorted(paths.asset("figures").rglob("*.json")), ids=lambda path: path.stem)
def test_the_check_finds_nothing(path: object) -> None:
    assert check_file(path, {}) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("name", [name for name, figure in figures().items() if figure.glow])
def test_what_glows_are_areas_of_the_exercise(name: str) -> None:
    """A lying twist glowed on the outer hip, and its words say buttock."""
    figure = figures()[name]
    areas = set(exercises()[figure.id].areas)
    if Area.GLUTES in areas:
        areas.add(Area.DEEP_ROTATORS)  # the smaller glow of the two on a buttock
    glows = {glow.removeprefix("right_").removeprefix("left_") for glow in figure.glow}
    assert glows <= areas


@pytest.mark.parametrize("name", ["pigeon_modified", "pigeon_full"])
def test_the_front_of_the_hip_that_a_pigeon_folds_does_not_glow(name: str) -> None:
    """It is the trailing one that it opens, and that is out of sight."""
    assert movement(name).glow == ("right_glutes", "right_deep_rotators")
