/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows as judged. What a person has to look at comes first. */
#include "config.h"

#include "case-import-window-private.h"

#include <glib/gi18n-lib.h>

#include "chip-cell.h"
#include "widget-help.h"

enum
{
  COLUMN_ROW,
  COLUMN_VERDICT,
  COLUMN_NUMBER,
  COLUMN_COMPOUND,
  COLUMN_REASON,
  N_COLUMNS
};

static const YsColumnInfo infos[N_COLUMNS] = {
  [COLUMN_ROW] = { "row", N_ ("Row"), -1, 1, 60, FALSE },
  [COLUMN_VERDICT] = { "verdict", N_ ("Verdict"), -1, 0, 90, FALSE },
  [COLUMN_NUMBER] = { "number", N_ ("Case number"), -1, 0, 150, FALSE },
  [COLUMN_COMPOUND] = { "compound", N_ ("Compound"), -1, 0, 140, FALSE },
  [COLUMN_REASON] = { "reason", N_ ("Reason"), -1, 0, 0, FALSE },
};

const char *
ys_case_verdict_label (YsCaseVerdict verdict)
{
  switch (verdict)
    {
    case YS_CASE_ROW_NEW:
      return _ ("New");
    case YS_CASE_ROW_SAME:
      return _ ("Same");
    case YS_CASE_ROW_CHANGED:
      return _ ("Changed");
    case YS_CASE_ROW_DOUBTFUL:
      return _ ("Doubtful");
    case YS_CASE_ROW_REFUSED:
      return _ ("Refused");
    case YS_N_CASE_VERDICTS:
      break;
    }
  g_assert_not_reached ();
}

static void
show_verdict (YsChipCell *cell, YsCaseVerdict verdict)
{
  static const struct
  {
    const char *tone;
    const char *icon;
  } looks[YS_N_CASE_VERDICTS] = {
    [YS_CASE_ROW_NEW] = { "accent", "list-add-symbolic" },
    [YS_CASE_ROW_SAME] = { "grey", NULL },
    [YS_CASE_ROW_CHANGED] = { "accent", "document-edit-symbolic" },
    [YS_CASE_ROW_DOUBTFUL] = { "amber", "dialog-question-symbolic" },
    [YS_CASE_ROW_REFUSED] = { "red", "action-unavailable-symbolic" },
  };

  ys_chip_cell_set (cell, ys_case_verdict_label (verdict), looks[verdict].tone,
                    looks[verdict].icon);
}

static GtkWidget *
make_cell (guint column, gpointer data)
{
  return column == COLUMN_VERDICT ? ys_chip_cell_new (0) : ys_text_cell_new (infos[column].align);
}

static void
show_cell (guint column, GtkWidget *cell, YsSlot *slot, gpointer data)
{
  YsCaseImportWindow *window = data;
  guint position = ys_slot_get_position (slot);
  const YsCaseRow *row;
  g_autofree char *number = NULL;
  const char *text;

  if (window->reading == NULL || position >= window->order->len)
    return;
  row = g_ptr_array_index (window->reading->rows, g_array_index (window->order, guint, position));
  if (column == COLUMN_VERDICT)
    {
      show_verdict (YS_CHIP_CELL (cell), row->verdict);
      return;
    }
  number = g_strdup_printf ("%u", row->row + 1);
  text = column == COLUMN_ROW        ? number
         : column == COLUMN_NUMBER   ? row->number
         : column == COLUMN_COMPOUND ? row->compound
                                     : row->reason;
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text != NULL && *text != '\0' ? text : "—");
  gtk_widget_set_tooltip_text (cell, column == COLUMN_REASON ? row->reason : NULL);
  ys_widget_set_class (cell, "red", column == COLUMN_REASON && row->verdict == YS_CASE_ROW_REFUSED);
  ys_widget_set_class (cell, "dim", row->verdict == YS_CASE_ROW_SAME);
}

void
ys_case_import_window_show (YsCaseImportWindow *window, YsCaseVerdict verdict)
{
  static const YsCaseVerdict order[] = { YS_CASE_ROW_REFUSED, YS_CASE_ROW_DOUBTFUL,
                                         YS_CASE_ROW_CHANGED, YS_CASE_ROW_NEW, YS_CASE_ROW_SAME };
  GPtrArray *rows = window->reading != NULL ? window->reading->rows : NULL;

  g_array_set_size (window->order, 0);
  for (guint k = 0; rows != NULL && k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; (verdict == YS_N_CASE_VERDICTS || verdict == order[k]) && i < rows->len; i++)
      if (((const YsCaseRow *)g_ptr_array_index (rows, i))->verdict == order[k])
        g_array_append_val (window->order, i);
  ys_slot_list_refill (window->list, window->order->len);
}

void
ys_case_import_window_add_columns (YsCaseImportWindow *window)
{
  window->columns
      = ys_column_set_new (window->view, infos, N_COLUMNS, make_cell, show_cell, window);
}
