/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the dispatch table is due: on the 1st and the 15th of every month [004 annex 5, note 2]. */
#pragma once

#include "date.h"

G_BEGIN_DECLS

/* The due date that @today still has to meet: today itself on the 1st or the 15th. */
YsDate ys_dispatch_next_due (YsDate today);
YsDate ys_dispatch_previous_due (YsDate due);
/* Which issue of its year: 1 January 1, 15 January 2, … 15 December 24. */
int    ys_dispatch_issue (YsDate due);
/* Whether to remind: from three days before until the day itself. */
gboolean ys_dispatch_is_near (YsDate today, YsDate due);

G_END_DECLS
