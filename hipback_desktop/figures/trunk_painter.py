"""Draws the trunk: one soft outline from the seat to the neck, a top and trousers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.figures.canvas import mixed
from hipback_desktop.figures.limb_painter import DARKER
from hipback_desktop.figures.outline import torso_outline

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainterPath

    from hipback_desktop.figures.canvas import Canvas
    from hipback_desktop.figures.posture import Posture


def paint_trunk(canvas: Canvas, posture: Posture, top: QColor, bottom: QColor, edge: QColor) -> QPainterPath:
    """The trunk without its limbs; returns its outline."""
    inner, outer, below = torso_outline(posture.points, posture.frames, posture.breath)
    whole = canvas.smooth(inner)
    trousers = canvas.smooth(below, closed=False)
    trousers.closeSubpath()  # the waistband is straight
    canvas.fill(canvas.smooth(outer), mixed(top, edge, DARKER))
    canvas.fill(whole, top)
    canvas.fill(trousers, bottom)
    return whole
