"""The settings as they are now: kept with every change, and told when they cannot be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hipback_desktop.app.person import Person
from hipback_desktop.core.errors import BugError, UserError
from hipback_desktop.core.settings import Settings
from hipback_desktop.storage.settings_file import SettingsFile


class Listener:
    """A person, and everything they were told."""

    def __init__(self, path: Path) -> None:
        self.file = SettingsFile(path)
        self.person = Person(self.file.read()[0], self.file)
        self.changes = 0
        self.sentences: list[str] = []
        self.person.changed.connect(self._on_changed)
        self.settled: list[str] = []
        self.person.noticed.connect(self.sentences.append)
        self.person.settled.connect(self.settled.append)

    def _on_changed(self) -> None:
        self.changes += 1


@pytest.fixture
def someone(data_dir: Path) -> Listener:
    return Listener(data_dir / "settings.json")


def test_a_change_is_on_the_disk_before_anyone_is_told(someone: Listener) -> None:
    seen: list[Settings] = []
    someone.person.changed.connect(lambda: seen.append(someone.file.read()[0]))
    someone.person.change_one("minutes", 25)
    assert [settings.minutes for settings in seen] == [25]
    assert someone.person.settings.minutes == 25


def test_settings_are_read_once_when_they_are_asked_for_and_what_is_wrong_is_told(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "settings.json").write_text('{"minutes": 25, "theme": 7}', encoding="utf-8")
    person, told = Person(None, SettingsFile(data_dir / "settings.json")), list[str]()
    person.noticed.connect(told.append)
    assert told == []
    assert person.settings.minutes == 25
    assert person.settings is person.settings
    assert len(told) == 1
    assert "theme" in told[0]


def test_what_changes_nothing_is_neither_written_nor_told(someone: Listener, data_dir: Path) -> None:
    someone.person.change(replace)
    assert someone.changes == 0
    assert not (data_dir / "settings.json").exists()


@pytest.mark.expects_log
def test_a_disk_that_refuses_is_told_and_the_change_holds_all_the_same(data_dir: Path) -> None:
    (data_dir / "settings.json").mkdir(parents=True)
    someone = Listener(data_dir / "settings.json")
    someone.person.change_one("minutes", 25)
    assert someone.person.settings.minutes == 25
    assert someone.changes == 1
    assert len(someone.sentences) == 1
    assert "--data-dir" in someone.sentences[0]
    (data_dir / "settings.json").rmdir()
    someone.person.change_one("minutes", 20)
    assert someone.settled == someone.sentences
    someone.person.change_one("minutes", 15)
    assert len(someone.settled) == 1


@pytest.mark.expects_log
def test_only_what_the_world_does_wrong_is_a_sentence(someone: Listener) -> None:
    def refuse() -> None:
        raise UserError("The disk is full; make room.")

    def fail() -> None:
        raise BugError("ours")

    someone.person.tell_failure(refuse)
    assert someone.sentences == ["The disk is full; make room."]
    with pytest.raises(BugError):
        someone.person.tell_failure(fail)
