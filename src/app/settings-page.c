/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to the ledger is saved into it at once, with an audit line; what belongs to this
 * person on this machine goes to the preferences. */
#include "config.h"

#include "settings-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "application.h"
#include "backup-row.h"
#include "calendar-view.h"
#include "catalogue-view.h"
#include "field-row.h"
#include "look.h"
#include "preferences.h"
#include "resources.h"
#include "scheme-view.h"
#include "text.h"

struct _YsSettingsPage
{
  YsPage parent_instance;

  GtkStack *stack;
  YsCalendarView *calendar;
  YsCatalogueView *catalogue;
  YsSchemeView *scheme;
  YsFieldRow *name;
  YsFieldRow *level;
  YsFieldRow *reporting_unit;
  YsFieldRow *recipient;
  YsFieldRow *email;
  YsFieldRow *phone;
  GtkEntry *user;
  GtkDropDown *language;
  GtkLabel *language_note;
  GtkDropDown *appearance;
  GtkLabel *folder;
  GtkButton *verify;
  GtkLabel *verified;
  GtkListBox *backups;
  GtkLabel *no_backups;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (YsSettingsPage, ys_settings_page, YS_TYPE_PAGE)

static const char *const languages[] = { "", "zh", "en" };
static const char *const appearances[] = { "", "light", "dark" };

static YsSession *
session_of (YsSettingsPage *self)
{
  return ys_page_get_session (YS_PAGE (self));
}

static YsMainWindow *
window_of (YsSettingsPage *self)
{
  return YS_MAIN_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- The office ------------------------------------------------------------------------- */

static void
on_office_commit_cb (YsSettingsPage *self, const char *text, YsFieldRow *row)
{
  YsSession *session = session_of (self);
  const YsField *field = ys_field_row_get_field (row);
  g_auto (YsOffice) office = { 0 };
  g_autoptr (GError) error = NULL;

  if (ys_session_get_office (session) == NULL)
    return;
  ys_record_copy (&ys_office_type, &office, ys_session_get_office (session));
  if (!ys_field_read (field, &office, text, ys_session_today (session), &error)
      || !ys_ledger_job_set_office (ys_session_get_ledger (session), &office, &error))
    {
      ys_field_row_set_wrong (row, error->message);
      return;
    }
  ys_session_changed (session);
}

static void
show_office (YsSettingsPage *self)
{
  const YsOffice *office = ys_session_get_office (session_of (self));
  gboolean writable = ys_session_is_writable (session_of (self));
  YsFieldRow *rows[] = { self->name,      self->level, self->reporting_unit,
                         self->recipient, self->email, self->phone };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (office != NULL)
        ys_field_row_show (rows[i], office);
      ys_field_row_set_sensitive (rows[i], writable);
    }
}

/* --- The person and the program --------------------------------------------------------- */

static void
save_user (YsSettingsPage *self)
{
  g_autofree char *user = ys_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->user)));
  YsSession *session = session_of (self);

  /* Somebody must answer for a change: an empty name is not taken. */
  if (*user == '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->user), ys_session_get_user (session));
      return;
    }
  if (g_str_equal (user, ys_session_get_user (session)))
    return;
  ys_preferences_set ("user", user);
  ys_session_set_user (session, user);
}

static void
on_user_activate_cb (YsSettingsPage *self)
{
  save_user (self);
}

static void
on_user_leave_cb (YsSettingsPage *self)
{
  save_user (self);
}

static void
select_value (GtkDropDown *drop_down, const char *const *values, guint n, const char *key)
{
  g_autofree char *value = ys_preferences_get (key);

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (values[i], value))
        gtk_drop_down_set_selected (drop_down, i);
    }
}

static void
on_language_cb (YsSettingsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->language);

  if (self->showing || selected >= G_N_ELEMENTS (languages))
    return;
  ys_preferences_set ("language", languages[selected]);
  gtk_widget_set_visible (GTK_WIDGET (self->language_note), TRUE);
}

static void
on_appearance_cb (YsSettingsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->appearance);
  GApplication *application = g_application_get_default ();

  if (self->showing || selected >= G_N_ELEMENTS (appearances) || !YS_IS_APPLICATION (application))
    return;
  ys_application_set_appearance (YS_APPLICATION (application), appearances[selected]);
}

static void
show_preferences (YsSettingsPage *self)
{
  self->showing = TRUE;
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->user)))))
    gtk_editable_set_text (GTK_EDITABLE (self->user), ys_session_get_user (session_of (self)));
  select_value (self->language, languages, G_N_ELEMENTS (languages), "language");
  select_value (self->appearance, appearances, G_N_ELEMENTS (appearances), "appearance");
  self->showing = FALSE;
}

/* --- The ledger ------------------------------------------------------------------------- */

static void
on_show_folder_clicked_cb (YsSettingsPage *self)
{
  g_autofree char *uri = g_filename_to_uri (gtk_label_get_label (self->folder), NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (window_of (self)), uri, GDK_CURRENT_TIME);
}

static gpointer
verify_in_thread (YsLedger *ledger,
                  YsProgressFunc progress,
                  gpointer progress_data,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  return ys_ledger_job_verify (ledger, error);
}

static void
show_verification (YsSettingsPage *self, const YsVerification *found)
{
  g_autofree char *text = NULL;

  if (found->ok)
    /* Translators: how many lines the audit log has. */
    text = g_strdup_printf (_ ("✓ Sound: %d lines, every hash fits the one before."),
                            (int)found->n_lines);
  else
    text = g_strdup_printf (_ ("Line %d does not fit: %s Restore a backup from before that."),
                            (int)found->first_broken,
                            found->problems->len > 0
                                ? (const char *)g_ptr_array_index (found->problems, 0)
                                : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->verified), found->ok ? "red" : "green");
  gtk_widget_add_css_class (GTK_WIDGET (self->verified), found->ok ? "green" : "red");
  gtk_label_set_label (self->verified, text);
}

