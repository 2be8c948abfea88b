"""Draws the trunk: one soft outline from the seat to the neck, a top and trousers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from hipback_desktop.figures.curves import polygon, smooth
from hipback_desktop.figures.kept_shapes import KeptShapes
from hipback_desktop.figures.outline import WAIST, torso_outline
from hipback_desktop.figures.rigid_part import aspect_after, aspect_of, frame_of
from hipback_desktop.figures.torso_halves import halves_of, is_seen_along

if TYPE_CHECKING:
    from hipback_desktop.figures.canvas import Canvas
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.figures.rigid_part import Aspect
    from hipback_desktop.figures.tones import Tones

_BREATH_STEPS: Final = 32


class _Trunk(NamedTuple):
    """The trunk around the middle of the hips, and the trousers; each ``outer`` is the same a fine line wider."""

    whole: QPainterPath
    outer: QPainterPath
    trousers: QPainterPath
    outer_trousers: QPainterPath
    chest: QPainterPath | None = None
    """What hides the trousers: the ribs of somebody whose head is towards the eye."""


class TrunkPainter:
    """Keeps the shapes of trunks by how pelvis, low back and ribs are turned, and by how full the chest is."""

    def __init__(self) -> None:
        self._kept: KeptShapes[_Trunk] = KeptShapes()

    def paint(self, canvas: Canvas, posture: Posture, tones: Tones) -> QPainterPath:
        """The trunk without its limbs; returns its outline."""
        frames = posture.frames
        turn, pelvis = aspect_of(frames["pelvis"])
        spine = (pelvis, aspect_after(turn, frames["low_back"]), aspect_after(turn, frames["upper_back"]))
        full = round(posture.breath * _BREATH_STEPS)
        leans = frames["low_back"][1][2] > 0.0
        trunk = self._kept.get((spine, full, leans), lambda: _trunk_of(spine, full / _BREATH_STEPS, leans=leans))
        x, y, _ = posture.points["pelvis"]
        where = canvas.fit.placing(x, y, turn)
        canvas.fill(trunk.outer, where, tones.top_edge)
        canvas.fill(trunk.outer_trousers, where, tones.bottom_edge)
        canvas.fill(trunk.whole, where, tones.top)
        canvas.fill(trunk.trousers, where, tones.bottom)
        if trunk.chest is not None:
            canvas.fill(trunk.chest, where, tones.top)
        return where.map(trunk.whole)


def _trunk_of(spine: tuple[Aspect, Aspect, Aspect], breath: float, *, leans: bool) -> _Trunk:
    frames = pelvis, low, upper = (frame_of(spine[0]), frame_of(spine[1]), frame_of(spine[2]))
    if is_seen_along(frames):
        (seat, seat_outer), (ribs, ribs_outer) = halves_of(frames, breath)
        chest = polygon(ribs) if leans else None
        whole, outer = _together(seat, ribs), _together(seat_outer, ribs_outer)
        return _Trunk(whole, outer, polygon(seat), polygon(seat_outer), chest)
    outlines = torso_outline(pelvis, low, upper, breath)
    return _Trunk(*map(smooth, outlines), *map(_below_the_waist, outlines))


def _below_the_waist(outline: list[Point]) -> QPainterPath:
    """The trousers; their waistband is straight."""
    trousers = smooth([*outline[WAIST::-1], *outline[: -WAIST - 2 : -1]], closed=False)
    trousers.closeSubpath()
    return trousers


def _together(*shapes: list[Point]) -> QPainterPath:
    """Shapes that overlap as one."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for shape in shapes:
        path.addPath(polygon(shape))
    return path
