/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files about a period share. */
#pragma once

#include "period-job.h"

G_BEGIN_DECLS

/* Awards of a standing's rows under its scheme, with these decisions (element-type YsAwardChoice). (transfer full) */
YsAwards *ys_standing_award_with (const YsStanding *standing, GArray *choices);

G_END_DECLS
