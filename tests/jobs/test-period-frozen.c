/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a finalised period counts is refused by the database itself, whoever writes; the same words
 * are taken once it is open again. */
#include "config.h"

#include <sqlite3.h>

#include "score-fixture.h"

#include "audit.h"
#include "period-job.h"
#include "platform-case.h"

#define CITY YS_INSPECTION_LEVEL_CITY
#define OCTOBER "2026-10"

/* 1791766800: 2026-10-12 09:00; 1793840400: 2026-11-05 09:00. Ids 1 are October's. */
static const char *const statements[] = {
  "INSERT INTO inspection (\"compound\", \"level\", \"kind\", \"at\", \"catalogue\", "
  "\"withdrawn\") SELECT \"compound\", \"level\", \"kind\", \"at\", \"catalogue\", 0 FROM "
  "inspection WHERE id = 1",
  "DELETE FROM inspection WHERE id = 4",
  "UPDATE inspection SET \"compound\" = 2 WHERE id = 1",
  "UPDATE inspection SET \"level\" = 'town' WHERE id = 1",
  "UPDATE inspection SET \"at\" = 1793840400 WHERE id = 1",
  "UPDATE inspection SET \"at\" = 1791766800 WHERE \"at\" = 1793840400",
  "UPDATE inspection SET \"withdrawn\" = 1 WHERE id = 1",
  "INSERT INTO finding (\"inspection\", \"compound\", \"level\", \"clause\", \"count\", "
  "\"found_at\", \"starts_at\", \"provisional\", \"state\", \"points\") SELECT \"inspection\", "
  "\"compound\", \"level\", \"clause\", \"count\", \"found_at\", \"starts_at\", \"provisional\", "
  "\"state\", \"points\" FROM finding WHERE id = 1",
  "DELETE FROM finding WHERE id = 2",
  "UPDATE finding SET \"compound\" = 2 WHERE id = 1",
  "UPDATE finding SET \"level\" = 'town' WHERE id = 1",
  "UPDATE finding SET \"clause\" = 2 WHERE id = 1",
  "UPDATE finding SET \"count\" = 2 WHERE id = 1",
  "UPDATE finding SET \"points\" = 0 WHERE id = 1",
  "UPDATE finding SET \"found_at\" = 1793840400 WHERE id = 1",
  "UPDATE finding SET \"state\" = 'withdrawn' WHERE id = 1",
  "UPDATE OR REPLACE finding SET \"points\" = 0 WHERE id = 1",
  "INSERT INTO platform_case (\"number\", \"level\", \"compound\", \"clause\", \"at\", "
  "\"dispatched_deadline\", \"provisional\", \"state\") SELECT '示例', \"level\", \"compound\", "
  "\"clause\", \"at\", \"dispatched_deadline\", \"provisional\", \"state\" FROM platform_case "
  "WHERE id = 1",
  "DELETE FROM platform_case WHERE id = 2",
  "UPDATE platform_case SET \"compound\" = 2 WHERE id = 1",
  "UPDATE platform_case SET \"level\" = 'district' WHERE id = 1",
  "UPDATE platform_case SET \"clause\" = 2 WHERE id = 1",
  "UPDATE platform_case SET \"at\" = 1793840400 WHERE id = 1",
  "UPDATE platform_case SET \"state\" = 'withdrawn' WHERE id = 1",
  "UPDATE case_fault SET \"decision\" = 'rejected' WHERE id = 1",
  "DELETE FROM case_fault WHERE id = 1",
  "INSERT INTO assessment SELECT NULL, \"compound\", \"period\", \"annex\", \"catalogue\", "
  "'示例己' "
  "FROM assessment WHERE id = 1",
  "UPDATE assessment SET \"compound\" = 2, \"assessor\" = '示例己' WHERE id = 1",
  "UPDATE assessment SET \"period\" = '2026-12' WHERE id = 1",
  "UPDATE assessment SET \"period\" = '2026-10', \"assessor\" = '示例己' WHERE \"period\" = "
  "'2026-11'",
  "INSERT INTO assessment_item SELECT NULL, \"assessment\", \"clause\" + 1, \"count\", \"points\", "
  "\"evidence\" FROM assessment_item WHERE id = 1",
  "UPDATE assessment_item SET \"count\" = 9 WHERE id = 1",
  "UPDATE assessment_item SET \"clause\" = \"clause\" + 1, \"assessment\" = (SELECT id FROM "
  "assessment WHERE \"period\" = '2026-11') WHERE id = 1",
  "DELETE FROM assessment_item WHERE id = 1",
  "INSERT INTO bonus SELECT NULL, \"compound\", \"period\", \"title\", \"project\", "
  "\"certificate\", \"withdrawn\", \"withdrawn_reason\" FROM bonus WHERE id = 1",
  "UPDATE bonus SET \"title\" = 'state' WHERE id = 1",
  "UPDATE bonus SET \"withdrawn\" = 1 WHERE id = 1",
  "DELETE FROM bonus WHERE id = 1",
  "INSERT INTO survey SELECT NULL, 2, \"period\", \"rate\", \"coverage\" FROM survey WHERE id = 1",
  "UPDATE survey SET \"rate\" = 10000 WHERE id = 1",
  "DELETE FROM survey WHERE id = 1",
  "REPLACE INTO survey SELECT * FROM survey WHERE id = 1",
  "INSERT INTO sheet_waiver SELECT NULL, 1, \"period\", \"reason\", \"person\", \"at\" FROM "
  "sheet_waiver WHERE id = 1",
  "UPDATE sheet_waiver SET \"reason\" = '示例' WHERE id = 1",
  "DELETE FROM sheet_waiver WHERE id = 1",
  "INSERT INTO award_decision SELECT NULL, \"period\", 1, \"red\", \"prize\", \"person\", "
  "\"reason\", \"at\" FROM award_decision WHERE id = 1",
  "UPDATE award_decision SET \"prize\" = 'none' WHERE id = 1",
  "DELETE FROM award_decision WHERE id = 1",
  "INSERT INTO twin_decision SELECT NULL, 1, 2, \"once\", \"reason\", \"person\", \"at\" FROM "
  "twin_decision WHERE id = 1",
  "INSERT INTO twin_decision SELECT NULL, \"finding\", 2, \"once\", \"reason\", \"person\", \"at\" "
  "FROM twin_decision WHERE id = 3",
  "INSERT OR IGNORE INTO twin_decision SELECT NULL, 2, \"other\", \"once\", \"reason\", "
  "\"person\", \"at\" FROM twin_decision WHERE id = 3",
  "UPDATE twin_decision SET \"once\" = 1 WHERE id = 1",
  "UPDATE twin_decision SET \"reason\" = '另一示例' WHERE id = 1",
  "UPDATE twin_decision SET id = 9 WHERE id = 1",
  "UPDATE twin_decision SET \"finding\" = \"other\", \"other\" = (SELECT \"finding\" FROM "
  "twin_decision WHERE id = 3) WHERE id = 1",
  "UPDATE twin_decision SET \"finding\" = 1 WHERE id = 3",
  "UPDATE twin_decision SET \"other\" = 1 WHERE id = 3",
  "UPDATE OR REPLACE twin_decision SET id = 1 WHERE id = 3",
  "DELETE FROM twin_decision WHERE id = 1",
  "REPLACE INTO twin_decision SELECT * FROM twin_decision WHERE id = 1",
  "REPLACE INTO twin_decision SELECT NULL, \"finding\", \"other\", 1, \"reason\", \"person\", "
  "\"at\" FROM twin_decision WHERE id = 1",
  "REPLACE INTO twin_decision SELECT 1, \"other\", \"finding\", \"once\", \"reason\", \"person\", "
  "\"at\" FROM twin_decision WHERE id = 3",
  /* A number that a frozen row has, taken by one of an open month. */
  "REPLACE INTO inspection (id, \"compound\", \"level\", \"kind\", \"at\", \"catalogue\", "
  "\"withdrawn\") SELECT id, \"compound\", \"level\", \"kind\", 1793840400, \"catalogue\", 0 FROM "
  "inspection WHERE id = 1",
  "REPLACE INTO finding (id, \"inspection\", \"compound\", \"level\", \"clause\", \"count\", "
  "\"found_at\", \"starts_at\", \"provisional\", \"state\", \"points\") SELECT id, \"inspection\", "
  "\"compound\", \"level\", \"clause\", \"count\", 1793840400, \"starts_at\", \"provisional\", "
  "\"state\", \"points\" FROM finding WHERE id = 1",
  "REPLACE INTO platform_case (\"number\", \"level\", \"compound\", \"clause\", \"at\", "
  "\"dispatched_deadline\", \"provisional\", \"state\") SELECT \"number\", \"level\", \"compound\", "
  "\"clause\", 1793840400, \"dispatched_deadline\", \"provisional\", \"state\" FROM platform_case "
  "WHERE id = 1",
  "UPDATE OR REPLACE platform_case SET \"number\" = (SELECT \"number\" FROM platform_case WHERE id = "
  "1) WHERE id = 2",
  "REPLACE INTO case_fault SELECT NULL, \"case\", \"fault\", 'rejected', \"reason\", \"person\", "
  "1793840400, \"evidence\" FROM case_fault WHERE id = 1",
  "REPLACE INTO assessment SELECT id, \"compound\", '2026-11', \"annex\", \"catalogue\", '示例己' "
  "FROM assessment WHERE id = 1",
  "REPLACE INTO assessment_item SELECT id, (SELECT id FROM assessment WHERE \"period\" = '2026-11'), "
  "\"clause\" + 1, \"count\", \"points\", \"evidence\" FROM assessment_item WHERE id = 1",
  "REPLACE INTO bonus SELECT id, \"compound\", '2026-11', \"title\", \"project\", "
  "\"certificate\", \"withdrawn\", \"withdrawn_reason\" FROM bonus WHERE id = 1",
  "UPDATE OR REPLACE bonus SET id = 1 WHERE \"period\" = '2026-11'",
  "REPLACE INTO survey SELECT id, \"compound\", '2026-12', \"rate\", \"coverage\" FROM survey WHERE "
  "id = 1",
  "REPLACE INTO sheet_waiver SELECT id, \"compound\", '2026-12', \"reason\", \"person\", \"at\" "
  "FROM sheet_waiver WHERE id = 1",
  "REPLACE INTO award_decision SELECT id, '2026-12', \"compound\", \"red\", \"prize\", \"person\", "
  "\"reason\", \"at\" FROM award_decision WHERE id = 1",
};

