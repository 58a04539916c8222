/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A room's standing after a change: the one that it showed before the last is brought up to date in a
 * thread, while the last is still shown. Nobody sees a refresh half done, and little is worked out anew. */
#pragma once

#include "standing.h"

G_BEGIN_DECLS

/* In a thread. (transfer full) (nullable). @spare: (transfer full) (nullable): brought up to date where it can
 * be: of the same open period, held by nobody else; otherwise all is read. */
YsStanding *ys_standing_read (YsLedger *ledger, const YsRegistry *registry, YsSpan span, YsStanding *spare,
                              YsInstant now, GCancellable *cancellable, GError **error);

G_END_DECLS
