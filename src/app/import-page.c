/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and judging run in a thread; the page shows what they found and keeps what a person
 * decides. Nothing here writes to the ledger. */
#include "config.h"

#include "import-page-private.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "resources.h"
#include "save-file.h"
#include "verdict.h"

G_DEFINE_FINAL_TYPE (YsImportPage, ys_import_page, YS_TYPE_PAGE)

void
ys_import_page_set_step (YsImportPage *page, YsImportStep step)
{
  static const char *const names[] = { "choose", "look", "done" };
  static const guint current[] = { 0, 2, 3 };

  page->written = step == YS_IMPORT_DONE;
  gtk_stack_set_visible_child_name (page->stack, names[step]);
  for (guint i = 0; i < G_N_ELEMENTS (page->steps); i++)
    {
      if (i == current[step])
        gtk_widget_add_css_class (GTK_WIDGET (page->steps[i]), "current");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (page->steps[i]), "current");
    }
}

/* -- Reading ---------------------------------------------------------------------------------- */

typedef struct
{
  char *path; /* NULL: @text was pasted */
  char *text;
  YsDate today;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->text);
  g_free (request);
}

/* In a thread. */
static gpointer
read_and_judge (YsLedger *ledger,
                YsProgressFunc progress,
                gpointer progress_data,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  const Request *request = data;
  YsImportOptions options = { .today = request->today };

  if (request->path == NULL)
    return ys_import_new_from_paste (ledger, request->text, &options, error);
  return ys_import_new (ledger, request->path, &options, progress, progress_data, cancellable,
                        error);
}

static void
on_judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsImportPage) page = user_data;
  g_autoptr (GError) error = NULL;
  YsImport *import = ys_session_run_finish (YS_SESSION (source), result, &error);

  if (ys_page_get_session (YS_PAGE (page)) == NULL)
    g_clear_pointer (&import, ys_import_free);
  else if (import == NULL)
    ys_import_page_refuse (page, error);
  else
    ys_import_page_take (page, import);
}

static void
start (YsImportPage *page, const char *path, const char *text)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  Request *request;

  if (session == NULL || ys_session_is_running (session))
    return;
  request = g_new0 (Request, 1);
  request->path = g_strdup (path);
  request->text = g_strdup (text);
  request->today = ys_session_today (session);
  gtk_widget_set_visible (GTK_WIDGET (page->refusal), FALSE);
  ys_session_run_async (session, _ ("Reading the table"), read_and_judge, request, request_free,
                        (GDestroyNotify)ys_import_free, on_judged_cb, g_object_ref (page));
}

void
ys_import_page_open (YsImportPage *page, const char *path)
{
  g_return_if_fail (YS_IS_IMPORT_PAGE (page));
  g_return_if_fail (path != NULL);

  start (page, path, NULL);
}

void
ys_import_page_refuse (YsImportPage *page, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ys_import_page_take (page, NULL);
  gtk_label_set_text (page->refusal, error->message);
  gtk_widget_set_visible (GTK_WIDGET (page->refusal), TRUE);
}

static void
on_path_chosen_cb (const char *path, gpointer user_data)
{
  start (user_data, path, NULL);
}

static void
on_choose_clicked_cb (YsImportPage *page)
{
  static const char *const patterns[] = { "*.xlsx", "*.xls", "*.csv", "*.tsv", "*.txt", NULL };

  ys_open_file (GTK_WIDGET (page), _ ("Choose a table of compounds"), _ ("Excel workbooks and CSV"),
                patterns, on_path_chosen_cb, page);
}

static void
on_text_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsImportPage) page = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || *text == '\0')
    {
      gtk_label_set_text (page->refusal,
                          _ ("The clipboard holds no cells. Select them in Excel with their heads "
                             "and copy them first."));
      gtk_widget_set_visible (GTK_WIDGET (page->refusal), TRUE);
      return;
    }
  start (page, NULL, text);
}

static void
on_paste_clicked_cb (YsImportPage *page)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL,
                                 on_text_ready_cb, g_object_ref (page));
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, YsImportPage *page)
{
  g_autofree char *path = NULL;

  if (!G_VALUE_HOLDS (value, G_TYPE_FILE))
    return FALSE;
  path = g_file_get_path (g_value_get_object (value));
  if (path == NULL)
    return FALSE;
  start (page, path, NULL);
  return TRUE;
}

