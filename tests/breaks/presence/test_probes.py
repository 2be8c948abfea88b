"""What the other probes make of what they find; those of Windows and macOS without either."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hipback_desktop.breaks.presence.calls_windows import CallsWindows, Use
from hipback_desktop.breaks.presence.camera import Camera
from hipback_desktop.breaks.presence.command import CommandError, output_of
from hipback_desktop.breaks.presence.desktop_reminds import desktop_reminds_gnome, has_movement
from hipback_desktop.breaks.presence.do_not_disturb import undisturbed_gnome
from hipback_desktop.breaks.presence.gnome_setting import GnomeSetting
from hipback_desktop.breaks.presence.idle_macos import IdleMacos
from hipback_desktop.breaks.presence.idle_windows import IdleWindows
from hipback_desktop.breaks.presence.notification_state_windows import NotificationState, NotificationStateWindows
from hipback_desktop.breaks.presence.reading import Sign, Unknown, read_safely
from hipback_desktop.breaks.presence.table import probes_of

GNOME = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}


def setting(environment: dict[str, str], output: Callable[..., str]) -> GnomeSetting:
    return GnomeSetting("name", Sign.DESKTOP_REMINDS, ("org.example", "key"), has_movement, environment, output)


@pytest.mark.parametrize(
    ("printed", "reminds"),
    [("@as []\n", False), ("['eyesight']\n", False), ("['eyesight', 'movement']\n", True), ("", False)],
)
def test_gnome_reminds_when_movement_is_among_its_breaks(printed: str, reminds: bool) -> None:
    commands: list[tuple[str, ...]] = []

    def output(*command: str) -> str:
        commands.append(command)
        return printed

    assert setting(GNOME, output).read() is reminds
    assert commands == [("gsettings", "get", "org.example", "key")]


@pytest.mark.parametrize("desktop", [{}, {"XDG_CURRENT_DESKTOP": "KDE"}, {"XDG_CURRENT_DESKTOP": "X-GNOMEISH"}])
def test_the_settings_of_gnome_mean_nothing_elsewhere(desktop: dict[str, str]) -> None:
    for probe in (desktop_reminds_gnome(desktop), undisturbed_gnome(desktop)):
        assert probe.read() == Unknown("It does not run here.")


def test_a_setting_that_cannot_be_read_says_why() -> None:
    def output(*command: str) -> str:
        raise CommandError("The program gsettings is not installed.")

    assert setting(GNOME, output).read() == Unknown("The program gsettings is not installed.")


def test_a_command_says_why_nothing_came() -> None:
    assert output_of(sys.executable, "-c", "print('yes')").strip() == "yes"
    with pytest.raises(CommandError, match="not installed"):
        output_of("hipback-never-heard-of")
    with pytest.raises(CommandError, match="does not tell"):
        output_of(sys.executable, "-c", "raise SystemExit(3)")


def held_camera(folder: Path, *held: str) -> Camera:
    """A computer with one camera, and a program that holds these files open; another's cannot be looked into."""
    devices, processes = folder / "dev", folder / "proc"
    descriptors = processes / "42" / "fd"
    descriptors.mkdir(parents=True)
    devices.mkdir()
    (devices / "video0").touch()
    (processes / "self").mkdir()
    (processes / "43").mkdir()
    for number, name in enumerate(held):
        (descriptors / str(number)).symlink_to(devices / name)
    return Camera(devices, processes)


def test_a_camera_that_is_held_open_is_in_use(tmp_path: Path) -> None:
    assert held_camera(tmp_path, "null", "video0").read() is True


def test_one_that_nobody_holds_is_not(tmp_path: Path) -> None:
    assert held_camera(tmp_path, "null", "video1").read() is False


def test_without_a_camera_there_is_none_in_use(tmp_path: Path) -> None:
    camera = held_camera(tmp_path, "video0")
    (tmp_path / "dev" / "video0").unlink()
    assert camera.read() is False


@pytest.mark.parametrize(
    ("uses", "reading"),
    [([], False), ([Use(0, 0)], False), ([Use(5, 9)], False), ([Use(5, 9), Use(12, 0)], True)],
)
def test_windows_shows_a_use_that_has_not_ended(uses: list[Use], reading: bool) -> None:
    asked: list[str] = []

    def registered(device: str) -> list[Use]:
        asked.append(device)
        return uses

    assert CallsWindows("webcam", registered).read() is reading
    assert asked == ["webcam"]


def test_24_windows_counts_over_the_end_of_its_counter() -> None:
    assert IdleWindows(lambda: (2**32 - 1000, 2000)).read() == 3.0
    assert IdleWindows(lambda: (5000, 65_000)).read() == 60.0


def test_macos_counts_in_seconds() -> None:
    assert read_safely(IdleMacos(lambda: 7.25)) == 7.25
    assert isinstance(read_safely(IdleMacos(lambda: -1.0)), Unknown)


@pytest.mark.parametrize(
    ("state", "fills", "undisturbed"),
    [
        (NotificationState.ACCEPTS_NOTIFICATIONS, False, False),
        (NotificationState.RUNNING_D3D_FULL_SCREEN, True, False),
        (NotificationState.BUSY, True, False),
        (NotificationState.PRESENTATION_MODE, False, True),
        (NotificationState.QUIET_TIME, False, True),
        (NotificationState.APP, False, False),
    ],
)
def test_windows_says_why_it_would_show_nothing(state: int, fills: bool, undisturbed: bool) -> None:
    assert NotificationStateWindows(Sign.FULL_SCREEN, lambda: state, lambda: False).read() is fills
    assert NotificationStateWindows(Sign.UNDISTURBED, lambda: state, lambda: True).read() is undisturbed


def test_a_window_of_our_own_fills_no_screen() -> None:
    assert NotificationStateWindows(Sign.FULL_SCREEN, lambda: NotificationState.BUSY, lambda: True).read() is False


def test_a_state_that_windows_never_told_of_is_unknown() -> None:
    assert isinstance(read_safely(NotificationStateWindows(Sign.FULL_SCREEN, lambda: 99)), Unknown)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_platform_knows_the_idle_time_first_and_each_probe_by_its_own_name(platform: str) -> None:
    probes = probes_of(platform, {})
    names = [probe.name for probe in probes]
    assert probes[0].sign is Sign.IDLE
    assert len(set(names)) == len(names)


def test_linux_has_a_probe_for_every_sign() -> None:
    assert {probe.sign for probe in probes_of("linux", {})} == {*Sign}


@pytest.mark.skipif(sys.platform == "win32", reason="they work there")
def test_the_probes_of_another_platform_are_unknown_here() -> None:
    for probe in probes_of("win32", {}):
        assert isinstance(read_safely(probe), Unknown)


def test_no_desktop_at_all_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container or over ssh: no bus, no X server, no desktop's programs."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    monkeypatch.setenv("PATH", "")
    readings: dict[str, Any] = {probe.name: read_safely(probe) for probe in probes_of("linux", {})}
    assert {name for name, reading in readings.items() if not isinstance(reading, Unknown)} == {"camera"}
    assert json.dumps([reading.reason for name, reading in readings.items() if name != "camera"])
