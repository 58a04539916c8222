/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells and keys. Keys are taken before the widgets see them, except while an input method is at
 * work: then all of them are its own. */
#include "config.h"

#include "inspection-page-private.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "text.h"
#include "widget-help.h"

#define ROW_HEIGHT 34
#define HINT_WIDTH 360

/* -- Where the cursor is ---------------------------------------------------------------------- */

YsGridCell *
ys_inspection_page_cell (YsInspectionPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, YS_TYPE_GRID_CELL) : NULL;

  return cell != NULL && gtk_widget_is_ancestor (cell, GTK_WIDGET (page->view))
             ? YS_GRID_CELL (cell)
             : NULL;
}

static void
scroll_to (YsInspectionPage *page, guint position)
{
  /* gtk_column_view_scroll_to() came with 4.12; the inner list has the action already. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (page->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

static void
focus_aim (YsInspectionPage *page)
{
  YsGridCell *cell = ys_inspection_columns_cell (page->columns, page->position, page->entry);

  page->focus_source = 0;
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static gboolean
focus_later_cb (gpointer user_data)
{
  focus_aim (user_data);
  return G_SOURCE_REMOVE;
}

YsGridCell *
ys_inspection_page_hurry_focus (YsInspectionPage *page)
{
  if (page->focus_source == 0)
    return NULL;
  g_source_remove (page->focus_source);
  focus_aim (page);
  return ys_inspection_page_cell (page);
}

void
ys_inspection_page_focus_cell (YsInspectionPage *page, guint position, YsEntry entry)
{
  YsGridCell *cell;

  /* Rows stand without gaps: the first blank one is the last that can be entered. */
  position = MIN (position, ys_inspection_rows_n_used (page->rows));
  scroll_to (page, position);
  cell = ys_inspection_columns_cell (page->columns, position, entry);
  if (cell != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (cell));
      return;
    }
  /* The row has no widget before the next frame. */
  page->position = position;
  page->entry = entry;
  if (page->focus_source == 0)
    page->focus_source = g_idle_add (focus_later_cb, page);
}

/* -- What stands under a cell ----------------------------------------------------------------- */

static gboolean
place_of_cell (YsInspectionPage *page, GdkRectangle *out_place)
{
  YsGridCell *cell = ys_inspection_columns_cell (page->columns, page->position, page->entry);
  graphene_rect_t box;

  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), page->entry_box, &box))
    return FALSE;
  /* The list stands under the cell's left edge. */
  *out_place = (GdkRectangle){ (int)box.origin.x, (int)box.origin.y, 1, (int)box.size.height };
  return TRUE;
}

static void
hide_hint (YsInspectionPage *page)
{
  gtk_widget_set_visible (GTK_WIDGET (page->hint), FALSE);
}

/* What is wrong with the cell under the cursor, else what its row repeats. */
static void
show_hint (YsInspectionPage *page)
{
  const YsInspectionRow *row = ys_inspection_rows_get (page->rows, page->position);
  const char *wrong = row != NULL ? row->wrong[page->entry] : NULL;
  const char *same = row != NULL && page->entry != YS_ENTRY_COUNT ? row->same : NULL;
  const char *text;
  GdkRectangle place;

  hide_hint (page);
  if ((wrong == NULL && same == NULL) || ys_clause_popover_is_shown (page->clauses)
      || !place_of_cell (page, &place))
    return;
  text = wrong != NULL ? wrong : same;
  gtk_label_set_text (page->hint_label, text);
  /* A short sentence stands in one line, a long one in two or three. */
  gtk_widget_set_size_request (GTK_WIDGET (page->hint_label),
                               ys_look_scaled ((int)MIN (HINT_WIDTH, ys_text_columns (text) * 7)),
                               -1);
  ys_widget_set_class (GTK_WIDGET (page->hint), "wrong", wrong != NULL);
  gtk_widget_set_visible (page->hint_link, wrong == NULL && row->same_inspection != page->head->id);
  gtk_popover_set_pointing_to (page->hint, &place);
  gtk_popover_popup (page->hint);
}

void
ys_inspection_page_follow_hint (YsInspectionPage *page)
{
  const YsInspectionRow *row = ys_inspection_rows_get (page->rows, page->position);

  hide_hint (page);
  if (row != NULL && row->same_inspection != 0 && ys_inspection_page_can_leave (page))
    ys_inspection_page_open (page, row->same_inspection);
}

static char *
due_of_clause (const YsClause *clause, gpointer user_data)
{
  YsInspectionPage *page = user_data;
  YsLedger *ledger = ys_session_get_ledger (ys_page_get_session (YS_PAGE (page)));
  g_autofree char *due = NULL;
  YsFindingPreview preview;

  if (page->head->at == 0 || page->head->level == 0
      || !ys_inspection_preview (ledger, page->head, clause, 1, page->calendar, &preview, NULL))
    return NULL;
  due = ys_deadline_text (preview.deadline, page->head->at);
  /* Translators: %s is a day and time: a deadline */
  return g_strdup_printf (_ ("by %s"), due);
}

