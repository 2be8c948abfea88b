"""The spoken script: which cues each segment of a timeline would like to have (guided.md §6, rule 6)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hipback_desktop.core import floor, wording
from hipback_desktop.core.cues import Candidate, Channel, Chime, Priority, placed
from hipback_desktop.core.exercise import Phase, SeesScreen
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.core.work_script import work_candidates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hipback_desktop.core.cues import Cue, CuePlan
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.timeline import Segment, Timeline

ROOM_FOR_RELEASE_SECONDS = 12
RELEASE_LATEST_SECONDS = 1.5
NAME_LATEST_SECONDS = 4.0
ROOM_FOR_CHIME_SECONDS = 1.2
"""Between the beginning of a lead-in and its first word."""
TICKS = (3, 2, 1)
AVOID_IN_REST_FROM_SECONDS = 15


def plan_cues(
    timeline: Timeline,
    exercises: Mapping[str, Exercise],
    plan: CuePlan,
    not_before: Mapping[tuple[int, str], float] | None = None,
) -> tuple[Cue, ...]:
    """All cues of a timeline, in the order of time; ``not_before`` holds back single ones, by segment and text."""
    wanted = candidates(timeline, exercises, plan)
    if not_before:
        wanted = (_held_back(candidate, not_before) for candidate in wanted)
    return placed(wanted, plan)


def _held_back(candidate: Candidate, not_before: Mapping[tuple[int, str], float]) -> Candidate:
    """Later, as far as its window goes: a cue for which it is too late stays where it was missed."""
    since = not_before.get((candidate.segment_index, candidate.text), candidate.earliest)
    return replace(candidate, earliest=since) if candidate.earliest < since <= candidate.latest else candidate


def candidates(timeline: Timeline, exercises: Mapping[str, Exercise], plan: CuePlan) -> Iterator[Candidate]:
    """Everything a timeline would like to have said, sounded or shown."""
    for segment in timeline.segments:
        exercise = exercises[segment.exercise_id]
        match segment.kind:
            case SegmentKind.GET_READY:
                yield from _get_ready(timeline, segment, exercise, plan)
            case SegmentKind.SIDE_SWITCH:
                names = (wording.switch_text(segment), wording.shortest_announcement(segment))
                yield _lead_in_name(segment, names, Priority.SIDE_SWITCH, plan)
                yield from _ticks(segment)
            case SegmentKind.REST:
                yield from _rest(timeline, segment, exercise, plan)
            case _:
                yield from work_candidates(timeline, segment, exercises, plan)
                yield from _release(timeline, segment)
    last = timeline.segments[-1]
    yield Candidate(
        wording.finish_text(), Channel.VOICE, Priority.NAME, last.index, timeline.seconds, timeline.seconds + 5
    )


def _get_ready(timeline: Timeline, segment: Segment, exercise: Exercise, plan: CuePlan) -> Iterator[Candidate]:
    """Name, side, amount and the time to get there; then how to get into the position."""
    yield from _ticks(segment)
    if floor.sight(exercise, plan) is not SeesScreen.YES:
        yield from _get_ready_unseen(timeline, segment, exercise, plan)
        return
    names = (
        wording.announcement(exercise, segment, is_first=segment.index == 0),
        wording.short_announcement(exercise, segment),
        wording.shortest_announcement(segment),
    )
    yield _lead_in_name(segment, names, Priority.NAME, plan)
    if way := floor.way_to(segment, exercise):
        yield _set_up(segment, way, Priority.FORM)
    for step in exercise.steps[:2]:
        yield _set_up(segment, step, Priority.BREATHING)


def _get_ready_unseen(timeline: Timeline, segment: Segment, exercise: Exercise, plan: CuePlan) -> Iterator[Candidate]:
    """The way and the steps come before the time and the amount: nobody can look them up."""
    room = segment.seconds - ROOM_FOR_CHIME_SECONDS - TICKS[0]
    before = timeline.segments[segment.index - 1] if segment.index else None
    if before is not None and _is_left_slowly(before, segment):
        room -= plan.seconds_of(Channel.VOICE, wording.end_text(before.phase))
    words = floor.lead_in(segment, exercise, plan, room)
    names = (words.name, wording.shortest_announcement(segment))
    yield _lead_in_name(segment, names, Priority.NAME, plan)
    if words.way:
        yield _set_up(segment, words.way, Priority.FORM, needs_full=False)
    after_name = 2.0
    for step in words.steps:
        yield _set_up(segment, step, Priority.BREATHING, after_name)
        after_name += plan.seconds_of(Channel.VOICE, step)
    yield _set_up(segment, wording.amount_sentence(segment), Priority.BREATHING, after_name, needs_full=False)


def _rest(timeline: Timeline, segment: Segment, exercise: Exercise, plan: CuePlan) -> Iterator[Candidate]:
    rest = wording.kind_name(segment.kind) + "."
    leads_to_work = timeline.segments[segment.index + 1].kind is SegmentKind.WORK
    names = (wording.rest_text(segment), rest) if leads_to_work else (rest,)
    yield _lead_in_name(segment, names, Priority.NAME, plan)
    if leads_to_work:
        yield from _ticks(segment)
    avoid = floor.avoid_in_rest(segment, exercise)
    if avoid and segment.seconds >= AVOID_IN_REST_FROM_SECONDS and floor.sight(exercise, plan) is SeesScreen.NO:
        yield _set_up(segment, avoid, Priority.FORM, segment.seconds / 2)


def _lead_in_name(segment: Segment, names: Sequence[str], priority: Priority, plan: CuePlan) -> Candidate:
    """Said as soon as the chime of the boundary has rung; it may run into the ticks but not into the work.

    The first of ``names`` that is short enough, or else the last.
    """
    room = segment.seconds - ROOM_FOR_CHIME_SECONDS
    text = next((name for name in names if plan.seconds_of(Channel.VOICE, name) <= room), names[-1])
    start = segment.start_seconds
    latest = start + min(NAME_LATEST_SECONDS, segment.seconds)
    return Candidate(text, Channel.VOICE, priority, segment.index, start, latest, ends_by=segment.end_seconds)


def _set_up(
    segment: Segment, text: str, priority: Priority, offset: float = 2.0, *, needs_full: bool = True
) -> Candidate:
    """How to get into the position, at any time of the lead-in after the name."""
    at, end = segment.start_seconds + offset, segment.end_seconds
    return Candidate(text, Channel.VOICE, priority, segment.index, at, end, ends_by=end, needs_full=needs_full)


def _ticks(segment: Segment) -> Iterator[Candidate]:
    """Three quiet ticks before the work begins."""
    for left in TICKS:
        at = segment.end_seconds - left
        if at > segment.start_seconds:
            yield Candidate(Chime.TICK, Channel.CHIME, Priority.COUNT, segment.index, at, at)


def _release(timeline: Timeline, segment: Segment) -> Iterator[Candidate]:
    """How to leave the last hold of an exercise, where the lead-in to the next has room for it and the name."""
    following = timeline.segments[segment.index + 1 : segment.index + 2]
    if any(_is_left_slowly(segment, lead_in) for lead_in in following):
        at = segment.end_seconds
        text = wording.end_text(segment.phase)
        yield Candidate(text, Channel.VOICE, Priority.SIDE_SWITCH, segment.index, at, at + RELEASE_LATEST_SECONDS)


def _is_left_slowly(segment: Segment, following: Segment) -> bool:
    holds = segment.kind is SegmentKind.WORK and segment.phase in (Phase.STRETCH, Phase.SMR)
    return holds and following.kind is SegmentKind.GET_READY and following.seconds >= ROOM_FOR_RELEASE_SECONDS
