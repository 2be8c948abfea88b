"""What is said about an exercise where it is offered: areas, level, sides, amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Area, Level, Position, Sides
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.core.wording import amount_text

if TYPE_CHECKING:
    from hipback_desktop.core.exercise import Exercise


def area_name(area: Area) -> str:
    """What a person calls it."""
    return {
        Area.HIP_FLEXORS: _("Front of the hips"),
        Area.QUADS: _("Front of the thighs"),
        Area.GLUTES: _("Buttocks"),
        Area.DEEP_ROTATORS: _("Deep in the buttocks"),
        Area.HAMSTRINGS: _("Back of the thighs"),
        Area.LOWER_BACK: _("Lower back"),
        Area.OUTER_HIP: _("Outer hips"),
        Area.SIDE_WAIST: _("Side of the waist"),
        Area.INNER_THIGH: _("Inner thighs"),
        Area.CORE: _("Core"),
        Area.WHOLE_HIP: _("Whole hip"),
    }[area]


def level_name(level: Level) -> str:
    """Who it is for."""
    return {
        Level.BEGINNER: _("Beginner"),
        Level.INTERMEDIATE: _("Intermediate"),
        Level.ADVANCED: _("Advanced"),
    }[level]


def position_label(position: Position) -> str:
    """Where the body is, as a label."""
    return {
        Position.STANDING: _("Standing"),
        Position.CHAIR: _("On a chair"),
        Position.ALL_FOURS: _("On all fours"),
        Position.HALF_KNEELING: _("Half kneeling"),
        Position.SUPINE: _("On the back"),
        Position.PRONE: _("On the front"),
        Position.SIDE_LYING: _("On the side"),
        Position.FLOOR_SEATED: _("Sitting on the floor"),
    }[position]


def sides_label(sides: Sides) -> str:
    """How the two sides are run."""
    return {
        Sides.NONE: _("Both sides at once"),
        Sides.EACH: _("One side, then the other"),
        Sides.ALTERNATING: _("Sides in turn"),
    }[sides]


def dose_text(exercise: Exercise) -> str:
    """“2 times 30 seconds on each side”."""
    dose = exercise.dose
    amount = amount_text(dose.work_seconds, dose.reps)
    if dose.sets > 1:
        amount = _("{sets} times {amount}").format(sets=dose.sets, amount=amount)
    if exercise.sides is Sides.EACH:
        return _("{amount} on each side").format(amount=amount)
    return _("{amount}, sides in turn").format(amount=amount) if exercise.sides is Sides.ALTERNATING else amount


def short_dose(exercise: Exercise) -> str:
    """“2 × 30 s each side”, for a card."""
    dose = exercise.dose
    if dose.reps is not None:
        amount = ngettext("{count} rep", "{count} reps", dose.reps).format(count=dose.reps)
    elif dose.work_seconds >= 60 and dose.work_seconds % 60 == 0:
        amount = _("{minutes} min").format(minutes=round(dose.work_seconds / 60))
    else:
        amount = _("{seconds} s").format(seconds=round(dose.work_seconds))
    if dose.sets > 1:
        amount = _("{sets} × {amount}").format(sets=dose.sets, amount=amount)
    return _("{amount} each side").format(amount=amount) if exercise.sides is Sides.EACH else amount
