/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A standing as it is frozen with its period. Seen by the jobs of standings and periods only. */
#pragma once

#include "standing.h"

G_BEGIN_DECLS

/* (transfer full): scheme, rows, awards, and each compound's working lines. */
char       *ys_standing_to_json (const YsStanding *standing, YsLedger *ledger, GError **error);
/* (transfer full): the same standing again, final; names as they were then. DAMAGED when it cannot be read. */
YsStanding *ys_standing_from_json (const char *json, YsSpan span, guint version, GError **error);

G_END_DECLS
