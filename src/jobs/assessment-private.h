/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files about sheets, bonuses and decisions share. */
#pragma once

#include "assessment-job.h"
#include "change.h"

G_BEGIN_DECLS

/* FORBIDDEN when the period of this name is finalised; call it inside the change. */
gboolean ys_assessment_check_open (YsLedger *ledger, const char *period, GError **error);
/* (transfer full): the person whose name a record gets: @name, else the ledger's user. */
char    *ys_assessment_person (YsLedger *ledger, const char *name);

G_END_DECLS
