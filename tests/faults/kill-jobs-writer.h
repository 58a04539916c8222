/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writer and the test that kills it agree upon. */
#pragma once

#define KILL_JOBS_IMPORT "import"
#define KILL_JOBS_DISPATCH "dispatch"
#define KILL_JOBS_PHOTOS "photos"
#define KILL_JOBS_CASES "case-import"
#define KILL_JOBS_CALENDAR "calendar"
#define KILL_JOBS_ENTRY "entry"
#define KILL_JOBS_PERIODS "periods"
#define KILL_JOBS_ROWS 40
#define KILL_JOBS_FIRST_DAY ((YsDate){ 2020, 1, 1 })
