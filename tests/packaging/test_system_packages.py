"""What the bootstrap finds missing on a system, and how it asks for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from bootstrap_steps import SetupError, missing, system_packages
from bootstrap_steps.library_table import LIBRARIES
from bootstrap_steps.system_packages import Machine


class FakeMachine:
    """A computer with these programs and these packages in its lists, whose user answers ``consents``."""

    def __init__(
        self,
        *programs: str,
        packages: Sequence[str] = (),
        root: bool = False,
        consents: bool = True,
        fails: bool = False,
    ) -> None:
        self.ran: list[str] = []
        self._fails = fails
        self.machine = Machine(
            which=lambda name: f"/usr/bin/{name}" if name in programs else None,
            run=self._run,
            knows_package=lambda name: name in packages,
            consents=lambda: consents,
            is_root=root,
        )

    def _run(self, command: Sequence[str]) -> int:
        self.ran.append(" ".join(command))
        return 100 if self._fails else 0


def test_the_missing_library_is_read_from_the_loaders_words() -> None:
    says = "cannot open shared object file: No such file or directory"
    messages = [f"libxcb-cursor.so.0: {says}", f"libGL.so.1: {says}", f"libGL.so.1: {says}", f"libstdc++.so.6: {says}"]
    assert missing.missing_libraries(messages) == ["libxcb-cursor.so.0", "libGL.so.1", "libstdc++.so.6"]


@pytest.mark.parametrize(
    "message",
    [
        "/x/PySide6/Qt/plugins/platforms/libqxcb.so: cannot open shared object file: No such file or directory",
        "/lib/libc.so.6: version `GLIBC_2.34' not found (required by libQt6Core.so.6)",
        "No module named 'PySide6'",
    ],
)
def test_other_failures_are_no_missing_library(message: str) -> None:
    assert missing.missing_libraries([message]) == []


def test_libraries_of_a_screen_are_looked_for_only_where_there_is_one() -> None:
    assert missing.screens({}) == {"any"}
    assert missing.screens({"DISPLAY": ":0"}) == {"any", "x11"}
    assert missing.screens({"DISPLAY": "", "WAYLAND_DISPLAY": "wayland-0"}) == {"any", "wayland"}


def test_every_library_is_named_once() -> None:
    files = [library.file for library in LIBRARIES]
    assert len(files) == len(set(files))


def test_no_second_sound_server_is_put_beside_pipewire() -> None:
    assert missing.test_programs(FakeMachine().machine.which) == ["pulseaudio", "parec"]
    assert missing.test_programs(FakeMachine("pipewire-pulse").machine.which) == ["parec"]
    assert missing.test_programs(FakeMachine("pulseaudio", "parec").machine.which) == []


@pytest.mark.parametrize(
    ("program", "packages"),
    [
        ("apt-get", "fonts-dejavu-core libxcb-cursor0"),
        ("dnf", "dejavu-sans-fonts libxcb-cursor.so.0()(64bit)"),
        ("zypper", "dejavu-fonts libxcb-cursor.so.0()(64bit)"),
        ("pacman", "ttf-dejavu xcb-util-cursor"),
    ],
)
def test_each_package_manager_is_asked_in_its_own_words(program: str, packages: str) -> None:
    computer = FakeMachine(program, root=True)
    system_packages.provide(["libxcb-cursor.so.0", "font"], computer.machine)
    assert program in computer.ran[-1]
    assert computer.ran[-1].endswith(" " + packages)


@pytest.mark.parametrize(
    ("lists", "package"),
    [
        (["libglib2.0-0", "libglib2.0-0t64"], "libglib2.0-0t64"),
        (["libglib2.0-0"], "libglib2.0-0"),
        ([], "libglib2.0-0"),
    ],
)
def test_of_debians_names_the_newest_that_its_lists_know_is_taken(lists: list[str], package: str) -> None:
    computer = FakeMachine("apt-get", packages=lists, root=True)
    system_packages.provide(["libglib-2.0.so.0", "libgthread-2.0.so.0"], computer.machine)
    assert computer.ran[0].endswith("update")
    assert computer.ran[1].endswith(" --no-remove " + package)


def test_sudo_is_used_where_the_user_is_not_root() -> None:
    computer = FakeMachine("apt-get", "sudo")
    system_packages.provide(["font"], computer.machine)
    assert all(command.startswith("sudo env DEBIAN_FRONTEND=noninteractive apt-get") for command in computer.ran)


def test_without_rights_the_one_command_to_type_is_shown() -> None:
    computer = FakeMachine("pacman")
    with pytest.raises(SetupError) as refusal:
        system_packages.provide(["libGL.so.1", "libEGL.so.1"], computer.machine)
    assert computer.ran == []
    assert str(refusal.value) == (
        "This needs root, and there is no sudo. As root, type:\n\n"
        "    pacman -S --needed --noconfirm libglvnd\n\n"
        "and then start this again."
    )


def test_a_user_who_declines_is_told_the_command_and_nothing_is_installed() -> None:
    computer = FakeMachine("dnf", "sudo", consents=False)
    with pytest.raises(SetupError, match=r"Nothing was installed.*\n\n    sudo dnf install -y dejavu-sans-fonts\n"):
        system_packages.provide(["font"], computer.machine)
    assert computer.ran == []


def test_what_and_why_is_said_before_anything_happens(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SetupError):
        system_packages.provide(["libpulse.so.0"], FakeMachine("zypper", "sudo", consents=False).machine)
    said = capsys.readouterr().out
    assert "libpulse.so.0            to play sound" in said
    assert "libpulse.so.0()(64bit)" in said


def test_a_failed_installation_is_said_with_the_command() -> None:
    with pytest.raises(SetupError, match="dnf failed, see above"):
        system_packages.provide(["font"], FakeMachine("dnf", root=True, fails=True).machine)


def test_an_unknown_library_is_named_instead_of_guessed_at() -> None:
    with pytest.raises(SetupError, match=r"Which package brings libnew\.so\.1 is not known here"):
        system_packages.provide(["libnew.so.1"], FakeMachine("apt-get", root=True).machine)


def test_without_a_known_package_manager_the_user_is_asked_to_install() -> None:
    with pytest.raises(SetupError, match="No package manager known here"):
        system_packages.provide(["font"], FakeMachine(root=True).machine)
