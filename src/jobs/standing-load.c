/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a standing comes from: its frozen version, or the ledger as it is now. */
#include "config.h"

#include "standing-data.h"

#include "award-record.h"
#include "calendar-record.h"
#include "ledger.h"
#include "record-store.h"

#include <glib/gi18n-lib.h>

static int
compare_closed (gconstpointer a, gconstpointer b)
{
  const YsClosedSpan *one = a, *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

/* The other finalised periods of this kind, and since when one may have been reopened: it is open
 * now, or a reason was asked for when it was finalised again. */
static gboolean
read_periods (YsStanding *standing, YsLedger *ledger, YsInstant *out_finalised_at, GError **error)
{
  g_autoptr (GPtrArray) periods = ys_record_store_list (ledger, &ys_period_type, error);

  *out_finalised_at = 0;
  for (guint i = 0; periods != NULL && i < periods->len; i++)
    {
      const YsPeriod *period = periods->pdata[i];
      YsClosedSpan closed = { .finalised_at = period->finalised_at };
      gboolean own, reopened;

      if (!ys_span_read (period->name, &closed.span, NULL)
          || closed.span.kind != standing->span.kind)
        continue;
      closed.start = ys_span_start (closed.span);
      closed.end = ys_span_end (closed.span);
      own = ys_span_equal (closed.span, standing->span);
      reopened = !period->finalised || period->reason != NULL;
      if (own)
        standing->reopened = reopened;
      if (reopened && (standing->moved_from == 0 || closed.start < standing->moved_from))
        standing->moved_from = closed.start;
      if (!period->finalised)
        continue;
      if (own)
        *out_finalised_at = period->finalised_at;
      else if (closed.start < ys_span_start (standing->span))
        g_array_append_val (standing->closed, closed);
      else
        g_array_append_val (standing->later, closed);
    }
  g_array_sort (standing->closed, compare_closed);
  return periods != NULL;
}

/* The newest one, or @version; NULL without error: none. */
static YsPeriodVersion *
find_version (GPtrArray *versions, guint version)
{
  YsPeriodVersion *found = NULL;

  for (guint i = 0; i < versions->len; i++)
    {
      YsPeriodVersion *one = versions->pdata[i];

      if (version != 0 ? one->version.value == version
                       : found == NULL || one->version.value > found->version.value)
        found = one;
    }
  return found;
}

static gboolean
check_content (const YsPeriodVersion *version, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, version->content, -1);

  if (g_str_equal (sha256, version->sha256))
    return TRUE;
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
               _ ("What was finalised for %s was altered outside the program. Restore a backup."),
               version->period);
  return FALSE;
}

char *
ys_standing_frozen_text (YsLedger *ledger, YsSpan span, GError **error)
{
  g_autofree char *period = ys_span_name (span);
  g_autoptr (GPtrArray) versions
      = ys_record_store_list_of_period (ledger, &ys_period_version_type, period, error);
  YsPeriodVersion *found = versions != NULL ? find_version (versions, 0) : NULL;

  return found != NULL ? g_steal_pointer (&found->content) : NULL;
}

YsStanding *
ys_standing_load_frozen (YsLedger *ledger, YsSpan span, guint version, GError **error)
{
  g_autofree char *period = ys_span_name (span);
  g_autoptr (GPtrArray) versions
      = ys_record_store_list_of_period (ledger, &ys_period_version_type, period, error);
  const YsPeriodVersion *found = versions != NULL ? find_version (versions, version) : NULL;

  if (found == NULL || !check_content (found, error))
    return NULL;
  return ys_standing_from_json (found->content, span, (guint)found->version.value, error);
}

YsStanding *
ys_standing_load_version (YsLedger *ledger, YsSpan span, guint version, GError **error)
{
  g_autoptr (GError) local = NULL;
  YsStanding *standing;

  g_return_val_if_fail (ledger != NULL && version > 0, NULL);

  standing = ys_standing_load_frozen (ledger, span, version, &local);
  if (standing == NULL && local == NULL)
    {
      g_autofree char *period = ys_span_name (span);

      g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND,
                   _ ("%s was never finalised as version %u. Choose a version that is listed."),
                   period, version);
    }
  else if (standing == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return standing;
}

static YsTrial *
copy_trial (const YsTrial *trial)
{
  YsTrial *copy = ys_trial_new ();

  for (guint i = 0; trial->edits != NULL && i < trial->edits->len; i++)
    {
      const YsSchemeEdit *edit = trial->edits->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s=%s", edit->field, edit->text);

      ys_trial_add (copy, text, NULL);
    }
  if (trial->dropped != NULL)
    copy->dropped = g_array_copy (trial->dropped);
  if (trial->rectified != NULL)
    copy->rectified = g_array_copy (trial->rectified);
  return copy;
}

/* (transfer full) (nullable) */
static GHashTable *
set_of (GArray *ids)
{
  GHashTable *set;

  if (ids == NULL || ids->len == 0)
    return NULL;
  set = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, &g_array_index (ids, gint64, i));
  return set;
}

static gboolean
read_scheme (YsStanding *standing, YsLedger *ledger, GError **error)
{
  const YsTrial *trial = standing->trial;

  if (standing->book == NULL)
    standing->book = ys_scheme_load (ledger, standing->span, error);
  if (standing->book == NULL)
    return FALSE;
  if (trial != NULL && trial->edits != NULL && trial->edits->len > 0)
    {
      g_autofree YsSchemeEdit *edits = g_new (YsSchemeEdit, trial->edits->len);

      for (guint i = 0; i < trial->edits->len; i++)
        edits[i] = *(const YsSchemeEdit *)trial->edits->pdata[i];
      if (!ys_scheme_book_edit (standing->book, edits, trial->edits->len, error))
        return FALSE;
    }
  for (int level = 0; level < (int)G_N_ELEMENTS (standing->counts); level++)
    standing->counts[level] = level <= YS_INSPECTION_LEVEL_SELF
                              && level != YS_INSPECTION_LEVEL_UNKNOWN
                              && ys_scheme_level_counts (standing->book->scheme, level);
  return TRUE;
}

