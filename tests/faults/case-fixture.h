/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A platform's export imported day after day: each file brings new cases, some of them replied, and
 * the replies to those of the file before. */
#pragma once

#include "fixture.h"

/* New cases of a file; every fourth one is replied already. */
#define CASE_FIXTURE_ROWS 12

/* Imports file @number (from 1) into a ledger whose only compound is 龙珠百合. The batch's id; -1
 * on error. */
gint64 case_fixture_import (YsLedger *ledger, gint64 number, GError **error);
/* That the first @n files are there and nothing else: each case as its file and the next one tell
 * it, one event for each reply; the ones of files up to @before were checked before. The ledger
 * verifies.
 * @n_lines_before: of the log before the first file. */
void case_fixture_check (YsLedger *ledger, gint64 n_lines_before, gint64 before, gint64 n);
