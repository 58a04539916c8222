/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of compounds: a word for each sheet, and the points that they come to. */
#include "config.h"

#include "score-page-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "slot-column.h"
#include "widget-help.h"

typedef enum
{
  COLUMN_NAME,
  COLUMN_ANNEX_2,
  COLUMN_ANNEX_3,
  COLUMN_PROPERTY,
  COLUMN_SCORE,
  N_COLUMNS
} Column;

static const struct
{
  const char *title; /* N_() */
  int width;         /* 0: what the others leave */
  float align;
} column_infos[N_COLUMNS] = {
  [COLUMN_NAME] = { N_ ("Compound"), 0, 0 },    [COLUMN_ANNEX_2] = { N_ ("Annex 2"), 76, 0 },
  [COLUMN_ANNEX_3] = { N_ ("Annex 3"), 76, 0 }, [COLUMN_PROPERTY] = { N_ ("Property"), 72, 1 },
  [COLUMN_SCORE] = { N_ ("Score"), 72, 1 },
};

typedef struct
{
  YsScorePage *page;
  Column column;
} CellClosure;

const YsStandingRow *
ys_score_page_row_at (YsScorePage *self, guint position)
{
  return self->reading != NULL && position < self->reading->rows->len
             ? self->reading->rows->pdata[position]
             : NULL;
}

const YsAssessmentSum *
ys_score_reading_sum (const YsScoreReading *reading, gint64 compound_id, int annex)
{
  return g_hash_table_lookup (annex == YS_ANNEX_2 ? reading->sums_2 : reading->sums_3,
                              &compound_id);
}

gboolean
ys_score_reading_is_waived (const YsScoreReading *reading, gint64 compound_id)
{
  return g_hash_table_contains (reading->waived, &compound_id);
}

/* The word for a sheet, and whether somebody should look at it. */
static const char *
sheet_word (const YsScoreReading *reading, const YsStandingRow *row, int annex, gboolean *out_amber)
{
  const YsAssessmentSum *sum;

  *out_amber = FALSE;
  if (annex == YS_ANNEX_3 && !row->has_party_branch)
    return "—";
  sum = ys_score_reading_sum (reading, row->compound_id, annex);
  if (sum == NULL && annex == YS_ANNEX_2 && ys_score_reading_is_waived (reading, row->compound_id))
    /* Translators: a sheet that was decided not to be made. */
    return _ ("none");
  *out_amber = sum == NULL || sum->differs;
  if (sum == NULL)
    return _ ("missing");
  /* Translators: the assessors of a sheet do not agree. */
  return sum->differs ? _ ("differ") : _ ("entered");
}

static GtkWidget *
make_cell (gpointer data)
{
  const CellClosure *closure = data;

  return ys_text_cell_new (column_infos[closure->column].align);
}

static void
show_cell (GtkWidget *cell, YsSlot *slot, gpointer data)
{
  const CellClosure *closure = data;
  const YsStandingRow *row = ys_score_page_row_at (closure->page, ys_slot_get_position (slot));
  g_autofree char *text = NULL;
  gboolean amber = FALSE;

  if (row == NULL)
    return;
  switch (closure->column)
    {
    case COLUMN_NAME:
      text = g_strdup (row->name);
      break;
    case COLUMN_ANNEX_2:
      text = g_strdup (sheet_word (closure->page->reading, row, YS_ANNEX_2, &amber));
      break;
    case COLUMN_ANNEX_3:
      text = g_strdup (sheet_word (closure->page->reading, row, YS_ANNEX_3, &amber));
      break;
    case COLUMN_PROPERTY:
      text = ys_hundredths_to_text (row->score.property, FALSE);
      break;
    case COLUMN_SCORE:
      text = row->score.assessed ? ys_hundredths_to_text (row->score.score, FALSE) : NULL;
      break;
    case N_COLUMNS:
      break;
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text != NULL ? text : "—");
  ys_widget_set_class (cell, "amber", amber);
}

static gboolean
looks_equal (const YsScoreReading *one,
             const YsStandingRow *row,
             const YsScoreReading *other,
             const YsStandingRow *same)
{
  gboolean amber[2];

  for (int annex = YS_ANNEX_2; annex <= YS_ANNEX_3; annex++)
    if (strcmp (sheet_word (one, row, annex, &amber[0]), sheet_word (other, same, annex, &amber[1]))
            != 0
        || amber[0] != amber[1])
      return FALSE;
  return row->score.property == same->score.property && row->score.score == same->score.score
         && row->score.assessed == same->score.assessed && g_str_equal (row->name, same->name);
}

/* @data: (nullable): the reading shown before. */
gboolean
ys_score_page_differs (YsSlotList *list, guint position, gpointer data)
{
  YsScorePage *self = g_object_get_data (G_OBJECT (list), "page");
  const YsScoreReading *before = data;

  return before == NULL || position >= before->rows->len || position >= self->reading->rows->len
         || !looks_equal (before, before->rows->pdata[position], self->reading,
                          self->reading->rows->pdata[position]);
}

void
ys_score_page_add_columns (YsScorePage *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      CellClosure *closure = g_new0 (CellClosure, 1);
      g_autoptr (GtkColumnViewColumn) column = NULL;

      *closure = (CellClosure){ self, (Column)i };
      column = ys_slot_column_new (_ (column_infos[i].title), column_infos[i].width, make_cell,
                                   show_cell, closure, g_free);
      gtk_column_view_append_column (self->view, column);
      ys_column_view_align_title (self->view, i, column_infos[i].align);
    }
}
