"""Draws the working area as a soft glow where that area is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.figures.glow import glow_spot, parts_of_glow

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from hipback_desktop.figures.canvas import Canvas
    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.figures.soft_spot import SoftSpot


def paint_glow(canvas: Canvas, posture: Posture, part: str, shape: QPainterPath, spots: SoftSpot) -> None:
    """What glows on a part of the body, a leg or the trunk, kept inside its shape."""
    names = [name for name in posture.glow if part in parts_of_glow(name)]
    if not names:
        return
    canvas.clip(shape)
    for name in names:
        (x, y, _), towards, size = glow_spot(posture, name)
        spots.draw(canvas, x, y, size, size, 0.66 + 0.29 * max(-1.0, min(1.0, towards)))
    canvas.unclip()
