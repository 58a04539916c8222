/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New, save, copy the last one, give notice, withdraw a row, paste rows. */
#include "config.h"

#include "inspection-page-private.h"

#include <glib/gi18n-lib.h>

#include "finding-job.h"
#include "notice-job.h"
#include "show-document.h"
#include "widget-help.h"

static YsSession *
session_of (YsInspectionPage *page)
{
  return ys_page_get_session (YS_PAGE (page));
}

/* -- New, save, next -------------------------------------------------------------------------- */

/* A head without rows may be a clean visit: it is dropped only when asked for twice. */
static gboolean
asks_again (YsInspectionPage *page)
{
  if (page->head->id != 0 || page->head->compound_id == 0 || page->n_new_asked > 0)
    return FALSE;
  page->n_new_asked++;
  ys_session_notify (session_of (page),
                     _ ("This inspection has no findings. Ctrl+S keeps it as a clean one; Ctrl+N "
                        "once "
                        "more drops it."),
                     FALSE);
  return TRUE;
}

static void
on_new_clicked_cb (YsInspectionPage *page)
{
  if (!ys_session_is_writable (session_of (page)) || !ys_inspection_page_can_leave (page)
      || asks_again (page))
    return;
  ys_inspection_page_begin (page, 0);
  ys_inspection_page_read_lists (page);
  ys_field_row_grab_focus (page->compound);
}

static void
on_save_cb (YsInspectionPage *page)
{
  gint64 before = page->head->id;

  ys_inspection_page_flush_head (page);
  ys_inspection_page_flush_cell (page);
  if (!ys_inspection_page_head_is_ready (page, TRUE))
    return;
  if (before == 0 || ys_inspection_rows_n_typed (page->rows) > 0)
    ys_inspection_page_save (page, TRUE);
  ys_inspection_page_keep_draft (page);
  if (ys_inspection_rows_n_wrong (page->rows) == 0 && page->head->id != 0)
    ys_session_notify (session_of (page), _ ("Everything is saved."), FALSE);
}

static void
on_wrong_clicked_cb (YsInspectionPage *page)
{
  guint position;
  YsEntry entry;

  if (ys_inspection_rows_next_wrong (page->rows, page->position, &position, &entry))
    ys_inspection_page_focus_cell (page, position, entry);
}

static void
on_registry_clicked_cb (YsInspectionPage *page)
{
  ys_session_go (session_of (page), "registry", 0, NULL);
}

/* -- The last inspection ---------------------------------------------------------------------- */

/* (transfer full) (nullable): the compound's last inspection before this one, with its findings */
static YsInspectionView *
load_last (YsInspectionPage *page, GError **error)
{
  const YsInspectionFilter filter
      = { .compound_id = page->head->compound_id, .to = page->head->at + 1, .limit = 2 };
  YsLedger *ledger = ys_session_get_ledger (session_of (page));
  g_autoptr (GPtrArray) lines = ys_inspection_list (ledger, &filter, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const YsInspectionLine *line = g_ptr_array_index (lines, i);

      if (line->inspection.id != page->head->id)
        return ys_inspection_load (ledger, line->inspection.id, error);
    }
  return NULL;
}

static guint
copy_rows (YsInspectionPage *page, const YsInspectionView *last)
{
  guint n = 0;

  for (guint i = 0; i < last->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (last->findings, i);
      const YsClause *clause = ys_catalogue_book_find_id (last->book, finding->clause_id);
      g_autofree char *count = ys_count_to_text (finding->count.value, FALSE);

      if (finding->state == YS_FINDING_WITHDRAWN || clause == NULL)
        continue;
      ys_inspection_rows_add_held (page->rows, clause->code, count, finding->place, finding->note);
      n++;
    }
  return n;
}

static void
on_copy_last_clicked_cb (YsInspectionPage *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsInspectionView) last = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (page->head->compound_id == 0 || page->book == NULL)
    return;
  last = load_last (page, &error);
  if (error != NULL)
    {
      ys_session_report (session_of (page), error);
      return;
    }
  if (last == NULL)
    {
      ys_session_notify (session_of (page), _ ("This compound has no earlier inspection to copy."),
                         FALSE);
      return;
    }
  if (page->head->id == 0)
    {
      page->head->level = last->inspection.level;
      page->head->kind = last->inspection.kind;
      g_free (page->head->inspectors);
      page->head->inspectors = g_strdup (last->inspection.inspectors);
      ys_inspection_page_set_context (page);
      ys_inspection_page_show_head (page);
    }
  n = copy_rows (page, last);
  ys_inspection_page_show_state (page);
  ys_inspection_page_touch_draft (page);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u grey row from the last inspection: Ctrl+S saves it, "
                                       "Delete takes it away.",
                                       "%u grey rows from the last inspection: Ctrl+S saves them, "
                                       "Delete takes one away.",
                                       n),
                          n);
  ys_session_notify (session_of (page), text, FALSE);
}

/* -- Notice ----------------------------------------------------------------------------------- */

typedef struct
{
  gint64 inspection_id;
  YsInstant now;
} NoticeRequest;

static YsDocument *
make_notice (YsLedger *ledger, gconstpointer data, GError **error)
{
  const NoticeRequest *request = data;

  return ys_notice_of_inspection (ledger, request->inspection_id, request->now, error);
}

