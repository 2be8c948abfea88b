"""Pins hold what they hold, and let go smoothly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.contacts import LOWEST, Anchor, Holding, OnBody, lowest, solved, target_of
from hipback_desktop.figures.joints import angles_of
from hipback_desktop.figures.vector import distance, dot

STANDING = angles_of({})
FOOT = Anchor("right_foot", (0.0, skeleton.ANKLE_HEIGHT, 0.0))


def test_the_first_pin_places_the_body() -> None:
    body = solved(STANDING, Holding(((FOOT, 1.0),), ()))
    assert body.points["right_ankle"] == pytest.approx(FOOT.place)
    assert lowest(body) == pytest.approx(0, abs=1e-9)


def test_without_a_pin_whatever_is_lowest_stands_on_the_floor() -> None:
    body = solved(angles_of({"right.hip.flex": 80.0, "right.knee.flex": 80.0}), Holding(((Anchor(LOWEST), 1.0),), ()))
    assert lowest(body) == pytest.approx(0, abs=1e-9)
    assert body.points["pelvis"][0] == 0


@given(st.floats(-0.12, 0.15), st.floats(0.0, 0.3), st.floats(0.0, 0.1))
def test_a_knee_bends_until_the_foot_is_met_and_bends_forward(forward: float, up: float, side: float) -> None:
    place = (forward, skeleton.ANKLE_HEIGHT + 0.05 + up, side)
    holding = Holding(((Anchor(LOWEST), 1.0),), ((Anchor("right_foot", place), 1.0),))
    body = solved(angles_of({"left.hip.flex": -2.0}), holding)
    assert distance(body.points["right_ankle"], place) < 2e-4
    assert dot(body.frames["right_shin"][1], body.frames["right_thigh"][0]) >= -1e-6
    assert body.frames["right_foot"][1] == pytest.approx((0, 1, 0), abs=1e-6)
    assert distance(body.points["right_hip"], body.points["right_knee"]) == pytest.approx(skeleton.THIGH)


def test_a_place_out_of_reach_leaves_the_limb_straight_and_as_long_as_it_is() -> None:
    far = Anchor("right_hand", (3.0, 0.0, 0.0))
    body = solved(STANDING, Holding(((FOOT, 1.0),), ((far, 1.0),)))
    assert distance(body.points["right_elbow"], body.points["right_wrist"]) == pytest.approx(skeleton.FOREARM, abs=1e-6)
    assert distance(body.points["right_shoulder"], body.points["right_wrist"]) == pytest.approx(
        skeleton.UPPER_ARM + skeleton.FOREARM, abs=1e-3
    )


def test_an_ankle_rests_on_the_other_thigh_wherever_it_goes() -> None:
    anchor = Anchor("right_ankle", on_body=OnBody("left_thigh", 0.8, "front"))
    for flex in (70.0, 85.0, 100.0):
        written = {"right.hip.flex": flex, "right.hip.abduct": 30.0, "right.hip.rotate": 50.0, "right.knee.flex": 95.0}
        angles = angles_of({**written, "left.hip.flex": flex, "left.knee.flex": 90.0, "pelvis.pitch": -90.0})
        body = solved(angles, Holding(((Anchor(LOWEST), 1.0),), ((anchor, 1.0),)))
        where = target_of(anchor, dict(body.points), dict(body.frames))
        assert distance(body.points["right_ankle"], where) < 1e-3


@pytest.mark.parametrize(("along", "raised"), [(0.4, 30.0), (0.6, 40.0), (0.8, 50.0)])
def test_a_hand_on_a_thigh_lies_on_it_with_its_palm(along: float, raised: float) -> None:
    anchor = Anchor("right_hand", on_body=OnBody("right_thigh", along, "front"))
    seated = {"right.hip.flex": 90.0, "right.knee.flex": 90.0, "right.shoulder.raise": raised, "right.elbow.flex": 60.0}
    body = solved(angles_of(seated), Holding(((Anchor(LOWEST), 1.0),), ((anchor, 1.0),)))
    assert dot(body.frames["right_hand"][0], body.frames["right_thigh"][0]) > 0.9
    assert distance(body.points["right_hand"], target_of(anchor, dict(body.points), dict(body.frames))) < 2e-3
    assert dot(body.frames["right_hand"][1], body.frames["right_forearm"][1]) > 0.4  # its wrist is not broken


@pytest.mark.parametrize("point", ["right_heel", "right_ball", "right_fingertips", "right_hand", "right_wrist"])
def test_a_weight_leads_smoothly_from_the_written_angles_to_the_pin(point: str) -> None:
    free = solved(STANDING, Holding(((FOOT, 1.0),), ())).points[point]
    place = (free[0] + 0.04, free[1] + 0.06, free[2])
    last = free
    for step in range(1, 21):
        holding = Holding(((FOOT, 1.0),), ((Anchor(point, place), step / 20),))
        now = solved(STANDING, holding).points[point]
        assert distance(last, now) < 0.03
        last = now
    assert last == pytest.approx(place, abs=1e-3)


def test_a_shin_and_a_forearm_lie_flat() -> None:
    kneeling = angles_of({"right.hip.flex": 5.0, "right.knee.flex": 80.0})
    body = solved(kneeling, Holding(((Anchor("right_shin", (0.0, 0.04, 0.0)), 1.0),), ()))
    assert body.points["right_ankle"][1] == pytest.approx(body.points["right_knee"][1])
    propped = angles_of({"pelvis.pitch": 80.0, "left.shoulder.raise": 80.0, "left.elbow.flex": 80.0})
    body = solved(propped, Holding(((Anchor("left_forearm", (0.0, 0.026, 0.0)), 1.0),), ()))
    assert body.points["left_wrist"][1] == pytest.approx(body.points["left_elbow"][1])
