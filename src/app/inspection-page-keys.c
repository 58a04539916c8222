/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of the grid. They are taken before the widgets see them, except while an input method is at
 * work: then all of them are its own. */
#include "config.h"

#include "inspection-page-private.h"

/* Leaving a blank row drops it: the place that is gone to may have moved up by one. */
static void
move_to (YsInspectionPage *page, gint64 position, YsEntry entry)
{
  if (position >= 0)
    ys_inspection_page_focus_cell (page, (guint)position, entry);
}

static void
step (YsInspectionPage *page, YsGridCell *cell, int delta)
{
  gint64 place = (gint64)page->position * YS_N_ENTRIES + page->entry + delta;
  const YsClause *clause
      = page->entry == YS_ENTRY_CLAUSE ? ys_clause_popover_get_marked (page->clauses) : NULL;

  if (clause != NULL)
    ys_inspection_page_take_clause (page, clause);
  if (place < 0)
    ys_field_row_grab_focus (page->inspectors);
  else
    move_to (page, place / YS_N_ENTRIES, (YsEntry)(place % YS_N_ENTRIES));
}

/* Tab in the blank row leaves the grid: nobody is caught in it. */
static gboolean
on_tab (YsInspectionPage *page, YsGridCell *cell, gboolean back)
{
  gboolean blank = ys_inspection_rows_get (page->rows, page->position) == NULL;

  if (!back && blank)
    return gtk_widget_child_focus (GTK_WIDGET (page->photos), GTK_DIR_TAB_FORWARD);
  step (page, cell, back ? -1 : 1);
  return TRUE;
}

static gboolean
on_vertical (YsInspectionPage *page, YsGridCell *cell, int delta)
{
  if (ys_clause_popover_step (page->clauses, delta))
    return TRUE;
  /* In an empty clause cell Down lists all clauses. */
  if (delta > 0 && page->entry == YS_ENTRY_CLAUSE && *ys_grid_cell_get_text (cell) == '\0')
    ys_inspection_page_list_clauses (page, "");
  else
    move_to (page, (gint64)page->position + delta, page->entry);
  return TRUE;
}

static gboolean
on_horizontal (YsInspectionPage *page, YsGridCell *cell, int delta)
{
  if (ys_grid_cell_is_editing (cell))
    return FALSE;
  if ((int)page->entry + delta >= 0 && (int)page->entry + delta < YS_N_ENTRIES)
    move_to (page, page->position, (YsEntry)((int)page->entry + delta));
  return TRUE;
}

static gboolean
on_escape (YsInspectionPage *page, YsGridCell *cell)
{
  if (ys_clause_popover_is_shown (page->clauses))
    {
      ys_clause_popover_hide (page->clauses);
      return TRUE;
    }
  ys_inspection_rows_restore (page->rows, page->position, page->entry);
  ys_grid_cell_set_editing (cell, FALSE);
  ys_inspection_page_show_state (page);
  return TRUE;
}

static gboolean
copy_above (YsInspectionPage *page, YsGridCell *cell)
{
  const YsInspectionRow *above
      = page->position > 0 ? ys_inspection_rows_get (page->rows, page->position - 1) : NULL;

  if (above == NULL)
    return TRUE;
  if (page->entry == YS_ENTRY_CLAUSE && above->clause != NULL)
    ys_inspection_rows_take_clause (page->rows, page->position, above->clause);
  else
    ys_grid_cell_type (cell, above->text[page->entry]);
  ys_clause_popover_hide (page->clauses);
  return TRUE;
}

static gboolean
on_delete (YsInspectionPage *page, YsGridCell *cell)
{
  if (ys_grid_cell_is_editing (cell))
    return FALSE;
  ys_inspection_page_withdraw_row (page, page->position);
  return TRUE;
}

static gboolean
on_control_key (YsInspectionPage *page, YsGridCell *cell, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_apostrophe:
    case GDK_KEY_d:
      return copy_above (page, cell);
    case GDK_KEY_v:
      return ys_inspection_page_paste (page);
    case GDK_KEY_Home:
      move_to (page, 0, YS_ENTRY_CLAUSE);
      return TRUE;
    case GDK_KEY_End:
      move_to (page, ys_inspection_rows_n_used (page->rows), YS_ENTRY_CLAUSE);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_plain_key (YsInspectionPage *page, YsGridCell *cell, guint keyval, gboolean shift)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      step (page, cell, shift ? -1 : 1);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return on_tab (page, cell, shift);
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      return !shift && on_vertical (page, cell, keyval == GDK_KEY_Up ? -1 : 1);
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      return !shift && on_horizontal (page, cell, keyval == GDK_KEY_Left ? -1 : 1);
    case GDK_KEY_Escape:
      return on_escape (page, cell);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return !shift && on_delete (page, cell);
    case GDK_KEY_F2:
      ys_grid_cell_set_editing (cell, TRUE);
      return TRUE;
    case GDK_KEY_F7:
      ys_inspection_page_follow_hint (page);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_cell_key (YsInspectionPage *page, YsGridCell *cell, guint keyval, GdkModifierType state)
{
  if (ys_grid_cell_is_composing (cell) || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return on_control_key (page, cell, keyval);
  return on_plain_key (page, cell, keyval, (state & GDK_SHIFT_MASK) != 0);
}

static gboolean
on_key_cb (GtkEventControllerKey *keys,
           guint keyval,
           guint keycode,
           GdkModifierType state,
           YsInspectionPage *page)
{
  YsGridCell *cell = ys_inspection_page_cell (page);

  /* Any key puts the whole clause away. */
  if (gtk_widget_get_visible (GTK_WIDGET (page->whole)))
    {
      ys_inspection_page_hide_whole (page);
      if (keyval == GDK_KEY_Escape)
        return TRUE;
    }
  if (cell != NULL)
    return on_cell_key (page, cell, keyval, state);
  /* Who types faster than the grid is laid out loses nothing. */
  cell = ys_inspection_page_hurry_focus (page);
  return cell != NULL
         && (on_cell_key (page, cell, keyval, state) || ys_grid_cell_take_key (cell, keys));
}

void
ys_inspection_page_init_keys (YsInspectionPage *page)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), page);
  gtk_widget_add_controller (GTK_WIDGET (page->scroller), keys);
}
