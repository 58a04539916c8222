-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 4: schemes and their prizes, sheets, bonuses, surveys, decisions, payouts, finalised periods.

CREATE TABLE scheme (
  "id"              INTEGER PRIMARY KEY AUTOINCREMENT,
  "version"         INTEGER NOT NULL UNIQUE,
  "valid_from"      TEXT NOT NULL,
  "reason"          TEXT NOT NULL,
  "levels"          TEXT NOT NULL,
  "long_weight"     INTEGER NOT NULL,
  "property_weight" INTEGER NOT NULL,
  "long_base"       INTEGER NOT NULL,
  "property_base"   INTEGER NOT NULL,
  "long_floor"      INTEGER,
  "property_floor"  INTEGER,
  "property_cap"    INTEGER,
  "score_cap"       INTEGER,
  "overdue_factor"  INTEGER NOT NULL,
  "fault_points"    INTEGER NOT NULL,
  "title_district"  INTEGER NOT NULL,
  "title_city"      INTEGER NOT NULL,
  "title_province"  INTEGER NOT NULL,
  "title_state"     INTEGER NOT NULL,
  "survey_coverage" INTEGER NOT NULL,
  "survey_rate_1"   INTEGER NOT NULL,
  "survey_points_1" INTEGER NOT NULL,
  "survey_rate_2"   INTEGER NOT NULL,
  "survey_points_2" INTEGER NOT NULL,
  "longer"          TEXT NOT NULL,
  "rounding"        TEXT NOT NULL,
  "chain"           TEXT
) STRICT;

