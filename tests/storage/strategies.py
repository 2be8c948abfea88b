"""Any record and any timeline that hypothesis may come up with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.record import (
    ANY_SHARE,
    ENOUGH_SHARE,
    ComfortLog,
    Outcome,
    SessionOrigin,
    SessionRecord,
    SinceLastTime,
    StepRecord,
    StopReason,
)
from hipback_desktop.core.timeline import Segment, SegmentKind, Timeline

_seconds = st.floats(0, 1e9, allow_nan=False)
_text = st.text(st.characters(codec="utf-8"), max_size=40)
_rating = st.none() | st.integers(0, 10)
_reps = st.none() | st.integers(1, 500)
_side = st.none() | st.sampled_from(Side)
_moment = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 - hypothesis adds the time zone
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-50_000, 50_000).map(lambda seconds: timezone(timedelta(seconds=seconds))) | st.just(UTC),
)

steps = st.builds(
    StepRecord,
    exercise_id=_text,
    exercise_name=_text,
    phase=st.sampled_from(Phase),
    side=_side,
    set_number=st.integers(1, 99),
    planned_seconds=_seconds,
    done_seconds=_seconds,
    planned_reps=_reps,
    done_reps=st.none() | st.integers(0, 500),
    outcome=st.sampled_from(Outcome),
)
logs = st.builds(
    ComfortLog,
    stiffness_before=_rating,
    stiffness_after=_rating,
    discomfort=_rating,
    effort=_rating,
    felt_sharp=st.none() | st.booleans(),
    stop_reason=st.none() | st.sampled_from(StopReason),
    stop_exercise_id=st.none() | _text,
    since_last_time=st.none() | st.sampled_from(SinceLastTime),
    note=_text,
)
records = st.builds(
    SessionRecord,
    id=st.uuids().map(str),
    routine_id=_text,
    name=_text,
    started_at=_moment,
    ended_at=_moment,
    planned_seconds=_seconds,
    active_seconds=_seconds,
    paused_seconds=_seconds,
    outcome=st.sampled_from(Outcome),
    origin=st.sampled_from(SessionOrigin),
    steps=st.lists(steps, max_size=4).map(tuple),
    log=logs,
    edited_at=st.none() | _moment,
    set_counts_from=st.sampled_from([ANY_SHARE, ENOUGH_SHARE]),
)
_segments = st.builds(
    Segment,
    index=st.just(0),
    start_seconds=st.just(0.0),
    seconds=st.floats(0, 1e6),
    kind=st.sampled_from(SegmentKind),
    phase=st.sampled_from(Phase),
    exercise_id=_text,
    side=_side,
    set_number=st.integers(1, 99),
    sets=st.integers(1, 99),
    step_index=st.integers(0, 50),
    planned_seconds=st.floats(0, 1e6),
    work_seconds=st.floats(0, 1e6),
    reps=_reps,
    seconds_per_rep=st.none() | st.floats(0.1, 60),
    is_open=st.booleans(),
    changes_position=st.booleans(),
)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Timelines put end to end, steps in order, as compiling and changing them keeps them."""
    loose = sorted(draw(st.lists(_segments, min_size=1, max_size=8)), key=lambda segment: segment.step_index)
    timeline = Timeline(draw(_text), draw(_text), tuple(replace(s, index=i) for i, s in enumerate(loose)), draw(_text))
    return timeline.with_seconds(0, loose[0].seconds)
