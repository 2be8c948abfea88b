"""Draws a posture: the person, the things around, the working area, a soft shadow; on a screen or into a picture."""

from __future__ import annotations

from math import dist
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QBrush, QColor

from hipback_desktop.figures.canvas import Canvas, fit_of
from hipback_desktop.figures.changes import changed_rect
from hipback_desktop.figures.figure import PropKind
from hipback_desktop.figures.glow_painter import paint_glow
from hipback_desktop.figures.head_painter import HeadPainter
from hipback_desktop.figures.layers import back_to_front, far_first, farness
from hipback_desktop.figures.limb_painter import LimbPainter
from hipback_desktop.figures.prop_painter import PropPainter
from hipback_desktop.figures.soft_spot import SoftSpot
from hipback_desktop.figures.tones import person_tones, tones_at
from hipback_desktop.figures.trunk_painter import TrunkPainter

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from hipback_desktop.figures.drawing import Drawing
    from hipback_desktop.figures.palette import FigurePalette
    from hipback_desktop.figures.posture import Posture

__all__ = ["FigurePainter", "changed_rect"]

_ARROW: Final = 0.011
_ARROW_MARGIN: Final = 0.021
_BESIDE: Final = 0.05
"""Less apart than this, one hip hides what glows on the other, and that is a tenth of all the painting."""
_LIMBS: Final = {
    # of a side: the points a part is drawn around, and how far around them
    "arm": (("shoulder", "elbow", "knuckles", "fingertips"), 0.05),
    "hand": (("wrist", "knuckles", "fingertips"), 0.05),
    "leg": (("hip", "knee", "heel", "toes"), 0.08),
    "thigh": (("hip", "knee"), 0.08),
    "shin": (("knee", "heel", "toes"), 0.07),
}
_WHOLE: Final = {
    "trunk": (("pelvis", "spine_middle", "spine_top", "right_shoulder", "left_shoulder"), 0.12),
    "head": (("head", "spine_top"), 0.09),
}


class FigurePainter:
    """Draws postures in the colours of one theme."""

    def __init__(self, palette: FigurePalette) -> None:
        self._tones = person_tones(palette)
        self._head, self._trunk, self._limbs = HeadPainter(), TrunkPainter(), LimbPainter()
        self._props = PropPainter(palette)
        self._arrow, self._ground = QBrush(QColor(palette.arrow)), QBrush(QColor(palette.ground))
        self._glow, self._shadow = SoftSpot(QColor(palette.glow)), SoftSpot(QColor(palette.shadow))

    def paint(self, painter: QPainter, rect: QRectF, posture: Posture) -> None:
        """Draws a posture as large as the rectangle allows, in its middle."""
        self.drawing(rect, posture, painter.device().devicePixelRatioF()).draw(painter)

    def drawing(self, rect: QRectF, posture: Posture, ratio: float = 1.0) -> Drawing:
        """The same, to be drawn as often as wanted, on a screen of a ratio."""
        canvas = Canvas(fit_of(rect, posture.window), ratio)
        behind = far_first(posture, [prop for prop in posture.props if not prop.in_front])
        for prop in behind:
            if prop.kind is PropKind.MAT:
                self._props.paint(canvas, posture, prop)
        x, y, wide, high, rise = posture.shadow
        canvas.begin(((x - wide, y - wide * rise), (x + wide, y + wide * rise)), 2 * high)
        self._shadow.draw(canvas, x, y, wide, high, rise=rise)
        for prop in behind:
            if prop.kind is not PropKind.MAT:
                self._props.paint(canvas, posture, prop)
        for part in posture.order or back_to_front(posture):
            self._paint_part(canvas, posture, part)
        for prop in posture.props:
            self._props.paint_over(canvas, posture, prop)
        self._paint_arrow(canvas, posture)
        return canvas.drawing()

    def _paint_arrow(self, canvas: Canvas, posture: Posture) -> None:
        """How a part of the body has turned, with a margin so that it stands out from the clothes."""
        if posture.arrow:
            canvas.begin([spot for line in posture.arrow for spot in line], _ARROW_MARGIN)
            for brush, width in ((self._ground, _ARROW_MARGIN), (self._arrow, _ARROW)):
                for line in posture.arrow:
                    canvas.line(line, brush, width)

    def _paint_part(self, canvas: Canvas, posture: Posture, part: str) -> None:
        side, _, limb = part.partition("_")
        names, around = _LIMBS[limb] if limb else _WHOLE[part]
        points = posture.points
        canvas.begin([points[f"{side}_{name}" if limb else name] for name in names], around)
        far = farness(posture, part.replace("_hand", "_arm"))
        tones = tones_at(self._tones, far)
        if part == "trunk":
            paint_glow(canvas, posture, part, self._trunk.paint(canvas, posture, tones), self._glow)
        elif part == "head":
            self._head.paint(canvas, posture, tones)
        elif limb == "arm":
            self._limbs.paint_arm(canvas, posture, side, tones)
        elif limb == "hand":
            self._limbs.paint_hand(canvas, posture, side, tones)
        elif limb == "shin":
            self._limbs.paint_shin(canvas, posture, side, tones)
        else:
            paint = self._limbs.paint_leg if limb == "leg" else self._limbs.paint_thigh
            shape = paint(canvas, posture, side, tones)
            if far < 1 or dist(points["right_hip"][:2], points["left_hip"][:2]) > _BESIDE:
                paint_glow(canvas, posture, f"{side}_leg", shape, self._glow)
