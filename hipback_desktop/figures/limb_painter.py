"""Draws arms and legs: flesh around bones, clothes over it, hands and feet at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from hipback_desktop.figures.curves import polygon, smooth
from hipback_desktop.figures.hip_crease import hip_outline
from hipback_desktop.figures.joints import other_side
from hipback_desktop.figures.kept_shapes import KeptShapes
from hipback_desktop.figures.layers import is_over_trunk, sideways
from hipback_desktop.figures.rigid_part import (
    CROSSED,
    STRAIGHT,
    aspect_after,
    aspect_of,
    frame_of,
    hand_outlines,
    outlines_of,
)
from hipback_desktop.figures.vector import dot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QBrush, QTransform

    from hipback_desktop.figures.canvas import Canvas
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.figures.rigid_part import Aspect, Turn
    from hipback_desktop.figures.tones import Tones

_HEAD_END: Final = 3
"""How many points of an outline are the round cap it begins with."""
_HIP_STEPS: Final = 32
"""Coarser than other parts: every step of a leg that swings is a skin of its own, and less is not seen."""


class _Shapes(NamedTuple):
    """A part around the point it starts in, the same a fine line wider, and the sleeve over it."""

    inner: QPainterPath
    outer: QPainterPath
    sleeve: QPainterPath | None = None


class _Placed(NamedTuple):
    """A part where it is in the picture."""

    shapes: _Shapes
    where: QTransform


class LimbPainter:
    """Keeps the shapes of parts by how they are turned to the eye."""

    def __init__(self) -> None:
        self._kept: KeptShapes[_Shapes] = KeptShapes()

    def paint_leg(self, canvas: Canvas, posture: Posture, side: str, tones: Tones) -> QPainterPath:
        """One leg, from the hip to the toes; returns the outline of the thigh."""
        thigh, shin = self._thigh(canvas, posture, side), self._shin(canvas, posture, side)
        foot = self._foot(canvas, posture, side)
        _fill_outer(canvas, (thigh, shin, *foot), tones.bottom_edge)
        _fill_inner(canvas, foot, tones.skin)
        _fill_inner(canvas, (shin, thigh), tones.bottom)
        return thigh.where.map(thigh.shapes.inner)

    def paint_thigh(self, canvas: Canvas, posture: Posture, side: str, tones: Tones) -> QPainterPath:
        """A thigh without its shin; returns its outline."""
        thigh = self._thigh(canvas, posture, side, CROSSED)
        _fill_outer(canvas, (thigh,), tones.bottom_edge)
        _fill_inner(canvas, (thigh,), tones.bottom)
        return thigh.where.map(thigh.shapes.inner)

    def paint_shin(self, canvas: Canvas, posture: Posture, side: str, tones: Tones) -> None:
        """A shin and its foot, without the thigh."""
        shin, foot = self._shin(canvas, posture, side, CROSSED), self._foot(canvas, posture, side)
        _fill_outer(canvas, (shin, *foot), tones.bottom_edge)
        _fill_inner(canvas, foot, tones.skin)
        _fill_inner(canvas, (shin,), tones.bottom)

    def paint_arm(self, canvas: Canvas, posture: Posture, side: str, tones: Tones) -> None:
        """One arm, from the shoulder to the fingertips."""
        upper = self._part(canvas, posture, "upper_arm", f"{side}_shoulder", f"{side}_upper_arm")
        forearm = self._part(canvas, posture, "forearm", f"{side}_elbow", f"{side}_forearm")
        bare = (upper, forearm, self._hand(canvas, posture, side))
        _fill_outer(canvas, bare, tones.skin_edge)
        _fill_inner(canvas, bare, tones.skin)
        if upper.shapes.sleeve is not None:
            canvas.fill(upper.shapes.sleeve, upper.where, tones.top)

    def paint_hand(self, canvas: Canvas, posture: Posture, side: str, tones: Tones) -> None:
        """A hand without its arm."""
        hand = (self._hand(canvas, posture, side),)
        _fill_outer(canvas, hand, tones.skin_edge)
        _fill_inner(canvas, hand, tones.skin)

    def _thigh(self, canvas: Canvas, posture: Posture, side: str, crossed: str = "") -> _Placed:
        turn, aspect = aspect_of(posture.frames[f"{side}_thigh"])
        pelvis = aspect_after(turn, posture.frames["pelvis"], _HIP_STEPS)
        share = round(8 * sideways(posture, side))
        if share and is_over_trunk(posture, f"{other_side(side)}_leg"):
            share = 0
        key = (crossed, side, aspect, pelvis, share)

        def make() -> _Shapes:
            part = f"{crossed}thigh"
            thigh = self._kept.get((part, aspect), lambda: _shapes_of(part, aspect))
            skin = hip_outline(side, frame_of(pelvis, _HIP_STEPS), frame_of(aspect), share / 8)
            return _Shapes(*(_grown_together(*pair) for pair in zip(thigh[:2], skin, strict=True)))

        shapes = self._kept.get(key, make)
        return _placed(canvas, posture, f"{side}_hip", turn, shapes)

    def _shin(self, canvas: Canvas, posture: Posture, side: str, crossed: str = "") -> _Placed:
        return self._part(canvas, posture, f"{crossed}shin", f"{side}_knee", f"{side}_shin")

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
        shapes = self._kept.get((side, palm, fingers), lambda: _hand_shapes(side, palm, fingers))
        return _placed(canvas, posture, f"{side}_wrist", turn, shapes)

    def _part(self, canvas: Canvas, posture: Posture, part: str, start: str, frame: str) -> _Placed:
        turn, aspect = aspect_of(posture.frames[frame])
        return _placed(canvas, posture, start, turn, self._kept.get((part, aspect), lambda: _shapes_of(part, aspect)))


def _placed(canvas: Canvas, posture: Posture, start: str, turn: Turn, shapes: _Shapes) -> _Placed:
    x, y, _ = posture.points[start]
    return _Placed(shapes, canvas.fit.placing(x, y, turn))


def _grown_together(limb: QPainterPath, skin: list[Point]) -> QPainterPath:
    """A limb and the skin it grows out of the trunk with."""
    whole = QPainterPath(limb)
    whole.setFillRule(Qt.FillRule.WindingFill)
    whole.addPath(polygon(skin))
    return whole


def _hand_shapes(side: str, palm: Aspect, fingers: Aspect) -> _Shapes:
    inner, outer = QPainterPath(), QPainterPath()
    for path, number in ((inner, 0), (outer, 1)):
        path.setFillRule(Qt.FillRule.WindingFill)
        for outlines in hand_outlines(side, palm, fingers):
            path.addPath(smooth(outlines[number]))
    return _Shapes(inner, outer)


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


def _fill_outer(canvas: Canvas, parts: Iterable[_Placed], brush: QBrush) -> None:
    for shapes, where in parts:
        canvas.fill(shapes.outer, where, brush)


def _fill_inner(canvas: Canvas, parts: Iterable[_Placed], brush: QBrush) -> None:
    for shapes, where in parts:
        canvas.fill(shapes.inner, where, brush)
