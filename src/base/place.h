/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the running program lies: what belongs to it is found from there, so that it may be moved.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): the folder of the running program. */
char *ys_place_program (void);

G_END_DECLS
