/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value that is not in the ledger yet is grey on a tint. The grid has no selection: the cursor
 * says where one is. */
#include "config.h"

#include "inspection-columns.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "instant-read.h"
#include "slot-column.h"
#include "widget-help.h"

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_CLAUSE,
  COLUMN_COUNT,
  COLUMN_PLACE,
  COLUMN_NOTE,
  COLUMN_LIMIT,
  COLUMN_DEADLINE,
  COLUMN_UNIT,
  COLUMN_POINTS,
  COLUMN_PHOTOS,
  N_COLUMNS
} Column;

typedef struct
{
  const char *title; /* N_() */
  int width;         /* 0: the rest */
  float align;
} ColumnInfo;

static const ColumnInfo column_infos[N_COLUMNS] = {
  [COLUMN_NUMBER] = { N_ ("Row"), 44, 1 },
  [COLUMN_CLAUSE] = { N_ ("Clause"), 220, 0 },
  [COLUMN_COUNT] = { N_ ("Places"), 56, 1 },
  [COLUMN_PLACE] = { N_ ("Place"), 140, 0 },
  [COLUMN_NOTE] = { N_ ("Note"), 0, 0 },
  [COLUMN_LIMIT] = { N_ ("Limit"), 84, 0 },
  [COLUMN_DEADLINE] = { N_ ("Rectify by"), 116, 0 },
  [COLUMN_UNIT] = { N_ ("Responsible unit"), 150, 0 },
  [COLUMN_POINTS] = { N_ ("Deduction"), 72, 1 },
  [COLUMN_PHOTOS] = { N_ ("Photos"), 64, 0.5f },
};

struct _YsInspectionColumns
{
  GtkColumnView *view;
  YsInspectionRows *rows;
  YsCellFuncs funcs;
  gpointer user_data;
  GHashTable *cells; /* (element-type YsGridCell): those that were made, not referenced */
  guint current;
  gboolean editable;
};

typedef struct
{
  YsInspectionColumns *columns;
  Column column;
} ColumnClosure;

const char *
ys_entry_label (YsEntry entry)
{
  return _ (column_infos[COLUMN_CLAUSE + (int)entry].title);
}

/* -- Cells that are typed into ---------------------------------------------------------------- */

static void
on_cell_destroy_cb (GtkWidget *cell, YsInspectionColumns *self)
{
  g_hash_table_remove (self->cells, cell);
}

static void
on_typed_cb (YsGridCell *cell, YsInspectionColumns *self)
{
  self->funcs.typed (cell, self->user_data);
}

static void
on_entered_cb (YsGridCell *cell, YsInspectionColumns *self)
{
  self->funcs.entered (cell, self->user_data);
}

static void
on_left_cb (YsGridCell *cell, YsInspectionColumns *self)
{
  self->funcs.left (cell, self->user_data);
}

static GtkWidget *
make_entry_cell (ColumnClosure *closure)
{
  YsInspectionColumns *self = closure->columns;
  GtkWidget *cell
      = ys_grid_cell_new (closure->column - COLUMN_CLAUSE, column_infos[closure->column].align);

  g_hash_table_add (self->cells, cell);
  g_signal_connect (cell, "destroy", G_CALLBACK (on_cell_destroy_cb), self);
  g_signal_connect (cell, "typed", G_CALLBACK (on_typed_cb), self);
  g_signal_connect (cell, "entered", G_CALLBACK (on_entered_cb), self);
  g_signal_connect (cell, "left", G_CALLBACK (on_left_cb), self);
  return cell;
}

static gboolean
is_preview (const YsInspectionRow *row)
{
  return row != NULL && row->typed && (row->has_preview || row->held);
}

static void
show_entry_cell (YsInspectionColumns *self, YsEntry entry, YsGridCell *cell, YsSlot *slot)
{
  guint position = ys_slot_get_position (slot);
  const YsInspectionRow *row = ys_inspection_rows_get (self->rows, position);
  /* Translators: a cell of the grid: column, number of the row */
  g_autofree char *name = g_strdup_printf (_ ("%s, row %u"), ys_entry_label (entry), position + 1);
  const YsClause *clause = row != NULL && entry == YS_ENTRY_CLAUSE ? row->clause : NULL;
  gboolean is_one = entry == YS_ENTRY_COUNT && row != NULL;

  ys_grid_cell_set_position (cell, position);
  ys_grid_cell_set_editable (cell, self->editable);
  ys_grid_cell_show (cell, row != NULL ? row->text[entry] : "",
                     clause != NULL ? (guint)strlen (clause->code) : 0, is_one ? "1" : NULL, name,
                     row != NULL ? row->wrong[entry] : NULL);
  ys_widget_set_class (GTK_WIDGET (cell), "preview",
                       row != NULL
                           && (row->held || (is_one && *row->text[entry] == '\0' && row->typed)));
}

