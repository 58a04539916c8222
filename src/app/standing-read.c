/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another holder may only let a spare go, since nobody but the caller can hand it on: what is not
 * shared here is not shared later. */
#include "config.h"

#include "standing-read.h"

YsStanding *
ys_standing_read (YsLedger *ledger,
                  const YsRegistry *registry,
                  YsSpan span,
                  YsStanding *spare,
                  YsInstant now,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (YsStanding) known = spare;

  if (known == NULL || ys_standing_is_shared (known) || ys_standing_is_final (known)
      || !ys_span_equal (ys_standing_span (known), span))
    return ys_standing_load (ledger, registry, span, NULL, now, cancellable, error);
  return ys_standing_refresh (known, ledger, registry, now, error) ? g_steal_pointer (&known)
                                                                   : NULL;
}
