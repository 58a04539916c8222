/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A transaction in which every write and its audit line stand or fall together. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "audit-line.h"
#include "change-private.h"
#include "ledger-private.h"
#include "record-sql.h"

#define SUBMISSION_FILE "submission_file"

struct _YsChange
{
  YsLedger *ledger;
  char *action;
  gint64 undoes;
  YsInstant at;
  gint64 first_seq; /* what the first line gets */
  gint64 next_seq;
  char hash[65]; /* of the last line */
  GChecksum *checksum;
  GString *canonical;
  GString *before; /* images of the line in the making */
  GString *after;
  YsAuditNames *names;
  GPtrArray *texts;   /* made for binding */
  gboolean is_broken; /* a write without its line: only a rollback is left */
  gboolean is_over;
};

/* Where the chain stands now. */
static gboolean
read_chain (YsChange *change, GError **error)
{
  static const char sql[] = "SELECT \"seq\", \"hash\" FROM audit ORDER BY \"seq\" DESC LIMIT 1";
  g_autoptr (YsStatement) statement = ys_database_prepare (change->ledger->db, sql, error);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  change->next_seq = row ? ys_statement_int64 (statement, 0) + 1 : 1;
  g_strlcpy (change->hash, row ? ys_statement_text (statement, 1) : YS_AUDIT_NO_HASH,
             sizeof change->hash);
  change->first_seq = change->next_seq;
  return TRUE;
}

static gboolean
refuse_read_only (GError **error)
{
  g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_READ_ONLY,
                       _ ("This ledger is open for reading only. Open it for writing, then change "
                          "it."));
  return FALSE;
}

YsChange *
ys_change_begin (YsLedger *ledger, const char *action, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (action != NULL, NULL);
  g_return_val_if_fail (!ledger->in_change, NULL);

  if (ledger->mode == YS_LEDGER_READ_ONLY)
    {
      refuse_read_only (error);
      return NULL;
    }
  /* IMMEDIATE: a reading transaction that turns to writing after another's commit fails at once. */
  if (!ys_database_run (ledger->db, "BEGIN IMMEDIATE", error))
    return NULL;
  g_autoptr (YsChange) change = g_new0 (YsChange, 1);
  ledger->in_change = TRUE;
  change->ledger = ledger;
  change->action = g_strdup (action);
  change->at = g_get_real_time () / G_USEC_PER_SEC;
  change->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  change->canonical = g_string_new (NULL);
  change->before = g_string_new (NULL);
  change->after = g_string_new (NULL);
  change->names = ys_audit_names_new (ledger->db);
  change->texts = g_ptr_array_new_with_free_func (g_free);
  if (!read_chain (change, error))
    return NULL;
  return g_steal_pointer (&change);
}

static void
end (YsChange *change)
{
  change->is_over = TRUE;
  change->ledger->in_change = FALSE;
}

void
ys_change_free (YsChange *change)
{
  if (change == NULL)
    return;
  if (!change->is_over)
    {
      ys_database_rollback (change->ledger->db);
      end (change);
    }
  g_free (change->action);
  g_checksum_free (change->checksum);
  g_string_free (change->canonical, TRUE);
  g_string_free (change->before, TRUE);
  g_string_free (change->after, TRUE);
  ys_audit_names_free (change->names);
  g_ptr_array_unref (change->texts);
  g_free (change);
}

void
ys_change_set_undoes (YsChange *change, gint64 undoes)
{
  change->undoes = undoes;
}

YsDatabase *
ys_change_database (YsChange *change)
{
  return change->ledger->db;
}

static gboolean
insert_line (YsChange *change, const YsAuditLine *line, GError **error)
{
  static const char sql[] = "INSERT INTO audit (" YS_AUDIT_COLUMNS ")"
                            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
  g_autoptr (YsStatement) statement = ys_database_prepare (change->ledger->db, sql, error);
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, line->seq);
  ys_statement_bind_int64 (statement, 2, line->change);
  ys_statement_bind_int64 (statement, 3, line->at);
  ys_statement_bind_text (statement, 4, line->user);
  ys_statement_bind_text (statement, 5, line->action);
  ys_statement_bind_text (statement, 6, line->record);
  ys_statement_bind_int64 (statement, 7, line->record_id);
  ys_statement_bind_text (statement, 8, line->label);
  ys_statement_bind_text (statement, 9, line->before);
  ys_statement_bind_text (statement, 10, line->after);
  ys_statement_bind_int64 (statement, 11, line->undoes);
  ys_statement_bind_text (statement, 12, line->hash);
  return ys_statement_run (statement, error);
}

