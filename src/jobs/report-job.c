/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The standards: annexes 1, 2 and 3 of the day. */
#include "config.h"

#include "report-job.h"

#include "catalogue-private.h"
#include "ledger-job.h"
#include "standards.h"

YsDocument *
ys_report_standards (YsLedger *ledger, YsDate date, YsInstant now, GError **error)
{
  g_autoptr (GPtrArray) sheets
      = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_sheet_unref);
  YsOffice *office;
  g_autofree char *stem = NULL, *place = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (ys_date_is_full (date), NULL);

  office = ys_ledger_job_office (ledger, error);
  if (office == NULL)
    return NULL;
  for (int annex = YS_ANNEX_1; done && annex <= YS_ANNEX_3; annex++)
    {
      g_autoptr (YsCatalogueBook) book = ys_catalogue_load (ledger, annex, date, error);

      done = book != NULL;
      if (done)
        g_ptr_array_add (sheets,
                         ys_standard_build (office, book->version, book->clauses, NULL, NULL));
    }
  place = ys_standard_place (office);
  stem = g_strconcat (place, "考评标准及考核细则", NULL);
  ys_record_free (&ys_office_type, office);
  return done ? ys_document_new (g_steal_pointer (&sheets), stem, stem, now) : NULL;
}
