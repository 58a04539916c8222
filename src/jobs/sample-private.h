/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a sample share: the ledger that is filled, in changes of a bearable size. */
#pragma once

#include "catalogue.h"
#include "change.h"
#include "sample-words.h"
#include "sample.h"
#include "work-calendar.h"

G_BEGIN_DECLS

/* Annex 1 as it is built in. */
#define YS_SAMPLE_CATALOGUE 1

typedef struct _YsSampleCases YsSampleCases;

/* A finding that gets photos. */
typedef struct
{
  gint64 finding_id;
  gboolean is_repaired;
} YsSampleShown;

typedef struct
{
  YsLedger *ledger;
  YsSampleRandom random;
  const gint64 *compounds; /* ids */
  guint n_compounds;
  guint max_findings;
  guint max_cases;

  YsWorkCalendar *calendar;
  YsChange *change;
  guint n_in_change; /* records since it began */
  GPtrArray *all_clauses;
  GPtrArray *clauses;  /* (element-type YsClause): of annex 1; borrowed from all */
  guint *clause_chances; /* running sums */
  guint n_findings; /* so far */
  guint n_cases;
  YsSampleCases *cases;
  GArray *shown; /* (element-type YsSampleShown) */
} YsSampleWork;

/* Adds one record; a new change begins when the old one is long. */
gboolean ys_sample_insert (YsSampleWork *work, const YsRecordType *type, gpointer record, GError **error);
/* A change may end here: no record refers to one that is not written. */
gboolean ys_sample_rest (YsSampleWork *work, GError **error);

const YsClause *ys_sample_clause (YsSampleWork *work);
/* An instant in the sessions of a worked day, not after the end of the sample. */
YsInstant ys_sample_instant (YsSampleWork *work, YsDate day);

/* @n_years of inspections and cases up to YS_SAMPLE_NOW. The caller fills the members above
 * @calendar. */
gboolean ys_sample_fill_work (YsSampleWork *work, guint n_years, YsProgressFunc progress,
                              gpointer user_data, GError **error);
/* Sheets, surveys, titles and decisions of the last year; all but its last full month are finalised. */
gboolean ys_sample_fill_scores (YsLedger *ledger, guint32 seed, GError **error);
/* Inspections of one day until the sample has @n_findings. */
gboolean ys_sample_fill_inspections (YsSampleWork *work, YsDate day, guint n_findings, GError **error);
/* Cases of one day until the sample has @n_cases; the faults of a month when it is over. */
YsSampleCases *ys_sample_cases_new (void);
void           ys_sample_cases_free (YsSampleCases *cases);
gboolean       ys_sample_fill_cases (YsSampleWork *work, YsDate day, guint n_cases, GError **error);
/* Of what was found last. */
gboolean ys_sample_fill_photos (YsSampleWork *work, GError **error);

/* (transfer none): words for work, all invented. */
const char *ys_sample_place (YsSampleRandom *random, char buffer[64]);
const char *ys_sample_note (YsSampleRandom *random, const YsClause *clause, char buffer[256]);
const char *ys_sample_officer (YsSampleRandom *random);
const char *ys_sample_channel (YsSampleRandom *random);
/* (nullable): what is said at a step, by YsEventKind. */
const char *ys_sample_saying (YsSampleRandom *random, int event_kind);

G_END_DECLS