/* Texts are borrowed. From here on a failure breaks the change: its row is written already. */
static gboolean
write_line (YsChange *change,
            const char *record,
            gint64 record_id,
            const char *label,
            const char *before,
            const char *after,
            GError **error)
{
  char hash[65];
  YsAuditLine line = {
    .seq = change->next_seq,
    .change = change->first_seq,
    .at = change->at,
    .user = change->ledger->user,
    .action = change->action,
    .record = (char *)record,
    .record_id = record_id,
    .label = (char *)label,
    .before = (char *)before,
    .after = (char *)after,
    .undoes = change->undoes,
    .hash = hash,
  };
  ys_audit_canonical (&line, change->canonical);
  ys_audit_hash (change->checksum, change->hash, change->canonical->str, change->canonical->len,
                 hash);
  if (!insert_line (change, &line, error))
    {
      change->is_broken = TRUE;
      return FALSE;
    }
  g_strlcpy (change->hash, hash, sizeof change->hash);
  change->next_seq++;
  return TRUE;
}

static const char *
title_of (YsChange *change, const YsRecordType *type, gconstpointer record)
{
  return ys_audit_names_title (change->names, type, record);
}

/* A name that is taken, or a rule of the tables, leaves the change usable; a failing disk does not.
 */
static gboolean
note_failure (YsChange *change, const GError *error)
{
  change->is_broken = !g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS)
                      && !g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN)
                      && !g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT);
  return FALSE;
}

/* The general sentence about a taken name, with the name. */
static void
name_what_exists (YsChange *change, const YsRecordType *type, gconstpointer record, GError *error)
{
  if (!g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS))
    return;
  g_free (error->message);
  error->message = g_strdup_printf (
      /* Translators: a kind of record such as Compound, then a name */
      _ ("%s “%s” is there already. Use another name, or change that one."),
      g_dgettext (GETTEXT_PACKAGE, type->label), title_of (change, type, record));
}

