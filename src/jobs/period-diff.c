/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two versions of a period: compound by compound, figure by figure, with the
 * lines of the working that came, went or changed. */
#include "config.h"

#include "period-private.h"

#include "job-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ys_period_difference_free (YsPeriodDifference *difference)
{
  g_free (difference->name);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference->because);
  g_free (difference);
}

typedef struct
{
  YsLedger *ledger;
  const YsStanding *before;
  const YsStanding *after;
  GPtrArray *differences;
} Comparison;

static void
add (Comparison *comparison,
     const YsStandingRow *row,
     const char *what,
     char *before,
     char *after,
     const char *because)
{
  YsPeriodDifference *difference;

  if (g_strcmp0 (before, after) == 0)
    {
      g_free (before);
      g_free (after);
      return;
    }
  difference = g_new0 (YsPeriodDifference, 1);
  difference->compound_id = row->compound_id;
  difference->name = g_strdup (row->name);
  difference->what = what;
  difference->before = before;
  difference->after = after;
  difference->because = g_strdup (because);
  g_ptr_array_add (comparison->differences, difference);
}

static char *
points_of (const YsStandingRow *row, gint64 points)
{
  return row != NULL && row->score.assessed ? ys_hundredths_to_text (points, FALSE) : g_strdup ("");
}

static char *
rank_of (const YsStandingRow *row)
{
  return row != NULL && row->rank > 0 ? g_strdup_printf ("%u", row->rank) : g_strdup ("");
}

static char *
prize_of (const YsStandingRow *row)
{
  if (row == NULL)
    return g_strdup ("");
  if (row->is_pending)
    return g_strdup (_ ("Pending"));
  return g_strdup (row->prize != YS_PRIZE_UNKNOWN ? ys_choice_label (ys_prize_choices, row->prize)
                                                  : "");
}

static char *
red_of (const YsStandingRow *row)
{
  return g_strdup (row != NULL && row->red ? ys_choice_label (ys_prize_choices, YS_PRIZE_RED) : "");
}

/* What was withdrawn was a finding, or a title. */
static gboolean
is_same_kind (const YsWorkingLine *a, const YsWorkingLine *b)
{
  gboolean withdrawn = a->kind == YS_WORKING_WITHDRAWN || b->kind == YS_WORKING_WITHDRAWN;

  return a->kind == b->kind
         || (withdrawn
             && (a->kind == YS_WORKING_FINDING || b->kind == YS_WORKING_FINDING
                 || a->kind == YS_WORKING_BONUS || b->kind == YS_WORKING_BONUS));
}

/* A line of the working is the same one when it is of the same record; a case has a line for each
 * of its faults. */
static gboolean
is_same_line (const YsWorkingLine *a, const YsWorkingLine *b)
{
  return is_same_kind (a, b) && a->ref == b->ref && g_strcmp0 (a->code, b->code) == 0
         && (a->kind != YS_WORKING_FAULT || g_strcmp0 (a->name, b->name) == 0);
}

static const YsWorkingLine *
find_line (GPtrArray *lines, const YsWorkingLine *wanted)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const YsWorkingLine *line = lines->pdata[i];

      if (is_same_line (line, wanted))
        return line;
    }
  return NULL;
}

static void
tell_line (GString *text, const YsWorkingLine *line, const YsWorkingLine *other)
{
  g_autofree char *now = ys_hundredths_to_text (line->points, FALSE);
  g_autofree char *then = ys_hundredths_to_text (other != NULL ? other->points : 0, FALSE);

  g_string_append_printf (text, "%s%s%s%s %s → %s", text->len > 0 ? "; " : "",
                          line->code != NULL ? line->code : "", line->code != NULL ? " " : "",
                          line->name != NULL ? line->name : "", now, then);
}

