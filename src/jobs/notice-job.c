/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what a notice says: findings with their clause, limit and photos, by compound; overdue
 * items by responsible unit. */
#include "config.h"

#include "notice-job.h"
#include "catalogue.h"
#include "company.h"
#include "compound.h"
#include "inspection-job.h"
#include "inspection.h"
#include "job-error.h"
#include "ledger-job.h"
#include "notice-private.h"
#include "record-store.h"
#include "rectification-notice.h"
#include "work-list.h"
#include "work-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One compound's notice in the making; texts are kept in @texts. */
typedef struct
{
  YsLedger *ledger;
  YsNotice notice;
  GPtrArray *texts;
} Maker;

static char *
keep (Maker *maker, char *text)
{
  g_ptr_array_add (maker->texts, text);
  return text;
}

static void
maker_init (Maker *maker, YsLedger *ledger, const char *office, YsInstant now)
{
  *maker = (Maker){ .ledger = ledger };
  maker->texts = g_ptr_array_new_with_free_func (g_free);
  maker->notice.office = office;
  maker->notice.date = ys_instant_to_date (now);
  maker->notice.rows = g_ptr_array_new_with_free_func (g_free);
  maker->notice.photos = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_notice_photo_free);
}

static void
maker_clear (Maker *maker)
{
  g_ptr_array_unref (maker->notice.rows);
  g_ptr_array_unref (maker->notice.photos);
  g_ptr_array_unref (maker->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

static gboolean
set_compound (Maker *maker, gint64 compound_id, GError **error)
{
  YsCompound compound = { 0 };
  gboolean loaded
      = ys_record_store_load (maker->ledger, &ys_compound_type, compound_id, &compound, error);

  if (loaded)
    {
      maker->notice.compound = keep (maker, g_strdup (compound.name));
      if (compound.company_id != 0)
        maker->notice.company
            = keep (maker, ys_record_store_title (maker->ledger, ys_company_type.name,
                                                  compound.company_id));
    }
  ys_record_clear (&ys_compound_type, &compound);
  return loaded;
}

static YsNoticeRow *
make_row (Maker *maker, const YsFinding *finding, const YsClause *clause)
{
  YsNoticeRow *row = g_new0 (YsNoticeRow, 1);
  YsLimit limit = { clause->limit_amount.value, (YsLimitUnit)clause->limit_unit };

  row->code = keep (maker, g_strdup (clause->code));
  row->clause = keep (maker, g_strdup (clause->name));
  row->count = finding->count.value;
  row->place = keep (maker, g_strdup (finding->place));
  row->note = keep (maker, g_strdup (finding->note));
  row->limit = keep (maker, ys_limit_to_official (limit));
  row->deadline = finding->deadline;
  row->provisional = finding->provisional;
  row->unit = keep (maker, g_strdup (clause->unit));
  return row;
}

static gboolean
add_finding (Maker *maker, const YsFinding *finding, GError **error)
{
  YsClause clause = { 0 };
  gboolean done
      = ys_record_store_load (maker->ledger, &ys_clause_type, finding->clause_id, &clause, error);

  if (done)
    {
      g_ptr_array_add (maker->notice.rows, make_row (maker, finding, &clause));
      done = ys_notice_add_photos (maker->ledger, finding->id, maker->notice.rows->len,
                                   maker->notice.photos, error);
    }
  ys_record_clear (&ys_clause_type, &clause);
  return done;
}

static gboolean
counts (int level)
{
  return level == YS_INSPECTION_LEVEL_CITY || level == YS_INSPECTION_LEVEL_DISTRICT;
}

static void
set_inspection (Maker *maker, const YsInspection *inspection)
{
  maker->notice.at = inspection->at;
  maker->notice.doubles = counts (inspection->level);
  maker->notice.found_by
      = keep (maker, g_strconcat (ys_choice_official (ys_level_choices, inspection->level),
                                  ys_choice_official (ys_inspection_kind_choices, inspection->kind),
                                  "检查", NULL));
}

static gboolean
fill_from_view (Maker *maker, const YsInspectionView *view, GError **error)
{
  set_inspection (maker, &view->inspection);
  if (!set_compound (maker, view->inspection.compound_id, error))
    return FALSE;
  for (guint i = 0; i < view->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (view->findings, i);

      if (finding->state != YS_FINDING_WITHDRAWN && !add_finding (maker, finding, error))
        return FALSE;
    }
  if (maker->notice.rows->len > 0)
    return TRUE;
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("This inspection found nothing, so there is nothing to rectify."));
  return FALSE;
}

/* 整改通知单 龙珠百合 2026-10-10 */
static YsDocument *
finish (GPtrArray *sheets, const char *title, const char *of, YsInstant now)
{
  g_autofree char *day = ys_date_to_iso (ys_instant_to_date (now));
  g_autofree char *stem
      = g_strjoin (" ", title, of != NULL ? of : day, of != NULL ? day : NULL, NULL);

  return ys_document_new (sheets, title, stem, now);
}

static GPtrArray *
new_sheets (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);
}

