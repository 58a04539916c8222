/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What undo needs of a change beside its public face. Seen in this folder only. */
#pragma once

#include "change.h"
#include "database.h"

G_BEGIN_DECLS

/* Every line of the change names the change that it undoes or redoes. */
void        ys_change_set_undoes (YsChange *change, gint64 undoes);
YsDatabase *ys_change_database (YsChange *change);

G_END_DECLS
