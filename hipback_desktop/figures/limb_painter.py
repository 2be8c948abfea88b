"""Draws arms and legs: flesh around bones, clothes over it, hands and feet at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QTransform

from hipback_desktop.figures.canvas import mixed
from hipback_desktop.figures.curves import polygon, smooth
from hipback_desktop.figures.rigid_part import STRAIGHT, aspect_after, aspect_of, hand_outlines, outlines_of
from hipback_desktop.figures.vector import dot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QColor

    from hipback_desktop.figures.canvas import Canvas
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.figures.rigid_part import Aspect, Turn

DARKER: Final = 0.45
"""How far the fine line around a limb is from its own colour to the colour of edges."""
MOST_KEPT: Final = 4096
_HEAD_END: Final = 3
"""How many points of an outline are the round cap it begins with."""


class _Shapes(NamedTuple):
    """A part around the point it starts in, the same a fine line wider, and the sleeve over it."""

    inner: QPainterPath
    outer: QPainterPath
    sleeve: QPainterPath | None


class _Placed(NamedTuple):
    """A part where it is in the picture."""

    shapes: _Shapes
    where: QTransform


class LimbPainter:
    """Keeps the shapes of parts by how they are turned to the eye: most frames turn them in the picture only."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str | Aspect, ...], _Shapes] = {}

    def paint_leg(
        self, canvas: Canvas, posture: Posture, side: str, cloth: QColor, skin: QColor, edge: QColor
    ) -> QPainterPath:
        """One leg, from the hip to the toes; returns the outline of the thigh."""
        thigh = self._part(canvas, posture, "thigh", f"{side}_hip", f"{side}_thigh")
        shin = self._part(canvas, posture, "shin", f"{side}_knee", f"{side}_shin")
        foot = self._foot(canvas, posture, side)
        _fill_outer(canvas, (thigh, shin, *foot), mixed(cloth, edge, DARKER))
        _fill_inner(canvas, foot, skin)
        _fill_inner(canvas, (shin, thigh), cloth)
        return thigh.where.map(thigh.shapes.inner)

    def paint_arm(self, canvas: Canvas, posture: Posture, side: str, cloth: QColor, skin: QColor, edge: QColor) -> None:
        """One arm, from the shoulder to the fingertips."""
        upper = self._part(canvas, posture, "upper_arm", f"{side}_shoulder", f"{side}_upper_arm")
        forearm = self._part(canvas, posture, "forearm", f"{side}_elbow", f"{side}_forearm")
        bare = (upper, forearm, self._hand(canvas, posture, side))
        _fill_outer(canvas, bare, mixed(skin, edge, DARKER))
        _fill_inner(canvas, bare, skin)
        if upper.shapes.sleeve is not None:
            canvas.fill_placed(((upper.shapes.sleeve, upper.where),), cloth)

    def _foot(self, canvas: Canvas, posture: Posture, side: str) -> tuple[_Placed, ...]:
        """The foot: in one piece, or up to its ball and the toes where they are lifted."""
        frames = posture.frames
        if dot(frames[f"{side}_foot"][1], frames[f"{side}_toes"][0]) < 0.02:
            return (self._part(canvas, posture, "flat_foot", f"{side}_ankle", f"{side}_foot"),)
        return (
            self._part(canvas, posture, "foot", f"{side}_ankle", f"{side}_foot"),
            self._part(canvas, posture, "toes", f"{side}_ball", f"{side}_toes"),
        )

    def _hand(self, canvas: Canvas, posture: Posture, side: str) -> _Placed:
        turn, palm = aspect_of(posture.frames[f"{side}_hand"])
        fingers = aspect_after(turn, posture.frames[f"{side}_fingers"])
        shapes = self._shapes((f"{side}_hand", palm, fingers), lambda: _hand_shapes(side, palm, fingers))
        return _placed(canvas, posture, f"{side}_wrist", turn, shapes)

    def _part(self, canvas: Canvas, posture: Posture, part: str, start: str, frame: str) -> _Placed:
        turn, aspect = aspect_of(posture.frames[frame])
        return _placed(canvas, posture, start, turn, self._shapes((part, aspect), lambda: _shapes_of(part, aspect)))

    def _shapes(self, key: tuple[str | Aspect, ...], make: Callable[[], _Shapes]) -> _Shapes:
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = make()
        return found


def _placed(canvas: Canvas, posture: Posture, start: str, turn: Turn, shapes: _Shapes) -> _Placed:
    x, y, _ = posture.points[start]
    return _Placed(shapes, canvas.placing(x, y, turn))


def _hand_shapes(side: str, palm: Aspect, fingers: Aspect) -> _Shapes:
    inner, outer = QPainterPath(), QPainterPath()
    for path, number in ((inner, 0), (outer, 1)):
        path.setFillRule(Qt.FillRule.WindingFill)
        for outlines in hand_outlines(side, palm, fingers):
            path.addPath(smooth(outlines[number]))
    return _Shapes(inner, outer, None)


def _shapes_of(part: str, aspect: Aspect) -> _Shapes:
    inner, outer = outlines_of(part, aspect)
    draw = polygon if part in STRAIGHT else smooth
    return _Shapes(draw(inner), draw(outer), _sleeve(inner) if part == "upper_arm" else None)


def _sleeve(arm: list[Point]) -> QPainterPath:
    """The upper part of an arm, its end a little wider than the arm."""
    (ax, ay), (bx, by) = arm[5], arm[-3]  # where the arm is at 0.70 of its length, on both edges
    wide = 0.06
    path = smooth([arm[-2], arm[-1], *arm[:_HEAD_END], *arm[3:5]], closed=False)
    path.lineTo(ax + (ax - bx) * wide, ay + (ay - by) * wide)
    path.lineTo(bx - (ax - bx) * wide, by - (ay - by) * wide)
    path.closeSubpath()
    return path


def _fill_outer(canvas: Canvas, parts: Iterable[_Placed], colour: QColor) -> None:
    canvas.fill_placed([(part.shapes.outer, part.where) for part in parts], colour)


def _fill_inner(canvas: Canvas, parts: Iterable[_Placed], colour: QColor) -> None:
    canvas.fill_placed([(part.shapes.inner, part.where) for part in parts], colour)
