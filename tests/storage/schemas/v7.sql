PRAGMA application_id = 1214869602;
PRAGMA user_version = 7;
BEGIN TRANSACTION;
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
) WITHOUT ROWID;
INSERT INTO "break_prompt" VALUES(1773831600000000,3600,739693,1773831660000000,3600,1773831720000000,3600,'started',0,'window',NULL,'desk_break');
CREATE TABLE day (
    local_day   INTEGER PRIMARY KEY CHECK (local_day BETWEEN 1 AND 3652059),
    sessions    INTEGER NOT NULL CHECK (sessions >= 1),
    seconds     REAL NOT NULL CHECK (seconds >= 0),
    exercises   INTEGER NOT NULL CHECK (exercises >= 0),
    stretches   INTEGER NOT NULL CHECK (stretches >= 0),
    strengthens INTEGER NOT NULL CHECK (strengthens >= 0)
);
INSERT INTO "day" VALUES(739677,1,580.25,1,1,0);
INSERT INTO "day" VALUES(739678,1,580.25,1,1,0);
CREATE TABLE day_rating (
    local_day INTEGER NOT NULL CHECK (local_day BETWEEN 1 AND 3652059),
    kind      TEXT NOT NULL CHECK (kind IN ('stiffness_before', 'stiffness_after', 'discomfort')),
    rating    INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 10),
    sessions  INTEGER NOT NULL CHECK (sessions >= 0),
    PRIMARY KEY (local_day, kind, rating)
) WITHOUT ROWID;
INSERT INTO "day_rating" VALUES(739677,'stiffness_after',3,1);
INSERT INTO "day_rating" VALUES(739677,'stiffness_before',6,1);
INSERT INTO "day_rating" VALUES(739678,'stiffness_after',3,1);
INSERT INTO "day_rating" VALUES(739678,'stiffness_before',6,1);
CREATE TABLE day_work (
    local_day   INTEGER NOT NULL CHECK (local_day BETWEEN 1 AND 3652059),
    exercise_id TEXT NOT NULL,
    phase       TEXT NOT NULL,
    side        TEXT NOT NULL CHECK (side IN ('left', 'right', '')),
    seconds     REAL NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (local_day, exercise_id, phase, side)
) WITHOUT ROWID;
INSERT INTO "day_work" VALUES(739677,'pigeon_modified','stretch','left',30.0);
INSERT INTO "day_work" VALUES(739677,'pigeon_modified','stretch','right',33.0);
INSERT INTO "day_work" VALUES(739678,'pigeon_modified','stretch','left',30.0);
INSERT INTO "day_work" VALUES(739678,'pigeon_modified','stretch','right',33.0);
CREATE TABLE deleted_session (
    id TEXT PRIMARY KEY NOT NULL
) WITHOUT ROWID;
INSERT INTO "deleted_session" VALUES('00000000-0000-0000-0000-000000000009');
CREATE TABLE kept_reminder (
    single  INTEGER PRIMARY KEY CHECK (single = 1),
    content TEXT NOT NULL
);
INSERT INTO "kept_reminder" VALUES(1,'{"written_at": "2026-03-18T12:45:55+01:00", "sat_seconds": 2755.0, "counts_from_seconds": 0, "snoozes": 0, "prompted_at": "2026-03-18T12:45:55+01:00", "snoozed_until": null, "paused_until": "2026-03-18T13:45:55+01:00"}');
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
);
INSERT INTO "open_session" VALUES(1,'00000000-0000-0000-0000-000000000003','daily_reset','Daily reset','routine',1772329500000000,20700,75.0,4,'{"routine_id":"daily_reset","name":"Daily reset","file":"","keys":["seconds","kind","phase","exercise_id","side","set_number","sets","step_index","planned_seconds","work_seconds","reps","seconds_per_rep","is_open","changes_position"],"segments":[[10.0,"get_ready","stretch","pigeon_modified","right",1,1,0,10.0,30,null,null,false,false],[30,"work","stretch","pigeon_modified","right",1,1,0,30,30,null,null,false,false],[5.0,"side_switch","stretch","pigeon_modified","left",1,1,0,5.0,30,null,null,false,false],[30,"work","stretch","pigeon_modified","left",1,1,0,30,30,null,null,false,false]]}');
CREATE TABLE open_session_progress (
    single                 INTEGER PRIMARY KEY REFERENCES open_session (single) ON DELETE CASCADE,
    position_seconds       REAL NOT NULL CHECK (position_seconds BETWEEN 0 AND 1e9),
    active_seconds         REAL NOT NULL CHECK (active_seconds BETWEEN 0 AND 1e9),
    paused_seconds         REAL NOT NULL CHECK (paused_seconds BETWEEN 0 AND 1e9),
    updated_utc_us         INTEGER NOT NULL CHECK (typeof(updated_utc_us) = 'integer'),
    updated_offset_seconds INTEGER NOT NULL CHECK (updated_offset_seconds BETWEEN -86400 AND 86400),
    write_number           INTEGER NOT NULL
);
INSERT INTO "open_session_progress" VALUES(1,0.0,0.0,0.0,1772329500000000,20700,1);
CREATE TABLE open_session_step (
    ordinal         INTEGER PRIMARY KEY,
    single          INTEGER NOT NULL DEFAULT 1 REFERENCES open_session (single) ON DELETE CASCADE,
    after_write     INTEGER NOT NULL,
    exercise_id     TEXT NOT NULL,
    exercise_name   TEXT NOT NULL,
    phase           TEXT NOT NULL,
    side            TEXT CHECK (side IN ('left', 'right')),
    set_number      INTEGER NOT NULL CHECK (set_number >= 1),
    planned_seconds REAL NOT NULL CHECK (planned_seconds BETWEEN 0 AND 1e9),
    done_seconds    REAL NOT NULL CHECK (done_seconds BETWEEN 0 AND 1e9),
    planned_reps    INTEGER CHECK (planned_reps >= 0),
    done_reps       INTEGER CHECK (done_reps >= 0),
    outcome         TEXT NOT NULL CHECK (outcome IN ('completed', 'stopped', 'skipped'))
);
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
, exercises INTEGER NOT NULL DEFAULT 0 CHECK (exercises >= 0), stretches INTEGER NOT NULL DEFAULT 0 CHECK (stretches >= 0), strengthens INTEGER NOT NULL DEFAULT 0 CHECK (strengthens >= 0), is_counted INTEGER NOT NULL DEFAULT 0 CHECK (is_counted >= 0), edited_utc_us INTEGER CHECK (typeof(edited_utc_us) IN ('integer', 'null')), edited_offset_seconds INTEGER CHECK (edited_offset_seconds BETWEEN -86400 AND 86400), exercise_names TEXT NOT NULL DEFAULT '', set_counts_from REAL NOT NULL DEFAULT 0.5) WITHOUT ROWID;
INSERT INTO "session" VALUES('00000000-0000-0000-0000-000000000001','daily_reset','Daily reset',1772415900000000,20700,1772416500000000,20700,739677,590.5,580.25,12.0,'completed','routine',6,3,NULL,NULL,NULL,NULL,NULL,NULL,'Better than yesterday',1,1,0,1,NULL,NULL,'Modified pigeon',0.5);
INSERT INTO "session" VALUES('00000000-0000-0000-0000-000000000002','daily_reset','Daily reset',1772502300000000,20700,1772502900000000,20700,739678,590.5,580.25,12.0,'completed','routine',6,3,NULL,NULL,NULL,NULL,NULL,NULL,'Better than yesterday',1,1,0,1,NULL,NULL,'Modified pigeon',0.5);
CREATE TABLE session_step (
    session_id      TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    ordinal         INTEGER NOT NULL CHECK (ordinal >= 0),
    exercise_id     TEXT NOT NULL,
    exercise_name   TEXT NOT NULL,
    phase           TEXT NOT NULL,
    side            TEXT CHECK (side IN ('left', 'right')),
    set_number      INTEGER NOT NULL CHECK (set_number >= 1),
    planned_seconds REAL NOT NULL CHECK (planned_seconds BETWEEN 0 AND 1e9),
    done_seconds    REAL NOT NULL CHECK (done_seconds BETWEEN 0 AND 1e9),
    planned_reps    INTEGER CHECK (planned_reps >= 0),
    done_reps       INTEGER CHECK (done_reps >= 0),
    outcome         TEXT NOT NULL CHECK (outcome IN ('completed', 'stopped', 'skipped')),
    PRIMARY KEY (session_id, ordinal)
) WITHOUT ROWID;
INSERT INTO "session_step" VALUES('00000000-0000-0000-0000-000000000001',0,'pigeon_modified','Modified pigeon','stretch','right',1,30.0,30.0,NULL,NULL,'completed');
INSERT INTO "session_step" VALUES('00000000-0000-0000-0000-000000000001',1,'pigeon_modified','Modified pigeon','stretch','left',1,30.0,30.0,NULL,NULL,'completed');
INSERT INTO "session_step" VALUES('00000000-0000-0000-0000-000000000001',2,'pigeon_modified','Modified pigeon','stretch','right',2,30.0,3.0,NULL,NULL,'stopped');
INSERT INTO "session_step" VALUES('00000000-0000-0000-0000-000000000002',0,'pigeon_modified','Modified pigeon','stretch','right',1,30.0,30.0,NULL,NULL,'completed');
INSERT INTO "session_step" VALUES('00000000-0000-0000-0000-000000000002',1,'pigeon_modified','Modified pigeon','stretch','left',1,30.0,30.0,NULL,NULL,'completed');
INSERT INTO "session_step" VALUES('00000000-0000-0000-0000-000000000002',2,'pigeon_modified','Modified pigeon','stretch','right',2,30.0,3.0,NULL,NULL,'stopped');
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
) WITHOUT ROWID;
INSERT INTO "sitting_span" VALUES(1773831600000000,3600,1773832200000000,3600,739693,'away','idle',600.0);
CREATE TABLE unreadable_session (
    number  INTEGER PRIMARY KEY,
    content TEXT NOT NULL
);
CREATE INDEX session_by_start ON session (started_utc_us);
CREATE INDEX session_by_day ON session (local_day);
CREATE INDEX sitting_span_by_day ON sitting_span (local_day, kind, seconds);
CREATE INDEX break_prompt_by_day ON break_prompt (local_day, outcome);
CREATE TRIGGER session_added AFTER INSERT ON session WHEN NEW.is_counted = 1 BEGIN
    INSERT INTO day VALUES (
        NEW.local_day, 1, NEW.active_seconds, NEW.exercises, NEW.stretches, NEW.strengthens
    ) ON CONFLICT (local_day) DO UPDATE SET
        sessions = sessions + 1,
        seconds = seconds + excluded.seconds,
        exercises = max(exercises, excluded.exercises),
        stretches = max(stretches, excluded.stretches),
        strengthens = max(strengthens, excluded.strengthens);
