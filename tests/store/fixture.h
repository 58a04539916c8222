/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fresh ledger in a folder of its own for each test, and short ways to fill it. */
#pragma once

#include "audit.h"
#include "change.h"
#include "community.h"
#include "company.h"
#include "compound.h"
#include "ledger.h"
#include "record-store.h"
#include "submission.h"

#define USER "示例用户"

typedef struct
{
  char *folder; /* of the ledger; inside a temporary one */
  YsLedger *ledger;
  gint64 community;
} Fixture;

/* One community, 梅园社区. */
void    fixture_set_up (Fixture *fixture, gconstpointer unused);
void    fixture_tear_down (Fixture *fixture, gconstpointer unused);
/* Frees the ledger and opens it again. */
void    fixture_reopen (Fixture *fixture);
char   *fixture_make_folder (void);
void    fixture_remove_folder (const char *folder);
/* Of the program's own name, in @folder. */
YsLedger *fixture_create (const char *folder, GError **error);

/* Each is one change; the id, or the change's number. */
gint64  fixture_add_community (YsLedger *ledger, const char *name, const char *town);
gint64  fixture_add_compound (YsLedger *ledger, gint64 community, const char *name);
gint64  fixture_set_class (YsLedger *ledger, gint64 compound, int class);
int     fixture_get_class (YsLedger *ledger, gint64 compound);
gint64  fixture_submit (YsLedger *ledger, const char *number, const char *bytes);

/* SQL as another program would run it on a closed ledger; asserts that it works. */
void    fixture_meddle (const char *folder, const char *sql);
/* Asserts that the ledger verifies; the number of lines. */
gint64  fixture_assert_verifies (YsLedger *ledger);
/* Asserts that a problem holds @part. */
void    fixture_assert_problem (YsLedger *ledger, const char *part, gint64 first_broken);
