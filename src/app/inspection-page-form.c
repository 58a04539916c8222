/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form that an inspector takes along: printed empty, read in filled. What is read in is only
 * proposed: the head can be corrected, the rows are grey until somebody saves them. */
#include "config.h"

#include "inspection-page-private.h"

#include <glib/gi18n-lib.h>

#include "import-window.h"
#include "save-file.h"
#include "show-document.h"

static YsSession *
session_of (YsInspectionPage *page)
{
  return ys_page_get_session (YS_PAGE (page));
}

/* -- The empty form --------------------------------------------------------------------------- */

typedef struct
{
  gint64 compound_id;
  YsInstant now;
} FormRequest;

static YsDocument *
make_form (YsLedger *ledger, gconstpointer data, GError **error)
{
  const FormRequest *request = data;

  return ys_inspection_form_document (ledger, request->compound_id, request->now, error);
}

/* For the compound in the head; else with an empty line for its name. */
static void
on_blank_form_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsInspectionPage *page = user_data;
  FormRequest *request = g_new0 (FormRequest, 1);

  ys_inspection_page_flush_head (page);
  *request = (FormRequest){ page->head->compound_id, ys_session_now (session_of (page)) };
  ys_show_document (GTK_WIDGET (page), session_of (page), _ ("Making the form"), make_form, request,
                    g_free);
}

/* -- Taking a filled one ---------------------------------------------------------------------- */

void
ys_inspection_page_add_pasted (YsInspectionPage *page, const YsPastedFinding *pasted)
{
  g_autofree char *count = ys_count_to_text (pasted->count, FALSE);

  /* What could not be read stands as it was written, so that it can be corrected. */
  ys_inspection_rows_add_held (page->rows,
                               pasted->code != NULL ? pasted->code : pasted->clause_text,
                               pasted->problem == NULL ? count : pasted->count_text, pasted->place,
                               pasted->note);
}

static void
tell_taken (YsInspectionPage *page, const YsInspectionPaste *form)
{
  g_autofree char *text = NULL;
  gint64 before
      = form->wrong_heads->len == 0 && page->head->compound_id != 0
            ? ys_inspection_find_visit (ys_session_get_ledger (session_of (page)), page->head, NULL)
            : 0;

  if (before > 0)
    text = g_strdup (_ ("This inspection is in the ledger already: same compound, level, way and "
                        "time. Take the grey rows away with Delete."));
  else if (form->rows->len == 0)
    text = g_strdup (_ ("The form has no findings. Look at the head; Ctrl+S keeps it as a clean "
                        "visit."));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u grey row from the form. Look at it; Ctrl+S saves it, "
                                         "Delete takes it away.",
                                         "%u grey rows from the form. Look at them; Ctrl+S saves "
                                         "them, Delete takes one away.",
                                         form->rows->len),
                            form->rows->len);
  ys_session_notify (session_of (page), text, FALSE);
}

static void
put_form (YsInspectionPage *page, const YsInspectionPaste *form, gint64 compound_id)
{
  ys_inspection_page_begin (page, compound_id);
  ys_inspection_page_put_head (page, form);
  for (guint i = 0; i < form->rows->len; i++)
    ys_inspection_page_add_pasted (page, g_ptr_array_index (form->rows, i));
  ys_inspection_page_show_state (page);
  ys_inspection_page_read_lists (page);
  ys_inspection_page_touch_draft (page);
  tell_taken (page, form);
  ys_inspection_page_focus_cell (page, 0, YS_ENTRY_CLAUSE);
}

void
ys_inspection_page_drop_form (YsInspectionPage *page)
{
  g_clear_pointer (&page->form, ys_inspection_paste_free);
  if (page->form_question != NULL)
    gtk_widget_set_visible (page->form_question, FALSE);
}

static const char *
name_of (YsInspectionPage *page, gint64 compound_id)
{
  const YsRegistryItem *item
      = ys_registry_find (ys_session_get_registry (session_of (page)), compound_id);

  return item != NULL ? item->compound->name : "";
}

static void
ask (YsInspectionPage *page, YsInspectionPaste *form, gint64 chosen)
{
  g_autofree char *sentence
      /* Translators: two compounds */
      = g_strdup_printf (_ ("The form is of “%s”, and “%s” is chosen here. Whose inspection is "
                            "it?"),
                         form->compound, name_of (page, chosen));

  page->form = form;
  gtk_label_set_text (page->form_sentence, sentence);
  gtk_button_set_label (page->form_as_written, form->compound);
  gtk_button_set_label (page->form_as_chosen, name_of (page, chosen));
  gtk_widget_set_visible (page->form_question, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (page->form_as_written));
}

/* The head of an inspection that has no rows yet gives way to the form's, be it right or not. */
static gboolean
can_take (YsInspectionPage *page)
{
  ys_inspection_page_flush_cell (page);
  if (page->head->id != 0 || ys_inspection_rows_n_typed (page->rows) > 0)
    return ys_inspection_page_can_leave (page);
  ys_inspection_page_flush_head (page);
  return TRUE;
}

