"""The spoken script: which cues each segment of a timeline would like to have (guided.md §6, rule 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core import wording
from hipback_desktop.core.cues import Candidate, Channel, Chime, Priority, placed
from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.timeline import SegmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hipback_desktop.core.cues import Cue, CuePlan
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.timeline import Segment, Timeline

ROOM_FOR_RELEASE_SECONDS = 12
RELEASE_LATEST_SECONDS = 1.5
QUIET_SECONDS = 4.0
"""The end of a hold in which nothing but the count is said."""
COUNT_DOWN = ("3", "2", "1")
HALFWAY_FROM_SECONDS = 30
TEN_LEFT_FROM_SECONDS = 45
BREATH_OUT_AT_SECONDS = 6.0
"""Breathing in for four seconds from second 2, the first breath out of a hold begins here (domain.md §7.6, S2)."""
BREATH_SECONDS = 10.0
BREATH_IN_SECONDS = 4.0
CUE_EVERY_SECONDS = 2 * BREATH_SECONDS
LONG_WORK_SECONDS = 120
LONG_WORK_CUE_EVERY_SECONDS = 60.0
LAST_REPS_COUNTED = 3
COUNT_LATEST_SECONDS = 0.3
LANDMARK_LATEST_SECONDS = 1.0
BREATH_LATEST_SECONDS = 1.2
"""Enough for the first breath of a breathing exercise to wait for the chime."""
FORM_LATEST_SECONDS = 3.0
NAME_LATEST_SECONDS = 4.0
ROOM_FOR_CHIME_SECONDS = 1.2
"""Between the beginning of a lead-in and its first word."""


def plan_cues(timeline: Timeline, exercises: Mapping[str, Exercise], plan: CuePlan) -> tuple[Cue, ...]:
    """All cues of a timeline, in the order of time."""
    return placed(candidates(timeline, exercises, plan), plan)


def candidates(timeline: Timeline, exercises: Mapping[str, Exercise], plan: CuePlan) -> Iterator[Candidate]:
    """Everything a timeline would like to have said, sounded or shown."""
    for segment in timeline.segments:
        exercise = exercises[segment.exercise_id]
        match segment.kind:
            case SegmentKind.GET_READY:
                yield from _get_ready(segment, exercise, plan)
            case SegmentKind.SIDE_SWITCH:
                names = (wording.switch_text(segment), wording.shortest_announcement(segment))
                yield _lead_in_name(segment, names, Priority.SIDE_SWITCH, plan)
                yield from _ticks(segment)
            case SegmentKind.REST:
                rest = wording.kind_name(segment.kind) + "."
                if _next_kind(timeline, segment) is SegmentKind.WORK:
                    yield _lead_in_name(segment, (wording.rest_text(segment), rest), Priority.NAME, plan)
                    yield from _ticks(segment)
                else:
                    yield _lead_in_name(segment, (rest,), Priority.NAME, plan)
            case _:
                yield from _work(timeline, segment, exercise, plan)
    last = timeline.segments[-1]
    yield Candidate(
        wording.finish_text(), Channel.VOICE, Priority.NAME, last.index, timeline.seconds, timeline.seconds + 5
    )


def _next_kind(timeline: Timeline, segment: Segment) -> SegmentKind:
    return timeline.segments[segment.index + 1].kind


def _get_ready(segment: Segment, exercise: Exercise, plan: CuePlan) -> Iterator[Candidate]:
    """Name, side, amount and the time to get there; then how to get into the position."""
    names = (
        wording.announcement(exercise, segment, is_first=segment.index == 0),
        wording.short_announcement(exercise, segment),
        wording.shortest_announcement(segment),
    )
    yield _lead_in_name(segment, names, Priority.NAME, plan)
    if segment.changes_position:
        yield _set_up(segment, wording.position_name(exercise.position), Priority.FORM)
    for step in exercise.steps[:2]:
        yield _set_up(segment, step, Priority.BREATHING)
    yield from _ticks(segment)


def _lead_in_name(segment: Segment, names: Sequence[str], priority: Priority, plan: CuePlan) -> Candidate:
    """Said as soon as the chime of the boundary has rung; it may run into the ticks but not into the work.

    The first of ``names`` that is short enough, or else the last.
    """
    room = segment.seconds - ROOM_FOR_CHIME_SECONDS
    text = next((name for name in names if plan.seconds_of(Channel.VOICE, name) <= room), names[-1])
    start = segment.start_seconds
    latest = start + min(NAME_LATEST_SECONDS, segment.seconds)
    return Candidate(text, Channel.VOICE, priority, segment.index, start, latest, ends_by=segment.end_seconds)


def _set_up(segment: Segment, text: str, priority: Priority) -> Candidate:
    """How to get into the position, at any time of the lead-in after the name."""
    after_name = segment.start_seconds + 2.0
    end = segment.end_seconds
    return Candidate(text, Channel.VOICE, priority, segment.index, after_name, end, ends_by=end, needs_full=True)


def _ticks(segment: Segment) -> Iterator[Candidate]:
    """Three quiet ticks before the work begins."""
    for left in (3, 2, 1):
        at = segment.end_seconds - left
        if at > segment.start_seconds:
            yield Candidate(Chime.TICK, Channel.CHIME, Priority.COUNT, segment.index, at, at)


def _form(segment: Segment, text: str, offset: float, priority: Priority, room: float) -> Candidate:
    at = segment.start_seconds + offset
    return Candidate(
        text,
        Channel.VOICE,
        priority,
        segment.index,
        at,
        at + FORM_LATEST_SECONDS,
        ends_by=segment.start_seconds + room,
        needs_full=True,
    )


def _work(timeline: Timeline, segment: Segment, exercise: Exercise, plan: CuePlan) -> Iterator[Candidate]:
    yield _chime(segment, Chime.START, segment.start_seconds)
    if exercise.start_cue and exercise.phase is not Phase.CALM:
        room = segment.seconds - QUIET_SECONDS
        yield _form(segment, exercise.start_cue, 0.0, Priority.FORM, room)
    if not segment.is_open:
        yield _chime(segment, _ending(timeline, segment), segment.end_seconds)
        yield from _release(timeline, segment)
    if segment.seconds_per_rep is not None:
        yield from _reps(segment, exercise, plan, segment.seconds_per_rep)
    else:
        yield from _timed(segment, exercise, plan)


def _release(timeline: Timeline, segment: Segment) -> Iterator[Candidate]:
    """How to leave the last hold of an exercise, where the lead-in to the next has room for it and the name."""
    following = timeline.segments[segment.index + 1 : segment.index + 2]
    holds = segment.phase in (Phase.STRETCH, Phase.SMR)
    if holds and any(s.kind is SegmentKind.GET_READY and s.seconds >= ROOM_FOR_RELEASE_SECONDS for s in following):
        at = segment.end_seconds
        text = wording.end_text(segment.phase)
        yield Candidate(text, Channel.VOICE, Priority.SIDE_SWITCH, segment.index, at, at + RELEASE_LATEST_SECONDS)


def _chime(segment: Segment, chime: Chime, at: float) -> Candidate:
    return Candidate(chime, Channel.CHIME, Priority.BOUNDARY, segment.index, at, at)


def _ending(timeline: Timeline, segment: Segment) -> Chime:
    if segment.index + 1 == len(timeline.segments):
        return Chime.FINISH
    switches = _next_kind(timeline, segment) is SegmentKind.SIDE_SWITCH
    return Chime.SWITCH if switches else Chime.END


def _timed(segment: Segment, exercise: Exercise, plan: CuePlan) -> Iterator[Candidate]:
    """A hold, a roll or a timed movement: breath, form, halfway, ten left, three, two, one."""
    start, length = segment.start_seconds, segment.seconds
    if plan.speaks_halfway and length >= HALFWAY_FROM_SECONDS:
        yield _landmark(segment, exercise.halfway_cue or wording.halfway_text(), start + length / 2)
    if length >= TEN_LEFT_FROM_SECONDS:
        yield _landmark(segment, wording.ten_left_text(), segment.end_seconds - 10)
    for place, number in enumerate(COUNT_DOWN):
        at = segment.end_seconds - len(COUNT_DOWN) + place
        if at > start:
            yield _count(segment, number, at)
    if exercise.phase is Phase.CALM:
        yield from _breaths(segment, exercise)
    else:
        yield from _breathing_and_form(segment, exercise, plan)


def _count(segment: Segment, text: str, at: float, slack: float = 0) -> Candidate:
    """A number at its moment, over before the work is."""
    return Candidate(text, Channel.VOICE, Priority.COUNT, segment.index, at, at + slack, ends_by=segment.end_seconds)


def _landmark(segment: Segment, text: str, at: float) -> Candidate:
    """A word on how far it is, over before the count begins."""
    quiet = segment.end_seconds - QUIET_SECONDS
    return Candidate(text, Channel.VOICE, Priority.COUNT, segment.index, at, at + LANDMARK_LATEST_SECONDS, quiet)


def _breathing_and_form(segment: Segment, exercise: Exercise, plan: CuePlan) -> Iterator[Candidate]:
    """A breath out, ten seconds later a cue on form, and so on; once a minute each in long work."""
    every = LONG_WORK_CUE_EVERY_SECONDS if segment.seconds >= LONG_WORK_SECONDS else CUE_EVERY_SECONDS
    room = segment.seconds - QUIET_SECONDS
    breath = exercise.breathing_cues[-1] if exercise.breathing_cues else None
    form = _in_turn(_own_form(exercise), exercise.shared_cues)
    first = segment.set_number - 1
    if exercise.shared_cues and segment.side is Side.LEFT:
        first += 2  # so that both sides together hear more of them
    turns = int(segment.seconds // every) + 1
    for turn in range(turns):
        out_at = BREATH_OUT_AT_SECONDS + turn * every
        if breath and plan.speaks_breathing and segment.seconds < LONG_WORK_SECONDS:
            yield _breath(segment, breath, out_at, room)
        if form:
            text = form[(first + turn) % len(form)]
            yield _form(segment, text, out_at + every / 2, Priority.FORM, room)


def _own_form(exercise: Exercise) -> tuple[str, ...]:
    return tuple(cue for cue in exercise.cues if cue not in (exercise.start_cue, exercise.halfway_cue))


def _in_turn(own: tuple[str, ...], shared: tuple[str, ...]) -> tuple[str, ...]:
    """One of its own, one that its phase shares, and so on."""
    if not own or not shared:
        return own or shared
    turns = range(max(len(own), len(shared)))
    return tuple(cue for turn in turns for cue in (own[turn % len(own)], shared[turn % len(shared)]))


def _breath(segment: Segment, text: str, offset: float, room: float) -> Candidate:
    at = segment.start_seconds + offset
    return Candidate(
        text,
        Channel.VOICE,
        Priority.BREATHING,
        segment.index,
        at,
        at + BREATH_LATEST_SECONDS,
        ends_by=segment.start_seconds + room,
        needs_full=True,
    )


def _breaths(segment: Segment, exercise: Exercise) -> Iterator[Candidate]:
    """A breathing exercise: in and out are said with every breath, the breath being the exercise."""
    turns = int(segment.seconds // BREATH_SECONDS)
    room = segment.seconds - QUIET_SECONDS
    for turn in range(turns):
        for text, offset in zip(exercise.breathing_cues, (0.0, BREATH_IN_SECONDS), strict=False):
            yield _breath(segment, text, turn * BREATH_SECONDS + offset, room)


def _reps(segment: Segment, exercise: Exercise, plan: CuePlan, pace: float) -> Iterator[Candidate]:
    """Reps at a pace: each is counted as it is completed; a free set is not counted aloud."""
    room = segment.seconds - 1
    if not segment.is_open:
        yield from _rep_numbers(segment, exercise, plan, pace)
    spoken = [*(exercise.breathing_cues[-1:] if plan.speaks_breathing else ()), *_rep_form(segment, exercise)]
    for turn, text in enumerate(spoken):
        yield _form(segment, text, BREATH_OUT_AT_SECONDS + turn * BREATH_SECONDS, Priority.BREATHING, room)


def _rep_form(segment: Segment, exercise: Exercise) -> tuple[str, ...]:
    """Its own cues; in every second set one that its phase shares stands in for the last of them."""
    own, shared = _own_form(exercise), exercise.shared_cues
    if not own or not shared or segment.set_number % 2:
        return own
    return (*own[:-1], shared[(segment.set_number // 2 - 1) % len(shared)])


def _rep_numbers(segment: Segment, exercise: Exercise, plan: CuePlan, pace: float) -> Iterator[Candidate]:
    reps = round(segment.seconds / pace)
    for number in range(1, reps):
        at = segment.start_seconds + number * pace
        left = reps - number
        if exercise.halfway_cue and number == reps // 2:
            yield _count(segment, exercise.halfway_cue, at, COUNT_LATEST_SECONDS)
        elif left == 2 and plan.rep_counts != "none":
            yield _count(segment, wording.last_two_text(), at, COUNT_LATEST_SECONDS)
        elif _is_counted(number, left, plan.rep_counts):
            yield _count(segment, str(number), at, COUNT_LATEST_SECONDS)


def _is_counted(number: int, left: int, rep_counts: str) -> bool:
    if rep_counts == "every":
        return True
    return rep_counts == "fifth" and (number % 5 == 0 or left < LAST_REPS_COUNTED)
