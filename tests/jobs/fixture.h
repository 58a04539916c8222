/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty ledger of an invented office in a folder of its own, gone after the test. */
#pragma once

#include "ledger.h"
#include "registry.h"

typedef struct
{
  char *root;   /* a new folder for whatever the test writes */
  char *folder; /* the ledger's, inside */
  YsLedger *ledger;
} Fixture;

/* For g_test_add(). */
void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* "today" of all tests of jobs: Monday, 12 October 2026. */
extern const YsDate fixture_today;
extern const YsInstant fixture_now;

/* Adds a compound; FIELD=VALUE as given, ends with NULL. Fails the test when refused. */
gint64
fixture_add (Fixture *fixture, const char *name, const char *community, ...) G_GNUC_NULL_TERMINATED;
/* Sets one field of one compound. */
void fixture_set (Fixture *fixture, gint64 id, const char *field, const char *text);
/* (transfer full): the compound as it is stored */
YsCompound *fixture_load (Fixture *fixture, gint64 id);
/* (transfer full): every record of the registry as text, for comparing whole states */
char *fixture_dump (Fixture *fixture);
