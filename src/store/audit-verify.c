/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proves a ledger: its pages, its references, the chain of its log, every record against what the
 * log says it should be, every filed document and every photo against its SHA-256. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "audit-line.h"
#include "audit-replay.h"
#include "audit.h"
#include "ledger-private.h"
#include "migration.h"
#include "photo-files.h"
#include "text.h"

/* More are not told: the ledger is lost anyway. */
#define MOST_PROBLEMS 50

void
ys_verification_add (YsVerification *verification, char *sentence)
{
  verification->ok = FALSE;
  if (verification->problems->len < MOST_PROBLEMS)
    g_ptr_array_add (verification->problems, sentence);
  else
    g_free (sentence);
}

static gboolean
verify_pages (YsLedger *ledger, YsVerification *verification, GError **error)
{
  g_autoptr (YsStatement) statement
      = ys_database_prepare (ledger->db, "PRAGMA quick_check(10)", error);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      const char *text = ys_statement_text (statement, 0);
      if (g_strcmp0 (text, "ok") != 0)
        ys_verification_add (
            verification,
            /* Translators: %s is the database engine's own finding, in English */
            g_strdup_printf (_ ("The ledger's file is damaged (%s). Restore a backup."), text));
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_references (YsLedger *ledger, YsVerification *verification, GError **error)
{
  g_autoptr (YsStatement) statement
      = ys_database_prepare (ledger->db, "PRAGMA foreign_key_check", error);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      g_autofree char *number = ys_count_to_text (ys_statement_int64 (statement, 1), FALSE);
      ys_verification_add (verification, g_strdup_printf (
                                             /* Translators: a kind of record by its English name,
                                                its number, another kind */
                                             _ ("%s no. %s refers to a %s that is not there."),
                                             ys_statement_text (statement, 0), number,
                                             ys_statement_text (statement, 2)));
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

/* Borrows the texts of the current row. */
static void
borrow_line (YsStatement *statement, YsAuditLine *line)
{
  line->seq = ys_statement_int64 (statement, 0);
  line->change = ys_statement_int64 (statement, 1);
  line->at = ys_statement_int64 (statement, 2);
  line->user = (char *)ys_statement_text (statement, 3);
  line->action = (char *)ys_statement_text (statement, 4);
  line->record = (char *)ys_statement_text (statement, 5);
  line->record_id = ys_statement_int64 (statement, 6);
  line->label = (char *)ys_statement_text (statement, 7);
  line->before = (char *)ys_statement_text (statement, 8);
  line->after = (char *)ys_statement_text (statement, 9);
  line->undoes = ys_statement_int64 (statement, 10);
  line->hash = (char *)ys_statement_text (statement, 11);
}

static void
note_broken (YsVerification *verification, gint64 seq)
{
  verification->first_broken = seq;
  g_autofree char *number = ys_count_to_text (seq, FALSE);
  ys_verification_add (verification, g_strdup_printf (_ ("The log is broken at line %s: this line "
                                                         "or the one before it was changed "
                                                         "or taken out."),
                                                      number));
}

/* Only the first break is named: every later line hangs on it. */
static gboolean
verify_chain (YsLedger *ledger, YsVerification *verification, GError **error)
{
  static const char sql[] = "SELECT " YS_AUDIT_COLUMNS " FROM audit ORDER BY \"seq\"";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) canonical = g_string_new (NULL);
  char hash[65] = YS_AUDIT_NO_HASH;
  gint64 expected = 1;
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      YsAuditLine line;
      borrow_line (statement, &line);
      ys_audit_canonical (&line, canonical);
      ys_audit_hash (checksum, hash, canonical->str, canonical->len, hash);
      gboolean whole = line.seq == expected && g_strcmp0 (line.hash, hash) == 0;
      if (!whole && verification->first_broken == 0)
        note_broken (verification, line.seq == expected ? line.seq : expected);
      verification->n_lines++;
      expected = line.seq + 1;
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
was_logged (YsLedger *ledger, gint64 submission, const char *name, const char *sha256)
{
  static const char sql[] = "SELECT \"after\" FROM audit WHERE \"record\" = 'submission_file'"
                            " AND \"record_id\" = $1 AND \"label\" = $2";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, NULL);
  gboolean row;
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, submission);
  ys_statement_bind_text (statement, 2, name);
  if (!ys_statement_step (statement, &row, NULL) || !row)
    return FALSE;
  const char *after = ys_statement_text (statement, 0);
  return after != NULL && strstr (after, sha256) != NULL;
}

