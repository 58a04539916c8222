/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is scored, in few words. */
#include "config.h"

#include "score-fixture.h"

#include "award-record.h"
#include "calendar-record.h"
#include "case-job.h"
#include "change.h"
#include "finding-job.h"
#include "inspection-job.h"
#include "record-store.h"
#include "standing-private.h"

void
score_set_up (ScoreFixture *fixture, gconstpointer data)
{
  fixture_set_up (&fixture->base, data);
  fixture->a = fixture_add (&fixture->base, "甲苑", "示例社区", NULL);
  fixture->b = fixture_add (&fixture->base, "乙苑", "示例社区", NULL);
  fixture->c = fixture_add (&fixture->base, "丙苑", "示例社区", NULL);
}

void
score_tear_down (ScoreFixture *fixture, gconstpointer data)
{
  fixture_tear_down (&fixture->base, data);
}

YsInstant
score_instant (const char *text)
{
  YsInstant instant = 0;

  g_assert_true (ys_instant_from_iso (text, &instant));
  return instant;
}

YsSpan
score_span (const char *name)
{
  g_autoptr (GError) error = NULL;
  YsSpan span;

  ys_span_read (name, &span, &error);
  g_assert_no_error (error);
  return span;
}

gint64
score_visit (ScoreFixture *fixture, gint64 compound, int level, const char *at, const char *codes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_auto (GStrv) words = g_strsplit (codes, " ", -1);
  YsFindingEntry entries[8] = { { 0 } };
  YsInspection inspection = { .compound_id = compound,
                              .level = level,
                              .kind = YS_INSPECTION_KIND_UNANNOUNCED,
                              .at = score_instant (at) };
  guint n = 0;

  for (; words[n] != NULL; n++)
    {
      char *star = strchr (words[n], '*');

      g_assert_cmpuint (n, <, G_N_ELEMENTS (entries));
      entries[n].count = star != NULL ? g_ascii_strtoll (star + 1, NULL, 10) : 1;
      if (star != NULL)
        *star = '\0';
      entries[n].code = words[n];
      entries[n].place = "东门";
    }
  ys_inspection_add (fixture->base.ledger, &inspection, entries, n, &ids, &error);
  g_assert_no_error (error);
  return ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

void
score_step (ScoreFixture *fixture, gint64 finding, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  YsStep step = { .kind = ys_choice_from_text (ys_event_kind_choices, words[0]),
                  .at = score_instant (words[1]),
                  .text = "示例原因" };

  ys_finding_take_step (fixture->base.ledger, &finding, 1, &step, step.at, &error);
  g_assert_no_error (error);
}

void
score_sheet (
    ScoreFixture *fixture, gint64 compound, const char *period, int annex, const char *lines)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strsplit (lines, " ", -1);
  YsAssessmentEdit edits[16] = { { 0 } };
  guint n = 0;

  for (; words[n] != NULL; n++)
    {
      char *equals = strchr (words[n], '=');

      g_assert_cmpuint (n, <, G_N_ELEMENTS (edits));
      *equals = '\0';
      edits[n] = (YsAssessmentEdit){ words[n], equals + 1, NULL };
    }
  ys_assessment_set (fixture->base.ledger, compound, score_span (period), annex, NULL, edits, n,
                     &error);
  g_assert_no_error (error);
}

gint64
score_case (ScoreFixture *fixture, gint64 compound, const char *at)
{
  static int number;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("示例-%03d", ++number);
  YsCase one = { .number = name,
                 .level = YS_INSPECTION_LEVEL_CITY,
                 .compound_id = compound,
                 .place = name,
                 .at = score_instant (at) };
  gint64 id
      = ys_case_add (fixture->base.ledger, &one, "A1-01", (YsLimit){ 0, YS_LIMIT_NONE }, &error);

  g_assert_no_error (error);
  return id;
}

