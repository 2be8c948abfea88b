"""Draws the working area as a soft glow where that area is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.figures.glow import glow_spot, parts_of_glow
from hipback_desktop.figures.joints import other_side
from hipback_desktop.figures.layers import sideways

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
        strength = 0.66 + 0.29 * max(-1.0, min(1.0, towards))
        if part == "trunk":
            strength *= 1.0 - _hidden(posture, name)
        if strength > 0.0:
            spots.draw(canvas, x, y, size, size, strength)
    canvas.unclip()


def _hidden(posture: Posture, name: str) -> float:
    """How far a glow of the side of the hips that is turned away is behind the thigh of the other."""
    side = name.partition("_")[0]
    return sideways(posture, other_side(side)) if len(parts_of_glow(name)) > 1 else 0.0
