"""How a figure shows its exercise to somebody who only looks: over and over, a hold entered, breathed in and left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.core.breath import STRETCHED
from hipback_desktop.figures.figure import MotionKind
from hipback_desktop.figures.moment import FigureMoment, Stage

if TYPE_CHECKING:
    from hipback_desktop.core.breath import Rhythm
    from hipback_desktop.core.exercise import Side
    from hipback_desktop.figures.figure import Motion

STAND_SECONDS: Final = 1.0
"""How long the starting pose is shown before a hold is entered anew."""


def demonstrated(
    motion: Motion,
    seconds: float,
    side: Side | None = None,
    seconds_per_rep: float | None = None,
    rhythm: Rhythm = STRETCHED,
) -> FigureMoment:
    """The moment to show ``seconds`` after one began to look."""
    if motion.kind is not MotionKind.HOLD:
        return FigureMoment(Stage.WORK, seconds, side, seconds_per_rep, rhythm)
    entered = rhythm.first_out_at
    held = entered + rhythm.seconds
    at = seconds % (STAND_SECONDS + held + entered)
    if at < STAND_SECONDS:
        return FigureMoment(Stage.GET_READY, 0.0, side, rhythm=rhythm)
    at -= STAND_SECONDS
    # The way out is the way in, backwards; after a whole breath the figure is where it was when it had come in.
    return FigureMoment(Stage.WORK, at if at < held else held + entered - at, side, rhythm=rhythm)