END;
CREATE TRIGGER step_added AFTER INSERT ON session_step WHEN NEW.done_seconds > 0 BEGIN
    INSERT INTO day_work SELECT local_day, NEW.exercise_id, NEW.phase, coalesce(NEW.side, ''), NEW.done_seconds
        FROM session WHERE id = NEW.session_id AND is_counted = 1
        ON CONFLICT (local_day, exercise_id, phase, side) DO UPDATE SET seconds = seconds + excluded.seconds;
END;
CREATE TRIGGER session_gone AFTER DELETE ON session WHEN OLD.is_counted = 1 BEGIN
    DELETE FROM day WHERE local_day IN (OLD.local_day); 
INSERT INTO day SELECT local_day, count(*), sum(active_seconds), max(exercises), max(stretches), max(strengthens)
    FROM session WHERE is_counted = 1 AND local_day IN (OLD.local_day) GROUP BY local_day;DELETE FROM day_work WHERE local_day IN (OLD.local_day); 
INSERT INTO day_work SELECT local_day, exercise_id, phase, coalesce(side, ''), sum(done_seconds)
    FROM session JOIN session_step ON session_id = session.id
    WHERE is_counted = 1 AND done_seconds > 0 AND local_day IN (OLD.local_day)
    GROUP BY local_day, exercise_id, phase, coalesce(side, '');
