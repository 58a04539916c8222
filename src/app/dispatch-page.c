/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables are made in a thread and shown when they are there; the page keeps the old one meanwhile.
 */
#include "config.h"

#include "dispatch-page-private.h"

#include <glib/gi18n-lib.h>

#include "compound.h"
#include "empty-state.h"
#include "look.h"
#include "note-row.h"
#include "resources.h"
#include "widget-help.h"

G_DEFINE_FINAL_TYPE (YsDispatchPage, ys_dispatch_page, YS_TYPE_PAGE)

/* -- The middle and the head ------------------------------------------------------------------ */

static void
show_zoom (YsDispatchPage *page)
{
  g_autofree char *text = g_strdup_printf ("%u%%", ys_paper_view_get_zoom (page->paper));

  gtk_label_set_text (page->zoom, text);
}

static void
fit_zoom (YsDispatchPage *page)
{
  int width = gtk_widget_get_width (GTK_WIDGET (page->desk));

  if (!page->zoom_chosen && width > 0)
    ys_paper_view_set_zoom (page->paper, ys_paper_view_fit_zoom (page->paper, width));
  show_zoom (page);
}

static void
change_zoom (YsDispatchPage *page, int by)
{
  page->zoom_chosen = TRUE;
  ys_paper_view_set_zoom (page->paper,
                          (guint)MAX (1, (int)ys_paper_view_get_zoom (page->paper) + by));
  show_zoom (page);
}

static void
on_smaller_clicked_cb (YsDispatchPage *page)
{
  change_zoom (page, -10);
}

static void
on_larger_clicked_cb (YsDispatchPage *page)
{
  change_zoom (page, 10);
}

static void
show_head (YsDispatchPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  YsDate due = ys_dispatch_due (page->dispatch);
  gint64 days = ys_date_to_days (due) - ys_date_to_days (ys_session_today (session));
  g_autofree char *date = ys_date_to_iso (due);
  g_autofree char *text = NULL;

  if (page->shown != 0)
    text = g_strdup_printf (_ ("filed for %s; frozen"), date);
  else if (days == 0)
    text = g_strdup_printf (_ ("issue %d · due today, %s"), ys_dispatch_issue_of (due), date);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "issue %d · due on %s · %d day left",
                                         "issue %d · due on %s · %d days left", (gulong)days),
                            ys_dispatch_issue_of (due), date, (int)days);
  gtk_label_set_text (page->summary, text);
}

static void
show_legend (YsDispatchPage *page)
{
  const char *against = ys_dispatch_against (page->dispatch);
  g_autofree char *changed = NULL;
  g_autofree char *text = NULL;

  if (page->shown != 0)
    {
      gtk_label_set_text (page->legend, _ ("As it was filed, cell by cell"));
      return;
    }
  changed = against != NULL ? g_strdup_printf (_ ("%u cells differ from %s"),
                                               ys_dispatch_changes (page->dispatch)->len, against)
                            : g_strdup (_ ("The first table: nothing to compare with"));
  text = g_strdup_printf (_ ("<span background=\"#cfe0f4\">   </span> %s   "
                             "<span background=\"#f7d68a\">   </span> %u blank   "
                             "colours are never printed"),
                          changed, ys_dispatch_blanks (page->dispatch)->len);
  gtk_label_set_markup (page->legend, text);
}

static void
show_dispatch (YsDispatchPage *page)
{
  const YsPages *pages = ys_dispatch_pages (page->dispatch);
  guint n_rows = ys_dispatch_rows (page->dispatch)->len;
  g_autofree char *status = NULL;
  gboolean writable = ys_session_is_writable (ys_page_get_session (YS_PAGE (page)));

  ys_paper_view_set_pages (page->paper, pages);
  fit_zoom (page);
  show_head (page);
  show_legend (page);
  ys_dispatch_page_show_side (page);
  status = g_strdup_printf (_ ("%u compounds · A4 landscape · %u pages · annex 5, due on the 1st "
                               "and the 15th"),
                            n_rows, ys_pages_count (pages));
  gtk_label_set_text (page->status, status);
  gtk_stack_set_visible_child_name (page->stack,
                                    n_rows > 0 || page->shown != 0 ? "table" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (page->side), page->shown == 0);
  gtk_widget_set_visible (GTK_WIDGET (page->submit_button), page->shown == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (page->submit_button), writable && n_rows > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (page->export_button), n_rows > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (page->print_button), n_rows > 0);
  page->next_blank = 0;
}

/* -- Reading ---------------------------------------------------------------------------------- */

typedef struct
{
  gint64 submission;
  YsDate today;
} Request;

/* In a thread. */
static gpointer
make_dispatch (YsLedger *ledger,
               YsProgressFunc progress,
               gpointer progress_data,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  const Request *request = data;

  if (request->submission != 0)
    return ys_dispatch_new_filed (ledger, request->submission, error);
  return ys_dispatch_new (ledger, ys_dispatch_due_after (request->today), error);
}

