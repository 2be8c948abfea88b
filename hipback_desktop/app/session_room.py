"""The room a session runs in: built when the first one starts, with its clockwork, its cues, its sound, its journal."""

from __future__ import annotations

import logging
import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hipback_desktop.app.sounds import known_seconds, plays
from hipback_desktop.clock import ScaledClock
from hipback_desktop.core import choices, wording
from hipback_desktop.core.adaptation import suits
from hipback_desktop.core.break_content import break_timeline
from hipback_desktop.core.cues import Channel, Chime, CuePlan, phrases
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.ledger import open_ledger
from hipback_desktop.core.record import PREVIEW_FROM_SPEED, SessionOrigin
from hipback_desktop.core.script import plan_cues
from hipback_desktop.core.timeline import compile_routine
from hipback_desktop.session.controller import SessionController
from hipback_desktop.session.cue_track import CueTrack
from hipback_desktop.session.machine import SessionMachine
from hipback_desktop.sound.voice import chosen_voice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hipback_desktop.clock import Clock
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.record import OpenSession, SessionRecord
    from hipback_desktop.core.routine import Routine
    from hipback_desktop.core.settings import Settings
    from hipback_desktop.core.timeline import Timeline
    from hipback_desktop.session.ticker import Ticker
    from hipback_desktop.sound.announcer import Announcer
    from hipback_desktop.sound.condition import SoundCondition
    from hipback_desktop.storage.session_journal import SessionJournal

WAIT_FOR_VOICE_MS = 1500
_SOUND, _JOURNAL, _PREVIEW = "sound", "journal", "preview"
_log = logging.getLogger(__name__)


