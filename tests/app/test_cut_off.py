"""A session that was left open can go on, behind the time it takes to get back to it, or is kept as far as it went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hipback_desktop.app.archive import Archive
from hipback_desktop.app.cut_off import CutOff
from hipback_desktop.app.person import Person
from hipback_desktop.catalogue.catalogue import load_routine
from hipback_desktop.core.exercise import Side
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.timeline import SegmentKind, Timeline, compile_routine
from hipback_desktop.paths import folders
from hipback_desktop.storage.settings_file import SettingsFile
from tests.builders import an_open_session
from tests.catalogue.documents import a_routine, an_exercise, written
from tests.session.stage import content

pytestmark = pytest.mark.usefixtures("qapp")
LEFT_SIDE_SECONDS = 110


class Desk:
    """A computer, on which a session was left open."""

    def __init__(self, folder: Path) -> None:
        self.archive = Archive(folders(folder))
        settings = Settings(lead_in_change_seconds=20)
        person = Person(settings, SettingsFile(folders(folder).settings))
        self.cut_off = CutOff(self.archive, person)
        self.sentences: list[str] = []
        person.noticed.connect(self.sentences.append)

    def leave_open(self, timeline: Timeline, seconds: float) -> None:
        self.archive.journal.begin(an_open_session(timeline=timeline, position_seconds=seconds))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.archive.close(date(2026, 3, 18))


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


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A routine that brings two exercises along, and its own form of one that is shipped."""
    document = a_routine()
    document["exercises"].append({**an_exercise("hip_flexor_standing"), "name": "My own lunge"})
    document["blocks"][0]["steps"].append({"exercise": "hip_flexor_standing", "seconds": 30, "sets": 1})
    return written(tmp_path, document)


def test_one_from_a_file_goes_on_with_the_exercises_of_the_file(desk: Desk, file: Path) -> None:
    desk.leave_open(compile_routine(load_routine(file, content().exercises)), 20)
    found = desk.cut_off.found()
    assert found is not None
    _opened, exercises = found
    assert exercises["hip_flexor_standing"].name == "My own lunge"
    assert {"knee_hug", "thigh_raise", "glute_bridge"} <= exercises.keys()
    assert desk.sentences == []


@pytest.mark.parametrize("change", ["taken away", "other exercises", "not a routine"])
def test_one_whose_exercises_are_nowhere_any_more_is_kept_and_said_once(desk: Desk, file: Path, change: str) -> None:
    desk.leave_open(compile_routine(load_routine(file, content().exercises)), 20)
    file.unlink()
    if change == "other exercises":
        written(file.parent, a_routine(exercises=[an_exercise()], blocks=a_routine()["blocks"][:1]))
    elif change == "not a routine":
        file.write_text("{", encoding="utf-8")
    for _ in range(2):
        assert desk.cut_off.found() is None
    (record,) = desk.archive.store.records()
    assert record.outcome is Outcome.STOPPED
    (sentence,) = desk.sentences
    assert file.name in sentence


def test_one_that_needs_only_what_is_shipped_does_without_its_file(desk: Desk) -> None:
    timeline = compile_routine(content().routines["desk_reset_2"])
    desk.leave_open(replace(timeline, file="/gone.hipback.json"), LEFT_SIDE_SECONDS)
    assert desk.cut_off.found() is not None
    desk.leave_open(replace(timeline, file=""), LEFT_SIDE_SECONDS)
    assert desk.cut_off.found() is not None
    assert desk.sentences == []
