/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole standings are kept: to go from compound to compound costs nothing, and after a change only
 * what changed is worked out. */
#include "config.h"

#include "score-track.h"

#include <string.h>

struct _YsScoreTrack
{
  GPtrArray *standings; /* (element-type YsStanding), oldest first */
};

static void
unref_standing (gpointer data)
{
  ys_standing_unref (data);
}

void
ys_score_track_free (YsScoreTrack *track)
{
  if (track == NULL)
    return;
  g_ptr_array_unref (track->standings);
  g_free (track);
}

YsSpan
ys_score_track_last (YsSpan span, YsDate today)
{
  YsDate last = ys_span_last (span);

  if (span.kind != YS_SPAN_CUSTOM)
    return span;
  if (ys_date_compare (today, last) < 0)
    last = ys_date_compare (today, span.first) < 0 ? span.first : today;
  return ys_span_of (YS_SPAN_MONTH, last);
}

char *
ys_score_track_label (YsSpan span)
{
  g_autofree char *label = ys_span_label (span);
  const char *year = strstr (label, "年");

  return g_strdup (year != NULL && year[strlen ("年")] != '\0' ? year + strlen ("年") : label);
}

/* (transfer none) (nullable) */
static YsStanding *
find_spare (YsScoreTrack *spare, YsSpan span)
{
  for (guint i = 0; spare != NULL && i < spare->standings->len; i++)
    if (ys_span_equal (ys_standing_span (spare->standings->pdata[i]), span))
      return spare->standings->pdata[i];
  return NULL;
}

YsScoreTrack *
ys_score_track_read (YsLedger *ledger,
                     const YsRegistry *registry,
                     YsSpan last,
                     YsScoreTrack *spare,
                     YsInstant now,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (YsScoreTrack) known = spare;
  g_autoptr (YsScoreTrack) track = g_new0 (YsScoreTrack, 1);
  YsSpan end = ys_score_track_last (last, ys_instant_to_date (now));

  g_return_val_if_fail (ledger != NULL && registry != NULL, NULL);

  track->standings = g_ptr_array_new_with_free_func (unref_standing);
  for (int i = YS_TREND_PERIODS - 1; i >= 0; i--)
    {
      YsSpan span = ys_span_add (end, -i);
      YsStanding *one = find_spare (known, span);

      if (one == NULL)
        one = ys_standing_load (ledger, registry, span, NULL, now, cancellable, error);
      else if (ys_standing_refresh (one, ledger, registry, now, error))
        ys_standing_ref (one);
      else
        one = NULL;
      if (one == NULL)
        return NULL;
      g_ptr_array_add (track->standings, one);
    }
  return g_steal_pointer (&track);
}

/* (nullable) */
static const YsStandingRow *
scored_row (const YsScoreTrack *track, guint period, gint64 compound_id)
{
  const YsStandingRow *row = ys_standing_find (track->standings->pdata[period], compound_id);

  return row != NULL && row->score.assessed ? row : NULL;
}

YsScoreLine *
ys_score_track_line (const YsScoreTrack *track, gint64 compound_id)
{
  guint first = 0, end = track->standings->len, n;
  const YsStandingRow *row;
  YsScoreLine *line;

  g_return_val_if_fail (track != NULL, NULL);

  while (end > 0 && scored_row (track, end - 1, compound_id) == NULL)
    end--;
  while (first < end && scored_row (track, first, compound_id) == NULL)
    first++;
  n = end - first;
  if (n == 0)
    return NULL;
  row = scored_row (track, end - 1, compound_id);
  line = g_new0 (YsScoreLine, 1);
  line->compound_id = compound_id;
  line->name = g_strdup (row->name);
  line->rank = row->rank;
  line->periods = g_new0 (char *, n + 1);
  line->scores = g_new (gint64, n);
  for (guint i = 0; i < n; i++)
    {
      row = scored_row (track, first + i, compound_id);
      line->periods[i]
          = ys_score_track_label (ys_standing_span (track->standings->pdata[first + i]));
      line->scores[i] = row != NULL ? row->score.score : YS_NO_POINTS;
    }
  return line;
}

void
ys_score_line_free (YsScoreLine *line)
{
  if (line == NULL)
    return;
  g_free (line->name);
  g_strfreev (line->periods);
  g_free (line->scores);
  g_free (line);
}

YsScene *
ys_score_line_layout (const YsScoreLine *line, double width, double height, PangoContext *context)
{
  const YsTrendLine one = { line->compound_id, line->name, NULL, line->rank, line->scores };
  const YsTrendData data
      = { (const char *const *)line->periods, g_strv_length (line->periods), &one, 1 };
  const YsChartFrame frame = { .bare = TRUE };

  return ys_trend_layout (&data, &frame, width, height, context);
}
