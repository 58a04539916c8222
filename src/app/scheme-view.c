/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is saved is the whole form: the version that holds afterwards is what was seen. */
#include "config.h"

#include "scheme-view-private.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "resources.h"
#include "when.h"
#include "widget-help.h"

G_DEFINE_FINAL_TYPE (YsSchemeView, ys_scheme_view, GTK_TYPE_WIDGET)

static void
say_wrong (YsSchemeView *self, const char *sentence)
{
  gtk_label_set_label (self->wrong, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), sentence != NULL);
}

/* --- Comparing ------------------------------------------------------------------------------- */

static void
add_change (YsSchemeView *self, const YsSchemeDifference *difference)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *text
      = g_strdup_printf ("%s → %s", *difference->before != '\0' ? difference->before : "—",
                         *difference->after != '\0' ? difference->after : "—");
  GtkWidget *label = gtk_label_new (difference->label);
  GtkWidget *values = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (values), 0);
  gtk_label_set_wrap (GTK_LABEL (values), TRUE);
  gtk_widget_add_css_class (label, "hint");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), values);
  gtk_list_box_append (self->changes, box);
}

static void
compare (YsSchemeView *self)
{
  guint at = gtk_drop_down_get_selected (self->other);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSchemeBook) other = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  ys_list_box_clear (self->changes);
  if (self->book == NULL || at >= self->versions->len)
    return;
  other = ys_scheme_load_version (ys_session_get_ledger (self->session),
                                  ((YsScheme *)self->versions->pdata[at])->id, &error);
  if (other == NULL)
    {
      ys_session_report (self->session, error);
      return;
    }
  changes = ys_scheme_compare (other, self->book);
  for (guint i = 0; i < changes->len; i++)
    add_change (self, changes->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), changes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->same), changes->len == 0);
}

static void
on_other_cb (YsSchemeView *self)
{
  if (!self->filling)
    compare (self);
}

/* --- Versions -------------------------------------------------------------------------------- */

static GtkStringList *
version_names (GPtrArray *versions)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      const YsScheme *scheme = versions->pdata[i];
      g_autofree char *name = ys_when_version (scheme->version.value, scheme->valid_from);

      gtk_string_list_append (names, name);
    }
  return names;
}

/* The version that was shown stays; @newest: the newest is shown. */
static gboolean
read_versions (YsSchemeView *self, gboolean newest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkStringList) names = NULL;
  GPtrArray *versions = ys_scheme_versions (ys_session_get_ledger (self->session), &error);
  guint selected = 0;

  if (versions == NULL)
    {
      ys_session_report (self->session, error);
      return FALSE;
    }
  for (guint i = 0; !newest && self->book != NULL && i < versions->len; i++)
    if (((YsScheme *)versions->pdata[i])->id == self->book->scheme->id)
      selected = i;
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = versions;
  names = version_names (versions);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->version, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->other, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->version, selected);
  gtk_drop_down_set_selected (self->other, MIN (selected + 1, versions->len - 1));
  self->filling = FALSE;
  return TRUE;
}

/* Which version it is stands in the chooser above. */
static void
show_state (YsSchemeView *self)
{
  const char *reason = self->book->scheme->reason;
  /* Translators: why a version of the scheme was made */
  g_autofree char *state = reason != NULL ? g_strdup_printf (_ ("Reason: %s"), reason) : NULL;

  gtk_label_set_label (self->state, state != NULL ? state : "");
}

static void
show_book (YsSchemeView *self)
{
  guint at = gtk_drop_down_get_selected (self->version);
  gboolean writable = ys_session_is_writable (self->session);
  g_autoptr (GError) error = NULL;
  YsSchemeBook *book;

  if (at >= self->versions->len)
    return;
  book = ys_scheme_load_version (ys_session_get_ledger (self->session),
                                 ((YsScheme *)self->versions->pdata[at])->id, &error);
  if (book == NULL)
    {
      ys_session_report (self->session, error);
      return;
    }
  g_clear_pointer (&self->book, ys_scheme_book_free);
  self->book = book;
  ys_scheme_view_build (self);
  ys_scheme_view_fill (self);
  ys_scheme_view_set_editable (self, writable);
  ys_scheme_view_show_weights (self);
  show_state (self);
  compare (self);
  say_wrong (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), writable);
}