static void read_shown (YsDispatchPage *page);

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsDispatchPage) page = user_data;
  g_autoptr (GError) error = NULL;
  YsDispatch *made;

  made = ys_session_run_finish (YS_SESSION (source), result, &error);
  page->reading = FALSE;
  if (page->again && ys_page_get_session (YS_PAGE (page)) != NULL)
    {
      g_clear_pointer (&made, ys_dispatch_free);
      read_shown (page);
      return;
    }
  if (made == NULL)
    {
      ys_session_report (YS_SESSION (source), error);
      return;
    }
  if (ys_page_get_session (YS_PAGE (page)) == NULL)
    {
      ys_dispatch_free (made);
      return;
    }
  ys_paper_view_set_pages (page->paper, NULL);
  g_clear_pointer (&page->dispatch, ys_dispatch_free);
  page->dispatch = made;
  show_dispatch (page);
}

static void
read_shown (YsDispatchPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  Request *request;

  /* Reading is quiet: it neither waits for other work nor keeps it waiting. */
  page->again = page->reading;
  if (page->reading)
    return;
  page->reading = TRUE;
  request = g_new0 (Request, 1);
  request->submission = page->shown;
  request->today = ys_session_today (session);
  if (page->dispatch == NULL)
    gtk_stack_set_visible_child_name (page->stack, "loading");
  ys_session_run_async (session, NULL, make_dispatch, request, g_free,
                        (GDestroyNotify)ys_dispatch_free, on_made_cb, g_object_ref (page));
}

static GtkWidget *
new_issue_row (const YsSubmission *submission)
{
  g_autofree char *date = ys_date_to_iso (submission->date);
  GtkWidget *row = ys_note_row_new (NULL, NULL, submission->number, date);

  ys_note_row_set_target (YS_NOTE_ROW (row), submission->id, NULL);
  return row;
}

static void
fill_issues (YsDispatchPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GPtrArray) submissions
      = ys_dispatch_submissions (ys_session_get_ledger (session), NULL);
  YsDate due = ys_dispatch_due_after (ys_session_today (session));
  g_autofree char *title = g_strdup_printf (_ ("Issue %d"), ys_dispatch_issue_of (due));
  g_autofree char *date = ys_date_to_iso (due);
  GtkWidget *row = ys_note_row_new (NULL, NULL, title, date);
  gboolean filed = FALSE;

  page->filling = TRUE;
  ys_list_box_clear (page->issues);
  for (guint i = 0; submissions != NULL && i < submissions->len; i++)
    filed = filed || ys_date_equal (((YsSubmission *)g_ptr_array_index (submissions, i))->due, due);
  ys_note_row_set_chip (YS_NOTE_ROW (row), filed ? _ ("filed") : _ ("to file"),
                        filed ? "green" : "amber");
  gtk_list_box_append (page->issues, row);
  if (page->shown == 0)
    gtk_list_box_select_row (page->issues, GTK_LIST_BOX_ROW (row));
  for (guint i = 0; submissions != NULL && i < submissions->len; i++)
    {
      const YsSubmission *submission = g_ptr_array_index (submissions, i);

      row = new_issue_row (submission);
      gtk_list_box_append (page->issues, row);
      if (submission->id == page->shown)
        gtk_list_box_select_row (page->issues, GTK_LIST_BOX_ROW (row));
    }
  page->filling = FALSE;
}

void
ys_dispatch_page_read (YsDispatchPage *page)
{
  fill_issues (page);
  read_shown (page);
}

static void
on_issue_selected_cb (YsDispatchPage *page, GtkListBoxRow *row)
{
  if (page->filling || row == NULL)
    return;
  page->shown = ys_note_row_get_id (YS_NOTE_ROW (row));
  read_shown (page);
}

/* -- Leading on ------------------------------------------------------------------------------- */

static void
go_to_field (YsDispatchPage *page, GtkListBoxRow *row)
{
  ys_session_go (ys_page_get_session (YS_PAGE (page)), "registry",
                 ys_note_row_get_id (YS_NOTE_ROW (row)), ys_note_row_get_field (YS_NOTE_ROW (row)));
}

static void
on_blanks_activated_cb (YsDispatchPage *page, GtkListBoxRow *row)
{
  go_to_field (page, row);
}

/* Whether @row stood for the rest of a list, which is shown now. */
static gboolean
show_rest (YsDispatchPage *page, GtkListBoxRow *row)
{
  if (g_strcmp0 (ys_note_row_get_field (YS_NOTE_ROW (row)), YS_DISPATCH_MORE) != 0)
    return FALSE;
  page->side_in_full = TRUE;
  ys_dispatch_page_show_side (page);
  return TRUE;
}

