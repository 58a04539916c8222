/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger that photos can be added to. */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* A compound and an inspection of it: two changes. Returns: the inspection's id */
gint64   photo_fixture_prepare (YsLedger *ledger, gint64 community);
/* Adds picture @n; FALSE: with the error that kept it out, of the job or of its verdict. */
gboolean photo_fixture_add (YsLedger *ledger, gint64 inspection, guint n, GError **error);

G_END_DECLS
