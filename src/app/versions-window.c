/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences are worked out in a thread, from the version that is chosen to what holds now. */
#include "config.h"

#include "versions-window.h"

#include <glib/gi18n-lib.h>

#include "form-window.h"
#include "note-row.h"
#include "period-chooser.h"
#include "period-job.h"
#include "when.h"
#include "widget-help.h"

/* More rows than a person reads. */
#define MOST_ROWS 200

typedef struct
{
  YsFormWindow *window; /* borrowed: it owns this */
  YsSession *session;
  YsSpan span;
  YsVersionFunc chosen;
  gpointer user_data;
  GtkListBox *versions;
  GtkListBox *differences;
  GtkLabel *title;
  guint version;     /* that is compared */
  int n_differences; /* -1: still read */
} Versions;

static void
versions_free (gpointer data)
{
  Versions *versions = data;

  g_object_unref (versions->session);
  g_free (versions);
}

/* -- Differences ------------------------------------------------------------------------------ */

typedef struct
{
  YsSpan span;
  guint version;
  YsInstant now;
  YsRegistry *registry;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ys_registry_unref (request->registry);
  g_free (request);
}

/* In a thread. */
static gpointer
compare (YsLedger *ledger,
         YsProgressFunc progress,
         gpointer progress_data,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  const Request *request = data;

  return ys_period_diff (ledger, request->registry, request->span, request->version, 0,
                         request->now, error);
}

/* As YsPeriodDifference.what names it. */
static const char *
what_label (const char *what)
{
  static const struct
  {
    const char *what;
    const char *label;
  } labels[] = { { "score", N_ ("Score") },         { "rank", N_ ("Rank") },
                 { "prize", N_ ("Prize") },         { "assessed", N_ ("Assessed") },
                 { "finding", N_ ("Finding") },     { "amount", N_ ("Award") },
                 { "long_term", N_ ("Long-term") }, { "property", N_ ("Property") },
                 { "bonus", N_ ("Bonus") } };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].what, what))
      return _ (labels[i].label);
  return what;
}

static void
add_difference (Versions *versions, const YsPeriodDifference *one)
{
  g_autofree char *title = g_strdup_printf ("%s  %s  %s → %s", one->name, what_label (one->what),
                                            *one->before != '\0' ? one->before : "—",
                                            *one->after != '\0' ? one->after : "—");
  GtkWidget *row = ys_note_row_new (NULL, NULL, title, one->because);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (versions->differences, row);
}

static void
show_differences (Versions *versions, GPtrArray *differences)
{
  g_autofree char *text = NULL;

  versions->n_differences = (int)differences->len;
  ys_list_box_clear (versions->differences);
  for (guint i = 0; i < differences->len && i < MOST_ROWS; i++)
    add_difference (versions, differences->pdata[i]);
  if (differences->len == 0)
    text = g_strdup_printf (_ ("What holds now is the same as version %u."), versions->version);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u difference to version %u:",
                                         "%u differences to version %u:", differences->len),
                            differences->len, versions->version);
  gtk_label_set_text (versions->title, text);
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsFormWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = ys_session_run_finish (YS_SESSION (source), result, &error);
  Versions *versions = g_object_get_data (G_OBJECT (window), "versions");

  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    return;
  if (differences == NULL)
    ys_form_window_set_wrong (window, error->message);
  else
    show_differences (versions, differences);
}

static void
on_selected_cb (Versions *versions, GtkListBoxRow *row)
{
  Request *request;

  if (row == NULL)
    return;
  versions->version = (guint)ys_note_row_get_id (YS_NOTE_ROW (row));
  versions->n_differences = -1;
  request = g_new0 (Request, 1);
  request->span = versions->span;
  request->version = versions->version;
  request->now = ys_session_now (versions->session);
  request->registry = ys_registry_ref (ys_session_get_registry (versions->session));
  ys_session_read_async (versions->session, NULL, compare, request, request_free,
                         (GDestroyNotify)g_ptr_array_unref, on_compared_cb,
                         g_object_ref (versions->window));
}

static void
on_accept_cb (Versions *versions)
{
  YsVersionFunc chosen = versions->chosen;
  gpointer user_data = versions->user_data;
  guint version = versions->version;

  gtk_window_destroy (GTK_WINDOW (versions->window));
  chosen (version, user_data);
}

/* -- Making ----------------------------------------------------------------------------------- */

static void
add_version (Versions *versions, const YsPeriodVersion *one)
{
  g_autofree char *at = ys_when_instant (one->at, ys_session_today (versions->session));
  g_autofree char *title
      = g_strdup_printf (_ ("Version %d · %s · %s"), (int)one->version.value, at, one->user);
  GtkWidget *row = ys_note_row_new ("changes-prevent-symbolic", NULL, title, one->reason);

  ys_note_row_set_target (YS_NOTE_ROW (row), one->version.value, NULL);
  gtk_list_box_append (versions->versions, row);
}

static GtkListBox *
new_list (const char *name, GtkSelectionMode mode)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), mode);
  gtk_widget_add_css_class (list, "plain");
  gtk_widget_add_css_class (list, "airy");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_LIST_BOX (list);
}

GtkWindow *
ys_versions_window_present (
    GtkWidget *over, YsSession *session, YsSpan span, YsVersionFunc chosen, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ys_period_versions (ys_session_get_ledger (session), span, &error);
  g_autofree char *period = ys_period_label (span);
  /* Translators: %s is a period. */
  g_autofree char *title = g_strdup_printf (_ ("Versions of %s"), period);
  Versions *versions;

  if (list == NULL)
    {
      ys_session_report (session, error);
      return NULL;
    }
  versions = g_new0 (Versions, 1);
  versions->session = g_object_ref (session);
  versions->span = span;
  versions->chosen = chosen;
  versions->user_data = user_data;
  versions->n_differences = -1;
  versions->window = ys_form_window_new (over, title, _ ("Look at this version"), 680, 560);
  g_object_set_data_full (G_OBJECT (versions->window), "versions", versions, versions_free);
  g_signal_connect_swapped (versions->window, "accept", G_CALLBACK (on_accept_cb), versions);
  versions->versions = new_list (_ ("Versions"), GTK_SELECTION_BROWSE);
  versions->differences = new_list (_ ("Differences"), GTK_SELECTION_NONE);
  ys_form_window_append (versions->window, GTK_WIDGET (versions->versions));
  versions->title
      = GTK_LABEL (ys_form_window_add_text (versions->window, _ ("Comparing…"), "section"));
  ys_form_window_append (versions->window, GTK_WIDGET (versions->differences));
  for (guint i = 0; i < list->len; i++)
    add_version (versions, list->pdata[i]);
  g_signal_connect_swapped (versions->versions, "row-selected", G_CALLBACK (on_selected_cb),
                            versions);
  gtk_list_box_select_row (versions->versions,
                           gtk_list_box_get_row_at_index (versions->versions, 0));
  gtk_window_present (GTK_WINDOW (versions->window));
  return GTK_WINDOW (versions->window);
}

int
ys_versions_window_n_differences (GtkWindow *window)
{
  Versions *versions = g_object_get_data (G_OBJECT (window), "versions");

  g_return_val_if_fail (versions != NULL, -1);

  return versions->n_differences;
}
