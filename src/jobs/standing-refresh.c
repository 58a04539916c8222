/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a standing up to date by what the log says changed and by what fell due meanwhile: the
 * sums of those compounds anew, then all scores and ranks, which cost little. What it cannot tell,
 * it loads anew. */
#include "config.h"

#include "standing-data.h"

#include <string.h>

typedef struct
{
  GHashTable *compounds; /* set of gint64 */
  GArray *refs;          /* of Ref: to look up when the log is read */
  gboolean entries;      /* sheets, bonuses, surveys, decisions */
  gboolean all;
} Changes;

typedef struct
{
  const char *record;
  gint64 id;
} Ref;

/* What a line about such a record touches; what is not listed is the registry, a scheme, a period.
 */
typedef enum
{
  TOUCHES_NOTHING,
  TOUCHES_COMPOUND,
  TOUCHES_CASE,
  TOUCHES_ENTRIES
} Touch;

static const struct
{
  const char *record;
  Touch touch;
} touches[] = {
  { "finding", TOUCHES_COMPOUND },       { "inspection", TOUCHES_COMPOUND },
  { "platform_case", TOUCHES_COMPOUND }, { "case_fault", TOUCHES_CASE },
  { "assessment", TOUCHES_ENTRIES },     { "assessment_item", TOUCHES_ENTRIES },
  { "bonus", TOUCHES_ENTRIES },          { "survey", TOUCHES_ENTRIES },
  { "award_decision", TOUCHES_ENTRIES }, { "catalogue", TOUCHES_ENTRIES },
  { "clause", TOUCHES_ENTRIES },         { "event", TOUCHES_NOTHING },
  { "photo", TOUCHES_NOTHING },          { "contact", TOUCHES_NOTHING },
  { "case_procedure", TOUCHES_NOTHING }, { "sheet_waiver", TOUCHES_NOTHING },
  { "twin_decision", TOUCHES_NOTHING },  { "payout", TOUCHES_NOTHING },
  { "filed_report", TOUCHES_NOTHING },   { "submission", TOUCHES_NOTHING },
};

static void
add_compound (Changes *changes, gint64 id)
{
  if (id > 0)
    g_hash_table_add (changes->compounds, g_memdup2 (&id, sizeof id));
}

/* The id of a reference in a line's JSON; quotes inside texts are escaped, so that the key is one.
 * 0: none. */
static gint64
ref_in (const char *json, const char *key)
{
  const char *at = json != NULL ? strstr (json, key) : NULL;

  return at != NULL ? g_ascii_strtoll (at + strlen (key), NULL, 10) : 0;
}

static void
add_ref (Changes *changes, const char *record, gint64 id)
{
  Ref ref = { record, id };

  if (id > 0)
    g_array_append_val (changes->refs, ref);
}

static void
add_line (
    const char *record, gint64 record_id, const char *before, const char *after, gpointer user_data)
{
  Changes *changes = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (touches); i++)
    if (g_str_equal (touches[i].record, record))
      {
        switch (touches[i].touch)
          {
          case TOUCHES_NOTHING:
            break;
          case TOUCHES_ENTRIES:
            changes->entries = TRUE;
            break;
          case TOUCHES_COMPOUND:
            add_compound (changes, ref_in (before, "\"compound\":{\"id\":"));
            add_compound (changes, ref_in (after, "\"compound\":{\"id\":"));
            add_ref (changes, touches[i].record, record_id);
            break;
          case TOUCHES_CASE:
            add_ref (changes, "platform_case", ref_in (before, "\"case\":{\"id\":"));
            add_ref (changes, touches[i].record, record_id);
            break;
          }
        return;
      }
  changes->all = TRUE;
}

