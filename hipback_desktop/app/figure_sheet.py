"""The contact sheet: every figure at its start, in the middle and at its end, on both sides where it has sides."""

from __future__ import annotations

import argparse
import os
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import usable_exercises
from hipback_desktop.catalogue.figures import load_figures, load_position_figures, read_figure
from hipback_desktop.catalogue.problem import ContentError
from hipback_desktop.core.breath import STRETCHED
from hipback_desktop.core.exercise import Side, Sides
from hipback_desktop.figures.entering import way_in
from hipback_desktop.figures.figure import MotionKind
from hipback_desktop.figures.glow import glow_of
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import REP_SECONDS, movement_of
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.figures.stations import Stations
from hipback_desktop.ui.theme import theme_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.figures.figure import Figure
    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.ui.theme import Theme

CAPTION: Final = 0.11
"""The height of a caption, as a part of the size of a picture."""
_ENTERED_FROM: Final = 4
"""Pictures of the way in with --enter."""

Picture = tuple["Posture", str]


def main(arguments: Sequence[str]) -> int | str:
    """Draws the sheet; 0, or the sentence to exit with when it cannot be drawn."""
    options = _parser().parse_intermixed_args(arguments)
    if "QT_QPA_PLATFORM" not in os.environ:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no window is opened, so no screen is needed
    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        figures = _figures(options.figures)
    except ContentError as error:
        return str(error)
    exercises = usable_exercises(paths.asset)
    stations = Stations(load_position_figures(paths.asset).get) if options.enter else None
    rows = [row for figure in figures.values() for row in _rows(figure, exercises.get(figure.id), stations)]
    image = sheet(rows, theme_named(options.theme, system_is_dark=False), options.size)
    saved = image.save(str(options.out))
    del application
    return 0 if saved else f"{options.out} cannot be written."


def sheet(rows: Sequence[Sequence[Picture]], theme: Theme, size: int) -> QImage:
    """The pictures in rows with their captions."""
    caption = ceil(size * CAPTION)
    columns = max((len(row) for row in rows), default=1)
    image = QImage(columns * size, max(1, len(rows)) * (size + caption), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.surface))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        font = QFont()
        font.setPixelSize(max(9, caption * 6 // 10))
        painter.setFont(font)
        figure_painter = FigurePainter(theme.figure)
        for down, row in enumerate(rows):
            for across, (posture, words) in enumerate(row):
                x, y = across * size, down * (size + caption)
                figure_painter.paint(painter, QRectF(x, y, size, size), posture)
                painter.setPen(QColor(theme.text))
                painter.drawText(QRectF(x, y + size, size, caption), Qt.AlignmentFlag.AlignCenter, words)
    return image


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m hipback_desktop.figures")
    parser.add_argument("command", choices=["sheet"], help="a picture with every figure")
    parser.add_argument("out", type=Path, help="the picture to write")
    parser.add_argument("figures", nargs="*", help="ids or files; all that are shipped when left out")
    parser.add_argument("--theme", default="light", choices=["light", "dark", "contrast"])
    parser.add_argument("--size", type=int, default=240, help="pixels of one picture")
    parser.add_argument("--enter", action="store_true", help="show the way into the position as well")
    return parser


def _figures(names: Sequence[str]) -> Mapping[str, Figure]:
    if not names:
        return load_figures(paths.asset)
    files = [Path(name) if name.endswith(".json") else paths.asset(f"figures/{name}.json") for name in names]
    return {file.stem: read_figure(file) for file in files}


def _rows(figure: Figure, exercise: Exercise | None, stations: Stations | None) -> Iterator[list[Picture]]:
    """A row for the figure and one for each of its variants."""
    for name, it in (("", figure), *figure.variants.items()):
        yield list(_pictures(it, exercise, f"{figure.id} {name}".strip()))
    if exercise is not None and stations is not None:
        yield list(_way_in(figure, exercise, stations))


def _pictures(figure: Figure, exercise: Exercise | None, name: str) -> Iterator[Picture]:
    areas = glow_of(exercise.areas, exercise.sides) if exercise else ()
    pace = (exercise.dose.seconds_per_rep if exercise else None) or REP_SECONDS
    movement = movement_of(figure, areas)
    motion = figure.motion
    length = pace if motion.kind is MotionKind.REPS else motion.seconds
    sided = exercise is not None and exercise.sides is Sides.EACH
    right = Side.RIGHT if sided else None
    yield movement.frame(FigureMoment(Stage.GET_READY, 0, right)), name
    middle = length * (0.5 if motion.kind is MotionKind.HOLD else 0.2)
    yield movement.frame(FigureMoment(Stage.WORK, middle, right, pace)), "middle"
    yield movement.frame(FigureMoment(Stage.STILL, 0, right)), "right" if sided else "end"
    if sided:
        yield movement.frame(FigureMoment(Stage.STILL, 0, Side.LEFT)), "left"
    elif motion.alternates:
        yield movement.frame(FigureMoment(Stage.WORK, length * 1.5, None, pace)), "other side"
    elif motion.kind is MotionKind.HOLD:
        yield movement.frame(FigureMoment(Stage.WORK, STRETCHED.first_out_at)), "breathed in"
    else:
        yield movement.frame(FigureMoment(Stage.WORK, length * 0.85, None, pace)), "later"


def _way_in(figure: Figure, exercise: Exercise, stations: Stations) -> Iterator[Picture]:
    from hipback_desktop.core.exercise import Position

    before = Position.STANDING if exercise.position is not Position.STANDING else Position.SUPINE
    way = way_in(before, exercise.position, figure, stations)
    movement = movement_of(figure, (), way)
    for step in range(_ENTERED_FROM):
        seconds = (way.seconds if way else 0.0) * step / _ENTERED_FROM
        yield movement.frame(FigureMoment(Stage.GET_READY, seconds)), f"from {before.replace('_', ' ')} {seconds:.1f} s"
