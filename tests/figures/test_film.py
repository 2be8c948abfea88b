"""The picture of a film is that of the moment, however it came there; what comes again is drawn once."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Side
from hipback_desktop.figures import reel
from hipback_desktop.figures.changes import furthest
from hipback_desktop.figures.drawing import Drawing
from hipback_desktop.figures.film import BREATHS_A_SECOND, FRAMES_A_SECOND, FURTHER
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.ui.theme import LIGHT
from tests.figures.films import (
    BOX,
    HEIGHT,
    WIDTH,
    CountingPainter,
    at,
    coming_from_standing,
    film_of,
    kept_bytes,
    moments,
    nearly_the_same,
    shown_at_once,
)
from tests.figures.shipped import movement


@pytest.fixture
def painter(qtbot: QtBot) -> CountingPainter:
    """Pictures need an application."""
    return CountingPainter()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("name", ["glute_bridge", "light_cardio_walk", "smr_glute_roller", "dead_bug"])
def test_moved_on_from_frame_to_frame_it_is_the_picture_drawn_at_once(
    painter: CountingPainter, name: str, ratio: float
) -> None:
    film = film_of(name, painter, ratio)
    for number, moment in enumerate(moments(7.3)):
        film.show(moment)
        if number % 73 == 72:
            assert nearly_the_same(film.picture, shown_at_once(name, moment, ratio)), number


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("name", ["glute_bridge", "clamshell", "hip_flexor_half_kneeling", "smr_large_ball"])
def test_on_the_way_into_a_position_little_more_than_the_person_is_drawn_anew(
    painter: CountingPainter, name: str, ratio: float
) -> None:
    entered, film = coming_from_standing(name), film_of(name, painter, ratio)
    film.go_on_with(entered)
    assert entered.way_in is not None
    changed: list[int] = []
    shows = [FigureMoment(Stage.GET_READY, 0.0)]
    for number in range(round(entered.way_in.seconds * FRAMES_A_SECOND)):
        moment = FigureMoment(Stage.GET_READY, number / FRAMES_A_SECOND)
        region = film.show(moment)
        if region.isEmpty():
            assert furthest(BOX, entered.frame(shows[-1]), entered.frame(moment)) < FURTHER
            continue
        shows.append(moment)
        changed.append(sum(rect.width() * rect.height() for rect in region))  # type: ignore[attr-defined]
        if number % 11 == 10:
            whole = film_of(name, FigurePainter(LIGHT.figure), ratio)
            whole.go_on_with(entered)
            whole.show(moment)
            assert nearly_the_same(film.picture, whole.picture), number
    assert sum(changed[1:]) / len(changed[1:]) < 0.5 * BOX.width() * BOX.height()
    assert len(changed) / entered.way_in.seconds < 18
    assert max(furthest(BOX, entered.frame(one), entered.frame(other)) for one, other in pairwise(shows)) < 3 * FURTHER


def test_the_next_rep_is_not_drawn_again(painter: CountingPainter) -> None:
    film = film_of("glute_bridge", painter)
    for moment in moments(11):
        film.show(moment)
    drawn, at_eleven = painter.drawn, film.picture.copy()
    for moment in moments(5, start=11):
        film.show(moment)
    assert drawn > 40
    assert painter.drawn == drawn
    assert film.picture == at_eleven


@pytest.mark.parametrize("name, share", [("glute_bridge", 0.55), ("smr_glute_roller", 1.0)])
def test_who_goes_back_as_they_came_is_drawn_on_one_way_only(painter: CountingPainter, name: str, share: float) -> None:
    film = film_of(name, painter)
    changes = 0
    for moment in moments(16 if share == 1.0 else 5):
        changes += not film.show(moment).isEmpty()
    assert changes * share * 0.8 < painter.drawn <= changes * share + 2
    assert nearly_the_same(film.picture, shown_at_once(name, moment))


def test_the_same_figure_with_another_way_in_goes_on_where_it_is(painter: CountingPainter) -> None:
    film = film_of("glute_bridge", painter)
    for moment in moments(5):
        film.show(moment)
    before, drawn = film.picture.copy(), painter.drawn
    film.go_on_with(replace(movement("glute_bridge"), way_in=None))
    assert film.picture == before
    for moment in moments(5, start=5):
        film.show(moment)
    assert painter.drawn == drawn


def test_where_there_is_no_room_the_frames_of_the_other_side_make_way(
    painter: CountingPainter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reel, "MOST_KEPT_BYTES", 400_000)
    film = film_of("clamshell", painter)
    for side in (Side.RIGHT, Side.LEFT):
        for number in range(120):
            film.show(at((number + 0.1) / FRAMES_A_SECOND, 4, side))
        assert 400_000 <= kept_bytes(film) < 600_000
    assert {turn[1][0] for turn in film._reel._kept} == {True}


def test_of_frames_that_find_no_room_every_second_one_is_drawn(
    painter: CountingPainter, monkeypatch: pytest.MonkeyPatch
) -> None:
    roomy = CountingPainter()
    usual = film_of("light_cardio_walk", roomy)
    monkeypatch.setattr(reel, "MOST_KEPT_BYTES", 0)
    film = film_of("light_cardio_walk", painter)
    for moment in moments(1.0):
        film.show(moment)
        usual.show(moment)
    assert painter.drawn <= roomy.drawn * 0.6


def test_a_rep_on_the_other_side_is_another_one(painter: CountingPainter) -> None:
    film = film_of("clamshell", painter)
    film.show(at(1.5))
    right = film.picture.copy()
    film.show(at(1.5, side=Side.LEFT))
    assert film.picture != right
    film.show(at(1.5))
    assert film.picture == right


def test_what_is_told_to_have_changed_is_all_that_has(painter: CountingPainter) -> None:
    film = film_of("glute_bridge", painter)
    for start in (0.0, 5.0):  # drawn, and put together again
        for moment in moments(5, start):
            before = film.picture.copy()
            changed = film.show(moment)
            assert differing(before, film.picture) <= points_in(changed)


def differing(one: QImage, other: QImage) -> set[tuple[int, int]]:
    if one == other:
        return set()
    grid = ((x, y) for x in range(0, WIDTH, 5) for y in range(0, HEIGHT, 5))
    return {(x, y) for x, y in grid if one.pixel(x, y) != other.pixel(x, y)}


def points_in(region: QRegion) -> set[tuple[int, int]]:
    rect = region.boundingRect()
    grid = ((x, y) for x in range(0, WIDTH, 5) for y in range(0, HEIGHT, 5) if rect.contains(x, y))
    return {(x, y) for x, y in grid if region.contains(QRegion(x, y, 1, 1).boundingRect())}


def test_who_stands_still_changes_nothing(painter: CountingPainter) -> None:
    film = film_of("glute_bridge", painter)
    for still in (FigureMoment(Stage.STILL), FigureMoment(Stage.GET_READY, 90)):
        film.show(still)
        assert film.show(still).isEmpty()
    film.show(FigureMoment(Stage.GET_READY, 91))
    assert film.show(FigureMoment(Stage.GET_READY, 92)).isEmpty()


def test_breath_after_breath_is_drawn_once_the_position_is_reached(painter: CountingPainter) -> None:
    film = film_of("hip_flexor_half_kneeling", painter)
    drawn = []
    for breath in range(4):
        for tenth in range(100):
            film.show(at(6.05 + 10 * breath + tenth / 10, None))
        drawn.append(painter.drawn)
    assert 0 < drawn[0] == drawn[1] == drawn[3]


@pytest.mark.parametrize("limit", [("MOST_KEPT_BYTES", 300_000), ("MOST_KEPT_PICTURES", 1)])
def test_not_more_is_kept_than_a_limit(
    painter: CountingPainter, monkeypatch: pytest.MonkeyPatch, limit: tuple[str, int]
) -> None:
    usual = film_of("glute_bridge", CountingPainter())
    monkeypatch.setattr(reel, *limit)
    film = film_of("glute_bridge", painter)
    for moment in moments(8.2):
        film.show(moment)
        usual.show(moment)
    assert 300_000 <= kept_bytes(film) < 500_000
    assert kept_bytes(usual) > 1_000_000
    assert film.picture == usual.picture


def test_a_frame_left_out_now_and_then_is_made_up_for_without_drawing(painter: CountingPainter) -> None:
    film, usual = film_of("glute_bridge", painter), film_of("glute_bridge", CountingPainter())
    for moment in moments(11):
        film.show(moment)
        usual.show(moment)
    drawn = painter.drawn
    for number, moment in enumerate(moments(1, start=11)):
        usual.show(moment)
        if number != 12:
            before = film.picture.copy()
            changed = film.show(moment)
            assert differing(before, film.picture) <= points_in(changed)
    assert painter.drawn == drawn
    assert film.picture == usual.picture


@pytest.mark.parametrize("name, pace, every", [("glute_bridge", 5, 5), ("hip_flexor_half_kneeling", None, 4)])
def test_whoever_leaves_out_many_draws_none_that_is_kept(
    painter: CountingPainter, name: str, pace: float | None, every: int
) -> None:
    film, a_second = film_of(name, painter), FRAMES_A_SECOND if pace else BREATHS_A_SECOND
    start = 0.0 if pace else 6.0
    for number in range(20 * a_second):
        film.show(at(start + (number + 0.1) / a_second, pace))
    drawn = painter.drawn
    for number in range(20 * a_second, 20 * a_second + every * 12, every):
        film.show(at(start + (number + 0.1) / a_second, pace))
    assert painter.drawn == drawn
    assert nearly_the_same(film.picture, shown_at_once(name, at(start + (number + 0.1) / a_second, pace)))


def test_where_frames_are_left_out_no_time_is_spent_on_keeping(painter: CountingPainter) -> None:
    film = film_of("glute_bridge", painter)
    for tenth in range(49):
        film.show(at(tenth / 10 + 0.05))
    assert painter.drawn > 20
    assert kept_bytes(film) == 0


def test_what_fails_while_it_is_drawn_leaves_no_painter_on_the_picture(
    painter: CountingPainter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("no such limb")

    film = film_of("glute_bridge", painter)
    with monkeypatch.context() as broken, pytest.raises(ValueError, match="no such limb") as failure:
        broken.setattr(Drawing, "draw", fail)
        film.show(at(1.0))
    assert failure.traceback  # which keeps all that was at hand
    assert not film.picture.paintingActive()


def test_a_drawing_can_be_drawn_again_and_leaves_the_painter_as_it_was(painter: CountingPainter) -> None:
    posture = movement("glute_bridge").frame(at(2.5))
    drawing = painter.drawing(BOX, posture)
    images = []
    for _ in range(2):
        image = QImage(320, 240, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        with QPainter(image) as brush:
            drawing.draw(brush)
            assert not brush.testRenderHint(QPainter.RenderHint.Antialiasing)
            assert not brush.hasClipping()
        images.append(image)
    assert images[0] == images[1]
    assert images[0].pixelColor(0, 0) == QColor("white")
    assert len({images[0].pixel(x, 160) for x in range(320)}) > 3
