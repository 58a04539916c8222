/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which reports are one and which faults they make [002 §4.1(2)-(6); RULINGS Cases]: a row for each
 * sentence, then thousands of random months against a slow count straight from the sentences. */
#include "config.h"

#include <string.h>

#include "case-rules.h"
#include "inspection.h"

/* Reports as text. Each is "ID AT", then as needed: due=INSTANT or due=none (else two hours after),
 * reply=INSTANT or reply=none (else the minute after), level=, code=, clause= (its version's id),
 * place=, compound=, law=FROM/TO (legal procedure; /TO may be missing), paused=INSTANT, and the
 * words withdrawn, failed, overruled. "_" in a place is a space. Instants without a year are in
 * 2026. */
typedef struct
{
  YsCase *cases;
  YsReport *reports;
  YsCaseProcedure *procedures; /* one each */
  char **codes;
  guint n;
} Reports;

static YsInstant
read_instant (const char *text)
{
  g_autofree char *iso = strlen (text) < 16 ? g_strconcat ("2026-", text, NULL) : g_strdup (text);
  YsInstant instant = 0;

  if (g_str_equal (text, "none"))
    return 0;
  g_assert_true (ys_instant_from_iso (iso, &instant));
  return instant;
}

static void
read_procedure (YsReport *report, YsCaseProcedure *procedure, const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text, "/", 2);

  procedure->starts_at = read_instant (ends[0]);
  procedure->ends_at = ends[1] != NULL ? read_instant (ends[1]) : 0;
  report->procedures = procedure;
  report->n_procedures = 1;
}

static void
read_word (Reports *reports, guint i, const char *word)
{
  YsCase *one = &reports->cases[i];
  const char *value = strchr (word, '=');

  if (g_str_equal (word, "withdrawn"))
    one->state = YS_CASE_WITHDRAWN;
  else if (g_str_equal (word, "failed"))
    reports->reports[i].was_failed = TRUE;
  else if (g_str_equal (word, "overruled"))
    reports->reports[i].was_overruled = TRUE;
  else if (g_str_has_prefix (word, "due="))
    one->deadline = read_instant (value + 1);
  else if (g_str_has_prefix (word, "reply="))
    one->replied_at = read_instant (value + 1);
  else if (g_str_has_prefix (word, "level="))
    one->level = ys_choice_from_text (ys_level_choices, value + 1);
  else if (g_str_has_prefix (word, "code="))
    {
      g_free (reports->codes[i]);
      reports->codes[i] = g_strdup (value + 1);
    }
  else if (g_str_has_prefix (word, "clause="))
    one->clause_id = g_ascii_strtoll (value + 1, NULL, 10);
  else if (g_str_has_prefix (word, "compound="))
    one->compound_id = g_ascii_strtoll (value + 1, NULL, 10);
  else if (g_str_has_prefix (word, "place="))
    one->place = g_strdelimit (g_strdup (value + 1), "_", ' ');
  else if (g_str_has_prefix (word, "law="))
    read_procedure (&reports->reports[i], &reports->procedures[i], value + 1);
  else if (g_str_has_prefix (word, "paused="))
    one->paused_at = read_instant (value + 1);
  else
    g_error ("a report has no word %s", word);
}

static void
read_report (Reports *reports, guint i, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  YsCase *one = &reports->cases[i];

  *one = (YsCase){ .id = g_ascii_strtoll (words[0], NULL, 10),
                   .level = YS_INSPECTION_LEVEL_CITY,
                   .compound_id = 1,
                   .clause_id = 10,
                   .state = YS_CASE_REPLIED };
  one->at = read_instant (words[1]);
  one->deadline = one->at + 2 * 3600;
  one->replied_at = one->at + 60;
  reports->codes[i] = g_strdup ("A1-10");
  for (guint w = 2; words[w] != NULL; w++)
    read_word (reports, i, words[w]);
  reports->reports[i].report = one;
  reports->reports[i].code = reports->codes[i];
}

static void
read_reports (Reports *reports, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "; ", -1);

  reports->n = *text != '\0' ? g_strv_length (lines) : 0;
  reports->cases = g_new0 (YsCase, reports->n + 1);
  reports->reports = g_new0 (YsReport, reports->n + 1);
  reports->procedures = g_new0 (YsCaseProcedure, reports->n + 1);
  reports->codes = g_new0 (char *, reports->n + 1);
  for (guint i = 0; i < reports->n; i++)
    read_report (reports, i, lines[i]);
}

