-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 2: catalogues of clauses, inspections and findings, cases and their faults, events, photos,
-- the office's own work calendar, periods.

CREATE TABLE catalogue (
  "id"         INTEGER PRIMARY KEY AUTOINCREMENT,
  "title"      TEXT NOT NULL,
  "annex"      TEXT NOT NULL,
  "version"    INTEGER NOT NULL,
  "valid_from" TEXT NOT NULL,
  "reason"     TEXT NOT NULL,
  "source"     TEXT,
  "notes"      TEXT
) STRICT;
CREATE UNIQUE INDEX catalogue_version ON catalogue ("annex", "version");

CREATE TABLE clause (
  "id"           INTEGER PRIMARY KEY AUTOINCREMENT,
  "catalogue"    INTEGER NOT NULL REFERENCES catalogue ("id"),
  "code"         TEXT NOT NULL,
  "position"     INTEGER NOT NULL,
  "kind"         TEXT NOT NULL,
  "group"        TEXT NOT NULL,
  "content"      TEXT,
  "name"         TEXT NOT NULL,
  "short_name"   TEXT NOT NULL,
  "criterion"    TEXT NOT NULL,
  "limit_amount" INTEGER,
  "limit_unit"   TEXT,
  "unit"         TEXT,
  "points"       INTEGER
) STRICT;
CREATE UNIQUE INDEX clause_code ON clause ("catalogue", "code");

CREATE TABLE inspection (
  "id"               INTEGER PRIMARY KEY AUTOINCREMENT,
  "compound"         INTEGER NOT NULL REFERENCES compound ("id"),
  "level"            TEXT NOT NULL,
  "kind"             TEXT NOT NULL,
  "at"               INTEGER NOT NULL,
  "notice_at"        INTEGER,
  "inspectors"       TEXT,
  "catalogue"        INTEGER NOT NULL REFERENCES catalogue ("id"),
  "remark"           TEXT,
  "withdrawn"        INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "withdrawn_reason" TEXT
) STRICT;
CREATE INDEX inspection_of_compound ON inspection ("compound", "at");
CREATE INDEX inspection_at ON inspection ("at");
CREATE INDEX inspection_catalogue ON inspection ("catalogue");

-- Points are whole hundredths.
CREATE TABLE finding (
  "id"           INTEGER PRIMARY KEY AUTOINCREMENT,
  "inspection"   INTEGER NOT NULL REFERENCES inspection ("id"),
  "compound"     INTEGER NOT NULL REFERENCES compound ("id"),
  "level"        TEXT NOT NULL,
  "clause"       INTEGER NOT NULL REFERENCES clause ("id"),
  "count"        INTEGER NOT NULL,
  "place"        TEXT,
  "note"         TEXT,
  "found_at"     INTEGER NOT NULL,
  "starts_at"    INTEGER NOT NULL,
  "deadline"     INTEGER,
  "provisional"  INTEGER NOT NULL CHECK ("provisional" IN (0, 1)),
  "state"        TEXT NOT NULL,
  "reported_at"  INTEGER,
  "rechecked_at" INTEGER,
  "rectified_at" INTEGER,
  "paused_at"    INTEGER,
  "points"       INTEGER NOT NULL
) STRICT;
-- A compound's findings of a period are summed from this index alone.
CREATE INDEX finding_of_compound ON finding ("compound", "found_at", "state", "points");
CREATE INDEX finding_of_inspection ON finding ("inspection");
CREATE INDEX finding_by_state ON finding ("state", "deadline");
CREATE INDEX finding_by_time ON finding ("found_at");
CREATE INDEX finding_by_deadline ON finding ("deadline");
CREATE INDEX finding_by_clause ON finding ("clause");

-- CASE is a word of SQL.
CREATE TABLE platform_case (
  "id"                  INTEGER PRIMARY KEY AUTOINCREMENT,
  "number"              TEXT NOT NULL UNIQUE,
  "level"               TEXT NOT NULL,
  "channel"             TEXT,
  "compound"            INTEGER NOT NULL REFERENCES compound ("id"),
  "clause"              INTEGER NOT NULL REFERENCES clause ("id"),
  "place"               TEXT,
  "note"                TEXT,
  "at"                  INTEGER NOT NULL,
  "limit_amount"        INTEGER,
  "limit_unit"          TEXT,
  "dispatched_deadline" INTEGER NOT NULL CHECK ("dispatched_deadline" IN (0, 1)),
  "deadline"            INTEGER,
  "provisional"         INTEGER NOT NULL CHECK ("provisional" IN (0, 1)),
  "state"               TEXT NOT NULL,
  "replied_at"          INTEGER,
  "reply"               TEXT,
  "verified_at"         INTEGER,
  "closed_at"           INTEGER,
  "paused_at"           INTEGER
) STRICT;
CREATE INDEX platform_case_of_compound ON platform_case ("compound", "clause", "at");
CREATE INDEX platform_case_by_state ON platform_case ("state", "deadline");
CREATE INDEX platform_case_by_time ON platform_case ("at");
CREATE INDEX platform_case_by_deadline ON platform_case ("deadline");
CREATE INDEX platform_case_by_clause ON platform_case ("clause");