static void
on_verified_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsSettingsPage) self = user_data;
  YsSession *session = YS_SESSION (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsVerification) found = ys_session_run_finish (session, result, &error);

  /* The page is gone when another ledger was opened meanwhile. */
  if (self->verify == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->verify), TRUE);
  if (found == NULL)
    ys_session_report (session, error);
  else
    show_verification (self, found);
}

static void
on_verify_clicked_cb (YsSettingsPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->verify), FALSE);
  gtk_label_set_label (self->verified, _ ("Checking…"));
  ys_session_run_async (session_of (self), _ ("Checking the audit log"), verify_in_thread, NULL,
                        NULL, (GDestroyNotify)ys_verification_free, on_verified_cb,
                        g_object_ref (self));
}

static void
show_backups (YsSettingsPage *self)
{
  YsSession *session = session_of (self);
  gboolean any = ys_backup_list_fill (self->backups, window_of (self),
                                      ys_ledger_job_folder (ys_session_get_ledger (session)),
                                      ys_session_today (session));

  gtk_widget_set_visible (GTK_WIDGET (self->backups), any);
  gtk_widget_set_visible (GTK_WIDGET (self->no_backups), !any);
}

/* --- Page ------------------------------------------------------------------------------- */

static void
on_overview_cb (YsSettingsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_backups (self);
}

static void
ys_settings_page_refresh (YsPage *page)
{
  YsSettingsPage *self = YS_SETTINGS_PAGE (page);

  ys_catalogue_view_show (self->catalogue, session_of (self));
  ys_scheme_view_show (self->scheme, session_of (self));
  ys_calendar_view_show (self->calendar, session_of (self));
  show_office (self);
  show_preferences (self);
  gtk_label_set_label (self->folder,
                       ys_ledger_job_folder (ys_session_get_ledger (session_of (self))));
  show_backups (self);
}

static void
ys_settings_page_load (YsPage *page, YsSession *session)
{
  g_signal_connect_object (session, "overview", G_CALLBACK (on_overview_cb), page,
                           G_CONNECT_SWAPPED);
}

/* @field: one of the office, or "calendar:2025-10-11" for that day of the work calendar. */
static void
ys_settings_page_go (YsPage *page, gint64 compound_id, const char *field)
{
  YsSettingsPage *self = YS_SETTINGS_PAGE (page);
  YsFieldRow *rows[] = { self->name,      self->level, self->reporting_unit,
                         self->recipient, self->email, self->phone };
  YsDate day;

  if (field != NULL && g_str_has_prefix (field, "calendar:"))
    {
      gtk_stack_set_visible_child_name (self->stack, "calendar");
      if (ys_date_from_iso (field + strlen ("calendar:"), &day) && ys_date_is_full (day))
        ys_calendar_view_choose (self->calendar, day);
      return;
    }
  /* "catalogue:A2-07": the clause whose figure is asked for; "scheme". */
  if (field != NULL && g_str_has_prefix (field, "catalogue:"))
    {
      gtk_stack_set_visible_child_name (self->stack, "catalogue");
      ys_catalogue_view_choose (self->catalogue, field + strlen ("catalogue:"));
      return;
    }
  if (g_strcmp0 (field, "scheme") == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "scheme");
      return;
    }
  if (field != NULL)
    gtk_stack_set_visible_child_name (self->stack, "office");
  for (guint i = 0; field != NULL && i < G_N_ELEMENTS (rows); i++)
    {
      if (g_str_equal (ys_field_row_get_field (rows[i])->name, field))
        ys_field_row_grab_focus (rows[i]);
    }
}

static gboolean
ys_settings_page_flush (YsPage *page)
{
  YsSettingsPage *self = YS_SETTINGS_PAGE (page);
  YsFieldRow *rows[] = { self->name,      self->level, self->reporting_unit,
                         self->recipient, self->email, self->phone };
  gboolean good = TRUE;

  if (!ys_session_is_writable (session_of (self)))
    return TRUE;
  save_user (self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    good = ys_field_row_flush (rows[i]) && good;
  return good;
}

static void
ys_settings_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_SETTINGS_PAGE);

  G_OBJECT_CLASS (ys_settings_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, catalogue);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, scheme);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, name);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, level);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, reporting_unit);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, recipient);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, email);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, phone);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, user);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, language);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, language_note);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, appearance);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, folder);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, verify);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, verified);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, backups);
  gtk_widget_class_bind_template_child (widget_class, YsSettingsPage, no_backups);
}

static void
ys_settings_page_class_init (YsSettingsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  YsPageClass *page_class = YS_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_settings_page_dispose;
  page_class->load = ys_settings_page_load;
  page_class->refresh = ys_settings_page_refresh;
  page_class->go = ys_settings_page_go;
  page_class->flush = ys_settings_page_flush;

  g_type_ensure (YS_TYPE_FIELD_ROW);
  g_type_ensure (YS_TYPE_CALENDAR_VIEW);
  g_type_ensure (YS_TYPE_CATALOGUE_VIEW);
  g_type_ensure (YS_TYPE_SCHEME_VIEW);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/settings-page.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_office_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_user_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_user_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_language_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_appearance_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_verify_clicked_cb);
}

static void
ys_settings_page_init (YsSettingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
