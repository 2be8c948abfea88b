"""Finds the routine a person names: by its id, or by its file."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from hipback_desktop.catalogue.catalogue import load_routine
from hipback_desktop.catalogue.checking import did_you_mean
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.links import is_link, linked_routine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.catalogue.catalogue import Catalogue
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.routine import Routine


def find_routine(name: str, content: Catalogue) -> Routine:
    """The shipped routine with this id, that of a link, or the routine in this file."""
    if is_link(name):
        return _shipped(linked_routine(name), content, _("There is no routine “{name}”"))
    path = Path(name)
    if name not in content.routines and (path.suffix or is_there(path)):
        return load_routine(path, content.exercises)
    return _shipped(name, content, _("There is no routine “{name}” (“hipback routines” lists them)"))


def _shipped(name: str, content: Catalogue, sentence: str) -> Routine:
    if name in content.routines:
        return content.routines[name]
    meant = did_you_mean(name, tuple(content.routines))
    raise UserError(sentence.format(name=name) + (meant or "."))


def is_there(path: Path) -> bool:
    """Whether a file has this name; what the system does not take for a name is none."""
    try:
        return path.name != "" and path.exists()
    except (OSError, ValueError):
        return False


def exercises_of(routine: Routine, shipped: Mapping[str, Exercise]) -> Mapping[str, Exercise]:
    """The shipped exercises, and those the routine's own file brings along."""
    own = {step.exercise.id: step.exercise for step in routine.steps}
    return MappingProxyType({**shipped, **own})
