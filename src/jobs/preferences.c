/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks the schema up before use: a missing one would end the program. */
#include "config.h"

#include "preferences.h"

#include <errno.h>

/* (transfer full) (nullable) */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, YS_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static char *
key_file_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "yardstick", "preferences.ini", NULL);
}

static GKeyFile *
read_key_file (void)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = key_file_path ();

  /* Not there yet: nothing was preferred. */
  g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  return file;
}

static void
write_key_file (GKeyFile *file)
{
  g_autofree char *path = key_file_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_key_file_save_to_file (file, path, &error))
    g_message ("Preferences cannot be kept in %s: %s", path,
               error != NULL ? error->message : g_strerror (errno));
}

char *
ys_preferences_get (const char *key)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autoptr (GKeyFile) file = NULL;
  char *value;

  g_return_val_if_fail (key != NULL, NULL);

  if (settings != NULL)
    return g_settings_get_string (settings, key);
  file = read_key_file ();
  value = g_key_file_get_string (file, "preferences", key, NULL);
  return value != NULL ? value : g_strdup ("");
}

void
ys_preferences_set (const char *key, const char *value)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autoptr (GKeyFile) file = NULL;

  g_return_if_fail (key != NULL);
  g_return_if_fail (value != NULL);

  if (settings != NULL)
    {
      g_settings_set_string (settings, key, value);
      return;
    }
  file = read_key_file ();
  g_key_file_set_string (file, "preferences", key, value);
  write_key_file (file);
}

int
ys_preferences_get_int (const char *key)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (key != NULL, 0);

  if (settings != NULL)
    return g_settings_get_int (settings, key);
  file = read_key_file ();
  return g_key_file_get_integer (file, "preferences", key, NULL);
}

void
ys_preferences_set_int (const char *key, int value)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autoptr (GKeyFile) file = NULL;

  g_return_if_fail (key != NULL);

  if (settings != NULL)
    {
      g_settings_set_int (settings, key, value);
      return;
    }
  file = read_key_file ();
  g_key_file_set_integer (file, "preferences", key, value);
  write_key_file (file);
}

char *
ys_preferences_user (void)
{
  char *user = ys_preferences_get ("user");
  const char *real;

  if (*user != '\0')
    return user;
  g_free (user);
  real = g_get_real_name ();
  if (real != NULL && *real != '\0' && !g_str_equal (real, "Unknown"))
    return g_strdup (real);
  return g_strdup (g_get_user_name ());
}
