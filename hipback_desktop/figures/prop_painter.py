"""Draws the things around a person as simple solid shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.figures import prop_shape
from hipback_desktop.figures.figure import PropKind
from hipback_desktop.figures.kept_shapes import KeptShapes
from hipback_desktop.figures.outline import hull, ring
from hipback_desktop.figures.prop_look import look_of
from hipback_desktop.figures.skeleton import side_of
from hipback_desktop.figures.tones import prop_tones
from hipback_desktop.figures.vector import between, placed

if TYPE_CHECKING:
    from hipback_desktop.figures.canvas import Canvas
    from hipback_desktop.figures.figure import Prop
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.palette import FigurePalette
    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.figures.prop_look import Look

_ON_THE_BENCH: Final = 0.09
_POINT: Final = 0.001
"""As long as a line has to be to be drawn at all."""


class PropPainter:
    """Draws things; those that stand or roll are looked at once, and moved."""

    def __init__(self, palette: FigurePalette) -> None:
        self._tones = prop_tones(palette)
        self._looks: KeptShapes[Look] = KeptShapes()

    def paint(self, canvas: Canvas, posture: Posture, prop: Prop) -> None:
        """One thing, where it is."""
        if prop.points:
            canvas.begin([posture.points[point] for point in prop.points], 0.12)
        if prop.kind is PropKind.STRAP:
            canvas.line([posture.points[point][:2] for point in prop.points], self._tones.dark, 0.012)
        elif prop.kind is PropKind.BAND:
            self._paint_band(canvas, posture, prop)
        elif prop.kind is PropKind.WEIGHTS:
            for point in prop.points:
                self._paint_weight(canvas, posture, point)
        else:
            self._paint_standing(canvas, posture, prop)

    def _paint_standing(self, canvas: Canvas, posture: Posture, prop: Prop) -> None:
        camera = posture.camera
        key = (prop.kind, prop.turn, prop.size, camera)
        look = self._looks.get(key, lambda: look_of(prop, camera, self._tones))
        x, y, _ = camera.seen((prop.at[0], prop.height, prop.at[1]))
        left, bottom, right, top = look.bounds
        canvas.begin(((x + left, y + bottom), (x + right, y + top)), 0.01)
        where = canvas.fit.placing(x, y, (1.0, 0.0))
        fill = canvas.fill_fading if prop.kind is PropKind.WALL else canvas.fill
        for path, brush in look.shapes:
            fill(path, where, brush)

    def paint_over(self, canvas: Canvas, posture: Posture, prop: Prop) -> None:
        """What of a thing is in front of the person: all of it, or the lever of a machine."""
        if prop.in_front:
            self.paint(canvas, posture, prop)
        elif prop.kind is PropKind.MACHINE and prop.points:
            self._paint_lever(canvas, posture, prop)

    def _paint_lever(self, canvas: Canvas, posture: Posture, prop: Prop) -> None:
        """From the axis beside the knee to a pad behind the ankle, once somebody lies on the machine."""
        knee, ankle = prop.points[:2]
        if posture.body.points["pelvis"][1] - prop.height - prop_shape.top_of(prop) > _ON_THE_BENCH:
            return
        frame = posture.frames[f"{side_of(ankle)}_shin"]
        pad = placed(posture.points[ankle], frame, (-0.056, 0.035, 0.0))[:2]
        canvas.begin((posture.points[knee], pad), 0.04)
        canvas.line([posture.points[knee][:2], pad], self._tones.plain, 0.018)
        for brush, width in ((self._tones.dark, 0.062), (self._tones.face, 0.048)):
            canvas.line([pad, (pad[0] + _POINT, pad[1])], brush, width)

    def _paint_band(self, canvas: Canvas, posture: Posture, prop: Prop) -> None:
        """A loop around both legs, a little above the points that are named."""
        spots: list[Point] = []
        for point in prop.points:
            x, y, _ = posture.points[point]
            spots += [(x + a * 0.040, y + b * 0.040) for a, b in ring(8)]
        around = hull(spots)
        canvas.line([*around, around[0]], self._tones.plain, 0.016)

    def _paint_weight(self, canvas: Canvas, posture: Posture, point: str) -> None:
        """A dumbbell across the palm of a hand."""
        side = point.partition("_")[0]
        frame = posture.frames[f"{side}_hand"]
        middle = between(posture.points[f"{side}_knuckles"], posture.points[f"{side}_wrist"], 0.1)
        ends = [placed(middle, frame, (-0.012, 0.0, out)) for out in (-0.055, 0.055)]
        canvas.line([end[:2] for end in ends], self._tones.dark, 0.014)
        for end in ends:
            canvas.line([end[:2], between(end, middle, 0.25)[:2]], self._tones.dark, 0.052)
