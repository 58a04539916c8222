/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form holds a new contact or the chosen one; a refusal stays at its field. */
#include "config.h"

#include "contacts-view.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"
#include "look.h"
#include "resources.h"
#include "widget-help.h"

struct _YsContactsView
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scrolled; /* bound, or GTK 4.8 would not dispose of it */
  GtkListBox *list;
  GtkGrid *form;
  GtkButton *save;
  GtkButton *remove;

  YsSession *session;
  gint64 compound_id;
  GPtrArray *contacts; /* (element-type YsContact), as listed */
  gint64 edited;       /* id of the contact in the form; 0: a new one */
};

G_DEFINE_FINAL_TYPE (YsContactsView, ys_contacts_view, GTK_TYPE_WIDGET)

static YsFieldRow *
first_row (YsContactsView *self)
{
  return YS_FIELD_ROW (gtk_widget_get_first_child (GTK_WIDGET (self->form)));
}

/* @contact (nullable): NULL for a new one. */
static void
edit_contact (YsContactsView *self, const YsContact *contact)
{
  const YsContact nobody = { 0 };

  self->edited = contact != NULL ? contact->id : 0;
  for (GtkWidget *child = GTK_WIDGET (first_row (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      ys_field_row_reset (YS_FIELD_ROW (child));
      ys_field_row_show (YS_FIELD_ROW (child), contact != NULL ? contact : &nobody);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->remove),
                          contact != NULL && ys_session_is_writable (self->session));
}

static void
fill_list (YsContactsView *self)
{
  g_autoptr (GError) error = NULL;

  ys_list_box_clear (self->list);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  self->contacts
      = ys_registry_contacts (ys_session_get_ledger (self->session), self->compound_id, &error);
  for (guint i = 0; self->contacts != NULL && i < self->contacts->len; i++)
    {
      const YsContact *contact = g_ptr_array_index (self->contacts, i);
      g_autofree char *text = g_strdup_printf ("%s  %s  %s", contact->name,
                                               contact->role != NULL ? contact->role : "—",
                                               contact->phone != NULL ? contact->phone : "—");
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (self->list, label);
    }
}

static void
on_selected_cb (YsContactsView *self, GtkListBoxRow *row)
{
  if (row != NULL)
    edit_contact (self, g_ptr_array_index (self->contacts, gtk_list_box_row_get_index (row)));
}

static void
on_new_cb (YsContactsView *self)
{
  gtk_list_box_unselect_all (self->list);
  edit_contact (self, NULL);
  ys_field_row_grab_focus (first_row (self));
}

/* Reads the whole form; a wrong field keeps its sentence and nothing is saved. */
static gboolean
read_contact (YsContactsView *self, YsContact *contact)
{
  gboolean ok = TRUE;

  for (GtkWidget *child = GTK_WIDGET (first_row (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      YsFieldRow *row = YS_FIELD_ROW (child);
      g_autoptr (GError) error = NULL;

      if (ys_field_read (ys_field_row_get_field (row), contact, ys_field_row_get_text (row),
                         ys_session_today (self->session), &error))
        continue;
      ys_field_row_set_wrong (row, error->message);
      ok = FALSE;
    }
  return ok;
}

/* Everything is saved or said; the form is empty again afterwards. */
static void
changed (YsContactsView *self)
{
  edit_contact (self, NULL);
  ys_session_changed (self->session);
}

static void
on_save_cb (YsContactsView *self)
{
  g_autoptr (GError) error = NULL;
  YsContact contact = { .id = self->edited, .compound_id = self->compound_id };
  gboolean saved;

  if (!read_contact (self, &contact))
    {
      ys_record_clear (&ys_contact_type, &contact);
      return;
    }
  saved = ys_registry_save_contact (ys_session_get_ledger (self->session), &contact, &error);
  ys_record_clear (&ys_contact_type, &contact);
  if (saved)
    changed (self);
  else
    ys_field_row_set_wrong (first_row (self), error->message);
}

static void
on_remove_cb (YsContactsView *self)
{
  g_autoptr (GError) error = NULL;

  if (!ys_registry_remove_contact (ys_session_get_ledger (self->session), self->edited, &error))
    {
      ys_session_report (self->session, error);
      return;
    }
  changed (self);
  ys_session_notify (self->session, _ ("The contact was removed"), TRUE);
}

void
ys_contacts_view_show (YsContactsView *self, YsSession *session, gint64 compound_id)
{
  gboolean is_other;

  g_return_if_fail (YS_IS_CONTACTS_VIEW (self));
  g_return_if_fail (YS_IS_SESSION (session));

  is_other = compound_id != self->compound_id;
  g_set_object (&self->session, session);
  self->compound_id = compound_id;
  fill_list (self);
  if (is_other)
    edit_contact (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), ys_session_is_writable (session));
}

static void
ys_contacts_view_dispose (GObject *object)
{
  YsContactsView *self = YS_CONTACTS_VIEW (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CONTACTS_VIEW);

  G_OBJECT_CLASS (ys_contacts_view_parent_class)->dispose (object);
}

static void
ys_contacts_view_finalize (GObject *object)
{
  g_clear_pointer (&YS_CONTACTS_VIEW (object)->contacts, g_ptr_array_unref);
  G_OBJECT_CLASS (ys_contacts_view_parent_class)->finalize (object);
}

static void
ys_contacts_view_class_init (YsContactsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_contacts_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_contacts_view_finalize;

  g_type_ensure (YS_TYPE_FIELD_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/contacts-view.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsContactsView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, YsContactsView, list);
  gtk_widget_class_bind_template_child (widget_class, YsContactsView, form);
  gtk_widget_class_bind_template_child (widget_class, YsContactsView, save);
  gtk_widget_class_bind_template_child (widget_class, YsContactsView, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_new_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_cb);
}

static void
ys_contacts_view_init (YsContactsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