static void
show_notice (YsInspectionPage *page)
{
  YsSession *session = session_of (page);
  NoticeRequest *request = g_new0 (NoticeRequest, 1);

  *request = (NoticeRequest){ page->head->id, ys_session_now (session) };
  ys_show_document (GTK_WIDGET (page), session, _ ("Making the notice"), make_notice, request,
                    g_free);
}

static gboolean
has_new_findings (YsInspectionPage *page)
{
  for (guint i = 0; i < ys_inspection_rows_n_used (page->rows); i++)
    {
      const YsInspectionRow *row = ys_inspection_rows_get (page->rows, i);

      if (row->finding != NULL && row->finding->state == YS_FINDING_FOUND)
        return TRUE;
    }
  return FALSE;
}

/* Given once; printed as often as it is asked for. */
static gboolean
give_notice (YsInspectionPage *page)
{
  YsSession *session = session_of (page);
  g_autoptr (GError) error = NULL;

  if (!has_new_findings (page))
    return TRUE;
  if (!ys_inspection_issue (ys_session_get_ledger (session), page->head->id,
                            ys_session_now (session), ys_session_get_user (session), &error))
    {
      ys_session_report (session, error);
      return FALSE;
    }
  ys_session_changed (session);
  ys_session_notify (session, _ ("Notice was given: the clock of the findings runs."), TRUE);
  return TRUE;
}

static void
on_notice_clicked_cb (YsInspectionPage *page)
{
  if (ys_inspection_page_can_leave (page) && page->head->id != 0 && give_notice (page))
    show_notice (page);
}

/* -- Withdrawing a row ------------------------------------------------------------------------ */

/* Nothing typed is lost for good: Ctrl+Z brings it back. */
static void
drop_typed (YsInspectionPage *page, guint position)
{
  g_free (page->dropped);
  page->dropped = ys_inspection_rows_row_to_text (page->rows, position);
  ys_inspection_rows_drop (page->rows, position);
  ys_session_notify (session_of (page), _ ("The row was taken away. Ctrl+Z brings it back."),
                     FALSE);
}

static gboolean
withdraw_saved (YsInspectionPage *page, gint64 finding_id)
{
  YsSession *session = session_of (page);
  const YsStep step = { .kind = YS_EVENT_WITHDRAWN, .text = _ ("row withdrawn on entry") };
  g_autoptr (GError) error = NULL;

  if (!ys_finding_take_step (ys_session_get_ledger (session), &finding_id, 1, &step,
                             ys_session_now (session), &error))
    {
      ys_session_report (session, error);
      return FALSE;
    }
  ys_session_changed (session);
  ys_session_notify (session, _ ("The row was withdrawn."), TRUE);
  return TRUE;
}

void
ys_inspection_page_withdraw_row (YsInspectionPage *page, guint position)
{
  const YsInspectionRow *row = ys_inspection_rows_get (page->rows, position);
  YsEntry entry = page->entry;

  if (row == NULL || !ys_session_is_writable (session_of (page)))
    return;
  ys_clause_popover_hide (page->clauses);
  if (row->finding == NULL)
    drop_typed (page, position);
  else
    {
      ys_inspection_rows_restore (page->rows, position, entry);
      withdraw_saved (page, row->finding->id);
    }
  ys_inspection_page_focus_cell (page, position, entry);
  ys_inspection_page_show_state (page);
  ys_inspection_page_touch_draft (page);
}

/* -- Actions ---------------------------------------------------------------------------------- */

static void
on_new_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  on_new_clicked_cb (user_data);
}

static void
on_save_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  on_save_cb (user_data);
}

static void
on_wrong_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  on_wrong_clicked_cb (user_data);
}

/* A typed row that was taken away comes back first. */
static gboolean
bring_back (YsInspectionPage *page)
{
  g_autofree char *dropped = g_steal_pointer (&page->dropped);
  g_autoptr (JsonNode) node = dropped != NULL ? json_from_string (dropped, NULL) : NULL;

  if (node == NULL)
    return FALSE;
  ys_inspection_rows_from_json (page->rows, node);
  ys_inspection_page_show_state (page);
  ys_inspection_page_touch_draft (page);
  return TRUE;
}

gboolean
ys_inspection_page_act (YsInspectionPage *page, const char *name)
{
  if (g_str_equal (name, "undo"))
    return bring_back (page);
  if (g_str_equal (name, "help"))
    return ys_inspection_page_show_whole (page);
  if (g_str_equal (name, "new"))
    on_new_clicked_cb (page);
  else if (g_str_equal (name, "save"))
    on_save_cb (page);
  else
    return FALSE;
  return TRUE;
}

void
ys_inspection_page_install_actions (YsInspectionPage *page)
{
  static const GActionEntry entries[] = {
    { "new", on_new_activate_cb, NULL, NULL, NULL, { 0 } },
    { "save", on_save_activate_cb, NULL, NULL, NULL, { 0 } },
    { "next-wrong", on_wrong_activate_cb, NULL, NULL, NULL, { 0 } },
  };

  page->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (page->actions), entries, G_N_ELEMENTS (entries),
                                   page);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "inspection", G_ACTION_GROUP (page->actions));
  ys_page_add_first_key (YS_PAGE (page), "F8", "inspection.next-wrong");
}

void
ys_inspection_page_bind_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_new_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_last_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wrong_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_registry_clicked_cb);
}
