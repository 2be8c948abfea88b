"""The shipped figures and their variants, by a name to show."""

from __future__ import annotations

from functools import cache

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import usable_exercises
from hipback_desktop.catalogue.figures import load_figures, load_position_figures
from hipback_desktop.core.exercise import Sides
from hipback_desktop.figures.figure import Figure
from hipback_desktop.figures.glow import glow_of
from hipback_desktop.figures.movement import Movement, movement_of


@cache
def figures() -> dict[str, Figure]:
    found = dict(load_figures(paths.asset))
    for name, figure in list(found.items()):
        found |= {f"{name}-{way}": variant for way, variant in figure.variants.items()}
    return found | {f"position-{name}": figure for name, figure in load_position_figures(paths.asset).items()}


@cache
def movement(name: str) -> Movement:
    figure = figures()[name]
    exercise = usable_exercises(paths.asset).get(figure.id)
    return movement_of(figure, glow_of(exercise.areas, exercise.sides) if exercise else ())


def alternates(name: str) -> bool:
    exercise = usable_exercises(paths.asset).get(figures()[name].id)
    return exercise is not None and exercise.sides is Sides.ALTERNATING
