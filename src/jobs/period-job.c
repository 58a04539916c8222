/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finalising freezes a period: its whole standing becomes a version that never changes, and the
 * database refuses what would move it. Reopening keeps that version and needs a reason. */
#include "config.h"

#include "period-private.h"

#include "change.h"
#include "job-error.h"
#include "ledger.h"
#include "period-store.h"
#include "record-store.h"
#include "standing-private.h"
#include "text.h"

#include <glib/gi18n-lib.h>

YsPeriod *
ys_period_load (YsLedger *ledger, YsSpan span, GError **error)
{
  g_autofree char *name = ys_span_name (span);
  gint64 id;
  YsPeriod *period;

  g_return_val_if_fail (ledger != NULL, NULL);

  id = ys_record_store_find (ledger, &ys_period_type, "name", name, error);
  if (id <= 0)
    return NULL;
  period = ys_record_new (&ys_period_type);
  if (ys_record_store_load (ledger, &ys_period_type, id, period, error))
    return period;
  ys_record_free (&ys_period_type, period);
  return NULL;
}

static int
latest_first (gconstpointer a, gconstpointer b)
{
  return -ys_span_compare (*(const YsSpan *)a, *(const YsSpan *)b);
}

GArray *
ys_period_free_spans (YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  GArray *spans;

  g_return_val_if_fail (ledger != NULL, NULL);

  names = ys_period_store_free_names (ledger, error);
  if (names == NULL)
    return NULL;
  spans = g_array_new (FALSE, FALSE, sizeof (YsSpan));
  for (guint i = 0; i < names->len; i++)
    {
      YsSpan span;

      /* A name that a person wrote into the file is none of ours. */
      if (ys_span_read (names->pdata[i], &span, NULL) && span.kind == YS_SPAN_CUSTOM)
        g_array_append_val (spans, span);
    }
  g_array_sort (spans, latest_first);
  return spans;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const YsPeriodVersion *one = *(const YsPeriodVersion *const *)a;
  const YsPeriodVersion *other = *(const YsPeriodVersion *const *)b;

  return (one->version.value < other->version.value) - (one->version.value > other->version.value);
}

GPtrArray *
ys_period_versions (YsLedger *ledger, YsSpan span, GError **error)
{
  g_autofree char *name = ys_span_name (span);
  GPtrArray *versions;

  g_return_val_if_fail (ledger != NULL, NULL);

  versions = ys_record_store_list_of_period (ledger, &ys_period_version_type, name, error);
  if (versions != NULL)
    g_ptr_array_sort (versions, newest_first);
  return versions;
}

/* The first check that stops, as the reason of a refusal. */
static gboolean
check_all (YsLedger *ledger,
           const YsRegistry *registry,
           const YsStanding *standing,
           YsInstant now,
           GError **error)
{
  g_autoptr (GPtrArray) checks = ys_period_checks (ledger, registry, standing, now, error);

  if (checks == NULL)
    return FALSE;
  for (guint i = 0; i < checks->len; i++)
    {
      const YsPeriodCheck *check = checks->pdata[i];

      if (!check->stops)
        continue;
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN, check->sentence);
      return FALSE;
    }
  return TRUE;
}

/* A second finalising says why the figures are others than those that were published. */
static gboolean
check_reason (const char *reason, guint n_versions, GError **error)
{
  if (n_versions == 0 || *reason != '\0')
    return TRUE;
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("This period was finalised before. Give a reason for finalising it "
                          "again."));
  return FALSE;
}

static gboolean
write_period (YsChange *change, YsPeriod *known, YsPeriod *period, GError **error)
{
  if (known == NULL)
    return ys_change_insert (change, &ys_period_type, period, error);
  period->id = known->id;
  return ys_change_update (change, &ys_period_type, period, NULL, error);
}

static gboolean
freeze (YsChange *change,
        YsLedger *ledger,
        const YsStanding *standing,
        const char *name,
        const char *reason,
        guint version,
        YsInstant now,
        GError **error)
{
  g_autofree char *content = ys_standing_to_json (standing, ledger, error);
  g_autofree char *sha256 = NULL;
  g_autofree char *user = NULL;

  if (content == NULL)
    return FALSE;
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  user = g_strdup (ys_ledger_user (ledger));
  YsPeriodVersion one = { .period = (char *)name,
                          .version = YS_NUMBER (version),
                          .at = now,
                          .user = user,
                          .reason = *reason != '\0' ? (char *)reason : NULL,
                          .content = content,
                          .sha256 = sha256 };
  return ys_change_insert (change, &ys_period_version_type, &one, error);
}