void
score_confirm (ScoreFixture *fixture, gint64 id, int fault, const char *at)
{
  g_autoptr (GError) error = NULL;

  ys_case_decide_fault (fixture->base.ledger, id, fault, YS_DECISION_CONFIRMED, "示例原因",
                        score_instant (at), &error);
  g_assert_no_error (error);
}

static void
write_period (ScoreFixture *fixture, const char *name, gboolean finalised, YsInstant at, char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = ys_change_begin (fixture->base.ledger, "finalise", &error);
  g_autoptr (GPtrArray) versions
      = ys_record_store_list_of_period (fixture->base.ledger, &ys_period_version_type, name,
                                        &error);
  gint64 id = ys_record_store_find (fixture->base.ledger, &ys_period_type, "name", name, &error);
  g_autofree char *sha256
      = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json != NULL ? json : "", -1);
  YsPeriodVersion version = { .period = (char *)name,
                              .version = YS_NUMBER (versions->len + 1),
                              .at = at,
                              .user = (char *)"示例",
                              .content = json,
                              .sha256 = sha256 };
  YsPeriod period = { .id = id,
                      .name = (char *)name,
                      .starts_on = ys_span_first (score_span (name)),
                      .ends_on = ys_span_last (score_span (name)),
                      .finalised = finalised,
                      .finalised_at = at,
                      /* As the period job: asked for when it was finalised before. */
                      .reason = versions->len > 0 ? (char *)"示例原因" : NULL };

  if (json != NULL)
    ys_change_insert (change, &ys_period_version_type, &version, &error);
  g_assert_no_error (error);
  if (id == 0)
    ys_change_insert (change, &ys_period_type, &period, &error);
  else
    ys_change_update (change, &ys_period_type, &period, NULL, &error);
  g_assert_no_error (error);
  ys_change_commit (change, NULL, &error);
  g_assert_no_error (error);
}

void
score_finalise (ScoreFixture *fixture, const char *period, const char *at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsStanding) standing = score_load (fixture, period, at, NULL);
  g_autofree char *json = ys_standing_to_json (standing, fixture->base.ledger, &error);

  g_assert_no_error (error);
  write_period (fixture, period, TRUE, score_instant (at), json);
}

void
score_reopen (ScoreFixture *fixture, const char *period)
{
  write_period (fixture, period, FALSE, 0, NULL);
}

YsStanding *
score_load (ScoreFixture *fixture, const char *period, const char *now, const char *what_if)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->base.ledger, &error);
  g_auto (GStrv) words = g_strsplit (what_if != NULL ? what_if : "", " ", -1);
  g_autoptr (YsTrial) trial = ys_trial_new ();
  YsStanding *standing;

  for (guint i = 0; words[i] != NULL; i++)
    {
      ys_trial_add (trial, words[i], &error);
      g_assert_no_error (error);
    }
  standing = ys_standing_load (fixture->base.ledger, registry, score_span (period), trial,
                               score_instant (now), NULL, &error);
  g_assert_no_error (error);
  return standing;
}

static void
append_points (GString *text, const char *separator, gint64 points)
{
  g_autofree char *number = ys_hundredths_to_text (points, FALSE);

  g_string_append_printf (text, "%s%s", separator, number);
}

char *
score_describe (const YsStanding *standing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ys_standing_n_rows (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);

      g_string_append_printf (text, "%s%s ", i > 0 ? "; " : "", row->name);
      if (!row->score.assessed)
        {
          g_string_append_c (text, '-');
          continue;
        }
      g_string_append_printf (text, "%u%s%s", row->rank, row->tied ? "=" : "",
                              row->equal ? "~" : "");
      append_points (text, " ", row->score.score);
      append_points (text, " = ", row->score.long_term);
      append_points (text, " ", row->score.property);
      append_points (text, " ", row->score.bonus);
    }
  return g_string_free (text, FALSE);
}

#define SAME(member) g_assert_cmpint (one->member, ==, other->member)

static void
assert_same_parts (const YsScoreParts *one, const YsScoreParts *other)
{
  SAME (assessed);
  SAME (finding_points);
  SAME (n_faults);
  SAME (has_sheet);
  SAME (sheet_deductions);
  SAME (sheet_extras);
  SAME (survey_points);
  SAME (bonus_points);
}

