/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell shows what its row holds and what the clock says; while the row is being read it is empty.
 */
#include "config.h"

#include "work-columns.h"

#include <glib/gi18n-lib.h>

#include "chip-cell.h"
#include "inspection.h"
#include "instant-read.h"
#include "platform-case.h"
#include "widget-help.h"
#include "work-list-model.h"
#include "work-words.h"

typedef enum
{
  COLUMN_STATE,
  COLUMN_LEFT,
  COLUMN_DEADLINE,
  COLUMN_NUMBER,
  COLUMN_LEVEL,
  COLUMN_COMPOUND,
  COLUMN_CLAUSE,
  COLUMN_FAULT,
  COLUMN_PLACE,
  COLUMN_CODE,
  COLUMN_FOUND,
  COLUMN_UNIT,
  N_COLUMNS
} Column;

static const YsColumnInfo infos[N_COLUMNS] = {
  [COLUMN_STATE] = { "state", N_ ("State"), YS_WORK_BY_STATE, 0, 104, FALSE },
  [COLUMN_LEFT] = { "left", N_ ("Left"), YS_WORK_BY_URGENCY, 1, 100, FALSE },
  [COLUMN_DEADLINE]
  = { "deadline", NC_ ("column", "Deadline"), YS_WORK_BY_DEADLINE, 0, 100, FALSE },
  [COLUMN_NUMBER] = { "number", N_ ("Case number"), YS_WORK_BY_NUMBER, 0, 116, FALSE },
  [COLUMN_LEVEL] = { "level", N_ ("Source"), YS_WORK_BY_LEVEL, 0.5f, 48, FALSE },
  [COLUMN_COMPOUND] = { "compound", N_ ("Compound"), YS_WORK_BY_COMPOUND, 0, 112, FALSE },
  [COLUMN_CLAUSE] = { "clause", N_ ("Problem"), YS_WORK_BY_CLAUSE, 0, 0, FALSE },
  [COLUMN_FAULT] = { "fault", NC_ ("column", "Fault"), YS_WORK_BY_FAULT, 1, 106, FALSE },
  [COLUMN_PLACE] = { "place", N_ ("Place"), -1, 0, 120, TRUE },
  [COLUMN_CODE] = { "code", N_ ("Clause"), -1, 0, 64, TRUE },
  [COLUMN_FOUND] = { "found", N_ ("Found at"), YS_WORK_BY_FOUND, 0, 100, TRUE },
  [COLUMN_UNIT] = { "unit", N_ ("Responsible"), -1, 0, 120, TRUE },
};

/* The problem is never narrower than this. */
#define CLAUSE_CHARS 10

static GtkWidget *
make_cell (guint column, gpointer data)
{
  GtkWidget *cell;

  if (column == COLUMN_STATE || column == COLUMN_FAULT)
    return ys_chip_cell_new (infos[column].align);
  cell = ys_text_cell_new (infos[column].align);
  if (column == COLUMN_CLAUSE)
    gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), CLAUSE_CHARS);
  return cell;
}

static gboolean
is_late (const YsWorkRow *row, const YsWorkClock *clock)
{
  return ys_work_is_open (row->id < 0, row->state) && row->paused_at == 0 && row->deadline != 0
         && clock->now > row->deadline;
}

static void
show_state (YsChipCell *cell, const YsWorkRow *row, const YsWorkClock *clock)
{
  YsWorkChip chip
      = ys_work_state_chip (row->id < 0, row->state, is_late (row, clock), row->paused_at != 0);

  ys_chip_cell_set (cell, chip.label, chip.tone, chip.icon);
}

static void
show_left (GtkInscription *cell, const YsWorkRow *row, const YsWorkClock *clock)
{
  static const char *const classes[] = { "amber", "late", "dim" };
  YsLeftTone tone;
  g_autofree char *text = ys_work_left (clock->calendar,
                                        ys_work_runs (row->id < 0, row->state, row->rectified_at,
                                                      row->deadline, clock->now),
                                        row->deadline, row->paused_at, clock->now, &tone);
  const char *wanted = ys_work_left_class (tone);

  gtk_inscription_set_text (cell, text);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    ys_widget_set_class (GTK_WIDGET (cell), classes[i], g_strcmp0 (classes[i], wanted) == 0);
}

/* (transfer full): "推诿? +1" */
static char *
fault_text (const YsWorkRow *row, const char **out_tone)
{
  guint n;
  g_autofree char *text = ys_work_fault_words (row->faults, row->proposed, out_tone, &n);

  if (n > 1)
    return g_strdup_printf ("%s +%u", text, n - 1);
  return g_steal_pointer (&text);
}

/* (transfer full) (nullable): of a case its faults, of a finding that it costs double. */
static char *
fault_words (const YsWorkRow *row, const char **out_tone)
{
  g_autofree char *points = NULL;

  *out_tone = NULL;
  if (row->id < 0)
    return fault_text (row, out_tone);
  if (row->points <= 0 || !row->overdue || row->state == YS_FINDING_WITHDRAWN)
    return NULL;
  *out_tone = "red";
  points = ys_work_deduction (row->points);
  /* Translators: a finding past its deadline; %s is "−2.00". */
  return g_strdup_printf (_ ("doubled %s"), points);
}

static void
show_fault (YsChipCell *cell, const YsWorkRow *row)
{
  const char *tone;
  g_autofree char *text = fault_words (row, &tone);

  ys_chip_cell_set (cell, text, tone, NULL);
}