static void
clear_reports (Reports *reports)
{
  for (guint i = 0; i < reports->n; i++)
    g_free (reports->cases[i].place);
  g_free (reports->cases);
  g_free (reports->reports);
  g_free (reports->procedures);
  g_strfreev (reports->codes);
}

/* "3 repeated 2026-10 1,2,3; …" */
static char *
tell (GPtrArray *proposals)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      const YsFaultProposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *month = ys_date_to_iso (proposal->month);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %s %s ", i > 0 ? "; " : "",
                              proposal->case_id, ys_choice_nick (ys_fault_choices, proposal->fault),
                              month);
      for (guint e = 0; e < proposal->evidence->len; e++)
        g_string_append_printf (text, "%s%" G_GINT64_FORMAT, e > 0 ? "," : "",
                                g_array_index (proposal->evidence, gint64, e));
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name; /* and its sentence */
  const char *reports;
  const char *told;
  const char *now; /* (nullable): the end of the year */
} DetectCase;

#define THREE "1 10-09T09:00; 2 10-12T09:00; 3 10-13T09:00"

static const DetectCase detect_cases[] = {
  { "nothing", "", "", NULL },
  { "one-is-none", "1 10-09T09:00", "", NULL },
  { "two-are-none", "1 10-09T09:00; 2 10-12T09:00", "", NULL },
  /* [002 §4.1(4)] 同一问题当月出现三次举报; "Three reports after merging: repeated, proposed on the
   * third" */
  { "three-are-repeated-on-the-third", THREE, "3 repeated 2026-10 1,2,3", NULL },
  { "given-in-any-order", "3 10-13T09:00; 1 10-09T09:00; 2 10-12T09:00", "3 repeated 2026-10 1,2,3",
    NULL },
  /* [002 §4.1(6)] 当月超过三次（不含）; "Four: key alone, on the fourth, instead of repeated" */
  { "four-are-key-alone-on-the-fourth", THREE "; 4 10-14T09:00", "4 key 2026-10 1,2,3,4", NULL },
  { "five-are-key-once", THREE "; 4 10-14T09:00; 5 10-15T09:00", "4 key 2026-10 1,2,3,4", NULL },
  { "nine-are-key-once",
    THREE
    "; 4 10-14T09:00; 5 10-15T09:00; 6 10-16T09:00; 7 10-19T09:00; 8 10-20T09:00; 9 10-21T09:00",
    "4 key 2026-10 1,2,3,4", NULL },
  /* "One deduction per problem and month" */
  { "two-problems-each-their-own",
    THREE "; 4 10-09T09:00 place=门岗; 5 10-12T09:00 place=门岗; 6 10-13T09:00 place=门岗",
    "3 repeated 2026-10 1,2,3; 6 repeated 2026-10 4,5,6", NULL },
  /* "Same problem: same compound, clause and place" */
  { "another-compound", "1 10-09T09:00; 2 10-12T09:00 compound=2; 3 10-13T09:00", "", NULL },
  { "another-clause", "1 10-09T09:00; 2 10-12T09:00 code=A1-11; 3 10-13T09:00", "", NULL },
  { "another-place",
    "1 10-09T09:00 place=3号楼; 2 10-12T09:00 place=4号楼; 3 10-13T09:00 place=3号楼", "", NULL },
  { "one-code-of-two-versions", "1 10-09T09:00 clause=10; 2 10-12T09:00 clause=96; 3 10-13T09:00",
    "3 repeated 2026-10 1,2,3", NULL },
  /* "compared without width, space and case" */
  { "place-without-width-space-case",
    "1 10-09T09:00 place=3号楼B座; 2 10-12T09:00 place=３号楼_ｂ座; 3 10-13T09:00 "
    "place=_3_号楼　b座_",
    "3 repeated 2026-10 1,2,3", NULL },
  /* "two empty places are the same place" */
  { "empty-places", "1 10-09T09:00; 2 10-12T09:00 place=; 3 10-13T09:00 place=__",
    "3 repeated 2026-10 1,2,3", NULL },
  { "empty-is-no-other-place", "1 10-09T09:00; 2 10-12T09:00; 3 10-13T09:00 place=3号楼", "",
    NULL },
  /* "city and district reports count together" */
  { "city-and-district",
    "1 10-09T09:00 level=city; 2 10-12T09:00 level=district; 3 10-13T09:00 level=city",
    "3 repeated 2026-10 1,2,3", NULL },
  /* "judged per calendar month, also in longer periods" */
  { "over-the-end-of-a-month", "1 10-29T09:00; 2 10-30T09:00; 3 11-02T09:00", "", NULL },
  { "first-and-last-minute-of-a-month",
    "1 10-01T00:00; 2 10-15T09:00; 3 10-31T23:59; 4 11-01T02:00; 5 11-03T09:00; 6 11-30T23:59",
    "3 repeated 2026-10 1,2,3; 6 repeated 2026-11 4,5,6", NULL },
  { "the-same-month-of-two-years", "1 2025-10-09T09:00; 2 2025-10-12T09:00; 3 10-13T09:00", "",
    NULL },
  { "repeated-then-key", THREE "; 4 11-02T09:00; 5 11-04T09:00; 6 11-06T09:00; 7 11-09T09:00",
    "3 repeated 2026-10 1,2,3; 7 key 2026-11 4,5,6,7", NULL },
  /* "A report that arrives inside the first one's time limit … is one with it" */
  { "inside-the-limit", "1 10-09T09:00; 2 10-09T10:00; 3 10-12T09:00", "", NULL },
  { "inside-the-limit-is-evidence-too",
    "1 10-09T09:00; 2 10-09T10:00; 3 10-12T09:00; 4 10-13T09:00", "4 repeated 2026-10 1,2,3,4",
    NULL },
  /* "its last minute included" */
  { "last-minute-of-the-limit",
    "1 10-09T09:00 due=10-09T11:00; 2 10-09T11:00; 3 10-12T09:00; 4 10-13T09:00",
    "4 repeated 2026-10 1,2,3,4", NULL },
  { "minute-after-the-limit",
    "1 10-09T09:00 due=10-09T11:00; 2 10-09T11:01; 3 10-12T09:00; 4 10-13T09:00",
    "4 key 2026-10 1,2,3,4", NULL },
  { "at-the-same-minute", "1 10-09T09:00; 2 10-09T09:00; 3 10-12T09:00; 4 10-13T09:00",
    "4 repeated 2026-10 1,2,3,4", NULL },
  { "without-a-limit-nothing-merges",
    "1 10-09T09:00 due=none; 2 10-09T09:00 due=none; 3 10-09T09:30", "3 repeated 2026-10 1,2,3",
    NULL },
  /* "also when that one came last month": 2 is one with 1, so October has two */
  { "the-first-came-last-month",
    "1 09-30T09:00 due=10-13T17:30; 2 10-09T09:00; 3 10-15T09:00; 4 10-20T09:00", "", NULL },
  { "the-first-came-last-month-then-three",
    "1 09-30T09:00 due=10-13T17:30; 2 10-09T09:00; 3 10-15T09:00; 4 10-20T09:00; 5 10-23T09:00",
    "5 repeated 2026-10 3,4,5", NULL },
  { "the-first-came-last-year",
    "1 2025-12-31T09:00 due=2026-01-06T17:30; 2 01-04T09:00; 3 01-12T09:00; 4 01-15T09:00", "",
    NULL },
  /* "or was answered already" */
  { "the-first-was-answered",
    "1 10-09T09:00 due=10-14T17:30 reply=10-09T09:30; 2 10-12T09:00; 3 10-15T09:00; 4 10-20T09:00",
    "4 repeated 2026-10 1,2,3,4", NULL },
  /* "and its own limit does not run": 2 would reach over 3 */
  { "the-merged-limit-does-not-run",
    "1 10-09T09:00 due=10-12T17:30; 2 10-12T09:00 due=10-15T17:30; 3 10-14T09:00; 4 10-20T09:00",
    "4 repeated 2026-10 1,2,3,4", NULL },
  { "a-chain-is-no-span",
    "1 10-09T09:00; 2 10-09T10:30; 3 10-09T12:00; 4 10-09T13:30; 5 10-09T15:00",
    "5 repeated "
    "2026-10 1,2,3,4,5",
    NULL },
  /* "or during legal procedure" */
  { "in-procedure",
    "1 10-09T09:00 law=10-09T10:00/10-20T17:30; 2 10-12T09:00; 3 10-13T09:00; "
    "4 10-23T09:00; 5 10-26T09:00",
    "5 repeated 2026-10 1,2,3,4,5", NULL },
  { "in-procedure-still",
    "1 10-09T09:00 law=10-09T10:00; 2 10-12T09:00; 3 10-13T09:00; 4 10-23T09:00", "", NULL },
  { "procedure-first-minute",
    "1 10-09T09:00 law=10-12T09:00/10-12T10:00; 2 10-12T09:00; 3 10-13T09:00; "
    "4 10-14T09:00",
    "4 repeated 2026-10 1,2,3,4", NULL },
  { "procedure-last-minute",
    "1 10-09T09:00 law=10-10T09:00/10-12T09:00; 2 10-12T09:00; 3 10-13T09:00; "
    "4 10-14T09:00",
    "4 repeated 2026-10 1,2,3,4", NULL },
  { "procedure-not-begun", "1 10-09T09:00 law=10-12T09:01; 2 10-12T09:00; 3 10-14T09:00", "",
    NULL },
  { "procedure-over", "1 10-09T09:00 law=10-10T09:00/10-12T08:59; 2 10-12T09:00; 3 10-13T09:00",
    "3 repeated 2026-10 1,2,3", NULL },
  { "procedure-of-last-month",
    "1 09-09T09:00 law=09-10T09:00; "
    "2 10-12T09:00; 3 10-13T09:00; "
    "4 10-14T09:00; 5 10-15T09:00",
    "", NULL },
  /* the procedure is the problem's, whichever report it was written to */
  { "procedure-of-a-merged-report",
    "1 10-09T09:00; 2 10-09T10:00 law=10-09T10:00; 3 10-12T09:00; "
    "4 10-13T09:00",
    "", NULL },
  { "procedure-of-another-problem",
    "1 10-09T09:00 law=10-09T10:00 place=门岗; 2 10-09T09:00; 3 "
    "10-12T09:00; 4 10-13T09:00",
    "4 repeated 2026-10 2,3,4", NULL },
  /* 3 is one with 1 of September: it does not make October's fault */
  { "one-with-last-month-makes-no-fault",
    "1 09-09T09:00 law=10-12T09:00/10-14T17:30; 2 10-09T09:00; 3 10-13T09:00; 4 10-15T09:00; 5 "
    "10-16T09:00",
    "5 repeated 2026-10 2,4,5", NULL },
  { "in-the-merged-limit-of-procedure",
    "1 10-09T09:00 law=10-12T09:00/10-12T09:30; 2 10-12T09:10; "
    "3 10-12T10:00; 4 10-13T09:00",
    "4 repeated 2026-10 1,2,3,4", NULL },
  /* while the clock stands the limit does not end */
  { "the-first-is-paused", "1 10-09T09:00 paused=10-09T10:00; 2 10-12T09:00; 3 10-13T09:00", "",
    NULL },
  { "paused-too-late", "1 10-09T09:00 paused=10-09T11:01; 2 10-12T09:00; 3 10-13T09:00",
    "3 repeated 2026-10 1,2,3", NULL },
  { "withdrawn-is-left-out", "1 10-09T09:00; 2 10-12T09:00 withdrawn; 3 10-13T09:00", "", NULL },
  { "withdrawn-merges-nothing",
    "1 10-09T09:00 due=10-30T17:30 withdrawn; 2 10-12T09:00; 3 10-13T09:00; "
    "4 10-14T09:00",
    "4 repeated 2026-10 2,3,4", NULL },
  /* nothing later than now is seen */
  { "before-the-third", THREE, "", "2026-10-13T08:59" },
  { "the-minute-of-the-third", THREE, "3 repeated 2026-10 1,2,3", "2026-10-13T09:00" },
  { "between-third-and-fourth", THREE "; 4 10-14T09:00", "3 repeated 2026-10 1,2,3",
    "2026-10-14T08:59" },
  { "the-minute-of-the-fourth", THREE "; 4 10-14T09:00", "4 key 2026-10 1,2,3,4",
    "2026-10-14T09:00" },
  /* [002 §4.1(2)] 超时: "The minute of the deadline is in time, for a repair and for a reply"; "a
   * late or missing reply is proposed as overdue at once" */
  { "replied-at-the-deadline", "1 10-09T09:00 due=10-09T11:00 reply=10-09T11:00", "", NULL },
  { "replied-a-minute-late", "1 10-09T09:00 due=10-09T11:00 reply=10-09T11:01",
    "1 overdue 2026-10 1", NULL },
  { "no-reply-at-the-deadline", "1 10-09T09:00 due=10-09T11:00 reply=none", "",
    "2026-10-09T11:00" },
  { "no-reply-a-minute-later", "1 10-09T09:00 due=10-09T11:00 reply=none", "1 overdue 2026-10 1",
    "2026-10-09T11:01" },
  { "overdue-in-the-month-of-dispatch", "1 10-30T09:00 due=11-04T17:30 reply=11-05T09:00",
    "1 overdue 2026-10 1", NULL },
  { "paused-is-not-overdue", "1 10-09T09:00 reply=none paused=10-09T10:00", "", NULL },
  { "withdrawn-is-not-overdue", "1 10-09T09:00 reply=none withdrawn", "", NULL },
  { "without-a-deadline-not-overdue", "1 10-09T09:00 due=none reply=none", "", NULL },
  { "a-merged-one-is-late-as-well",
    "1 10-09T09:00; 2 10-09T10:00 due=10-09T11:30 reply=10-09T11:31", "2 overdue 2026-10 2", NULL },
  { "late-and-repeated", "1 10-09T09:00; 2 10-12T09:00 reply=none; 3 10-13T09:00 reply=10-20T09:00",
    "2 overdue 2026-10 2; 3 overdue 2026-10 3; 3 repeated 2026-10 1,2,3", NULL },
  /* [002 §4.1(5)] 核查不符, [002 §4.1(3)] 推诿 */
  { "failed", "1 10-09T09:00 failed", "1 verification 2026-10 1", NULL },
  { "overruled", "1 10-09T09:00 overruled", "1 passing 2026-10 1", NULL },
  { "all-five",
    "1 10-09T09:00; 2 10-12T09:00; 3 10-13T09:00; 4 10-14T09:00 reply=none failed overruled",
    "4 overdue 2026-10 4; 4 passing 2026-10 4; 4 verification 2026-10 4; 4 key 2026-10 1,2,3,4",
    NULL },
};

