/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of communities and companies: a town's name, the order in official tables, a phone. */
#include "config.h"

#include "registry.h"
#include "change.h"
#include "job-error.h"
#include "record-store.h"

#include <glib/gi18n-lib.h>

static gboolean
apply_edit (
    const YsRecordType *type, gpointer record, const YsEdit *edit, YsDate today, GError **error)
{
  const YsField *field = ys_record_type_field (type, edit->field);

  if (field == NULL)
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   /* Translators: a field's name, then what the record is: Community */
                   _ ("“%s” is no field of: %s. Choose another one."), edit->field,
                   _ (type->label));
      return FALSE;
    }
  return ys_field_read (field, record, edit->text, today, error);
}

static gboolean
set_record (YsLedger *ledger,
            const YsRecordType *type,
            gint64 id,
            const YsEdit *edits,
            guint n_edits,
            YsDate today,
            GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, "set", error);
  gpointer record;
  gboolean good;

  if (change == NULL)
    return FALSE;
  record = ys_record_new (type);
  good = ys_record_store_load (ledger, type, id, record, error);
  for (guint i = 0; good && i < n_edits; i++)
    good = apply_edit (type, record, &edits[i], today, error);
  good = good && ys_change_update (change, type, record, NULL, error)
         && ys_change_commit (change, NULL, error);
  ys_record_free (type, record);
  return good;
}

gboolean
ys_registry_set_community (
    YsLedger *ledger, gint64 id, const YsEdit *edits, guint n_edits, YsDate today, GError **error)
{
  g_return_val_if_fail (ledger != NULL && ys_date_is_full (today), FALSE);
  g_return_val_if_fail (edits != NULL || n_edits == 0, FALSE);

  return set_record (ledger, &ys_community_type, id, edits, n_edits, today, error);
}

gboolean
ys_registry_set_company (
    YsLedger *ledger, gint64 id, const YsEdit *edits, guint n_edits, YsDate today, GError **error)
{
  g_return_val_if_fail (ledger != NULL && ys_date_is_full (today), FALSE);
  g_return_val_if_fail (edits != NULL || n_edits == 0, FALSE);

  return set_record (ledger, &ys_company_type, id, edits, n_edits, today, error);
}
