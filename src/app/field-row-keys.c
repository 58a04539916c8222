/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens in a field while it is typed: words that are offered, keys, leaving. */
#include "config.h"

#include "field-row-private.h"

/* -- Suggestions ------------------------------------------------------------------------------ */

static void
hide_suggestions (YsFieldRow *self)
{
  if (self->suggestions != NULL)
    ys_suggestions_show (self->suggestions, NULL, FALSE);
}

/* Letters can only mean pinyin where names are Chinese: then Enter takes the best match. */
static gboolean
is_pinyin (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isalpha (*text) && *text != ' ')
      return FALSE;
  return TRUE;
}

static void
offer (YsFieldRow *self, const char *text)
{
  g_auto (GStrv) words = NULL;
  gboolean choose;

  if (self->suggestions == NULL || !gtk_editable_get_editable (GTK_EDITABLE (self->entry)))
    return;
  words = self->suggest (self, text, self->suggest_data);
  choose = *text != '\0' && is_pinyin (text) && self->field->type == YS_FIELD_REFERENCE;
  /* What stands there already is no news. */
  if (words != NULL && words[0] != NULL && words[1] == NULL && g_str_equal (words[0], text))
    hide_suggestions (self);
  else
    ys_suggestions_show (self->suggestions, (const char *const *)words, choose);
}

static void
take_suggestion (YsFieldRow *self, const char *word)
{
  g_autofree char *text = g_strdup (word);

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->showing = FALSE;
  hide_suggestions (self);
}

static void
on_suggestion_chosen_cb (YsFieldRow *self, const char *word)
{
  take_suggestion (self, word);
  ys_field_row_flush (self);
}

void
ys_field_row_set_suggest (YsFieldRow *self, YsFieldSuggestFunc suggest, gpointer user_data)
{
  g_return_if_fail (YS_IS_FIELD_ROW (self));
  g_return_if_fail (suggest != NULL);

  self->suggest = suggest;
  self->suggest_data = user_data;
  if (self->suggestions != NULL)
    return;
  self->suggestions = ys_suggestions_new (self->entry);
  g_signal_connect_swapped (self->suggestions, "chosen", G_CALLBACK (on_suggestion_chosen_cb),
                            self);
}

/* -- Keys ------------------------------------------------------------------------------------- */

static void
on_leave_cb (YsFieldRow *self)
{
  /* Not while the window itself lost the focus: the user is still in this field. */
  if (gtk_widget_is_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    return;
  hide_suggestions (self);
  ys_field_row_flush (self);
}

static void
on_choice_cb (YsFieldRow *self)
{
  if (!self->showing && self->field != NULL)
    ys_field_row_flush (self);
}

gboolean
ys_field_row_restore (YsFieldRow *self)
{
  g_return_val_if_fail (YS_IS_FIELD_ROW (self), FALSE);

  if (!ys_field_row_is_typed (self) && !ys_field_row_is_wrong (self))
    return FALSE;
  self->showing = TRUE;
  ys_field_row_put_text (self, self->shown != NULL ? self->shown : "");
  self->showing = FALSE;
  hide_suggestions (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  ys_field_row_set_wrong (self, NULL);
  return TRUE;
}

/* Enter, with Shift back; a wrong value keeps the focus. */
static gboolean
go_on (YsFieldRow *self, GdkModifierType state)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (ys_field_row_flush (self) && root != NULL)
    gtk_widget_child_focus (root, (state & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD
                                                                : GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* Up and Down choose among what is offered; Down offers what is used most. */
static gboolean
on_arrow (YsFieldRow *self, int delta)
{
  if (self->suggestions == NULL)
    return FALSE;
  if (!ys_suggestions_step (self->suggestions, delta) && delta > 0)
    offer (self,
           ys_field_row_is_typed (self) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "");
  return TRUE;
}

static gboolean
on_escape (YsFieldRow *self)
{
  if (self->suggestions != NULL && gtk_widget_get_visible (GTK_WIDGET (self->suggestions)))
    {
      hide_suggestions (self);
      return TRUE;
    }
  return ys_field_row_restore (self);
}

static gboolean
on_key_cb (YsFieldRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  const char *chosen;
  gboolean plain = (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) == 0;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      return on_escape (self);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      chosen = self->suggestions != NULL ? ys_suggestions_get_chosen (self->suggestions) : NULL;
      if (chosen != NULL)
        take_suggestion (self, chosen);
      return go_on (self, state);
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      return plain && on_arrow (self, keyval == GDK_KEY_Down ? 1 : -1);
    default:
      return FALSE;
    }
}

/* A choice takes its number, Delete empties it, Down opens its list; Enter goes on as everywhere.
 */
static gboolean
on_choice_key_cb (YsFieldRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (GTK_ROOT (root)) : NULL;
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (self->choice));
  guint32 digit = gdk_keyval_to_unicode (keyval);

  /* In the open list the keys are the list's. */
  if (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return go_on (self, state);
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Down)
    g_signal_emit_by_name (self->choice, "activate");
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    gtk_drop_down_set_selected (self->choice, 0);
  else if (digit > '0' && digit - '0' < n)
    gtk_drop_down_set_selected (self->choice, digit - '0');
  else
    return FALSE;
  return TRUE;
}

static void
on_changed_cb (YsFieldRow *self)
{
  /* The red border goes as soon as the text is another; the next leave judges it. */
  if (!self->showing && ys_field_row_is_wrong (self)
      && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->tried) != 0)
    ys_field_row_set_wrong (self, NULL);
  if (!self->showing && self->suggestions != NULL
      && gtk_widget_is_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    offer (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

void
ys_field_row_bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}
