"""The beginning of a session: its page first, then its clock, and what goes wrong is said on that page."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.core.record import OpenSession
from hipback_desktop.sound.condition import no_output, no_voice
from hipback_desktop.storage.session_journal import SessionJournal
from tests.app.test_session_room import FullDisk, Hall


class ToldHall(Hall):
    """A room that also says when the page of the session was asked for."""

    def __init__(self, journal: object) -> None:
        super().__init__(journal, is_slow=True)
        self.room.opened.connect(lambda _opened: self.sentences.append("opened"))


def test_the_first_words_are_planned_for_the_first_moment(journal: SessionJournal) -> None:
    hall = ToldHall(journal)
    hall.room.opened.connect(lambda _opened: hall.go_on(0.3))  # a page takes its time to be made
    hall.play()
    hall.announcer.is_awake = True
    hall.announcer._be_ready()

    assert hall.announcer.heard == ["First, in 15 seconds: Stand-up break. 1 minute."]


def test_a_session_starts_when_its_clock_does(journal: SessionJournal, qtbot: QtBot) -> None:
    hall = ToldHall(journal)
    opened: list[OpenSession] = []
    hall.room.opened.connect(opened.append)
    hall.play()
    hall.go_on(1.4)
    hall.announcer._be_ready()
    hall.room._patience.timeout.emit()
    assert opened[0].started_at == opened[0].updated_at == hall.clock.now()


def test_without_a_loudspeaker_it_says_so_on_its_page(journal: SessionJournal) -> None:
    hall = ToldHall(journal)
    hall.play()
    hall.announcer.break_down(output=no_output())
    assert hall.sentences == ["opened", no_output().sentence]


def test_of_two_things_that_do_not_work_the_loudspeaker_is_named(journal: SessionJournal) -> None:
    hall = ToldHall(journal)
    hall.play()
    hall.announcer.break_down(no_voice("No voice."), no_output())
    assert hall.sentences == ["opened", no_output().sentence]


@pytest.mark.expects_log
def test_a_journal_that_cannot_be_begun_is_said_on_the_page() -> None:
    hall = ToldHall(FullDisk())
    hall.play()
    hall.room._patience.timeout.emit()
    assert hall.sentences == ["opened", "The disk is full; make room."]


def test_a_first_name_that_came_too_late_is_said_after_all(journal: SessionJournal) -> None:
    hall = ToldHall(journal)
    hall.play()
    hall.announcer.is_awake = True
    hall.announcer._be_ready()
    name = hall.announcer.heard[0]
    hall.go_on(0.4)
    hall.announcer.missed.emit(name)
    assert hall.announcer.planned[0].sound == name
