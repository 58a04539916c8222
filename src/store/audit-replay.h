/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every record against what the log says it should be. Seen in this folder only. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

/* Adds a problem for each record that was changed behind the log's back. */
gboolean ys_audit_replay (YsLedger *ledger, YsVerification *verification, GError **error);
/* @sentence: (transfer full) */
void     ys_verification_add (YsVerification *verification, char *sentence);

G_END_DECLS
