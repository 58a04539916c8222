/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A zip file made in memory, without anything that depends on the machine or the hour. Inside
 * src/sheet only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YsZipWriter YsZipWriter;

YsZipWriter *ys_zip_writer_new (void);
void         ys_zip_writer_add (YsZipWriter *writer, const char *name, gconstpointer data, gsize size);
/* (transfer full) (nullable): the whole; NULL where something went wrong. Frees @writer. */
GBytes      *ys_zip_writer_end (YsZipWriter *writer);

G_END_DECLS