/* -- Looking ---------------------------------------------------------------------------------- */

static void
show_toggle_counts (YsImportPage *page)
{
  g_autofree char *all = g_strdup_printf ("%s %u", _ ("All"), ys_import_n_rows (page->import));

  gtk_button_set_label (GTK_BUTTON (page->show_all), all);
  for (int i = 0; i < YS_N_VERDICTS; i++)
    {
      guint n = ys_import_count (page->import, (YsVerdict)i);
      g_autofree char *text = g_strdup_printf ("%s %u", ys_verdict_label ((YsVerdict)i), n);

      gtk_button_set_label (GTK_BUTTON (page->show[i]), text);
      gtk_widget_set_sensitive (GTK_WIDGET (page->show[i]), n > 0);
    }
}

/* With the doubtful rows that a person decided about. */
static void
count_to_write (const YsImport *import, guint *n_new, guint *n_changed, guint *n_waiting)
{
  *n_new = ys_import_count (import, YS_VERDICT_NEW);
  *n_changed = ys_import_count (import, YS_VERDICT_CHANGED);
  *n_waiting = 0;
  for (guint i = 0; i < ys_import_n_rows (import); i++)
    {
      const YsImportRow *row = ys_import_row (import, i);

      if (row->verdict != YS_VERDICT_DOUBTFUL)
        continue;
      if (row->decision == YS_ROW_NONE)
        ++*n_waiting;
      else if (row->match != 0 && row->decision != YS_ROW_NEW)
        ++*n_changed;
      else
        ++*n_new;
    }
}

void
ys_import_page_show_counts (YsImportPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  guint n_refused = ys_import_count (page->import, YS_VERDICT_REFUSED);
  guint n_write = ys_import_n_to_write (page->import);
  gboolean skip = gtk_check_button_get_active (page->skip_refused);
  g_autofree char *skip_text = NULL;
  g_autofree char *write_text = NULL;
  g_autofree char *will = NULL;
  guint n_new, n_changed, n_waiting;

  show_toggle_counts (page);
  skip_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Leave out the %u refused row",
                                            "Leave out the %u refused rows", n_refused),
                               n_refused);
  gtk_check_button_set_label (page->skip_refused, skip_text);
  gtk_widget_set_visible (GTK_WIDGET (page->skip_refused), n_refused > 0);
  gtk_widget_set_visible (GTK_WIDGET (page->save_refused), n_refused > 0);
  write_text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u row", "Import %u rows", n_write),
                         n_write);
  gtk_button_set_label (page->write, write_text);
  gtk_widget_set_sensitive (GTK_WIDGET (page->write), n_write > 0 && (n_refused == 0 || skip)
                                                          && ys_session_is_writable (session));
  count_to_write (page->import, &n_new, &n_changed, &n_waiting);
  will = g_strdup_printf (_ ("%u rows will be written: %u new, %u changed. %u stay as they are; %u "
                             "doubtful ones wait for your decision."),
                          n_write, n_new, n_changed,
                          ys_import_count (page->import, YS_VERDICT_SAME), n_waiting);
  gtk_label_set_text (page->will, will);
}

static const char *
shape_label (const char *shape)
{
  if (g_str_equal (shape, "annex3"))
    return _ ("annex 3 of the coverage plan");
  if (g_str_equal (shape, "annex4"))
    return _ ("annex 4 of the coverage plan");
  if (g_str_equal (shape, "annex5"))
    return _ ("annex 5, the dispatch table");
  if (g_str_equal (shape, "mixed"))
    return _ ("several tables");
  return _ ("matched by headings");
}

void
ys_import_page_take (YsImportPage *page, YsImport *import)
{
  g_autofree char *summary = NULL;

  ys_import_list_show (page->list, NULL, YS_N_VERDICTS);
  g_clear_pointer (&page->import, ys_import_free);
  page->import = import;
  if (import == NULL)
    {
      gtk_label_set_text (page->summary, "");
      ys_import_page_fill_mapping (page);
      ys_import_page_fill_batches (page);
      ys_import_page_set_step (page, YS_IMPORT_CHOOSE);
      return;
    }
  summary = g_strdup_printf (_ ("%s · %s · %u compounds"), ys_import_file_name (import),
                             shape_label (ys_import_shape (import)), ys_import_n_rows (import));
  gtk_label_set_text (page->summary, summary);
  page->filling = TRUE;
  gtk_toggle_button_set_active (page->show_all, TRUE);
  gtk_check_button_set_active (page->skip_refused, FALSE);
  ys_import_page_fill_mapping (page);
  page->filling = FALSE;
  ys_import_list_show (page->list, import, YS_N_VERDICTS);
  ys_import_page_show_counts (page);
  ys_import_page_set_step (page, YS_IMPORT_LOOK);
}

