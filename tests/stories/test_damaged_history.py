"""A history is damaged overnight: its backup is in place, and the person says whether to go on with it."""

from __future__ import annotations

import pytest

from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import a_record
from tests.stories.house import ENTER, ESC, TAB, House


@pytest.fixture
def damaged(house: House) -> House:
    """Two sessions are in the backup; the history itself is rubbish."""
    house.knows_me()
    database = open_database(house.folders.database)
    for number in range(2):
        SessionStore(database).add(a_record(id=str(number), started_at=house.clock.now()))
    database.keep_backup()
    database.close()
    house.folders.database.write_bytes(b"rubbish" * 2000)
    house.open()
    return house


@pytest.mark.parametrize("key", [ENTER, ESC])
def test_it_goes_on_with_the_backup(damaged: House, key: int) -> None:
    assert damaged.sees("It has 2 sessions in it.")
    damaged.press(key)  # type: ignore[arg-type]
    assert not damaged.sees("It has 2 sessions in it.")
    assert len(damaged.sessions) == 2


def test_or_it_starts_empty_and_the_backup_is_kept(damaged: House) -> None:
    damaged.press(TAB, ENTER)
    assert damaged.sessions == ()
    copy = open_database(damaged.folders.data_dir / "hipback.before-restore.sqlite3")
    assert len(SessionStore(copy).records()) == 2
    copy.close()


def test_the_question_comes_once(damaged: House) -> None:
    damaged.press(ENTER)
    damaged.close()
    damaged.open()
    assert not damaged.sees("Your history was damaged")
