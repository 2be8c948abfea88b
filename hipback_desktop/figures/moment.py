"""The moment a figure shows: what of a session it needs to know, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.breath import STRETCHED, rhythm_of
from hipback_desktop.core.exercise import Side

if TYPE_CHECKING:
    from hipback_desktop.core.breath import Rhythm
    from hipback_desktop.core.view import SessionView


_NAME_SECONDS: Final = 3.0
"""How long the voice takes to say what comes; then it says how to get there, and the figure shows it."""
_PART_BEFORE: Final = 0.25
"""Of the time that is left beside the way at most so much passes before it, the rest in the position."""


class Stage(StrEnum):
    """What the figure shows: the way into the starting pose, the movement, or one telling picture."""

    GET_READY = "get_ready"
    WORK = "work"
    STILL = "still"


@dataclass(frozen=True, slots=True)
class FigureMoment:
    """``seconds`` into a stage, on a side, at the pace of the exercise where it is counted.

    The voice and the pacer follow the same ``rhythm``.
    """

    stage: Stage
    seconds: float = 0.0
    side: Side | None = None
    seconds_per_rep: float | None = None
    rhythm: Rhythm = STRETCHED

    @property
    def is_left(self) -> bool:
        return self.side is Side.LEFT


def moment_of(view: SessionView, *, still: bool = False, way_seconds: float = 0.0) -> FigureMoment:
    """The moment of a session's view; ``still`` for people who want no motion.

    A way into the position that takes longer than the lead-in goes faster: else the work would begin with a jump.
    """
    if still:
        return FigureMoment(Stage.STILL, side=view.segment.side)
    if view.is_work:
        return _moment(view, Stage.WORK, view.elapsed_seconds)
    length = view.segment.seconds
    pace = way_seconds / length if 0 < length < way_seconds else 1.0
    return _moment(view, Stage.GET_READY, pace * max(0.0, view.elapsed_seconds - way_begins_at(view, way_seconds)))


def way_begins_at(view: SessionView, way_seconds: float) -> float:
    """The second of a lead-in at which somebody sets out into the position; before, they are named what comes."""
    if not way_seconds:
        return 0.0
    return min(_NAME_SECONDS, max(0.0, view.segment.seconds - way_seconds) * _PART_BEFORE)


def coming_work(view: SessionView) -> FigureMoment:
    """How the work begins that the view of a lead-in leads to: of the same exercise, on the same side."""
    return _moment(view, Stage.WORK, 0.0)


def _moment(view: SessionView, stage: Stage, seconds: float) -> FigureMoment:
    segment = view.segment
    return FigureMoment(stage, seconds, segment.side, segment.seconds_per_rep, rhythm_of(view.exercise) or STRETCHED)
