/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See case-fixture.h. */
#include "config.h"

#include "case-fixture.h"
#include "case-job.h"

/* Thursday, 15 October 2026, 14:30; the files are of three days before. */
#define NOW G_GINT64_CONSTANT (1792045800)
#define HEADS "案卷号\t级别\t小区\t小类\t派遣时间\t回复时间\t回复内容\n"
#define SENT "2026-10-12 09:00"
#define REPLIED "2026-10-12 10:00"
#define SENT_AT G_GINT64_CONSTANT (1791766800)
#define REPLIED_AT (SENT_AT + 3600)
/* Audit lines: of a new case one; of a reply its event, and the case as it then stands. */
#define REPLY_LINES 2
#define N_REPLIED (CASE_FIXTURE_ROWS / 4)

static gboolean
is_replied_at_once (int row)
{
  return row % 4 == 0;
}

static void
append_row (GString *text, gint64 number, int row, gboolean replied)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT "-%d\t%s\t龙珠百合\tA1-08\t" SENT "\t%s\t%s\n",
                          number, row, row % 2 == 0 ? "市级" : "区级", replied ? REPLIED : "",
                          replied ? "示例" : "");
}

gint64
case_fixture_import (YsLedger *ledger, gint64 number, GError **error)
{
  g_autoptr (GString) text = g_string_new (HEADS);
  g_autofree char *name = g_strdup_printf ("案卷%" G_GINT64_FORMAT ".txt", number);
  g_autoptr (YsWorkbook) workbook = NULL;
  g_autoptr (YsCaseImport) import = NULL;
  for (int row = 1; row <= CASE_FIXTURE_ROWS; row++)
    append_row (text, number, row, is_replied_at_once (row));
  for (int row = 1; number > 1 && row <= CASE_FIXTURE_ROWS; row++)
    append_row (text, number - 1, row, TRUE);
  workbook = ys_workbook_read_paste (text->str, error);
  if (workbook != NULL)
    import = ys_case_import_new (ledger, workbook, name, NULL, NOW, error);
  return import != NULL ? ys_case_import_apply (import, ledger, FALSE, FALSE, error) : -1;
}

static void
check_case (YsLedger *ledger, gint64 number, int row, gboolean replied)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT "-%d", number, row);
  g_autoptr (YsCaseView) view
      = ys_case_load (ledger, ys_case_find (ledger, name, NULL), NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (view->one.at, ==, SENT_AT);
  g_assert_cmpint (view->one.level, ==,
                   row % 2 == 0 ? YS_INSPECTION_LEVEL_CITY : YS_INSPECTION_LEVEL_DISTRICT);
  g_assert_cmpstr (view->compound, ==, "龙珠百合");
  g_assert_cmpint (view->one.replied_at, ==, replied ? REPLIED_AT : 0);
  g_assert_cmpstr (view->one.reply, ==, replied ? "示例" : NULL);
  g_assert_cmpint (view->one.state, ==, replied ? YS_CASE_REPLIED : YS_CASE_RECEIVED);
  g_assert_cmpuint (view->events->len, ==, replied ? 1 : 0);
}

void
case_fixture_check (YsLedger *ledger, gint64 n_lines_before, gint64 before, gint64 n)
{
  gint64 n_replies = n > 0 ? (n - 1) * CASE_FIXTURE_ROWS + N_REPLIED : 0;
  for (gint64 number = MAX (before, 1); number <= n; number++)
    for (int row = 1; row <= CASE_FIXTURE_ROWS; row++)
      check_case (ledger, number, row, number < n || is_replied_at_once (row));
  g_assert_cmpint (ys_record_store_count (ledger, &ys_case_type, NULL), ==, n * CASE_FIXTURE_ROWS);
  g_assert_cmpint (ys_record_store_count (ledger, &ys_event_type, NULL), ==, n_replies);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==,
                   n_lines_before + n * (CASE_FIXTURE_ROWS + 1) + n_replies * REPLY_LINES);
}
