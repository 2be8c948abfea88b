"""The doctor waits for a player that takes its time, and for one that says nothing no longer than that."""

from __future__ import annotations

import sys
from pathlib import Path

from hipback_desktop.sound.condition import Condition, output_broken
from hipback_desktop.sound.examination import examined_output

FAKE = Path(__file__).with_name("fake_process.py")


def a_player(part: str, folder: Path) -> list[str]:
    return [sys.executable, str(FAKE), "player", part, str(folder)]


def test_a_player_that_starts_slowly_is_waited_for(tmp_path: Path) -> None:
    assert examined_output(a_player("slow", tmp_path)) == Condition(True, "Plays on Speaker.")


def test_a_player_that_never_answers_is_ended(tmp_path: Path) -> None:
    assert examined_output(a_player("hangs", tmp_path), patience_seconds=0.1) == output_broken()


def test_a_player_that_dies_says_so_at_once(tmp_path: Path) -> None:
    assert examined_output([sys.executable, "-c", "pass"]) == output_broken()
