/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file is read and judged in a thread, and read and judged once more for whatever is done with
 * it: what is written was judged against the ledger of that moment. */
#include "config.h"

#include "case-import-window-private.h"

#include <glib/gi18n-lib.h>

#include "inspection.h"
#include "resources.h"
#include "save-file.h"
#include "widget-help.h"

G_DEFINE_FINAL_TYPE (YsCaseImportWindow, ys_case_import_window, GTK_TYPE_WINDOW)

static YsCaseImportOptions
options_of (YsCaseImportWindow *self)
{
  static const int levels[] = { 0, YS_INSPECTION_LEVEL_DISTRICT, YS_INSPECTION_LEVEL_CITY };
  guint chosen = gtk_drop_down_get_selected (self->level);

  return (YsCaseImportOptions){ .level = chosen < G_N_ELEMENTS (levels) ? levels[chosen] : 0,
                                .mapping = ys_case_import_window_mapping (self),
                                .any_heads = TRUE,
                                .now = ys_session_now (self->session) };
}

/* -- Showing ---------------------------------------------------------------------------------- */

static guint
count (YsCaseImportWindow *self, YsCaseVerdict verdict)
{
  return self->reading != NULL ? self->reading->counts[verdict] : 0;
}

static guint
n_to_write (YsCaseImportWindow *self)
{
  guint n = count (self, YS_CASE_ROW_NEW) + count (self, YS_CASE_ROW_CHANGED);

  if (gtk_check_button_get_active (self->accept_doubtful))
    n += count (self, YS_CASE_ROW_DOUBTFUL);
  return n;
}

static void
show_toggles (YsCaseImportWindow *self)
{
  guint n_all = self->reading != NULL ? self->reading->rows->len : 0;
  g_autofree char *all = g_strdup_printf ("%s %u", _ ("All"), n_all);

  gtk_button_set_label (GTK_BUTTON (self->show_all), all);
  for (int i = 0; i < YS_N_CASE_VERDICTS; i++)
    {
      guint n = count (self, (YsCaseVerdict)i);
      g_autofree char *text
          = g_strdup_printf ("%s %u", ys_case_verdict_label ((YsCaseVerdict)i), n);

      gtk_button_set_label (GTK_BUTTON (self->show[i]), text);
      gtk_widget_set_sensitive (GTK_WIDGET (self->show[i]), n > 0);
    }
}

static void
show_foot (YsCaseImportWindow *self)
{
  guint n = n_to_write (self);
  guint n_refused = count (self, YS_CASE_ROW_REFUSED);
  guint n_doubtful = count (self, YS_CASE_ROW_DOUBTFUL);
  gboolean skip = gtk_check_button_get_active (self->skip_refused);
  g_autofree char *write
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u row", "Import %u rows", n), n);
  g_autofree char *leave
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Leave out the %u refused row",
                                      "Leave out the %u refused rows", n_refused),
                         n_refused);
  /* Translators: rows of a platform's file; with what is new or changed in it */
  g_autofree char *will
      = g_strdup_printf (_ ("%u rows will be written: %u new, %u changed."), n,
                         count (self, YS_CASE_ROW_NEW), count (self, YS_CASE_ROW_CHANGED));

  gtk_button_set_label (self->write, write);
  gtk_check_button_set_label (self->skip_refused, leave);
  gtk_label_set_text (self->will, will);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_refused), n_refused > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->save_refused), n_refused > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_doubtful), n_doubtful > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_refused), !self->busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->write),
                            !self->busy && n > 0 && (n_refused == 0 || skip)
                                && ys_session_is_writable (self->session));
}

/* @reading: (transfer full) */
static void
take_reading (YsCaseImportWindow *self, YsCaseReading *reading)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *text = NULL;

  g_clear_pointer (&self->reading, ys_case_reading_free);
  self->reading = reading;
  /* Translators: a file's name; how many rows of each verdict. */
  text = g_strdup_printf (_ ("%s · %u new, %u changed, %u the same, %u doubtful, %u refused"), name,
                          count (self, YS_CASE_ROW_NEW), count (self, YS_CASE_ROW_CHANGED),
                          count (self, YS_CASE_ROW_SAME), count (self, YS_CASE_ROW_DOUBTFUL),
                          count (self, YS_CASE_ROW_REFUSED));
  gtk_label_set_text (self->summary, text);
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->show_all, TRUE);
  self->filling = FALSE;
  ys_case_import_window_fill_mapping (self);
  ys_case_import_window_show (self, YS_N_CASE_VERDICTS);
  show_toggles (self);
}

