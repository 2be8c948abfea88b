"""``hipback doctor``: what works here, with the real voice and whatever sound there is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hipback_desktop.breaks.presence.reading import Sign
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