/* Refused also when the period is open: what was published stays. */
static const char *const always[] = {
  "UPDATE period_version SET \"content\" = '{}'",
  "UPDATE period_version SET \"sha256\" = ''",
  "DELETE FROM period_version",
  "REPLACE INTO period_version SELECT * FROM period_version",
  "INSERT OR REPLACE INTO period_version SELECT NULL, \"period\", \"version\", \"at\", \"user\", "
  "\"reason\", '{}', \"sha256\" FROM period_version",
};

/* Taken in a finalised period, too: none of them counts. */
static const char *const allowed[] = {
  "UPDATE inspection SET \"remark\" = '示例' WHERE id = 1",
  "UPDATE finding SET \"note\" = '示例' WHERE id = 1",
  "UPDATE finding SET \"rechecked_at\" = 1793840400, \"state\" = 'closed' WHERE id = 1",
  "UPDATE platform_case SET \"replied_at\" = 1793840400, \"state\" = 'replied' WHERE id = 1",
  "UPDATE bonus SET \"title\" = 'state' WHERE \"period\" = '2026-11'",
  "UPDATE survey SET \"rate\" = 10000 WHERE \"period\" = '2026-11'",
  "REPLACE INTO bonus SELECT * FROM bonus WHERE \"period\" = '2026-11'",
  "UPDATE platform_case SET \"number\" = '示例号' WHERE id = 1",
  "INSERT INTO twin_decision SELECT NULL, \"other\", \"finding\", \"once\", \"reason\", "
  "\"person\", \"at\" FROM twin_decision WHERE id = 3",
  "UPDATE twin_decision SET \"once\" = 1 WHERE id = 3",
  "REPLACE INTO twin_decision SELECT * FROM twin_decision WHERE id = 3",
  "DELETE FROM twin_decision WHERE id = 3",
};

