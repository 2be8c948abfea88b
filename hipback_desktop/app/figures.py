"""The figures of the exercises: each read when it is first shown, and kept set in motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.catalogue.figures import read_figure
from hipback_desktop.figures.entering import way_in
from hipback_desktop.figures.glow import glow_of
from hipback_desktop.figures.movement import movement_of
from hipback_desktop.figures.stations import Stations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise, Position
    from hipback_desktop.figures.figure import Figure
    from hipback_desktop.figures.movement import Movement


class Figures:
    """Answers None for an exercise that has no figure, as those of somebody's own file have."""

    def __init__(self, asset: Callable[[str], Path]) -> None:
        self._asset = asset
        self._positions = Stations(self._position)
        self._figures: dict[str, Figure | None] = {}
        self._movements: dict[tuple[str, Position | None], Movement | None] = {}

    def movement(self, exercise: Exercise, before: Position | None = None) -> Movement | None:
        """The figure of an exercise in motion, with the way into it from the position ``before``."""
        key = exercise.id, before
        if key not in self._movements:
            self._movements[key] = self._entered(exercise, before) if before else self._new_movement(exercise)
        return self._movements[key]

    def _new_movement(self, exercise: Exercise) -> Movement | None:
        figure = self._figure(exercise.figure)
        return movement_of(figure, glow_of(exercise.areas, exercise.sides)) if figure is not None else None

    def _entered(self, exercise: Exercise, before: Position) -> Movement | None:
        movement = self.movement(exercise)
        way = way_in(before, exercise.position, movement.figure, self._positions) if movement is not None else None
        return movement.entered_by(way) if movement is not None and way is not None else movement

    def _figure(self, name: str) -> Figure | None:
        if name not in self._figures:
            self._figures[name] = self._read(f"figures/{name}.json") if name else None
        return self._figures[name]

    def _position(self, name: str) -> Figure | None:
        return self._read(f"figures/positions/{name}.json")

    def _read(self, name: str) -> Figure | None:
        path = self._asset(name)
        return read_figure(path) if path.is_file() else None
