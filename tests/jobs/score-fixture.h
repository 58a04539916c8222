/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger with three compounds of one community, and short ways to enter what is scored. Times are
 * "2026-10-12T09:00". */
#pragma once

#include "fixture.h"
#include "standing.h"

typedef struct
{
  Fixture base;   /* first: fixture_*() take it */
  gint64 a, b, c; /* 甲苑, 乙苑, 丙苑 */
} ScoreFixture;

void score_set_up (ScoreFixture *fixture, gconstpointer data);
void score_tear_down (ScoreFixture *fixture, gconstpointer data);

YsInstant score_instant (const char *text);
YsSpan score_span (const char *name);
/* A visit with findings of these codes ("A1-01*3"), parted by a space; "" is clean. The first
 * finding. */
gint64
score_visit (ScoreFixture *fixture, gint64 compound, int level, const char *at, const char *codes);
/* "passed 2026-10-12T10:00" and other steps of a finding. */
void score_step (ScoreFixture *fixture, gint64 finding, const char *step);
void score_sheet (
    ScoreFixture *fixture, gint64 compound, const char *period, int annex, const char *lines);
gint64 score_case (ScoreFixture *fixture, gint64 compound, const char *at);
void score_confirm (ScoreFixture *fixture, gint64 id, int fault, const char *at);
/* Freezes the standing as the period job does. */
void score_finalise (ScoreFixture *fixture, const char *period, const char *at);
void score_reopen (ScoreFixture *fixture, const char *period);

/* @what_if: (nullable): parted by a space */
YsStanding *
score_load (ScoreFixture *fixture, const char *period, const char *now, const char *what_if);
/* "甲苑 1 105.40 = 98.00 109.00 3.00; …": = tied, ~ equal; "-": not assessed */
char *score_describe (const YsStanding *standing);
/* "finding A1-08 -2.00; …" and asserts that the lines are the row. */
char *score_explain (ScoreFixture *fixture, const YsStanding *standing, gint64 compound);
/* Every value of two standings is the same. */
void score_assert_same (const YsStanding *one, const YsStanding *other);
void score_assert_rows (YsStanding *standing, const char *expected);
void score_assert_working (ScoreFixture *fixture,
                           YsStanding *standing,
                           gint64 compound,
                           const char *expected);