static sqlite3 *
open_behind (ScoreFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "ledger.yardstick", NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_extended_result_codes (handle, 1);
  return handle;
}

/* In a transaction that is rolled back. */
static void
assert_taken (sqlite3 *handle, const char *sql, gboolean taken)
{
  int code;

  g_assert_cmpint (sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  code = sqlite3_exec (handle, sql, NULL, NULL, NULL);
  if (taken && code != SQLITE_OK)
    g_error ("Refused, but should be taken: %s: %s", sql, sqlite3_errmsg (handle));
  if (taken && sqlite3_changes (handle) == 0)
    g_error ("It changes no row: %s", sql);
  if (!taken && code != SQLITE_CONSTRAINT_TRIGGER)
    g_error ("Taken, but should be refused: %s: %s", sql, sqlite3_errmsg (handle));
  if (!taken)
    g_assert_cmpstr (sqlite3_errmsg (handle), ==, "a finalised period is frozen");
  sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
}

static void
enter_extras (ScoreFixture *fixture, gint64 compound, const char *period)
{
  g_autoptr (GError) error = NULL;
  YsSpan span = score_span (period);
  YsBonus bonus = { .compound_id = compound, .period = (char *)period, .title = 1 };

  score_sheet (fixture, compound, period, YS_ANNEX_2, "A2-01=1");
  ys_bonus_add (fixture->base.ledger, &bonus, &error);
  g_assert_no_error (error);
  ys_survey_set (fixture->base.ledger, compound, span, 8500, 8500, &error);
  g_assert_no_error (error);
}

/* Seen by two inspections of a day, and decided to be two. */
static void
enter_twins (ScoreFixture *fixture, gint64 compound, const char *at)
{
  g_autoptr (GError) error = NULL;
  gint64 one = score_visit (fixture, compound, CITY, at, "A1-03");
  gint64 other = score_visit (fixture, compound, YS_INSPECTION_LEVEL_DISTRICT, at, "A1-03");

  ys_twin_decide (fixture->base.ledger, one, other, FALSE, "示例",
                  score_instant ("2026-11-07T09:00"), &error);
  g_assert_no_error (error);
}

/* 甲 with one of everything; 乙 and 丙 tie at the second place. Inspection 4, finding 2 and case 2
 * are October's without anything that hangs on them; twins 3 are November's. */
static void
set_up (ScoreFixture *fixture, gconstpointer data)
{
  const YsInstant now = 1793581200; /* 2026-11-02 09:00 */
  g_autoptr (GError) error = NULL;

  score_set_up (fixture, data);
  score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-01 A1-02");
  score_visit (fixture, fixture->b, CITY, "2026-10-12T09:00", "");
  score_visit (fixture, fixture->c, CITY, "2026-10-12T09:00", "");
  score_visit (fixture, fixture->a, CITY, "2026-10-13T09:00", "");
  score_visit (fixture, fixture->b, CITY, "2026-11-05T09:00", "");
  score_confirm (fixture, score_case (fixture, fixture->a, "2026-10-13T09:00"), YS_FAULT_OVERDUE,
                 "2026-10-20T09:00");
  score_case (fixture, fixture->a, "2026-10-30T09:00");
  enter_twins (fixture, fixture->b, "2026-10-14T09:00");
  enter_twins (fixture, fixture->c, "2026-10-14T09:00");
  enter_twins (fixture, fixture->b, "2026-11-06T09:00");
  enter_extras (fixture, fixture->a, OCTOBER);
  enter_extras (fixture, fixture->a, "2026-11");
  ys_sheet_waive (fixture->base.ledger, fixture->b, score_span (OCTOBER), "示例", now, &error);
  g_assert_no_error (error);
  ys_sheet_waive (fixture->base.ledger, fixture->c, score_span (OCTOBER), "示例", now, &error);
  g_assert_no_error (error);
}

static void
finalise (ScoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->base.ledger, NULL);
  g_autoptr (YsStanding) standing = score_load (fixture, OCTOBER, "2026-11-02T09:00", NULL);
  const YsAwards *awards = ys_standing_awards (standing);

  if (awards->pending->len > 0)
    {
      YsPrizePlace places[] = { { fixture->b, YS_PRIZE_FIRST }, { fixture->c, YS_PRIZE_SECOND } };

      ys_award_decide (fixture->base.ledger, standing, places, 2, "示例", "示例",
                       score_instant ("2026-11-02T09:00"), &error);
      g_assert_no_error (error);
    }
  ys_period_finalise (fixture->base.ledger, registry, score_span (OCTOBER), NULL,
                      score_instant ("2026-11-02T09:00"), &error);
  g_assert_no_error (error);
}

