/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file is read and judged in a thread, and read and judged once more for whatever is done with
 * it: what is written was judged against the ledger of that moment. */
#include "config.h"

#include "import-window-private.h"

#include <glib/gi18n-lib.h>

#include "inspection.h"
#include "look.h"
#include "resources.h"
#include "save-file.h"
#include "verdict.h"
#include "widget-help.h"

G_DEFINE_FINAL_TYPE (YsImportWindow, ys_import_window, GTK_TYPE_WINDOW)

static int
level_of (YsImportWindow *self)
{
  static const int levels[] = { 0, YS_INSPECTION_LEVEL_DISTRICT, YS_INSPECTION_LEVEL_CITY };
  guint chosen = gtk_drop_down_get_selected (self->level);

  return chosen < G_N_ELEMENTS (levels) ? levels[chosen] : 0;
}

/* -- Showing ---------------------------------------------------------------------------------- */

static guint
count (YsImportWindow *self, YsVerdict verdict)
{
  return self->reading != NULL ? self->reading->counts[verdict] : 0;
}

static guint
n_to_write (YsImportWindow *self)
{
  guint n = count (self, YS_VERDICT_NEW) + count (self, YS_VERDICT_CHANGED);

  if (gtk_check_button_get_active (self->accept_doubtful))
    n += count (self, YS_VERDICT_DOUBTFUL);
  return n;
}

static void
show_toggles (YsImportWindow *self)
{
  guint n_all = self->reading != NULL ? self->reading->rows->len : 0;
  g_autofree char *all = g_strdup_printf ("%s %u", _ ("All"), n_all);

  gtk_button_set_label (GTK_BUTTON (self->show_all), all);
  for (int i = 0; i < YS_N_VERDICTS; i++)
    {
      guint n = count (self, (YsVerdict)i);
      g_autofree char *text = g_strdup_printf ("%s %u", ys_verdict_label ((YsVerdict)i), n);

      gtk_button_set_label (GTK_BUTTON (self->show[i]), text);
      gtk_widget_set_sensitive (GTK_WIDGET (self->show[i]), n > 0);
    }
}

static void
show_foot (YsImportWindow *self)
{
  guint n = n_to_write (self);
  guint n_refused = count (self, YS_VERDICT_REFUSED);
  guint n_doubtful = count (self, YS_VERDICT_DOUBTFUL);
  gboolean skip = gtk_check_button_get_active (self->skip_refused);
  g_autofree char *write
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u row", "Import %u rows", n), n);
  g_autofree char *leave
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Leave out the %u refused row",
                                      "Leave out the %u refused rows", n_refused),
                         n_refused);
  /* Translators: rows of an imported file; with what is new or changed in it */
  g_autofree char *will
      = g_strdup_printf (_ ("%u rows will be written: %u new, %u changed."), n,
                         count (self, YS_VERDICT_NEW), count (self, YS_VERDICT_CHANGED));

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
take_reading (YsImportWindow *self, YsImportReading *reading)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *text = NULL;

  g_clear_pointer (&self->reading, ys_import_reading_free);
  self->reading = reading;
  /* Translators: a file's name; how many rows of each verdict. */
  text = g_strdup_printf (_ ("%s · %u new, %u changed, %u the same, %u doubtful, %u refused"), name,
                          count (self, YS_VERDICT_NEW), count (self, YS_VERDICT_CHANGED),
                          count (self, YS_VERDICT_SAME), count (self, YS_VERDICT_DOUBTFUL),
                          count (self, YS_VERDICT_REFUSED));
  gtk_label_set_text (self->summary, text);
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->show_all, TRUE);
  self->filling = FALSE;
  ys_import_window_fill_mapping (self);
  ys_import_window_show (self, YS_N_VERDICTS);
  show_toggles (self);
}

