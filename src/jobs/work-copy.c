/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the list as text with tabs, as a spreadsheet takes it from the clipboard. */
#include "config.h"

#include "work-private.h"

#include <string.h>

#include "inspection.h"
#include "number.h"
#include "platform-case.h"

/* Rows read at a time. */
#define CHUNK 256

static const char HEADS[]
    = "案卷号\t来源\t状态\t小区\t条款\t问题\t位置\t处数\t责任单位\t发现时间\t期限\t整改"
      "时间\t扣分\r\n";

/* A cell that holds a tab, a line end or a quote stands in quotes, its quotes doubled. */
static void
append_cell (GString *text, const char *cell)
{
  if (cell == NULL)
    cell = "";
  if (strpbrk (cell, "\t\r\n\"") == NULL)
    g_string_append (text, cell);
  else
    {
      g_auto (GStrv) parts = g_strsplit (cell, "\"", -1);
      g_autofree char *doubled = g_strjoinv ("\"\"", parts);

      g_string_append_printf (text, "\"%s\"", doubled);
    }
  g_string_append_c (text, '\t');
}

static void
append_instant (GString *text, YsInstant instant)
{
  g_autofree char *iso = ys_instant_to_iso (instant);

  if (iso != NULL)
    g_strdelimit (iso, "T", ' ');
  append_cell (text, iso);
}

static void
append_row (GString *text, const YsWorkRow *row)
{
  const YsChoice *states = row->id < 0 ? ys_case_state_choices : ys_finding_state_choices;
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, row->count);
  g_autofree char *points = ys_hundredths_to_text (row->points, FALSE);

  append_cell (text, row->number);
  append_cell (text, ys_choice_official (ys_level_choices, row->level));
  append_cell (text, row->overdue ? "已逾期" : ys_choice_official (states, row->state));
  append_cell (text, row->compound);
  append_cell (text, row->code);
  append_cell (text, row->clause);
  append_cell (text, row->place);
  append_cell (text, count);
  append_cell (text, row->unit);
  append_instant (text, row->found_at);
  append_instant (text, row->deadline);
  append_instant (text, row->rectified_at);
  g_string_append (text, points);
  g_string_append (text, "\r\n");
}

char *
ys_work_list_copy (YsLedger *ledger, const gint64 *ids, guint n_ids, YsInstant now, GError **error)
{
  g_autoptr (GString) text = g_string_new (HEADS);
  gboolean done = TRUE;

  g_return_val_if_fail (ledger != NULL, NULL);

  for (guint start = 0; done && start < n_ids; start += CHUNK)
    {
      YsWorkRow rows[CHUNK] = { 0 };
      guint n = MIN (CHUNK, n_ids - start);

      done = ys_work_list_rows (ledger, ids + start, n, now, rows, error);
      for (guint i = 0; i < n; i++)
        {
          if (done && rows[i].id != 0)
            append_row (text, &rows[i]);
          ys_work_row_clear (&rows[i]);
        }
    }
  return done ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
