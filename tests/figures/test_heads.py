"""A head that looks this way has a face, its hair is on its crown, and its ears lie on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hipback_desktop.figures.canvas import fit_of
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.figures.posture import Posture
from hipback_desktop.figures.tones import person_tones
from hipback_desktop.figures.vector import Vec, placed
from hipback_desktop.ui.theme import LIGHT
from tests.figures.shipped import movement

pytestmark = pytest.mark.usefixtures("qapp")
RECT = QRectF(0, 0, 900, 900)
GROUND = 0xFFFFFFFF
NOSE, CHEEK, BROW = (0.060, -0.019, 0.0), (0.052, -0.019, 0.020), (0.040, 0.050, 0.0)


def start_of(name: str) -> Posture:
    return movement(name).frame(FigureMoment(Stage.GET_READY))


def head_of(posture: Posture) -> QImage:
    image = QImage(900, 900, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(GROUND)
    with QPainter(image) as brush:
        FigurePainter(LIGHT.figure).paint(brush, RECT, replace(posture, props=(), order=("head",), glow=()))
    return image


def colour_at(posture: Posture, spot: Vec) -> QColor:
    x, y, _ = placed(posture.points["head"], posture.frames["head"], spot)
    return head_of(posture).pixelColor(fit_of(RECT, posture.window).at(x, y).toPoint())


@pytest.mark.parametrize("name", ["side_bend_standing", "band_walk_lateral", "clamshell", "side_plank"])
def test_who_looks_this_way_has_a_nose(name: str) -> None:
    """There were two eyes on an egg."""
    posture = start_of(name)
    assert colour_at(posture, NOSE).lightness() < colour_at(posture, CHEEK).lightness()


@pytest.mark.parametrize("name", ["side_bend_standing", "band_walk_lateral", "clamshell"])
def test_hair_reaches_the_forehead_of_who_looks_this_way(name: str) -> None:
    """It was a rim on a bald head."""
    hair = QColor(LIGHT.figure.hair)
    assert abs(colour_at(start_of(name), BROW).lightness() - hair.lightness()) < 8


@pytest.mark.parametrize("name", ["clamshell", "clamshell_banded"])
def test_the_upper_ear_of_a_head_that_lies_is_no_knob_on_top_of_it(name: str) -> None:
    posture = start_of(name)
    image, fit = head_of(posture), fit_of(RECT, posture.window)
    ear = person_tones(LIGHT.figure)[0].ear.color().rgb()
    x, y, _ = placed(posture.points["head"], posture.frames["head"], (-0.008, -0.010, 0.050))
    column = round(fit.at(x, y).x())
    high = [row for row in range(900) if image.pixel(column, row) == ear]
    assert 0 < len(high) < 0.018 * fit.scale
