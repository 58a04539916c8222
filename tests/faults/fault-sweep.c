/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fault-sweep.h. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "fault-sweep.h"
#include "fixture.h"
#include "ledger-types.h"

/* No operation of a small ledger writes more often. */
#define MOST_OPERATIONS 2000

/* What a person is told must fit the fault. */
static void
check_error (Fault fault, const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == YS_LEDGER_ERROR);
  if (fault == FAULT_FULL)
    g_assert_cmpint (error->code, ==, YS_LEDGER_ERROR_DISK_FULL);
  else
    g_assert_true (error->code == YS_LEDGER_ERROR_FAILED
                   || error->code == YS_LEDGER_ERROR_READ_ONLY);
}

static void
copy_tree (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (from, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          copy_tree (source, target);
          continue;
        }
      g_autoptr (GFile) file = g_file_new_for_path (source);
      g_autoptr (GFile) copy = g_file_new_for_path (target);
      g_file_copy (file, copy, G_FILE_COPY_ALL_METADATA, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

/* @ready: the folder around what the case has prepared, copied for each try: a closed ledger is
 * files like any others, and to make one takes longer than to try it. TRUE when nothing failed any
 * more. */
static gboolean
try_once (const FaultCase *c, const char *ready, Fault fault, guint nth, gboolean stays)
{
  g_autofree char *parent = fixture_make_folder ();
  g_autofree char *folder = g_build_filename (parent, "台账", NULL);
  g_autoptr (GError) error = NULL;
  copy_tree (ready, parent);
  fault_vfs_arm (fault, nth, stays);
  gboolean done = c->act (folder, &error);
  gboolean fired = fault_vfs_disarm ();
  g_test_message ("%s disk at operation %u: %s", fault_to_text (fault), nth,
                  error ? error->message : "done");
  if (!done)
    check_error (fault, error);
  g_assert_true (done || fired);
  c->check (folder, done);
  fixture_remove_folder (parent);
  return !fired;
}

static guint
sweep_from (const FaultCase *c, const char *ready, Fault fault)
{
  gboolean is_long_run = g_getenv ("YS_FAULT_ROUNDS") != NULL;
  guint stride = is_long_run || c->stride == 0 ? 1 : c->stride;
  /* Each fault begins elsewhere: together they try more of the steps. */
  for (guint nth = 1 + fault % stride; nth < MOST_OPERATIONS; nth += stride)
    {
      gboolean passed = try_once (c, ready, fault, nth, TRUE);
      /* Only a broken disk works again a moment later. */
      if (fault == FAULT_IO)
        passed = try_once (c, ready, fault, nth, FALSE) && passed;
      if (passed)
        return nth;
    }
  g_assert_not_reached ();
}

guint
fault_sweep (const FaultCase *c, Fault fault)
{
  g_autofree char *ready = fixture_make_folder ();
  g_autofree char *folder = g_build_filename (ready, "台账", NULL);
  c->prepare (folder);
  guint n = sweep_from (c, ready, fault);
  fixture_remove_folder (ready);
  return n;
}

typedef struct
{
  const FaultCase *fault_case;
  Fault fault;
} Sweep;

static void
test_sweep (gconstpointer data)
{
  const Sweep *sweep = data;
  guint n = fault_sweep (sweep->fault_case, sweep->fault);
  /* The operation does write: otherwise nothing was tried. */
  g_assert_cmpuint (n, >, 1);
}

void
fault_sweep_add_tests (const FaultCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    for (guint fault = 0; fault < N_FAULTS; fault++)
      {
        Sweep *sweep = g_new0 (Sweep, 1);
        sweep->fault_case = &cases[i];
        sweep->fault = (Fault)fault;
        g_autofree char *path
            = g_strdup_printf ("/faults/%s/%s", cases[i].name, fault_to_text (sweep->fault));
        g_test_add_data_func_full (path, sweep, test_sweep, g_free);
      }
}
