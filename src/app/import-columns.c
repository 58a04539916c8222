/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell maker for all columns: text by column, a chip for the verdict, a choice for what a
 * person may decide about a doubtful row. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "chip.h"
#include "import-list.h"
#include "slot-column.h"
#include "verdict.h"
#include "widget-help.h"

typedef enum
{
  COLUMN_ROW,
  COLUMN_VERDICT,
  COLUMN_NAME,
  COLUMN_COMMUNITY,
  COLUMN_CLASS,
  COLUMN_COMPANY,
  COLUMN_ENTRY_DATE,
  COLUMN_PHONE,
  COLUMN_REASON,
  COLUMN_DECISION,
  N_COLUMNS
} Column;

typedef struct
{
  const char *title; /* N_() */
  const char *field; /* of YsCompound: marked when the doubt or change lies in it */
  int width;         /* 0: the rest */
  float align;
} ColumnInfo;

static const ColumnInfo column_infos[N_COLUMNS] = {
  [COLUMN_ROW] = { N_ ("Row"), NULL, 48, 1 },
  [COLUMN_VERDICT] = { N_ ("Verdict"), NULL, 84, 0 },
  [COLUMN_NAME] = { N_ ("Compound"), "name", 152, 0 },
  [COLUMN_COMMUNITY] = { N_ ("Community"), "community", 84, 0 },
  [COLUMN_CLASS] = { N_ ("Class"), "class", 50, 0.5f },
  [COLUMN_COMPANY] = { N_ ("Property company"), "company", 92, 0 },
  [COLUMN_ENTRY_DATE] = { N_ ("Entry date"), "entry_date", 96, 0 },
  [COLUMN_PHONE] = { N_ ("Phone"), "phone", 110, 0 },
  [COLUMN_REASON] = { N_ ("Reason"), NULL, 0, 0 },
  [COLUMN_DECISION] = { "", NULL, 112, 0 },
};

typedef struct
{
  Column column;
  YsImportDecideFunc decide;
  gpointer user_data;
} ColumnClosure;

/* (transfer full) (nullable): what the file says, where it could not be read */
static char *
raw_text (const YsImport *import, const YsImportRow *row, const char *field)
{
  for (guint i = 0; i < ys_import_n_tables (import); i++)
    {
      const YsRawTable *table = ys_import_table (import, i);

      if (g_strcmp0 (table->sheet, row->sheet) != 0)
        continue;
      for (guint c = 0; c < table->compounds->len; c++)
        {
          const YsRawCompound *raw = g_ptr_array_index (table->compounds, c);
          const YsRawValue *value;

          if (raw->row + 1 != row->row || g_strcmp0 (raw->name, row->name) != 0)
            continue;
          value = ys_raw_compound_value (raw, field);
          return value != NULL ? g_strdup (value->text) : NULL;
        }
    }
  return NULL;
}

/* (transfer full) (nullable) */
static char *
cell_text (Column column, const YsImport *import, guint index)
{
  const YsImportRow *row = ys_import_row (import, index);
  const YsCompound *compound = ys_import_compound (import, index);
  const ColumnInfo *info = &column_infos[column];
  char *text;

  switch (column)
    {
    case COLUMN_ROW:
      return g_strdup_printf ("%u", row->row);
    case COLUMN_NAME:
      return *row->name != '\0' ? g_strdup (row->name) : g_strdup (_ ("empty"));
    case COLUMN_COMMUNITY:
      return g_strdup (ys_import_community (import, index));
    case COLUMN_COMPANY:
      return g_strdup (ys_import_company (import, index));
    case COLUMN_REASON:
      return g_strdup (row->reason);
    case COLUMN_CLASS:
    case COLUMN_ENTRY_DATE:
    case COLUMN_PHONE:
      if (g_strcmp0 (row->field, info->field) == 0 && row->verdict == YS_VERDICT_REFUSED)
        return raw_text (import, row, info->field);
      text = ys_field_to_text (ys_record_type_field (&ys_compound_type, info->field), compound);
      /* Whatever else could not be read is shown as it stands in the file. */
      if ((text == NULL || *text == '\0') && row->verdict == YS_VERDICT_REFUSED)
        {
          g_free (text);
          text = raw_text (import, row, info->field);
        }
      return text;
    case COLUMN_VERDICT:
    case COLUMN_DECISION:
    case N_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

static gboolean
is_changed (const YsImportRow *row, const char *field)
{
  for (guint i = 0; row->changes != NULL && field != NULL && i < row->changes->len; i++)
    if (g_str_equal (((const YsImportChange *)g_ptr_array_index (row->changes, i))->field, field))
      return TRUE;
  return FALSE;
}

/* (transfer full): "Class 2 → 1; Phone empty → 138…" */
static char *
describe_changes (const YsImportRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; row->changes != NULL && i < row->changes->len; i++)
    {
      const YsImportChange *change = g_ptr_array_index (row->changes, i);
      const YsField *field = ys_record_type_field (&ys_compound_type, change->field);

      g_string_append_printf (text, "%s%s %s → %s", i > 0 ? "; " : "",
                              field != NULL ? _ (field->label) : change->field,
                              *change->before != '\0' ? change->before : _ ("empty"),
                              change->after);
    }
  return g_string_free (text, FALSE);
}

static void
show_text (Column column, GtkInscription *cell, const YsImport *import, guint index)
{
  const YsImportRow *row = ys_import_row (import, index);
  const ColumnInfo *info = &column_infos[column];
  g_autofree char *text = cell_text (column, import, index);
  gboolean guilty = info->field != NULL && g_strcmp0 (row->field, info->field) == 0;

  if (column == COLUMN_REASON && text == NULL)
    text = describe_changes (row);
  gtk_inscription_set_text (cell, text != NULL ? text : "—");
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell), column == COLUMN_REASON ? text : NULL);
  ys_widget_set_class (GTK_WIDGET (cell), "red",
                       row->verdict == YS_VERDICT_REFUSED && (guilty || column == COLUMN_REASON));
  ys_widget_set_class (GTK_WIDGET (cell), "amber", row->verdict == YS_VERDICT_DOUBTFUL && guilty);
  ys_widget_set_class (GTK_WIDGET (cell), "changed-value", is_changed (row, info->field));
  ys_widget_set_class (GTK_WIDGET (cell), "dim", row->verdict == YS_VERDICT_SAME || text == NULL);
}

