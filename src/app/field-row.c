/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides when a typed value is given to its owner: on Enter, on leaving, on choosing; never
 * twice for the same text, and never when nothing was typed. */
#include "config.h"

#include "field-row-private.h"

#include <glib/gi18n-lib.h>

#include "community.h"
#include "company.h"
#include "compound.h"
#include "contact.h"
#include "inspection.h"
#include "look.h"
#include "office.h"
#include "resources.h"

enum
{
  PROP_RECORD = 1,
  PROP_FIELD,
  PROP_LABEL,
  PROP_UNIT,
  PROP_PLACEHOLDER,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint commit_signal;
static guint wrong_signal;

G_DEFINE_FINAL_TYPE (YsFieldRow, ys_field_row, GTK_TYPE_WIDGET)

/* The entry's own undo must never bring back what another record held. */
void
ys_field_row_put_text (YsFieldRow *self, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);

  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, TRUE);
}

static const YsRecordType *
find_record_type (const char *name)
{
  const YsRecordType *types[] = { &ys_compound_type, &ys_community_type, &ys_company_type,
                                  &ys_contact_type,  &ys_office_type,    &ys_inspection_type };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_str_equal (types[i]->name, name))
        return types[i];
    }
  return NULL;
}

static void
set_label (YsFieldRow *self, const char *label)
{
  gboolean required
      = self->field != NULL && (self->field->flags & YS_FIELD_REQUIRED) != 0 && !self->compact;
  g_autofree char *escaped = g_markup_escape_text (label, -1);
  g_autofree char *markup
      = required ? g_strdup_printf ("%s<span foreground=\"#d8564a\">*</span>", escaped)
                 : g_strdup (escaped);

  gtk_label_set_markup (self->name, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  /* Newer GTK names a drop-down by what is chosen, and that goes before its label. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->choice),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
fill_choices (YsFieldRow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, "—");
  for (int i = 1; self->field->choices[i - 1].nick != NULL; i++)
    gtk_string_list_append (list, ys_choice_label (self->field->choices, i));
  self->showing = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (list));
  self->showing = FALSE;
}

static void
bind_field (YsFieldRow *self)
{
  const YsRecordType *type;
  gboolean is_choice;

  if (self->record == NULL || self->field_name == NULL)
    return;
  type = find_record_type (self->record);
  self->field = type != NULL ? ys_record_type_field (type, self->field_name) : NULL;
  if (self->field == NULL)
    {
      g_critical ("No field %s.%s", self->record, self->field_name);
      return;
    }
  is_choice = self->field->type == YS_FIELD_CHOICE;
  gtk_widget_set_visible (GTK_WIDGET (self->choice), is_choice);
  gtk_widget_set_visible (GTK_WIDGET (self->overlay), !is_choice);
  if (is_choice)
    fill_choices (self);
  set_label (self, _ (self->field->label));
}

gboolean
ys_field_row_is_typed (YsFieldRow *self)
{
  return g_strcmp0 (ys_field_row_get_text (self), self->shown != NULL ? self->shown : "") != 0;
}

gboolean
ys_field_row_flush (YsFieldRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (YS_IS_FIELD_ROW (self), TRUE);

  if (!ys_field_row_is_typed (self))
    {
      ys_field_row_set_wrong (self, NULL);
      return TRUE;
    }
  text = g_strdup (ys_field_row_get_text (self));
  if (ys_field_row_is_wrong (self) && g_strcmp0 (text, self->tried) == 0)
    return FALSE;
  ys_field_row_set_wrong (self, NULL);
  g_signal_emit (self, commit_signal, 0, text);
  if (ys_field_row_is_wrong (self))
    {
      g_free (self->tried);
      self->tried = g_steal_pointer (&text);
      return FALSE;
    }
  /* The owner has shown the record anew by now, perhaps in a cleaner spelling. */
  if (ys_field_row_is_typed (self))
    {
      g_free (self->shown);
      self->shown = g_steal_pointer (&text);
    }
  return TRUE;
}

/* The label as narrow as its words; what is wrong is said by the owner, elsewhere. */
static void
set_compact (YsFieldRow *self, gboolean compact)
{
  self->compact = compact;
  gtk_widget_set_size_request (GTK_WIDGET (self->name), compact ? -1 : ys_look_scaled (66), -1);
  gtk_widget_set_valign (GTK_WIDGET (self->name), compact ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->wrong)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, !compact);
}

