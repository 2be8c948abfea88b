"""What is measured is a program as people have it: compiled once, and not at each start."""

from __future__ import annotations

import os
import py_compile
from pathlib import Path

import pytest

from tests.bench.compiled import is_compiled


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "module.py"
    path.write_text("A = 1\n", encoding="utf-8")
    return path


def test_a_module_is_compiled_once_that_was_written(source: Path) -> None:
    assert not is_compiled(source)
    py_compile.compile(str(source), doraise=True)
    assert is_compiled(source)


def test_one_that_was_changed_since_is_not(source: Path) -> None:
    py_compile.compile(str(source), doraise=True)
    os.utime(source, (source.stat().st_atime, source.stat().st_mtime + 60))
    assert not is_compiled(source)