class SessionRoom(QObject):
    """Plays one session after another.

    The clock of a session runs ``speed`` times as fast as the wall; sound is heard at its natural speed only. Whatever
    fails around a session (a full disk, a dead sound device) becomes one sentence in ``noticed``, comes back in
    ``settled`` when it works again, and harms nothing.
    """

    opened = Signal(object)
    ended = Signal(object)
    noticed = Signal(str)
    settled = Signal(str)

    def __init__(
        self,
        clock: Clock,
        announcer: Announcer,
        journal: SessionJournal,
        settings: Callable[[], Settings],
        ticker: Callable[[float, QObject], Ticker],
        speed: float = 1.0,
        parent: QObject | None = None,
        *,
        times_met: Callable[[], Mapping[str, int]] = dict,
    ) -> None:
        super().__init__(parent)
        session_clock: Clock = clock if speed == 1 else ScaledClock(clock, speed)
        self._clock = clock
        self._announcer = announcer
        self._journal = journal
        self._settings = settings
        self._speed = speed
        self._read_times_met = times_met
        self._times_met: Mapping[str, int] = {}
        self._hears = speed == 1
        self._is_muted = False
        self._troubles: dict[str, str] = {}
        self._waiting: Callable[[], None] | None = None
        self._has_words = False
        self._chime_seconds = {chime: announcer.chime_seconds(chime) for chime in Chime}
        self._patience = QTimer(self, singleShot=True, interval=WAIT_FOR_VOICE_MS)
        self._patience.timeout.connect(self._begin_now)
        self.controller = SessionController(
            session_clock,
            ticker(speed, self),
            SessionMachine(self),
            lambda exercise: suits(exercise, settings()),
            self,
            speed=speed,
        )
        self.track = CueTrack(self.controller, ticker(speed, self), session_clock, self._cue_plan, self)
        self._connect_journal()
        self._connect_sound()

    @property
    def hears(self) -> bool:
        """Whether sessions have sound at all, muted or not: at their natural speed, where something can play it."""
        return self._hears and self._announcer.condition.output.ok

    @property
    def is_muted(self) -> bool:
        """True while nothing is to be heard."""
        return self._is_muted

    def mute(self, is_muted: bool) -> None:
        """Sound off or on again; cues stay on the screen."""
        self._is_muted = is_muted
        self._announcer.set_muted(is_muted)

    def play(self, routine: Routine, exercises: Mapping[str, Exercise], stiffness_before: int | None = None) -> None:
        """Begins a routine as soon as its first words can be heard, and in any case soon."""
        settings = self._settings()
        timeline = compile_routine(routine, choices.timings(settings), free_reps=settings.free_reps)
        self.play_timeline(timeline, exercises, stiffness_before)

    def play_break(self, routine: Routine, exercises: Mapping[str, Exercise]) -> None:
        """Begins a sitting break, in the same way."""
        settings = self._settings()
        timeline = break_timeline(routine, choices.timings(settings), free_reps=settings.free_reps)
        self.play_timeline(timeline, exercises, origin=SessionOrigin.BREAK)

    def play_timeline(
        self,
        timeline: Timeline,
        exercises: Mapping[str, Exercise],
        stiffness_before: int | None = None,
        origin: SessionOrigin = SessionOrigin.ROUTINE,
    ) -> None:
        """Begins what is compiled already, in the same way."""

        def opened() -> OpenSession:
            now, id_ = self._clock.now(), str(uuid.uuid4())
            return open_ledger(id_, timeline, now, origin=origin, stiffness_before=stiffness_before)

        self._begin(opened, timeline, exercises)

    def go_on(self, opened: OpenSession, exercises: Mapping[str, Exercise]) -> None:
        """Takes up again, in the same way, a session that was cut off."""
        self._begin(lambda: opened, opened.timeline, exercises)

    def _begin(self, opened: Callable[[], OpenSession], timeline: Timeline, exercises: Mapping[str, Exercise]) -> None:
        settings = self._settings()
        self._write(self._note_times_met)
        self.apply_sound_settings()

        def begin() -> None:
            timings = choices.timings(settings)
            self.controller.begin(opened(), exercises, timings, settings.resume_lead_in_seconds)

        texts = phrases(plan_cues(timeline, exercises, self._cue_plan()))
        if not self._hears or not texts:
            begin()
            return
        self._waiting = begin
        self._has_words = False
        self._patience.start()
        self._announcer.wake()
        self._announcer.prepare(texts)

    def apply_sound_settings(self) -> None:
        """Takes over voice, rate and volumes; a running session is planned anew."""
        settings = self._settings()
        self._announcer.set_voice(chosen_voice(settings.voice, settings.voice_rate))
        self._announcer.set_volume(settings.voice_volume / 100, settings.chime_volume / 100)
        if self.controller.is_active:
            self.track.plan_again()

    def close(self) -> None:
        """Ends a running session, keeping what was done."""
        self._patience.stop()
        self._waiting = None
        self.controller.stop()

    def _begin_now(self) -> None:
        waiting, self._waiting = self._waiting, None
        self._patience.stop()
        if waiting is not None:
            waiting()

    def _begin_if_heard(self) -> None:
        if self._has_words and (self._announcer.is_awake or not self._announcer.condition.output.ok):
            self._begin_now()

    def _on_words_ready(self) -> None:
        self._has_words = True
        self._begin_if_heard()

    def _on_lengths_changed(self) -> None:
        if self._waiting is not None:
            self._on_words_ready()
        else:
            self.track.plan_again()

    def _note_times_met(self) -> None:
        """Once a session: how often it is explained must not change in its course."""
        self._times_met = self._read_times_met()

    def _cue_plan(self) -> CuePlan:
        return choices.cue_plan(self._settings(), self._seconds_of, self._times_met)

    def _seconds_of(self, channel: Channel, text: str) -> float | None:
        if channel is Channel.CHIME:
            return self._chime_seconds[Chime(text)]
        return known_seconds(self._announcer, text)

    def _connect_sound(self) -> None:
        self._announcer.lengths_changed.connect(self._on_lengths_changed)
        self._announcer.prepared.connect(self._on_words_ready)
        self._announcer.awoke.connect(self._begin_if_heard)
        self._announcer.missed.connect(self.track.say_missed)
        self._announcer.condition_changed.connect(self._on_sound_changed)
        self.track.phrases_planned.connect(self._on_phrases_planned)
        self.track.sounds_planned.connect(self._on_sounds_planned)
        self.track.silenced.connect(self._announcer.silence)

    def _on_phrases_planned(self, texts: tuple[str, ...]) -> None:
        if self._hears and texts:
            self._announcer.prepare(texts)

    def _on_sounds_planned(self, planned: object) -> None:
        if self._hears:
            self._announcer.schedule(plays(planned, self._settings().sound_lead_milliseconds))  # type: ignore[arg-type]

    def _on_sound_changed(self, condition: SoundCondition) -> None:
        """What does not work is not waited for, and said once; without a loudspeaker nobody misses the voice."""
        broken = next((part for part in (condition.output, condition.voice) if not part.ok), None)
        if broken is not None:
            self._begin_now()
        self._tell(_SOUND, broken.sentence if broken is not None else "")

    def _connect_journal(self) -> None:
        journal, controller = self._journal, self.controller
        controller.began.connect(self._on_began)
        controller.step_recorded.connect(lambda step: self._write(partial(journal.add_step, step)))
        controller.timeline_changed.connect(lambda changed: self._write(partial(journal.change_timeline, changed)))
        controller.progressed.connect(self._on_progressed)
        controller.ended.connect(self._on_ended)

    def _on_began(self, opened: OpenSession) -> None:
        """First the page, then what goes wrong: it is said where the person looks."""
        self._troubles = {_SOUND: self._troubles.get(_SOUND, "")}  # which nobody wants to read with every session
        self.opened.emit(opened)
        if self._hears:
            self._on_sound_changed(self._announcer.condition)
        if self._speed > PREVIEW_FROM_SPEED:
            self._tell(_PREVIEW, wording.preview_text(self._speed))
        self._write(partial(self._journal.begin, opened))

    def _on_progressed(self, position: float, active: float, paused: float) -> None:
        self._write(partial(self._journal.progress, position, active, paused, self._clock.now()))

    def _on_ended(self, record: SessionRecord) -> None:
        """What could not be kept is said where the person will be looking: on the page that follows the session."""
        failure = self._failure_of(partial(self._journal.finish, record))
        self.ended.emit(record)
        self._tell(_PREVIEW, "")
        self._tell(_JOURNAL, failure)

    def _write(self, write: Callable[[], object]) -> None:
        """Writes to the journal; a failure is said once and the session goes on."""
        self._tell(_JOURNAL, self._failure_of(write))

    def _failure_of(self, write: Callable[[], object]) -> str:
        """Writes to the journal; the sentence that says why it could not, empty when it could."""
        try:
            write()
        except UserError as error:
            _log.warning("the data could not be read or written in a session: %s", error)
            return str(error)
        return ""

    def _tell(self, what: str, sentence: str) -> None:
        """Says a trouble once, in place of another with the same thing; an empty sentence is the end of it."""
        before, self._troubles[what] = self._troubles.get(what, ""), sentence
        if before == sentence:
            return
        if before:
            self.settled.emit(before)
        if sentence:
            self.noticed.emit(sentence)
