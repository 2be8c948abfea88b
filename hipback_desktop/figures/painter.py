"""Draws a posture: the person, the things around, the working area, a soft shadow; on a screen or into a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.canvas import Canvas, mixed
from hipback_desktop.figures.figure import PropKind
from hipback_desktop.figures.glow_painter import paint_glow
from hipback_desktop.figures.head_painter import paint_head
from hipback_desktop.figures.limb_painter import LimbPainter
from hipback_desktop.figures.prop_painter import far_first, paint_prop
from hipback_desktop.figures.soft_spot import SoftSpot
from hipback_desktop.figures.trunk_painter import paint_trunk

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from hipback_desktop.figures.drawing import Drawing
    from hipback_desktop.figures.palette import FigurePalette
    from hipback_desktop.figures.posture import Posture

PARTS: Final = ("left_arm", "left_leg", "trunk", "head", "right_leg", "right_arm")
FAR: Final = 0.30
"""How much a limb on the far side fades into the ground."""
_REACH: Final = 0.13
"""How far anything is drawn from the nearest named point: half a bone with its flesh."""
SHADOW_HEIGHT: Final = 0.030
_BREATH: Final = 0.010
_TRUNK: Final = ("pelvis", "spine_base", "spine_middle", "spine_top", "right_shoulder", "left_shoulder")
_DEPTH_POINTS: Final = {
    "trunk": ("pelvis", "spine_middle"),
    "head": ("head",),
    **{f"{side}_leg": (f"{side}_hip", f"{side}_knee", f"{side}_ankle") for side in ("right", "left")},
    **{f"{side}_arm": (f"{side}_shoulder", f"{side}_elbow", f"{side}_wrist") for side in ("right", "left")},
}


class FigurePainter:
    """Draws postures in the colours of one theme."""

    def __init__(self, palette: FigurePalette) -> None:
        self._limbs = LimbPainter()
        self._ground = QColor(palette.ground)
        self._skin, self._hair = QColor(palette.skin), QColor(palette.hair)
        self._top, self._bottom = QColor(palette.top), QColor(palette.bottom)
        self._edge, self._glow, self._shadow = (
            QColor(palette.edge),
            SoftSpot(QColor(palette.glow)),
            SoftSpot(QColor(palette.shadow)),
        )
        self._props = (
            QColor(palette.prop),
            QColor(palette.prop_dark),
            QColor(palette.prop_top),
            QColor(palette.mat),
        )

    def paint(self, painter: QPainter, rect: QRectF, posture: Posture) -> None:
        """Draws a posture as large as the rectangle allows, in its middle."""
        self.drawing(rect, posture, painter.device().devicePixelRatioF()).draw(painter)

    def drawing(self, rect: QRectF, posture: Posture, ratio: float = 1.0) -> Drawing:
        """The same, to be drawn as often as wanted, on a screen of a ratio."""
        canvas = Canvas(rect, posture.window, ratio)
        behind = far_first(posture, [prop for prop in posture.props if not prop.in_front])
        for prop in behind:
            if prop.kind is PropKind.MAT:
                paint_prop(canvas, posture, prop, self._props)
        self._paint_shadow(canvas, posture)
        for prop in behind:
            if prop.kind is not PropKind.MAT:
                paint_prop(canvas, posture, prop, self._props)
        for part in posture.order or back_to_front(posture):
            self._paint_part(canvas, posture, part)
        for prop in posture.props:
            if prop.in_front:
                paint_prop(canvas, posture, prop, self._props)
        return canvas.drawing()

    def _paint_part(self, canvas: Canvas, posture: Posture, part: str) -> None:
        side, _, limb = part.partition("_")
        away = farness(posture, side) * FAR if limb else 0.0
        skin, edge = mixed(self._skin, self._ground, away), mixed(self._edge, self._ground, away)
        if part == "trunk":
            shape = paint_trunk(canvas, posture, self._top, self._bottom, edge)
            paint_glow(canvas, posture, part, shape, self._glow)
        elif limb == "leg":
            shape = self._limbs.paint_leg(canvas, posture, side, mixed(self._bottom, self._ground, away), skin, edge)
            if away < FAR:  # behind the other leg nobody sees it, and it is a tenth of all the painting
                paint_glow(canvas, posture, part, shape, self._glow)
        elif limb == "arm":
            self._limbs.paint_arm(canvas, posture, side, mixed(self._top, self._ground, away), skin, edge)
        else:
            paint_head(canvas, posture, skin, self._hair, edge)

    def _paint_shadow(self, canvas: Canvas, posture: Posture) -> None:
        x, y, half = shadow_of(posture)
        self._shadow.draw(canvas, x, y, half, SHADOW_HEIGHT)


def shadow_of(posture: Posture) -> tuple[float, float, float]:
    """The soft shadow under whatever is near the floor: its middle, and half its width."""
    near = [posture.body.points[name] for name in skeleton.POINTS if posture.body.points[name][1] < 0.30]
    seen = [posture.camera.seen((x, 0.0, z)) for x, _, z in near]
    left, right = min(x for x, _, _ in seen), max(x for x, _, _ in seen)
    return (left + right) / 2, sum(y for _, y, _ in seen) / len(seen), (right - left) / 2 + 0.09


def back_to_front(posture: Posture) -> list[str]:
    """The parts of the body, the farthest first."""

    def depth(part: str) -> float:
        points = _DEPTH_POINTS[part]
        return sum(posture.points[point][2] for point in points) / len(points)

    return sorted(PARTS, key=depth)


def farness(posture: Posture, side: str) -> float:
    """0 where a side of the body faces the eye or neither does, 1 where it is turned away."""
    out = posture.frames["pelvis"][2][2] * (1.0 if side == "right" else -1.0)
    return max(0.0, min(1.0, (-out - 0.25) / 0.5))


def changed_rect(rect: QRectF, before: Posture, after: Posture) -> QRectF:
    """The part of the rectangle that has to be painted again; empty when nothing has moved by a quarter of a pixel."""
    if before.window != after.window or before.props != after.props:
        return QRectF(rect)
    canvas = Canvas(rect, after.window)
    still = 0.25 / canvas.scale
    moved = [
        spot
        for name, spot in after.points.items()
        if abs(spot[0] - before.points[name][0]) > still or abs(spot[1] - before.points[name][1]) > still
    ]
    breathes = abs(after.breath - before.breath) * _BREATH > still
    names = {name for name, spot in after.points.items() if spot in moved} | (set(_TRUNK) if breathes else set())
    if not names:
        return QRectF()
    spots = [canvas.at(*posture.points[name][:2]) for name in names for posture in (before, after)]
    for posture in (before, after):
        x, y, half = shadow_of(posture)
        spots += [canvas.at(x - half + _REACH, y), canvas.at(x + half - _REACH, y)]
    left, right = min(spot.x() for spot in spots), max(spot.x() for spot in spots)
    top, bottom = min(spot.y() for spot in spots), max(spot.y() for spot in spots)
    around = _REACH * canvas.scale + 4  # a soft spot is as wide as a multiple of four pixels
    return QRectF(left, top, right - left, bottom - top).adjusted(-around, -around, around, around) & rect
