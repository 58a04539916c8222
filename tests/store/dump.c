/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See dump.h. */
#include "config.h"

#include "audit.h"
#include "catalogue.h"
#include "dump.h"
#include "record-sql.h"
#include "record-store.h"
#include "scheme.h"
#include "submission.h"

static void
dump_record (const YsRecordType *type, gconstpointer record, GString *out)
{
  g_string_append_printf (out, "%s %" G_GINT64_FORMAT "\n", type->name, *(const gint64 *)record);
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *text = ys_field_to_text (&type->fields[i], record);
      if (text != NULL)
        g_string_append_printf (out, "  %s = %s\n", type->fields[i].name, text);
    }
}

static void
dump_files (YsLedger *ledger, gint64 submission, GString *out)
{
  g_auto (GStrv) names = ys_submission_store_file_names (ledger, submission, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = ys_submission_store_file (ledger, submission, names[i], NULL);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_string_append_printf (out, "  file %s %s\n", names[i], sha256);
    }
}

/* The catalogues and the scheme that every ledger of the newest schema has. */
static gboolean
is_built_in (const YsRecordType *type, gconstpointer record)
{
  if (type == &ys_clause_type)
    return ((const YsClause *)record)->catalogue_id <= 3;
  if (type == &ys_scheme_type)
    return ((const YsScheme *)record)->id == 1;
  if (type == &ys_prize_type)
    return ((const YsPrize *)record)->scheme_id == 1;
  return type == &ys_catalogue_type && ((const YsCatalogue *)record)->id <= 3;
}

char *
dump_ledger (YsLedger *ledger)
{
  GString *out = g_string_new (NULL);
  for (guint t = 0; ys_record_type_nth (t) != NULL; t++)
    {
      const YsRecordType *type = ys_record_type_nth (t);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = ys_record_store_list (ledger, type, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        {
          if (!is_built_in (type, records->pdata[i]))
            dump_record (type, records->pdata[i], out);
          if (type == &ys_submission_type)
            dump_files (ledger, *(gint64 *)records->pdata[i], out);
        }
    }
  g_autoptr (GPtrArray) lines = ys_audit_list (ledger, NULL, 0, 0, NULL);
  for (guint i = lines->len; i > 0; i--)
    {
      const YsAuditLine *line = lines->pdata[i - 1];
      g_string_append_printf (out, "line %" G_GINT64_FORMAT " %s %s\n", line->seq, line->action,
                              line->hash);
    }
  return g_string_free (out, FALSE);
}
