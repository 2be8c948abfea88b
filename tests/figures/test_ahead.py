"""What is drawn ahead is there when it comes, and drawing it holds nobody up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from hipback_desktop.figures import film, reel
from hipback_desktop.figures.ahead import Ahead
from hipback_desktop.figures.moment import FigureMoment, Stage
from tests.figures.films import CountingPainter, at, film_of, kept_bytes, moments, nearly_the_same, shown_at_once


@pytest.fixture
def painter(qtbot: QtBot) -> CountingPainter:
    """Pictures need an application."""
    return CountingPainter()


@pytest.mark.parametrize("name", ["glute_bridge", "dead_bug", "smr_glute_roller", "light_cardio_walk"])
def test_of_what_is_drawn_ahead_nothing_is_drawn_when_it_comes(
    painter: CountingPainter, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reel, "MOST_KEPT_PICTURES", 100)
    shown = film_of(name, painter)
    shown.show(FigureMoment(Stage.GET_READY, 9))
    ahead = Ahead(shown, at(0))
    while ahead.draw_on():
        pass
    drawn, reel_bytes = painter.drawn, kept_bytes(shown)
    for moment in moments(20):
        shown.show(moment)
    assert painter.drawn <= drawn + 3  # the first one, and from the end of one rep to the beginning of another
    assert kept_bytes(shown) < reel_bytes * 1.1
    assert nearly_the_same(shown.picture, shown_at_once(name, moment))


@pytest.mark.parametrize("begins", [0, 3, 7])
@pytest.mark.parametrize("every", [1, 2, 3, 5])
@pytest.mark.parametrize("frames_a_second", [5, 10])
def test_of_a_breath_drawn_ahead_nothing_is_drawn_however_often_it_is_looked_at(
    painter: CountingPainter, begins: int, every: int, frames_a_second: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(film, "BREATHS_A_SECOND", frames_a_second)
    shown = film_of("hip_flexor_half_kneeling", painter)
    shown.show(FigureMoment(Stage.GET_READY, 9))
    ahead = Ahead(shown, at(0, None))
    while ahead.draw_on():
        pass
    drawn = painter.drawn
    for number in range(begins, 40 * frames_a_second, every):
        shown.show(at(6 + (number + 0.1) / frames_a_second, None))
    assert painter.drawn <= drawn + 1  # the first one


def test_ahead_it_is_drawn_in_bits(painter: CountingPainter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who draws a frame does not compare it as well, and no more than a part is compared at once."""
    most, compared = 20_000, [0]
    differing = reel.differing

    def counting(was: QImage, now: QImage) -> tuple[QRect, ...]:
        compared[0] += was.width() * was.height()
        return differing(was, now)

    monkeypatch.setattr(reel, "_BAND", most)
    monkeypatch.setattr(reel, "differing", counting)
    ahead = Ahead(film_of("glute_bridge", painter, 2.0), at(0))
    drawn, bits, is_left = 0, 0, True
    while is_left:
        compared[0] = 0
        is_left = ahead.draw_on()
        assert compared[0] <= most
        assert not compared[0] or painter.drawn == drawn
        bits, drawn = bits + bool(compared[0]), painter.drawn
    assert bits > 3 * drawn


def test_what_cannot_be_kept_is_not_drawn_ahead(painter: CountingPainter, monkeypatch: pytest.MonkeyPatch) -> None:
    roomy = CountingPainter()
    monkeypatch.setattr(reel, "MOST_KEPT_PICTURES", 100)
    whole = Ahead(film_of("glute_bridge", roomy), at(0))
    monkeypatch.setattr(reel, "MOST_KEPT_BYTES", 300_000)
    part = Ahead(film_of("glute_bridge", painter), at(0))
    for ahead in (whole, part):
        while ahead.draw_on():
            pass
    assert 0 < painter.drawn < roomy.drawn / 3


def test_a_breath_is_drawn_ahead_too(painter: CountingPainter) -> None:
    shown = film_of("hip_flexor_half_kneeling", painter)
    ahead = Ahead(shown, at(0, None))
    while ahead.draw_on():
        pass
    shown.show(at(6.05, None))
    drawn = painter.drawn
    for tenth in range(1, 300):
        shown.show(at(6.05 + tenth / 10, None))
    assert painter.drawn == drawn
