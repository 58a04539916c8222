/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key file with one list of URIs: folder names need not be UTF-8, key files must be. */
#include "config.h"

#include "recent-ledgers.h"
#include "ledger.h"

#include <glib/gstdio.h>

#define MAX_RECENT 10
#define GROUP "ledgers"
#define KEY "recent"

static char *
list_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "yardstick", "ledgers.ini", NULL);
}

/* (transfer full) (element-type utf8): URIs, newest first */
static GPtrArray *
load_uris (void)
{
  GPtrArray *uris = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = list_path ();
  g_auto (GStrv) stored = NULL;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    stored = g_key_file_get_string_list (file, GROUP, KEY, NULL, NULL);
  for (guint i = 0; stored != NULL && stored[i] != NULL; i++)
    g_ptr_array_add (uris, g_strdup (stored[i]));
  return uris;
}

static void
save_uris (GPtrArray *uris)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = list_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_key_file_set_string_list (file, GROUP, KEY, (const char *const *)uris->pdata,
                              MIN (uris->len, MAX_RECENT));
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_key_file_save_to_file (file, path, NULL);
}

static char *
folder_uri (const char *folder)
{
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);

  return g_filename_to_uri (absolute, NULL, NULL);
}

static void
drop_uri (GPtrArray *uris, const char *uri)
{
  guint index;

  while (g_ptr_array_find_with_equal_func (uris, uri, g_str_equal, &index))
    g_ptr_array_remove_index (uris, index);
}

void
ys_recent_ledgers_add (const char *folder)
{
  g_autoptr (GPtrArray) uris = load_uris ();
  g_autofree char *uri = folder_uri (folder);

  if (uri == NULL)
    return;
  /* Every command opens a ledger: the file is written only when its order changes. */
  if (uris->len > 0 && g_str_equal (uri, g_ptr_array_index (uris, 0)))
    return;
  drop_uri (uris, uri);
  g_ptr_array_insert (uris, 0, g_steal_pointer (&uri));
  save_uris (uris);
}

void
ys_recent_ledgers_remove (const char *folder)
{
  g_autoptr (GPtrArray) uris = load_uris ();
  g_autofree char *uri = folder_uri (folder);
  guint before = uris->len;

  if (uri == NULL)
    return;
  drop_uri (uris, uri);
  if (uris->len != before)
    save_uris (uris);
}

static gboolean
holds_ledger (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, YS_LEDGER_FILE_NAME, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

GStrv
ys_recent_ledgers_list (void)
{
  g_autoptr (GPtrArray) uris = load_uris ();
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();

  for (guint i = 0; i < uris->len; i++)
    {
      g_autofree char *folder = g_filename_from_uri (g_ptr_array_index (uris, i), NULL, NULL);

      if (folder != NULL && holds_ledger (folder))
        g_strv_builder_add (folders, folder);
    }
  return g_strv_builder_end (folders);
}