END;
CREATE TRIGGER session_changed
AFTER UPDATE OF local_day, active_seconds, exercises, stretches, strengthens, is_counted ON session BEGIN
    DELETE FROM day WHERE local_day IN (OLD.local_day, NEW.local_day); 
INSERT INTO day SELECT local_day, count(*), sum(active_seconds), max(exercises), max(stretches), max(strengthens)
    FROM session WHERE is_counted = 1 AND local_day IN (OLD.local_day, NEW.local_day) GROUP BY local_day;DELETE FROM day_work WHERE local_day IN (OLD.local_day, NEW.local_day); 
INSERT INTO day_work SELECT local_day, exercise_id, phase, coalesce(side, ''), sum(done_seconds)
    FROM session JOIN session_step ON session_id = session.id
    WHERE is_counted = 1 AND done_seconds > 0 AND local_day IN (OLD.local_day, NEW.local_day)
    GROUP BY local_day, exercise_id, phase, coalesce(side, '');
END;
CREATE TRIGGER step_gone AFTER DELETE ON session_step BEGIN
    DELETE FROM day_work WHERE local_day IN (SELECT local_day FROM session WHERE id = OLD.session_id); 
INSERT INTO day_work SELECT local_day, exercise_id, phase, coalesce(side, ''), sum(done_seconds)
    FROM session JOIN session_step ON session_id = session.id
    WHERE is_counted = 1 AND done_seconds > 0 AND local_day IN (SELECT local_day FROM session WHERE id = OLD.session_id)
    GROUP BY local_day, exercise_id, phase, coalesce(side, '');
