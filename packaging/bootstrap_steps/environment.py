"""The virtual environment and the Python packages in it; a half-made one is never trusted."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from bootstrap_steps import SetupError

_LAST_WORDS = 5


def lacks_venv() -> bool:
    """Debian keeps ``ensurepip``, without which no environment gets a pip, in a package of its own."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None


class Environment:
    """``.venv`` beside pyproject.toml.

    ``unfinished`` lies in it while it is made or installed into: whoever finds it there was preceded by a power cut or
    Ctrl+C, and starts over. ``made-for`` names the Python and the place it is for: it can be moved to no other.
    """

    def __init__(self, root: Path, python: Path) -> None:
        self._root = root
        self._python = python
        self._folder = root / ".venv"
        self._unfinished = self._folder / "unfinished"
        self._made_for = self._folder / "made-for"
        self._identity = f"{sys.version}\n{sys.base_prefix}\n{root}\n"

    def is_usable(self) -> bool:
        if self._unfinished.exists() or not self._python.exists():
            return False
        # without the mark it is the user's own
        return not self._made_for.exists() or self._made_for.read_text(encoding="utf-8") == self._identity

    def make(self) -> None:
        print("Making a Python environment in .venv ...", flush=True)
        if self._folder.exists():
            shutil.rmtree(self._folder)
        self._folder.mkdir()
        self._unfinished.touch()
        # the base Python: this may run inside the very environment that was just removed
        base = getattr(sys, "_base_executable", None) or sys.executable
        made = self._run([base, "-m", "venv", str(self._folder)])
        _demand(made, "The Python environment could not be made.")
        self._made_for.write_text(self._identity, encoding="utf-8")

    def is_installed(self, fingerprint: str, *, for_tests: bool) -> bool:
        """Whether everything that ``fingerprint`` stands for is in; the tests need all the program does."""
        marks = [self._mark(for_tests=wider) for wider in {True, for_tests}]
        return any(mark.exists() and mark.read_text(encoding="utf-8") == fingerprint for mark in marks)

    def install(self, fingerprint: str, *, for_tests: bool) -> None:
        if "musl" in str(sysconfig.get_config_var("HOST_GNU_TYPE")):
            raise SetupError("Qt for Python is not published for musl systems such as Alpine Linux; use a glibc one.")
        print("Installing Python packages into .venv (the first time about 250 MB are fetched) ...", flush=True)
        pip = [str(self._python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-q"]
        pip += ["--root-user-action=ignore", "-c", str(Path("packaging", "constraints.txt"))]
        self._unfinished.touch()
        installed = self._run([*pip, "-e", ".[test]" if for_tests else "."])
        self._unfinished.unlink()  # after a failure as well: pip noticed it, and put back what it had begun
        _demand(installed, "The Python packages could not be installed; are you online? The same command continues.")
        self._mark(for_tests=for_tests).write_text(fingerprint, encoding="utf-8")

    def _mark(self, *, for_tests: bool) -> Path:
        return self._folder / ("installed-test" if for_tests else "installed-run")

    def _run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self._root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )


def _demand(result: subprocess.CompletedProcess[str], sentence: str) -> None:
    if result.returncode:
        lines = [line.strip() for line in result.stdout.splitlines() if line.strip()]
        errors = [line for line in lines if line.startswith("ERROR:")]
        raise SetupError("\n    ".join([f"{sentence} What was said last:", *(errors or lines)[-_LAST_WORDS:]]))