static void
test_triggers (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsVerification) verified = NULL;
  sqlite3 *handle;

  finalise (fixture);
  handle = open_behind (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    assert_taken (handle, statements[i], FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    assert_taken (handle, always[i], FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    assert_taken (handle, allowed[i], TRUE);
  sqlite3_close (handle);
  ys_period_reopen (fixture->base.ledger, score_span (OCTOBER), "示例", &error);
  g_assert_no_error (error);
  handle = open_behind (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    assert_taken (handle, statements[i], TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    assert_taken (handle, always[i], FALSE);
  sqlite3_close (handle);
  verified = ys_audit_verify (fixture->base.ledger, &error);
  g_assert_no_error (error);
  g_assert_true (verified->ok);
}

/* A finalised period keeps the change behind @line; an open one gives it back. */
static void
assert_undone (ScoreFixture *fixture, gint64 line, gboolean undone)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ys_audit_undo (fixture->base.ledger, line, "undo", NULL, &error), ==, undone);
  if (undone)
    g_assert_no_error (error);
  else
    g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN);
}

/* Twins that were decided to be two, before their period was finalised. */
static void
test_undo_twins (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 november = ys_audit_last_of (fixture->base.ledger, "twin_decision", NULL), october;

  enter_twins (fixture, fixture->a, "2026-10-15T09:00");
  october = ys_audit_last_of (fixture->base.ledger, "twin_decision", NULL);
  finalise (fixture);
  assert_undone (fixture, october, FALSE);
  assert_undone (fixture, november, TRUE);
  ys_period_reopen (fixture->base.ledger, score_span (OCTOBER), "示例", &error);
  g_assert_no_error (error);
  assert_undone (fixture, october, TRUE);
}

/* Neither the finalising nor what it froze is undone. */
static void
test_undo (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 sheet = ys_audit_last_of (fixture->base.ledger, "bonus", NULL);
  gint64 october = 0, last;

  finalise (fixture);
  october = ys_audit_last_of (fixture->base.ledger, "award_decision", NULL);
  last = ys_audit_last_of (fixture->base.ledger, "period", NULL);
  g_assert_false (ys_audit_undo (fixture->base.ledger, last, "undo", NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_false (ys_audit_undo (fixture->base.ledger, october, "undo", NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN);
  g_assert_nonnull (strstr (error->message, "finalised period"));
  g_clear_error (&error);
  /* November's is. */
  g_assert_true (ys_audit_undo (fixture->base.ledger, sheet, "undo", NULL, &error));
  g_assert_no_error (error);
  ys_period_reopen (fixture->base.ledger, score_span (OCTOBER), "示例", &error);
  g_assert_no_error (error);
  last = ys_audit_last_of (fixture->base.ledger, "period", NULL);
  g_assert_false (ys_audit_undo (fixture->base.ledger, last, "undo", NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN);
}

/* Whoever takes the triggers away first is found: by reading, and by verifying. */
static void
test_tampered (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsVerification) verified = NULL;
  g_autoptr (YsRegistry) registry = NULL;
  sqlite3 *handle;

  finalise (fixture);
  handle = open_behind (fixture);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "DROP TRIGGER period_version_frozen_update;"
                                 "UPDATE period_version SET \"content\" = replace (\"content\", "
                                 "'\"score\":', '\"score\":1')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (handle), ==, 1);
  sqlite3_close (handle);
  registry = ys_registry_load (fixture->base.ledger, NULL);
  g_assert_null (ys_standing_load (fixture->base.ledger, registry, score_span (OCTOBER), NULL,
                                   score_instant ("2026-11-03T09:00"), NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED);
  g_clear_error (&error);
  verified = ys_audit_verify (fixture->base.ledger, &error);
  g_assert_no_error (error);
  g_assert_false (verified->ok);
  g_assert_nonnull (strstr (verified->problems->pdata[0], "Content"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/jobs/period/frozen/triggers", ScoreFixture, NULL, set_up, test_triggers,
              score_tear_down);
  g_test_add ("/jobs/period/frozen/undo", ScoreFixture, NULL, set_up, test_undo, score_tear_down);
  g_test_add ("/jobs/period/frozen/undo-twins", ScoreFixture, NULL, set_up, test_undo_twins,
              score_tear_down);
  g_test_add ("/jobs/period/frozen/tampered", ScoreFixture, NULL, set_up, test_tampered,
              score_tear_down);
  return g_test_run ();
}
