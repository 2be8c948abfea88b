"""The words of anatomy mean what they say: a person faces to the right (+x), up is +y, the right side is +z."""

from __future__ import annotations

import pytest

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.joints import CHANNELS, angles_of, mirrored, other_side
from hipback_desktop.figures.kinematics import Body, body_of
from hipback_desktop.figures.vector import Vec, sub

X, Y, Z = 0, 1, 2


def body(**angles: float) -> Body:
    return body_of(angles_of({name.replace("__", "."): angle for name, angle in angles.items()}))


def bone(it: Body, name: str) -> Vec:
    start, end = skeleton.BONES[name]
    return sub(it.points[end], it.points[start])


def test_standing_is_as_tall_as_a_person() -> None:
    standing = body()
    assert standing.points["head"][Y] + 0.066 - standing.points["right_ball"][Y] + 0.016 == pytest.approx(1, abs=0.02)
    assert bone(standing, "right_thigh") == pytest.approx((0, -skeleton.THIGH, 0))
    assert standing.points["right_toes"][X] > standing.points["right_heel"][X]
    assert standing.points["right_hip"][Z] > 0 > standing.points["left_hip"][Z]


@pytest.mark.parametrize(
    ("angles", "name", "axis", "sign"),
    [
        ({"right__hip__flex": 90}, "right_thigh", X, 1),
        ({"right__hip__abduct": 40}, "right_thigh", Z, 1),
        ({"left__hip__abduct": 40}, "left_thigh", Z, -1),
        ({"right__knee__flex": 90}, "right_shin", X, -1),
        ({"right__shoulder__raise": 90}, "right_upper_arm", X, 1),
        ({"left__shoulder__spread": 90}, "left_upper_arm", Z, -1),
        ({"right__elbow__flex": 90}, "right_forearm", X, 1),
        ({"right__hip__flex": 90, "right__hip__rotate": 40, "right__knee__flex": 90}, "right_shin", Z, -1),
        ({"left__hip__flex": 90, "left__hip__rotate": 40, "left__knee__flex": 90}, "left_shin", Z, 1),
    ],
)
def test_a_limb_goes_where_its_angle_says(angles: dict[str, float], name: str, axis: int, sign: int) -> None:
    assert bone(body(**angles), name)[axis] * sign > 0.09


@pytest.mark.parametrize(
    ("angles", "axis", "sign"),
    [
        ({"pelvis__pitch": 90}, X, 1),
        ({"pelvis__pitch": -90}, X, -1),
        ({"pelvis__roll": 90}, Z, 1),
        ({"low_back__flex": 40}, X, 1),
        ({"low_back__bend": 20}, Z, 1),
    ],
)
def test_the_trunk_goes_where_its_angle_says(angles: dict[str, float], axis: int, sign: int) -> None:
    assert body(**angles).points["spine_top"][axis] * sign > 0.05


def test_turns_and_twists_go_to_the_right() -> None:
    assert body(pelvis__turn=90).frames["pelvis"][0] == pytest.approx((0, 0, 1))
    assert body(upper_back__twist=30).frames["upper_back"][0][Z] > 0
    assert body(neck__twist=40).frames["head"][0][Z] > 0


def test_the_palm_looks_where_the_forearm_is_turned() -> None:
    assert body(right__forearm__turn=0).frames["right_hand"][0] == pytest.approx((0, 0, 1), abs=0.2)  # its back
    assert body(right__forearm__turn=90).frames["right_hand"][0][X] > 0.9
    assert body(right__forearm__turn=-90).frames["right_hand"][0][X] < -0.9
    assert body(right__forearm__turn=90, right__wrist__bend=-80).points["right_fingertips"][X] > 0.05


def test_mirroring_twice_is_nothing_and_once_exchanges_the_sides() -> None:
    angles = tuple(float(index) for index in range(len(CHANNELS)))
    assert mirrored(mirrored(angles)) == angles
    written = {"right.hip.flex": 40.0, "left.shoulder.raise": 70.0, "low_back.bend": 12.0, "pelvis.turn": 20.0}
    one, other = body_of(angles_of(written)), body_of(mirrored(angles_of(written)))
    for point, (x, y, z) in one.points.items():
        assert other.points[other_side(point)] == pytest.approx((x, y, -z), abs=1e-9), point
