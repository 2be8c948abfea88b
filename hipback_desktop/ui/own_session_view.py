"""Today's own session as its bar and its sheet show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.core.own_session import own_routine
from hipback_desktop.core.timeline import compile_routine
from hipback_desktop.core.wording import clock_text, minutes_text

if TYPE_CHECKING:
    from hipback_desktop.core.exercise import Exercise, Phase
    from hipback_desktop.core.timeline import Timings


@dataclass(frozen=True, slots=True)
class OwnStep:
    """One exercise of it, with the time it takes."""

    id: str
    name: str
    phase: Phase
    time_text: str


@dataclass(frozen=True, slots=True)
class OwnSessionView:
    """All of it; nothing chosen is a view without steps."""

    steps: tuple[OwnStep, ...] = ()
    minutes_text: str = ""

    @property
    def summary(self) -> str:
        """“4 exercises, 12 min”."""
        count = len(self.steps)
        exercises = ngettext("{count} exercise", "{count} exercises", count).format(count=count)
        return _("{exercises}, {minutes}").format(exercises=exercises, minutes=self.minutes_text)


def own_session_view(chosen: tuple[Exercise, ...], timings: Timings) -> OwnSessionView:
    """The time of each is that of its segments, lead-ins included."""
    if not chosen:
        return OwnSessionView()
    timeline = compile_routine(own_routine(chosen), timings)
    seconds = [0.0] * len(chosen)
    for segment in timeline.segments:
        seconds[segment.step_index] += segment.seconds
    steps = (
        OwnStep(exercise.id, exercise.name, exercise.phase, clock_text(took))
        for exercise, took in zip(chosen, seconds, strict=True)
    )
    return OwnSessionView(tuple(steps), minutes_text(timeline.seconds))