/* (transfer full) (nullable): A1-22 占用消防通道 -1.00 → -2.00; … */
static char *
tell_working (Comparison *comparison, gint64 compound_id, GError **error)
{
  g_autoptr (GPtrArray) before
      = ys_standing_explain (comparison->before, comparison->ledger, compound_id, error);
  g_autoptr (GPtrArray) after = NULL;
  GString *text;

  if (before == NULL)
    return NULL;
  after = ys_standing_explain (comparison->after, comparison->ledger, compound_id, error);
  if (after == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < before->len; i++)
    {
      const YsWorkingLine *other = find_line (after, before->pdata[i]);

      if ((other != NULL ? other->points : 0) != ((const YsWorkingLine *)before->pdata[i])->points)
        tell_line (text, before->pdata[i], other);
    }
  for (guint i = 0; i < after->len; i++)
    if (find_line (before, after->pdata[i]) == NULL
        && ((const YsWorkingLine *)after->pdata[i])->points != 0)
      {
        YsWorkingLine nothing = *(const YsWorkingLine *)after->pdata[i];

        nothing.points = 0;
        tell_line (text, &nothing, after->pdata[i]);
      }
  return g_string_free (text, FALSE);
}

static gboolean
compare (Comparison *comparison,
         const YsStandingRow *before,
         const YsStandingRow *after,
         GError **error)
{
  const YsStandingRow *row = after != NULL ? after : before;
  gboolean in_both = before != NULL && after != NULL;
  g_autofree char *because = NULL;

  if (in_both)
    {
      because = tell_working (comparison, row->compound_id, error);
      if (because == NULL)
        return FALSE;
    }
  add (comparison, row, "score", points_of (before, before != NULL ? before->score.score : 0),
       points_of (after, after != NULL ? after->score.score : 0), because);
  add (comparison, row, "long_term",
       points_of (before, before != NULL ? before->score.long_term : 0),
       points_of (after, after != NULL ? after->score.long_term : 0), NULL);
  add (comparison, row, "property", points_of (before, before != NULL ? before->score.property : 0),
       points_of (after, after != NULL ? after->score.property : 0), NULL);
  add (comparison, row, "bonus", points_of (before, before != NULL ? before->score.bonus : 0),
       points_of (after, after != NULL ? after->score.bonus : 0), NULL);
  add (comparison, row, "rank", rank_of (before), rank_of (after), NULL);
  add (comparison, row, "prize", prize_of (before), prize_of (after), NULL);
  add (comparison, row, "red", red_of (before), red_of (after), NULL);
  return TRUE;
}

static gboolean
compare_all (Comparison *comparison, GError **error)
{
  for (guint i = 0; i < ys_standing_n_rows (comparison->after); i++)
    {
      const YsStandingRow *row = ys_standing_row (comparison->after, i);

      if (!compare (comparison, ys_standing_find (comparison->before, row->compound_id), row,
                    error))
        return FALSE;
    }
  for (guint i = 0; i < ys_standing_n_rows (comparison->before); i++)
    {
      const YsStandingRow *row = ys_standing_row (comparison->before, i);

      if (ys_standing_find (comparison->after, row->compound_id) == NULL
          && !compare (comparison, row, NULL, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
ys_period_diff (YsLedger *ledger,
                const YsRegistry *registry,
                YsSpan span,
                guint from,
                guint to,
                YsInstant now,
                GError **error)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (YsStanding) before = NULL;
  g_autoptr (YsStanding) after = NULL;
  Comparison comparison;

  g_return_val_if_fail (ledger != NULL && registry != NULL, NULL);

  versions = ys_period_versions (ledger, span, error);
  if (versions == NULL)
    return NULL;
  if (versions->len == 0)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                           _ ("This period was never finalised: there is nothing to compare "
                              "with."));
      return NULL;
    }
  after = to > 0 ? ys_standing_load_version (ledger, span, to, error)
                 : ys_standing_load (ledger, registry, span, NULL, now, NULL, error);
  if (after == NULL)
    return NULL;
  /* Finalised again: against the version before. */
  if (from == 0)
    from = ys_standing_is_final (after) && versions->len > 1 ? versions->len - 1 : versions->len;
  before = ys_standing_load_version (ledger, span, from, error);
  if (before == NULL)
    return NULL;
  comparison = (Comparison){ ledger, before, after,
                             g_ptr_array_new_with_free_func (
                                 (GDestroyNotify)(void *)ys_period_difference_free) };
  if (compare_all (&comparison, error))
    return comparison.differences;
  g_ptr_array_unref (comparison.differences);
  return NULL;
}