static gboolean
verify_files (YsLedger *ledger, YsVerification *verification, GError **error)
{
  static const char sql[]
      = "SELECT \"submission\", \"name\", \"sha256\", \"bytes\" FROM submission_file";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      g_autoptr (GBytes) bytes = ys_statement_bytes (statement, 3);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      const char *name = ys_statement_text (statement, 1);
      gint64 submission = ys_statement_int64 (statement, 0);
      if (g_strcmp0 (ys_statement_text (statement, 2), sha256) != 0
          || !was_logged (ledger, submission, name, sha256))
        ys_verification_add (verification,
                             g_strdup_printf (_ ("The filed document “%s” is not what was filed."),
                                              name));
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

/* Filed once, they cannot be gone. */
static gboolean
verify_files_present (YsLedger *ledger, YsVerification *verification, GError **error)
{
  static const char sql[]
      = "SELECT \"label\" FROM audit WHERE \"record\" = 'submission_file' AND NOT EXISTS ("
        "SELECT 1 FROM submission_file f WHERE f.\"submission\" = audit.\"record_id\""
        " AND f.\"name\" = audit.\"label\")";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      ys_verification_add (verification, g_strdup_printf (_ ("The filed document “%s” is missing."),
                                                          ys_statement_text (statement, 0)));
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether the ledger has this table, index or guard as the migrations write it. */
static gboolean
has_part (YsLedger *ledger, const char *name, const char *sql, gboolean *out_has, GError **error)
{
  static const char look[] = "SELECT 1 FROM sqlite_schema WHERE \"name\" = $1 AND \"sql\" = $2";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, look, error);
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_text (statement, 1, name);
  ys_statement_bind_text (statement, 2, sql);
  return ys_statement_step (statement, out_has, error);
}

/* Without its guards the database no longer refuses to change what is frozen. */
static gboolean
verify_schema (YsLedger *ledger, YsVerification *verification, GError **error)
{
  static const char sql[] = "SELECT \"name\", \"sql\" FROM sqlite_schema WHERE \"sql\" IS NOT NULL";
  guint n_steps;
  const YsMigrationStep *steps = ys_migration_steps (&n_steps);
  g_autoptr (YsDatabase) model = ys_database_open (":memory:", YS_DATABASE_CREATE, 0, error);
  if (model == NULL || !ys_migration_run (model, steps, n_steps, error))
    return FALSE;
  YsStatement *parts = ys_database_prepare (model, sql, error);
  gboolean row = FALSE;
  gboolean done = parts != NULL && ys_statement_step (parts, &row, error);
  while (done && row)
    {
      const char *name = ys_statement_text (parts, 0);
      gboolean has;
      done = has_part (ledger, name, ys_statement_text (parts, 1), &has, error);
      if (done && !has)
        ys_verification_add (verification,
                             /* Translators: a table or guard of the database, by its English name
                              */
                             g_strdup_printf (_ ("“%s” of the ledger's form is missing or was "
                                                 "changed. Restore a backup."),
                                              name));
      done = done && ys_statement_step (parts, &row, error);
    }
  ys_statement_free (parts);
  return done;
}

/* The key under which two spellings are one name is not in the log: it follows from the name. */
static gboolean
verify_keys (YsLedger *ledger, YsVerification *verification, GError **error)
{
  static const char sql[] = "SELECT \"name\", \"name_key\" FROM community"
                            " UNION ALL SELECT \"name\", \"name_key\" FROM company"
                            " UNION ALL SELECT \"name\", \"name_key\" FROM compound";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      const char *name = ys_statement_text (statement, 0);
      g_autofree char *key = ys_text_key (name);
      if (g_strcmp0 (key, ys_statement_text (statement, 1)) != 0)
        ys_verification_add (verification,
                             /* Translators: a name */
                             g_strdup_printf (_ ("The key of the name “%s” was changed behind the "
                                                 "log's back."),
                                              name));
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_all (YsLedger *ledger, YsVerification *verification, GError **error)
{
  return verify_pages (ledger, verification, error)
         && verify_references (ledger, verification, error)
         && verify_chain (ledger, verification, error)
         && ys_audit_replay (ledger, verification, error)
         && verify_files (ledger, verification, error)
         && verify_files_present (ledger, verification, error)
         && verify_keys (ledger, verification, error)
         && verify_schema (ledger, verification, error);
}

YsVerification *
ys_audit_verify (YsLedger *ledger, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (!ledger->in_change, NULL);

  g_autoptr (YsVerification) verification = g_new0 (YsVerification, 1);
  g_autoptr (GError) failure = NULL;
  verification->ok = TRUE;
  verification->problems = g_ptr_array_new_with_free_func (g_free);
  /* One snapshot: a colleague's commit must not look like a break. */
  if (!ys_database_run (ledger->db, "BEGIN", error))
    return NULL;
  gboolean read = verify_all (ledger, verification, &failure);
  g_autoptr (GPtrArray) photos = read ? ys_photo_list_hashes (ledger->db, &failure) : NULL;
  read = read && photos != NULL;
  ys_database_rollback (ledger->db);
  /* Files are never deleted, so that they need no snapshot; reading gigabytes in one would keep the
   * database's log growing. */
  if (photos != NULL)
    ys_photo_verify (ledger, photos, verification);
  if (!read && !g_error_matches (failure, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (!read)
    ys_verification_add (verification, g_strdup (failure->message));
  return g_steal_pointer (&verification);
}