void
ys_inspection_page_list_clauses (YsInspectionPage *page, const char *query)
{
  GdkRectangle place;

  hide_hint (page);
  if (page->book != NULL && place_of_cell (page, &place))
    ys_clause_popover_show (page->clauses, &place, page->book, query);
}

static void
on_clause_marked_cb (YsInspectionPage *page, const YsClause *clause)
{
  ys_inspection_rows_preview (page->rows, page->position, clause);
}

void
ys_inspection_page_take_clause (YsInspectionPage *page, const YsClause *clause)
{
  ys_clause_popover_hide (page->clauses);
  ys_inspection_rows_take_clause (page->rows, page->position, clause);
}

/* F1: the clause under the cursor, or the one that is marked, in full. */
/* The list that it covered comes back. */
void
ys_inspection_page_hide_whole (YsInspectionPage *page)
{
  const YsInspectionRow *row = ys_inspection_rows_get (page->rows, page->position);

  gtk_widget_set_visible (GTK_WIDGET (page->whole), FALSE);
  if (page->entry == YS_ENTRY_CLAUSE && row != NULL && row->clause == NULL
      && *row->text[YS_ENTRY_CLAUSE] != '\0' && ys_inspection_page_cell (page) != NULL)
    ys_inspection_page_list_clauses (page, row->text[YS_ENTRY_CLAUSE]);
}

gboolean
ys_inspection_page_show_whole (YsInspectionPage *page)
{
  const YsInspectionRow *row = ys_inspection_rows_get (page->rows, page->position);
  const YsClause *clause = ys_clause_popover_get_marked (page->clauses);
  g_autofree char *limit = NULL;
  g_autofree char *points = NULL;
  g_autofree char *markup = NULL;
  GdkRectangle place;

  if (gtk_widget_get_visible (GTK_WIDGET (page->whole)))
    {
      ys_inspection_page_hide_whole (page);
      return TRUE;
    }
  clause = clause != NULL ? clause : row != NULL ? row->clause : NULL;
  if (clause == NULL || ys_inspection_page_cell (page) == NULL || !place_of_cell (page, &place))
    return FALSE;
  limit = ys_clause_limit_text (clause);
  points = clause->points.is_set ? ys_hundredths_to_text (clause->points.value, FALSE)
                                 : g_strdup (_ ("not stated"));
  /* Translators: code and name of a clause, its group, criterion, time limit, unit, points */
  markup = g_markup_printf_escaped (_ ("<b>%s %s</b>  ·  %s\n\n%s\n\nTime limit: %s\nResponsible: "
                                       "%s\nDeduction: %s for each place"),
                                    clause->code, clause->name, clause->group, clause->criterion,
                                    limit, clause->unit != NULL ? clause->unit : "—", points);
  ys_clause_popover_hide (page->clauses);
  hide_hint (page);
  gtk_label_set_markup (page->whole_label, markup);
  gtk_popover_set_pointing_to (page->whole, &place);
  gtk_popover_popup (page->whole);
  return TRUE;
}

/* -- Cells ------------------------------------------------------------------------------------ */

static void
on_cell_typed_cb (YsGridCell *cell, gpointer user_data)
{
  YsInspectionPage *page = user_data;
  const char *text = ys_grid_cell_get_text (cell);
  YsEntry entry = (YsEntry)ys_grid_cell_get_column (cell);

  ys_inspection_rows_type (page->rows, ys_grid_cell_get_position (cell), entry, text);
  if (entry == YS_ENTRY_CLAUSE && *text != '\0')
    ys_inspection_page_list_clauses (page, text);
  else
    ys_clause_popover_hide (page->clauses);
  hide_hint (page);
  ys_inspection_page_touch_draft (page);
}

static void
on_cell_entered_cb (YsGridCell *cell, gpointer user_data)
{
  YsInspectionPage *page = user_data;
  guint used = ys_inspection_rows_n_used (page->rows);

  page->position = ys_grid_cell_get_position (cell);
  page->entry = (YsEntry)ys_grid_cell_get_column (cell);
  ys_inspection_columns_set_current (page->columns, page->position);
  if (page->position > used)
    {
      page->position = used;
      if (page->focus_source == 0)
        page->focus_source = g_idle_add (focus_later_cb, page);
      return;
    }
  show_hint (page);
  ys_inspection_page_aim_photos (page);
}

/* Judges the cell; saves when its row is right. */
static void
leave (YsInspectionPage *page, guint position, YsEntry entry)
{
  ys_clause_popover_hide (page->clauses);
  if (ys_inspection_rows_leave (page->rows, position, entry))
    ys_inspection_page_save (page, FALSE);
  ys_inspection_page_show_state (page);
  ys_inspection_page_touch_draft (page);
}