static void
test_detect (gconstpointer data)
{
  const DetectCase *c = data;
  Reports reports = { 0 };
  g_autoptr (GPtrArray) proposals = NULL;
  g_autofree char *told = NULL;

  read_reports (&reports, c->reports);
  proposals = ys_case_detect (reports.reports, reports.n,
                              read_instant (c->now != NULL ? c->now : "2026-12-31T23:59"));
  told = tell (proposals);
  g_assert_cmpstr (told, ==, c->told);
  clear_reports (&reports);
}

/* The sentences, one after the other, each asked of every pair of reports. */

#define MOST 48

static gboolean
is_before (const Reports *reports, guint a, guint b)
{
  gint64 minute_a = reports->cases[a].at / 60, minute_b = reports->cases[b].at / 60;

  return minute_a < minute_b
         || (minute_a == minute_b && reports->cases[a].id < reports->cases[b].id);
}

static gboolean
is_same_problem (const Reports *reports, guint a, guint b)
{
  g_autofree char *place_a = ys_place_key (reports->cases[a].place);
  g_autofree char *place_b = ys_place_key (reports->cases[b].place);

  return reports->cases[a].compound_id == reports->cases[b].compound_id
         && g_str_equal (reports->codes[a], reports->codes[b]) && g_str_equal (place_a, place_b);
}

