-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 5: whether two findings are one defect is frozen with the period of their day, and what is frozen
-- keeps its number.

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

-- REPLACE drops the row that has the number which it is given, past the guards of deletes: what a finalised
-- period counts gives its number to nobody.
CREATE TRIGGER inspection_number_insert BEFORE INSERT ON inspection
WHEN EXISTS (SELECT 1 FROM inspection AS t WHERE t."id" = NEW."id" AND EXISTS (SELECT 1 FROM finalised_day WHERE date (t."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER inspection_number_update BEFORE UPDATE OF "id" ON inspection
WHEN OLD."id" IS NOT NEW."id" AND EXISTS (SELECT 1 FROM inspection AS t WHERE t."id" IN (OLD."id", NEW."id") AND EXISTS (SELECT 1 FROM finalised_day WHERE date (t."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER finding_number_insert BEFORE INSERT ON finding
WHEN EXISTS (SELECT 1 FROM finding AS t WHERE t."id" = NEW."id" AND EXISTS (SELECT 1 FROM finalised_day WHERE date (t."found_at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER finding_number_update BEFORE UPDATE OF "id" ON finding
WHEN OLD."id" IS NOT NEW."id" AND EXISTS (SELECT 1 FROM finding AS t WHERE t."id" IN (OLD."id", NEW."id") AND EXISTS (SELECT 1 FROM finalised_day WHERE date (t."found_at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER platform_case_number_insert BEFORE INSERT ON platform_case
WHEN EXISTS (SELECT 1 FROM platform_case AS t WHERE (t."id" = NEW."id" OR t."number" = NEW."number") AND EXISTS (SELECT 1 FROM finalised_day WHERE date (t."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER platform_case_number_update BEFORE UPDATE OF "id", "number" ON platform_case
WHEN EXISTS (SELECT 1 FROM platform_case AS t
    WHERE ((OLD."id" IS NOT NEW."id" AND t."id" IN (OLD."id", NEW."id")) OR (t."number" = NEW."number" AND t."id" IS NOT OLD."id"))
      AND EXISTS (SELECT 1 FROM finalised_day WHERE date (t."at" + 28800, 'unixepoch') BETWEEN "starts_on" AND "ends_on"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER assessment_number_insert BEFORE INSERT ON assessment
WHEN EXISTS (SELECT 1 FROM assessment AS t WHERE t."id" = NEW."id" AND EXISTS (SELECT 1 FROM finalised_day WHERE "name" = t."period"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER assessment_number_update BEFORE UPDATE OF "id" ON assessment
WHEN OLD."id" IS NOT NEW."id" AND EXISTS (SELECT 1 FROM assessment AS t WHERE t."id" IN (OLD."id", NEW."id") AND EXISTS (SELECT 1 FROM finalised_day WHERE "name" = t."period"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER assessment_item_number_insert BEFORE INSERT ON assessment_item
WHEN EXISTS (SELECT 1 FROM assessment_item AS t WHERE t."id" = NEW."id" AND EXISTS (SELECT 1 FROM assessment AS a JOIN finalised_day ON "name" = a."period" WHERE a."id" = t."assessment"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER assessment_item_number_update BEFORE UPDATE OF "id" ON assessment_item
WHEN OLD."id" IS NOT NEW."id" AND EXISTS (SELECT 1 FROM assessment_item AS t WHERE t."id" IN (OLD."id", NEW."id") AND EXISTS (SELECT 1 FROM assessment AS a JOIN finalised_day ON "name" = a."period" WHERE a."id" = t."assessment"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER bonus_number_insert BEFORE INSERT ON bonus
WHEN EXISTS (SELECT 1 FROM bonus AS t WHERE t."id" = NEW."id" AND EXISTS (SELECT 1 FROM finalised_day WHERE "name" = t."period"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER bonus_number_update BEFORE UPDATE OF "id" ON bonus
WHEN OLD."id" IS NOT NEW."id" AND EXISTS (SELECT 1 FROM bonus AS t WHERE t."id" IN (OLD."id", NEW."id") AND EXISTS (SELECT 1 FROM finalised_day WHERE "name" = t."period"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER survey_number_insert BEFORE INSERT ON survey
WHEN EXISTS (SELECT 1 FROM survey AS t WHERE t."id" = NEW."id" AND EXISTS (SELECT 1 FROM finalised_day WHERE "name" = t."period"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER survey_number_update BEFORE UPDATE OF "id" ON survey
WHEN OLD."id" IS NOT NEW."id" AND EXISTS (SELECT 1 FROM survey AS t WHERE t."id" IN (OLD."id", NEW."id") AND EXISTS (SELECT 1 FROM finalised_day WHERE "name" = t."period"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER sheet_waiver_number_insert BEFORE INSERT ON sheet_waiver
WHEN EXISTS (SELECT 1 FROM sheet_waiver AS t WHERE t."id" = NEW."id" AND EXISTS (SELECT 1 FROM finalised_day WHERE "name" = t."period"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER sheet_waiver_number_update BEFORE UPDATE OF "id" ON sheet_waiver
WHEN OLD."id" IS NOT NEW."id" AND EXISTS (SELECT 1 FROM sheet_waiver AS t WHERE t."id" IN (OLD."id", NEW."id") AND EXISTS (SELECT 1 FROM finalised_day WHERE "name" = t."period"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER award_decision_number_insert BEFORE INSERT ON award_decision
WHEN EXISTS (SELECT 1 FROM award_decision AS t WHERE t."id" = NEW."id" AND EXISTS (SELECT 1 FROM finalised_day WHERE "name" = t."period"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER award_decision_number_update BEFORE UPDATE OF "id" ON award_decision
WHEN OLD."id" IS NOT NEW."id" AND EXISTS (SELECT 1 FROM award_decision AS t WHERE t."id" IN (OLD."id", NEW."id") AND EXISTS (SELECT 1 FROM finalised_day WHERE "name" = t."period"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER case_fault_number_insert BEFORE INSERT ON case_fault
WHEN EXISTS (SELECT 1 FROM case_fault AS t JOIN case_fault_frozen AS z ON z."id" = t."id"
    WHERE t."id" = NEW."id" OR (t."case" = NEW."case" AND t."fault" = NEW."fault"))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
CREATE TRIGGER case_fault_number_update BEFORE UPDATE OF "id", "case", "fault" ON case_fault
WHEN EXISTS (SELECT 1 FROM case_fault AS t JOIN case_fault_frozen AS z ON z."id" = t."id"
    WHERE t."id" IS NOT OLD."id" AND (t."id" = NEW."id" OR (t."case" = NEW."case" AND t."fault" = NEW."fault")))
BEGIN SELECT RAISE (ABORT, 'a finalised period is frozen'); END;
