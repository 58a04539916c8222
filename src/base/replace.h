/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files take the place of others whole. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As g_rename(): 0, or -1 and errno. Waits a moment for a program that holds one of the files. */
int ys_replace_file (const char *from, const char *to);

/* Written under another name, brought to the disk, renamed. @error is of G_FILE_ERROR. */
gboolean
ys_replace_contents (const char *path, const char *data, gsize length, int mode, GError **error);

G_END_DECLS
