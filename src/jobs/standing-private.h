/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A standing as it is frozen with its period. Seen by the jobs of standings and periods only. */
#pragma once

#include "standing.h"

G_BEGIN_DECLS

/* (transfer full): scheme, rows, awards, and each compound's working lines. */
char       *ys_standing_to_json (const YsStanding *standing, YsLedger *ledger, GError **error);
/* (transfer full): the same standing again, final; names as they were then. DAMAGED when it cannot be read. */
YsStanding *ys_standing_from_json (const char *json, YsSpan span, guint version, GError **error);
/* Adds what was charged beside the base of findings: "own 12" (a finding of its own), "second 12" (of another period),
 * "fault 12 超时" (a case). @out_doubles: (nullable): whether its scheme charges what is overdue. */
gboolean    ys_standing_read_charged (const char *json, GHashTable *keys, gboolean *out_doubles, GError **error);
/* (transfer full) (nullable): what was frozen last for @span; NULL without error: nothing was. */
char       *ys_standing_frozen_text (YsLedger *ledger, YsSpan span, GError **error);

G_END_DECLS
