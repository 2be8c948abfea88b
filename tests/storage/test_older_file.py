"""Files that an older Hipback exported count as they did there."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from hipback_desktop.core.record import ANY_SHARE
from hipback_desktop.storage.database import Database
from hipback_desktop.storage.exchange import export_sessions, import_sessions
from hipback_desktop.storage.session_store import Merge, SessionStore
from tests.storage.builders import STARTED, a_record

NOW = STARTED + timedelta(days=400)
NEWER = {"json": ((', "set_counts_from": 0.0', ""),), "csv": ((",set_counts_from,", ","), (",,0.0,pigeon", ",,pigeon"))}
"""What stands in a file since sessions say from which share of a set they count, and what stood there before."""


@pytest.fixture(params=NEWER)
def older_file(request: pytest.FixtureRequest, store: SessionStore, tmp_path: Path) -> Path:
    """A file with one session, which says nothing of shares: any second of a set was enough."""
    file = tmp_path / f"older.{request.param}"
    store.add(a_record(1, set_counts_from=ANY_SHARE))
    export_sessions(store, file)
    content = file.read_text(encoding="utf-8")
    for new, old in NEWER[request.param]:
        assert new in content
        content = content.replace(new, old)
    file.write_text(content, encoding="utf-8")
    return file


def test_what_is_new_here_counts_as_it_did_there(older_file: Path, store: SessionStore, database: Database) -> None:
    database.start_empty()
    assert import_sessions(store, older_file, NOW) == Merge(1, 0, 0)
    assert store.records() == (a_record(1, set_counts_from=ANY_SHARE),)


def test_what_is_known_here_counts_as_it_does_here(older_file: Path, store: SessionStore, database: Database) -> None:
    database.start_empty()
    store.add(a_record(1))
    assert import_sessions(store, older_file, NOW) == Merge(0, 0, 1)
    assert store.records() == (a_record(1),)