/* A withdrawn compound stays in the periods that ended before its withdrawal. */
static gboolean
belongs (const YsStanding *standing, const YsCompound *compound)
{
  return !compound->withdrawn
         || (ys_date_is_full (compound->withdrawn_on)
             && ys_date_compare (ys_span_last (standing->span), compound->withdrawn_on) < 0);
}

static void
add_rows (YsStanding *standing, const YsRegistry *registry)
{
  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      const YsRegistryItem *item = ys_registry_item (registry, i);

      if (belongs (standing, item->compound))
        ys_standing_add_row (standing, item->compound->id, item->compound->name, item->community)
            ->has_party_branch
            = item->compound->party_branch == YS_ANSWER_YES;
    }
}

/* Free days that cut a month are scored anew: see ys_standing_rule(). */
static gboolean
make_months (YsStanding *standing,
             YsLedger *ledger,
             const YsRegistry *registry,
             YsInstant now,
             GError **error)
{
  YsSpan month;

  if (standing->book->scheme->longer != YS_LONGER_MEAN
      || ys_span_whole_months (standing->span) <= 1)
    return TRUE;
  standing->months = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_standing_unref);
  for (month = ys_span_of (YS_SPAN_MONTH, ys_span_first (standing->span));
       ys_span_start (month) < ys_span_end (standing->span); month = ys_span_add (month, 1))
    {
      YsStanding *one = ys_standing_make (ledger, registry, month, standing->trial, now,
                                          YS_STANDING_ALONE, error);

      if (one == NULL)
        return FALSE;
      g_ptr_array_add (standing->months, one);
    }
  return TRUE;
}

static gboolean
fill (YsStanding *standing,
      YsLedger *ledger,
      const YsRegistry *registry,
      YsInstant now,
      YsStandingParts parts,
      GError **error)
{
  if (!read_scheme (standing, ledger, error))
    return FALSE;
  add_rows (standing, registry);
  if (!ys_standing_gather (standing, ledger, 0, error)
      || !ys_standing_gather_entries (standing, ledger, error)
      || !make_months (standing, ledger, registry, now, error))
    return FALSE;
  if ((parts & YS_STANDING_WITH_LAST) != 0)
    {
      standing->last = ys_standing_make (ledger, registry, ys_span_add (standing->span, -1), NULL,
                                         now, YS_STANDING_ALONE, error);
      if (standing->last == NULL)
        return FALSE;
    }
  ys_standing_rank (standing);
  return TRUE;
}

/* A finalised period is worked out anew for a trial only: with its own scheme, as it was known
 * then. */
static gboolean
look_back (YsStanding *standing, YsLedger *ledger, YsInstant finalised_at, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YsStanding) frozen = ys_standing_load_frozen (ledger, standing->span, 0, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  standing->now = standing->as_of = finalised_at;
  standing->final = TRUE;
  if (frozen != NULL)
    {
      standing->version = frozen->version;
      standing->book = ys_scheme_book_copy (frozen->book);
    }
  return TRUE;
}

YsStanding *
ys_standing_make (YsLedger *ledger,
                  const YsRegistry *registry,
                  YsSpan span,
                  const YsTrial *trial,
                  YsInstant now,
                  YsStandingParts parts,
                  GError **error)
{
  g_autoptr (YsStanding) standing = ys_standing_new (span);
  g_autoptr (GError) local = NULL;
  YsInstant finalised_at;

  standing->now = now;
  /* Before anything is read: what is written meanwhile is seen by the next refresh. */
  standing->seq = ys_score_store_last_line (ledger, error);
  if (standing->seq < 0 || !read_periods (standing, ledger, &finalised_at, error))
    return NULL;
  if (trial != NULL && !ys_trial_is_empty (trial))
    {
      standing->trial = copy_trial (trial);
      standing->dropped = set_of (standing->trial->dropped);
      standing->rectified = set_of (standing->trial->rectified);
    }
  if (finalised_at != 0 && standing->trial == NULL)
    {
      YsStanding *frozen = ys_standing_load_frozen (ledger, span, 0, &local);

      if (frozen != NULL)
        frozen->seq = standing->seq;
      if (frozen != NULL || local != NULL)
        {
          if (local != NULL)
            g_propagate_error (error, g_steal_pointer (&local));
          return frozen;
        }
    }
  if (finalised_at != 0 && !look_back (standing, ledger, finalised_at, error))
    return NULL;
  return fill (standing, ledger, registry, now, parts, error) ? g_steal_pointer (&standing) : NULL;
}

YsStanding *
ys_standing_load (YsLedger *ledger,
                  const YsRegistry *registry,
                  YsSpan span,
                  const YsTrial *trial,
                  YsInstant now,
                  GCancellable *cancellable,
                  GError **error)
{
  YsStanding *standing;

  g_return_val_if_fail (ledger != NULL && registry != NULL, NULL);

  ys_ledger_set_cancellable (ledger, cancellable);
  standing = ys_standing_make (ledger, registry, span, trial, now, YS_STANDING_WITH_LAST, error);
  ys_ledger_set_cancellable (ledger, NULL);
  return standing;
}
