/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replays the log's after-images record by record, beside the rows in the same order, and names
 * what differs. Rows without lines must be built in: as the migrations write them. Memory: one
 * record, whatever the ledger's size. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "audit-line.h"
#include "audit-replay.h"
#include "ledger-private.h"
#include "migration.h"
#include "record-sql.h"

typedef struct
{
  YsLedger *ledger;
  YsDatabase *model; /* a new ledger's rows */
  YsVerification *verification;
  const YsRecordType *type;
  const YsRecordSql *sql;
  YsStatement *lines; /* by record, then seq */
  YsStatement *rows;  /* by id */
  gboolean has_line;
  gboolean has_row;
  gpointer row;      /* current row */
  gpointer expected; /* what the log says */
  YsAuditNames *names;
  GString *now; /* image of the row */
} Replay;

static const char lines_sql[] = "SELECT \"record_id\", \"before\", \"after\" FROM audit"
                                " WHERE \"record\" = $1 ORDER BY \"record_id\", \"seq\"";

static gboolean
next_line (Replay *replay, GError **error)
{
  return ys_statement_step (replay->lines, &replay->has_line, error);
}

static gboolean
next_row (Replay *replay, GError **error)
{
  if (!ys_statement_step (replay->rows, &replay->has_row, error))
    return FALSE;
  ys_record_clear (replay->type, replay->row);
  return !replay->has_row || ys_record_read_row (replay->sql, replay->rows, replay->row, error);
}

static const char *
title_of (Replay *replay, gconstpointer record)
{
  const char *title = ys_audit_names_title (replay->names, replay->type, record);
  return title ? title : "";
}

/* "Compound no. 5 (龙珠百合)" */
static char *
name_record (Replay *replay, gint64 id, gconstpointer named)
{
  g_autofree char *number = ys_count_to_text (id, FALSE);
  /* Translators: a kind of record, its number, its name */
  return g_strdup_printf (_ ("%s no. %s (%s)"), g_dgettext (GETTEXT_PACKAGE, replay->type->label),
                          number, title_of (replay, named));
}

static void
report_unlogged (Replay *replay)
{
  g_autofree char *record = name_record (replay, YS_RECORD_ID (replay->row), replay->row);
  ys_verification_add (replay->verification,
                       /* Translators: %s is a record such as “Compound no. 5 (龙珠百合)” */
                       g_strdup_printf (_ ("%s was added behind the log's back."), record));
}

/* A long text is known to the log by its hash only: both sides become that. */
static void
shorten (const YsField *field, gpointer record)
{
  const char *text = field->type == YS_FIELD_TEXT ? ys_field_get_text (field, record) : NULL;
  if (!ys_audit_is_long (field, text))
    return;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  ys_field_set_text (field, record, hash);
}

static gboolean
apply_member (Replay *replay, const YsField *field, JsonNode *value, GError **error)
{
  if (field->type != YS_FIELD_TEXT || !JSON_NODE_HOLDS_OBJECT (value))
    return ys_field_from_json (field, replay->expected, value, error);
  JsonObject *object = json_node_get_object (value);
  ys_field_set_text (field, replay->expected,
                     json_object_get_string_member_with_default (object, "sha256", NULL));
  return TRUE;
}

/* An image that cannot be read is a problem of this record, not of the whole verification. */
static gboolean
apply_image (Replay *replay, const char *image)
{
  g_autoptr (JsonNode) node = json_from_string (image, NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value))
    {
      const YsField *field = ys_record_type_field (replay->type, name);
      if (field == NULL || !apply_member (replay, field, value, NULL))
        return FALSE;
    }
  return TRUE;
}

/* Names the fields that differ. */
static char *
list_differences (Replay *replay)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < replay->type->n_fields; i++)
    {
      const YsField *field = &replay->type->fields[i];
      if (!ys_field_equal (field, replay->row, replay->expected))
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "",
                                g_dgettext (GETTEXT_PACKAGE, field->label));
    }
  return g_string_free (names, FALSE);
}

static void
shorten_all (Replay *replay, gpointer record)
{
  for (guint i = 0; i < replay->type->n_fields; i++)
    shorten (&replay->type->fields[i], record);
}

static void
compare (Replay *replay, gint64 id)
{
  shorten_all (replay, replay->row);
  if (ys_record_equal (replay->type, replay->row, replay->expected))
    return;
  g_autofree char *fields = list_differences (replay);
  g_autofree char *record = name_record (replay, id, replay->row);
  ys_verification_add (replay->verification,
                       /* Translators: a record such as “Compound no. 5 (龙珠百合)”, then names of
                          fields */
                       g_strdup_printf (_ ("%s was changed behind the log's back: %s."), record,
                                        fields));
}

/* How the row stands to the log after the last line of record @id. */
static void
judge (Replay *replay, gint64 id, gboolean is_there, gboolean is_readable)
{
  gboolean has_row = replay->has_row && YS_RECORD_ID (replay->row) == id;
  g_autofree char *record = name_record (replay, id, replay->expected);
  if (!is_readable)
    ys_verification_add (replay->verification,
                         g_strdup_printf (_ ("The log's lines of %s cannot be read."), record));
  else if (is_there && !has_row)
    ys_verification_add (replay->verification,
                         g_strdup_printf (_ ("%s was taken out behind the log's back."), record));
  else if (!is_there && has_row)
    report_unlogged (replay);
  else if (is_there)
    compare (replay, id);
}