/* -- Cells that are worked out ---------------------------------------------------------------- */

static char *
limit_text (const YsClause *clause)
{
  int amount = (int)clause->limit_amount.value;

  if (!clause->limit_amount.is_set)
    return g_strdup ("");
  if (clause->limit_unit == YS_LIMIT_HOURS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working hour", "%d working hours",
                                         (gulong)amount),
                            amount);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day", "%d working days",
                                       (gulong)amount),
                          amount);
}

char *
ys_clause_limit_text (const YsClause *clause)
{
  g_return_val_if_fail (clause != NULL, NULL);

  return limit_text (clause);
}

char *
ys_deadline_text (YsInstant deadline, YsInstant from)
{
  g_autofree char *typed = ys_instant_to_typed (deadline);
  gboolean same_year = ys_instant_to_date (deadline).year == ys_instant_to_date (from).year;

  return g_strdup (same_year && deadline != 0 ? typed + strlen ("2025-") : typed);
}

static char *
worked_out_text (const YsInspectionColumns *self, Column column, const YsInspectionRow *row)
{
  gboolean preview = is_preview (row) && row->has_preview;
  const YsClause *clause = row->clause != NULL ? row->clause : row->hint;
  YsInstant deadline = preview                ? row->preview.deadline
                       : row->finding != NULL ? row->finding->deadline
                                              : 0;
  gboolean provisional
      = preview ? row->preview.provisional : row->finding != NULL && row->finding->provisional;
  g_autofree char *text = NULL;

  if (clause == NULL)
    return g_strdup ("");
  switch (column)
    {
    case COLUMN_LIMIT:
      return limit_text (clause);
    case COLUMN_DEADLINE:
      text = ys_deadline_text (deadline, ys_inspection_rows_get_head (self->rows)->at);
      /* Translators: behind a deadline that may still move, as short as can be */
      return provisional ? g_strdup_printf ("%s %s", text, _ ("prov.")) : g_steal_pointer (&text);
    case COLUMN_UNIT:
      return g_strdup (clause->unit != NULL ? clause->unit : "");
    case COLUMN_POINTS:
      if (!preview && row->finding == NULL)
        return g_strdup ("");
      return ys_hundredths_to_text (preview ? row->preview.points : row->finding->points.value,
                                    FALSE);
    case COLUMN_NUMBER:
    case COLUMN_CLAUSE:
    case COLUMN_COUNT:
    case COLUMN_PLACE:
    case COLUMN_NOTE:
    case COLUMN_PHOTOS:
    case N_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

static void
show_worked_out (YsInspectionColumns *self, Column column, GtkWidget *cell, YsSlot *slot)
{
  const YsInspectionRow *row = ys_inspection_rows_get (self->rows, ys_slot_get_position (slot));
  g_autofree char *text = row != NULL ? worked_out_text (self, column, row) : NULL;
  gboolean preview = is_preview (row);

  gtk_label_set_text (GTK_LABEL (cell), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (cell, column == COLUMN_UNIT && text != NULL && *text != '\0' ? text
                                                                                            : NULL);
  ys_widget_set_class (cell, "preview", preview);
  ys_widget_set_class (cell, "red",
                       column == COLUMN_POINTS && row != NULL && !preview && row->finding != NULL
                           && row->finding->points.value > 0);
  ys_widget_set_class (cell, "dim", column == COLUMN_LIMIT || column == COLUMN_UNIT);
}

static void
show_number (YsInspectionColumns *self, GtkWidget *cell, YsSlot *slot)
{
  guint position = ys_slot_get_position (slot);
  const YsInspectionRow *row = ys_inspection_rows_get (self->rows, position);
  GtkWidget *mark = gtk_widget_get_first_child (cell);
  GtkWidget *label = gtk_widget_get_last_child (cell);
  g_autofree char *text = position <= ys_inspection_rows_n_used (self->rows)
                              ? g_strdup_printf ("%u", position + 1)
                              : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (label), text);
  ys_widget_set_class (label, "strong", position == self->current);
  gtk_widget_set_visible (mark, row != NULL && row->same != NULL);
  gtk_widget_set_tooltip_text (cell, row != NULL ? row->same : NULL);
}

static void
show_photos (YsInspectionColumns *self, GtkWidget *cell, YsSlot *slot)
{
  const YsInspectionRow *row = ys_inspection_rows_get (self->rows, ys_slot_get_position (slot));
  GtkWidget *icon = gtk_widget_get_first_child (cell);
  GtkWidget *label = gtk_widget_get_last_child (cell);
  g_autofree char *text = row == NULL          ? g_strdup ("")
                          : row->n_photos == 0 ? g_strdup ("—")
                                               : g_strdup_printf ("%u", row->n_photos);

  gtk_widget_set_visible (icon, row != NULL && row->n_photos > 0);
  gtk_label_set_text (GTK_LABEL (label), text);
}

static GtkWidget *
make_icon_cell (const char *icon_name, GtkAlign align)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_set_visible (icon, FALSE);
  gtk_widget_set_halign (box, align);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  return box;
}

/* -- Columns ---------------------------------------------------------------------------------- */

static GtkWidget *
make_cell (gpointer data)
{
  ColumnClosure *closure = data;
  GtkWidget *cell;

  switch (closure->column)
    {
    case COLUMN_CLAUSE:
    case COLUMN_COUNT:
    case COLUMN_PLACE:
    case COLUMN_NOTE:
      return make_entry_cell (closure);
    case COLUMN_NUMBER:
      cell = make_icon_cell ("dialog-warning-symbolic", GTK_ALIGN_END);
      gtk_widget_add_css_class (gtk_widget_get_first_child (cell), "amber");
      gtk_widget_add_css_class (gtk_widget_get_last_child (cell), "dim");
      break;
    case COLUMN_PHOTOS:
      cell = make_icon_cell ("image-x-generic-symbolic", GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (cell, "dim");
      break;
    case COLUMN_LIMIT:
    case COLUMN_DEADLINE:
    case COLUMN_UNIT:
    case COLUMN_POINTS:
    case N_COLUMNS:
    default:
      cell = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (cell), column_infos[closure->column].align);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
      break;
    }
  gtk_widget_add_css_class (cell, "worked-out");
  return cell;
}

static void
show_cell (GtkWidget *cell, YsSlot *slot, gpointer data)
{
  ColumnClosure *closure = data;

  switch (closure->column)
    {
    case COLUMN_NUMBER:
      show_number (closure->columns, cell, slot);
      break;
    case COLUMN_CLAUSE:
    case COLUMN_COUNT:
    case COLUMN_PLACE:
    case COLUMN_NOTE:
      show_entry_cell (closure->columns, (YsEntry)(closure->column - COLUMN_CLAUSE),
                       YS_GRID_CELL (cell), slot);
      break;
    case COLUMN_PHOTOS:
      show_photos (closure->columns, cell, slot);
      break;
    case COLUMN_LIMIT:
    case COLUMN_DEADLINE:
    case COLUMN_UNIT:
    case COLUMN_POINTS:
      show_worked_out (closure->columns, closure->column, cell, slot);
      break;
    case N_COLUMNS:
      g_assert_not_reached ();
    }
}

YsInspectionColumns *
ys_inspection_columns_new (GtkColumnView *view,
                           YsInspectionRows *rows,
                           const YsCellFuncs *funcs,
                           gpointer user_data)
{
  YsInspectionColumns *self = g_new0 (YsInspectionColumns, 1);

  self->view = view;
  self->rows = rows;
  self->funcs = *funcs;
  self->user_data = user_data;
  self->cells = g_hash_table_new (NULL, NULL);
  self->current = GTK_INVALID_LIST_POSITION;
  self->editable = TRUE;
  for (int i = 0; i < N_COLUMNS; i++)
    {
      ColumnClosure closure = { self, (Column)i };
      g_autoptr (GtkColumnViewColumn) column
          = ys_slot_column_new (_ (column_infos[i].title), column_infos[i].width, make_cell,
                                show_cell, g_memdup2 (&closure, sizeof closure), g_free);

      gtk_column_view_append_column (view, column);
      ys_column_view_align_title (view, (guint)i, column_infos[i].align);
    }
  return self;
}

void
ys_inspection_columns_free (YsInspectionColumns *self)
{
  g_hash_table_unref (self->cells);
  g_free (self);
}

static void
touch (YsInspectionColumns *self, guint position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    ys_slot_list_touch (YS_SLOT_LIST (self->rows), position);
}

void
ys_inspection_columns_set_editable (YsInspectionColumns *self, gboolean editable)
{
  if (editable == self->editable)
    return;
  self->editable = editable;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    touch (self, i);
}

void
ys_inspection_columns_set_current (YsInspectionColumns *self, guint position)
{
  guint before = self->current;

  if (position == before)
    return;
  self->current = position;
  touch (self, before);
  touch (self, position);
}

YsGridCell *
ys_inspection_columns_cell (YsInspectionColumns *self, guint position, YsEntry entry)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (ys_grid_cell_get_position (cell) == position && ys_grid_cell_get_column (cell) == entry
        && gtk_widget_get_mapped (cell))
      return cell;
  return NULL;
}

guint
ys_inspection_columns_position_at (YsInspectionColumns *self, double y)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    {
      graphene_rect_t box;

      if (gtk_widget_get_mapped (cell)
          && gtk_widget_compute_bounds (cell, GTK_WIDGET (self->view), &box) && y >= box.origin.y
          && y < box.origin.y + box.size.height)
        return ys_grid_cell_get_position (cell);
    }
  return GTK_INVALID_LIST_POSITION;
}
