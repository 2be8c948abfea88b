"""Floor mode: what the voice says beyond the usual to somebody who cannot see the screen (guided.md §5, no. 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipback_desktop.core import wording
from hipback_desktop.core.breath import leading_rhythm
from hipback_desktop.core.cues import GAP_SECONDS, Channel, FloorMode
from hipback_desktop.core.exercise import Position, SeesScreen, Side
from hipback_desktop.core.timeline import SegmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hipback_desktop.core.cues import CuePlan
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.timeline import Segment, Timeline

WHOLE_STEPS_TIMES = 2
"""So many sessions long an exercise is explained step by step; then its first step reminds of the rest."""
MARKS_FROM_SECONDS = 40
NEAR_TEN_LEFT_SECONDS = 8
MINUTES_FROM_SECONDS = 120
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What is said while somebody gets into a position they will not see the screen from."""

    name: str
    way: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkLines:
    """What is said during a set that cannot be watched; empty where there is nothing to say.

    Of ``following``, what comes after the set, the first that fits.
    """

    avoid: str = ""
    following: tuple[str, ...] = ()


def sight(exercise: Exercise, plan: CuePlan) -> SeesScreen:
    """What the person sees as far as the voice is concerned."""
    return {FloorMode.ALWAYS: SeesScreen.NO, FloorMode.OFF: SeesScreen.YES}.get(plan.floor_mode, exercise.sees_screen)


def way_to(segment: Segment, exercise: Exercise) -> str:
    """How to get there, if one has to: whoever begins stands at the computer."""
    stands_already = segment.index == 0 and exercise.position is Position.STANDING
    return wording.way_text(exercise.position) if segment.changes_position and not stands_already else ""


def lead_in(segment: Segment, exercise: Exercise, plan: CuePlan, room: float) -> LeadIn:
    """What ``room`` seconds hold: the name, then the first step, then the way there, then further steps."""
    is_new = plan.times_met(exercise.id) < WHOLE_STEPS_TIMES
    steps = exercise.steps if is_new else exercise.steps[:1]
    way = way_to(segment, exercise)
    name = wording.brief_announcement(exercise, segment, is_first=segment.index == 0)
    room -= _takes(plan, name)
    said = _that_fit((*steps[:1], way, *steps[1:]), plan, room) or _that_fit((way,), plan, room)
    return LeadIn(name, way if way in said else "", tuple(step for step in steps if step in said))


def lines_for_work(timeline: Timeline, segment: Segment, exercises: Mapping[str, Exercise], plan: CuePlan) -> WorkLines:
    """What is added to the cues of a set; nothing where the screen can be seen."""
    exercise = exercises[segment.exercise_id]
    if sight(exercise, plan) is not SeesScreen.NO:
        return WorkLines()
    return WorkLines(_avoid(segment, exercise), tuple(_what_follows(timeline, segment, exercises)))


def time_marks(segment: Segment, exercise: Exercise, plan: CuePlan) -> Iterator[tuple[float, str]]:
    """At a quarter and at three quarters of a long hold, the time left; in whole minutes where it is very long."""
    if leading_rhythm(exercise) or segment.seconds < MARKS_FROM_SECONDS or sight(exercise, plan) is not SeesScreen.NO:
        return
    for part in (0.75, 0.25):
        left = segment.seconds * part
        if segment.seconds >= MINUTES_FROM_SECONDS:
            left = max(1, round(left / _MINUTE)) * _MINUTE
        if left >= 10 + NEAR_TEN_LEFT_SECONDS:
            yield segment.seconds - left, wording.left_text(left)


def avoid_in_rest(segment: Segment, exercise: Exercise) -> str:
    """What not to do in the set to come."""
    return wording.avoid_text(exercise.avoid[(segment.set_number - 1) % len(exercise.avoid)]) if exercise.avoid else ""


def _avoid(segment: Segment, exercise: Exercise) -> str:
    """What not to do, in the first set; the second side hears of something else."""
    if segment.set_number > 1 or not exercise.avoid:
        return ""
    turn = 1 if segment.side is Side.LEFT else 0
    return wording.avoid_text(exercise.avoid[turn % len(exercise.avoid)])


def _what_follows(timeline: Timeline, segment: Segment, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """In the last work of a step: the exercise after it, and how to get there where there is time to say so."""
    following = next(iter(timeline.segments[segment.index + 1 : segment.index + 2]), None)
    if following is None or following.kind is not SegmentKind.GET_READY:
        return
    exercise = exercises[following.exercise_id]
    if following.changes_position:
        yield wording.after_this_text(exercise, following.side, wording.way_text(exercise.position))
    yield wording.after_this_text(exercise, following.side)


def _that_fit(texts: Sequence[str], plan: CuePlan, room: float) -> list[str]:
    """The first ones; where one is too long none after it: a second step makes no sense without the first."""
    fitting: list[str] = []
    for text in filter(None, texts):
        room -= _takes(plan, text)
        if room < 0:
            break
        fitting.append(text)
    return fitting


def _takes(plan: CuePlan, text: str) -> float:
    return plan.seconds_of(Channel.VOICE, text) + GAP_SECONDS
