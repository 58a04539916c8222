/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program says beside what the oracle says. */
#pragma once

#include "score-oracle.h"
#include "standing.h"

void compare_row (const YsStandingRow *row, const OracleRow *expected);
/* The same things entered in another order. */
void compare_reverse (GArray *array);
