/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys are looked at before the entry sees them. */
#include "config.h"

#include "pick-entry.h"

#include "suggestions.h"

struct _YsPickEntry
{
  GtkWidget parent_instance;

  GtkEntry *entry;
  YsSuggestions *suggestions;
  YsPickFunc suggest;
  gpointer data;
  gboolean setting;
};

enum
{
  PROP_PLACEHOLDER = 1,
  PROP_NAME,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsPickEntry, ys_pick_entry, GTK_TYPE_WIDGET)

static void
offer (YsPickEntry *self)
{
  const char *text = ys_pick_entry_get_text (self);
  g_auto (GStrv) words = NULL;

  if (self->suggest != NULL)
    words = self->suggest (self, text, self->data);
  ys_suggestions_show (self->suggestions, (const char *const *)words, *text != '\0');
}

static void
take (YsPickEntry *self, const char *word)
{
  g_autofree char *copy = g_strdup (word);

  ys_pick_entry_set_text (self, copy);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_changed_cb (YsPickEntry *self)
{
  if (self->setting)
    return;
  offer (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_chosen_cb (YsPickEntry *self, const char *word)
{
  take (self, word);
}

static gboolean
on_key_cb (GtkEventControllerKey *controller,
           guint key,
           guint code,
           GdkModifierType state,
           YsPickEntry *self)
{
  const char *chosen = ys_suggestions_get_chosen (self->suggestions);

  switch (key)
    {
    case GDK_KEY_Down:
      if (!ys_suggestions_step (self->suggestions, 1))
        offer (self);
      return TRUE;
    case GDK_KEY_Up:
      return ys_suggestions_step (self->suggestions, -1);
    case GDK_KEY_Escape:
      if (!gtk_widget_get_visible (GTK_WIDGET (self->suggestions)))
        return FALSE;
      ys_suggestions_show (self->suggestions, NULL, FALSE);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (chosen != NULL)
        take (self, chosen);
      else if (key != GDK_KEY_Tab)
        g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
      return key != GDK_KEY_Tab;
    default:
      return FALSE;
    }
}

static void
on_leave_cb (YsPickEntry *self)
{
  ys_suggestions_show (self->suggestions, NULL, FALSE);
}

static gboolean
ys_pick_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YS_PICK_ENTRY (widget)->entry));
}

static void
ys_pick_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YsPickEntry *self = YS_PICK_ENTRY (object);

  switch (id)
    {
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    case PROP_NAME:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_pick_entry_dispose (GObject *object)
{
  YsPickEntry *self = YS_PICK_ENTRY (object);

  if (self->suggestions != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->suggestions)));
  if (self->entry != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->entry)));

  G_OBJECT_CLASS (ys_pick_entry_parent_class)->dispose (object);
}

static void
ys_pick_entry_class_init (YsPickEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ys_pick_entry_dispose;
  object_class->set_property = ys_pick_entry_set_property;
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("spoken-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  widget_class->grab_focus = ys_pick_entry_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ys_pick_entry_init (YsPickEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  self->suggestions = ys_suggestions_new (self->entry);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (self->suggestions, "chosen", G_CALLBACK (on_chosen_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

void
ys_pick_entry_set_suggest (YsPickEntry *self, YsPickFunc suggest, gpointer user_data)
{
  g_return_if_fail (YS_IS_PICK_ENTRY (self));

  self->suggest = suggest;
  self->data = user_data;
}

const char *
ys_pick_entry_get_text (YsPickEntry *self)
{
  g_return_val_if_fail (YS_IS_PICK_ENTRY (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
ys_pick_entry_set_text (YsPickEntry *self, const char *text)
{
  g_return_if_fail (YS_IS_PICK_ENTRY (self));

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
  ys_suggestions_show (self->suggestions, NULL, FALSE);
}