void
ys_inspection_page_take_form (YsInspectionPage *page, YsInspectionPaste *form)
{
  gint64 chosen, written;

  ys_inspection_page_drop_form (page);
  if (!can_take (page))
    {
      ys_inspection_paste_free (form);
      return;
    }
  chosen = page->head->id == 0 ? page->head->compound_id : 0;
  written = form->compound != NULL ? ys_inspection_page_find_compound (page, form->compound) : 0;
  if (form->compound != NULL && chosen != 0 && written != chosen)
    {
      ask (page, form, chosen);
      return;
    }
  put_form (page, form, written != 0 ? written : form->compound == NULL ? chosen : 0);
  ys_inspection_paste_free (form);
}

static void
on_form_as_written_cb (YsInspectionPage *page)
{
  g_autoptr (YsInspectionPaste) form = g_steal_pointer (&page->form);

  ys_inspection_page_drop_form (page);
  if (form != NULL)
    put_form (page, form, ys_inspection_page_find_compound (page, form->compound));
}

static void
on_form_as_chosen_cb (YsInspectionPage *page)
{
  g_autoptr (YsInspectionPaste) form = g_steal_pointer (&page->form);

  ys_inspection_page_drop_form (page);
  if (form == NULL)
    return;
  g_clear_pointer (&form->compound, g_free);
  put_form (page, form, page->head->compound_id);
}

static void
on_form_dropped_cb (YsInspectionPage *page)
{
  ys_inspection_page_drop_form (page);
  ys_field_row_grab_focus (page->compound);
}

/* -- A file ----------------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  YsInstant now;
} ReadRequest;

static void
read_request_free (gpointer data)
{
  ReadRequest *request = data;

  g_free (request->path);
  g_free (request);
}

/* In a thread. */
static gpointer
read_form (YsLedger *ledger,
           YsProgressFunc progress,
           gpointer progress_data,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  const ReadRequest *request = data;

  return ys_inspection_read_form (ledger, request->path, NULL, request->now, cancellable, error);
}

static void
on_form_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsInspectionPage) page = user_data;
  g_autoptr (GError) error = NULL;
  YsInspectionPaste *form = ys_session_run_finish (YS_SESSION (source), result, &error);

  if (form != NULL && page->clauses != NULL && page->book != NULL)
    ys_inspection_page_take_form (page, form);
  else if (form != NULL)
    ys_inspection_paste_free (form);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ys_session_report (YS_SESSION (source), error);
}

void
ys_inspection_page_read_form (YsInspectionPage *page, const char *path)
{
  YsSession *session = session_of (page);
  ReadRequest *request;

  if (!ys_session_is_writable (session) || ys_session_is_running (session) || !can_take (page))
    return;
  request = g_new0 (ReadRequest, 1);
  *request = (ReadRequest){ g_strdup (path), ys_session_now (session) };
  ys_session_run_async (session, _ ("Reading the form"), read_form, request, read_request_free,
                        (GDestroyNotify)ys_inspection_paste_free, on_form_read_cb,
                        g_object_ref (page));
}

static void
on_path_chosen_cb (const char *path, gpointer user_data)
{
  ys_inspection_page_read_form (user_data, path);
}

static void
on_read_form_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const patterns[] = { "*.xlsx", "*.csv", "*.txt", "*.tsv", NULL };

  ys_open_file (GTK_WIDGET (user_data), _ ("Choose a filled inspection form"),
                _ ("Excel workbooks and CSV"), patterns, on_path_chosen_cb, user_data);
}

/* -- A table of many inspections -------------------------------------------------------------- */

static void
on_table_chosen_cb (const char *path, gpointer user_data)
{
  ys_import_window_present (GTK_WIDGET (user_data), session_of (user_data), YS_IMPORT_FINDINGS,
                            path);
}

static void
on_import_findings_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const patterns[] = { "*.xlsx", "*.csv", "*.tsv", NULL };

  ys_open_file (GTK_WIDGET (user_data), _ ("Choose a table of findings"),
                _ ("Excel workbooks and CSV"), patterns, on_table_chosen_cb, user_data);
}

/* -- Dropping --------------------------------------------------------------------------------- */

/* (transfer full) (nullable): the path of one file that may hold a table */
static char *
table_path (const GValue *value)
{
  static const char *const endings[] = { ".xlsx", ".xls", ".csv", ".txt", ".tsv" };
  GSList *files = G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) ? g_value_get_boxed (value) : NULL;
  g_autofree char *path
      = files != NULL && files->next == NULL ? g_file_get_path (files->data) : NULL;
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return g_steal_pointer (&path);
  return NULL;
}

gboolean
ys_inspection_page_take_drop (YsInspectionPage *page, const GValue *value)
{
  g_autofree char *path = table_path (value);

  if (path == NULL)
    return FALSE;
  ys_inspection_page_read_form (page, path);
  return TRUE;
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, YsInspectionPage *page)
{
  return ys_inspection_page_take_drop (page, value);
}

void
ys_inspection_page_init_form (YsInspectionPage *page)
{
  static const GActionEntry entries[] = {
    { "blank-form", on_blank_form_cb, NULL, NULL, NULL, { 0 } },
    { "read-form", on_read_form_cb, NULL, NULL, NULL, { 0 } },
    { "import-findings", on_import_findings_cb, NULL, NULL, NULL, { 0 } },
  };
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (page->actions), entries, G_N_ELEMENTS (entries),
                                   page);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), page);
  gtk_widget_add_controller (page->entry_box, GTK_EVENT_CONTROLLER (target));
}

void
ys_inspection_page_bind_form (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, form_button);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, form_question);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, form_sentence);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, form_as_written);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, form_as_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_form_as_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_form_as_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_form_dropped_cb);
}