static gboolean
run_write (YsChange *change,
           const char *sql,
           const YsRecordType *type,
           gconstpointer record,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (YsStatement) statement = ys_database_prepare (change->ledger->db, sql, &failure);
  if (statement != NULL)
    {
      ys_record_bind (ys_record_sql (type), statement, record, change->texts);
      gboolean done = ys_statement_run (statement, &failure);
      g_clear_pointer (&statement, ys_statement_free);
      g_ptr_array_set_size (change->texts, 0);
      if (done)
        return TRUE;
    }
  name_what_exists (change, type, record, failure);
  note_failure (change, failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
ys_change_insert (YsChange *change, const YsRecordType *type, gpointer record, GError **error)
{
  g_return_val_if_fail (change != NULL && !change->is_over, FALSE);
  g_return_val_if_fail (type != NULL && record != NULL, FALSE);

  if (!ys_record_validate (type, record, error)
      || !run_write (change, ys_record_sql (type)->insert, type, record, error))
    return FALSE;
  if (YS_RECORD_ID (record) == 0)
    YS_RECORD_ID (record) = ys_database_last_id (change->ledger->db);
  ys_audit_image (change->names, type, record, change->after);
  return write_line (change, type->name, YS_RECORD_ID (record), title_of (change, type, record), NULL,
                     change->after->str, error);
}

/* Both images hold the fields that differ. FALSE when none does. */
static gboolean
describe_difference (YsChange *change,
                     const YsRecordType *type,
                     gconstpointer stored,
                     gconstpointer record)
{
  g_string_assign (change->before, "{");
  g_string_assign (change->after, "{");
  for (guint i = 0; i < type->n_fields; i++)
    {
      const YsField *field = &type->fields[i];
      if (ys_field_equal (field, stored, record))
        continue;
      ys_audit_append_member (change->names, field, stored, change->before);
      ys_audit_append_member (change->names, field, record, change->after);
    }
  gboolean differs = change->before->len > 1;
  g_string_append_c (change->before, '}');
  g_string_append_c (change->after, '}');
  return differs;
}

static gboolean
refuse_not_found (const YsRecordType *type, GError **error)
{
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND,
               /* Translators: a kind of record such as Compound */
               _ ("This %s is no longer in the ledger. Read the list again."),
               g_dgettext (GETTEXT_PACKAGE, type->label));
  return FALSE;
}

static gboolean
update_stored (YsChange *change,
               const YsRecordType *type,
               gconstpointer stored,
               gconstpointer record,
               gboolean *out_changed,
               GError **error)
{
  if (!describe_difference (change, type, stored, record))
    return TRUE;
  if (!run_write (change, ys_record_sql (type)->update, type, record, error))
    return FALSE;
  ys_audit_names_forget (change->names, type->name, *(const gint64 *)record);
  if (out_changed != NULL)
    *out_changed = TRUE;
  return write_line (change, type->name, *(const gint64 *)record, title_of (change, type, record),
                     change->before->str, change->after->str, error);
}

gboolean
ys_change_update (YsChange *change,
                  const YsRecordType *type,
                  gconstpointer record,
                  gboolean *out_changed,
                  GError **error)
{
  g_return_val_if_fail (change != NULL && !change->is_over, FALSE);
  g_return_val_if_fail (type != NULL && record != NULL, FALSE);

  if (out_changed != NULL)
    *out_changed = FALSE;
  if (!ys_record_validate (type, record, error))
    return FALSE;
  gpointer stored = ys_record_new (type);
  gboolean found;
  gboolean done = ys_record_load_row (change->ledger->db, type, *(const gint64 *)record, stored,
                                      &found, error);
  if (done && !found)
    done = refuse_not_found (type, error);
  done = done && update_stored (change, type, stored, record, out_changed, error);
  ys_record_free (type, stored);
  return done;
}

static gboolean
remove_stored (YsChange *change, const YsRecordType *type, gconstpointer stored, GError **error)
{
  ys_audit_image (change->names, type, stored, change->before);
  g_autoptr (GError) failure = NULL;
  g_autoptr (YsStatement) statement
      = ys_database_prepare (change->ledger->db, ys_record_sql (type)->remove, &failure);
  if (statement != NULL)
    ys_statement_bind_int64 (statement, 1, *(const gint64 *)stored);
  if (statement == NULL || !ys_statement_run (statement, &failure))
    {
      note_failure (change, failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  ys_audit_names_forget (change->names, type->name, *(const gint64 *)stored);
  return write_line (change, type->name, *(const gint64 *)stored, title_of (change, type, stored),
                     change->before->str, NULL, error);
}

gboolean
ys_change_remove (YsChange *change, const YsRecordType *type, gint64 id, GError **error)
{
  g_return_val_if_fail (change != NULL && !change->is_over, FALSE);
  g_return_val_if_fail (type != NULL, FALSE);

  gpointer stored = ys_record_new (type);
  gboolean found;
  gboolean done = ys_record_load_row (change->ledger->db, type, id, stored, &found, error);
  if (done && !found)
    done = refuse_not_found (type, error);
  done = done && remove_stored (change, type, stored, error);
  ys_record_free (type, stored);
  return done;
}

/* Documents are filed with their submission, never added to it later. */
static gboolean
check_own_submission (YsChange *change, gint64 submission_id, GError **error)
{
  static const char sql[] = "SELECT 1 FROM audit WHERE \"record\" = 'submission'"
                            " AND \"record_id\" = $1 AND \"seq\" >= $2";
  g_autoptr (YsStatement) statement = ys_database_prepare (change->ledger->db, sql, error);
  gboolean row;
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, submission_id);
  ys_statement_bind_int64 (statement, 2, change->first_seq);
  if (!ys_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN,
                         _ ("This table was filed already: nothing is added to it. File a "
                            "correction instead."));
  return row;
}

static gboolean
insert_file (YsChange *change,
             gint64 submission_id,
             const char *name,
             const char *sha256,
             GBytes *bytes,
             GError **error)
{
  static const char sql[] = "INSERT INTO submission_file (\"submission\", \"name\", \"sha256\","
                            " \"bytes\") VALUES ($1, $2, $3, $4)";
  g_autoptr (GError) failure = NULL;
  g_autoptr (YsStatement) statement = ys_database_prepare (change->ledger->db, sql, &failure);
  if (statement != NULL)
    {
      ys_statement_bind_int64 (statement, 1, submission_id);
      ys_statement_bind_text (statement, 2, name);
      ys_statement_bind_text (statement, 3, sha256);
      ys_statement_bind_bytes (statement, 4, bytes);
      if (ys_statement_run (statement, &failure))
        return TRUE;
    }
  note_failure (change, failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
ys_change_insert_submission_file (
    YsChange *change, gint64 submission_id, const char *name, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (change != NULL && !change->is_over, FALSE);
  g_return_val_if_fail (name != NULL && bytes != NULL, FALSE);

  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GString) after = g_string_new ("{\"name\":");
  ys_json_append_string (after, name);
  g_string_append_printf (after, ",\"sha256\":\"%s\",\"bytes\":%" G_GSIZE_FORMAT "}", sha256,
                          g_bytes_get_size (bytes));
  return check_own_submission (change, submission_id, error)
         && insert_file (change, submission_id, name, sha256, bytes, error)
         && write_line (change, SUBMISSION_FILE, submission_id, name, NULL, after->str, error);
}

gboolean
ys_change_commit (YsChange *change, gint64 *out_seq, GError **error)
{
  g_return_val_if_fail (change != NULL && !change->is_over, FALSE);

  YsDatabase *db = change->ledger->db;
  if (out_seq != NULL)
    *out_seq = 0;
  gboolean done = FALSE;
  if (change->is_broken)
    g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FAILED,
                         _ ("A part of this change could not be written, so nothing was changed. "
                            "Try again."));
  else
    done = ys_database_run (db, "COMMIT", error);
  if (!done)
    ys_database_rollback (db);
  end (change);
  if (done && out_seq != NULL && change->next_seq > change->first_seq)
    *out_seq = change->first_seq;
  return done;
}
