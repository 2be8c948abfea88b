"""An exercise: what it is, how it is done, what to avoid, and whom it suits (domain.md §6, §7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise_terms import (
    Area,
    Bias,
    Comfort,
    Equipment,
    Level,
    Mode,
    Origin,
    Phase,
    Position,
    SeesScreen,
    Side,
    Sides,
)

if TYPE_CHECKING:
    from hipback_desktop.core.breath import Rhythm
    from hipback_desktop.core.dose import Dose

__all__ = (
    "Area",
    "Bias",
    "Comfort",
    "Equipment",
    "Exercise",
    "Level",
    "Mode",
    "Origin",
    "Phase",
    "Position",
    "Prescription",
    "SeesScreen",
    "Side",
    "Sides",
    "Variant",
)


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to make an exercise easier or harder: a sentence, and another exercise where there is one."""

    text: str
    exercise_id: str | None = None


@dataclass(frozen=True, slots=True)
class Prescription:
    """What a source says about the amount; ``sources`` are its keys, empty for our own choice."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exercise:
    """A named movement or position, complete with its words; ``dose`` is the amount we ship.

    ``shared_…`` is what all shipped exercises of its phase have in common.
    """

    id: str
    name: str
    phase: Phase
    mode: Mode
    sides: Sides
    position: Position
    dose: Dose
    level: Level
    origin: Origin
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    breathing: str
    avoid: tuple[str, ...]
    easier: Variant | None
    harder: Variant | None
    areas: tuple[Area, ...]
    bias: Bias
    sources: tuple[str, ...]
    muscles: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    safety: tuple[str, ...] = ()
    comfort: tuple[Comfort, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    substitutes: tuple[str, ...] = ()
    prescriptions: tuple[Prescription, ...] = ()
    breathing_cues: tuple[str, ...] = ()
    breath: Rhythm | None = None
    short_name: str = ""
    start_cue: str | None = None
    halfway_cue: str | None = None
    position_detail: str = ""
    sees_screen: SeesScreen = SeesScreen.YES
    note: str = ""
    figure: str = ""
    desk: bool = False
    bed: bool = False
    opt_in: bool = False
    shared_cues: tuple[str, ...] = ()
    shared_safety: tuple[str, ...] = ()
    shared_rules: tuple[str, ...] = ()

    @property
    def care(self) -> tuple[str, ...]:
        """When to take care: its own sentences, then the shared ones, each once."""
        return tuple(dict.fromkeys((*self.safety, *self.shared_safety)))