-- Fen.
CREATE TABLE prize (
  "id"       INTEGER PRIMARY KEY AUTOINCREMENT,
  "scheme"   INTEGER NOT NULL REFERENCES scheme ("id"),
  "position" INTEGER NOT NULL,
  "prize"    TEXT NOT NULL,
  "name"     TEXT NOT NULL,
  "places"   INTEGER NOT NULL,
  "amount"   INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX prize_of_scheme ON prize ("scheme", "prize");

CREATE TABLE assessment (
  "id"        INTEGER PRIMARY KEY AUTOINCREMENT,
  "compound"  INTEGER NOT NULL REFERENCES compound ("id"),
  "period"    TEXT NOT NULL,
  "annex"     TEXT NOT NULL,
  "catalogue" INTEGER NOT NULL REFERENCES catalogue ("id"),
  "assessor"  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX assessment_once ON assessment ("period", "compound", "annex", "assessor");
CREATE INDEX assessment_of_compound ON assessment ("compound");

CREATE TABLE assessment_item (
  "id"         INTEGER PRIMARY KEY AUTOINCREMENT,
  "assessment" INTEGER NOT NULL REFERENCES assessment ("id"),
  "clause"     INTEGER NOT NULL REFERENCES clause ("id"),
  "count"      INTEGER,
  "points"     INTEGER,
  "evidence"   TEXT
) STRICT;
CREATE UNIQUE INDEX assessment_item_once ON assessment_item ("assessment", "clause");

CREATE TABLE bonus (
  "id"               INTEGER PRIMARY KEY AUTOINCREMENT,
  "compound"         INTEGER NOT NULL REFERENCES compound ("id"),
  "period"           TEXT NOT NULL,
  "title"            TEXT NOT NULL,
  "project"          TEXT,
  "certificate"      TEXT,
  "withdrawn"        INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "withdrawn_reason" TEXT
) STRICT;
CREATE INDEX bonus_of_period ON bonus ("period", "compound");

CREATE TABLE survey (
  "id"       INTEGER PRIMARY KEY AUTOINCREMENT,
  "compound" INTEGER NOT NULL REFERENCES compound ("id"),
  "period"   TEXT NOT NULL,
  "rate"     INTEGER NOT NULL,
  "coverage" INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX survey_once ON survey ("period", "compound");

CREATE TABLE sheet_waiver (
  "id"       INTEGER PRIMARY KEY AUTOINCREMENT,
  "compound" INTEGER NOT NULL REFERENCES compound ("id"),
  "period"   TEXT NOT NULL,
  "reason"   TEXT NOT NULL,
  "person"   TEXT NOT NULL,
  "at"       INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX sheet_waiver_once ON sheet_waiver ("period", "compound");

CREATE TABLE twin_decision (
  "id"      INTEGER PRIMARY KEY AUTOINCREMENT,
  "finding" INTEGER NOT NULL REFERENCES finding ("id"),
  "other"   INTEGER NOT NULL REFERENCES finding ("id"),
  "once"    INTEGER NOT NULL CHECK ("once" IN (0, 1)),
  "reason"  TEXT NOT NULL,
  "person"  TEXT NOT NULL,
  "at"      INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX twin_decision_once ON twin_decision ("finding", "other");

CREATE TABLE award_decision (
  "id"       INTEGER PRIMARY KEY AUTOINCREMENT,
  "period"   TEXT NOT NULL,
  "compound" INTEGER NOT NULL REFERENCES compound ("id"),
  "red"      INTEGER NOT NULL CHECK ("red" IN (0, 1)),
  "prize"    TEXT NOT NULL,
  "person"   TEXT NOT NULL,
  "reason"   TEXT NOT NULL,
  "at"       INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX award_decision_once ON award_decision ("period", "compound", "red");

-- Fen.
CREATE TABLE payout (
  "id"       INTEGER PRIMARY KEY AUTOINCREMENT,
  "period"   TEXT NOT NULL,
  "compound" INTEGER NOT NULL REFERENCES compound ("id"),
  "prize"    TEXT NOT NULL,
  "name"     TEXT NOT NULL,
  "amount"   INTEGER NOT NULL CHECK ("amount" > 0),
  "account"  TEXT,
  "identity" TEXT
) STRICT;
CREATE INDEX payout_of_period ON payout ("period", "compound");

CREATE TABLE period_version (
  "id"      INTEGER PRIMARY KEY AUTOINCREMENT,
  "period"  TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "at"      INTEGER NOT NULL,
  "user"    TEXT NOT NULL,
  "reason"  TEXT,
  "content" TEXT NOT NULL,
  "sha256"  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX period_version_once ON period_version ("period", "version");

CREATE TABLE filed_report (
  "id"        INTEGER PRIMARY KEY AUTOINCREMENT,
  "number"    TEXT NOT NULL UNIQUE,
  "period"    TEXT NOT NULL,
  "what"      TEXT NOT NULL,
  "file_name" TEXT NOT NULL,
  "sha256"    TEXT NOT NULL,
  "user"      TEXT NOT NULL,
  "at"        INTEGER NOT NULL
) STRICT;
CREATE INDEX filed_report_file ON filed_report ("sha256");

-- Version 1: 002 §3 to §5 and annex 4, with the readings of the rulings.
INSERT INTO scheme VALUES
  (1, 1, '1900-01-01', '实施方案', 'district city', 6000, 4000, 10000, 10000, 0, 0, NULL, NULL, 2, 200,
   300, 500, 700, 1000, 8000, 8000, 500, 9000, 1000, 'anew', 'away', 'open faults long_term');
INSERT INTO prize VALUES
  (1, 1, 1, 'first', '一等奖', 2, 300000),
  (2, 1, 2, 'second', '二等奖', 2, 202400),
  (3, 1, 3, 'third', '三等奖', 2, 100000),
  (4, 1, 4, 'red', '“红色物业”', 1, 202400);

-- Frozen means frozen: a version of a scheme, a finalised period, a written report.
CREATE TRIGGER scheme_frozen_update BEFORE UPDATE ON scheme
BEGIN SELECT RAISE (ABORT, 'a version of the scheme is frozen'); END;
CREATE TRIGGER scheme_frozen_replace BEFORE INSERT ON scheme
WHEN EXISTS (SELECT 1 FROM scheme WHERE "id" = NEW."id" OR "version" = NEW."version")
BEGIN SELECT RAISE (ABORT, 'a version of the scheme is frozen'); END;
CREATE TRIGGER scheme_built_in BEFORE DELETE ON scheme WHEN OLD."id" = 1
BEGIN SELECT RAISE (ABORT, 'the built-in scheme is frozen'); END;
CREATE TRIGGER prize_frozen_update BEFORE UPDATE ON prize
BEGIN SELECT RAISE (ABORT, 'a version of the scheme is frozen'); END;
CREATE TRIGGER prize_frozen_replace BEFORE INSERT ON prize
WHEN EXISTS (SELECT 1 FROM prize WHERE "id" = NEW."id" OR ("scheme" = NEW."scheme" AND "prize" = NEW."prize"))
BEGIN SELECT RAISE (ABORT, 'a version of the scheme is frozen'); END;
CREATE TRIGGER prize_built_in BEFORE DELETE ON prize WHEN OLD."scheme" = 1
BEGIN SELECT RAISE (ABORT, 'the built-in scheme is frozen'); END;
CREATE TRIGGER period_version_frozen_update BEFORE UPDATE ON period_version
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER period_version_frozen_delete BEFORE DELETE ON period_version
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER period_version_frozen_replace BEFORE INSERT ON period_version
WHEN EXISTS (SELECT 1 FROM period_version WHERE "id" = NEW."id" OR ("period" = NEW."period" AND "version" = NEW."version"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER filed_report_frozen_update BEFORE UPDATE ON filed_report
BEGIN SELECT RAISE (ABORT, 'a written report is frozen'); END;
CREATE TRIGGER filed_report_frozen_delete BEFORE DELETE ON filed_report
BEGIN SELECT RAISE (ABORT, 'a written report is frozen'); END;
CREATE TRIGGER filed_report_frozen_replace BEFORE INSERT ON filed_report
WHEN EXISTS (SELECT 1 FROM filed_report WHERE "id" = NEW."id" OR "number" = NEW."number")
BEGIN SELECT RAISE (ABORT, 'a written report is frozen'); END;

-- What a finalised period counts no longer moves. 28800 seconds: Asia/Shanghai.
CREATE VIEW finalised_day AS SELECT "starts_on", "ends_on", "finalised_at", "name" FROM period WHERE "finalised" = 1;
CREATE TRIGGER inspection_finalised_insert BEFORE INSERT ON inspection
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE date (NEW."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER inspection_finalised_delete BEFORE DELETE ON inspection
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE date (OLD."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER inspection_finalised_update BEFORE UPDATE OF "compound", "level", "at", "withdrawn" ON inspection
WHEN (OLD."compound" IS NOT NEW."compound" OR OLD."level" IS NOT NEW."level" OR OLD."at" IS NOT NEW."at" OR OLD."withdrawn" IS NOT NEW."withdrawn")
  AND (EXISTS (SELECT 1 FROM finalised_day WHERE date (OLD."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on")
    OR EXISTS (SELECT 1 FROM finalised_day WHERE date (NEW."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER finding_finalised_insert BEFORE INSERT ON finding
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE date (NEW."found_at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER finding_finalised_delete BEFORE DELETE ON finding
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE date (OLD."found_at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER finding_finalised_update BEFORE UPDATE OF "compound", "level", "clause", "count", "found_at", "points", "state" ON finding
WHEN (OLD."compound" IS NOT NEW."compound" OR OLD."level" IS NOT NEW."level" OR OLD."clause" IS NOT NEW."clause" OR OLD."count" IS NOT NEW."count" OR OLD."found_at" IS NOT NEW."found_at" OR OLD."points" IS NOT NEW."points" OR (OLD."state" = 'withdrawn') <> (NEW."state" = 'withdrawn'))
  AND (EXISTS (SELECT 1 FROM finalised_day WHERE date (OLD."found_at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on")
    OR EXISTS (SELECT 1 FROM finalised_day WHERE date (NEW."found_at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER platform_case_finalised_insert BEFORE INSERT ON platform_case
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE date (NEW."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER platform_case_finalised_delete BEFORE DELETE ON platform_case
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE date (OLD."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER platform_case_finalised_update BEFORE UPDATE OF "compound", "level", "clause", "at", "state" ON platform_case
WHEN (OLD."compound" IS NOT NEW."compound" OR OLD."level" IS NOT NEW."level" OR OLD."clause" IS NOT NEW."clause" OR OLD."at" IS NOT NEW."at" OR (OLD."state" = 'withdrawn') <> (NEW."state" = 'withdrawn'))
  AND (EXISTS (SELECT 1 FROM finalised_day WHERE date (OLD."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on")
    OR EXISTS (SELECT 1 FROM finalised_day WHERE date (NEW."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER assessment_finalised_insert BEFORE INSERT ON assessment
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = NEW."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER assessment_finalised_update BEFORE UPDATE ON assessment
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = OLD."period") OR EXISTS (SELECT 1 FROM finalised_day WHERE "name" = NEW."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER assessment_finalised_delete BEFORE DELETE ON assessment
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = OLD."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER bonus_finalised_insert BEFORE INSERT ON bonus
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = NEW."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER bonus_finalised_update BEFORE UPDATE ON bonus
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = OLD."period") OR EXISTS (SELECT 1 FROM finalised_day WHERE "name" = NEW."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER bonus_finalised_delete BEFORE DELETE ON bonus
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = OLD."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER survey_finalised_insert BEFORE INSERT ON survey
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = NEW."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER survey_finalised_update BEFORE UPDATE ON survey
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = OLD."period") OR EXISTS (SELECT 1 FROM finalised_day WHERE "name" = NEW."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER survey_finalised_delete BEFORE DELETE ON survey
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = OLD."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER sheet_waiver_finalised_insert BEFORE INSERT ON sheet_waiver
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = NEW."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER sheet_waiver_finalised_update BEFORE UPDATE ON sheet_waiver
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = OLD."period") OR EXISTS (SELECT 1 FROM finalised_day WHERE "name" = NEW."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER sheet_waiver_finalised_delete BEFORE DELETE ON sheet_waiver
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = OLD."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER award_decision_finalised_insert BEFORE INSERT ON award_decision
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = NEW."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER award_decision_finalised_update BEFORE UPDATE ON award_decision
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = OLD."period") OR EXISTS (SELECT 1 FROM finalised_day WHERE "name" = NEW."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER award_decision_finalised_delete BEFORE DELETE ON award_decision
WHEN EXISTS (SELECT 1 FROM finalised_day WHERE "name" = OLD."period")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER assessment_item_finalised_insert BEFORE INSERT ON assessment_item
WHEN EXISTS (SELECT 1 FROM assessment JOIN finalised_day ON "name" = "period" WHERE assessment."id" = NEW."assessment")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER assessment_item_finalised_update BEFORE UPDATE ON assessment_item
WHEN EXISTS (SELECT 1 FROM assessment JOIN finalised_day ON "name" = "period" WHERE assessment."id" = OLD."assessment") OR EXISTS (SELECT 1 FROM assessment JOIN finalised_day ON "name" = "period" WHERE assessment."id" = NEW."assessment")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER assessment_item_finalised_delete BEFORE DELETE ON assessment_item
WHEN EXISTS (SELECT 1 FROM assessment JOIN finalised_day ON "name" = "period" WHERE assessment."id" = OLD."assessment")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
-- A confirmed fault counts where its case was dispatched, or, decided after that was finalised, where it was decided.
CREATE VIEW case_fault_frozen AS
  SELECT d."id" FROM case_fault AS d JOIN platform_case AS p ON p."id" = d."case"
    JOIN finalised_day AS own ON date (p."at" + 28800, 'unixepoch') BETWEEN own."starts_on" AND own."ends_on"
  WHERE d."decision" = 'confirmed' AND (d."at" <= own."finalised_at" OR EXISTS (SELECT 1 FROM finalised_day AS late
    WHERE date (d."at" + 28800, 'unixepoch') BETWEEN late."starts_on" AND late."ends_on" AND d."at" <= late."finalised_at"));
CREATE TRIGGER case_fault_finalised_update BEFORE UPDATE ON case_fault
WHEN EXISTS (SELECT 1 FROM case_fault_frozen WHERE "id" = OLD."id")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER case_fault_finalised_delete BEFORE DELETE ON case_fault
WHEN EXISTS (SELECT 1 FROM case_fault_frozen WHERE "id" = OLD."id")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
