/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of the last periods, read once for every compound, and the line of one of them as a small
 * chart. */
#pragma once

#include "chart.h"
#include "standing.h"

G_BEGIN_DECLS

/* As many periods as the trend of a period looks back over. */
#define YS_TREND_PERIODS 12

typedef struct _YsScoreTrack YsScoreTrack;

/* In a thread. The periods up to @last; of free days the months up to their end. @spare: (transfer full) (nullable): an
 * earlier one, brought up to date where its periods are the same. */
YsScoreTrack *ys_score_track_read (YsLedger *ledger, const YsRegistry *registry, YsSpan last, YsScoreTrack *spare,
                                   YsInstant now, GCancellable *cancellable, GError **error);
void          ys_score_track_free (YsScoreTrack *track);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsScoreTrack, ys_score_track_free)

/* One compound's, from its first scored period to its last. */
typedef struct
{
  gint64  compound_id;
  char   *name;
  guint   rank;      /* in the last of them */
  GStrv   periods;   /* 10月, oldest first */
  gint64 *scores;    /* hundredths; YS_NO_POINTS a gap */
} YsScoreLine;

/* (transfer full) (nullable): NULL: it was never scored in these periods. */
YsScoreLine *ys_score_track_line (const YsScoreTrack *track, gint64 compound_id);
void         ys_score_line_free (YsScoreLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsScoreLine, ys_score_line_free)
/* (transfer full): bare, for a page. */
YsScene     *ys_score_line_layout (const YsScoreLine *line, double width, double height, PangoContext *context);

/* (transfer full): 10月, 四季度, 下半年, 2026年: a period on the axis. */
char  *ys_score_track_label (YsSpan span);
/* The last period of a trend that is looked at from @span on @today: of free days the month in which they end, or in
 * which they are looked at before that. */
YsSpan ys_score_track_last (YsSpan span, YsDate today);

G_END_DECLS
