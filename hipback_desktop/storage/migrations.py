"""The steps by which the database came to its present form; each is frozen, new forms are new steps at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.storage.day_table import fourth_form
from hipback_desktop.storage.edit_columns import fifth_form
from hipback_desktop.storage.rating_table import sixth_form
from hipback_desktop.storage.share_column import seventh_form

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    Migration = Callable[[sqlite3.Connection], None]

APPLICATION_ID: Final = 0x4869_7062  # "Hipb": says whose file this is, also to the `file` command


def version_of(connection: sqlite3.Connection) -> int:
    """How many migrations the database has behind it."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Runs what is missing, each in a transaction of its own: a failure leaves form and version as they were.

    A new database takes all its steps in one: a program that starts at the same moment would take a half made one for
    an old one, and back it up while it changes.
    """
    while (version := version_of(connection)) < len(migrations):
        try:
            connection.execute("BEGIN IMMEDIATE")
            if version_of(connection) == version:  # otherwise another process has just done it
                reached = version + 1 if version else len(migrations)
                for migration in migrations[version:reached]:
                    migration(connection)
                connection.execute(f"PRAGMA user_version = {reached:d}")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def first_form(connection: sqlite3.Connection) -> None:
    """Sessions with their steps, and the journal of the one under way.

    Moments are microseconds since 1970 UTC beside the local offset; ``local_day`` is the proleptic ordinal of the
    local day, so ``(local_day - 1) / 7`` counts weeks from Monday.
    """
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
    connection.execute(_SESSION_1)
    connection.execute("CREATE INDEX session_by_start ON session (started_utc_us)")
    connection.execute("CREATE INDEX session_by_day ON session (local_day)")
    connection.execute(_SESSION_STEP_1)
    connection.execute(_OPEN_SESSION_1)
    connection.execute(_OPEN_SESSION_PROGRESS_1)
    connection.execute(_OPEN_SESSION_STEP_1)
    connection.execute(_UNREADABLE_SESSION_1)


_SESSION_1: Final = """
CREATE TABLE session (
    id                     TEXT PRIMARY KEY NOT NULL,
    routine_id             TEXT NOT NULL,
    name                   TEXT NOT NULL,
    started_utc_us         INTEGER NOT NULL CHECK (typeof(started_utc_us) = 'integer'),
    started_offset_seconds INTEGER NOT NULL CHECK (started_offset_seconds BETWEEN -86400 AND 86400),
    ended_utc_us           INTEGER NOT NULL CHECK (typeof(ended_utc_us) = 'integer'),
    ended_offset_seconds   INTEGER NOT NULL CHECK (ended_offset_seconds BETWEEN -86400 AND 86400),
    local_day              INTEGER NOT NULL CHECK (local_day BETWEEN 1 AND 3652059),
    planned_seconds        REAL NOT NULL CHECK (planned_seconds BETWEEN 0 AND 1e9),
    active_seconds         REAL NOT NULL CHECK (active_seconds BETWEEN 0 AND 1e9),
    paused_seconds         REAL NOT NULL CHECK (paused_seconds BETWEEN 0 AND 1e9),
    outcome                TEXT NOT NULL CHECK (outcome IN ('completed', 'stopped', 'skipped')),
    origin                 TEXT NOT NULL CHECK (origin IN ('routine', 'break', 'manual')),
    stiffness_before       INTEGER CHECK (stiffness_before BETWEEN 0 AND 10),
    stiffness_after        INTEGER CHECK (stiffness_after BETWEEN 0 AND 10),
    discomfort             INTEGER CHECK (discomfort BETWEEN 0 AND 10),
    effort                 INTEGER CHECK (effort BETWEEN 0 AND 10),
    felt_sharp             INTEGER CHECK (felt_sharp IN (0, 1)),
    stop_reason            TEXT,
    stop_exercise_id       TEXT,
    since_last_time        TEXT,
    note                   TEXT NOT NULL
) WITHOUT ROWID"""

_STEP_COLUMNS_1: Final = """
    exercise_id     TEXT NOT NULL,
    exercise_name   TEXT NOT NULL,
    phase           TEXT NOT NULL,
    side            TEXT CHECK (side IN ('left', 'right')),
    set_number      INTEGER NOT NULL CHECK (set_number >= 1),
    planned_seconds REAL NOT NULL CHECK (planned_seconds BETWEEN 0 AND 1e9),
    done_seconds    REAL NOT NULL CHECK (done_seconds BETWEEN 0 AND 1e9),
    planned_reps    INTEGER CHECK (planned_reps >= 0),
    done_reps       INTEGER CHECK (done_reps >= 0),
    outcome         TEXT NOT NULL CHECK (outcome IN ('completed', 'stopped', 'skipped'))"""

_SESSION_STEP_1: Final = f"""
CREATE TABLE session_step (
    session_id      TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    ordinal         INTEGER NOT NULL CHECK (ordinal >= 0),{_STEP_COLUMNS_1},
    PRIMARY KEY (session_id, ordinal)
) WITHOUT ROWID"""

_OPEN_SESSION_1: Final = """
CREATE TABLE open_session (
    single                 INTEGER PRIMARY KEY CHECK (single = 1),
    id                     TEXT NOT NULL,
    routine_id             TEXT NOT NULL,
    name                   TEXT NOT NULL,
    origin                 TEXT NOT NULL CHECK (origin IN ('routine', 'break', 'manual')),
    started_utc_us         INTEGER NOT NULL CHECK (typeof(started_utc_us) = 'integer'),
    started_offset_seconds INTEGER NOT NULL CHECK (started_offset_seconds BETWEEN -86400 AND 86400),
    planned_seconds        REAL NOT NULL CHECK (planned_seconds BETWEEN 0 AND 1e9),
    stiffness_before       INTEGER CHECK (stiffness_before BETWEEN 0 AND 10),
    timeline               TEXT NOT NULL
)"""

# Apart from open_session, so that the write of every second changes one small page and not the timeline's.
_OPEN_SESSION_PROGRESS_1: Final = """
CREATE TABLE open_session_progress (
    single                 INTEGER PRIMARY KEY REFERENCES open_session (single) ON DELETE CASCADE,
    position_seconds       REAL NOT NULL CHECK (position_seconds BETWEEN 0 AND 1e9),
    active_seconds         REAL NOT NULL CHECK (active_seconds BETWEEN 0 AND 1e9),
    paused_seconds         REAL NOT NULL CHECK (paused_seconds BETWEEN 0 AND 1e9),
    updated_utc_us         INTEGER NOT NULL CHECK (typeof(updated_utc_us) = 'integer'),
    updated_offset_seconds INTEGER NOT NULL CHECK (updated_offset_seconds BETWEEN -86400 AND 86400),
    write_number           INTEGER NOT NULL
)"""

# after_write is the write_number of the progress that a step came after: the two are written one after the other.
_OPEN_SESSION_STEP_1: Final = f"""
CREATE TABLE open_session_step (
    ordinal         INTEGER PRIMARY KEY,
    single          INTEGER NOT NULL DEFAULT 1 REFERENCES open_session (single) ON DELETE CASCADE,
    after_write     INTEGER NOT NULL,{_STEP_COLUMNS_1}
)"""

_UNREADABLE_SESSION_1: Final = """
CREATE TABLE unreadable_session (
    number  INTEGER PRIMARY KEY,
    content TEXT NOT NULL
)"""


def second_form(connection: sqlite3.Connection) -> None:
    """Each session knows what it is to the weekly figures, so that years of them are summed up in an index alone.

    Counted are sessions in which something was done, other than breaks and previews, in which more was done than there
    was time for.
    """
    for column in ("exercises", "stretches", "strengthens", "is_counted"):
        connection.execute(f"ALTER TABLE session ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0 CHECK ({column} >= 0)")
    connection.execute(_FILL_2)
    connection.execute(_SESSION_BY_COUNTED_DAY_2)


_DONE_2: Final = "FROM session_step WHERE session_id = session.id AND done_seconds > 0"
_FILL_2: Final = f"""
UPDATE session SET
    exercises = (SELECT count(DISTINCT exercise_id) {_DONE_2}),
    stretches = EXISTS (SELECT 1 {_DONE_2} AND phase = 'stretch'),
    strengthens = EXISTS (SELECT 1 {_DONE_2} AND phase = 'strengthen'),
    is_counted = outcome <> 'skipped' AND origin <> 'break'
        AND active_seconds + paused_seconds <= 1.5 * (ended_utc_us - started_utc_us) / 1e6"""  # noqa: S608 - our own words
_SESSION_BY_COUNTED_DAY_2: Final = """
CREATE INDEX session_by_counted_day
    ON session (is_counted, local_day, active_seconds, exercises, stretches, strengthens)"""


def third_form(connection: sqlite3.Connection) -> None:
    """How a day at the desk was spent, cut at local midnight, what came of each prompt, and the reminder as it stands.

    Moments are the keys, so that what is added twice is there once, and days of two computers can be put together.
    """
    connection.execute(_SITTING_SPAN_3)
    connection.execute("CREATE INDEX sitting_span_by_day ON sitting_span (local_day, kind, seconds)")
    connection.execute(_BREAK_PROMPT_3)
    connection.execute("CREATE INDEX break_prompt_by_day ON break_prompt (local_day, outcome)")
    connection.execute(_KEPT_REMINDER_3)


_SITTING_SPAN_3: Final = """
CREATE TABLE sitting_span (
    started_utc_us         INTEGER NOT NULL CHECK (typeof(started_utc_us) = 'integer'),
    started_offset_seconds INTEGER NOT NULL CHECK (started_offset_seconds BETWEEN -86400 AND 86400),
    ended_utc_us           INTEGER NOT NULL CHECK (typeof(ended_utc_us) = 'integer'),
    ended_offset_seconds   INTEGER NOT NULL CHECK (ended_offset_seconds BETWEEN -86400 AND 86400),
    local_day              INTEGER NOT NULL CHECK (local_day BETWEEN 1 AND 3652059),
    kind                   TEXT NOT NULL CHECK (kind IN ('sitting', 'passive', 'away', 'standing', 'session')),
    source                 TEXT NOT NULL,
    seconds                REAL NOT NULL CHECK (seconds BETWEEN 0 AND 1e9),
    PRIMARY KEY (started_utc_us, kind)
) WITHOUT ROWID"""

_BREAK_PROMPT_3: Final = """
CREATE TABLE break_prompt (
    due_utc_us             INTEGER PRIMARY KEY NOT NULL CHECK (typeof(due_utc_us) = 'integer'),
    due_offset_seconds     INTEGER NOT NULL CHECK (due_offset_seconds BETWEEN -86400 AND 86400),
    local_day              INTEGER NOT NULL CHECK (local_day BETWEEN 1 AND 3652059),
    shown_utc_us           INTEGER CHECK (typeof(shown_utc_us) IN ('integer', 'null')),
    shown_offset_seconds   INTEGER CHECK (shown_offset_seconds BETWEEN -86400 AND 86400),
    outcome_utc_us         INTEGER NOT NULL CHECK (typeof(outcome_utc_us) = 'integer'),
    outcome_offset_seconds INTEGER NOT NULL CHECK (outcome_offset_seconds BETWEEN -86400 AND 86400),
    outcome                TEXT NOT NULL CHECK (outcome IN
        ('started', 'walked', 'standing', 'snoozed', 'skipped', 'missed', 'natural', 'held')),
    snooze_number          INTEGER NOT NULL CHECK (snooze_number >= 0),
    surface                TEXT,
    held_by                TEXT,
    routine_id             TEXT
) WITHOUT ROWID"""

_KEPT_REMINDER_3: Final = """
CREATE TABLE kept_reminder (
    single  INTEGER PRIMARY KEY CHECK (single = 1),
    content TEXT NOT NULL
)"""

MIGRATIONS: Final[tuple[Migration, ...]] = (
    first_form, second_form, third_form, fourth_form, fifth_form, sixth_form, seventh_form,
)  # fmt: skip
