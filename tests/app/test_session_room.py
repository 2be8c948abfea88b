"""The room of a session: it waits a moment for the voice, says each failure once, and nothing stops the session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hipback_desktop.app.session_room import WAIT_FOR_VOICE_MS, SessionRoom
from hipback_desktop.core import wording
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.record import Outcome, SessionRecord
from hipback_desktop.core.settings import Settings
from hipback_desktop.session.ticker import Ticker
from hipback_desktop.sound.condition import WORKS, no_output, voice_broken
from hipback_desktop.storage.session_journal import SessionJournal
from tests.recording_announcer import RecordingAnnouncer
from tests.session.stage import FakeTicker, SteppedClock, content


class FullDisk:
    """A journal on a disk without room, until somebody makes some."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.has_room = False

    def __getattr__(self, name: str) -> Any:
        def refuse(*_values: object) -> None:
            self.asked.append(name)
            if not self.has_room:
                raise UserError("The disk is full; make room.")

        return refuse


class Hall:
    """A room, and everything that was told in it."""

    def __init__(
        self,
        journal: object,
        *,
        speed: float = 1.0,
        is_slow: bool = False,
        times_met: Callable[[], Mapping[str, int]] = dict,
        **settings: Any,
    ) -> None:
        self.clock = SteppedClock()
        self.settings = Settings(**settings)
        self.announcer = RecordingAnnouncer(self.clock, is_slow=is_slow)
        self.tickers: list[FakeTicker] = []
        self.room = SessionRoom(
            self.clock,
            self.announcer.as_announcer,
            cast(SessionJournal, journal),
            lambda: self.settings,
            self._ticker,
            speed,
            times_met=times_met,
        )
        self.sentences: list[str] = []
        self.settled: list[str] = []
        self.records: list[SessionRecord] = []
        self.room.noticed.connect(self.sentences.append)
        self.room.settled.connect(self.settled.append)
        self.room.ended.connect(self.records.append)

    def play(self, stiffness: int | None = None) -> None:
        self.room.play(content().routines["desk_reset_2"], content().exercises, stiffness)

    def go_on(self, seconds: float) -> None:
        end = self.clock.seconds + seconds
        while wakes := [t for t in self.tickers if t.wakes_at is not None and t.wakes_at <= end]:
            first = min(wakes, key=lambda ticker: ticker.wakes_at or 0.0)
            self.clock.seconds, first.wakes_at = max(self.clock.seconds, first.wakes_at or 0.0), None
            first.due.emit()
        self.clock.seconds = end

    def _ticker(self, speed: float, parent: QObject) -> Ticker:
        self.tickers.append(FakeTicker(self.clock))
        return cast(Ticker, self.tickers[-1])


def test_it_begins_as_soon_as_the_first_words_can_be_heard(journal: SessionJournal, qtbot: QtBot) -> None:
    hall = Hall(journal)
    hall.play(6)
    assert not hall.room.controller.is_active
    assert hall.announcer.wakes == 1
    with qtbot.waitSignal(hall.room.opened) as opened:
        hall.announcer._be_ready()
    assert opened.args is not None
    assert opened.args[0].stiffness_before == 6
    assert hall.announcer.planned


def test_a_voice_that_is_not_ready_is_waited_for_a_second_and_a_half_at_most(journal: SessionJournal) -> None:
    hall = Hall(journal, is_slow=True)
    hall.play()
    patience = hall.room._patience
    assert (patience.isActive(), patience.isSingleShot(), patience.interval()) == (True, True, WAIT_FOR_VOICE_MS)
    assert WAIT_FOR_VOICE_MS <= 1500
    patience.timeout.emit()
    assert hall.room.controller.is_active
    assert not patience.isActive()


def test_a_voice_that_cannot_come_is_not_waited_for_and_said_once(journal: SessionJournal) -> None:
    hall = Hall(journal, is_slow=True)
    hall.play()
    hall.announcer.break_down(voice=voice_broken())
    assert hall.room.controller.is_active
    hall.announcer.break_down(voice=voice_broken(), output=no_output())
    hall.announcer.break_down(voice=WORKS)
    hall.announcer.break_down(voice=voice_broken())
    assert hall.sentences == [voice_broken().sentence, no_output().sentence, voice_broken().sentence]
    assert hall.settled == [voice_broken().sentence, no_output().sentence]


def test_words_wait_until_the_loudspeaker_is_awake(journal: SessionJournal, qtbot: QtBot) -> None:
    hall = Hall(journal, is_slow=True)
    hall.play()
    hall.announcer._be_ready()
    assert not hall.room.controller.is_active
    hall.announcer.is_awake = True
    hall.announcer.awoke.emit()
    assert hall.room.controller.is_active


def test_a_loudspeaker_that_is_awake_waits_for_the_words(journal: SessionJournal, qtbot: QtBot) -> None:
    hall = Hall(journal, is_slow=True)
    hall.play()
    hall.announcer.is_awake = True
    hall.announcer.awoke.emit()
    assert not hall.room.controller.is_active
    hall.announcer.prepared.emit()  # nothing is left to do, whether or not all could be spoken
    assert hall.room.controller.is_active


def test_what_does_not_work_is_said_once_until_something_changes(journal: SessionJournal) -> None:
    hall = Hall(journal, is_slow=True)
    hall.announcer.break_down(output=no_output())
    for _ in range(2):
        hall.play()
        hall.room._patience.timeout.emit()
    assert hall.sentences == [no_output().sentence]
    hall.announcer.break_down()
    assert hall.settled == [no_output().sentence]
    hall.announcer.break_down(output=no_output())
    assert hall.sentences == [no_output().sentence] * 2


