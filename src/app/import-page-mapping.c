/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each heading means, as a row of lists. Another choice judges every row anew, in a thread. */
#include "config.h"

#include "import-page-private.h"

#include <glib/gi18n-lib.h>

#include "compound.h"

/* Fields offered for a heading, in the order of the registry's form. */
static const char *const mapped_fields[]
    = { "name",    "community",    "town",         "class",       "form",
        "company", "nature",       "entry_date",   "services",    "manager",
        "phone",   "buildings",    "households",   "area_m2",     "year_built",
        "stage",   "party_branch", "former_names", "other_names", "remark" };

static const char *
field_title (const char *field)
{
  const YsField *known = ys_record_type_field (&ys_compound_type, field);

  if (known != NULL)
    return _ (known->label);
  return g_str_equal (field, "town") ? _ ("Town or subdistrict") : field;
}

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
  ys_import_page_fill_mapping (page);
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

void
ys_import_page_fill_mapping (YsImportPage *page)
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
