/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails on demand: a layer under the engine that lets the n-th write, and if asked every
 * later one, fail as a full, broken or read-only disk does. Tests only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULT_FULL,      /* writing and growing fail; removing and shrinking work */
  FAULT_IO,        /* writing, growing, syncing fail */
  FAULT_READ_ONLY, /* as after a remount: nothing can be written, made or removed */
  N_FAULTS
} Fault;

const char *fault_to_text (Fault fault);

/* Becomes the engine's default layer, for the life of the process. */
void     fault_vfs_install (void);
/* The @nth operation from now (1: the next) fails, and all after it with @stays. */
void     fault_vfs_arm (Fault fault, guint nth, gboolean stays);
/* The disk works again. Returns: whether anything failed */
gboolean fault_vfs_disarm (void);

G_END_DECLS
