"""Draws arms and legs: flesh around bones, clothes over it, hands and feet at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.canvas import mixed
from hipback_desktop.figures.outline import EDGE, FLESH, bone_outline, capsule, wrapped
from hipback_desktop.figures.vector import dot, placed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainterPath

    from hipback_desktop.figures.canvas import Canvas
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Posture

DARKER: Final = 0.45
"""How far the fine line around a limb is from its own colour to the colour of edges."""
_HEAD_END: Final = 3
"""How many points of an outline are the round cap it begins with."""
_FOOT: Final = (
    # balls around the heel, the instep and the ball of the foot: forward, up, side, radius
    (-0.024, -0.021, 0.006, 0.018),
    (-0.024, -0.021, -0.006, 0.018),
    (-0.008, -0.006, 0.0, 0.021),
    (0.014, -0.008, 0.0, 0.018),
    (0.070, -0.024, 0.014, 0.0145),
    (0.070, -0.024, -0.014, 0.0145),
)
_TOES: Final = ((-0.004, -0.001, 0.013, 0.0145), (-0.004, -0.001, -0.013, 0.0145), (0.029, -0.003, 0.006, 0.0115),
         (0.027, -0.003, -0.008, 0.0105))  # fmt: skip


def paint_leg(canvas: Canvas, posture: Posture, side: str, cloth: QColor, skin: QColor, edge: QColor) -> QPainterPath:
    """One leg, from the hip to the toes; returns the outline of the thigh."""
    thigh, shin = _bone(posture, side, "thigh", grows=True), _bone(posture, side, "shin")
    foot = _foot(posture, side)
    outside = canvas.shape(smooth=(thigh[1], shin[1]), straight=[part[1] for part in foot])
    canvas.fill(outside, mixed(cloth, edge, DARKER))
    canvas.fill(canvas.shape(straight=[part[0] for part in foot]), skin)
    shape = canvas.shape(smooth=(thigh[0],))
    canvas.fill(canvas.shape(smooth=(shin[0],)), cloth)
    canvas.fill(shape, cloth)
    return shape


def paint_arm(canvas: Canvas, posture: Posture, side: str, cloth: QColor, skin: QColor, edge: QColor) -> None:
    """One arm, from the shoulder to the fingertips."""
    upper, forearm = _bone(posture, side, "upper_arm", grows=True), _bone(posture, side, "forearm")
    hand = _hand(posture, side)
    canvas.fill(canvas.shape(smooth=(upper[1], forearm[1], *(part[1] for part in hand))), mixed(skin, edge, DARKER))
    canvas.fill(canvas.shape(smooth=(upper[0], forearm[0], *(part[0] for part in hand))), skin)
    canvas.fill(_sleeve(canvas, upper[0]), cloth)


def _bone(posture: Posture, side: str, bone: str, *, grows: bool = False) -> tuple[list[Point], list[Point]]:
    start, end = (posture.points[point] for point in skeleton.BONES[f"{side}_{bone}"])
    return bone_outline(start, end, posture.frames[f"{side}_{bone}"], FLESH[bone], grows=grows)


def _sleeve(canvas: Canvas, arm: list[Point]) -> QPainterPath:
    """The upper part of an arm, its end a little wider than the arm."""
    (ax, ay), (bx, by) = arm[5], arm[-3]  # where the arm is at 0.70 of its length, on both edges
    wide = 0.06
    hem = [(ax + (ax - bx) * wide, ay + (ay - by) * wide), (bx - (ax - bx) * wide, by - (ay - by) * wide)]
    path = canvas.smooth([arm[-3], arm[-2], arm[-1], *arm[:_HEAD_END], *arm[3:6]][1:-1], closed=False)
    path.lineTo(canvas.at(*hem[0]))
    path.lineTo(canvas.at(*hem[1]))
    path.closeSubpath()
    return path


def _hand(posture: Posture, side: str) -> tuple[tuple[list[Point], list[Point]], ...]:
    """Palm, fingers and thumb, which lies on the inner side of a hand that hangs with its back to the front."""
    points, frames = posture.points, posture.frames
    wrist, knuckles, tips = points[f"{side}_wrist"], points[f"{side}_knuckles"], points[f"{side}_fingertips"]
    frame, out = frames[f"{side}_hand"], -1.0 if side == "right" else 1.0
    root, end = (placed(wrist, frame, spot) for spot in ((-0.002, -0.018, out * 0.012), (-0.008, -0.052, out * 0.033)))
    return (
        bone_outline(wrist, knuckles, frame, FLESH["palm"]),
        bone_outline(knuckles, tips, frames[f"{side}_fingers"], FLESH["fingers"]),
        capsule(root, end, 0.0085, EDGE),
    )


def _foot(posture: Posture, side: str) -> list[tuple[list[Point], list[Point]]]:
    """The foot: in one piece, or up to its ball and the toes where they are lifted."""
    points, frames = posture.points, posture.frames
    foot = [(*placed(points[f"{side}_ankle"], frames[f"{side}_foot"], (a, b, c))[:2], r) for a, b, c, r in _FOOT]
    toes = [(*placed(points[f"{side}_ball"], frames[f"{side}_toes"], (a, b, c))[:2], r) for a, b, c, r in _TOES]
    if dot(frames[f"{side}_foot"][1], frames[f"{side}_toes"][0]) < 0.02:
        return [wrapped([*foot[:4], *toes], EDGE)]
    return [wrapped(foot, EDGE), wrapped(toes, EDGE)]
