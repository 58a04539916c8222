/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journey.h"

#include <glib/gstdio.h>
#include <stdarg.h>

static char *
setting (const char *name, const char *root, const char *folder)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  return g_strdup_printf ("%s=%s", name, path);
}

#ifdef GTK_LOSES_PADDING
/* From GTK 4.10 on the places on the bus leave out what the controls around a control have as
 * padding and border, so that a hand would miss: those that stand around others have none. */
static const char no_padding[]
    = "window, headerbar, windowhandle, box, stack, scrolledwindow, viewport, list, row, overlay, "
      "paned, grid, emptystate, banner, figure, compound, workdetail, faultcard, popover, "
      "contents, revealer, actionbar, centerbox, frame, flowbox, "
      "flowboxchild "
      "{ padding: 0; border-width: 0; }\n";

static void
take_padding_away (const char *root)
{
  g_autofree char *folder = g_build_filename (root, "config", "gtk-4.0", NULL);
  g_autofree char *path = g_build_filename (folder, "gtk.css", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, no_padding, -1, &error);
  g_assert_no_error (error);
}
#endif

Journey *
journey_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  Journey *journey = g_new0 (Journey, 1);
  const struct
  {
    const char *name;
    const char *folder;
  } settings[] = { { "HOME", "home" },
                   { "XDG_CONFIG_HOME", "config" },
                   { "XDG_DATA_HOME", "data" },
                   { "XDG_CACHE_HOME", "cache" } };

  journey->root = g_dir_make_tmp ("yardstick-ui-XXXXXX", &error);
  g_assert_no_error (error);
  journey->ledger = g_build_filename (journey->root, "ledger", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *pair = setting (settings[i].name, journey->root, settings[i].folder);

      g_strv_builder_add (builder, pair);
    }
#ifdef GTK_LOSES_PADDING
  take_padding_away (journey->root);
#endif
  journey->environment = g_strv_builder_end (builder);
  return journey;
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_tree (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

void
journey_free (Journey *journey)
{
  remove_tree (journey->root);
  g_free (journey->root);
  g_free (journey->ledger);
  g_strfreev (journey->environment);
  g_free (journey);
}

static void
add_arguments (GPtrArray *argv, va_list rest)
{
  char *argument;

  while ((argument = va_arg (rest, char *)) != NULL)
    g_ptr_array_add (argv, argument);
  g_ptr_array_add (argv, NULL);
}

Driver *
journey_open (Journey *journey, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  va_list rest;

  g_ptr_array_add (argv, (char *)g_getenv ("YS_APP"));
  g_ptr_array_add (argv, (char *)"--lang");
  g_ptr_array_add (argv, (char *)"zh");
  g_ptr_array_add (argv, (char *)"--separate");
  va_start (rest, journey);
  add_arguments (argv, rest);
  va_end (rest);
  return driver_new ((const char *const *)argv->pdata, (const char *const *)journey->environment);
}

static char *
run (Journey *journey, char **argv)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  for (guint i = 0; journey->environment[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (journey->environment[i], "=", 2);

      g_subprocess_launcher_setenv (launcher, pair[0], pair[1], TRUE);
    }
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return output;
}

JsonNode *
journey_ask (Journey *journey, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  va_list rest;

  g_ptr_array_add (argv, (char *)g_getenv ("YS_CTL"));
  g_ptr_array_add (argv, (char *)"--json");
  g_ptr_array_add (argv, (char *)"--ledger");
  g_ptr_array_add (argv, journey->ledger);
  va_start (rest, journey);
  add_arguments (argv, rest);
  va_end (rest);
  output = run (journey, (char **)argv->pdata);
  node = json_from_string (output, &error);
  g_assert_no_error (error);
  return node;
}

static void
command (Journey *journey, const char *const *argv)
{
  g_autofree char *output = run (journey, (char **)argv);
}

void
journey_init (Journey *journey)
{
  const char *argv[]
      = { g_getenv ("YS_CTL"), "ledger",      "init", journey->ledger, "--office", "山城街道物管科",
          "--level",           "subdistrict", NULL };

  command (journey, argv);
}

void
journey_set_user (Journey *journey, const char *user)
{
  g_autofree char *folder = g_build_filename (journey->root, "config", "yardstick", NULL);
  g_autofree char *path = g_build_filename (folder, "preferences.ini", NULL);
  g_autofree char *text = g_strdup_printf ("[preferences]\nuser=%s\n", user);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
workbook (int nth)
{
  g_autofree char *folder = g_build_filename (g_getenv ("YS_SOURCE_ROOT"), "data", "sample", NULL);
  g_autofree char *prefix = g_strdup_printf ("附件%d", nth);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      return g_build_filename (folder, name, NULL);
  g_error ("no sample workbook of annex %d", nth);
}

void
journey_import (Journey *journey, int nth)
{
  g_autofree char *path = workbook (nth);
  g_autoptr (JsonNode) answer = journey_ask (journey, "import", path, "--accept-doubtful", NULL);
}

char *
journey_sample (Journey *journey, int nth)
{
  g_autofree char *path = workbook (nth);
  g_autofree char *name = g_strdup_printf ("annex%d.xlsx", nth);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;
  char *copy = g_build_filename (journey->root, name, NULL);

  to = g_file_new_for_path (copy);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return copy;
}
