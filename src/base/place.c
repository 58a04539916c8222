/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the system, never the command line: argv[0] is whatever the caller liked. */
#include "config.h"

#include "place.h"

#ifndef G_OS_WIN32
#include <gio/gio.h>
#endif

char *
ys_place_program (void)
{
#ifdef G_OS_WIN32
  /* It leaves out a last "bin": installed programs lie there, those of a build do not. */
  g_autofree char *root = g_win32_get_package_installation_directory_of_module (NULL);
  g_autofree char *bin = g_build_filename (root, "bin", NULL);

  return g_file_test (bin, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&bin) : g_steal_pointer (&root);
#else
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : NULL;
#endif
}
