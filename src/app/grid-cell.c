/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry without a frame. What the owner shows is never reported as typed, and the entry's own
 * undo never reaches behind it. */
#include "config.h"

#include "grid-cell.h"

#include "widget-help.h"

struct _YsGridCell
{
  GtkWidget parent_instance;

  GtkEntry *entry;
  guint column;
  guint position;
  gboolean showing;
  gboolean editing;
  gboolean composing;
};

enum
{
  SIGNAL_TYPED,
  SIGNAL_ENTERED,
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsGridCell, ys_grid_cell, GTK_TYPE_WIDGET)

static GtkWidget *
text_of (YsGridCell *self)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

void
ys_grid_cell_set_editing (YsGridCell *self, gboolean editing)
{
  g_return_if_fail (YS_IS_GRID_CELL (self));

  self->editing = editing;
  ys_widget_set_class (GTK_WIDGET (self), "editing", editing);
  if (editing)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  else
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
on_changed_cb (YsGridCell *self)
{
  if (self->showing)
    return;
  self->editing = TRUE;
  ys_widget_set_class (GTK_WIDGET (self), "editing", TRUE);
  gtk_entry_set_attributes (self->entry, NULL);
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static void
on_preedit_cb (YsGridCell *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static void
on_enter_cb (YsGridCell *self)
{
  self->composing = FALSE;
  ys_grid_cell_set_editing (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static void
on_leave_cb (YsGridCell *self)
{
  /* Not while the window itself lost the focus: the user is still in this cell. */
  if (gtk_widget_is_focus (text_of (self)))
    return;
  self->editing = FALSE;
  ys_widget_set_class (GTK_WIDGET (self), "editing", FALSE);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, 0);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

/* The first click chooses the cell, the next one puts the cursor into its text. */
static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, YsGridCell *self)
{
  if (gtk_widget_is_focus (text_of (self)))
    {
      if (!self->editing)
        ys_grid_cell_set_editing (self, TRUE);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
ys_grid_cell_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YS_GRID_CELL (widget)->entry));
}

static void
ys_grid_cell_dispose (GObject *object)
{
  YsGridCell *self = YS_GRID_CELL (object);

  if (self->entry != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->entry));
  self->entry = NULL;

  G_OBJECT_CLASS (ys_grid_cell_parent_class)->dispose (object);
}

static void
ys_grid_cell_class_init (YsGridCellClass *class)
{
  static const char *const names[N_SIGNALS] = { "typed", "entered", "left" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_grid_cell_dispose;
  widget_class->grab_focus = ys_grid_cell_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "gridcell");
  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_grid_cell_init (YsGridCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->position = GTK_INVALID_LIST_POSITION;
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_has_frame (self->entry, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (text_of (self), "preedit-changed", G_CALLBACK (on_preedit_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
ys_grid_cell_new (guint column, float align)
{
  YsGridCell *self = g_object_new (YS_TYPE_GRID_CELL, NULL);

  self->column = column;
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), align);
  return GTK_WIDGET (self);
}

guint
ys_grid_cell_get_column (YsGridCell *self)
{
  g_return_val_if_fail (YS_IS_GRID_CELL (self), 0);

  return self->column;
}

guint
ys_grid_cell_get_position (YsGridCell *self)
{
  g_return_val_if_fail (YS_IS_GRID_CELL (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}

void
ys_grid_cell_set_position (YsGridCell *self, guint position)
{
  g_return_if_fail (YS_IS_GRID_CELL (self));

  self->position = position;
}

static void
show_text (YsGridCell *self, const char *text, guint n_dim)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (g_strcmp0 (gtk_editable_get_text (editable), text) != 0)
    {
      self->showing = TRUE;
      gtk_editable_set_enable_undo (editable, FALSE);
      gtk_editable_set_text (editable, text);
      gtk_editable_set_enable_undo (editable, TRUE);
      self->showing = FALSE;
      if (gtk_widget_is_focus (text_of (self)))
        ys_grid_cell_set_editing (self, FALSE);
    }
  if (n_dim > 0 && !self->editing)
    {
      PangoAttribute *alpha = pango_attr_foreground_alpha_new (45000);
      PangoAttribute *scale = pango_attr_scale_new (13.0 / 14.0);

      alpha->end_index = n_dim;
      scale->end_index = n_dim;
      pango_attr_list_insert (attributes, alpha);
      pango_attr_list_insert (attributes, scale);
    }
  gtk_entry_set_attributes (self->entry, attributes);
}

void
ys_grid_cell_show (YsGridCell *self,
                   const char *text,
                   guint n_dim,
                   const char *placeholder,
                   const char *name,
                   const char *wrong)
{
  GtkAccessible *accessible;

  g_return_if_fail (YS_IS_GRID_CELL (self));
  g_return_if_fail (text != NULL && name != NULL);

  accessible = GTK_ACCESSIBLE (self->entry);
  show_text (self, text, n_dim);
  gtk_entry_set_placeholder_text (self->entry, placeholder);
  ys_widget_set_class (GTK_WIDGET (self), "wrong", wrong != NULL);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               wrong != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (wrong != NULL)
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, wrong, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

const char *
ys_grid_cell_get_text (YsGridCell *self)
{
  g_return_val_if_fail (YS_IS_GRID_CELL (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

gboolean
ys_grid_cell_take_key (YsGridCell *self, GtkEventControllerKey *keys)
{
  g_return_val_if_fail (YS_IS_GRID_CELL (self), FALSE);

  return gtk_event_controller_key_forward (keys, text_of (self));
}

void
ys_grid_cell_type (YsGridCell *self, const char *text)
{
  g_return_if_fail (YS_IS_GRID_CELL (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
ys_grid_cell_insert (YsGridCell *self, const char *text)
{
  GtkEditable *editable;
  int position;

  g_return_if_fail (YS_IS_GRID_CELL (self));

  editable = GTK_EDITABLE (self->entry);
  gtk_editable_delete_selection (editable);
  position = gtk_editable_get_position (editable);
  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_editable_set_position (editable, position);
}

gboolean
ys_grid_cell_is_editing (YsGridCell *self)
{
  g_return_val_if_fail (YS_IS_GRID_CELL (self), FALSE);

  return self->editing;
}

gboolean
ys_grid_cell_is_composing (YsGridCell *self)
{
  g_return_val_if_fail (YS_IS_GRID_CELL (self), FALSE);

  return self->composing;
}

void
ys_grid_cell_set_editable (YsGridCell *self, gboolean editable)
{
  g_return_if_fail (YS_IS_GRID_CELL (self));

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
}