static void
say (YsImportWindow *self, const char *text, gboolean is_error)
{
  gtk_label_set_text (self->message, text);
  ys_widget_set_class (GTK_WIDGET (self->message), "red", is_error);
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

/* -- Doing ------------------------------------------------------------------------------------ */

static gpointer
finish (YsImportWindow *self, GObject *source, GAsyncResult *result)
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
  g_autoptr (YsImportWindow) self = user_data;
  g_autoptr (YsImportReading) reading = finish (self, source, result);

  if (self->session == NULL)
    return;
  if (self->again)
    ys_import_window_judge (self);
  else if (reading != NULL)
    take_reading (self, g_steal_pointer (&reading));
  show_foot (self);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsImportWindow) self = user_data;
  g_autoptr (YsImportReading) reading = finish (self, source, result);

  if (self->session == NULL || reading == NULL)
    return;
  take_reading (self, g_steal_pointer (&reading));
  show_foot (self);
  say (self, _ ("The refused rows are saved; the last column says why."), FALSE);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsImportWindow) self = user_data;
  YsSession *session = YS_SESSION (source);
  g_autoptr (YsImportReading) reading = finish (self, source, result);
  g_autofree char *said = NULL;
  guint n = self->n_writing;

  if (reading == NULL)
    return;
  said = self->kind == YS_IMPORT_CASES
             ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u case was imported",
                                             "%u cases were imported", n),
                                n)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding was imported",
                                             "%u findings were imported", n),
                                n);
  ys_session_changed (session);
  ys_session_notify (session, said, TRUE);
  if (self->session != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* @request: (transfer full) */
static void
start (YsImportWindow *self, const char *title, YsImportRequest *request, GAsyncReadyCallback then)
{
  request->kind = self->kind;
  request->path = g_strdup (self->path);
  request->mapping = ys_import_window_mapping (self);
  request->level = level_of (self);
  request->now = ys_session_now (self->session);
  say (self, NULL, FALSE);
  self->busy = TRUE;
  self->again = FALSE;
  show_foot (self);
  ys_session_run_async (self->session, title, ys_import_reading_run, request,
                        ys_import_request_free, (GDestroyNotify)ys_import_reading_free, then,
                        g_object_ref (self));
}

void
ys_import_window_judge (YsImportWindow *self)
{
  self->again = self->busy;
  if (!self->busy)
    start (self, _ ("Reading the table"), g_new0 (YsImportRequest, 1), on_read_cb);
}

static void
on_write_clicked_cb (YsImportWindow *self)
{
  YsImportRequest *request;

  if (self->busy)
    return;
  request = g_new0 (YsImportRequest, 1);
  self->n_writing = n_to_write (self);
  request->write = TRUE;
  request->skip_refused = gtk_check_button_get_active (self->skip_refused);
  request->accept_doubtful = gtk_check_button_get_active (self->accept_doubtful);
  start (self, _ ("Importing"), request, on_written_cb);
}

void
ys_import_window_save_refused (YsImportWindow *self, const char *path)
{
  YsImportRequest *request;

  g_return_if_fail (YS_IS_IMPORT_WINDOW (self));
  g_return_if_fail (path != NULL);

  if (self->busy || self->session == NULL)
    return;
  request = g_new0 (YsImportRequest, 1);
  request->refused_path = g_strdup (path);
  start (self, _ ("Saving the refused rows"), request, on_saved_cb);
}

static void
on_refused_path_cb (const char *path, gpointer user_data)
{
  ys_import_window_save_refused (user_data, path);
}

static void
on_save_refused_clicked_cb (YsImportWindow *self)
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
on_level_changed_cb (YsImportWindow *self)
{
  if (self->session != NULL)
    ys_import_window_judge (self);
}

static void
on_toggled_cb (YsImportWindow *self)
{
  if (self->session != NULL)
    show_foot (self);
}

static void
on_verdict_toggled_cb (YsImportWindow *self, GtkToggleButton *button)
{
  YsVerdict verdict = YS_N_VERDICTS;

  if (self->filling || self->session == NULL || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < YS_N_VERDICTS; i++)
    if (self->show[i] == button)
      verdict = (YsVerdict)i;
  ys_import_window_show (self, verdict);
}

static void
ys_import_window_dispose (GObject *object)
{
  YsImportWindow *self = YS_IMPORT_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->columns, ys_column_set_free);
  g_clear_object (&self->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_IMPORT_WINDOW);

  G_OBJECT_CLASS (ys_import_window_parent_class)->dispose (object);
}

static void
ys_import_window_finalize (GObject *object)
{
  YsImportWindow *self = YS_IMPORT_WINDOW (object);

  g_clear_pointer (&self->reading, ys_import_reading_free);
  g_array_unref (self->order);
  g_hash_table_unref (self->chosen);
  g_free (self->chosen_last);
  g_free (self->path);

  G_OBJECT_CLASS (ys_import_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const shows[YS_N_VERDICTS]
      = { "show_new", "show_same", "show_changed", "show_doubtful", "show_refused" };

  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    gtk_widget_class_bind_template_child_full (widget_class, shows[i], FALSE,
                                               (gssize)(G_STRUCT_OFFSET (YsImportWindow, show)
                                                        + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, mapping_area);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, mapping);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, show_all);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, view);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, level_area);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, level);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, skip_refused);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, accept_doubtful);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, message);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, will);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, save_refused);
  gtk_widget_class_bind_template_child (widget_class, YsImportWindow, write);
}

static void
ys_import_window_class_init (YsImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_import_window_finalize;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/import-window.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_write_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_refused_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_level_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_verdict_toggled_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_import_window_init (YsImportWindow *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = g_object_new (YS_TYPE_SLOT_LIST, NULL);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_column_view_set_model (self->view, selection);
}

YsImportWindow *
ys_import_window_present (GtkWidget *widget,
                          YsSession *session,
                          YsImportKind kind,
                          const char *path)
{
  YsImportWindow *self;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && YS_IS_SESSION (session), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (YS_TYPE_IMPORT_WINDOW, NULL);
  root = gtk_widget_get_root (widget);
  self->session = g_object_ref (session);
  self->kind = kind;
  self->path = g_strdup (path);
  ys_import_window_add_columns (self);
  gtk_widget_set_visible (self->level_area, kind == YS_IMPORT_CASES);
  if (kind == YS_IMPORT_FINDINGS)
    gtk_window_set_title (GTK_WINDOW (self), _ ("Import findings"));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  ys_import_window_judge (self);
  return self;
}
