/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Communities and companies by name within a change: found by spelling or likeness of spelling
 * (width, spaces, brackets), made when there is none. */
#pragma once

#include "change.h"

G_BEGIN_DECLS

/* The id; 0 with an error (AMBIGUOUS when two towns have a community of this name). */
gint64 ys_registry_resolve_community (YsLedger *ledger, YsChange *change, const char *name, GError **error);
/* Also by the company's other names. */
gint64 ys_registry_resolve_company (YsLedger *ledger, YsChange *change, const char *name, GError **error);

G_END_DECLS