/* -- Decisions -------------------------------------------------------------------------------- */

/* What the choices of a row's drop-down stand for, in their order. */
static guint
list_decisions (const YsImportRow *row, YsRowDecision *decisions)
{
  guint n = 0;

  decisions[n++] = YS_ROW_NONE;
  if (row->can_merge)
    decisions[n++] = YS_ROW_MERGE;
  if (row->can_be_new)
    decisions[n++] = YS_ROW_NEW;
  if (row->can_accept)
    decisions[n++] = YS_ROW_ACCEPT;
  return n;
}

static const char *
decision_label (YsRowDecision decision)
{
  switch (decision)
    {
    case YS_ROW_NONE:
      return _ ("Leave out");
    case YS_ROW_MERGE:
      return _ ("The same one");
    case YS_ROW_NEW:
      return _ ("Another one");
    case YS_ROW_ACCEPT:
      return _ ("Read it so");
    }
  g_assert_not_reached ();
}

static void
on_decided_cb (GtkDropDown *drop_down, GParamSpec *property, ColumnClosure *closure)
{
  YsSlot *slot = g_object_get_data (G_OBJECT (drop_down), "slot");
  guint index = slot != NULL ? ys_import_list_index (slot) : G_MAXUINT;
  guint selected = gtk_drop_down_get_selected (drop_down);
  YsRowDecision decisions[4];
  guint n;

  if (index == G_MAXUINT || g_object_get_data (G_OBJECT (drop_down), "filling") != NULL)
    return;
  n = list_decisions (ys_import_row (ys_import_list_import (slot), index), decisions);
  if (selected < n)
    closure->decide (index, decisions[selected], closure->user_data);
}

static void
show_decision (GtkDropDown *drop_down, const YsImportRow *row)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  YsRowDecision decisions[4];
  guint n = list_decisions (row, decisions);
  guint selected = 0;

  gtk_widget_set_visible (GTK_WIDGET (drop_down), n > 1);
  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (labels, decision_label (decisions[i]));
      if (decisions[i] == row->decision)
        selected = i;
    }
  g_object_set_data (G_OBJECT (drop_down), "filling", drop_down);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (drop_down, selected);
  g_object_set_data (G_OBJECT (drop_down), "filling", NULL);
}

/* -- Cells ------------------------------------------------------------------------------------ */

static void
show_cell (GtkWidget *cell, YsSlot *slot, gpointer data)
{
  ColumnClosure *closure = data;
  guint index = ys_import_list_index (slot);
  const YsImport *import = ys_import_list_import (slot);

  if (index == G_MAXUINT)
    return;
  if (closure->column == COLUMN_VERDICT)
    {
      YsVerdict verdict = ys_import_row (import, index)->verdict;

      ys_chip_set (YS_CHIP (cell), ys_verdict_label (verdict), ys_verdict_tone (verdict),
                   ys_verdict_icon (verdict));
    }
  else if (closure->column == COLUMN_DECISION)
    {
      g_object_set_data_full (G_OBJECT (cell), "slot", g_object_ref (slot), g_object_unref);
      show_decision (GTK_DROP_DOWN (cell), ys_import_row (import, index));
    }
  else
    {
      show_text (closure->column, GTK_INSCRIPTION (cell), import, index);
    }
}

static GtkWidget *
make_chip (void)
{
  GtkWidget *cell = ys_chip_new ("", NULL, NULL);

  gtk_widget_set_halign (cell, GTK_ALIGN_START);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  return cell;
}

static GtkWidget *
make_cell (gpointer data)
{
  ColumnClosure *closure = data;
  GtkWidget *cell;

  if (closure->column == COLUMN_VERDICT)
    return make_chip ();
  if (closure->column != COLUMN_DECISION)
    return ys_text_cell_new (column_infos[closure->column].align);

  cell = gtk_drop_down_new (NULL, NULL);
  gtk_widget_add_css_class (cell, "small");
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Decide about this row"), -1);
  g_signal_connect (cell, "notify::selected", G_CALLBACK (on_decided_cb), closure);
  return cell;
}

void
ys_import_columns_add (GtkColumnView *view, YsImportDecideFunc decide, gpointer user_data)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (int i = 0; i < N_COLUMNS; i++)
    {
      const ColumnInfo *info = &column_infos[i];
      g_autoptr (GtkColumnViewColumn) column = NULL;
      ColumnClosure *closure = g_new0 (ColumnClosure, 1);

      closure->column = (Column)i;
      closure->decide = decide;
      closure->user_data = user_data;
      column = ys_slot_column_new (*info->title != '\0' ? _ (info->title) : NULL, info->width,
                                   make_cell, show_cell, closure, g_free);
      gtk_column_view_append_column (view, column);
      ys_column_view_align_title (view, (guint)i, info->align);
    }
}