static gboolean
is_seen (const Reports *reports, guint i, YsInstant now)
{
  return reports->cases[i].state != YS_CASE_WITHDRAWN && reports->cases[i].at / 60 <= now / 60;
}

static gboolean
limit_holds (const YsCase *one, YsInstant at)
{
  gboolean stands = one->paused_at != 0 && one->paused_at / 60 <= one->deadline / 60
                    && one->paused_at / 60 <= at / 60;

  return one->deadline != 0 && (at / 60 <= one->deadline / 60 || stands);
}

static gboolean
law_holds (const YsCaseProcedure *law, YsInstant at)
{
  return law->starts_at != 0 && law->starts_at / 60 <= at / 60
         && (law->ends_at == 0 || at / 60 <= law->ends_at / 60);
}

/* The report that @i is one with, itself if none: the newest one before it that counts and whose
 * limit holds, else whatever the newest one in procedure is one with. */
static guint
one_with (const Reports *reports, guint i, YsInstant now)
{
  guint limit = i, law = i;

  for (guint j = 0; j < reports->n; j++)
    {
      if (j == i || !is_seen (reports, j, now) || !is_same_problem (reports, i, j)
          || !is_before (reports, j, i))
        continue;
      if (law_holds (&reports->procedures[j], reports->cases[i].at)
          && (law == i || is_before (reports, law, j)))
        law = j;
      if (limit_holds (&reports->cases[j], reports->cases[i].at) && one_with (reports, j, now) == j
          && (limit == i || is_before (reports, limit, j)))
        limit = j;
    }
  if (limit != i)
    return limit;
  return law != i ? one_with (reports, law, now) : i;
}