/* Most records have one line, and it says exactly what the row holds: no need to read JSON. */
static gboolean
is_plainly_same (Replay *replay, gint64 id, const char *image)
{
  if (!replay->has_row || YS_RECORD_ID (replay->row) != id)
    return FALSE;
  ys_audit_image (replay->names, replay->type, replay->row, replay->now);
  return g_strcmp0 (replay->now->str, image) == 0;
}

/* All lines of one record. */
static gboolean
replay_record (Replay *replay, GError **error)
{
  gint64 id = ys_statement_int64 (replay->lines, 0);
  gboolean is_there = FALSE, is_readable = TRUE;

  g_autofree char *first = ys_statement_is_null (replay->lines, 1)
                               ? g_strdup (ys_statement_text (replay->lines, 2))
                               : NULL;
  if (first != NULL)
    {
      if (!next_line (replay, error))
        return FALSE;
      gboolean alone = !replay->has_line || ys_statement_int64 (replay->lines, 0) != id;
      if (alone && is_plainly_same (replay, id, first))
        return TRUE;
      is_there = TRUE;
      is_readable = apply_image (replay, first);
    }
  while (replay->has_line && ys_statement_int64 (replay->lines, 0) == id)
    {
      const char *after = ys_statement_text (replay->lines, 2);
      is_there = after != NULL;
      if (ys_statement_is_null (replay->lines, 1) || after == NULL)
        ys_record_clear (replay->type, replay->expected);
      is_readable = is_readable && (after == NULL || apply_image (replay, after));
      if (!next_line (replay, error))
        return FALSE;
    }
  judge (replay, id, is_there, is_readable);
  return TRUE;
}

/* A row without a line is right only where the migrations wrote it so. */
static gboolean
judge_unlogged (Replay *replay, GError **error)
{
  gint64 id = YS_RECORD_ID (replay->row);
  gboolean is_built_in;
  ys_record_clear (replay->type, replay->expected);
  if (!ys_record_load_row (replay->model, replay->type, id, replay->expected, &is_built_in, error))
    return FALSE;
  if (!is_built_in)
    {
      report_unlogged (replay);
      return TRUE;
    }
  shorten_all (replay, replay->expected);
  compare (replay, id);
  return TRUE;
}

static gboolean
skip_unlogged (Replay *replay, gint64 before_id, GError **error)
{
  while (replay->has_row && YS_RECORD_ID (replay->row) < before_id)
    {
      if (!judge_unlogged (replay, error) || !next_row (replay, error))
        return FALSE;
    }
  return TRUE;
}

/* No line tells that a built-in row is gone. */
static gboolean
find_removed (Replay *replay, GError **error)
{
  g_autoptr (YsStatement) rows
      = ys_database_prepare (replay->model, replay->sql->select_all, error);
  gboolean row, found;
  if (rows == NULL || !ys_statement_step (rows, &row, error))
    return FALSE;
  while (row)
    {
      ys_record_clear (replay->type, replay->expected);
      ys_record_clear (replay->type, replay->row);
      if (!ys_record_read_row (replay->sql, rows, replay->expected, error))
        return FALSE;
      gint64 id = YS_RECORD_ID (replay->expected);
      if (!ys_record_load_row (replay->ledger->db, replay->type, id, replay->row, &found, error))
        return FALSE;
      if (!found)
        judge (replay, id, TRUE, TRUE);
      if (!ys_statement_step (rows, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
replay_rows (Replay *replay, GError **error)
{
  if (!next_line (replay, error) || !next_row (replay, error))
    return FALSE;
  while (replay->has_line)
    {
      gint64 id = ys_statement_int64 (replay->lines, 0);
      ys_record_clear (replay->type, replay->expected);
      if (!skip_unlogged (replay, id, error) || !replay_record (replay, error))
        return FALSE;
      if (replay->has_row && YS_RECORD_ID (replay->row) == id && !next_row (replay, error))
        return FALSE;
    }
  return skip_unlogged (replay, G_MAXINT64, error) && find_removed (replay, error);
}

static gboolean
replay_type (YsLedger *ledger,
             YsDatabase *model,
             const YsRecordType *type,
             YsVerification *verification,
             GError **error)
{
  const YsRecordSql *sql = ys_record_sql (type);
  g_autoptr (YsStatement) lines = ys_database_prepare (ledger->db, lines_sql, error);
  if (lines == NULL)
    return FALSE;
  g_autoptr (YsStatement) rows = ys_database_prepare (ledger->db, sql->select_all, error);
  if (rows == NULL)
    return FALSE;
  ys_statement_bind_text (lines, 1, type->name);
  g_autoptr (YsAuditNames) names = ys_audit_names_new (ledger->db);
  g_autoptr (GString) now = g_string_new (NULL);
  Replay replay = {
    .ledger = ledger,
    .model = model,
    .verification = verification,
    .type = type,
    .sql = sql,
    .lines = lines,
    .rows = rows,
    .row = ys_record_new (type),
    .expected = ys_record_new (type),
    .names = names,
    .now = now,
  };
  gboolean done = replay_rows (&replay, error);
  ys_record_free (type, replay.row);
  ys_record_free (type, replay.expected);
  return done;
}

gboolean
ys_audit_replay (YsLedger *ledger, YsVerification *verification, GError **error)
{
  guint n_steps;
  const YsMigrationStep *steps = ys_migration_steps (&n_steps);
  g_autoptr (YsDatabase) model = ys_database_open (":memory:", YS_DATABASE_CREATE, 0, error);
  if (model == NULL || !ys_migration_run (model, steps, n_steps, error))
    return FALSE;
  for (guint i = 0; ys_record_type_nth (i) != NULL; i++)
    if (!replay_type (ledger, model, ys_record_type_nth (i), verification, error))
      return FALSE;
  return TRUE;
}
