/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any edit can be undone while its period is open. Nothing that a finalised period counts is moved
 * by an undo: no finding, case or inspection of it made, taken away or given other points. */
#include "config.h"

#include "history-private.h"

#include "calendar-record.h"
#include "event.h"
#include "finding-job.h"
#include "job-error.h"
#include "platform-case.h"
#include "record-store.h"

#include <glib/gi18n-lib.h>

static gboolean
has_finalised (YsLedger *ledger, gboolean *out_has, GError **error)
{
  g_autoptr (GPtrArray) periods = ys_record_store_list (ledger, &ys_period_type, error);

  *out_has = FALSE;
  for (guint i = 0; periods != NULL && i < periods->len; i++)
    *out_has |= ((const YsPeriod *)periods->pdata[i])->finalised;
  return periods != NULL;
}

static JsonObject *
parse (const char *json)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

/* What the period counts of a record; steps that only move its clock are judged by their event. */
static gboolean
counts (const YsAuditLine *line, JsonObject *image)
{
  static const char *const members[]
      = { "points", "count", "clause", "level", "compound", "found_at", "at", "withdrawn" };

  if (line->before == NULL || line->after == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (image, members[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_withdrawn (JsonObject *image)
{
  return image != NULL && json_object_has_member (image, "state")
         && g_strcmp0 (json_object_get_string_member (image, "state"), "withdrawn") == 0;
}

/* The field that says to which period a record belongs. */
static const YsField *
period_field (const YsRecordType *type)
{
  if (type == &ys_finding_type)
    return ys_record_type_field (type, "found_at");
  if (type == &ys_inspection_type || type == &ys_case_type || type == &ys_event_type)
    return ys_record_type_field (type, "at");
  return NULL;
}

static gboolean
check_instant (YsLedger *ledger, YsInstant at, GError **error)
{
  gboolean finalised = FALSE;

  if (at == 0)
    return TRUE;
  if (!ys_period_is_finalised_at (ledger, at, &finalised, error))
    return FALSE;
  if (finalised)
    g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
                         _ ("This change lies in a finalised period: it is not undone. Record a "
                            "correction instead."));
  return !finalised;
}

/* Before, after, and as it is stored now. */
static gboolean
check_record (YsLedger *ledger,
              const YsAuditLine *line,
              const YsField *field,
              JsonObject *const images[2],
              GError **error)
{
  const YsRecordType *type = ys_record_store_type (line->record);
  gpointer record = ys_record_new (type);
  gboolean fits = !ys_record_store_load (ledger, type, line->record_id, record, NULL)
                  || check_instant (ledger, ys_field_get_int64 (field, record), error);

  for (guint i = 0; fits && i < 2; i++)
    if (images[i] != NULL && json_object_has_member (images[i], field->name)
        && ys_field_from_json (field, record, json_object_get_member (images[i], field->name),
                               NULL))
      fits = check_instant (ledger, ys_field_get_int64 (field, record), error);
  ys_record_free (type, record);
  return fits;
}

static gboolean
check_line (YsLedger *ledger, const YsAuditLine *line, GError **error)
{
  const YsRecordType *type = ys_record_store_type (line->record);
  const YsField *field = type != NULL ? period_field (type) : NULL;
  g_autoptr (JsonObject) before = parse (line->before);
  g_autoptr (JsonObject) after = parse (line->after);
  JsonObject *const images[2] = { before, after };

  if (field == NULL
      || (!counts (line, after != NULL ? after : before) && !is_withdrawn (before)
          && !is_withdrawn (after)))
    return TRUE;
  return check_record (ledger, line, field, images, error);
}

gboolean
ys_history_check_open (YsLedger *ledger, GPtrArray *lines, GError **error)
{
  gboolean has = FALSE;

  if (!has_finalised (ledger, &has, error))
    return FALSE;
  for (guint i = 0; has && i < lines->len; i++)
    if (!check_line (ledger, lines->pdata[i], error))
      return FALSE;
  return TRUE;
}
