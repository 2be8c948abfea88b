"""A routine compiled into a flat list of timed segments (domain.md §8.1)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Phase, Side, Sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hipback_desktop.core.exercise import Position
    from hipback_desktop.core.routine import Routine, Step


class SegmentKind(StrEnum):
    """The smallest timed pieces of a session."""

    GET_READY = "get_ready"
    WORK = "work"
    SIDE_SWITCH = "side_switch"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Timings:
    """The constants of the timing model, in seconds (domain.md §8.1)."""

    lead_in_same_seconds: float = 8
    lead_in_change_seconds: float = 15
    side_switch_seconds: float = 5
    rest_seconds: float = 8
    smr_rest_seconds: float = 5
    strength_rest_seconds: float = 30
    strength_round_rest_seconds: float = 15


@dataclass(frozen=True, slots=True)
class Segment:
    """One timed piece; a lead-in (get ready, side switch, rest) tells of the work that follows it.

    ``planned_seconds`` is what was asked for, ``seconds`` what it now takes, ``work_seconds`` and ``reps`` the
    amount of the work it is or leads to. An open segment waits for the person (free reps), ``seconds`` being an
    estimate.
    """

    index: int
    start_seconds: float
    seconds: float
    kind: SegmentKind
    phase: Phase
    exercise_id: str
    side: Side | None
    set_number: int
    sets: int
    step_index: int
    planned_seconds: float
    work_seconds: float
    reps: int | None = None
    seconds_per_rep: float | None = None
    is_open: bool = False
    changes_position: bool = False

    @property
    def end_seconds(self) -> float:
        """Where it ends on the timeline."""
        return self.start_seconds + self.seconds


@dataclass(frozen=True, slots=True)
class Timeline:
    """The segments of one session, without a gap between them; ``file`` is where its routine was read from."""

    routine_id: str
    name: str
    segments: tuple[Segment, ...]
    file: str = ""

    def __post_init__(self) -> None:
        if not self.segments:
            raise ValueError("a timeline has at least one segment")

    @property
    def seconds(self) -> float:
        """The whole length."""
        return self.segments[-1].end_seconds

    def index_at(self, seconds: float) -> int:
        """The segment that covers a moment; a boundary belongs to the segment it opens."""
        starts = [segment.start_seconds for segment in self.segments]
        return max(0, bisect_right(starts, seconds) - 1)

    def step_range(self, step_index: int) -> range:
        """The indices of the segments of one step."""
        indices = [segment.index for segment in self.segments if segment.step_index == step_index]
        return range(indices[0], indices[-1] + 1)

    def with_seconds(self, index: int, seconds: float) -> Timeline:
        """The same with another length of one segment."""
        changed = (
            replace(segment, seconds=seconds) if segment.index == index else segment for segment in self.segments
        )
        return replace(self, segments=_laid_out(changed))

    def as_planned(self, indices: range) -> Timeline:
        """The same with some segments as long as they were meant to be."""
        planned = (
            replace(segment, seconds=segment.planned_seconds) if segment.index in indices else segment
            for segment in self.segments
        )
        return replace(self, segments=_laid_out(planned))

    def with_repeat(self, index: int, lead_in_seconds: float) -> Timeline:
        """The same with the work of segment ``index`` once more right after it, behind a short lead-in."""
        work = self.segments[index]
        again = replace(work, seconds=work.planned_seconds)
        lead_in = replace(
            again, kind=SegmentKind.GET_READY, seconds=lead_in_seconds, planned_seconds=lead_in_seconds, is_open=False
        )
        segments = (*self.segments[: index + 1], lead_in, again, *self.segments[index + 1 :])
        return replace(self, segments=_laid_out(segments))

    def with_lead_in(self, index: int, seconds: float) -> Timeline:
        """The same with at least so many seconds before the work of segment ``index``, as into a new position."""
        work, before = self.segments[index], self.segments[max(0, index - 1)]
        has_one = before.kind is not SegmentKind.WORK
        seconds = max(seconds, before.seconds) if has_one else seconds
        lead_in = replace(
            work,
            kind=SegmentKind.GET_READY,
            seconds=seconds,
            planned_seconds=seconds,
            is_open=False,
            changes_position=True,
        )
        segments = (*self.segments[: before.index if has_one else index], lead_in, *self.segments[index:])
        return replace(self, segments=_laid_out(segments))

    def with_lead_ins(self, seconds: float) -> Timeline:
        """The same with such a lead-in before every segment, all of which are work."""
        timeline = self
        for index in reversed(range(len(self.segments))):
            timeline = timeline.with_lead_in(index, seconds)
        return timeline

    def with_step(self, step_index: int, replacement: Iterable[Segment]) -> Timeline:
        """The same with all segments of one step exchanged."""
        old = self.step_range(step_index)
        segments = (*self.segments[: old.start], *replacement, *self.segments[old.stop :])
        return replace(self, segments=_laid_out(segments))


def compile_routine(routine: Routine, timings: Timings | None = None, *, free_reps: bool = False) -> Timeline:
    """The timeline of a routine; with ``free_reps`` the work of rep exercises waits for the person."""
    timings = timings or Timings()
    segments: list[Segment] = []
    position: Position | None = None
    for step_index, step in enumerate(routine.steps):
        changes = step.exercise.position is not position
        segments += compile_step(step, step_index, timings, changes_position=changes, free_reps=free_reps)
        position = step.exercise.position
    return Timeline(routine.id, routine.name, _laid_out(segments), routine.file)


def compile_step(
    step: Step, step_index: int, timings: Timings, *, changes_position: bool, free_reps: bool = False
) -> tuple[Segment, ...]:
    """The segments of one step: its lead-in, then every set on every side with what lies between."""
    lead_in = timings.lead_in_change_seconds if changes_position else timings.lead_in_same_seconds
    work = list(_work_order(step))
    pieces = [(SegmentKind.GET_READY, lead_in, *work[0])]
    for turn, (side, set_number) in enumerate(work):
        if turn:
            pieces += [(kind, seconds, side, set_number) for kind, seconds in _between(step, turn, timings)]
        pieces.append((SegmentKind.WORK, step.dose.work_seconds, side, set_number))
    return _laid_out(
        Segment(
            index=0,
            start_seconds=0,
            seconds=seconds,
            kind=kind,
            phase=step.exercise.phase,
            exercise_id=step.exercise.id,
            side=side,
            set_number=set_number,
            sets=step.dose.sets,
            step_index=step_index,
            planned_seconds=seconds,
            work_seconds=step.dose.work_seconds,
            reps=step.dose.reps,
            seconds_per_rep=step.dose.seconds_per_rep,
            is_open=free_reps and kind is SegmentKind.WORK and step.dose.reps is not None,
            changes_position=changes_position and kind is SegmentKind.GET_READY,
        )
        for kind, seconds, side, set_number in pieces
    )


def _work_order(step: Step) -> Iterator[tuple[Side | None, int]]:
    """Sides and set numbers in the order they are worked: R-L-R-L (domain.md §8.1)."""
    sides: tuple[Side | None, ...] = tuple(Side) if step.exercise.sides is Sides.EACH else (None,)
    for set_number in range(1, step.dose.sets + 1):
        for side in sides:
            yield side, set_number


def _between(step: Step, turn: int, timings: Timings) -> Iterator[tuple[SegmentKind, float]]:
    """What lies before the work of a later turn: a switch of sides, a rest, or both between sided strength rounds."""
    strengthens = step.exercise.phase is Phase.STRENGTHEN
    if step.exercise.sides is Sides.EACH:
        if strengthens and turn % len(Side) == 0:
            yield SegmentKind.REST, timings.strength_round_rest_seconds
        yield SegmentKind.SIDE_SWITCH, timings.side_switch_seconds
    elif strengthens:
        yield SegmentKind.REST, timings.strength_rest_seconds
    elif step.exercise.phase is Phase.SMR:
        yield SegmentKind.REST, timings.smr_rest_seconds
    else:
        yield SegmentKind.REST, timings.rest_seconds


def _laid_out(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """The segments numbered from 0 and put end to end."""
    placed: list[Segment] = []
    start: float = 0
    for index, segment in enumerate(segments):
        placed.append(replace(segment, index=index, start_seconds=start))
        start += segment.seconds
    return tuple(placed)
