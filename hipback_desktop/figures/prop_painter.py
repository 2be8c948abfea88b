"""Draws the things around a person as simple solid shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.figures import prop_shape
from hipback_desktop.figures.band import strand_of
from hipback_desktop.figures.curves import polygon, smooth
from hipback_desktop.figures.figure import PropKind
from hipback_desktop.figures.joints import other_side
from hipback_desktop.figures.kept_shapes import KeptShapes
from hipback_desktop.figures.outline import hull, ring
from hipback_desktop.figures.prop_look import look_of
from hipback_desktop.figures.skeleton import part_of, side_of
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
_BAND_LINE: Final = 0.003
_GRIP: Final = 0.036
"""From the middle of a dumbbell to its discs, and how thick and large they are."""
_DISC: Final = 0.024
_DISC_RADIUS: Final = 0.030
_SOLE: Final = 0.022
"""How far the sole is below the ball of a foot."""
_LOOP: Final = (-0.014, 0.014)
"""From where to where along the sole a strap lies."""
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
            self._paint_strap(canvas, posture, prop)
        elif prop.kind is PropKind.BAND:
            self._paint_band(canvas, posture, prop, before=False)
        elif prop.kind is PropKind.WEIGHTS:
            for point in prop.points:
                self._paint_weight(canvas, posture, point)
        else:
            self._paint_standing(canvas, posture, prop)
            if prop.kind is PropKind.BIKE and prop.points:
                self._paint_pedal(canvas, posture, prop, nearest=False)

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
        """What of a thing is before the person: all, a strand of a band, the lever of a machine, or the near pedal."""
        if prop.in_front:
            self.paint(canvas, posture, prop)
        elif prop.kind is PropKind.BAND:
            canvas.begin([posture.points[point] for point in prop.points], 0.12)
            self._paint_band(canvas, posture, prop, before=True)
        elif prop.kind is PropKind.MACHINE and prop.points:
            self._paint_lever(canvas, posture, prop)
        elif prop.kind is PropKind.BIKE and prop.points:
            self._paint_pedal(canvas, posture, prop, nearest=True)

    def _paint_pedal(self, canvas: Canvas, posture: Posture, prop: Prop, *, nearest: bool) -> None:
        """A crank of a bike and the pedal at its end, under the foot that is nearest to the eye or the other one."""
        farthest_first = sorted(prop.points, key=lambda point: posture.points[point][2])
        point = farthest_first[-1 if nearest else 0]
        frame = posture.frames[f"{side_of(point)}_foot"]
        back, pedal, front = (placed(posture.points[point], frame, (x, -0.028, 0.0))[:2] for x in (-0.034, 0.0, 0.034))
        side = posture.body.points[other_side(point) if posture.camera.mirrored else point][2]
        axis = posture.camera.seen(prop_shape.world(prop, (*prop_shape.CRANK, side)))[:2]
        canvas.begin((axis, back, front), 0.03)
        canvas.line([axis, pedal], self._tones.dark, 0.016)
        canvas.line([back, front], self._tones.rim, 0.016)

    def _paint_lever(self, canvas: Canvas, posture: Posture, prop: Prop) -> None:
        """From the bench to the axis beside the knee and on to a pad behind the ankle, once somebody lies there."""
        knee, ankle = prop.points[:2]
        if posture.body.points["pelvis"][1] - prop.height - prop_shape.top_of(prop) > _ON_THE_BENCH:
            return
        frame = posture.frames[f"{side_of(ankle)}_shin"]
        pad = placed(posture.points[ankle], frame, (-0.056, 0.035, 0.0))[:2]
        axis = posture.points[knee][:2]
        x, _, side = posture.body.points[other_side(knee) if posture.camera.mirrored else knee]
        bench = posture.camera.seen((x, prop.height + prop_shape.BENCH * prop.size, side))[:2]
        canvas.begin((bench, axis, pad), 0.04)
        canvas.line([bench, axis], self._tones.dark, 0.024)
        canvas.line([axis, pad], self._tones.plain, 0.018)
        canvas.line([axis, (axis[0] + _POINT, axis[1])], self._tones.dark, 0.036)
        for brush, width in ((self._tones.dark, 0.062), (self._tones.face, 0.048)):
            canvas.line([pad, (pad[0] + _POINT, pad[1])], brush, width)

    def _paint_strap(self, canvas: Canvas, posture: Posture, prop: Prop) -> None:
        """From hand to hand, and below the sole of a foot in between."""
        line = []
        for point in prop.points:
            spot = posture.points[point]
            if part_of(point) == "ball":
                frame = posture.frames[f"{side_of(point)}_foot"]
                heel_side, toe_side = (placed(spot, frame, (along, -_SOLE, 0.0))[:2] for along in _LOOP)
                canvas.line([heel_side, toe_side], self._tones.dark, 0.016)
                spot = placed(spot, frame, (0.0, -_SOLE, 0.0))
            line.append(spot[:2])
        canvas.line(line, self._tones.dark, 0.012)

    def _paint_band(self, canvas: Canvas, posture: Posture, prop: Prop, *, before: bool) -> None:
        """The strand of a loop before the legs, or the one behind them."""
        where = canvas.fit.placing(0.0, 0.0, (1.0, 0.0))
        for brush, line in ((self._tones.dark, _BAND_LINE), (self._tones.plain if before else self._tones.rim, 0.0)):
            canvas.fill(smooth(strand_of(posture.points, prop.points, line, before=before)), where, brush)

    def _paint_weight(self, canvas: Canvas, posture: Posture, point: str) -> None:
        """A dumbbell across the palm of a hand: a handle between two discs, the nearer one over it."""
        side = point.partition("_")[0]
        frame = posture.frames[f"{side}_hand"]
        middle = between(posture.points[f"{side}_knuckles"], posture.points[f"{side}_wrist"], 0.1)
        towards = 1.0 if frame[2][2] > 0 else -1.0
        where = canvas.fit.placing(0.0, 0.0, (1.0, 0.0))

        def disc(along: float, radius: float) -> list[Point]:
            rim = ((x * radius - 0.012, y * radius, along * towards) for x, y in ring(12))
            return [placed(middle, frame, spot)[:2] for spot in rim]

        for inner, outer in ((-_GRIP, -_GRIP - _DISC), (_GRIP, _GRIP + _DISC)):
            front, back = max(inner, outer), min(inner, outer)
            canvas.fill(polygon(hull([*disc(back, _DISC_RADIUS), *disc(front, _DISC_RADIUS)])), where, self._tones.dark)
            canvas.fill(smooth(disc(front, _DISC_RADIUS * 0.68)), where, self._tones.plain)
            if inner < 0:
                canvas.line(
                    [placed(middle, frame, (-0.012, 0.0, out))[:2] for out in (-_GRIP, _GRIP)], self._tones.dark, 0.014
                )