static gboolean
is_same_month (YsInstant a, YsInstant b)
{
  YsDate date_a = ys_instant_to_date (a), date_b = ys_instant_to_date (b);

  return date_a.year == date_b.year && date_a.month == date_b.month;
}

/* Its place among those of its problem and month that count, and how many there are. */
static void
count_places (const Reports *reports,
              const guint *ones,
              guint i,
              YsInstant now,
              guint *out_place,
              guint *out_n)
{
  *out_place = 1;
  *out_n = 0;
  for (guint j = 0; j < reports->n; j++)
    {
      if (!is_seen (reports, j, now) || ones[j] != j || !is_same_problem (reports, i, j)
          || !is_same_month (reports->cases[i].at, reports->cases[j].at))
        continue;
      *out_n += 1;
      *out_place += is_before (reports, j, i) ? 1 : 0;
    }
}

static void
tell_fault (const Reports *reports,
            const guint *ones,
            guint i,
            const char *fault,
            gboolean alone,
            YsInstant now,
            GString *text)
{
  YsDate date = ys_instant_to_date (reports->cases[i].at);
  guint left[MOST], n_left = 0;

  for (guint j = 0; j < reports->n; j++)
    if (alone ? j == i
              : is_seen (reports, j, now) && is_same_problem (reports, i, j)
                    && !is_before (reports, i, j)
                    && is_same_month (reports->cases[ones[j]].at, reports->cases[i].at))
      left[n_left++] = j;
  g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %s %04d-%02d ", text->len > 0 ? "; " : "",
                          reports->cases[i].id, fault, date.year, date.month);
  for (guint n = 0; n_left > 0; n++)
    {
      guint first = 0;

      for (guint k = 1; k < n_left; k++)
        if (is_before (reports, left[k], left[first]))
          first = k;
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, n > 0 ? "," : "",
                              reports->cases[left[first]].id);
      left[first] = left[--n_left];
    }
}

