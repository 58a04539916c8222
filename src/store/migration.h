/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbered steps from one schema to the next. Landed steps never change. Seen in this folder and
 * its tests only. */
#pragma once

#include "database.h"

G_BEGIN_DECLS

typedef struct
{
  int         version; /* that the step leads to; steps are in order, without gaps */
  const char *sql;
} YsMigrationStep;

/* (array length=out_n): the program's own steps. */
const YsMigrationStep *ys_migration_steps (guint *out_n);
int      ys_migration_newest (const YsMigrationStep *steps, guint n_steps);
gboolean ys_migration_version (YsDatabase *db, int *out_version, GError **error);
/* Brings @db to the newest step in one transaction, or leaves it as it was. */
gboolean ys_migration_run (YsDatabase *db, const YsMigrationStep *steps, guint n_steps, GError **error);

/* Tests only: opening and creating use these steps instead; NULL: the program's own again. */
void     ys_migration_override (const YsMigrationStep *steps, guint n_steps);

G_END_DECLS
