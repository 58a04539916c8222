/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows as judged. What a person has to look at comes first. */
#include "config.h"

#include "import-window-private.h"

#include <glib/gi18n-lib.h>

#include "chip-cell.h"
#include "verdict.h"
#include "widget-help.h"

enum
{
  COLUMN_ROW,
  COLUMN_VERDICT,
  COLUMN_WHAT,
  COLUMN_COMPOUND,
  COLUMN_REASON,
  N_COLUMNS
};

static const YsColumnInfo case_infos[N_COLUMNS] = {
  [COLUMN_ROW] = { "row", N_ ("Row"), -1, 1, 60, FALSE },
  [COLUMN_VERDICT] = { "verdict", N_ ("Verdict"), -1, 0, 90, FALSE },
  [COLUMN_WHAT] = { "number", N_ ("Case number"), -1, 0, 150, FALSE },
  [COLUMN_COMPOUND] = { "compound", N_ ("Compound"), -1, 0, 140, FALSE },
  [COLUMN_REASON] = { "reason", N_ ("Reason"), -1, 0, 0, FALSE },
};

static const YsColumnInfo finding_infos[N_COLUMNS] = {
  [COLUMN_ROW] = { "row", N_ ("Row"), -1, 1, 60, FALSE },
  [COLUMN_VERDICT] = { "verdict", N_ ("Verdict"), -1, 0, 90, FALSE },
  [COLUMN_WHAT] = { "clause", N_ ("Clause"), -1, 0, 150, FALSE },
  [COLUMN_COMPOUND] = { "compound", N_ ("Compound"), -1, 0, 140, FALSE },
  [COLUMN_REASON] = { "reason", N_ ("Reason"), -1, 0, 0, FALSE },
};

static GtkWidget *
make_cell (guint column, gpointer data)
{
  return column == COLUMN_VERDICT ? ys_chip_cell_new (0)
                                  : ys_text_cell_new (case_infos[column].align);
}

static void
show_cell (guint column, GtkWidget *cell, YsSlot *slot, gpointer data)
{
  YsImportWindow *window = data;
  guint position = ys_slot_get_position (slot);
  const YsImportLine *row;
  g_autofree char *number = NULL;
  const char *text;

  if (window->reading == NULL || position >= window->order->len)
    return;
  row = g_ptr_array_index (window->reading->rows, g_array_index (window->order, guint, position));
  if (column == COLUMN_VERDICT)
    {
      ys_chip_cell_set (YS_CHIP_CELL (cell), ys_verdict_label (row->verdict),
                        ys_verdict_tone (row->verdict), ys_verdict_icon (row->verdict));
      return;
    }
  number = g_strdup_printf ("%u", row->row + 1);
  text = column == COLUMN_ROW        ? number
         : column == COLUMN_WHAT     ? row->what
         : column == COLUMN_COMPOUND ? row->compound
                                     : row->reason;
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text != NULL && *text != '\0' ? text : "—");
  gtk_widget_set_tooltip_text (cell, column == COLUMN_REASON ? row->reason : NULL);
  ys_widget_set_class (cell, "red", column == COLUMN_REASON && row->verdict == YS_VERDICT_REFUSED);
  ys_widget_set_class (cell, "dim", row->verdict == YS_VERDICT_SAME);
}

void
ys_import_window_show (YsImportWindow *window, YsVerdict verdict)
{
  static const YsVerdict order[] = { YS_VERDICT_REFUSED, YS_VERDICT_DOUBTFUL, YS_VERDICT_CHANGED,
                                     YS_VERDICT_NEW, YS_VERDICT_SAME };
  GPtrArray *rows = window->reading != NULL ? window->reading->rows : NULL;

  g_array_set_size (window->order, 0);
  for (guint k = 0; rows != NULL && k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; (verdict == YS_N_VERDICTS || verdict == order[k]) && i < rows->len; i++)
      if (((const YsImportLine *)g_ptr_array_index (rows, i))->verdict == order[k])
        g_array_append_val (window->order, i);
  ys_slot_list_refill (window->list, window->order->len);
}

void
ys_import_window_add_columns (YsImportWindow *window)
{
  window->columns = ys_column_set_new (window->view,
                                       window->kind == YS_IMPORT_CASES ? case_infos : finding_infos,
                                       N_COLUMNS, make_cell, show_cell, window);
}
