/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking as an office keeps it in a spreadsheet: a row a finding, SUMIFS and RANK a compound.
 */
#pragma once

#include <sqlite3.h>

#include "standing.h"

/* @db NULL: an empty workbook. */
void rank_workbook_write (const char *path, sqlite3 *db, const YsStanding *standing, YsSpan span);
/* Whether the .csv that was made of it in @folder holds the points and ranks of @standing. */
gboolean rank_workbook_check (const char *folder, const YsStanding *standing);
