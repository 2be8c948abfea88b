"""What is drawn ahead is there when it comes, and drawing it holds nobody up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from hipback_desktop.figures import reel
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
    film = film_of(name, painter)
    film.show(FigureMoment(Stage.GET_READY, 9))
    ahead = Ahead(film, at(0))
    while ahead.draw_on():
        pass
    drawn, reel_bytes = painter.drawn, kept_bytes(film)
    for moment in moments(20):
        film.show(moment)
    assert painter.drawn <= drawn + 3  # the first one, and from the end of one rep to the beginning of another
    assert kept_bytes(film) < reel_bytes * 1.1
    assert nearly_the_same(film.picture, shown_at_once(name, moment))


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
    film = film_of("hip_flexor_half_kneeling", painter)
    ahead = Ahead(film, at(0, None))
    while ahead.draw_on():
        pass
    film.show(at(6.05, None))
    drawn = painter.drawn
    for tenth in range(1, 300):
        film.show(at(6.05 + tenth / 10, None))
    assert painter.drawn == drawn
