-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 5: whether two findings are one defect is frozen with the period of their day.

CREATE VIEW finding_frozen AS
  SELECT f."id" FROM finding AS f
    JOIN finalised_day ON date (f."found_at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on";
CREATE VIEW twin_decision_frozen AS
  SELECT "id" FROM twin_decision
  WHERE EXISTS (SELECT 1 FROM finding_frozen AS f WHERE f."id" IN ("finding", "other"));

-- A number that is taken: REPLACE would drop the one that has it, past the guard of deletes.
CREATE TRIGGER twin_decision_finalised_insert BEFORE INSERT ON twin_decision
WHEN EXISTS (SELECT 1 FROM finding_frozen WHERE "id" IN (NEW."finding", NEW."other"))
  OR EXISTS (SELECT 1 FROM twin_decision_frozen WHERE "id" = NEW."id")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER twin_decision_finalised_update BEFORE UPDATE ON twin_decision
WHEN EXISTS (SELECT 1 FROM finding_frozen WHERE "id" IN (OLD."finding", OLD."other", NEW."finding", NEW."other"))
  OR EXISTS (SELECT 1 FROM twin_decision_frozen WHERE "id" = NEW."id")
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER twin_decision_finalised_delete BEFORE DELETE ON twin_decision
WHEN EXISTS (SELECT 1 FROM finding_frozen WHERE "id" IN (OLD."finding", OLD."other"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
