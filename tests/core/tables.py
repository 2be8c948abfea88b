"""Tables of cases in text files: a row a line, columns between bars, ``#`` before what explains them."""

from __future__ import annotations

from pathlib import Path

import pytest


def cases(name: str) -> list[object]:
    """The rows of a table, each a parameter set that goes by the name in its first column."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    rows = ([cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#"))
    return [pytest.param(*row[1:], id=row[0]) for row in rows]
