/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How every writer of this layer leaves a file: whole or not at all. Inside src/sheet only. */
#pragma once

#include <glib.h>

#include "sheet.h"

G_BEGIN_DECLS

/* Temp beside the target, fsync, rename. */
gboolean ys_output_write (const char *path, const char *data, gsize length, GError **error);
/* A new empty file beside @path, to be renamed over it. (transfer full) */
char *ys_output_temp_new (const char *path, GError **error);
/* fsync, then rename over @path; the temp file is gone afterwards either way. */
gboolean ys_output_commit (const char *temp, const char *path, GError **error);
/* DISK_FULL or FAILED for an errno, with what to do. */
void ys_output_set_errno (GError **error, const char *path, int code);
/* As above when no errno is known: asks the disk whether it is full. */
void ys_output_set_unknown (GError **error, const char *path);

G_END_DECLS