CREATE TABLE case_fault (
  "id"       INTEGER PRIMARY KEY AUTOINCREMENT,
  "case"     INTEGER NOT NULL REFERENCES platform_case ("id"),
  "fault"    TEXT NOT NULL,
  "decision" TEXT NOT NULL,
  "reason"   TEXT NOT NULL,
  "person"   TEXT,
  "at"       INTEGER NOT NULL,
  "evidence" TEXT
) STRICT;
CREATE UNIQUE INDEX case_fault_once ON case_fault ("case", "fault");

CREATE TABLE case_procedure (
  "id"        INTEGER PRIMARY KEY AUTOINCREMENT,
  "case"      INTEGER NOT NULL REFERENCES platform_case ("id"),
  "starts_at" INTEGER NOT NULL,
  "ends_at"   INTEGER,
  "reason"    TEXT
) STRICT;
CREATE INDEX case_procedure_of_case ON case_procedure ("case");

CREATE TABLE event (
  "id"      INTEGER PRIMARY KEY AUTOINCREMENT,
  "finding" INTEGER REFERENCES finding ("id"),
  "case"    INTEGER REFERENCES platform_case ("id"),
  "kind"    TEXT NOT NULL,
  "at"      INTEGER NOT NULL,
  "person"  TEXT,
  "text"    TEXT,
  "until"   INTEGER,
  CHECK (("finding" IS NULL) <> ("case" IS NULL))
) STRICT;
CREATE INDEX event_of_finding ON event ("finding", "at") WHERE "finding" IS NOT NULL;
CREATE INDEX event_of_case ON event ("case", "at") WHERE "case" IS NOT NULL;

CREATE TABLE photo (
  "id"              INTEGER PRIMARY KEY AUTOINCREMENT,
  "inspection"      INTEGER REFERENCES inspection ("id"),
  "finding"         INTEGER REFERENCES finding ("id"),
  "case"            INTEGER REFERENCES platform_case ("id"),
  "role"            TEXT NOT NULL,
  "file_name"       TEXT,
  "sha256"          TEXT NOT NULL,
  "original_sha256" TEXT NOT NULL,
  "taken_at"        INTEGER,
  "added_at"        INTEGER NOT NULL,
  "width"           INTEGER NOT NULL,
  "height"          INTEGER NOT NULL,
  "bytes"           INTEGER NOT NULL
) STRICT;
CREATE INDEX photo_of_inspection ON photo ("inspection") WHERE "inspection" IS NOT NULL;
CREATE INDEX photo_of_finding ON photo ("finding") WHERE "finding" IS NOT NULL;
CREATE INDEX photo_of_case ON photo ("case") WHERE "case" IS NOT NULL;
CREATE INDEX photo_file ON photo ("sha256");

CREATE TABLE calendar_day (
  "id"     INTEGER PRIMARY KEY AUTOINCREMENT,
  "date"   TEXT NOT NULL UNIQUE,
  "mark"   TEXT NOT NULL,
  "name"   TEXT,
  "reason" TEXT,
  "source" TEXT
) STRICT;

CREATE TABLE calendar_year (
  "id"     INTEGER PRIMARY KEY AUTOINCREMENT,
  "year"   INTEGER NOT NULL UNIQUE,
  "source" TEXT NOT NULL
) STRICT;

CREATE TABLE timetable (
  "id"        INTEGER PRIMARY KEY AUTOINCREMENT,
  "kind"      TEXT NOT NULL UNIQUE,
  "sessions"  TEXT NOT NULL,
  "first_day" TEXT,
  "last_day"  TEXT
) STRICT;

CREATE TABLE period (
  "id"           INTEGER PRIMARY KEY AUTOINCREMENT,
  "name"         TEXT NOT NULL UNIQUE,
  "starts_on"    TEXT NOT NULL,
  "ends_on"      TEXT NOT NULL,
  "finalised"    INTEGER NOT NULL CHECK ("finalised" IN (0, 1)),
  "finalised_at" INTEGER,
  "reason"       TEXT
) STRICT;

-- A version of a catalogue never changes: an edit is a new version.
CREATE TRIGGER catalogue_frozen_update BEFORE UPDATE ON catalogue
BEGIN SELECT RAISE (ABORT, 'a version of a catalogue is frozen'); END;
CREATE TRIGGER catalogue_frozen_replace BEFORE INSERT ON catalogue
WHEN EXISTS (SELECT 1 FROM catalogue WHERE "id" = NEW."id")
BEGIN SELECT RAISE (ABORT, 'a version of a catalogue is frozen'); END;
CREATE TRIGGER clause_frozen_update BEFORE UPDATE ON clause
BEGIN SELECT RAISE (ABORT, 'a clause is frozen'); END;
CREATE TRIGGER clause_frozen_replace BEFORE INSERT ON clause
WHEN EXISTS (SELECT 1 FROM clause WHERE "id" = NEW."id")
BEGIN SELECT RAISE (ABORT, 'a clause is frozen'); END;
-- The built-in versions stay; what an undo takes back is only what was added.
CREATE TRIGGER catalogue_built_in BEFORE DELETE ON catalogue WHEN OLD."id" <= 3
BEGIN SELECT RAISE (ABORT, 'a built-in catalogue is frozen'); END;
CREATE TRIGGER clause_built_in BEFORE DELETE ON clause WHEN OLD."catalogue" <= 3
BEGIN SELECT RAISE (ABORT, 'a built-in catalogue is frozen'); END;
