/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures are ys_finding_rates()'s; here they only get a sheet each. */
#include "config.h"

#include "rate-job.h"

#include "ledger-job.h"
#include "office.h"
#include "rate-table.h"

typedef struct
{
  YsRateBy by;
  const char *name; /* of the worksheet */
  const char *what;
} Kind;

static const Kind kinds[] = {
  { YS_RATE_BY_COMPOUND, "按小区", "小区" },
  { YS_RATE_BY_UNIT, "按责任单位", "责任单位" },
  { YS_RATE_BY_CLAUSE, "按小类", "小类名称" },
};

static YsSheet *
build (const char *office, const Kind *kind, const char *period, const GPtrArray *lines)
{
  g_autofree YsRateTableRow *rows = g_new0 (YsRateTableRow, MAX (1u, lines->len));
  g_autoptr (GPtrArray) pointers = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const YsRateLine *line = g_ptr_array_index (lines, i);

      rows[i] = (YsRateTableRow){ line->name != NULL ? line->name : "未定",
                                  line->n_found,
                                  line->n_by_self,
                                  line->n_handled,
                                  line->n_on_time,
                                  line->n_due };
      g_ptr_array_add (pointers, &rows[i]);
    }
  return ys_rate_table_build (office, kind->name, kind->what, period, pointers);
}

YsDocument *
ys_rate_document_new (YsLedger *ledger,
                      YsInstant from,
                      YsInstant to,
                      const char *period,
                      YsInstant now,
                      GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);
  YsOffice *office;
  g_autofree char *stem = NULL;

  g_return_val_if_fail (ledger != NULL && period != NULL, NULL);

  office = ys_ledger_job_office (ledger, error);
  for (guint i = 0; office != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) lines = ys_finding_rates (ledger, from, to, now, kinds[i].by, error);

      if (lines == NULL)
        break;
      g_ptr_array_add (sheets, build (office->name, &kinds[i], period, lines));
    }
  if (office != NULL)
    ys_record_free (&ys_office_type, office);
  if (sheets->len < G_N_ELEMENTS (kinds))
    return NULL;
  stem = g_strdup_printf ("问题发现处置统计 %s", period);
  return ys_document_new (g_steal_pointer (&sheets), "问题发现、处置情况统计表", stem, now);
}
