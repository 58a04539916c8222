/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger with one compound of one community, and short ways to enter findings and take steps.
 * Times are "DDTHH:MM" of October 2026; Monday the 12th to Friday the 16th are worked. */
#pragma once

#include "finding-job.h"
#include "fixture.h"
#include "inspection-job.h"

typedef struct
{
  Fixture base;
  gint64 compound;
} Yard;

void yard_set_up (Yard *yard, gconstpointer data);
void yard_tear_down (Yard *yard, gconstpointer data);

YsInstant october (const char *text);
/* Asserts that the instant is that minute; NULL: none. */
void assert_october (YsInstant instant, const char *text);

/* One inspection with one finding of one clause; gives the finding. Fails the test when refused. */
gint64 yard_find (Yard *yard, int level, const char *code, const char *at);
/* One inspection with findings of these codes ("A1-01*3@东门"); ids in order when asked for. */
gint64
yard_inspect (Yard *yard, int level, const char *at, GArray **out_ids, ...) G_GNUC_NULL_TERMINATED;
/* Takes one step; "kind DDTHH:MM[>DDTHH:MM]". FALSE with the error when it is refused. */
gboolean yard_step (Yard *yard, gint64 id, const char *step, GError **error);
/* The same, and fails the test when refused. */
void yard_take (Yard *yard, gint64 id, const char *step);
/* (transfer full): as it is at that time */
YsFindingView *yard_look (Yard *yard, gint64 id, const char *now);
/* (transfer full): every inspection, finding and event as text */
char *yard_dump (Yard *yard);
/* Finalises October 2026. */
void yard_finalise (Yard *yard, const char *name, YsDate first, YsDate last);
