/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any edit can be undone while its period is open. Nothing that a finalised period counts is moved
 * by an undo: no finding, case or inspection of it made, taken away or given other points, nor what
 * it found overdue or in time. */
#include "config.h"

#include "history-private.h"

#include "audit.h"
#include "calendar-record.h"
#include "event.h"
#include "finding-job.h"
#include "inspection.h"
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
has_any (JsonObject *image)
{
  return image != NULL
         && (json_object_has_member (image, "deadline")
             || json_object_has_member (image, "rectified_at")
             || json_object_has_member (image, "paused_at"));
}

/* The earliest deadline that a finding has or had by a line. */
static YsInstant
first_deadline (const YsFinding *stored, JsonObject *const images[2])
{
  const YsField *field = ys_record_type_field (&ys_finding_type, "deadline");
  YsFinding *scratch = ys_record_new (&ys_finding_type);
  YsInstant first = stored->deadline;

  for (guint i = 0; i < 2; i++)
    if (images[i] != NULL && json_object_has_member (images[i], field->name)
        && ys_field_from_json (field, scratch, json_object_get_member (images[i], field->name),
                               NULL))
      first = MIN (first, scratch->deadline);
  ys_record_free (&ys_finding_type, scratch);
  return first;
}

/* The last line that finalised @period. */
static gboolean
finalising_line (YsLedger *ledger, const YsPeriod *period, gint64 *out_seq, GError **error)
{
  g_autoptr (GPtrArray) lines = ys_audit_list (ledger, "period", period->id, 1, error);

  *out_seq = lines != NULL && lines->len > 0 ? ((const YsAuditLine *)lines->pdata[0])->seq : 0;
  return lines != NULL;
}

/* What decides whether a finding of a finalised period is overdue: not what that period froze,
 * namely a deadline that had passed by then. A calendar that moved before is set anew instead: that
 * leaves the deadlines of finalised periods. */
static gboolean
check_clock (YsLedger *ledger,
             const YsAuditLine *line,
             const YsFinding *stored,
             gboolean by_step,
             JsonObject *const images[2],
             GError **error)
{
  g_autoptr (GPtrArray) periods = ys_record_store_list (ledger, &ys_period_type, error);
  YsDate day = ys_instant_to_date (stored->found_at);

  for (guint i = 0; periods != NULL && i < periods->len; i++)
    {
      const YsPeriod *period = periods->pdata[i];
      gint64 finalised;

      if (!period->finalised || ys_date_compare (day, period->starts_on) < 0
          || ys_date_compare (period->ends_on, day) < 0)
        continue;
      if (!finalising_line (ledger, period, &finalised, error))
        return FALSE;
      if (!by_step
          || (line->seq < finalised && first_deadline (stored, images) < period->finalised_at))
        return check_instant (ledger, stored->found_at, error);
    }
  return periods != NULL;
}

static gboolean
check_finding (YsLedger *ledger,
               const YsAuditLine *line,
               gboolean by_step,
               JsonObject *const images[2],
               GError **error)
{
  YsFinding *stored;
  gboolean fits;

  if (line->before == NULL || line->after == NULL || (!has_any (images[0]) && !has_any (images[1])))
    return TRUE;
  stored = ys_record_new (&ys_finding_type);
  fits = !ys_record_store_load (ledger, &ys_finding_type, line->record_id, stored, NULL)
         || check_clock (ledger, line, stored, by_step, images, error);
  ys_record_free (&ys_finding_type, stored);
  return fits;
}

static gboolean
check_line (YsLedger *ledger, const YsAuditLine *line, gboolean by_step, GError **error)
{
  const YsRecordType *type = ys_record_store_type (line->record);
  const YsField *field = type != NULL ? period_field (type) : NULL;
  g_autoptr (JsonObject) before = parse (line->before);
  g_autoptr (JsonObject) after = parse (line->after);
  JsonObject *const images[2] = { before, after };

  if (type == &ys_finding_type && !check_finding (ledger, line, by_step, images, error))
    return FALSE;
  if (field == NULL
      || (!counts (line, after != NULL ? after : before) && !is_withdrawn (before)
          && !is_withdrawn (after)))
    return TRUE;
  return check_record (ledger, line, field, images, error);
}

/* A step of a finding comes with its event; a deadline that moved without one was the calendar's.
 */
static gboolean
has_event (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (((const YsAuditLine *)lines->pdata[i])->record, "event"))
      return TRUE;
  return FALSE;
}

gboolean
ys_history_check_open (YsLedger *ledger, GPtrArray *lines, GError **error)
{
  gboolean has = FALSE, by_step = has_event (lines);

  if (!has_finalised (ledger, &has, error))
    return FALSE;
  for (guint i = 0; has && i < lines->len; i++)
    if (!check_line (ledger, lines->pdata[i], by_step, error))
      return FALSE;
  return TRUE;
}
