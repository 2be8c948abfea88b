"""Moments of a small session: a walk, a stretch on each side, two sets of reps."""

from __future__ import annotations

from pathlib import Path

from hipback_desktop.core.cues import Channel, Cue, Priority
from hipback_desktop.core.exercise import Exercise, Position, Side
from hipback_desktop.core.playback import Playback, begin
from hipback_desktop.core.timeline import SegmentKind, Timeline, compile_routine
from hipback_desktop.core.view import SessionView, view_of
from hipback_desktop.paths import asset
from hipback_desktop.ui.session_page import SessionPage
from hipback_desktop.ui.theme import LIGHT, Theme
from tests.builders import NOON, a_routine, exercises_of

__all__ = ["EXERCISES", "TIMELINE", "a_cue", "a_page", "asset", "icon_names", "moment", "no_movement", "playing"]

_ROUTINE = a_routine()
EXERCISES = exercises_of(_ROUTINE)
TIMELINE = compile_routine(_ROUTINE)


def free_timeline() -> Timeline:
    """The same with reps at one's own pace."""
    return compile_routine(_ROUTINE, free_reps=True)


def playing(
    exercise: str = "knee_hug",
    kind: SegmentKind = SegmentKind.WORK,
    side: Side | None = None,
    timeline: Timeline = TIMELINE,
) -> Playback:
    """A playback that begins with the first such segment at second 0."""
    index = next(
        segment.index
        for segment in timeline.segments
        if (segment.exercise_id, segment.kind) == (exercise, kind) and side in (None, segment.side)
    )
    return begin(timeline, 0.0, index)[0]


def moment(seconds: float = 0.0, playback: Playback | None = None) -> SessionView:
    """How it looks so many seconds later."""
    return view_of((playback or playing()).advance(seconds)[0], EXERCISES, seconds, NOON)


def a_cue(text: str = "Head heavy.", channel: Channel = Channel.VOICE) -> Cue:
    return Cue(0, text, channel, Priority.FORM, 0, 1.5)


def no_movement(_exercise: Exercise, _before: Position | None) -> None:
    """The exercises of these moments have no figures."""


def a_page(theme: Theme = LIGHT) -> SessionPage:
    """A session page without figures."""
    return SessionPage(theme, asset, no_movement, lambda: None)


def icon_names() -> set[str]:
    """Every icon there is."""
    return {path.stem for path in Path(asset("icons")).glob("*.svg")}
