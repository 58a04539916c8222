/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to warn of about the place where a ledger lies. Seen in this folder and its tests only. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

/* Less free space than this is warned of. */
#define YS_LEDGER_MINIMUM_FREE (G_GUINT64_CONSTANT (200) * 1024 * 1024)

YsLedgerWarnings ys_ledger_place_judge (const char *folder);
/* The same from what the system says of the folder and its file system; the part without a disk. */
YsLedgerWarnings ys_ledger_place_judge_info (const char *folder, GFileInfo *file_system,
                                             gboolean writable);

G_END_DECLS
