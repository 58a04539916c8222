/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks out of fuzzed bytes. A mutated zip nearly always fails its checksum, so most inputs are
 * one XML part that is packed here, sound around it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): by the first byte: the bytes as they are, or a package around them. */
GBytes *fuzz_input_workbook (const guint8 *data, gsize size);
/* (transfer full): lines of tab-separated cells as a worksheet. The first bytes give merges: a
 * count, then row, column, rows, columns of each. */
GBytes *fuzz_input_table (const guint8 *data, gsize size);

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS
