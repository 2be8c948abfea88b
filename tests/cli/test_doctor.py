"""``hipback doctor``: what works here, with the real voice and whatever sound there is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hipback_desktop.breaks.presence.reading import Sign
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import a_record
from tests.cli.shapes import FINDINGS, misfits
from tests.cli.terminal import Terminal


def test_every_finding_has_a_sentence_and_the_code_says_whether_all_works(terminal: Terminal) -> None:
    answer = terminal.type("doctor", "--json")
    assert misfits(answer.document, FINDINGS) == []
    checks = answer.document["checks"]
    assert {check["name"] for check in checks} >= {"voice", "sound", "data", "content", "window"}
    assert all(check["sentence"] for check in checks)
    assert answer.document["works"] == all(check["ok"] for check in checks if check["needed"])
    assert answer.code == (0 if answer.document["works"] else 1)


def test_damaged_data_is_found(terminal: Terminal, data_dir: Path) -> None:
    (data_dir / "hipback.sqlite3").mkdir(parents=True)
    answer = terminal.type("doctor")
    assert answer.code == 1
    line = next(line for line in answer.out.splitlines() if " data " in line)
    assert line.split()[:2] == ["FAILS", "data"]
    assert "--data-dir" in line


@pytest.mark.parametrize("has_backup", [True, False])
def test_it_says_what_the_next_start_makes_of_damage_and_changes_nothing(
    terminal: Terminal, data_dir: Path, has_backup: bool
) -> None:
    database = open_database(data_dir / "hipback.sqlite3")
    SessionStore(database).add(a_record())
    if has_backup:
        database.keep_backup()
    database.close()
    (data_dir / "hipback.sqlite3").write_bytes(b"damaged" * 1000)
    (data_dir / "settings.json").write_bytes(b"{")
    before = contents(data_dir)
    answer = terminal.type("doctor")
    line = next(line for line in answer.out.splitlines() if " data " in line)
    assert "Your history is damaged" in line
    assert ("with 1 session," in line, "there is no backup" in line) == (has_backup, not has_backup)
    assert answer.err.startswith("hipback: The settings file is damaged; Hipback will keep it as ")
    assert contents(data_dir) == before
    notices = open_database(data_dir / "hipback.sqlite3").notices
    assert ("with 1 session " in notices[0], "no backup" in notices[0]) == (has_backup, not has_backup)


def test_a_folder_that_is_not_there_yet_is_not_made(terminal: Terminal, tmp_path: Path) -> None:
    answer = terminal.type("--data-dir", tmp_path / "new", "doctor")
    assert "0 sessions in" in answer.out
    assert not (tmp_path / "new" / "hipback.sqlite3").exists()


@pytest.mark.parametrize("below", [".", "deeper"])
def test_a_file_in_the_place_of_the_folder_is_found(terminal: Terminal, tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    answer = terminal.type("--data-dir", tmp_path / "file" / below, "doctor")
    assert answer.code == 1
    line = next(line for line in answer.out.splitlines() if " data " in line)
    assert line.split()[:2] == ["FAILS", "data"]
    assert "--data-dir" in line
    assert (tmp_path / "file").read_bytes() == b"mine"
    assert (
        sum(
            line.startswith("FAILS") and line.split()[1] in ("data", "window", "reminder")
            for line in answer.out.splitlines()
        )
        == 1
    )


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_what_the_sitting_reminder_sees_is_listed_with_who_was_asked(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    checks = {check["name"]: check for check in terminal.type("doctor", "--json").document["checks"]}
    assert {*Sign} <= {*checks}
    assert not any(checks[sign]["needed"] for sign in Sign)
    idle = checks[Sign.IDLE]
    assert idle["ok"] is any(source["ok"] for source in idle["sources"])
    if sys.platform == "linux":
        assert [source["name"] for source in idle["sources"]] == ["idle_x11", "idle_mutter", "idle_wayland"]
        assert idle["sentence"].startswith("Not known here. X server: There is no X server here.")


def test_what_is_not_known_fails_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    outcomes = {line.split()[0] for line in terminal.type("doctor").out.splitlines() if " full screen " in line}
    assert outcomes <= {"unknown", "works"}


def test_a_desktop_without_tray_and_notifications_fails_nothing(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    names = (" tray ", " notifications ", " screen stays on ", " media keys ")
    lines = [line for line in terminal.type("doctor").out.splitlines() if any(name in line for name in names)]
    assert {line.split()[1] for line in lines} == {"notifications", "tray", "screen", "media"}
    if sys.platform == "linux":
        assert {line.split()[0] for line in lines} == {"missing"}