/* (transfer full) */
static char *
cell_text (Column column, const YsWorkRow *row, const YsWorkClock *clock)
{
  g_autofree char *day = NULL;

  switch (column)
    {
    case COLUMN_DEADLINE:
      return ys_work_when (row->deadline, clock->now);
    case COLUMN_NUMBER:
      if (row->number != NULL)
        return g_strdup (row->number);
      day = ys_work_day (ys_instant_to_date (row->found_at), clock->now);
      /* Translators: instead of a case number: the day of the inspection that found it. */
      return g_strdup_printf (_ ("inspected %s"), day);
    case COLUMN_LEVEL:
      return g_strdup (ys_work_level_letter (row->level));
    case COLUMN_COMPOUND:
      return g_strdup (row->compound);
    case COLUMN_CLAUSE:
      return g_strdup (row->clause);
    case COLUMN_PLACE:
      return g_strdup (row->place);
    case COLUMN_CODE:
      return g_strdup (row->code);
    case COLUMN_FOUND:
      return ys_work_when (row->found_at, clock->now);
    case COLUMN_UNIT:
      return g_strdup (row->unit);
    case COLUMN_STATE:
    case COLUMN_LEFT:
    case COLUMN_FAULT:
    case N_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

static void
show_text (Column column, GtkWidget *cell, const YsWorkRow *row, const YsWorkClock *clock)
{
  g_autofree char *text = cell_text (column, row, clock);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text != NULL ? text : "—");
  ys_widget_set_class (cell, "dim",
                       text == NULL || column == COLUMN_DEADLINE || column == COLUMN_NUMBER
                           || column == COLUMN_LEVEL || column == COLUMN_FOUND);
  if (column == COLUMN_DEADLINE)
    ys_widget_set_class (cell, "provisional", row->provisional);
}

static void
clear_cell (Column column, GtkWidget *cell)
{
  if (column == COLUMN_STATE || column == COLUMN_FAULT)
    ys_chip_cell_set (YS_CHIP_CELL (cell), NULL, NULL, NULL);
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (cell), "");
}

static void
show_cell (guint column, GtkWidget *cell, YsSlot *slot, gpointer data)
{
  const YsWorkClock *clock = data;
  const YsWorkRow *row = ys_work_list_model_slot_row (slot);

  if (row == NULL)
    clear_cell ((Column)column, cell);
  else if (column == COLUMN_STATE)
    show_state (YS_CHIP_CELL (cell), row, clock);
  else if (column == COLUMN_LEFT)
    show_left (GTK_INSCRIPTION (cell), row, clock);
  else if (column == COLUMN_FAULT)
    show_fault (YS_CHIP_CELL (cell), row);
  else
    show_text ((Column)column, cell, row, clock);
}

YsColumnSet *
ys_work_columns_new (GtkColumnView *view, const YsWorkClock *clock)
{
  return ys_column_set_new (view, infos, N_COLUMNS, make_cell, show_cell, (gpointer)clock);
}

/* -- Copying ---------------------------------------------------------------------------------- */

#define COPIED_AT_ONCE 256

/* A cell must not become two. */
static void
append_cell (GString *text, const char *cell, gboolean is_last)
{
  for (const char *p = cell != NULL ? cell : ""; *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
  g_string_append_c (text, is_last ? '\n' : '\t');
}

static char *
copied_cell (Column column, const YsWorkRow *row, const YsWorkClock *clock)
{
  YsLeftTone left;
  const char *tone;

  switch (column)
    {
    case COLUMN_STATE:
      return g_strdup (
          ys_work_state_chip (row->id < 0, row->state, is_late (row, clock), row->paused_at != 0)
              .label);
    case COLUMN_LEFT:
      return ys_work_left (clock->calendar,
                           ys_work_runs (row->id < 0, row->state, row->rectified_at, row->deadline,
                                         clock->now),
                           row->deadline, row->paused_at, clock->now, &left);
    case COLUMN_FAULT:
      return fault_words (row, &tone);
    case COLUMN_LEVEL:
      return g_strdup (ys_work_level_name (row->level));
    case COLUMN_DEADLINE:
      return ys_instant_to_typed (row->deadline);
    case COLUMN_FOUND:
      return ys_instant_to_typed (row->found_at);
    case COLUMN_NUMBER:
      return g_strdup (row->number);
    case COLUMN_COMPOUND:
    case COLUMN_CLAUSE:
    case COLUMN_PLACE:
    case COLUMN_CODE:
    case COLUMN_UNIT:
    case N_COLUMNS:
      break;
    }
  return cell_text (column, row, clock);
}

static void
append_row (GString *text, const YsWorkRow *row, const YsWorkClock *clock)
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *cell = copied_cell ((Column)i, row, clock);

      append_cell (text, cell, i + 1 == N_COLUMNS);
    }
}

char *
ys_work_columns_copy (
    YsLedger *ledger, const gint64 *ids, guint n, const YsWorkClock *clock, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree YsWorkRow *rows = g_new0 (YsWorkRow, COPIED_AT_ONCE);
  gboolean ok = TRUE;

  for (int i = 0; i < N_COLUMNS; i++)
    append_cell (text, ys_column_title (&infos[i]), i + 1 == N_COLUMNS);
  for (guint done = 0; ok && done < n; done += COPIED_AT_ONCE)
    {
      guint some = MIN (COPIED_AT_ONCE, n - done);

      ok = ys_work_list_rows (ledger, ids + done, some, clock->now, rows, error);
      for (guint i = 0; i < some; i++)
        {
          if (ok && rows[i].id != 0)
            append_row (text, &rows[i], clock);
          ys_work_row_clear (&rows[i]);
        }
    }
  return ok ? g_strdup (text->str) : NULL;
}
