"""A fault of ours is a sentence and a report, never a traceback on somebody's terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hipback_desktop.app.faults import LARGEST_REPORT, Faults
from hipback_desktop.core.errors import UserError


class Stand:
    """Faults with what they told written down."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.told: list[str] = []
        self.faults = Faults(file, self.told.append)

    def meet(self, error: Exception) -> None:
        try:
            raise error
        except Exception:  # noqa: BLE001 - as an event loop would hand it on
            sys.excepthook(*sys.exc_info())


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    before = sys.excepthook
    stand = Stand(tmp_path / "faults.txt")
    yield stand
    stand.faults.release()
    assert sys.excepthook is before


def test_what_the_user_can_mend_is_told_in_its_own_words(stand: Stand) -> None:
    stand.meet(UserError("The disk is full; make room."))
    assert stand.told == ["The disk is full; make room."]
    assert not stand.file.exists()


def test_a_bug_is_told_in_a_sentence_that_names_the_report(stand: Stand) -> None:
    stand.meet(KeyError("lost"))
    assert len(stand.told) == 1
    assert str(stand.file) in stand.told[0]
    assert "KeyError: 'lost'" in stand.file.read_text(encoding="utf-8")
    assert stand.file.stat().st_mode & 0o077 == 0


def test_the_report_keeps_the_newest_and_does_not_grow_for_ever(stand: Stand) -> None:
    stand.file.write_text("old" * LARGEST_REPORT, encoding="utf-8")
    stand.meet(ValueError("new"))
    kept = stand.file.read_text(encoding="utf-8")
    assert len(kept) == LARGEST_REPORT
    assert "ValueError: new" in kept


def test_a_report_that_cannot_be_written_is_told_without_its_file(tmp_path: Path, stand: Stand) -> None:
    stand.file.mkdir()
    stand.meet(ValueError("new"))
    assert stand.told == ["Something went wrong in Hipback itself. It goes on."]
