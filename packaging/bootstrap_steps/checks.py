"""Every check of the project, one after the other; all are run, and those that failed are named at the end."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_TOOLS: Final = (
    ("style (ruff check)", ("-m", "ruff", "check", ".")),
    ("format (ruff format --check)", ("-m", "ruff", "format", "--check", ".")),
    ("types (mypy --strict)", ("-m", "mypy")),
    ("layers (lint-imports)", ("-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-logo")),
)

_ON_ALL_CORES: Final = ("-n", "auto", "--dist", "worksteal")
"""A test of timing steps its clock, so that none minds the others beside it."""


def run_checks(root: str, python: str, pytest_arguments: Sequence[str]) -> int:
    failed = []
    for name, words in (*_TOOLS, ("tests (pytest)", ("-m", "pytest", *_ON_ALL_CORES, *pytest_arguments))):
        print(f"\n== {name}", flush=True)
        if subprocess.run([python, *words], cwd=root, env=_environment(python), check=False).returncode:
            failed.append(name)
    print("\nFAILED: " + ", ".join(failed) if failed else "\nAll checks passed.", flush=True)
    return 1 if failed else 0


def _environment(python: str) -> dict[str, str]:
    """Programs of .venv are found first: the tests start some by name."""
    return {**os.environ, "PATH": os.pathsep.join([str(Path(python).parent), os.environ.get("PATH", os.defpath)])}