static void
on_doubts_activated_cb (YsDispatchPage *page, GtkListBoxRow *row)
{
  if (show_rest (page, row))
    return;
  /* A doubt about no compound is about the office: what note 2 prints. */
  if (ys_note_row_get_id (YS_NOTE_ROW (row)) == 0)
    ys_session_go (ys_page_get_session (YS_PAGE (page)), "settings", 0,
                   ys_note_row_get_field (YS_NOTE_ROW (row)));
  else
    go_to_field (page, row);
}

/* Finds the cell that shows a compound's field, by the origin that the annex left there. */
void
ys_dispatch_page_show_cell_of (YsDispatchPage *page, gint64 compound_id, const char *field)
{
  GPtrArray *sheets = ys_dispatch_sheets (page->dispatch);

  for (guint s = 0; s < sheets->len; s++)
    {
      const YsSheet *sheet = g_ptr_array_index (sheets, s);

      for (guint row = 0; row < ys_sheet_n_rows (sheet); row++)
        for (guint column = 0; column < ys_sheet_n_columns (sheet); column++)
          {
            gint64 id;
            const char *at;

            if (ys_sheet_origin (sheet, row, column, &id, &at) && id == compound_id
                && g_strcmp0 (at, field) == 0)
              {
                ys_paper_view_show_cell (page->paper, s, row, column);
                return;
              }
          }
    }
}

static void
on_changes_activated_cb (YsDispatchPage *page, GtkListBoxRow *row)
{
  if (!show_rest (page, row) && ys_note_row_get_id (YS_NOTE_ROW (row)) != 0)
    ys_dispatch_page_show_cell_of (page, ys_note_row_get_id (YS_NOTE_ROW (row)),
                                   ys_note_row_get_field (YS_NOTE_ROW (row)));
}

static void
on_cell_activated_cb (YsDispatchPage *page, guint sheet, guint row, guint column)
{
  gint64 id;
  const char *field;

  if (page->shown == 0 && page->dispatch != NULL
      && ys_sheet_origin (g_ptr_array_index (ys_dispatch_sheets (page->dispatch), sheet), row,
                          column, &id, &field)
      && id != 0)
    ys_session_go (ys_page_get_session (YS_PAGE (page)), "registry", id, field);
}

static void
on_import_clicked_cb (YsDispatchPage *page)
{
  ys_session_go (ys_page_get_session (YS_PAGE (page)), "import", 0, NULL);
}

/* -- Page ------------------------------------------------------------------------------------- */

static gboolean
fit_later_cb (gpointer user_data)
{
  YsDispatchPage *page = user_data;

  page->fit_source = 0;
  if (page->dispatch != NULL)
    fit_zoom (page);
  return G_SOURCE_REMOVE;
}

/* The width is told in the middle of a layout, when no size may change. */
static void
on_desk_width_cb (YsDispatchPage *page)
{
  if (page->fit_source == 0)
    page->fit_source = g_idle_add (fit_later_cb, page);
}

static void
page_load (YsPage *base, YsSession *session)
{
  YsDispatchPage *page = YS_DISPATCH_PAGE (base);

  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (page->desk), "notify::page-size",
                           G_CALLBACK (on_desk_width_cb), page, G_CONNECT_SWAPPED);
}

static void
page_refresh (YsPage *base)
{
  ys_dispatch_page_read (YS_DISPATCH_PAGE (base));
}

static void
ys_dispatch_page_dispose (GObject *object)
{
  YsDispatchPage *page = YS_DISPATCH_PAGE (object);

  g_clear_handle_id (&page->fit_source, g_source_remove);
  if (page->paper != NULL)
    ys_paper_view_set_pages (page->paper, NULL);
  g_clear_pointer (&page->dispatch, ys_dispatch_free);
  g_clear_object (&page->actions);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_DISPATCH_PAGE);

  G_OBJECT_CLASS (ys_dispatch_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, summary);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, submit_button);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, submit_popover);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, submit_text);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, submit_now);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, issues);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, legend);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, zoom);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, desk);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, paper);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, side);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, blanks_box);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, doubts_box);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, changes_box);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, blanks_count);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, doubts_count);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, changes_count);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, blanks);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, doubts);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, changes);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, fate);
  gtk_widget_class_bind_template_child (widget_class, YsDispatchPage, status);
}

static void
ys_dispatch_page_class_init (YsDispatchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YsPageClass *page_class = YS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_dispatch_page_dispose;
  page_class->load = page_load;
  page_class->refresh = page_refresh;

  g_type_ensure (YS_TYPE_CHIP);
  g_type_ensure (YS_TYPE_EMPTY_STATE);
  g_type_ensure (YS_TYPE_PAPER_VIEW);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/dispatch-page.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_smaller_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_larger_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_issue_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_blanks_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_doubts_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_changes_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked_cb);
  ys_dispatch_page_bind_callbacks (widget_class);
}

static void
ys_dispatch_page_init (YsDispatchPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  ys_dispatch_page_install_actions (page);
  gtk_stack_set_visible_child_name (page->stack, "loading");
}
