"""Whether a program starts as an installed one does, whose modules were compiled once and not at each start."""

from __future__ import annotations

from importlib.util import cache_from_source
from pathlib import Path

_MADE_AT = slice(8, 12)
"""Where a compiled module keeps when its source was changed."""


def is_compiled(source: Path) -> bool:
    """Whether the next start finds the module compiled, and of the source as it is."""
    compiled = Path(cache_from_source(str(source)))
    changed_at = (int(source.stat().st_mtime) & 0xFFFFFFFF).to_bytes(4, "little")
    return compiled.is_file() and compiled.read_bytes()[_MADE_AT] == changed_at
