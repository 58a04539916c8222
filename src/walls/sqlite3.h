/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands before the system's header of this name: only src/store gets through to it. */
#ifndef YS_STORE
#error "sqlite3.h is included in src/store alone"
#endif
#include_next <sqlite3.h>
