"""Which part of a picture has to be painted again when a posture changes into another."""

from __future__ import annotations

from math import dist, hypot
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from hipback_desktop.figures import prop_shape
from hipback_desktop.figures.canvas import fit_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hipback_desktop.figures.canvas import Fit
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.figures.vector import Vec

_REACH: Final = 0.13
"""How far anything is drawn from the nearest named point: half a bone with its flesh."""
_SEEN: Final = 0.25
"""By how many pixels something has to move to be worth painting."""
_SEEN_OF_BODY: Final = 0.0008
"""And by how much of the body's height: in a large picture, finer steps cost more than anybody sees."""
_BREATH: Final = 0.010
_TRUNK: Final = ("pelvis", "spine_base", "spine_middle", "spine_top", "right_shoulder", "left_shoulder")
_GLOWING: Final = (*_TRUNK, "right_knee", "left_knee")
_TURNING: Final = ("head", "right_hand", "left_hand")
"""Parts that can turn without any named point being moved."""


def changed_rect(rect: QRectF, before: Posture, after: Posture) -> QRectF:
    """The part of the rectangle that has to be painted again; empty when nothing has moved so far that it is seen."""
    if before is after:
        return QRectF()
    if before.window != after.window or before.camera != after.camera or len(before.props) != len(after.props):
        return QRectF(rect)
    fit = fit_of(rect, after.window)
    seen = max(_SEEN / fit.scale, _SEEN_OF_BODY)
    if not _moved(before, after, seen):
        return QRectF()
    names = _moved(before, after, seen / 10)  # what is left out now is not counted in the next change
    spots = [posture.points[name][:2] for posture in (before, after) for name in names]
    for posture in (before, after):
        x, y, wide, high, rise = posture.shadow
        spots += [(x - wide + _REACH, y), (x + wide - _REACH, y)]
        tall = hypot(high, wide * rise)
        if tall > _REACH:
            spots += [(x, y - tall + _REACH), (x, y + tall - _REACH)]
    spots += _moved_things(before, after)
    if before.arrow != after.arrow:
        spots += [spot for posture in (before, after) for line in posture.arrow for spot in line]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    around = _REACH * fit.scale + 4  # a soft spot is as wide as a multiple of four pixels
    return fit.area(min(xs), min(ys), max(xs), max(ys)).adjusted(-around, -around, around, around) & rect


def furthest(rect: QRectF, before: Posture, after: Posture) -> float:
    """How far on the picture the point goes that goes furthest, in heights of the rectangle."""
    then, now = fit_of(rect, before.window), fit_of(rect, after.window)
    far = max(dist(_on(then, before.points[name]), _on(now, place)) for name, place in after.points.items())
    return far / rect.height()


def _on(fit: Fit, point: Vec) -> Point:
    return fit.x + point[0] * fit.scale, fit.y - point[1] * fit.scale


def _moved(before: Posture, after: Posture, still: float) -> set[str]:
    """The points that have moved by more than what nobody sees."""
    names = set()
    then = before.points
    for name, (x, y, _) in after.points.items():
        was_x, was_y, _ = then[name]
        if abs(x - was_x) > still or abs(y - was_y) > still:
            names.add(name)
    for name in _TURNING:
        turned = zip(before.frames[name], after.frames[name], strict=True)
        if any(abs(one[0] - other[0]) + abs(one[1] - other[1]) > still * 16 for one, other in turned):
            names.add(name)
    if abs(after.breath - before.breath) * _BREATH > still:
        names.update(_TRUNK)
    if after.glow != before.glow:
        names.update(_GLOWING)
    return names


def _moved_things(before: Posture, after: Posture) -> Iterator[Point]:
    """The outlines of things that have moved, before and after."""
    for one, other in zip(before.props, after.props, strict=True):
        if one != other:
            for posture, prop in ((before, one), (after, other)):
                yield from (posture.camera.seen(spot)[:2] for spot in prop_shape.outline_of(prop))
