/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and judging run in a thread; the page shows what they found and keeps what a person
 * decides. Nothing here writes to the ledger. */
#include "config.h"

#include "import-page-private.h"

#include <glib/gi18n-lib.h>

#include "compound.h"
#include "resources.h"
#include "save-file.h"

G_DEFINE_FINAL_TYPE (YsImportPage, ys_import_page, YS_TYPE_PAGE)

/* Fields offered for a heading, in the order of the registry's form. */
static const char *const mapped_fields[]
    = { "name",    "community",    "town",         "class",       "form",
        "company", "nature",       "entry_date",   "services",    "manager",
        "phone",   "buildings",    "households",   "area_m2",     "year_built",
        "stage",   "party_branch", "former_names", "other_names", "remark" };

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

/* -- Matching columns ------------------------------------------------------------------------- */

static const char *
field_title (const char *field)
{
  const YsField *known = ys_record_type_field (&ys_compound_type, field);

  if (known != NULL)
    return _ (known->label);
  return g_str_equal (field, "town") ? _ ("Town or subdistrict") : field;
}

static void fill_mapping (YsImportPage *page);

typedef struct
{
  YsImport *import; /* borrowed: the page keeps it until the job is over */
  char *heading;
  char *field;
} MapRequest;

static void
map_request_free (gpointer data)
{
  MapRequest *request = data;

  g_free (request->heading);
  g_free (request->field);
  g_free (request);
}

/* In a thread: every row is judged anew. */
static gpointer
map_and_judge (YsLedger *ledger,
               YsProgressFunc progress,
               gpointer progress_data,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  const MapRequest *request = data;

  if (!ys_import_map (request->import, ledger, request->heading, request->field, error))
    return NULL;
  return g_strdup (request->heading);
}

/* The lists were made anew, since one field can leave another heading. */
static void
focus_mapping (YsImportPage *page, const char *heading)
{
  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (page->mapping)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    {
      GtkWidget *drop_down = gtk_widget_get_last_child (box);

      if (g_strcmp0 (g_object_get_data (G_OBJECT (drop_down), "heading"), heading) == 0)
        gtk_widget_grab_focus (drop_down);
    }
}

static void
show_judged (YsImportPage *page)
{
  page->filling = TRUE;
  gtk_toggle_button_set_active (page->show_all, TRUE);
  fill_mapping (page);
  page->filling = FALSE;
  ys_import_list_show (page->list, page->import, YS_N_VERDICTS);
  ys_import_page_show_counts (page);
}

static void
on_map_judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsImportPage) page = user_data;
  YsSession *session = YS_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *heading = ys_session_run_finish (session, result, &error);

  page->judging = FALSE;
  gtk_widget_set_can_target (GTK_WIDGET (page->stack), TRUE);
  if (ys_page_get_session (YS_PAGE (page)) == NULL || page->import == NULL)
    return;
  show_judged (page);
  if (heading != NULL)
    focus_mapping (page, heading);
  else
    ys_session_report (session, error);
}

static void
on_mapped_cb (GtkDropDown *drop_down, GParamSpec *property, YsImportPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  guint selected = gtk_drop_down_get_selected (drop_down);
  gboolean is_field = selected > 0 && selected <= G_N_ELEMENTS (mapped_fields);
  MapRequest *request;

  if (page->filling || page->judging || page->import == NULL || ys_session_is_running (session))
    return;
  request = g_new0 (MapRequest, 1);
  request->import = page->import;
  request->heading = g_strdup (g_object_get_data (G_OBJECT (drop_down), "heading"));
  request->field = g_strdup (is_field ? mapped_fields[selected - 1] : "");
  /* The import is the thread's until it is done. Making the page insensitive would send the focus
   * from the closing list into the sidebar, which then leaves the page. */
  page->judging = TRUE;
  ys_import_list_show (page->list, NULL, YS_N_VERDICTS);
  gtk_widget_set_can_target (GTK_WIDGET (page->stack), FALSE);
  ys_session_run_async (session, _ ("Judging the rows"), map_and_judge, request, map_request_free,
                        g_free, on_map_judged_cb, g_object_ref (page));
}

static GtkWidget *
new_mapping (YsImportPage *page, const YsTableColumn *column)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autofree char *letter = ys_column_name (column->column);
  g_autofree char *title = g_markup_printf_escaped ("<b>%s</b>   %s", letter, column->heading);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *drop_down;
  guint selected = 0;

  gtk_string_list_append (choices, _ ("not imported"));
  for (guint i = 0; i < G_N_ELEMENTS (mapped_fields); i++)
    {
      gboolean mine = g_strcmp0 (column->field, mapped_fields[i]) == 0;
      g_autofree char *word = g_strdup_printf (mine && column->guessed ? _ ("%s?") : "%s",
                                               field_title (mapped_fields[i]));

      gtk_string_list_append (choices, word);
      if (mine)
        selected = i + 1;
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&choices)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  gtk_widget_set_size_request (drop_down, 132, -1);
  if (column->guessed)
    gtk_widget_add_css_class (drop_down, "guessed");
  g_object_set_data_full (G_OBJECT (drop_down), "heading", g_strdup (column->heading), g_free);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_mapped_cb), page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  column->heading, -1);
  gtk_label_set_markup (GTK_LABEL (label), title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_add_css_class (label, "hint");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop_down);
  return box;
}

static void
fill_mapping (YsImportPage *page)
{
  GtkWidget *child;
  gboolean shown = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (page->mapping))) != NULL)
    gtk_box_remove (page->mapping, child);
  if (page->import == NULL)
    return;
  for (guint t = 0; t < ys_import_n_tables (page->import) && !shown; t++)
    {
      const YsRawTable *table = ys_import_table (page->import, t);

      /* The shapes of the plan are read by their form, not by columns. */
      if (table->shape == YS_SHAPE_ANNEX3 || table->shape == YS_SHAPE_ANNEX4)
        continue;
      shown = TRUE;
      for (guint c = 0; c < table->columns->len; c++)
        gtk_box_append (page->mapping, new_mapping (page, g_ptr_array_index (table->columns, c)));
    }
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (page->mapping),
                                                   GTK_TYPE_SCROLLED_WINDOW),
                          shown);
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
      if (row->decision == YS_DECISION_NONE)
        ++*n_waiting;
      else if (row->match != 0 && row->decision != YS_DECISION_NEW)
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
      fill_mapping (page);
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
  fill_mapping (page);
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
decide (guint index, YsDecision decision, gpointer user_data)
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
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCE ("ui/import-page.ui"));
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
