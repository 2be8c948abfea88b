"""The shipped figures and their variants, by a name to show; all of it is read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import usable_exercises
from hipback_desktop.catalogue.figures import load_figures, load_position_figures
from hipback_desktop.core.exercise import Exercise, Sides
from hipback_desktop.figures.figure import Figure
from hipback_desktop.figures.glow import glow_of
from hipback_desktop.figures.movement import Movement, movement_of
from hipback_desktop.figures.stations import Stations


@cache
def figures() -> dict[str, Figure]:
    found = dict(load_figures(paths.asset))
    for name, figure in list(found.items()):
        found |= {f"{name}-{way}": variant for way, variant in figure.variants.items()}
    return found | {f"position-{name}": figure for name, figure in positions().items()}


@cache
def positions() -> Mapping[str, Figure]:
    return load_position_figures(paths.asset)


@cache
def stations() -> Stations:
    return Stations(positions().get)


@cache
def exercises() -> Mapping[str, Exercise]:
    return usable_exercises(paths.asset)


@cache
def movement(name: str) -> Movement:
    figure = figures()[name]
    exercise = exercises().get(figure.id)
    return movement_of(figure, glow_of(exercise.areas, exercise.sides) if exercise else ())


def alternates(name: str) -> bool:
    exercise = exercises().get(figures()[name].id)
    return exercise is not None and exercise.sides is Sides.ALTERNATING
