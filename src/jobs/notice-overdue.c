/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is overdue, by the unit that answers for it, the latest first within a unit. */
#include "config.h"

#include "deadline.h"
#include "inspection.h"
#include "job-error.h"
#include "ledger-job.h"
#include "notice-job.h"
#include "rectification-notice.h"
#include "work-list.h"
#include "work-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A row that owns its texts. */
typedef struct
{
  YsOverdueRow pub; /* first: the annex takes it as this */
  YsWorkRow row;
  char *source;
  char *late_by;
} Item;

static void
item_free (Item *item)
{
  ys_work_row_clear (&item->row);
  g_free (item->source);
  g_free (item->late_by);
  g_free (item);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *one = *(Item *const *)a, *other = *(Item *const *)b;
  int by_unit = g_strcmp0 (one->pub.unit, other->pub.unit);

  if (by_unit != 0)
    return by_unit;
  if (one->pub.deadline != other->pub.deadline)
    return one->pub.deadline < other->pub.deadline ? -1 : 1;
  return one->row.id < other->row.id ? -1 : one->row.id > other->row.id;
}

/* A day of the ordinary timetable: 1天0:10. */
static char *
late_words (const YsWorkCalendar *calendar, YsInstant deadline, YsInstant now)
{
  gint64 minutes = ys_work_between (calendar, deadline, now);
  guint day
      = ys_timetable_minutes (ys_work_calendar_timetable (calendar, ys_instant_to_date (deadline)));
  gint64 days = minutes / day, rest = minutes % day;

  if (days > 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "天%" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, days,
                            rest / 60, rest % 60);
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, rest / 60, rest % 60);
}

/* Takes the texts of @row. */
static Item *
make_item (YsWorkRow *row, const YsWorkCalendar *calendar, YsInstant now)
{
  Item *item = g_new0 (Item, 1);

  item->row = *row;
  memset (row, 0, sizeof *row);
  item->source
      = item->row.number != NULL
            ? g_strdup (item->row.number)
            : g_strconcat (ys_choice_official (ys_level_choices, item->row.level), "检查", NULL);
  item->late_by = late_words (calendar, item->row.deadline, now);
  item->pub = (YsOverdueRow){
    .unit = item->row.unit,
    .compound = item->row.compound,
    .source = item->source,
    .clause = item->row.clause,
    .place = item->row.place,
    .deadline = item->row.deadline,
    .late_by = item->late_by,
  };
  return item;
}

#define ROWS_AT_ONCE 256

/* (transfer full) (element-type Item) */
static GPtrArray *
list_items (
    YsLedger *ledger, GArray *ids, const YsWorkCalendar *calendar, YsInstant now, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_free);
  const gint64 *all = (const gint64 *)(void *)ids->data;

  for (guint first = 0; first < ids->len; first += ROWS_AT_ONCE)
    {
      YsWorkRow rows[ROWS_AT_ONCE] = { 0 };
      guint n = MIN (ids->len - first, ROWS_AT_ONCE);

      if (!ys_work_list_rows (ledger, all + first, n, now, rows, error))
        return NULL;
      for (guint i = 0; i < n; i++)
        if (rows[i].id != 0)
          g_ptr_array_add (items, make_item (&rows[i], calendar, now));
        else
          ys_work_row_clear (&rows[i]);
    }
  g_ptr_array_sort (items, compare_items);
  return g_steal_pointer (&items);
}

YsDocument *
ys_notice_overdue (YsLedger *ledger, const char *unit, YsInstant now, GError **error)
{
  YsWorkFilter filter = { .show = YS_WORK_OVERDUE, .unit = unit };
  g_autoptr (YsOffice) office = NULL;
  g_autoptr (YsWorkCalendar) calendar = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *day = NULL;
  g_autofree char *stem = NULL;
  GPtrArray *sheets;

  g_return_val_if_fail (ledger != NULL, NULL);

  office = ys_ledger_job_office (ledger, error);
  calendar = office != NULL ? ys_work_time_calendar (ledger, error) : NULL;
  ids = calendar != NULL ? ys_work_list_ids (ledger, &filter, now, 0, NULL, error) : NULL;
  items = ids != NULL ? list_items (ledger, ids, calendar, now, error) : NULL;
  if (items == NULL)
    return NULL;
  if (items->len == 0)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("Nothing is overdue, so there is no list to print."));
      return NULL;
    }
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);
  g_ptr_array_add (sheets, ys_overdue_list_build (office->name, items, now));
  day = ys_date_to_iso (ys_instant_to_date (now));
  stem = g_strconcat ("催办单 ", day, NULL);
  return ys_document_new (sheets, "超期未整改问题催办单", stem, now);
}
