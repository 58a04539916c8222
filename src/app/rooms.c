/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of rooms. Adding a page is one line here. */
#include "config.h"

#include "rooms.h"

#include <glib/gi18n-lib.h>

#include "cases-page.h"
#include "import-page.h"
#include "inspection-job.h"
#include "inspection-page.h"
#include "overview-page.h"
#include "ranking-page.h"
#include "registry-page.h"
#include "reports-page.h"
#include "room-page.h"
#include "score-page.h"
#include "settings-page.h"

/* Compounds that lack something that the dispatch table asks for. */
static guint
count_incomplete (YsSession *session)
{
  YsRegistry *registry = ys_session_get_registry (session);
  guint count = 0;

  if (registry == NULL)
    return 0;
  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      const YsRegistryItem *item = ys_registry_item (registry, i);

      if (!item->compound->withdrawn && item->n_blank > 0)
        count++;
    }
  return count;
}

/* One table is to be filed soon. */
static guint
count_due (YsSession *session)
{
  const YsOverview *overview = ys_session_get_overview (session);

  return overview != NULL && overview->due_is_near && !overview->due_is_filed ? 1 : 0;
}

/* Findings and cases past their deadline. */
static guint
count_overdue (YsSession *session)
{
  const YsOverview *overview = ys_session_get_overview (session);

  return overview != NULL ? overview->n_work[YS_WORK_OVERDUE] : 0;
}

/* An entry that was not finished. */
static guint
count_drafts (YsSession *session)
{
  g_autofree char *draft = ys_inspection_draft (ys_session_get_ledger (session));

  return draft != NULL ? 1 : 0;
}

/* Prizes of the last month that wait for a decision. */
static guint
count_ties (YsSession *session)
{
  return ys_session_get_n_ties (session);
}

static const YsRoom rooms[] = {
  { "overview", N_ ("Overview"), "go-home-symbolic", ys_overview_page_get_type, NULL, NULL },
  { "registry", N_ ("Registry"), "x-office-address-book-symbolic", ys_registry_page_get_type, NULL,
    count_incomplete },
  { "inspections", N_ ("Inspections"), "document-edit-symbolic", ys_inspection_page_get_type, NULL,
    count_drafts, FALSE },
  { "cases", N_ ("Cases"), "task-due-symbolic", ys_cases_page_get_type, NULL, count_overdue, TRUE },
  { "scores", N_ ("Scores"), "accessories-calculator-symbolic", ys_score_page_get_type, NULL,
    NULL },
  { "ranking", N_ ("Ranking"), "view-sort-descending-symbolic", ys_ranking_page_get_type, NULL,
    count_ties },
  { "tasks", N_ ("Tasks"), "checkbox-checked-symbolic", NULL,
    N_ ("Here the tasks of the coverage programme will be followed until their close-out."), NULL },
  { "supervision", N_ ("Supervision"), "security-high-symbolic", NULL,
    N_ ("Here rectification orders, regulatory interviews and the steps after them will be "
        "proposed, each with its evidence."),
    NULL },
  { "meetings", N_ ("Meetings"), "system-users-symbolic", NULL,
    N_ ("Here meetings and trainings will be kept, with who came and what was decided."), NULL },
  { "reports", N_ ("Reports"), "x-office-spreadsheet-symbolic", ys_reports_page_get_type, NULL,
    count_due },
  { "settings", N_ ("Settings"), "emblem-system-symbolic", ys_settings_page_get_type, NULL, NULL },
  { "import", N_ ("Import"), NULL, ys_import_page_get_type, NULL, NULL },
};

guint
ys_rooms_n (void)
{
  return G_N_ELEMENTS (rooms);
}

const YsRoom *
ys_rooms_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (rooms), NULL);

  return &rooms[index];
}

const YsRoom *
ys_rooms_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      if (g_str_equal (rooms[i].name, name))
        return &rooms[i];
    }
  return NULL;
}

YsPage *
ys_room_make_page (const YsRoom *room)
{
  g_return_val_if_fail (room != NULL, NULL);

  if (room->get_type != NULL)
    return g_object_new (room->get_type (), NULL);
  return ys_room_page_new (room);
}
