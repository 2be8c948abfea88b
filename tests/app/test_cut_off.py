"""A session that was left open can go on, behind the time it takes to get back to it, or is kept as far as it went."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hipback_desktop.app.archive import Archive
from hipback_desktop.app.cut_off import CutOff
from hipback_desktop.app.person import Person
from hipback_desktop.core.exercise import Side
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.timeline import SegmentKind, Timeline, compile_routine
from hipback_desktop.paths import folders
from hipback_desktop.storage.settings_file import SettingsFile
from tests.builders import a_hold, a_routine, an_open_session
from tests.session.stage import content

pytestmark = pytest.mark.usefixtures("qapp")
LEFT_SIDE_SECONDS = 110


class Desk:
    """A computer, on which a session was left open."""

    def __init__(self, folder: Path) -> None:
        self.archive = Archive(folders(folder))
        settings = Settings(lead_in_change_seconds=20)
        self.cut_off = CutOff(self.archive, Person(settings, SettingsFile(folders(folder).settings)))

    def leave_open(self, timeline: Timeline, seconds: float) -> None:
        self.archive.journal.begin(an_open_session(timeline=timeline, position_seconds=seconds))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.archive.close()


def test_where_nothing_was_left_open_there_is_nothing_to_find_or_keep(desk: Desk) -> None:
    assert desk.cut_off.found() is None
    desk.cut_off.keep()
    assert desk.archive.store.records() == ()


def test_it_goes_on_behind_the_lead_in_of_a_new_position(desk: Desk) -> None:
    desk.leave_open(compile_routine(content().routines["desk_reset_2"]), LEFT_SIDE_SECONDS)
    found = desk.cut_off.found()
    assert found is not None
    opened, exercises = found
    first = opened.timeline.segments[opened.timeline.index_at(opened.position_seconds)]
    assert (first.kind, first.side, first.seconds) == (SegmentKind.GET_READY, Side.LEFT, 20)
    assert first.exercise_id in exercises


def test_what_was_done_of_it_can_be_kept_instead(desk: Desk) -> None:
    desk.leave_open(compile_routine(content().routines["desk_reset_2"]), LEFT_SIDE_SECONDS)
    desk.cut_off.keep()
    (record,) = desk.archive.store.records()
    assert record.outcome is Outcome.STOPPED
    assert desk.cut_off.found() is None


def test_one_whose_exercises_are_not_known_is_kept_as_far_as_it_went(desk: Desk) -> None:
    desk.leave_open(compile_routine(a_routine(a_hold(30))), 20)
    assert desk.cut_off.found() is None
    (record,) = desk.archive.store.records()
    assert record.outcome is Outcome.STOPPED
