/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each heading means, as a row of lists. Another choice judges every row anew, in a thread. */
#include "config.h"

#include "import-page-private.h"

#include <glib/gi18n-lib.h>

#include "compound.h"
#include "heading-choice.h"

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
    ys_heading_choices_focus (page->mapping, heading);
  else
    ys_session_report (session, error);
}

static void
on_chosen_cb (const char *heading, const char *field, gpointer user_data)
{
  YsImportPage *page = user_data;
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  MapRequest *request;

  if (page->filling || page->judging || page->import == NULL || ys_session_is_running (session))
    return;
  request = g_new0 (MapRequest, 1);
  request->import = page->import;
  request->heading = g_strdup (heading);
  request->field = g_strdup (field);
  /* The import is the thread's until it is done. Making the page insensitive would send the focus
   * from the closing list into the sidebar, which then leaves the page. */
  page->judging = TRUE;
  ys_import_list_show (page->list, NULL, YS_N_VERDICTS);
  gtk_widget_set_can_target (GTK_WIDGET (page->stack), FALSE);
  ys_session_run_async (session, _ ("Judging the rows"), map_and_judge, request, map_request_free,
                        g_free, on_map_judged_cb, g_object_ref (page));
}

void
ys_import_page_fill_mapping (YsImportPage *page)
{
  YsFieldChoice choices[G_N_ELEMENTS (mapped_fields)];
  gboolean shown = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    choices[i] = (YsFieldChoice){ mapped_fields[i], field_title (mapped_fields[i]) };
  ys_heading_choices_clear (page->mapping);
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
        gtk_box_append (page->mapping,
                        ys_heading_choice_new (g_ptr_array_index (table->columns, c), choices,
                                               G_N_ELEMENTS (choices), on_chosen_cb, page));
    }
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (page->mapping),
                                                   GTK_TYPE_SCROLLED_WINDOW),
                          shown);
}
