/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every file that replaces another goes through here. On Windows a file that someone has open
 * cannot be renamed or replaced, and virus scanners and indexers open each new file for a moment:
 * there the renaming is tried again for a short time. */
#include "config.h"

#include "replace.h"

#include <errno.h>
#include <glib/gstdio.h>

#ifdef G_OS_WIN32
/* Together 1.3 seconds: longer than a scanner looks, shorter than a clerk would wonder. */
static const guint pauses[] = { 10, 20, 40, 80, 150, 250, 350, 400 }; /* milliseconds */

/* TRUE after a pause; FALSE when it has been tried often enough. */
static gboolean
pause_once_more (guint *tries)
{
  if (*tries == G_N_ELEMENTS (pauses))
    return FALSE;
  g_usleep (pauses[*tries] * 1000);
  *tries += 1;
  return TRUE;
}
#else
/* Nobody's open file is in the way of a renaming. */
static gboolean
pause_once_more (guint *tries)
{
  return FALSE;
}
#endif

int
ys_replace_file (const char *from, const char *to)
{
  guint tries = 0;
  int result;

  do
    result = g_rename (from, to);
  while (result != 0 && errno == EACCES && pause_once_more (&tries));
  return result;
}

gboolean
ys_replace_contents (const char *path, const char *data, gsize length, int mode, GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint tries = 0;

  do
    {
      g_clear_error (&failure);
      if (g_file_set_contents_full (path, data, (gssize)length,
                                    G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                    mode, &failure))
        return TRUE;
    }
  while (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_ACCES) && pause_once_more (&tries));
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
