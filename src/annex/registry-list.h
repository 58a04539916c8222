/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry as a plain table for Excel: one row per compound, heads that the import knows again.
 * Personal data only on request. */
#pragma once

#include "compound.h"
#include "sheet.h"

G_BEGIN_DECLS

typedef struct
{
  const YsCompound *compound;  /* borrowed */
  const char       *community; /* borrowed */
  const char       *company;   /* borrowed, (nullable) */
} YsRegistryListRow;

/* Gives row @index; must stay valid until the next call. */
typedef void (*YsRegistryListFunc) (guint index, YsRegistryListRow *out_row, gpointer user_data);

/* Streams: nothing of the rows is kept. */
YsSheet *ys_registry_list_build (guint n_rows, YsRegistryListFunc row, gpointer user_data,
                                 GDestroyNotify destroy, gboolean with_personal);

/* (transfer full): the heads, and one row as it is printed, for the clipboard. @number from 1. */
GStrv    ys_registry_list_heads (gboolean with_personal);
GStrv    ys_registry_list_texts (guint number, const YsRegistryListRow *row, gboolean with_personal);

G_END_DECLS
