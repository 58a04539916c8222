/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger of a million findings, made once and kept in the build folder, and folders to throw away. */
#pragma once

#include <glib.h>

/* The ledger's folder @folder: made when it is missing, which takes minutes. */
void stress_make (const char *folder);
/* (transfer full): a ledger of the same rows without its photos, in @root. A closed ledger is one file. */
char *stress_copy (const char *folder, const char *root);
void stress_remove_tree (const char *folder);
/* Microseconds; the middle one. */
gint64 stress_median (gint64 *times, guint n);