static void
on_cell_left_cb (YsGridCell *cell, gpointer user_data)
{
  YsInspectionPage *page = user_data;

  hide_hint (page);
  gtk_widget_set_visible (GTK_WIDGET (page->whole), FALSE);
  leave (page, ys_grid_cell_get_position (cell), (YsEntry)ys_grid_cell_get_column (cell));
}

void
ys_inspection_page_flush_cell (YsInspectionPage *page)
{
  YsGridCell *cell = ys_inspection_page_cell (page);

  if (cell != NULL)
    leave (page, ys_grid_cell_get_position (cell), (YsEntry)ys_grid_cell_get_column (cell));
}

/* -- The grid --------------------------------------------------------------------------------- */

static gboolean
set_least_cb (gpointer user_data)
{
  YsInspectionPage *page = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (page->scroller);

  page->least_source = 0;
  ys_inspection_rows_set_least (page->rows, (guint)(gtk_adjustment_get_page_size (adjustment)
                                                    / ys_look_scaled (ROW_HEIGHT)));
  return G_SOURCE_REMOVE;
}

/* Blank rows fill the height, as in a spreadsheet; not while it is being laid out. */
static void
on_height_cb (YsInspectionPage *page)
{
  if (page->least_source == 0)
    page->least_source = g_idle_add (set_least_cb, page);
}

/* The focus came to a row or a title: it belongs to a cell. */
static void
on_view_enter_cb (YsInspectionPage *page)
{
  if (ys_inspection_page_cell (page) == NULL && page->focus_source == 0)
    page->focus_source = g_idle_add (focus_later_cb, page);
}

static void
init_hint (YsInspectionPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  page->hint = GTK_POPOVER (g_object_new (GTK_TYPE_POPOVER, "autohide", FALSE, "can-focus", FALSE,
                                          "position", GTK_POS_BOTTOM, "has-arrow", FALSE, NULL));
  page->hint_label = GTK_LABEL (
      g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "max-width-chars", 1, "xalign", 0.0, NULL));
  page->hint_link = gtk_button_new_with_label (_ ("See that inspection (F7)"));
  gtk_widget_add_css_class (page->hint_link, "link");
  g_signal_connect_swapped (page->hint_link, "clicked", G_CALLBACK (ys_inspection_page_follow_hint),
                            page);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page->hint_label));
  gtk_box_append (GTK_BOX (box), page->hint_link);
  gtk_popover_set_child (page->hint, box);
  gtk_widget_add_css_class (GTK_WIDGET (page->hint), "cell-hint");
  gtk_widget_set_halign (GTK_WIDGET (page->hint), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (page->hint), page->entry_box);
}

static void
init_whole (YsInspectionPage *page)
{
  page->whole = GTK_POPOVER (g_object_new (GTK_TYPE_POPOVER, "autohide", FALSE, "can-focus", FALSE,
                                           "position", GTK_POS_BOTTOM, NULL));
  page->whole_label = GTK_LABEL (
      g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "max-width-chars", 48, "xalign", 0.0, NULL));
  gtk_popover_set_child (page->whole, GTK_WIDGET (page->whole_label));
  gtk_widget_add_css_class (GTK_WIDGET (page->whole), "whole-clause");
  gtk_widget_set_parent (GTK_WIDGET (page->whole), page->entry_box);
}

void
ys_inspection_page_init_grid (YsInspectionPage *page)
{
  static const YsCellFuncs funcs = { on_cell_typed_cb, on_cell_entered_cb, on_cell_left_cb };
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkNoSelection *selection;

  page->rows = ys_inspection_rows_new ();
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (page->rows)));
  page->columns = ys_inspection_columns_new (page->view, page->rows, &funcs, page);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);

  ys_inspection_page_init_keys (page);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_view_enter_cb), page);
  gtk_widget_add_controller (GTK_WIDGET (page->view), focus);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (page->scroller),
                           "notify::page-size", G_CALLBACK (on_height_cb), page, G_CONNECT_SWAPPED);

  page->clauses = ys_clause_popover_new (page->entry_box, due_of_clause, page);
  gtk_widget_set_halign (GTK_WIDGET (page->clauses), GTK_ALIGN_START);
  g_signal_connect_swapped (page->clauses, "marked", G_CALLBACK (on_clause_marked_cb), page);
  g_signal_connect_swapped (page->clauses, "chosen", G_CALLBACK (ys_inspection_page_take_clause),
                            page);
  init_hint (page);
  init_whole (page);
}

void
ys_inspection_page_clear_grid (YsInspectionPage *page)
{
  if (page->clauses == NULL)
    return;
  g_clear_handle_id (&page->least_source, g_source_remove);
  g_clear_handle_id (&page->focus_source, g_source_remove);
  gtk_widget_unparent (GTK_WIDGET (page->clauses));
  gtk_widget_unparent (GTK_WIDGET (page->hint));
  gtk_widget_unparent (GTK_WIDGET (page->whole));
  page->clauses = NULL;
  page->hint = NULL;
  page->whole = NULL;
}