END;
CREATE TRIGGER step_changed AFTER UPDATE ON session_step BEGIN
    DELETE FROM day_work WHERE local_day IN (SELECT local_day FROM session WHERE id = OLD.session_id); 
INSERT INTO day_work SELECT local_day, exercise_id, phase, coalesce(side, ''), sum(done_seconds)
    FROM session JOIN session_step ON session_id = session.id
    WHERE is_counted = 1 AND done_seconds > 0 AND local_day IN (SELECT local_day FROM session WHERE id = OLD.session_id)
    GROUP BY local_day, exercise_id, phase, coalesce(side, '');
END;
CREATE TRIGGER rating_added AFTER INSERT ON session WHEN NEW.is_counted = 1 BEGIN
    INSERT INTO day_rating SELECT NEW.local_day, 'stiffness_before', NEW.stiffness_before, 1
        WHERE NEW.is_counted = 1 AND NEW.stiffness_before IS NOT NULL
        ON CONFLICT (local_day, kind, rating) DO UPDATE SET sessions = sessions + 1;
    INSERT INTO day_rating SELECT NEW.local_day, 'stiffness_after', NEW.stiffness_after, 1
        WHERE NEW.is_counted = 1 AND NEW.stiffness_after IS NOT NULL
        ON CONFLICT (local_day, kind, rating) DO UPDATE SET sessions = sessions + 1;
    INSERT INTO day_rating SELECT NEW.local_day, 'discomfort', NEW.discomfort, 1
        WHERE NEW.is_counted = 1 AND NEW.discomfort IS NOT NULL
        ON CONFLICT (local_day, kind, rating) DO UPDATE SET sessions = sessions + 1;
END;
CREATE TRIGGER rating_gone AFTER DELETE ON session WHEN OLD.is_counted = 1 BEGIN
    UPDATE day_rating SET sessions = sessions - 1
        WHERE OLD.is_counted = 1 AND local_day = OLD.local_day AND kind = 'stiffness_before' AND rating = OLD.stiffness_before
            AND sessions > 0;
    UPDATE day_rating SET sessions = sessions - 1
        WHERE OLD.is_counted = 1 AND local_day = OLD.local_day AND kind = 'stiffness_after' AND rating = OLD.stiffness_after
            AND sessions > 0;
    UPDATE day_rating SET sessions = sessions - 1
        WHERE OLD.is_counted = 1 AND local_day = OLD.local_day AND kind = 'discomfort' AND rating = OLD.discomfort
            AND sessions > 0;
    DELETE FROM day_rating WHERE local_day = OLD.local_day AND sessions = 0;
END;
CREATE TRIGGER rating_changed
AFTER UPDATE OF local_day, is_counted, stiffness_before, stiffness_after, discomfort ON session BEGIN
    UPDATE day_rating SET sessions = sessions - 1
        WHERE OLD.is_counted = 1 AND local_day = OLD.local_day AND kind = 'stiffness_before' AND rating = OLD.stiffness_before
            AND sessions > 0;
    UPDATE day_rating SET sessions = sessions - 1
        WHERE OLD.is_counted = 1 AND local_day = OLD.local_day AND kind = 'stiffness_after' AND rating = OLD.stiffness_after
            AND sessions > 0;
    UPDATE day_rating SET sessions = sessions - 1
        WHERE OLD.is_counted = 1 AND local_day = OLD.local_day AND kind = 'discomfort' AND rating = OLD.discomfort
            AND sessions > 0;
    DELETE FROM day_rating WHERE local_day = OLD.local_day AND sessions = 0;
    INSERT INTO day_rating SELECT NEW.local_day, 'stiffness_before', NEW.stiffness_before, 1
        WHERE NEW.is_counted = 1 AND NEW.stiffness_before IS NOT NULL
        ON CONFLICT (local_day, kind, rating) DO UPDATE SET sessions = sessions + 1;
    INSERT INTO day_rating SELECT NEW.local_day, 'stiffness_after', NEW.stiffness_after, 1
        WHERE NEW.is_counted = 1 AND NEW.stiffness_after IS NOT NULL
        ON CONFLICT (local_day, kind, rating) DO UPDATE SET sessions = sessions + 1;
    INSERT INTO day_rating SELECT NEW.local_day, 'discomfort', NEW.discomfort, 1
        WHERE NEW.is_counted = 1 AND NEW.discomfort IS NOT NULL
        ON CONFLICT (local_day, kind, rating) DO UPDATE SET sessions = sessions + 1;
END;
COMMIT;
