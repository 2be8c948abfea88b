"""The bundle is its own sound processes as well, and keeps its libraries to itself."""

from __future__ import annotations

import os

import pytest
from bundle import entry


@pytest.mark.parametrize("before", [None, "/srv/lib"])
def test_programs_that_are_asked_from_the_bundle_find_their_own_libraries(
    monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/srv/hipback/_internal")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    monkeypatch.setattr(entry, "run_child", lambda arguments: os.environ.get("LD_LIBRARY_PATH") != before)
    assert entry.main() == 0
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_a_bundle_that_is_asked_to_be_a_sound_process_opens_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["hipback", "--sound-process", "player"])
    monkeypatch.setattr(entry, "run_child", lambda arguments: 7 if arguments == ["--sound-process", "player"] else None)
    assert entry.main() == 7