static void
ys_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YsFieldRow *self = YS_FIELD_ROW (object);

  switch (id)
    {
    case PROP_RECORD:
      g_free (self->record);
      self->record = g_value_dup_string (value);
      bind_field (self);
      break;
    case PROP_FIELD:
      g_free (self->field_name);
      self->field_name = g_value_dup_string (value);
      bind_field (self);
      break;
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    case PROP_UNIT:
      gtk_label_set_label (self->unit, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_field_row_dispose (GObject *object)
{
  GtkWidget *child;

  if (YS_FIELD_ROW (object)->suggestions != NULL)
    gtk_widget_unparent (GTK_WIDGET (YS_FIELD_ROW (object)->suggestions));
  YS_FIELD_ROW (object)->suggestions = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_FIELD_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_field_row_parent_class)->dispose (object);
}

static void
ys_field_row_finalize (GObject *object)
{
  YsFieldRow *self = YS_FIELD_ROW (object);

  g_free (self->record);
  g_free (self->field_name);
  g_free (self->shown);
  g_free (self->tried);

  G_OBJECT_CLASS (ys_field_row_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_RECORD] = g_param_spec_string ("record", NULL, NULL, NULL, flags);
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ys_field_row_class_init (YsFieldRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = ys_field_row_set_property;
  object_class->dispose = ys_field_row_dispose;
  object_class->finalize = ys_field_row_finalize;
  install_properties (object_class);
  commit_signal = g_signal_new ("commit", YS_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  wrong_signal = g_signal_new ("wrong-changed", YS_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldrow");
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/field-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsFieldRow, name);
  gtk_widget_class_bind_template_child (widget_class, YsFieldRow, overlay);
  gtk_widget_class_bind_template_child (widget_class, YsFieldRow, entry);
  gtk_widget_class_bind_template_child (widget_class, YsFieldRow, unit);
  gtk_widget_class_bind_template_child (widget_class, YsFieldRow, choice);
  gtk_widget_class_bind_template_child (widget_class, YsFieldRow, wrong);
  gtk_widget_class_bind_template_child (widget_class, YsFieldRow, sentence);
  ys_field_row_bind_keys (widget_class);
}

static void
ys_field_row_init (YsFieldRow *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_grid_layout_set_column_spacing (GTK_GRID_LAYOUT (layout), 8);
}

const YsField *
ys_field_row_get_field (YsFieldRow *self)
{
  g_return_val_if_fail (YS_IS_FIELD_ROW (self), NULL);

  return self->field;
}

void
ys_field_row_show (YsFieldRow *self, gconstpointer record)
{
  g_autofree char *text = NULL;

  g_return_if_fail (YS_IS_FIELD_ROW (self));
  g_return_if_fail (self->field != NULL);
  g_return_if_fail (self->field->type != YS_FIELD_REFERENCE);

  /* Grouped digits are easier to check, and are read back as they are. */
  text = self->field->type == YS_FIELD_HUNDREDTHS ? ys_field_to_display (self->field, record)
                                                  : ys_field_to_text (self->field, record);
  ys_field_row_show_text (self, text);
}

void
ys_field_row_show_text (YsFieldRow *self, const char *text)
{
  gboolean typed;

  g_return_if_fail (YS_IS_FIELD_ROW (self));
  g_return_if_fail (self->field != NULL);

  typed = ys_field_row_is_wrong (self)
          || (ys_field_row_is_typed (self)
              && gtk_widget_is_focus (
                  GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))));
  if (text == NULL)
    text = "";
  if (g_strcmp0 (self->shown, text) != 0)
    {
      g_free (self->shown);
      self->shown = g_strdup (text);
    }
  if (typed || !ys_field_row_is_typed (self))
    return;
  self->showing = TRUE;
  if (self->field->type == YS_FIELD_CHOICE)
    gtk_drop_down_set_selected (self->choice,
                                (guint)ys_choice_from_text (self->field->choices, text));
  else
    ys_field_row_put_text (self, text);
  self->showing = FALSE;
}

void
ys_field_row_reset (YsFieldRow *self)
{
  g_return_if_fail (YS_IS_FIELD_ROW (self));

  ys_field_row_set_wrong (self, NULL);
  self->showing = TRUE;
  g_clear_pointer (&self->shown, g_free);
  ys_field_row_put_text (self, "");
  if (self->field != NULL && self->field->type == YS_FIELD_CHOICE)
    gtk_drop_down_set_selected (self->choice, 0);
  self->showing = FALSE;
}

const char *
ys_field_row_get_text (YsFieldRow *self)
{
  guint selected;

  g_return_val_if_fail (YS_IS_FIELD_ROW (self), NULL);

  if (self->field == NULL || self->field->type != YS_FIELD_CHOICE)
    return gtk_editable_get_text (GTK_EDITABLE (self->entry));
  selected = gtk_drop_down_get_selected (self->choice);
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return "";
  return self->field->choices[selected - 1].nick;
}

void
ys_field_row_set_wrong (YsFieldRow *self, const char *sentence)
{
  GtkWidget *control;
  gboolean wrong = sentence != NULL;
  gboolean was_wrong = ys_field_row_is_wrong (self);

  g_return_if_fail (YS_IS_FIELD_ROW (self));

  if (!wrong)
    g_clear_pointer (&self->tried, g_free);
  else if (self->tried == NULL)
    self->tried = g_strdup (ys_field_row_get_text (self));
  control = gtk_widget_get_visible (GTK_WIDGET (self->choice)) ? GTK_WIDGET (self->choice)
                                                               : GTK_WIDGET (self->entry);
  gtk_label_set_label (self->sentence, wrong ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), wrong);
  if (wrong)
    gtk_widget_add_css_class (control, "error");
  else
    gtk_widget_remove_css_class (control, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (wrong)
    gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    sentence, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (wrong != was_wrong)
    g_signal_emit (self, wrong_signal, 0);
}

void
ys_field_row_show_wrong (YsFieldRow *self, const char *text, const char *sentence)
{
  g_return_if_fail (YS_IS_FIELD_ROW (self));
  g_return_if_fail (self->field != NULL && sentence != NULL);

  self->showing = TRUE;
  if (self->field->type == YS_FIELD_CHOICE)
    gtk_drop_down_set_selected (self->choice,
                                (guint)ys_choice_from_text (self->field->choices, text));
  else
    ys_field_row_put_text (self, text);
  self->showing = FALSE;
  ys_field_row_set_wrong (self, sentence);
}

const char *
ys_field_row_get_sentence (YsFieldRow *self)
{
  g_return_val_if_fail (YS_IS_FIELD_ROW (self), "");

  return gtk_label_get_label (self->sentence);
}

gboolean
ys_field_row_is_wrong (YsFieldRow *self)
{
  g_return_val_if_fail (YS_IS_FIELD_ROW (self), FALSE);

  return self->wrong != NULL && gtk_widget_get_visible (GTK_WIDGET (self->wrong));
}

void
ys_field_row_set_sensitive (YsFieldRow *self, gboolean sensitive)
{
  g_return_if_fail (YS_IS_FIELD_ROW (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), sensitive);
  /* Still to be read and copied. */
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), sensitive);
}

GtkEntry *
ys_field_row_get_entry (YsFieldRow *self)
{
  g_return_val_if_fail (YS_IS_FIELD_ROW (self), NULL);

  return self->field != NULL && self->field->type == YS_FIELD_CHOICE ? NULL : self->entry;
}

void
ys_field_row_grab_focus (YsFieldRow *self)
{
  g_return_if_fail (YS_IS_FIELD_ROW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->choice)))
    gtk_widget_grab_focus (GTK_WIDGET (self->choice));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
