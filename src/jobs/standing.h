/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The standing of a period: every compound's score with its parts, ranks, awards. A snapshot in memory;
 * frozen when the period is finalised. Scoring, ranking and awards are the rules'; this gathers. */
#pragma once

#include "assessment-job.h"
#include "award.h"
#include "rank.h"
#include "scheme-job.h"
#include "score.h"

G_BEGIN_DECLS

/* A trial (试算): never saved, always marked. Zero and NULL change nothing. */
typedef struct
{
  GPtrArray *edits;     /* (nullable) (element-type YsSchemeEdit): weights, amounts, classes … */
  GArray    *dropped;   /* (nullable) (element-type gint64): findings that cost nothing */
  GArray    *rectified; /* (nullable) (element-type gint64): findings as if repaired in time */
} YsTrial;

YsTrial *ys_trial_new (void);
YsTrial *ys_trial_copy (const YsTrial *trial);
void     ys_trial_free (YsTrial *trial);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsTrial, ys_trial_free)
gboolean ys_trial_is_empty (const YsTrial *trial);
/* "weights=70/30", "drop=123", "rectify=123", "first.amount=5000", "fault_points=3.00": as typed after --what-if and in the
 * page; REFUSED with what to write. */
gboolean ys_trial_add (YsTrial *trial, const char *text, GError **error);

typedef struct
{
  gint64      compound_id;
  const char *name;        /* the standing's */
  const char *community;   /* (nullable) */
  YsScoreParts parts;
  YsScore     score;       /* score.assessed FALSE: not assessed */
  guint       rank;        /* 0: not assessed */
  gboolean    tied, equal;
  gint64      open_places;
  guint       n_places;    /* of findings that count */
  guint       n_visits;    /* at counting levels */
  guint       last_rank;   /* in the period before; 0: none */
  gint64      last_score;  /* -1: none */
  int         prize;       /* YsPrizeKind; UNKNOWN: none; a pending place: see is_pending */
  gboolean    is_pending;
  gint64      amount;      /* fen, Red Property included */
  gboolean    red;
  gboolean    has_party_branch;
  gboolean    veto;
  gint64      party_points; /* annex 3; -1: no sheet */
} YsStandingRow;

typedef struct _YsStanding YsStanding;

/* Any thread. A finalised period is read from its frozen version (unless @trial is given). @trial: (nullable). */
YsStanding *ys_standing_load (YsLedger *ledger, const YsRegistry *registry, YsSpan span, const YsTrial *trial,
                              YsInstant now, GCancellable *cancellable, GError **error);
/* An earlier version of a finalised period. */
YsStanding *ys_standing_load_version (YsLedger *ledger, YsSpan span, guint version, GError **error);
/* After changes: works out anew only what the log says changed since; the same as loading anew. */
gboolean    ys_standing_refresh (YsStanding *standing, YsLedger *ledger, const YsRegistry *registry, YsInstant now, GError **error);
YsStanding *ys_standing_ref (YsStanding *standing);
void        ys_standing_unref (YsStanding *standing);
/* Whether somebody else holds it too, who would see a refresh half done. */
gboolean    ys_standing_is_shared (const YsStanding *standing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsStanding, ys_standing_unref)

YsSpan      ys_standing_span (const YsStanding *standing);
YsInstant   ys_standing_as_of (const YsStanding *standing);   /* now, or when it was finalised */
gboolean    ys_standing_is_final (const YsStanding *standing);
guint       ys_standing_version (const YsStanding *standing); /* 0: open */
gboolean    ys_standing_is_trial (const YsStanding *standing);
const YsSchemeBook *ys_standing_scheme (const YsStanding *standing);
/* Of a YsPrizeKind as the scheme names it; (nullable): no prize. */
const char *ys_standing_prize_name (const YsStanding *standing, int kind);
const YsAwards     *ys_standing_awards (const YsStanding *standing);
/* By rank, then those not assessed by the registry's order. */
guint       ys_standing_n_rows (const YsStanding *standing);
guint       ys_standing_n_assessed (const YsStanding *standing);
const YsStandingRow *ys_standing_row (const YsStanding *standing, guint index);
const YsStandingRow *ys_standing_find (const YsStanding *standing, gint64 compound_id); /* (nullable) */
/* (transfer full): 同分依次比：未整改少、案卷过错少、长效分高；仍同则并列。 as the scheme's chain has it, Chinese. */
char       *ys_standing_rule (const YsStanding *standing);
/* (transfer full) (nullable): how equal scores were split: 11、12 名同为 92.80：未整改 0 处 < 1 处。 */
char       *ys_standing_split (const YsStanding *standing);

/* One line of a score's working; texts are the line's. */
typedef enum
{
  YS_WORKING_FINDING, YS_WORKING_SECOND, /* a second deduction that fell in from a finalised period */
  YS_WORKING_FAULT, YS_WORKING_SHEET, YS_WORKING_EXTRA, YS_WORKING_SURVEY, YS_WORKING_BONUS, YS_WORKING_WITHDRAWN
} YsWorkingKind;

typedef struct
{
  YsWorkingKind kind;
  gint64    ref;        /* finding, case, sheet line, survey or bonus id */
  gint64    case_id;    /* FAULT */
  char     *code;
  char     *name;       /* clause, fault, title */
  char     *group;      /* the clause's, for the waterfall */
  char     *place;
  char     *detail;     /* 09-11 区级暗访 · 逾期未改，1.00 加倍 */
  char     *rule;       /* [002 §4.1(1)] … as CLI.md's working.rule */
  YsInstant at;
  gint64    count;
  gint64    each;       /* hundredths */
  gint64    points;     /* hundredths, signed: −2.00 a deduction; 0 for WITHDRAWN */
  guint     n_photos;
  gboolean  late;       /* FAULT: of a case of a finalised period, decided after that */
} YsWorkingLine;

void       ys_working_line_free (YsWorkingLine *line);
/* (transfer full) (element-type YsWorkingLine): long-term by size, then property, then bonus; adds up to the
 * row's parts exactly. Of a finalised period: as frozen. */
GPtrArray *ys_standing_explain (const YsStanding *standing, YsLedger *ledger, gint64 compound_id, GError **error);

/* "first", …; how CLI.md names a kind of working: finding, second, fault, sheet, extra, survey, bonus, withdrawn */
const char *ys_working_kind_nick (YsWorkingKind kind);

G_END_DECLS
