/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two compounds and cases on them, in few words. */
#pragma once

#include "case-job.h"
#include "fixture.h"

typedef struct
{
  Fixture base; /* first: fixture_*() take it */
  gint64 garden;
  gint64 court;
} CaseFixture;

void case_fixture_set_up (CaseFixture *fixture, gconstpointer data);
void case_fixture_tear_down (CaseFixture *fixture, gconstpointer data);

/* "2026-10-12T09:00" */
YsInstant case_instant (const char *text);
/* A city's case of @code on the garden, at @place (nullable). Fails the test when refused. */
gint64 case_add (
    CaseFixture *fixture, const char *number, const char *code, const char *at, const char *place);
/* Takes a step; TRUE when allowed. */
gboolean case_step (CaseFixture *fixture, gint64 id, int kind, const char *at, GError **error);
/* (transfer full): the case as it is stored */
YsCase *case_load (CaseFixture *fixture, gint64 id);
/* (transfer full): "N3 repeated N1、N2、N3; …" of all undecided proposals of all time */
char *case_proposals (CaseFixture *fixture, const char *now);
/* Makes October 2026, or whatever month, final. */
void case_finalise (CaseFixture *fixture, const char *name, const char *finalised_at);
/* (transfer full): every record of cases as text */
char *case_dump (CaseFixture *fixture);
