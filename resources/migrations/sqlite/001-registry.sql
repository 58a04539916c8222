-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 1: the office, the registry, imports, submissions, the audit log.
--
-- A table has the name of its record type and a column for each field of its field table. Dates are
-- text as far as they are known (2020, 2020-09, 2020-09-15), instants seconds since 1970 UTC, areas
-- whole hundredths of a square metre, choices their English nicks. name_key is the name without
-- width, spaces and bracket style: under it two spellings are the same. Ids are never used twice:
-- the redo of an undone insert puts the record back under its own.

CREATE TABLE office (
  "id"             INTEGER PRIMARY KEY CHECK ("id" = 1),
  "name"           TEXT NOT NULL,
  "level"          TEXT NOT NULL,
  "reporting_unit" TEXT,
  "recipient"      TEXT,
  "email"          TEXT,
  "phone"          TEXT
) STRICT;

CREATE TABLE community (
  "id"       INTEGER PRIMARY KEY AUTOINCREMENT,
  "name"     TEXT NOT NULL,
  "town"     TEXT,
  "phone"    TEXT,
  "remark"   TEXT,
  "sort"     INTEGER,
  "name_key" TEXT NOT NULL
) STRICT;
-- Two towns of a district may have a community of the same name.
CREATE UNIQUE INDEX community_name ON community ("name_key", coalesce ("town", ''));

CREATE TABLE company (
  "id"          INTEGER PRIMARY KEY AUTOINCREMENT,
  "name"        TEXT NOT NULL,
  "other_names" TEXT,
  "manager"     TEXT,
  "phone"       TEXT,
  "remark"      TEXT,
  "name_key"    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX company_name ON company ("name_key");

CREATE TABLE compound (
  "id"               INTEGER PRIMARY KEY AUTOINCREMENT,
  "name"             TEXT NOT NULL,
  "former_names"     TEXT,
  "other_names"      TEXT,
  "community"        INTEGER NOT NULL REFERENCES community ("id"),
  "class"            TEXT,
  "form"             TEXT,
  "company"          INTEGER REFERENCES company ("id"),
  "nature"           TEXT,
  "entry_date"       TEXT,
  "services"         TEXT,
  "manager"          TEXT,
  "phone"            TEXT,
  "buildings"        INTEGER,
  "households"       INTEGER,
  "area_m2"          INTEGER,
  "year_built"       INTEGER,
  "stage"            TEXT,
  "party_branch"     TEXT,
  "remark"           TEXT,
  "withdrawn"        INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "withdrawn_reason" TEXT,
  "withdrawn_on"     TEXT,
  "name_key"         TEXT NOT NULL
) STRICT;
-- A withdrawn compound leaves its name to another.
CREATE UNIQUE INDEX compound_name ON compound ("community", "name_key") WHERE "withdrawn" = 0;
CREATE INDEX compound_company ON compound ("company");

CREATE TABLE contact (
  "id"        INTEGER PRIMARY KEY AUTOINCREMENT,
  "name"      TEXT NOT NULL,
  "role"      TEXT,
  "phone"     TEXT,
  "compound"  INTEGER REFERENCES compound ("id"),
  "community" INTEGER REFERENCES community ("id"),
  "company"   INTEGER REFERENCES company ("id"),
  "remark"    TEXT
) STRICT;
CREATE INDEX contact_compound ON contact ("compound");
CREATE INDEX contact_community ON contact ("community");
CREATE INDEX contact_company ON contact ("company");

CREATE TABLE import_batch (
  "id"         INTEGER PRIMARY KEY AUTOINCREMENT,
  "file_name"  TEXT NOT NULL,
  "sheet"      TEXT,
  "sha256"     TEXT,
  "shape"      TEXT,
  "n_new"      INTEGER,
  "n_same"     INTEGER,
  "n_changed"  INTEGER,
  "n_doubtful" INTEGER,
  "n_refused"  INTEGER,
  "at"         INTEGER NOT NULL,
  "undone"     INTEGER NOT NULL CHECK ("undone" IN (0, 1))
) STRICT;

CREATE TABLE submission (
  "id"        INTEGER PRIMARY KEY AUTOINCREMENT,
  "number"    TEXT NOT NULL UNIQUE,
  "what"      TEXT NOT NULL,
  "date"      TEXT NOT NULL,
  "due"       TEXT,
  "rows"      INTEGER,
  "content"   TEXT,
  "file_name" TEXT,
  "sha256"    TEXT,
  "user"      TEXT,
  "at"        INTEGER NOT NULL,
  "corrects"  INTEGER REFERENCES submission ("id")
) STRICT;
CREATE INDEX submission_corrects ON submission ("corrects");

CREATE TABLE submission_file (
  "submission" INTEGER NOT NULL REFERENCES submission ("id"),
  "name"       TEXT NOT NULL,
  "sha256"     TEXT NOT NULL,
  "bytes"      BLOB NOT NULL,
  PRIMARY KEY ("submission", "name")
) STRICT;

-- One line of every change. change: seq of the first line of the same transaction. hash: SHA-256
-- over the line before's hash, a line feed and the line's own values as a JSON array.
CREATE TABLE audit (
  "seq"       INTEGER PRIMARY KEY,
  "change"    INTEGER NOT NULL,
  "at"        INTEGER NOT NULL,
  "user"      TEXT NOT NULL,
  "action"    TEXT NOT NULL,
  "record"    TEXT NOT NULL,
  "record_id" INTEGER NOT NULL,
  "label"     TEXT,
  "before"    TEXT,
  "after"     TEXT,
  "undoes"    INTEGER NOT NULL,
  "hash"      TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of_record ON audit ("record", "record_id", "seq");
CREATE INDEX audit_of_user ON audit ("user", "seq") WHERE "seq" = "change";

CREATE TABLE setting (
  "key"   TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT;

-- Frozen means frozen: the database itself refuses.
CREATE TRIGGER audit_frozen_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit log is frozen'); END;
CREATE TRIGGER audit_frozen_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit log is frozen'); END;
CREATE TRIGGER submission_frozen_update BEFORE UPDATE ON submission
BEGIN SELECT RAISE (ABORT, 'a submission is frozen'); END;
CREATE TRIGGER submission_frozen_delete BEFORE DELETE ON submission
BEGIN SELECT RAISE (ABORT, 'a submission is frozen'); END;
CREATE TRIGGER submission_file_frozen_update BEFORE UPDATE ON submission_file
BEGIN SELECT RAISE (ABORT, 'a filed document is frozen'); END;
CREATE TRIGGER submission_file_frozen_delete BEFORE DELETE ON submission_file
BEGIN SELECT RAISE (ABORT, 'a filed document is frozen'); END;
-- INSERT OR REPLACE takes the old row away without asking the guards above.
CREATE TRIGGER audit_frozen_replace BEFORE INSERT ON audit
WHEN NEW."seq" <= (SELECT max ("seq") FROM audit)
BEGIN SELECT RAISE (ABORT, 'the audit log is frozen'); END;
CREATE TRIGGER submission_frozen_replace BEFORE INSERT ON submission
WHEN EXISTS (SELECT 1 FROM submission WHERE "id" = NEW."id" OR "number" = NEW."number")
BEGIN SELECT RAISE (ABORT, 'a submission is frozen'); END;
CREATE TRIGGER submission_file_frozen_replace BEFORE INSERT ON submission_file
WHEN EXISTS (SELECT 1 FROM submission_file
             WHERE "submission" = NEW."submission" AND "name" = NEW."name")
BEGIN SELECT RAISE (ABORT, 'a filed document is frozen'); END;