/* Ids are indexes + 1, so that walking is telling in order. */
static char *
tell_slowly (const Reports *reports, YsInstant now)
{
  GString *text = g_string_new (NULL);
  guint ones[MOST];

  for (guint i = 0; i < reports->n; i++)
    ones[i] = is_seen (reports, i, now) ? one_with (reports, i, now) : i;
  for (guint i = 0; i < reports->n; i++)
    {
      const YsCase *one = &reports->cases[i];
      YsInstant answer
          = one->replied_at != 0 && one->replied_at / 60 <= now / 60 ? one->replied_at : now;
      guint place, n;

      if (!is_seen (reports, i, now))
        continue;
      count_places (reports, ones, i, now, &place, &n);
      if (one->deadline != 0 && one->paused_at == 0 && answer / 60 > one->deadline / 60)
        tell_fault (reports, ones, i, "overdue", TRUE, now, text);
      if (ones[i] == i && place == 3 && n == 3)
        tell_fault (reports, ones, i, "repeated", FALSE, now, text);
      if (ones[i] == i && place == 4)
        tell_fault (reports, ones, i, "key", FALSE, now, text);
    }
  return g_string_free (text, FALSE);
}

static void
make_report (Reports *reports, guint i, YsInstant start, gint64 minutes)
{
  static const char *const places[]
      = { NULL, "", " ", "3号楼", "３号楼", "3 号 楼", "B座", "ｂ座" };
  YsCase *one = &reports->cases[i];
  gboolean one_problem = g_test_rand_int_range (0, 3) > 0;

  *one = (YsCase){ .id = i + 1, .compound_id = one_problem ? 1 : g_test_rand_int_range (1, 3) };
  one->clause_id = g_test_rand_int_range (1, 90);
  one->at = start + 60 * (gint64)g_test_rand_int_range (0, (gint32)minutes)
            + g_test_rand_int_range (0, 60);
  one->place = g_strdup (places[one_problem ? g_test_rand_int_range (0, 3)
                                            : g_test_rand_int_range (0, G_N_ELEMENTS (places))]);
  one->state = g_test_rand_int_range (0, 12) == 0 ? YS_CASE_WITHDRAWN : YS_CASE_RECEIVED;
  if (g_test_rand_int_range (0, 20) > 0)
    one->deadline = one->at + 60 * (gint64)g_test_rand_int_range (0, (gint32)minutes / 16);
  if (g_test_rand_int_range (0, 3) > 0)
    one->replied_at = one->at + 60 * (gint64)g_test_rand_int_range (0, (gint32)minutes / 12);
  if (g_test_rand_int_range (0, 40) == 0)
    one->paused_at = one->at + 60 * (gint64)g_test_rand_int_range (0, (gint32)minutes / 16);
  reports->codes[i] = g_strdup (one_problem || g_test_rand_bit () ? "A1-10" : "A1-22");
  reports->reports[i] = (YsReport){ .report = one, .code = reports->codes[i] };
  if (g_test_rand_int_range (0, 16) > 0)
    return;
  reports->procedures[i].starts_at
      = one->at + 60 * (gint64)g_test_rand_int_range (0, (gint32)minutes / 8);
  if (g_test_rand_bit ())
    reports->procedures[i].ends_at = reports->procedures[i].starts_at
                                     + 60 * (gint64)g_test_rand_int_range (0, (gint32)minutes / 8);
  reports->reports[i].procedures = &reports->procedures[i];
  reports->reports[i].n_procedures = 1;
}

