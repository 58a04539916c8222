/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fills up under plain files: the n-th write, flush or rename of this process and all
 * after it fail. Linked into a test it takes the place of the C library's own functions. Linux. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The @nth operation from now (1: the next) and all after it find no room. */
void     fault_files_arm (guint nth);
/* There is room again. Returns: whether anything failed */
gboolean fault_files_disarm (void);

G_END_DECLS