static void
say (YsCaseImportWindow *self, const char *text, gboolean is_error)
{
  gtk_label_set_text (self->message, text);
  ys_widget_set_class (GTK_WIDGET (self->message), "red", is_error);
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

/* -- Doing ------------------------------------------------------------------------------------ */

static gpointer
finish (YsCaseImportWindow *self, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gpointer reading = ys_session_run_finish (YS_SESSION (source), result, &error);

  self->busy = FALSE;
  if (self->session != NULL && reading == NULL
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message, TRUE);
  if (self->session != NULL)
    show_foot (self);
  return reading;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCaseImportWindow) self = user_data;
  g_autoptr (YsCaseReading) reading = finish (self, source, result);

  if (self->session == NULL)
    return;
  if (self->again)
    ys_case_import_window_judge (self);
  else if (reading != NULL)
    take_reading (self, g_steal_pointer (&reading));
  show_foot (self);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCaseImportWindow) self = user_data;
  g_autoptr (YsCaseReading) reading = finish (self, source, result);

  if (self->session == NULL || reading == NULL)
    return;
  take_reading (self, g_steal_pointer (&reading));
  show_foot (self);
  say (self, _ ("The refused rows are saved; the last column says why."), FALSE);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCaseImportWindow) self = user_data;
  YsSession *session = YS_SESSION (source);
  g_autoptr (YsCaseReading) reading = finish (self, source, result);
  g_autofree char *said = NULL;
  guint n = self->n_writing;

  if (reading == NULL)
    return;
  said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u case was imported",
                                       "%u cases were imported", n),
                          n);
  ys_session_changed (session);
  ys_session_notify (session, said, TRUE);
  if (self->session != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* @request: (transfer full) */
static void
start (YsCaseImportWindow *self,
       const char *title,
       YsCaseRequest *request,
       GAsyncReadyCallback then)
{
  request->path = g_strdup (self->path);
  request->options = options_of (self);
  say (self, NULL, FALSE);
  self->busy = TRUE;
  self->again = FALSE;
  show_foot (self);
  ys_session_run_async (self->session, title, ys_case_reading_run, request, ys_case_request_free,
                        (GDestroyNotify)ys_case_reading_free, then, g_object_ref (self));
}

void
ys_case_import_window_judge (YsCaseImportWindow *self)
{
  self->again = self->busy;
  if (!self->busy)
    start (self, _ ("Reading the table"), g_new0 (YsCaseRequest, 1), on_read_cb);
}

static void
on_write_clicked_cb (YsCaseImportWindow *self)
{
  YsCaseRequest *request;

  if (self->busy)
    return;
  request = g_new0 (YsCaseRequest, 1);
  self->n_writing = n_to_write (self);
  request->write = TRUE;
  request->skip_refused = gtk_check_button_get_active (self->skip_refused);
  request->accept_doubtful = gtk_check_button_get_active (self->accept_doubtful);
  start (self, _ ("Importing"), request, on_written_cb);
}

void
ys_case_import_window_save_refused (YsCaseImportWindow *self, const char *path)
{
  YsCaseRequest *request;

  g_return_if_fail (YS_IS_CASE_IMPORT_WINDOW (self));
  g_return_if_fail (path != NULL);

  if (self->busy || self->session == NULL)
    return;
  request = g_new0 (YsCaseRequest, 1);
  request->refused_path = g_strdup (path);
  start (self, _ ("Saving the refused rows"), request, on_saved_cb);
}

static void
on_refused_path_cb (const char *path, gpointer user_data)
{
  ys_case_import_window_save_refused (user_data, path);
}

static void
on_save_refused_clicked_cb (YsCaseImportWindow *self)
{
  g_autofree char *stem = g_path_get_basename (self->path);
  g_autofree char *name = NULL;
  char *dot = strrchr (stem, '.');

  if (dot != NULL)
    *dot = '\0';
  name = g_strdup_printf ("%s（拒绝行）.xlsx", stem);
  ys_save_file (GTK_WIDGET (self), _ ("Save the refused rows"), name, on_refused_path_cb, self);
}

/* -- The window ------------------------------------------------------------------------------- */

static void
on_level_changed_cb (YsCaseImportWindow *self)
{
  if (self->session != NULL)
    ys_case_import_window_judge (self);
}

static void
on_toggled_cb (YsCaseImportWindow *self)
{
  if (self->session != NULL)
    show_foot (self);
}

static void
on_verdict_toggled_cb (YsCaseImportWindow *self, GtkToggleButton *button)
{
  YsCaseVerdict verdict = YS_N_CASE_VERDICTS;

  if (self->filling || self->session == NULL || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < YS_N_CASE_VERDICTS; i++)
    if (self->show[i] == button)
      verdict = (YsCaseVerdict)i;
  ys_case_import_window_show (self, verdict);
}

static void
ys_case_import_window_dispose (GObject *object)
{
  YsCaseImportWindow *self = YS_CASE_IMPORT_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->columns, ys_column_set_free);
  g_clear_object (&self->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CASE_IMPORT_WINDOW);

  G_OBJECT_CLASS (ys_case_import_window_parent_class)->dispose (object);
}

static void
ys_case_import_window_finalize (GObject *object)
{
  YsCaseImportWindow *self = YS_CASE_IMPORT_WINDOW (object);

  g_clear_pointer (&self->reading, ys_case_reading_free);
  g_array_unref (self->order);
  g_hash_table_unref (self->chosen);
  g_free (self->chosen_last);
  g_free (self->path);

  G_OBJECT_CLASS (ys_case_import_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const shows[YS_N_CASE_VERDICTS]
      = { "show_new", "show_same", "show_changed", "show_doubtful", "show_refused" };

  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    gtk_widget_class_bind_template_child_full (widget_class, shows[i], FALSE,
                                               (gssize)(G_STRUCT_OFFSET (YsCaseImportWindow, show)
                                                        + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, mapping_area);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, mapping);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, show_all);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, view);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, level);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, skip_refused);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, accept_doubtful);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, message);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, will);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, save_refused);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, write);
}

static void
ys_case_import_window_class_init (YsCaseImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_case_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_case_import_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               YS_RESOURCE ("ui/case-import-window.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_write_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_refused_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_level_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_verdict_toggled_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_case_import_window_init (YsCaseImportWindow *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = g_object_new (YS_TYPE_SLOT_LIST, NULL);
  ys_case_import_window_add_columns (self);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_column_view_set_model (self->view, selection);
}

YsCaseImportWindow *
ys_case_import_window_present (GtkWidget *widget, YsSession *session, const char *path)
{
  YsCaseImportWindow *self;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && YS_IS_SESSION (session), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (YS_TYPE_CASE_IMPORT_WINDOW, NULL);
  root = gtk_widget_get_root (widget);
  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  ys_case_import_window_judge (self);
  return self;
}