/* Some with all reports within minutes of each other around midnight of a month's end, some over
 * three months. */
static void
test_random (void)
{
  guint n_repeated = 0, n_key = 0;

  for (guint round = 0; round < 6000; round++)
    {
      Reports reports = { 0 };
      gint64 minutes = g_test_rand_bit () ? 90 * 1440 : g_test_rand_int_range (32, 3000);
      YsInstant start = read_instant ("2026-10-01T00:00") - 60 * (minutes / 2);
      YsInstant now
          = start
            + 60 * (g_test_rand_bit () ? 2 * minutes : g_test_rand_int_range (0, (gint32)minutes));
      g_autoptr (GPtrArray) proposals = NULL;
      g_autofree char *told = NULL;
      g_autofree char *slowly = NULL;

      read_reports (&reports, "");
      reports.n = (guint)g_test_rand_int_range (1, g_test_rand_bit () ? 12 : 26);
      reports.cases = g_renew (YsCase, reports.cases, reports.n);
      reports.reports = g_renew (YsReport, reports.reports, reports.n);
      g_free (reports.procedures);
      reports.procedures = g_new0 (YsCaseProcedure, reports.n);
      g_strfreev (reports.codes);
      reports.codes = g_new0 (char *, reports.n + 1);
      for (guint i = 0; i < reports.n; i++)
        make_report (&reports, i, start, minutes);
      proposals = ys_case_detect (reports.reports, reports.n, now);
      told = tell (proposals);
      slowly = tell_slowly (&reports, now);
      g_assert_cmpstr (told, ==, slowly);
      n_repeated += strstr (told, "repeated") != NULL ? 1 : 0;
      n_key += strstr (told, "key") != NULL ? 1 : 0;
      clear_reports (&reports);
    }
  /* The rounds do reach what they are for. */
  g_assert_cmpuint (n_repeated, >, 300);
  g_assert_cmpuint (n_key, >, 300);
}

static void
test_place_key (void)
{
  g_autofree char *none = ys_place_key (NULL);
  g_autofree char *full = ys_place_key ("　Ｂ 座（东）");
  g_autofree char *half = ys_place_key ("b座(东)");

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (full, ==, half);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (detect_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/case-detect/", detect_cases[i].name, NULL);

      g_test_add_data_func (path, &detect_cases[i], test_detect);
    }
  g_test_add_func ("/rules/case-detect/place-key", test_place_key);
  g_test_add_func ("/rules/case-detect/random-months", test_random);
  return g_test_run ();
}
