"""What is said while the person works: the beginning, breath and form, how far it is, the count, the end."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from hipback_desktop.core import floor, wording
from hipback_desktop.core.breath import STRETCHED, leading_rhythm
from hipback_desktop.core.cues import GAP_SECONDS, Candidate, Channel, Chime, Priority
from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.timeline import SegmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hipback_desktop.core.breath import Rhythm
    from hipback_desktop.core.cues import CuePlan
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.timeline import Segment, Timeline

QUIET_SECONDS = 4.0
"""The end of a hold in which nothing but the count is said."""
COUNT_DOWN = ("3", "2", "1")
HALFWAY_FROM_SECONDS = 30
TEN_LEFT_FROM_SECONDS = 45
BREATH_OUT_AT_SECONDS = STRETCHED.first_out_at
BETWEEN_CUES_SECONDS = STRETCHED.seconds
"""Between a cue on breathing and one on form; one breath of a stretch."""
CUE_EVERY_SECONDS = 2 * BETWEEN_CUES_SECONDS
LONG_WORK_SECONDS = 120
LONG_WORK_CUE_EVERY_SECONDS = 60.0
LAST_REPS_COUNTED = 3
COUNT_LATEST_SECONDS = 0.3
LANDMARK_LATEST_SECONDS = 1.0
BREATH_LATEST_SECONDS = 1.2
"""Enough for the first breath of a breathing exercise to wait for the chime."""
FORM_LATEST_SECONDS = 3.0
LEAST_BETWEEN_CUES_SECONDS = BETWEEN_CUES_SECONDS - FORM_LATEST_SECONDS


def work_candidates(
    timeline: Timeline, segment: Segment, exercises: Mapping[str, Exercise], plan: CuePlan
) -> Iterator[Candidate]:
    """Everything that one set on one side would like to have said or sounded."""
    exercise = exercises[segment.exercise_id]
    yield _chime(segment, Chime.START, segment.start_seconds)
    if exercise.start_cue and exercise.phase is not Phase.CALM:
        yield _form(segment, exercise.start_cue, 0.0, Priority.FORM, segment.seconds - QUIET_SECONDS)
    if not segment.is_open:
        yield _chime(segment, _ending(timeline, segment), segment.end_seconds)
    lines = floor.lines_for_work(timeline, segment, exercises, plan)
    if segment.seconds_per_rep is not None:
        yield from _reps(segment, exercise, plan, segment.seconds_per_rep, lines)
    else:
        yield from _landmarks(segment, exercise, plan)
        yield from _breathing_and_form(segment, exercise, plan, lines)


def _chime(segment: Segment, chime: Chime, at: float) -> Candidate:
    return Candidate(chime, Channel.CHIME, Priority.BOUNDARY, segment.index, at, at)


def _ending(timeline: Timeline, segment: Segment) -> Chime:
    if segment.index + 1 == len(timeline.segments):
        return Chime.FINISH
    switches = timeline.segments[segment.index + 1].kind is SegmentKind.SIDE_SWITCH
    return Chime.SWITCH if switches else Chime.END


def _landmarks(segment: Segment, exercise: Exercise, plan: CuePlan) -> Iterator[Candidate]:
    """A hold, a roll or a timed movement: halfway, ten left, three, two, one."""
    start, length = segment.start_seconds, segment.seconds
    if plan.speaks_halfway and length >= HALFWAY_FROM_SECONDS:
        yield _landmark(segment, exercise.halfway_cue or wording.halfway_text(), start + length / 2)
        for offset, text in floor.time_marks(segment, exercise, plan):
            yield _landmark(segment, text, start + offset)
    if length >= TEN_LEFT_FROM_SECONDS:
        yield _landmark(segment, wording.ten_left_text(), segment.end_seconds - 10)
    for place, number in enumerate(COUNT_DOWN):
        at = segment.end_seconds - len(COUNT_DOWN) + place
        if at > start:
            yield _count(segment, number, at)


def _count(segment: Segment, text: str, at: float, slack: float = 0) -> Candidate:
    """A number at its moment, over before the work is."""
    return Candidate(text, Channel.VOICE, Priority.COUNT, segment.index, at, at + slack, ends_by=segment.end_seconds)


def _landmark(segment: Segment, text: str, at: float) -> Candidate:
    """A word on how far it is, over before the count begins."""
    quiet = segment.end_seconds - QUIET_SECONDS
    return Candidate(text, Channel.VOICE, Priority.COUNT, segment.index, at, at + LANDMARK_LATEST_SECONDS, quiet)


def _breathing_and_form(
    segment: Segment, exercise: Exercise, plan: CuePlan, lines: floor.WorkLines
) -> Iterator[Candidate]:
    """A breath out, ten seconds later a cue on form, and so on; once a minute each in long work."""
    room = segment.seconds - QUIET_SECONDS
    rhythm = leading_rhythm(exercise)
    if rhythm is not None:
        yield from _breaths(segment, exercise, rhythm, room)
        yield from _following(segment, _place(lines, _offsets(0, rhythm.seconds, room), room, plan), room)
        return
    every = LONG_WORK_CUE_EVERY_SECONDS if segment.seconds >= LONG_WORK_SECONDS else CUE_EVERY_SECONDS
    breath_at = _offsets(BREATH_OUT_AT_SECONDS, every, room)
    form_at = _offsets(BREATH_OUT_AT_SECONDS + every / 2, every, room)
    following = _place(lines, form_at, room, plan) or _place(lines, breath_at, room, plan)
    yield from _following(segment, following, room)
    if exercise.breathing_cues and plan.speaks_breathing and segment.seconds < LONG_WORK_SECONDS:
        for offset in breath_at:
            if offset not in following:
                yield _breath(segment, exercise.breathing_cues[-1], offset, room)
    for offset, text in zip(form_at, _form_lines(segment, exercise, len(form_at), lines.avoid), strict=True):
        if text and offset not in following:
            yield _form(segment, text, offset, Priority.FORM, room)


def _form_lines(segment: Segment, exercise: Exercise, count: int, avoid: str) -> list[str]:
    """The cues on form in turn; what to avoid comes in the place of the first, where there is another."""
    form = _in_turn(_own_form(exercise), exercise.shared_cues)
    first = segment.set_number - 1
    if exercise.shared_cues and segment.side is Side.LEFT:
        first += 2  # so that both sides together hear more of them
    texts = [form[(first + turn) % len(form)] if form else "" for turn in range(count)]
    return [avoid or texts[0], *texts[1:]] if texts else []


def _place(
    lines: floor.WorkLines, offsets: Sequence[float], room: float, plan: CuePlan, longest: float = inf
) -> dict[float, str]:
    """What comes after this, at the last offset it fits at, no longer than ``longest``; or else less of it."""
    for text in lines.following:
        takes = plan.seconds_of(Channel.VOICE, text)
        fitting = [offset for offset in offsets if offset + takes <= room]
        if fitting and takes <= longest:
            return {fitting[-1]: text}
    return {}


def _following(segment: Segment, following: Mapping[float, str], room: float) -> Iterator[Candidate]:
    for offset, text in following.items():
        yield _form(segment, text, offset, Priority.FORM, room, needs_full=False)


def _offsets(first: float, every: float, room: float) -> list[float]:
    return [first + turn * every for turn in range(max(0, int((room - first) // every) + 1))]


def _own_form(exercise: Exercise) -> tuple[str, ...]:
    return tuple(cue for cue in exercise.cues if cue not in (exercise.start_cue, exercise.halfway_cue))


def _in_turn(own: tuple[str, ...], shared: tuple[str, ...]) -> tuple[str, ...]:
    """One of its own, one that its phase shares, and so on."""
    if not own or not shared:
        return own or shared
    turns = range(max(len(own), len(shared)))
    return tuple(cue for turn in turns for cue in (own[turn % len(own)], shared[turn % len(shared)]))


def _form(
    segment: Segment, text: str, offset: float, priority: Priority, room: float, *, needs_full: bool = True
) -> Candidate:
    at, ends_by = segment.start_seconds + offset, segment.start_seconds + room
    latest = at + FORM_LATEST_SECONDS
    return Candidate(text, Channel.VOICE, priority, segment.index, at, latest, ends_by, needs_full)


def _breath(segment: Segment, text: str, offset: float, room: float) -> Candidate:
    at, ends_by = segment.start_seconds + offset, segment.start_seconds + room
    latest = at + BREATH_LATEST_SECONDS
    return Candidate(text, Channel.VOICE, Priority.BREATHING, segment.index, at, latest, ends_by, needs_full=True)


def _breaths(segment: Segment, exercise: Exercise, rhythm: Rhythm, room: float) -> Iterator[Candidate]:
    """Work that follows the breath: in and out are said with every breath, the breath being the exercise."""
    firsts = (rhythm.first_in_at, rhythm.first_out_at % rhythm.seconds)
    for text, first in zip(exercise.breathing_cues, firsts, strict=False):
        for offset in _offsets(first, rhythm.seconds, room):
            yield _breath(segment, text, offset, room)


def _reps(
    segment: Segment, exercise: Exercise, plan: CuePlan, pace: float, lines: floor.WorkLines
) -> Iterator[Candidate]:
    """Reps at a pace: each is counted as it is completed; a free set is not counted aloud."""
    room = segment.seconds - 1
    if not segment.is_open:
        yield from _rep_numbers(segment, exercise, plan, pace)
    offsets = _offsets(BREATH_OUT_AT_SECONDS, BETWEEN_CUES_SECONDS, room)
    spoken = [*([lines.avoid] if lines.avoid else ()), *_rep_form(segment, exercise)]
    rhythm = leading_rhythm(exercise)
    if rhythm is not None and not segment.is_open:
        yield from _breaths(segment, exercise, rhythm, room)
        offsets = offsets[1:]  # the first breaths stay together
    elif exercise.breathing_cues and plan.speaks_breathing:
        spoken.insert(0, exercise.breathing_cues[-1])
    following = _place_in_reps(segment, plan, pace, lines, offsets, room)
    yield from _following(segment, following, room)
    free = [at for at in offsets if all(abs(at - taken) >= LEAST_BETWEEN_CUES_SECONDS for taken in following)]
    for offset, text in zip(free, spoken, strict=False):
        yield _form(segment, text, offset, Priority.BREATHING, room)


def _place_in_reps(
    segment: Segment, plan: CuePlan, pace: float, lines: floor.WorkLines, offsets: Sequence[float], room: float
) -> dict[float, str]:
    """What comes after this; where every rep is counted, between two numbers."""
    if segment.is_open or plan.rep_counts != "every":
        return _place(lines, offsets, room, plan)
    number = plan.seconds_of(Channel.VOICE, wording.last_two_text()) + 2 * GAP_SECONDS
    counted_at = [turn * pace for turn in range(1, round(segment.seconds / pace))]
    return _place(lines, counted_at, room - number, plan, pace - number)


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
