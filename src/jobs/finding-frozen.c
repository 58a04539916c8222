/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a recheck comes too late for: a finalised period charged a finding twice that was repaired
 * in time after all. Nothing is given back, neither there nor in the next one; the person is told,
 * as reopening is the way [RULINGS Findings; DESIGN, Frozen means frozen]. */
#include "config.h"

#include "finding-private.h"

#include "calendar-record.h"
#include "record-store.h"
#include "standing-private.h"

#include <glib/gi18n-lib.h>

#define SECONDS_PER_MINUTE 60

/* A finalised period and, once they are asked for, the keys of what it charged. */
typedef struct
{
  const YsPeriod *period;
  GHashTable *keys; /* (nullable) */
} Frozen;

static void
frozen_clear (gpointer data)
{
  g_clear_pointer (&((Frozen *)data)->keys, g_hash_table_unref);
}

/* Repaired in time, but shown to be so after the deadline. */
static gboolean
was_in_time (const YsFinding *finding)
{
  YsInstant late = finding->deadline + SECONDS_PER_MINUTE;

  return finding->state == YS_FINDING_CLOSED && finding->deadline != 0
         && finding->rectified_at < late && finding->rechecked_at >= late;
}

static gboolean
read_keys (YsLedger *ledger, Frozen *frozen, GError **error)
{
  g_autofree char *json = NULL;
  g_autoptr (GError) problem = NULL;
  YsSpan span;

  if (frozen->keys != NULL)
    return TRUE;
  frozen->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!ys_span_read (frozen->period->name, &span, NULL))
    return TRUE;
  json = ys_standing_frozen_text (ledger, span, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return json == NULL || ys_standing_read_charged (json, frozen->keys, NULL, error);
}

static gboolean
charged_twice (GHashTable *keys, gint64 id)
{
  g_autofree char *own = g_strdup_printf ("own %" G_GINT64_FORMAT, id);
  g_autofree char *second = g_strdup_printf ("second %" G_GINT64_FORMAT, id);

  return g_hash_table_contains (keys, own) || g_hash_table_contains (keys, second);
}

/* (transfer full) (nullable): the periods that charged it twice, parted by a comma. */
static char *
name_periods (YsLedger *ledger, GArray *frozen, const YsFinding *finding, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  YsDate found = ys_instant_to_date (finding->found_at);

  for (guint i = 0; i < frozen->len; i++)
    {
      Frozen *one = &g_array_index (frozen, Frozen, i);

      if (ys_date_compare (one->period->ends_on, found) < 0)
        continue;
      if (!read_keys (ledger, one, error))
        return NULL;
      if (charged_twice (one->keys, finding->id))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", one->period->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
note_one (YsLedger *ledger, GArray *frozen, gint64 id, GPtrArray *notes, GError **error)
{
  g_autoptr (YsFindingView) view = ys_finding_load (ledger, id, 0, error);
  g_autofree char *names = NULL;
  g_autofree char *number = NULL;

  if (view == NULL)
    return FALSE;
  if (!was_in_time (&view->finding))
    return TRUE;
  names = name_periods (ledger, frozen, &view->finding, error);
  if (names == NULL)
    return FALSE;
  number = ys_count_to_text (id, FALSE);
  if (*names != '\0')
    g_ptr_array_add (notes, g_strdup_printf (
                                /* Translators: number of a finding, its compound, its clause,
                                   finalised periods (twice) */
                                _ ("Finding %s (%s, %s) was repaired in time, but %s charged it "
                                   "twice and is finalised: "
                                   "nothing is given back. Reopen %s with a reason to take the "
                                   "second deduction back."),
                                number, view->compound, view->code, names, names));
  return TRUE;
}

GPtrArray *
ys_finding_frozen_notes (YsLedger *ledger, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) periods = NULL;
  g_autoptr (GArray) frozen = g_array_new (FALSE, TRUE, sizeof (Frozen));

  g_return_val_if_fail (ledger != NULL && (ids != NULL || n_ids == 0), NULL);

  g_array_set_clear_func (frozen, frozen_clear);
  periods = ys_record_store_list (ledger, &ys_period_type, error);
  if (periods == NULL)
    return NULL;
  for (guint i = 0; i < periods->len; i++)
    {
      Frozen one = { periods->pdata[i], NULL };

      if (one.period->finalised)
        g_array_append_val (frozen, one);
    }
  for (guint i = 0; frozen->len > 0 && i < n_ids; i++)
    /* A work list's numbers of cases are negative. */
    if (ids[i] > 0 && !note_one (ledger, frozen, ids[i], notes, error))
      return NULL;
  return g_steal_pointer (&notes);
}