YsDocument *
ys_notice_of_inspection (YsLedger *ledger, gint64 inspection_id, YsInstant now, GError **error)
{
  g_autoptr (YsOffice) office = NULL;
  g_autoptr (YsInspectionView) view = NULL;
  g_auto (Maker) maker = { 0 };
  GPtrArray *sheets;

  g_return_val_if_fail (ledger != NULL, NULL);

  office = ys_ledger_job_office (ledger, error);
  view = office != NULL ? ys_inspection_load (ledger, inspection_id, error) : NULL;
  maker_init (&maker, ledger, office != NULL ? office->name : NULL, now);
  if (view == NULL || !fill_from_view (&maker, view, error))
    return NULL;
  sheets = new_sheets ();
  g_ptr_array_add (sheets, ys_rectification_notice_build (&maker.notice));
  return finish (sheets, "整改通知单", maker.notice.compound, now);
}

/* Ids of one compound, as the list orders them. */
static YsSheet *
make_open_notice (YsLedger *ledger,
                  const char *office,
                  gint64 compound_id,
                  const gint64 *ids,
                  guint n_ids,
                  YsInstant now,
                  GError **error)
{
  g_auto (Maker) maker = { 0 };

  maker_init (&maker, ledger, office, now);
  maker.notice.found_by = "检查";
  if (!set_compound (&maker, compound_id, error))
    return NULL;
  for (guint i = 0; i < n_ids; i++)
    {
      YsFinding finding = { 0 };
      gboolean done = ys_record_store_load (ledger, &ys_finding_type, ids[i], &finding, error)
                      && add_finding (&maker, &finding, error);

      maker.notice.doubles = maker.notice.doubles || counts (finding.level);
      ys_record_clear (&ys_finding_type, &finding);
      if (!done)
        return NULL;
    }
  return ys_rectification_notice_build (&maker.notice);
}

typedef struct
{
  gint64 compound_id;
  gint64 id;
} OpenFinding;

static int
compare_compounds (gconstpointer a, gconstpointer b)
{
  const OpenFinding *one = a, *other = b;

  if (one->compound_id != other->compound_id)
    return one->compound_id < other->compound_id ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* (transfer full) (element-type OpenFinding): by compound */
static GArray *
list_open (YsLedger *ledger, gint64 compound_id, YsInstant now, GError **error)
{
  YsWorkFilter filter
      = { .source = YS_WORK_FINDINGS, .show = YS_WORK_OPEN, .compound_id = compound_id };
  g_autoptr (GArray) ids = ys_work_list_ids (ledger, &filter, now, 0, NULL, error);
  GArray *open;

  if (ids == NULL)
    return NULL;
  open = g_array_sized_new (FALSE, FALSE, sizeof (OpenFinding), ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      YsWorkRow row = { 0 };

      if (!ys_work_list_rows (ledger, &id, 1, now, &row, error))
        {
          g_array_unref (open);
          return NULL;
        }
      if (row.id != 0)
        {
          OpenFinding finding = { row.compound_id, row.id };

          g_array_append_val (open, finding);
        }
      ys_work_row_clear (&row);
    }
  g_array_sort (open, compare_compounds);
  return open;
}

static gboolean
add_open_notices (YsLedger *ledger,
                  const char *office,
                  GArray *open,
                  YsInstant now,
                  GPtrArray *sheets,
                  GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < open->len; i++)
    {
      const OpenFinding *finding = &g_array_index (open, OpenFinding, i);
      YsSheet *sheet;

      g_array_append_val (ids, finding->id);
      if (i + 1 < open->len
          && g_array_index (open, OpenFinding, i + 1).compound_id == finding->compound_id)
        continue;
      sheet = make_open_notice (ledger, office, finding->compound_id,
                                (const gint64 *)(void *)ids->data, ids->len, now, error);
      if (sheet == NULL)
        return FALSE;
      g_ptr_array_add (sheets, sheet);
      g_array_set_size (ids, 0);
    }
  return TRUE;
}

YsDocument *
ys_notice_of_compound (YsLedger *ledger, gint64 compound_id, YsInstant now, GError **error)
{
  g_autoptr (YsOffice) office = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);

  office = ys_ledger_job_office (ledger, error);
  open = office != NULL ? list_open (ledger, compound_id, now, error) : NULL;
  if (open == NULL)
    return NULL;
  if (open->len == 0)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("Nothing is left to rectify, so there is no notice to print."));
      return NULL;
    }
  sheets = new_sheets ();
  if (!add_open_notices (ledger, office->name, open, now, sheets, error))
    return NULL;
  if (compound_id != 0)
    name = ys_record_store_title (ledger, ys_compound_type.name, compound_id);
  return finish (g_steal_pointer (&sheets), "整改通知单", name, now);
}