static void
changes_clear (Changes *changes)
{
  g_clear_pointer (&changes->compounds, g_hash_table_unref);
  g_clear_pointer (&changes->refs, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Changes, changes_clear)

static gboolean
read_changes (YsLedger *ledger, gint64 seq, Changes *changes, GError **error)
{
  changes->compounds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  changes->refs = g_array_new (FALSE, FALSE, sizeof (Ref));
  if (!ys_score_store_lines_after (ledger, seq, add_line, changes, error))
    return FALSE;
  for (guint i = 0; !changes->all && i < changes->refs->len; i++)
    {
      const Ref *ref = &g_array_index (changes->refs, Ref, i);
      gint64 compound_id = ys_score_store_compound_of (ledger, ref->record, ref->id, error);

      if (compound_id < 0)
        return FALSE;
      add_compound (changes, compound_id);
    }
  return TRUE;
}

/* What falls due, or is no longer due, between the two instants. */
static gboolean
add_due (YsLedger *ledger, YsInstant from, YsInstant to, Changes *changes, GError **error)
{
  g_autoptr (GArray) due = NULL;

  if (from == to)
    return TRUE;
  due = ys_score_store_due_between (ledger, MIN (from, to), MAX (from, to), error);
  for (guint i = 0; due != NULL && i < due->len; i++)
    add_compound (changes, g_array_index (due, gint64, i));
  return due != NULL;
}

static gboolean
gather_changed (YsStanding *standing, YsLedger *ledger, const Changes *changes, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  /* Where many changed, one pass over the period is cheaper. */
  if (g_hash_table_size (changes->compounds) > standing->rows->len / 8 + 1)
    return ys_standing_gather (standing, ledger, 0, error);
  g_hash_table_iter_init (&iter, changes->compounds);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (ys_standing_row_of (standing, *(gint64 *)id) != NULL
        && !ys_standing_gather (standing, ledger, *(gint64 *)id, error))
      return FALSE;
  return TRUE;
}

/* What is final does not move; its period's own lines load it anew. */
static gboolean
apply (
    YsStanding *standing, YsLedger *ledger, const Changes *changes, YsInstant now, GError **error)
{
  if (standing->final)
    return TRUE;
  standing->now = now;
  if (!gather_changed (standing, ledger, changes, error)
      || (changes->entries && !ys_standing_gather_entries (standing, ledger, error)))
    return FALSE;
  for (guint i = 0; standing->months != NULL && i < standing->months->len; i++)
    if (!apply (standing->months->pdata[i], ledger, changes, now, error))
      return FALSE;
  if (standing->last != NULL && !apply (standing->last, ledger, changes, now, error))
    return FALSE;
  ys_standing_rank (standing);
  return TRUE;
}

static gboolean
load_anew (YsStanding *standing,
           YsLedger *ledger,
           const YsRegistry *registry,
           YsInstant now,
           GError **error)
{
  g_autoptr (YsStanding) anew = ys_standing_make (ledger, registry, standing->span, standing->trial,
                                                  now, YS_STANDING_WITH_LAST, error);

  if (anew == NULL)
    return FALSE;
  ys_standing_take (standing, anew);
  return TRUE;
}

gboolean
ys_standing_refresh (YsStanding *standing,
                     YsLedger *ledger,
                     const YsRegistry *registry,
                     YsInstant now,
                     GError **error)
{
  g_auto (Changes) changes = { 0 };
  gint64 seq;

  g_return_val_if_fail (standing != NULL && ledger != NULL && registry != NULL, FALSE);

  seq = ys_score_store_last_line (ledger, error);
  if (seq < 0 || !read_changes (ledger, standing->seq, &changes, error))
    return FALSE;
  if (changes.all)
    return load_anew (standing, ledger, registry, now, error);
  if (standing->final)
    {
      standing->seq = seq;
      return TRUE;
    }
  if (!add_due (ledger, standing->now, now, &changes, error)
      || !apply (standing, ledger, &changes, now, error))
    {
      /* Half of it may be done: the next time everything is. */
      standing->seq = 0;
      return FALSE;
    }
  standing->seq = seq;
  return TRUE;
}
