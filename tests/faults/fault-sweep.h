/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets an operation on a ledger fail at its first write to the disk, then at its second, and so on
 * until it passes; after each the ledger must be wholly as before or wholly as after. For any layer:
 * give an operation and a check. */
#pragma once

#include "fault-vfs.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  /* Makes @folder ready (it does not exist yet); with a working disk. */
  void     (*prepare) (const char *folder);
  /* The operation, from opening to closing whatever it needs; with the failing disk. */
  gboolean (*act) (const char *folder, GError **error);
  /* With a working disk again. @done: what act returned. If it failed, both states are right. */
  void     (*check) (const char *folder, gboolean done);
  /* 0: every operation; else only each of so many, but all of them in the long run. */
  guint      stride;
} FaultCase;

/* Failing for good, a broken disk also for one operation only. Returns: the last n */
guint fault_sweep (const FaultCase *fault_case, Fault fault);
/* Registers /faults/<name>/<fault> for every kind of fault. @cases: static. */
void  fault_sweep_add_tests (const FaultCase *cases, guint n_cases);

G_END_DECLS
