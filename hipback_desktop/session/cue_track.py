"""Keeps the plan of cues in step with the running session: what to render, what to play when, what to show now."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipback_desktop.core.cues import GAP_SECONDS, Channel, Chime, Cue, Priority, Profile, phrases
from hipback_desktop.core.playback import Status
from hipback_desktop.core.script import plan_cues
from hipback_desktop.core.timeline import SegmentKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.clock import Clock
    from hipback_desktop.core.cues import CuePlan
    from hipback_desktop.core.playback import Playback
    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.core.timeline import Timeline
    from hipback_desktop.session.controller import SessionController
    from hipback_desktop.session.ticker import Ticker

JUST_NOW_SECONDS = 0.05
SAID_WITHIN_SECONDS = 5.0
AGAIN_IN_SECONDS = 0.3
"""A busy computer takes about that long to hear of a plan."""


class CueTrack(QObject):
    """Plans when the timeline or the known lengths change; tells sounds by their moment, captions when they are due.

    ``sounds_planned`` carries (monotonic moment, cue) pairs and replaces everything planned before; ``silenced`` asks
    for quiet at once. ``phrases_planned`` names the texts to render, in the order they will be said.
    """

    phrases_planned = Signal(object)
    sounds_planned = Signal(object)
    silenced = Signal()
    cue_shown = Signal(object)

    def __init__(
        self,
        controller: SessionController,
        ticker: Ticker,
        clock: Clock,
        cue_plan: Callable[[], CuePlan],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._ticker = ticker
        self._clock = clock
        self._cue_plan = cue_plan
        self._cues: tuple[Cue, ...] = ()
        self._phrases: tuple[str, ...] = ()
        self._next_shown = 0
        self._anchor: float | None = None
        self._first_index = 0
        self._sounds_from = 0.0
        self._missed: dict[tuple[int, str], float] = {}
        controller.timeline_changed.connect(self._on_timeline_changed)
        controller.clock_moved.connect(self._on_clock_moved)
        controller.ended.connect(self._on_ended)
        ticker.due.connect(self._show_due)

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The cues of the session as planned now."""
        return self._cues

    def plan_again(self) -> None:
        """Plans with the lengths and choices known now; what was just said is not said again."""
        playback = self._controller.playback
        if playback is None or playback.is_over:
            return
        position = playback.position(self._clock.monotonic())
        said = [cue for cue in self._cues if position - SAID_WITHIN_SECONDS <= cue.at_seconds <= position]
        fresh = plan_cues(playback.timeline, self._controller.exercises, self._cue_plan(), self._missed)
        begun = {(cue.at_seconds, cue.text) for cue in said if cue.at_seconds >= position - JUST_NOW_SECONDS}
        since = min((cue.at_seconds for cue in fresh if (cue.at_seconds, cue.text) in begun), default=position)
        self._take(tuple(cue for cue in fresh if not _was_said(cue, said, position)), since)

    def say_missed(self, text: str) -> None:
        """What could not be said at its moment is said a little later, as long as a lead-in has time for it.

        The name of an exercise is worth that; a count or a breath is nothing once its moment is over.
        """
        playback = self._controller.playback
        if playback is None or playback.status is not Status.RUNNING or playback.segment.kind is SegmentKind.WORK:
            return
        now = playback.position(self._clock.monotonic())
        missed = {cue for cue in self._cues if (cue.segment_index, cue.text) == (playback.index, text)}
        if not missed:
            return
        sounding = (cue for cue in self._cues if cue.at_seconds <= now and cue not in missed)
        quiet_from = max((cue.at_seconds + cue.seconds for cue in sounding), default=0.0)
        self._missed[playback.index, text] = max(now + AGAIN_IN_SECONDS, quiet_from + GAP_SECONDS)
        self._cues = tuple(cue for cue in self._cues if cue not in missed)
        self.plan_again()

    def _on_timeline_changed(self, timeline: Timeline) -> None:
        self._take(plan_cues(timeline, self._controller.exercises, self._cue_plan()))

    def _take(self, cues: tuple[Cue, ...], since: float | None = None) -> None:
        self._cues = cues
        self._seek(since)
        texts = phrases(cues)
        if texts != self._phrases:
            self._phrases = texts
            self.phrases_planned.emit(texts)
        self._on_clock_moved()

    def _on_clock_moved(self) -> None:
        playback = self._controller.playback
        if playback is None or playback.is_over:
            return
        if playback.anchor != self._anchor:
            self._seek()
        if playback.status is Status.RUNNING:
            until = self._known_until(playback)
            going_on = self._going_on_again(playback)
            since = max(self._sounds_from, going_on[-1].at_seconds + going_on[-1].seconds if going_on else 0.0)
            planned = [
                cue
                for cue in self._cues
                if cue.channel is not Channel.SCREEN and since <= cue.at_seconds < until and self._is_apt(cue)
            ]
            self.sounds_planned.emit(tuple((playback.anchor + cue.at_seconds, cue) for cue in (*going_on, *planned)))
        else:
            self.silenced.emit()
        self._show_due()

    def _seek(self, since: float | None = None) -> None:
        """The next cue is the first from ``since`` on, or the first ahead, one whose moment just passed included."""
        playback = self._controller.playback
        assert playback is not None
        if self._anchor not in (None, playback.anchor):
            self.silenced.emit()  # what is still being said belongs to where the person was
        if self._anchor != playback.anchor:
            self._first_index = playback.index
            self._missed.clear()
        self._anchor = playback.anchor
        position = playback.position(self._clock.monotonic())
        self._sounds_from = position - JUST_NOW_SECONDS if since is None else since
        self._next_shown = bisect_left(self._cues, self._sounds_from, key=lambda cue: cue.at_seconds)

    def _is_apt(self, cue: Cue) -> bool:
        """Whoever just came from elsewhere is not told how to leave what lies before; the chime marks the change."""
        return cue.channel is Channel.CHIME or cue.segment_index >= self._first_index

    def _going_on_again(self, playback: Playback) -> tuple[Cue, ...]:
        """After a pause: ticks while the clock waits, and the sound of the beginning when it goes on."""
        plan = self._cue_plan()
        waits = playback.lead_in(self._clock.monotonic())
        if waits <= 0 or plan.profile is Profile.SILENT:
            return ()
        at, index = playback.held_seconds, playback.index
        ticks = [(at - left, Chime.TICK) for left in (3, 2, 1) if left <= waits + JUST_NOW_SECONDS]
        return tuple(
            Cue(moment, chime, Channel.CHIME, Priority.BOUNDARY, index, plan.seconds_of(Channel.CHIME, chime))
            for moment, chime in (*ticks, (at, Chime.START))
        )

    def _known_until(self, playback: Playback) -> float:
        """Up to where the timeline has moments: not beyond the next set at the person's own pace."""
        ahead = playback.timeline.segments[playback.index :]
        return next((segment.end_seconds for segment in ahead if segment.is_open), math.inf)

    def _on_ended(self, record: SessionRecord) -> None:
        """Quiet at once after a stop; after the end the last cues still ring out."""
        playback = self._controller.playback
        self._ticker.wake_in(None)
        if playback is not None and playback.status is Status.STOPPED:
            self.silenced.emit()

    def _show_due(self) -> None:
        """Shows every caption whose moment has come, then waits for the next."""
        playback = self._controller.playback
        if playback is None or playback.status is not Status.RUNNING:
            self._ticker.wake_in(None)
            return
        now = self._clock.monotonic()
        position = playback.position(now)
        until = self._known_until(playback)
        while (cue := self._next_cue(until)) is not None and cue.at_seconds <= position:
            self._next_shown += 1
            if self._is_apt(cue):
                self.cue_shown.emit(cue)
        self._ticker.wake_in(None if cue is None else playback.anchor + cue.at_seconds - now)

    def _next_cue(self, until: float) -> Cue | None:
        """The cue to show next, None when the rest of the session has no moments yet."""
        if self._next_shown == len(self._cues):
            return None
        cue = self._cues[self._next_shown]
        return cue if cue.at_seconds < until else None


def _was_said(cue: Cue, said: list[Cue], position: float) -> bool:
    return cue.at_seconds > position and any(
        other.text == cue.text and other.segment_index == cue.segment_index for other in said
    )
