/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a database to the newest schema. A ledger is wholly at its old version or wholly at the
 * newest: the version bumps share the one transaction of all steps. */
#include "config.h"

#include <gio/gio.h>

#include "migration.h"
#include "store-resources.h"

#define FOLDER "/io/github/yardstick_ledger/Yardstick/migrations/sqlite/"

static const char *const files[] = { "001-registry.sql", "002-inspections.sql",
                                     "003-catalogues.sql", "004-scores.sql", "005-twins.sql" };

static const YsMigrationStep *override_steps;
static guint override_n;

void
ys_migration_override (const YsMigrationStep *steps, guint n_steps)
{
  override_steps = steps;
  override_n = n_steps;
}

/* Asked of all resources: the ones of the store alone may be nothing for a moment, while another
 * thread that looks for its own registers them. */
static const char *
load_step (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  /* Kept for the life of the program; resources end with a NUL byte. */
  return g_bytes_get_data (bytes, NULL);
}

static gpointer
load_steps (gpointer unused)
{
  YsMigrationStep *steps = g_new0 (YsMigrationStep, G_N_ELEMENTS (files));
  /* A static library's resources are not registered by themselves. */
  ys_store_register_resource ();
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      steps[i].version = (int)i + 1;
      steps[i].sql = load_step (files[i]);
    }
  return steps;
}

const YsMigrationStep *
ys_migration_steps (guint *out_n)
{
  static GOnce once = G_ONCE_INIT;

  if (override_steps != NULL)
    {
      *out_n = override_n;
      return override_steps;
    }
  *out_n = G_N_ELEMENTS (files);
  return g_once (&once, load_steps, NULL);
}

int
ys_migration_newest (const YsMigrationStep *steps, guint n_steps)
{
  return n_steps > 0 ? steps[n_steps - 1].version : 0;
}

gboolean
ys_migration_version (YsDatabase *db, int *out_version, GError **error)
{
  gint64 version;
  if (!ys_database_get_int64 (db, "PRAGMA user_version", &version, error))
    return FALSE;
  *out_version = (int)version;
  return TRUE;
}

static gboolean
apply_step (YsDatabase *db, const YsMigrationStep *step, GError **error)
{
  g_autofree char *bump = g_strdup_printf ("PRAGMA user_version = %d", step->version);
  return ys_database_run (db, step->sql, error) && ys_database_run (db, bump, error);
}

gboolean
ys_migration_run (YsDatabase *db, const YsMigrationStep *steps, guint n_steps, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  int version;
  if (!ys_database_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  gboolean done = ys_migration_version (db, &version, error);
  for (guint i = 0; done && i < n_steps; i++)
    if (steps[i].version > version)
      {
        g_assert (steps[i].version == (int)i + 1);
        done = apply_step (db, &steps[i], error);
      }
  done = done && ys_database_run (db, "COMMIT", error);
  if (!done)
    ys_database_rollback (db);
  return done;
}