static gboolean
is_finalised (YsPeriod *known, GError **error)
{
  if (known == NULL || !known->finalised)
    return FALSE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN, _ ("%s is finalised already."),
               known->name);
  return TRUE;
}

/* The standing is read inside the change: nobody moves a finding meanwhile. */
static gboolean
finalise (YsLedger *ledger,
          const YsRegistry *registry,
          YsSpan span,
          YsPeriod *known,
          const char *reason,
          YsInstant now,
          GError **error)
{
  g_autofree char *name = ys_span_name (span);
  g_autoptr (YsChange) change = ys_change_begin (ledger, "finalise", error);
  g_autoptr (YsStanding) standing = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  YsPeriod period = { .name = name,
                      .starts_on = ys_span_first (span),
                      .ends_on = ys_span_last (span),
                      .finalised = TRUE,
                      .finalised_at = now,
                      .reason = *reason != '\0' ? (char *)reason : NULL };

  if (change == NULL)
    return FALSE;
  standing = ys_standing_load (ledger, registry, span, NULL, now, NULL, error);
  versions = standing != NULL ? ys_period_versions (ledger, span, error) : NULL;
  return versions != NULL && check_all (ledger, registry, standing, now, error)
         && check_reason (reason, versions->len, error)
         && freeze (change, ledger, standing, name, reason, versions->len + 1, now, error)
         && write_period (change, known, &period, error) && ys_change_commit (change, NULL, error);
}

gboolean
ys_period_finalise (YsLedger *ledger,
                    const YsRegistry *registry,
                    YsSpan span,
                    const char *reason,
                    YsInstant now,
                    GError **error)
{
  g_autofree char *clean = ys_text_clean (reason != NULL ? reason : "");
  g_autoptr (GError) problem = NULL;
  YsPeriod *known;
  gboolean done = FALSE;

  g_return_val_if_fail (ledger != NULL && registry != NULL && now > 0, FALSE);

  known = ys_period_load (ledger, span, &problem);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (!is_finalised (known, error))
    done = finalise (ledger, registry, span, known, clean, now, error);
  if (known != NULL)
    ys_record_free (&ys_period_type, known);
  return done;
}

/* A finalised quarter counts its months' findings: it is reopened first. */
static gboolean
check_longer (YsLedger *ledger, const YsPeriod *known, GError **error)
{
  g_autoptr (GPtrArray) periods = ys_record_store_list (ledger, &ys_period_type, error);

  if (periods == NULL)
    return FALSE;
  for (guint i = 0; i < periods->len; i++)
    {
      const YsPeriod *one = periods->pdata[i];

      if (one->finalised && one->id != known->id
          && ys_date_compare (one->starts_on, known->starts_on) <= 0
          && ys_date_compare (known->ends_on, one->ends_on) <= 0)
        {
          g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
                       _ ("%s is finalised over it. Reopen that first."), one->name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
reopen (YsLedger *ledger, YsPeriod *known, char **reason, GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, "reopen", error);

  if (change == NULL || !check_longer (ledger, known, error))
    return FALSE;
  known->finalised = FALSE;
  known->finalised_at = 0;
  g_free (known->reason);
  known->reason = g_steal_pointer (reason);
  return ys_change_update (change, &ys_period_type, known, NULL, error)
         && ys_change_commit (change, NULL, error);
}

gboolean
ys_period_reopen (YsLedger *ledger, YsSpan span, const char *reason, GError **error)
{
  g_autofree char *clean = ys_text_clean (reason != NULL ? reason : "");
  g_autoptr (GError) problem = NULL;
  YsPeriod *known;
  gboolean done = FALSE;

  g_return_val_if_fail (ledger != NULL, FALSE);

  if (*clean == '\0')
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("Say why the period is reopened."));
      return FALSE;
    }
  known = ys_period_load (ledger, span, &problem);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (known == NULL || !known->finalised)
    g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
                         _ ("This period is not finalised."));
  else
    done = reopen (ledger, known, &clean, error);
  if (known != NULL)
    ys_record_free (&ys_period_type, known);
  return done;
}