static void
on_verdict_toggled_cb (YsImportPage *page, GtkToggleButton *button)
{
  YsVerdict verdict = YS_N_VERDICTS;

  if (page->filling || page->judging || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < YS_N_VERDICTS; i++)
    if (page->show[i] == button)
      verdict = (YsVerdict)i;
  ys_import_list_show (page->list, page->import, verdict);
}

static void
on_skip_toggled_cb (YsImportPage *page)
{
  if (!page->filling && !page->judging && page->import != NULL)
    ys_import_page_show_counts (page);
}

static void
decide (guint index, YsRowDecision decision, gpointer user_data)
{
  YsImportPage *page = user_data;

  if (page->import == NULL || !ys_import_decide (page->import, index, decision))
    return;
  ys_import_page_show_counts (page);
}

static void
on_back_clicked_cb (YsImportPage *page)
{
  if (!page->judging)
    ys_import_page_take (page, NULL);
}

/* -- Page ------------------------------------------------------------------------------------- */

static void
page_refresh (YsPage *base)
{
  ys_import_page_fill_batches (YS_IMPORT_PAGE (base));
}

static void
page_go (YsPage *base, gint64 compound_id, const char *field)
{
  if (g_strcmp0 (field, "paste") == 0)
    on_paste_clicked_cb (YS_IMPORT_PAGE (base));
  else if (YS_IMPORT_PAGE (base)->written)
    ys_import_page_take (YS_IMPORT_PAGE (base), NULL);
}

static gboolean
on_paste_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  on_paste_clicked_cb (YS_IMPORT_PAGE (widget));
  return TRUE;
}

static void
ys_import_page_dispose (GObject *object)
{
  YsImportPage *page = YS_IMPORT_PAGE (object);

  if (page->list != NULL)
    ys_import_list_show (page->list, NULL, YS_N_VERDICTS);
  g_clear_object (&page->list);
  g_clear_pointer (&page->import, ys_import_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_IMPORT_PAGE);

  G_OBJECT_CLASS (ys_import_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const shows[YS_N_VERDICTS]
      = { "show_new", "show_same", "show_changed", "show_doubtful", "show_refused" };
  static const char *const steps[] = { "step_1", "step_2", "step_3", "step_4" };

  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    gtk_widget_class_bind_template_child_full (widget_class, shows[i], FALSE,
                                               (gssize)(G_STRUCT_OFFSET (YsImportPage, show)
                                                        + i * sizeof (gpointer)));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_bind_template_child_full (widget_class, steps[i], FALSE,
                                               (gssize)(G_STRUCT_OFFSET (YsImportPage, steps)
                                                        + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, summary);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, drop_zone);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, refusal);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, batches_box);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, batches);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, mapping);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, show_all);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, judged);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, view);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, will);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, skip_refused);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, save_refused);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, write);
  gtk_widget_class_bind_template_child (widget_class, YsImportPage, done);
}

static void
ys_import_page_class_init (YsImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YsPageClass *page_class = YS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_import_page_dispose;
  page_class->refresh = page_refresh;
  page_class->go = page_go;

  g_type_ensure (YS_TYPE_EMPTY_STATE);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/import-page.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_paste_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_verdict_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_skip_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  ys_import_page_bind_callbacks (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, on_paste_key_cb, NULL);
}

static void
ys_import_page_init (YsImportPage *page)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkDropTarget *drop;

  page->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (page));
  page->list = ys_import_list_new ();
  ys_import_columns_add (page->view, decide, page);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (page->list))));
  gtk_column_view_set_model (page->view, selection);
  drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop_cb), page);
  gtk_widget_add_controller (GTK_WIDGET (page), GTK_EVENT_CONTROLLER (drop));
  page->filling = FALSE;
  ys_import_page_set_step (page, YS_IMPORT_CHOOSE);
}
