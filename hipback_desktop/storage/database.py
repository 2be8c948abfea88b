"""The one SQLite file: opened, checked, brought up to date, put aside when damaged; its transactions."""

from __future__ import annotations

import logging
import os
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.storage.backup import PRIVATE_FILE, back_up, beside, put_aside, restore
from hipback_desktop.storage.faults import IN_USE_TEXT, DamagedError, faults_told, is_busy, is_damage, told
from hipback_desktop.storage.inspection import inspect, prepare, suspicion
from hipback_desktop.storage.migrations import APPLICATION_ID, MIGRATIONS, migrate, version_of
from hipback_desktop.storage.recovery import notice_of, recovery_from
from hipback_desktop.storage.whole_file import sweep

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from hipback_desktop.storage.migrations import Migration
    from hipback_desktop.storage.recovery import Recovery

logger = logging.getLogger(__name__)

PATIENCE_SECONDS: Final = 2.0
EXPENDABLE_PATIENCE_SECONDS: Final = 0.02
PAGES_BETWEEN_CHECKPOINTS: Final = 4_000  # more than an hour of journalling without a wait for the disk
KEPT_JOURNAL_BYTES: Final = 1_000_000
SQLITE_SLEEPS_SECONDS: Final = 0.25  # between two attempts of a backup, as Python's sqlite3 has it
MOST_ATTEMPTS: Final = 20
PRIVATE_FOLDER: Final = 0o700


