"""Starting at login is off until asked, names the very program that asks, and can be taken back, on each platform."""

from __future__ import annotations

import plistlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hipback_desktop.core.errors import UserError
from hipback_desktop.desktop.autostart import Autostart, launch_words, new_autostart
from hipback_desktop.desktop.autostart_macos import LaunchAgent
from hipback_desktop.desktop.autostart_windows import APPROVED, RUN, RunKey
from hipback_desktop.desktop.autostart_xdg import DesktopEntry, exec_line

WORDS = ("/opt/a b/hipback", "--tray")
AWKWARD = ("/srv/a b/hip$back", 'say "hi"', "back\\slash", "100%", "`tick`", "plain", "it's", "")


class FakeRegistry:
    """Values by key; ``refuses`` is a registry that may not be touched."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.values: dict[str, object] = {}
        self._refuses = refuses

    def read(self, key: str) -> object:
        self._check()
        return self.values.get(key)

    def write(self, key: str, text: str) -> None:
        self._check()
        self.values[key] = text

    def delete(self, key: str) -> None:
        self._check()
        self.values.pop(key, None)

    def _check(self) -> None:
        if self._refuses:
            raise PermissionError(5, "Access is denied")


def of_platform(name: str, folder: Path) -> Autostart:
    if name == "windows":
        return RunKey(FakeRegistry(), WORDS)
    return LaunchAgent(folder, WORDS) if name == "macos" else DesktopEntry(folder, WORDS)


def read_exec(line: str) -> list[str]:
    """The words of an ``Exec`` value, read as the specification of desktop entries says."""
    line = line.replace("\\\\", "\\")
    words = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', line)
    return [plain or re.sub(r"\\(.)", r"\1", quoted).replace("%%", "%") for quoted, plain in words]


@pytest.mark.parametrize("platform", ["linux", "macos", "windows"])
def test_it_is_off_until_asked_and_can_be_taken_back(platform: str, tmp_path: Path) -> None:
    autostart = of_platform(platform, tmp_path / "not there yet")
    assert not autostart.is_on()
    autostart.switch(False)
    for _twice in range(2):
        autostart.switch(True)
        assert autostart.is_on()
    autostart.switch(False)
    assert not autostart.is_on()


def test_on_linux_an_entry_names_the_program(tmp_path: Path) -> None:
    DesktopEntry(tmp_path, WORDS).switch(True)
    lines = (tmp_path / "hipback.desktop").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert 'Exec="/opt/a b/hipback" --tray' in lines
    assert "Terminal=false" in lines


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "hidden = True"])
def test_on_linux_an_entry_that_the_desktop_switched_off_is_off(tmp_path: Path, line: str) -> None:
    entry = DesktopEntry(tmp_path, WORDS)
    entry.switch(True)
    path = tmp_path / "hipback.desktop"
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    assert not entry.is_on()
    entry.switch(True)
    assert entry.is_on()


def test_on_linux_every_word_arrives_as_it_is() -> None:
    assert read_exec(exec_line(AWKWARD)) == list(AWKWARD)


def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for autostart in (DesktopEntry(tmp_path / "file", WORDS), LaunchAgent(tmp_path / "file", WORDS)):
        assert not autostart.is_on()
        with pytest.raises(UserError, match="cannot be changed"):
            autostart.switch(True)


def test_a_sandbox_is_told_of_and_off_stays_possible(tmp_path: Path) -> None:
    autostart = new_autostart(WORDS, "linux", {"XDG_CONFIG_HOME": str(tmp_path), "SNAP": "/snap/hipback/1"})
    with pytest.raises(UserError, match="sandbox"):
        autostart.switch(True)
    autostart.switch(False)
    assert not autostart.is_on()


def test_on_macos_the_agent_is_a_property_list(tmp_path: Path) -> None:
    LaunchAgent(tmp_path, WORDS).switch(True)
    (path,) = tmp_path.iterdir()
    agent = plistlib.loads(path.read_bytes())
    assert agent["ProgramArguments"] == list(WORDS)
    assert agent["RunAtLoad"] is True
    assert path.name == f"{agent['Label']}.plist"


def test_on_windows_the_command_is_one_line() -> None:
    registry = FakeRegistry()
    RunKey(registry, ("C:\\Program Files\\Hipback\\hipback.exe", "--tray")).switch(True)
    assert registry.values == {RUN: '"C:\\Program Files\\Hipback\\hipback.exe" --tray'}


def test_on_windows_the_settings_may_have_switched_it_off() -> None:
    registry = FakeRegistry()
    autostart = RunKey(registry, WORDS)
    autostart.switch(True)
    registry.values[APPROVED] = bytes([3]) + bytes(11)
    assert not autostart.is_on()
    registry.values[APPROVED] = bytes([2]) + bytes(11)
    assert autostart.is_on()
    registry.values[APPROVED] = bytes([3]) + bytes(11)
    autostart.switch(True)
    assert autostart.is_on()


def test_on_windows_a_registry_that_refuses_is_told_of() -> None:
    autostart = RunKey(FakeRegistry(refuses=True), WORDS)
    assert not autostart.is_on()
    with pytest.raises(UserError, match="Access is denied"):
        autostart.switch(True)


def test_each_platform_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for platform, file in (
        ("linux", ".config/autostart/hipback.desktop"),
        ("darwin", "Library/LaunchAgents/hipback.tray.plist"),
    ):
        new_autostart(WORDS, platform, {}).switch(True)
        assert (tmp_path / file).is_file()
    assert isinstance(new_autostart(WORDS, "win32", {}), RunKey)


def test_an_installed_hipback_is_started_by_its_command(tmp_path: Path) -> None:
    (tmp_path / "hipback").write_text("")
    words = launch_words(executable=tmp_path / "python3", is_frozen=False)
    assert words == (str(tmp_path / "hipback"), "--tray")


def test_a_data_folder_of_ones_own_is_kept(tmp_path: Path) -> None:
    (tmp_path / "hipback").write_text("")
    words = launch_words(Path("mine"), tmp_path / "python3", is_frozen=False)
    assert words[1:] == ("--data-dir", str(Path.cwd() / "mine"), "--tray")


def test_a_bundle_is_started_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert launch_words(executable=tmp_path / "Hipback", is_frozen=True) == (str(tmp_path / "Hipback"), "--tray")
    monkeypatch.setenv("APPIMAGE", "/apps/Hipback.AppImage")  # the bundle itself is only mounted while it runs
    assert launch_words(executable=tmp_path / "Hipback", is_frozen=True) == ("/apps/Hipback.AppImage", "--tray")


def test_on_windows_no_terminal_opens(tmp_path: Path) -> None:
    (tmp_path / "pythonw.exe").write_text("")
    words = launch_words(executable=tmp_path / "python.exe", root=Path("C:/check out"), is_frozen=False)
    assert words[:2] == (str(tmp_path / "pythonw.exe"), "-c")


def test_of_a_bundle_for_windows_the_program_without_a_terminal_is_started(tmp_path: Path) -> None:
    words = launch_words(executable=tmp_path / "hipback.com", is_frozen=True)
    assert words == (str(tmp_path / "hipback.exe"), "--tray")


def test_a_checkout_is_started_from_any_folder(tmp_path: Path) -> None:
    """With --version in the place of --tray: what starts is this Hipback."""
    odd = tmp_path / "a 'b\" %c"
    odd.mkdir()
    (odd / "python").symlink_to(sys.executable)
    words = launch_words(executable=odd / "python", is_frozen=False)
    assert words[-1] == "--tray"
    command = read_exec(exec_line((*words[:-1], "--version")))
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env={})
    assert done.stdout.startswith("hipback "), done.stderr
