/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed arrives as it is written. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* First thing in main(). */
void ys_console_begin (void);

G_END_DECLS