def test_closing_while_it_waits_begins_nothing(journal: SessionJournal, qtbot: QtBot) -> None:
    hall = Hall(journal, is_slow=True)
    hall.play()
    hall.room.close()
    hall.announcer._be_ready()
    hall.room._patience.timeout.emit()
    assert not hall.room.controller.is_active


def test_nobody_is_waited_for_where_nothing_is_said(journal: SessionJournal) -> None:
    hall = Hall(journal, is_slow=True, cue_profile="silent")
    hall.play()
    assert hall.room.controller.is_active


@pytest.mark.parametrize("speed", [0.5, 2.0, 200.0])
def test_at_another_speed_there_is_no_sound_and_no_wait(journal: SessionJournal, speed: float) -> None:
    hall = Hall(journal, speed=speed)
    hall.play()
    assert hall.room.controller.is_active
    assert (hall.announcer.planned, hall.announcer.asked_for, hall.announcer.wakes) == ([], [], 0)


@pytest.mark.parametrize(("speed", "says"), [(1.0, False), (0.5, False), (1.5, False), (2.0, True), (100.0, True)])
def test_fast_motion_is_called_a_preview_once(journal: SessionJournal, speed: float, says: bool) -> None:
    hall = Hall(journal, speed=speed, cue_profile="silent")
    hall.play()
    hall.go_on(1)
    assert [sentence for sentence in hall.sentences if "preview" in sentence] == [wording.preview_text(speed)] * says


def test_muted_it_goes_on_unheard_and_comes_back_in_the_middle(journal: SessionJournal) -> None:
    hall = Hall(journal, is_slow=True)
    hall.room.mute(True)
    hall.play()
    hall.room._patience.timeout.emit()
    assert hall.room.is_muted
    assert hall.announcer.is_muted
    assert hall.announcer.planned
    hall.room.mute(False)
    assert not hall.announcer.is_muted


def test_what_happens_is_in_the_journal_as_it_happens(journal: SessionJournal) -> None:
    hall = Hall(journal, cue_profile="silent")
    hall.play(3)
    hall.go_on(90)
    opened = journal.open_session()
    assert opened is not None
    assert opened.position_seconds == pytest.approx(90, abs=1.01)
    assert [step.exercise_id for step in opened.steps] == ["break_stand_walk"]
    hall.go_on(100)
    assert journal.open_session() is None
    assert [record.outcome for record in hall.records] == [Outcome.COMPLETED]


@pytest.mark.expects_log
def test_a_full_disk_is_said_once_and_the_session_goes_on_to_its_end() -> None:
    disk = FullDisk()
    hall = Hall(disk, cue_profile="silent")
    hall.play()
    hall.go_on(200)
    assert [record.outcome for record in hall.records] == [Outcome.COMPLETED]
    assert hall.sentences == ["The disk is full; make room."]
    assert {"begin", "progress", "add_step", "finish"} <= set(disk.asked)


@pytest.mark.expects_log
def test_what_could_not_be_kept_in_the_end_is_said_after_the_end(qtbot: QtBot) -> None:
    hall = Hall(FullDisk(), cue_profile="silent")
    order: list[str] = []
    hall.room.ended.connect(lambda _record: order.append("ended"))
    hall.room.noticed.connect(lambda _sentence: order.append("noticed"))
    hall.room._troubles.clear()
    hall.room._on_ended(cast(SessionRecord, None))
    assert order == ["ended", "noticed"]


@pytest.mark.expects_log
def test_room_on_the_disk_again_settles_what_was_said() -> None:
    disk = FullDisk()
    hall = Hall(disk, cue_profile="silent")
    hall.play()
    hall.go_on(10)
    assert hall.settled == []
    disk.has_room = True
    hall.go_on(10)
    assert hall.settled == hall.sentences == ["The disk is full; make room."]
    disk.has_room = False
    hall.go_on(10)
    assert len(hall.sentences) == 2


def test_another_voice_in_the_middle_plans_the_rest_anew(journal: SessionJournal) -> None:
    hall = Hall(journal, is_slow=True)
    hall.play()
    hall.room._patience.timeout.emit()
    hall.go_on(20)
    hall.settings = Settings(cue_profile="chimes", voice_volume=50)
    hall.room.apply_sound_settings()
    assert hall.announcer.volume[0] == pytest.approx(0.5)
    assert {play.kind.value for play in hall.announcer.planned} == {"chime"}


def test_what_was_met_before_is_looked_up_once_and_explained_in_short(journal: SessionJournal) -> None:
    def planned(times: int) -> list[str]:
        asked: list[str] = []

        def times_met() -> dict[str, int]:
            asked.append("the history")
            return dict.fromkeys(content().exercises, times)

        hall = Hall(journal, times_met=times_met, floor_mode="always", lead_in_change_seconds=40)
        hall.play()
        hall.announcer._be_ready()
        hall.room.close()
        assert asked == ["the history"]
        return [cue.text for cue in hall.room.track.cues]

    second_step = "Walk, or stand and stretch."
    assert second_step in planned(0)
    assert second_step not in planned(2)


@pytest.mark.expects_log
def test_a_history_that_cannot_be_read_is_said_and_harms_nothing(journal: SessionJournal) -> None:
    def times_met() -> dict[str, int]:
        raise UserError("The history cannot be read.")

    hall = Hall(journal, times_met=times_met)
    hall.play()
    hall.announcer._be_ready()
    assert "The history cannot be read." in hall.sentences
    assert hall.room.controller.is_active