static void
on_version_cb (YsSchemeView *self)
{
  if (!self->filling && self->versions != NULL)
    show_book (self);
}

static void
on_drop_cb (YsSchemeView *self)
{
  if (self->versions != NULL)
    show_book (self);
}

/* --- Saving ---------------------------------------------------------------------------------- */

/* A month alone is its first day; nothing is the month that the window looks at. */
static gboolean
read_from (YsSchemeView *self, YsDate *out_from)
{
  g_autofree char *reason = NULL;
  YsDateReading reading = ys_date_read (gtk_editable_get_text (GTK_EDITABLE (self->from)),
                                        ys_session_today (self->session), out_from, &reason);

  if (reading == YS_DATE_READ_EMPTY)
    *out_from = ys_span_first (ys_session_get_period (self->session));
  else if (reading == YS_DATE_READ_OK && out_from->day == 0 && out_from->month != 0)
    out_from->day = 1;
  if (reading == YS_DATE_READ_EMPTY || (reading == YS_DATE_READ_OK && ys_date_is_full (*out_from)))
    return TRUE;
  say_wrong (self, reason != NULL ? reason
                                  : _ ("A scheme begins with a period. Write the first day of a "
                                       "month: 2026-10-01."));
  gtk_widget_grab_focus (GTK_WIDGET (self->from));
  return FALSE;
}

static void
on_save_cb (YsSchemeView *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  YsDate from;

  if (self->book == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    return;
  say_wrong (self, NULL);
  if (!ys_scheme_view_is_edited (self))
    {
      say_wrong (self, _ ("Nothing was changed. Change a field, then save."));
      return;
    }
  if (!read_from (self, &from))
    return;
  edits = ys_scheme_view_edits (self, texts);
  if (!ys_scheme_set (ys_session_get_ledger (self->session), (const YsSchemeEdit *)edits->data,
                      edits->len, from, gtk_editable_get_text (GTK_EDITABLE (self->reason)),
                      &error))
    {
      say_wrong (self, error->message);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  if (read_versions (self, TRUE))
    show_book (self);
  said = g_strdup_printf (_ ("Saved as version %d of the scheme"),
                          (int)self->book->scheme->version.value);
  ys_session_changed (self->session);
  ys_session_notify (self->session, said, TRUE);
}

/* --- The widget ------------------------------------------------------------------------------ */

static void
show_from (YsSchemeView *self)
{
  g_autofree char *from = ys_date_to_iso (ys_span_first (ys_session_get_period (self->session)));

  gtk_entry_set_placeholder_text (self->from, from);
}

void
ys_scheme_view_show (YsSchemeView *self, YsSession *session)
{
  gboolean edited;

  g_return_if_fail (YS_IS_SCHEME_VIEW (self));
  g_return_if_fail (YS_IS_SESSION (session));

  g_set_object (&self->session, session);
  show_from (self);
  edited = self->book != NULL && ys_scheme_view_is_edited (self);
  if (!edited && read_versions (self, FALSE))
    show_book (self);
}

void
ys_scheme_view_type (YsSchemeView *self, const char *field, const char *text)
{
  g_return_if_fail (YS_IS_SCHEME_VIEW (self));

  ys_scheme_view_set_text (self, field, text);
}

static void
ys_scheme_view_dispose (GObject *object)
{
  YsSchemeView *self = YS_SCHEME_VIEW (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_SCHEME_VIEW);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->book, ys_scheme_book_free);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ys_scheme_view_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, YsSchemeView, name)
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)

static void
ys_scheme_view_class_init (YsSchemeViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_scheme_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/scheme-view.ui"));
  BIND (content_box);
  BIND (version);
  BIND (state);
  BIND (form);
  BIND (weights);
  BIND (other);
  BIND (same);
  BIND (changes);
  BIND (from);
  BIND (reason);
  BIND (wrong);
  BIND (save);
  BIND (drop);
  CALL (on_version_cb);
  CALL (on_other_cb);
  CALL (on_save_cb);
  CALL (on_drop_cb);
}

static void
ys_scheme_view_init (YsSchemeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
