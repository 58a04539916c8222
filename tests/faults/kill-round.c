/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See kill-round.h. */
#include "config.h"

#include <stdlib.h>

#include <gio/gio.h>

#include "kill-round.h"

guint
kill_rounds (guint usual)
{
  const char *text = g_getenv ("YS_FAULT_ROUNDS");
  return text != NULL && *text != '\0' ? (guint)atoi (text) : usual;
}

static gint64
last_told (const char *output, gint64 before)
{
  const char *end = g_strrstr (output, "\n");
  if (end == NULL)
    return before;
  const char *start = end;
  while (start > output && start[-1] != '\n')
    start--;
  return g_ascii_strtoll (start, NULL, 10);
}

gint64
kill_round (
    const char *program, const char *folder, const char *work, guint longest_ms, gint64 before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *writer
      = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "faults", program, NULL);
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, writer, folder, work, NULL);
  g_assert_no_error (error);
  g_usleep ((gulong)g_test_rand_int_range (0, (gint32)longest_ms * 1000));
  g_subprocess_force_exit (process);
  g_autofree char *output = NULL;
  /* What was told before the kill is still in the pipe. */
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (process));
  return last_told (output, before);
}
