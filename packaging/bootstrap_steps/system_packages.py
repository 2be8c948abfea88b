"""Installs what the system lacks, with its own package manager: says what and why, asks, or prints the one command."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bootstrap_steps import SetupError
from bootstrap_steps.library_table import APT, DNF, PACMAN, ZYPPER

_WHY: Final[Mapping[str, str]] = {
    "ensurepip": "to make a Python environment",
    "font": "any font at all: text is empty boxes without",
    "pulseaudio": "a sound server for the sound tests",
    "parec": "records what the sound tests hear",
    "libpulse.so.0": "to play sound",
}


@dataclass(frozen=True)
class Machine:
    """What an installation asks of the computer it runs on."""

    which: Callable[[str], str | None]
    run: Callable[[Sequence[str]], int]
    knows_package: Callable[[str], bool]
    consents: Callable[[], bool]
    is_root: bool


@dataclass(frozen=True)
class Manager:
    """A package manager: how it is told to install, after what, and what it calls the things we need.

    ``unattended`` takes the place of the program's name where nobody is there to answer or to wait.
    """

    program: str
    unattended: tuple[str, ...]
    before: tuple[tuple[str, ...], ...]
    install: tuple[str, ...]
    package: Callable[[str, Machine], str | None]


def provide(needs: Sequence[str], machine: Machine) -> None:
    """Installs the packages that bring ``needs``, or raises :class:`SetupError` with what to type."""
    manager = manager_of(machine)
    reasons = [f"    {need:24} {_WHY.get(need, 'for the windows')}" for need in needs]
    print("Hipback needs from this system, and does not find:", *reasons, sep="\n", flush=True)
    if manager is None:
        raise SetupError("No package manager known here. Please install what is named above, then start this again.")
    sudo = _rights(machine)
    command = install_command(manager, needs, machine)
    if sudo is None:
        raise SetupError(advice("This needs root, and there is no sudo. As root, type", manager, command, ()))
    print(f"To be installed with:\n    {shlex.join([*sudo, *command])}", flush=True)
    if not machine.consents():
        raise SetupError(advice("Nothing was installed. To do it yourself, type", manager, command, sudo))
    for step in manager.before:
        machine.run(
            [*sudo, *manager.unattended, *step[1:]]
        )  # out-of-date lists may still do; if not, the next step says so
    command = install_command(manager, needs, machine)
    if machine.run([*sudo, *manager.unattended, *command[1:]]):
        raise SetupError(
            advice(f"{manager.program} failed, see above. To try it yourself, type", manager, command, sudo)
        )


def advice(sentence: str, manager: Manager, command: Sequence[str], sudo: Sequence[str]) -> str:
    """A sentence and the one line to type."""
    line = " && ".join(shlex.join([*sudo, *step]) for step in (*manager.before, command))
    return f"{sentence}:\n\n    {line}\n\nand then start this again."


def install_command(manager: Manager, needs: Sequence[str], machine: Machine) -> list[str]:
    packages = {need: manager.package(need, machine) for need in needs}
    unknown = [need for need, package in packages.items() if package is None]
    if unknown:
        raise SetupError(f"Which package brings {', '.join(unknown)} is not known here; please install it by hand.")
    return [*manager.install, *sorted({package for package in packages.values() if package})]


def manager_of(machine: Machine) -> Manager | None:
    return next((manager for manager in _MANAGERS if machine.which(manager.program)), None)


def this_machine(yes: bool) -> Machine:
    return Machine(
        which=shutil.which,
        run=_run,
        knows_package=_knows_package,
        consents=(lambda: True) if yes else _ask,
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
    )


def _run(command: Sequence[str]) -> int:
    """Shows only what went wrong; sudo asks for the password on the terminal itself."""
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False).returncode


def _knows_package(name: str) -> bool:
    """Whether apt's lists have a package of this name, not merely one that replaces it."""
    return subprocess.run(["apt-cache", "show", name], capture_output=True, check=False).returncode == 0


def _ask() -> bool:
    if not sys.stdin.isatty():
        return False
    return input("Install now? [Y/n] ").strip().lower() in ("", "y", "yes")


def _rights(machine: Machine) -> tuple[str, ...] | None:
    if machine.is_root:
        return ()
    return ("sudo",) if machine.which("sudo") else None


def _apt_package(need: str, machine: Machine) -> str | None:
    """The first name this release knows; the last when its lists are still empty."""
    names = APT.get(need, ())
    return next((name for name in names if machine.knows_package(name)), names[-1] if names else None)


def _rpm_package(need: str, names: Mapping[str, str]) -> str | None:
    if ".so" in need:
        return f"{need}()(64bit)"
    return names.get(need)


_MANAGERS: Final = (
    Manager(
        program="apt-get",
        unattended=("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"),
        before=(("apt-get", "update"),),
        # never takes away what is there, such as a desktop's own sound server
        install=("apt-get", "install", "-y", "--no-install-recommends", "--no-remove"),
        package=_apt_package,
    ),
    Manager("dnf", ("dnf",), (), ("dnf", "install", "-y"), lambda need, _: _rpm_package(need, DNF)),
    Manager(
        program="zypper",
        unattended=("zypper",),
        before=(),
        install=("zypper", "--non-interactive", "install", "--no-recommends"),
        package=lambda need, _: _rpm_package(need, ZYPPER),
    ),
    Manager("pacman", ("pacman",), (), ("pacman", "-S", "--needed", "--noconfirm"), lambda need, _: PACMAN.get(need)),
)
