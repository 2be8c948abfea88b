"""The way into a position leads over positions that lead into each other, and ends where the figure begins."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import pytest

from hipback_desktop.core.exercise import Position
from hipback_desktop.figures import skeleton
from hipback_desktop.figures.contacts import lowest
from hipback_desktop.figures.entering import WayIn, way_between, way_in
from hipback_desktop.figures.figure import NO_WAY_IN, Prop, PropKind
from hipback_desktop.figures.joints import SIDES
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import movement_of, window_around
from hipback_desktop.figures.posture import Posture
from hipback_desktop.figures.prop_shape import BALL_RADIUS, outline_of
from hipback_desktop.figures.stations import Stations, starting
from hipback_desktop.figures.vector import distance, dot, sub, unit
from tests.figures.shipped import exercises, figures, positions, stations

P = Position
EXERCISES = sorted(name for name in figures() if name in exercises())
WAYS = [(one, other) for one, other in product(Position, Position) if one is not other]
FASTEST = 2.4  # body heights a second; a knee that snaps straight comes close
LOOKS_A_SECOND = 30
MARGIN = 0.035  # around whatever is shown
DEEP = 0.02  # what is soft gives way
SLIDES = 0.02  # of body height


def fastest(way: WayIn) -> float:
    """The speed of the point that goes fastest, but for fingers and toes that hang on."""
    count = round(way.seconds * LOOKS_A_SECOND)
    bodies = [way.body_at(way.seconds * step / count) for step in range(count + 1)]
    names = [name for name in bodies[0].points if not name.endswith(("fingertips", "knuckles", "toes"))]
    far = max(distance(one.points[name], other.points[name]) for one, other in pairwise(bodies) for name in names)
    return far * count / way.seconds


def test_the_way_down_is_one_a_person_would_take() -> None:
    down = way_between(P.STANDING, P.PRONE)
    assert [name for name in down if name in set(P)] == [P.STANDING, P.HALF_KNEELING, P.ALL_FOURS, P.PRONE]
    assert way_between(P.SUPINE, P.CHAIR)[-3:] == (P.STANDING, "sitting_down", P.CHAIR)
    assert way_between(P.CHAIR, P.CHAIR) == (P.CHAIR,)


@pytest.mark.parametrize(("before", "after"), WAYS)
def test_nobody_sinks_or_stretches_on_the_way(before: Position, after: Position) -> None:
    way = way_in(before, after, positions()[after], stations())
    assert way is not None
    for step in range(17):
        body = way.body_at(way.seconds * step / 16)
        assert lowest(body) > -0.004
        assert distance(body.points["right_hip"], body.points["right_knee"]) == pytest.approx(skeleton.THIGH, abs=1e-4)


@pytest.mark.parametrize("name", EXERCISES)
def test_it_ends_where_the_figure_begins(name: str) -> None:
    position = exercises()[name].position
    before = P.SUPINE if position is P.STANDING else P.STANDING
    way = way_in(before, position, figures()[name], stations())
    assert way is not None
    movement = movement_of(figures()[name], (), way)
    arrived = movement.frame(FigureMoment(Stage.GET_READY, way.seconds - 1e-6))
    begun = movement.frame(FigureMoment(Stage.WORK, 0, None, 5))
    for point, place in begun.points.items():
        assert arrived.points[point] == pytest.approx(place, abs=0.01), point
    assert arrived.window == pytest.approx(begun.window, abs=1e-3)


@pytest.mark.parametrize("name", sorted(name for name, it in figures().items() if it.id in exercises()))
def test_nobody_jumps_on_the_way(name: str) -> None:
    """A limb that turns over between two frames goes many times as fast as a person who gets down."""
    figure = figures()[name]
    position = exercises()[figure.id].position
    way = way_in(P.SUPINE if position is P.STANDING else P.STANDING, position, figure, stations())
    assert (way is None) is (figure.enter == NO_WAY_IN)
    if way is not None:
        assert fastest(way) < FASTEST


@pytest.mark.parametrize(("before", "after"), WAYS)
def test_nobody_jumps_between_two_positions(before: Position, after: Position) -> None:
    way = way_in(before, after, positions()[after], stations())
    assert way is not None
    assert fastest(way) < FASTEST


@pytest.mark.parametrize(("before", "after"), WAYS)
def test_what_stands_on_the_floor_stays_there_until_it_is_lifted(before: Position, after: Position) -> None:
    """A foot or knee that two positions in a row stand on does not slide from one to the other."""
    way = way_in(before, after, positions()[after], stations())
    assert way is not None
    for passage, (begins, ends) in zip(way.passages, pairwise(way.track.moments), strict=True):
        both = [(one, other) for one, other in passage.limbs if one is not None and other is not None]
        held = [one.point for one, other in both if one.on_body is None and distance(one.place, other.place) < SLIDES]
        bodies = [way.body_at(way.seconds * (begins + (ends - begins) * step / 8)) for step in range(9)]
        for point in held:
            places = [body.points[point] for body in bodies]
            assert max(distance(places[0], place) for place in places) < SLIDES, point


@pytest.mark.parametrize(("before", "after"), [(P.STANDING, P.FLOOR_SEATED), (P.STANDING, P.SIDE_LYING)])
def test_a_hand_is_on_the_floor_before_the_seat_is(before: Position, after: Position) -> None:
    way = way_in(before, after, positions()[after], stations())
    assert way is not None
    bodies = [way.body_at(way.seconds * step / 100) for step in range(101)]
    seat = next(number for number, body in enumerate(bodies) if body.points["sit"][1] < 0.07)
    assert any(min(body.points[f"{side}_hand"][1] for side in SIDES) < 0.03 for body in bodies[:seat])


def test_who_sits_down_leans_forward() -> None:
    way = way_in(P.STANDING, P.CHAIR, positions()[P.CHAIR], stations())
    assert way is not None
    bodies = [way.body_at(way.seconds * step / 32) for step in range(33)]
    halfway = min(bodies, key=lambda body: abs(body.points["sit"][1] - 0.4))
    assert halfway.points["head"][0] > halfway.points["right_ankle"][0] + 0.05


def test_a_long_way_leaves_time_to_be_seen_in_the_position() -> None:
    """The lead-in into another position takes fifteen seconds."""
    for name, figure in figures().items():
        if figure.id in exercises():
            way = way_in(P.CHAIR, exercises()[figure.id].position, figure, stations())
            assert way is None or way.seconds <= 11, name


@pytest.mark.parametrize(("before", "after"), [(P.STANDING, P.PRONE), (P.SUPINE, P.ALL_FOURS), (P.CHAIR, P.SIDE_LYING)])
def test_nobody_floats_on_the_way(before: Position, after: Position) -> None:
    way = way_in(before, after, positions()[after], stations())
    assert way is not None
    for step in range(33):
        assert lowest(way.body_at(way.seconds * step / 32)) < 0.02, step


def test_somebody_who_will_lie_on_the_right_lies_down_on_the_right() -> None:
    way = way_in(P.FLOOR_SEATED, P.SIDE_LYING, figures()["smr_tfl_itb"], stations())
    assert way is not None
    lying = way.body_at(way.seconds * way.track.moments[-2])
    assert lying.points["right_hip"][1] < lying.points["left_hip"][1] - 0.08
    away = lying.frames["pelvis"][0][2]
    assert away > 0.9  # still with the face to who looks on


@pytest.mark.parametrize("name", ["clamshell", "clamshell_banded", "side_plank", "side_plank_knees", "smr_tfl_itb"])
def test_nobody_spins_who_lies_down_on_the_side(name: str) -> None:
    """Clamshells and side planks lay across the position they are entered from."""
    way = way_in(P.FLOOR_SEATED, P.SIDE_LYING, figures()[name], stations())
    assert way is not None
    lying, begun = way.body_at(way.seconds * way.track.moments[-2]), way.body_at(way.seconds)
    one, other = (unit(sub(body.points["head"], body.points["pelvis"])) for body in (lying, begun))
    assert dot(one, other) > 0.7


def test_a_figure_says_where_it_is_entered_from() -> None:
    on_forearms = figures()["smr_quad_hip_flexor"]
    way = way_in(P.ALL_FOURS, P.PRONE, on_forearms, stations())
    assert way is not None
    assert way.steps == 1
    assert all(way.body_at(way.seconds * step / 8).points["chest"][1] > 0.12 for step in range(9))
    assert way_in(P.ALL_FOURS, P.PRONE, replace(on_forearms, enter=NO_WAY_IN), stations()) is None


def things_on_the_way(name: str, before: Position) -> list[tuple[float, Posture]]:
    """The frames of a way, each with its share of it."""
    exercise, figure = exercises()[name], figures()[name]
    way = way_in(before, exercise.position, figure, stations())
    assert way is not None
    movement = movement_of(figure, (), way)
    count = round(way.seconds * 20)
    shares = [step / count for step in range(count)]
    return [(share, movement.frame(FigureMoment(Stage.GET_READY, share * way.seconds))) for share in shares]


def thing(posture: Posture, kind: PropKind) -> Prop | None:
    return next((prop for prop in posture.props if prop.kind is kind), None)


@pytest.mark.parametrize(
    ("name", "kind", "height"),
    [
        ("figure_four_seated", PropKind.CHAIR, 0.45),
        ("light_cardio_cycle", PropKind.BIKE, 0.45),
        ("hamstring_curl_machine", PropKind.MACHINE, 0.45),
        ("leg_swing_side", PropKind.WALL, 0.45),
    ],
)
def test_what_stands_comes_when_the_person_stands(name: str, kind: PropKind, height: float) -> None:
    """They came crawling out of the floor through the legs of the chair."""
    frames = things_on_the_way(name, P.SUPINE)
    there = [(share, posture) for share, posture in frames if thing(posture, kind)]
    assert there[0][1].body.points["pelvis"][1] > height
    assert frames[-1][1] is there[-1][1]
    assert [posture for _, posture in frames if thing(posture, kind)] == [posture for _, posture in there]


@pytest.mark.parametrize("before", [P.STANDING, P.SUPINE])
def test_nobody_kneels_through_the_wall(before: Position) -> None:
    frames = [posture for _, posture in things_on_the_way("couch_stretch", before)]
    walls = [(wall, posture.body) for posture in frames if (wall := thing(posture, PropKind.WALL)) is not None]
    assert walls
    for wall, body in walls:
        assert min(body.points[point][0] for point in skeleton.SURFACES) > wall.at[0] - DEEP


def test_who_gets_onto_a_bench_comes_from_its_foot() -> None:
    """They stood in the middle of it."""
    _, first = things_on_the_way("hamstring_curl_machine", P.STANDING)[0]
    machine = thing(first, PropKind.MACHINE)
    assert machine is not None
    pad = [spot[0] for spot in outline_of(machine)]
    assert first.body.points["pelvis"][0] < min(pad)


@pytest.mark.parametrize("name", ["glute_bridge", "cat_cow", "squat_bodyweight", "clamshell", "hip_flexor_standing"])
def test_nobody_gets_up_from_air(name: str) -> None:
    """The chair of the exercise before stays where it is until the person stands, and is gone when they kneel."""
    frames = [posture for _, posture in things_on_the_way(name, P.CHAIR)]
    sits = [posture for posture in frames if posture.body.points["sit"][1] < 0.32][:3]
    for posture in sits:
        chair = thing(posture, PropKind.CHAIR)
        assert chair is not None
        assert chair.at[0] == pytest.approx(posture.body.points["sit"][0], abs=0.13)
        assert chair.at[1] == pytest.approx(posture.body.points["sit"][2], abs=0.02)
    stands = next(number for number, posture in enumerate(frames) if posture.body.points["pelvis"][1] > 0.5)
    left = thing(frames[stands - 1], PropKind.CHAIR)
    assert left == thing(frames[0], PropKind.CHAIR)
    low = [posture for posture in frames[stands:] if posture.body.points["pelvis"][1] < 0.4]
    assert not any(thing(posture, PropKind.CHAIR) for posture in low)


@pytest.mark.parametrize("before", [P.STANDING, P.CHAIR, P.ALL_FOURS])
@pytest.mark.parametrize("name", ["smr_large_ball", "smr_glute_ball", "smr_back_ball", "ball_drape_prone"])
def test_nobody_goes_through_a_ball(name: str, before: Position) -> None:
    """It grows under the body as this makes room for it."""
    kinds = {prop.kind for prop in figures()[name].props} & set(BALL_RADIUS)
    (kind,) = kinds
    for share, posture in things_on_the_way(name, before):
        ball = thing(posture, kind)
        if ball is None:
            continue
        assert share > 0.7
        radius = BALL_RADIUS[kind] * ball.size
        middle = (ball.at[0], ball.height + radius, ball.at[1])
        for point in skeleton.SURFACES:
            deep = radius + skeleton.radius_of(point) - distance(middle, posture.body.points[point])
            assert deep < DEEP, (share, point)


def test_a_thing_is_whole_where_the_way_ends() -> None:
    _, posture = things_on_the_way("smr_large_ball", P.STANDING)[-1]
    ball, begun = thing(posture, PropKind.LARGE_BALL), figures()["smr_large_ball"].props[-1]
    assert ball is not None
    assert ball.size > 0.9 * begun.size


def test_no_way_is_needed_where_the_person_is_already() -> None:
    assert way_in(P.SUPINE, P.SUPINE, figures()["glute_bridge"], stations()) is None


def test_a_position_is_solved_once_for_all_ways() -> None:
    kept, figure = Stations(positions().get), positions()[P.STANDING]
    end = starting(figures()["glute_bridge"])
    assert kept.nearer(P.STANDING, figure, end) is kept.nearer(P.STANDING, figure, end)


def test_the_picture_shows_the_whole_way() -> None:
    """It is not looked at everywhere beforehand: arms that go up come out furthest between two positions."""
    for name in ("side_bend_standing", "side_plank", "smr_tfl_itb", "squat_bodyweight"):
        position = exercises()[name].position
        for before in Position:
            way = way_in(before, position, figures()[name], stations())
            if way is None:
                continue
            movement = movement_of(figures()[name], (), way)
            bodies = [way.body_at(way.seconds * step / 24) for step in range(24)]
            found, shown = window_around(bodies, (), movement.cameras[False]), movement.wide_window
            assert all(beyond > -MARGIN for beyond in (found[0] - shown[0], found[1] - shown[1])), (before, name)
            assert all(beyond > -MARGIN for beyond in (shown[2] - found[2], shown[3] - found[3])), (before, name)


def test_who_has_come_in_is_not_taken_for_who_sets_out() -> None:
    """Asked for one right after the other, the end of a way was its beginning."""
    bridge = figures()["glute_bridge"]
    way = way_in(P.STANDING, P.SUPINE, bridge, stations())
    assert way is not None
    entering = movement_of(bridge, (), way)
    stands, lies = (entering.frame(FigureMoment(Stage.GET_READY, at)) for at in (0.0, way.seconds + 1))
    assert lies.points["head"][1] < 0.2 < stands.points["head"][1]
