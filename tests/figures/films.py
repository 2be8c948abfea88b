"""Films of the shipped figures, and the words their tests are told in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from hipback_desktop.core.exercise import Position, Side
from hipback_desktop.figures.drawing import Drawing
from hipback_desktop.figures.entering import way_in
from hipback_desktop.figures.film import FRAMES_A_SECOND, Film
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import Movement, movement_of
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.figures.posture import Posture
from hipback_desktop.ui.theme import LIGHT
from tests.figures.shipped import exercises, figures, movement, stations

WIDTH, HEIGHT = 320, 240
BOX = QRectF(16, 16, WIDTH - 32, HEIGHT - 32)
GROUND = QColor(LIGHT.figure.ground)


class CountingPainter(FigurePainter):
    """Draws, and knows how often it did."""

    def __init__(self) -> None:
        super().__init__(LIGHT.figure)
        self.drawn = 0

    def drawing(self, rect: QRectF, posture: Posture, ratio: float = 1.0) -> Drawing:
        self.drawn += 1
        return super().drawing(rect, posture, ratio)


def film_of(name: str, painter: FigurePainter, ratio: float = 1.0) -> Film:
    ground = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    ground.setDevicePixelRatio(ratio)
    ground.fill(GROUND)
    return Film(movement(name), painter, ground, BOX, GROUND)


def kept_bytes(film: Film) -> int:
    return film._reel.kept_bytes


def coming_from_standing(name: str) -> Movement:
    """The movement of an exercise with the way into it."""
    figure = figures()[name]
    return movement_of(figure, (), way_in(Position.STANDING, exercises()[figure.id].position, figure, stations()))


def at(second: float, pace: float | None = 5, side: Side | None = None) -> FigureMoment:
    return FigureMoment(Stage.WORK, second, side, pace)


def moments(seconds: float, start: float = 0.0) -> Iterator[FigureMoment]:
    """Each frame of so many seconds, a little into it."""
    return (at(start + (number + 0.1) / FRAMES_A_SECOND) for number in range(round(seconds * FRAMES_A_SECOND)))


def shown_at_once(name: str, moment: FigureMoment, ratio: float = 1.0) -> QImage:
    film = film_of(name, FigurePainter(LIGHT.figure), ratio)
    film.show(moment)
    return film.picture


def nearly_the_same(one: QImage, other: QImage) -> bool:
    """No pixel differs by more than what a shift of a quarter of a pixel, of this screen or of a coarser one, makes."""
    pixels = [(x, y) for x in range(0, one.width(), 3) for y in range(0, one.height(), 3)]
    differing = [(x, y) for x, y in pixels if one.pixel(x, y) != other.pixel(x, y)]
    far = [abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) for x, y in differing]
    return max(far, default=0) < 150 and sum(apart > 40 for apart in far) < len(pixels) / 400
