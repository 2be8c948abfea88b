"""A routine: blocks of steps, each step an exercise with its dose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Sides

if TYPE_CHECKING:
    from hipback_desktop.core.dose import Dose
    from hipback_desktop.core.exercise import Equipment, Exercise, Phase


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise with the dose this routine asks for."""

    exercise: Exercise
    dose: Dose

    @property
    def work_seconds(self) -> float:
        """The seconds of work, both sides together."""
        return self.dose.sets * self.dose.work_seconds * (2 if self.exercise.sides is Sides.EACH else 1)


@dataclass(frozen=True, slots=True)
class Block:
    """Steps of one phase."""

    phase: Phase
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Routine:
    """The saved template of a session; ``file`` is where it was read from."""

    id: str
    name: str
    blocks: tuple[Block, ...]
    summary: str = ""
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    file: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order."""
        return tuple(step for block in self.blocks for step in block.steps)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases in order, each named once per run of blocks."""
        found: list[Phase] = []
        for block in self.blocks:
            if not found or found[-1] is not block.phase:
                found.append(block.phase)
        return tuple(found)

    @property
    def equipment(self) -> tuple[Equipment, ...]:
        """Everything the routine needs, each once, in order of use."""
        return tuple(dict.fromkeys(item for step in self.steps for item in step.exercise.equipment))
