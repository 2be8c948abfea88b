"""The preparations in their order: environment, Python packages, what the system must bring."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bootstrap_steps import SetupError, environment, missing, system_packages

_ROUNDS = 5  # a library that was just installed may reveal the next one; more rounds than this means going in circles


def prepare(root: str, python: str, fingerprint: str, *, for_tests: bool, yes: bool) -> None:
    """Makes this checkout ready to run, or to be tested; raises :class:`SetupError` with a sentence."""
    machine = system_packages.this_machine(yes)
    venv = environment.Environment(Path(root), Path(python))
    if not venv.is_usable():
        if environment.lacks_venv():
            system_packages.provide(["ensurepip"], machine)
        venv.make()
    if not venv.is_installed(fingerprint, for_tests=for_tests):
        venv.install(fingerprint, for_tests=for_tests)
    if sys.platform.startswith("linux"):
        _complete_system(python, machine, for_tests=for_tests)


def _complete_system(python: str, machine: system_packages.Machine, *, for_tests: bool) -> None:
    needs: list[str] = []
    for _ in range(_ROUNDS):
        before = needs
        needs = missing.libraries(python, missing.screens(os.environ)) + missing.fonts(machine.which)
        if for_tests:
            needs += missing.test_programs(machine.which)
        if not needs:
            return
        if needs == before:
            break
        system_packages.provide(needs, machine)
    raise SetupError(f"Still missing after an installation: {', '.join(needs)}. Please install them by hand.")