class Database:
    """An open database; ``notices`` has a sentence for the user when opening it had to put something right."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        notices: tuple[str, ...] = (),
        recovery: Recovery | None = None,
    ) -> None:
        self.path = path
        self.notices = notices
        self.recovery = recovery
        self._connection = connection
        self._manner: tuple[str, float] | None = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Several queries that see one state of the data."""
        with self._transaction("BEGIN", "FULL") as connection:
            yield connection

    @contextmanager
    def writing(self, *, is_durable: bool = True) -> Iterator[sqlite3.Connection]:
        """Changes that happen together or not at all; when durable, they outlast a power cut the moment this ends."""
        with self._transaction("BEGIN IMMEDIATE", "FULL" if is_durable else "NORMAL") as connection:
            yield connection

    def write_or_skip(self, statement: str, values: Sequence[Any]) -> bool:
        """One change that survives a crash of the program and is not worth waiting for; False when it was skipped."""
        import sqlite3  # deferred: see faults_told

        try:
            self._behave("NORMAL", EXPENDABLE_PATIENCE_SECONDS)
            self._connection.execute(statement, values)
        except sqlite3.Error as error:
            if not is_busy(error):
                raise self._told(error) from error
            logger.info("Skipped a write: %s is in use", self.path)
            return False
        return True

    def checkpoint(self) -> None:
        """Moves what was journalled into the database now, rather than at a moment when somebody waits."""
        with faults_told(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def keep_backup(self) -> None:
        """Renews the backup that is brought back after damage; takes milliseconds per megabyte."""
        with faults_told(self.path):
            sweep(self.path.parent)
        self.copy_to(beside(self.path, "backup"))

    def copy_to(self, target: Path) -> None:
        """Makes a file of everything as it is now, in place of one that is there."""
        import sqlite3  # deferred: see faults_told

        try:
            is_kept = back_up(self._connection, target)
        except sqlite3.Error as error:
            raise self._told(error) from error
        except OSError as error:
            raise told(error, self.path) from error
        if not is_kept:
            self._remember_damage()
            raise DamagedError(self.path)

    def replace_content(self, other: Database) -> None:
        """Puts the content of another database in the place of this one's, in one step for all who use it.

        What was there is kept as the copy ``before-restore``.
        """
        self.copy_to(beside(self.path, "before-restore"))
        attempts = 0

        def give_up_sometime(_status: int, _remaining: int, _total: int) -> None:
            nonlocal attempts
            attempts += 1
            if attempts > PATIENCE_SECONDS / SQLITE_SLEEPS_SECONDS:
                raise UserError(_(IN_USE_TEXT).format(path=self.path))

        with faults_told(self.path):
            other._connection.backup(self._connection, progress=give_up_sometime)
            self._connection.execute("PRAGMA journal_mode = WAL").fetchone()

    def start_empty(self) -> None:
        """Takes everything out; what was there is kept as the copy ``before-restore``."""
        self.copy_to(beside(self.path, "before-restore"))
        with self.writing() as connection:
            for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own tables

    def close(self) -> None:
        """Ends the connection; the last one leaves a single file behind, which says that all is well."""
        with faults_told(self.path):
            self._connection.close()

    @contextmanager
    def _transaction(self, begin: str, synchronous: str) -> Iterator[sqlite3.Connection]:
        import sqlite3  # deferred: see faults_told

        connection = self._connection
        try:
            self._behave(synchronous, PATIENCE_SECONDS)
            connection.execute(begin)
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        except UnicodeDecodeError as error:  # what SQLite says of a damaged name, as Python hands it over
            self._remember_damage()
            raise DamagedError(self.path) from error
        except sqlite3.Error as error:
            raise self._told(error) from error

    def _behave(self, synchronous: str, patience_seconds: float) -> None:
        manner = (synchronous, patience_seconds)
        if manner != self._manner:
            self._connection.execute(f"PRAGMA synchronous = {synchronous}")
            self._connection.execute(f"PRAGMA busy_timeout = {patience_seconds * 1000:.0f}")
            self._manner = manner

    def _told(self, error: sqlite3.Error) -> Exception:
        """The error for the user; damage is remembered beside the file, so that the next start looks closely."""
        if is_damage(error):
            self._remember_damage()
        return told(error, self.path)

    def _remember_damage(self) -> None:
        with faults_told(self.path):
            suspicion(self.path).touch(PRIVATE_FILE)


def open_database(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Database:
    """The database at ``path``, made when missing, brought up to date, or replaced by its last backup when damaged."""
    path = Path(os.path.realpath(path))  # SQLite keeps companions beside the file a link leads to
    with faults_told(path):
        path.parent.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
        try:
            return Database(_opened(path, migrations), path)
        except DamagedError:
            logger.info("%s is damaged", path, exc_info=True)
        aside = put_aside(path)
        backup = restore(path, len(migrations))
        connection = _opened(path, migrations)
        recovery = None if backup is None else recovery_from(connection, backup)
        return Database(connection, path, (notice_of(aside, recovery),), recovery)


def open_copy(path: Path) -> Database:
    """A database from elsewhere, brought up to date; refused unless it is sound and of our form throughout."""
    import sqlite3  # deferred: see faults_told

    suspicion(path).touch(PRIVATE_FILE)  # looks at every row
    with faults_told(path):
        with closing(sqlite3.connect(path)) as first_look:  # an empty file would become a new database
            if first_look.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise DamagedError(path)
        connection = _opened(path, MIGRATIONS)
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
            migrate(fresh, MIGRATIONS)
            is_ours = _form_of(connection) == _form_of(fresh)
            is_ours = is_ours and not connection.execute("PRAGMA foreign_key_check").fetchall()
        if not is_ours:
            connection.close()
            raise DamagedError(path)
    return Database(connection, path)


def _form_of(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


def _opened(path: Path, migrations: Sequence[Migration]) -> sqlite3.Connection:
    import sqlite3  # deferred: see faults_told

    check = prepare(path)
    connection = sqlite3.connect(path, timeout=PATIENCE_SECONDS, isolation_level=None)
    try:
        connection.text_factory = partial(str, encoding="utf-8", errors="replace")  # damaged text is no error
        inspect(connection, path, len(migrations), check)
        _use_write_ahead_log(connection)
        connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_BETWEEN_CHECKPOINTS:d}")
        connection.execute(f"PRAGMA journal_size_limit = {KEPT_JOURNAL_BYTES:d}")
        connection.execute("PRAGMA fullfsync = ON")  # macOS: without it a sync stops at the drive's cache
        if 0 < (version := version_of(connection)) < len(migrations):
            _back_up_before_migrating(connection, path, version + 1)
        migrate(connection, migrations)
        connection.execute("PRAGMA foreign_keys = ON")  # after the migrations, which may rebuild tables
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error) and is_damage(error):
            raise DamagedError(path) from error
        raise
    suspicion(path).unlink(missing_ok=True)
    return connection


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Without patience of its own: while another program is making the file, this waits for a turn and tries again."""
    import sqlite3  # deferred: see faults_told

    for attempt in range(MOST_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
            return
        except sqlite3.OperationalError as error:
            if not is_busy(error) or attempt == MOST_ATTEMPTS - 1:
                raise
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")


def _back_up_before_migrating(connection: sqlite3.Connection, path: Path, target_version: int) -> None:
    if not back_up(connection, beside(path, f"before-v{target_version}")):
        raise DamagedError(path)