/* What the lines of a working say of the row's parts. */
static void
add_up (const YsWorkingLine *line, YsScoreParts *sums, YsScheme *scheme)
{
  switch (line->kind)
    {
    case YS_WORKING_FINDING:
    case YS_WORKING_SECOND:
      sums->finding_points -= line->points;
      break;
    case YS_WORKING_FAULT:
      g_assert_cmpint (line->points, ==, -scheme->fault_points.value);
      sums->n_faults++;
      break;
    case YS_WORKING_SHEET:
      sums->sheet_deductions -= line->points;
      break;
    case YS_WORKING_EXTRA:
      sums->sheet_extras += line->points;
      break;
    case YS_WORKING_SURVEY:
      sums->survey_points += line->points;
      break;
    case YS_WORKING_BONUS:
      sums->bonus_points += line->points;
      break;
    case YS_WORKING_WITHDRAWN:
      g_assert_cmpint (line->points, ==, 0);
      break;
    }
}

char *
score_explain (ScoreFixture *fixture, const YsStanding *standing, gint64 compound)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines
      = ys_standing_explain (standing, fixture->base.ledger, compound, &error);
  const YsScoreParts *parts = &ys_standing_find (standing, compound)->parts;
  YsScoreParts sums = { .assessed = parts->assessed, .has_sheet = parts->has_sheet };
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const YsWorkingLine *line = lines->pdata[i];

      add_up (line, &sums, ys_standing_scheme (standing)->scheme);
      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", ys_working_kind_nick (line->kind),
                              line->code != NULL ? line->code : "-");
      append_points (text, " ", line->points);
    }
  assert_same_parts (&sums, parts);
  return g_string_free (text, FALSE);
}

static void
assert_same_row (const YsStandingRow *one, const YsStandingRow *other)
{
  g_assert_cmpstr (one->name, ==, other->name);
  g_assert_cmpstr (one->community, ==, other->community);
  assert_same_parts (&one->parts, &other->parts);
  SAME (score.assessed);
  SAME (score.long_term);
  SAME (score.property);
  SAME (score.bonus);
  SAME (score.score);
  SAME (compound_id);
  SAME (rank);
  SAME (tied);
  SAME (equal);
  SAME (open_places);
  SAME (n_places);
  SAME (n_visits);
  SAME (last_rank);
  SAME (last_score);
  SAME (prize);
  SAME (is_pending);
  SAME (amount);
  SAME (red);
  SAME (has_party_branch);
  SAME (veto);
  SAME (party_points);
}

void
score_assert_same (const YsStanding *one, const YsStanding *other)
{
  const YsAwards *a = ys_standing_awards (one), *b = ys_standing_awards (other);

  g_assert_cmpuint (ys_standing_n_rows (one), ==, ys_standing_n_rows (other));
  g_assert_cmpuint (ys_standing_n_assessed (one), ==, ys_standing_n_assessed (other));
  for (guint i = 0; i < ys_standing_n_rows (one); i++)
    assert_same_row (ys_standing_row (one, i), ys_standing_row (other, i));
  g_assert_cmpuint (a->rows->len, ==, b->rows->len);
  g_assert_cmpuint (a->pending->len, ==, b->pending->len);
  g_assert_cmpint (a->total, ==, b->total);
  g_assert_cmpint (a->pending_total, ==, b->pending_total);
  g_assert_cmpint (a->red_id, ==, b->red_id);
}

void
score_assert_rows (YsStanding *standing, const char *expected)
{
  g_autofree char *text = score_describe (standing);

  g_assert_cmpstr (text, ==, expected);
}

void
score_assert_working (ScoreFixture *fixture,
                      YsStanding *standing,
                      gint64 compound,
                      const char *expected)
{
  g_autofree char *text = score_explain (fixture, standing, compound);

  g_assert_cmpstr (text, ==, expected);
}
