/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standard input is closed: a command that asked would hang a script. */
#include "config.h"

#include "harness.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children
      = g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                   NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL)
         && child != NULL)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

Place *
place_new (void)
{
  Place *place = g_new0 (Place, 1);
  g_autoptr (GError) error = NULL;

  place->home = g_dir_make_tmp ("yardstickctl-XXXXXX", &error);
  g_assert_no_error (error);
  place->ledger = g_build_filename (place->home, "台账", NULL);
  return place;
}

void
place_free (Place *place)
{
  g_autoptr (GFile) home = g_file_new_for_path (place->home);

  remove_tree (home);
  g_free (place->home);
  g_free (place->ledger);
  g_free (place);
}

Place *
place_new_ledger (void)
{
  Place *place = place_new ();
  g_autoptr (Run) made = run (place, "ledger", "init", place->ledger, "--office", "山城街道物管科",
                              "--level", "subdistrict", "--user", "示例甲", NULL);

  assert_code (made, 0);
  return place;
}

/* A closed ledger is a folder like any other: made once for a program, then copied. */
static Place *
make_registry (void)
{
  static const char *const annexes[] = { "3", "4", "5" };
  Place *place = place_new_ledger ();

  for (guint i = 0; i < G_N_ELEMENTS (annexes); i++)
    {
      g_autofree char *workbook = sample_path (annexes[i]);
      g_autoptr (Run) done = run (place, "import", workbook, "--accept-doubtful", NULL);

      assert_code (done, 0);
    }
  return place;
}

static Place *registry;

static void
forget_registry (void)
{
  g_clear_pointer (&registry, place_free);
}

Place *
place_shared_registry (void)
{
  if (registry == NULL)
    {
      registry = make_registry ();
      atexit (forget_registry);
    }
  return registry;
}

Place *
place_new_registry (void)
{
  Place *place = place_new ();
  g_autoptr (GFile) from = NULL;
  g_autoptr (GFile) to = g_file_new_build_filename (place->ledger, "ledger.yardstick", NULL);
  g_autoptr (GError) error = NULL;

  from = g_file_new_build_filename (place_shared_registry ()->ledger, "ledger.yardstick", NULL);
  g_assert_cmpint (g_mkdir (place->ledger, 0700), ==, 0);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return place;
}

char *
place_path (Place *place, const char *name)
{
  return g_build_filename (place->home, name, NULL);
}

char *
place_write (Place *place, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = place_path (place, name);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
sample_path (const char *annex)
{
  g_autofree char *folder = g_build_filename (g_getenv ("YS_SOURCE_ROOT"), "data", "sample", NULL);
  g_autofree char *wanted = g_strdup_printf ("附件%s ", annex);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, wanted) && g_str_has_suffix (name, ".xlsx"))
      return g_build_filename (folder, name, NULL);
  g_error ("There is no sample workbook of annex %s.", annex);
}

static GSubprocessLauncher *
make_launcher (Place *place, const char *environment)
{
  GSubprocessLauncher *launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *config = place_path (place, "config");
  g_autofree char *data = place_path (place, "data");

  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", config, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "YARDSTICK_LEDGER");
  g_subprocess_launcher_unsetenv (launcher, "YARDSTICK_NOW");
  if (environment != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (environment, "=", 2);

      g_subprocess_launcher_setenv (launcher, parts[0], parts[1], TRUE);
    }
  return launcher;
}

static Run *
run_arguments (Place *place, const char *environment, GPtrArray *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (place, environment);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  Run *run = g_new0 (Run, 1);

  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &run->out, &run->err, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_exited (process))
    g_error ("yardstickctl did not end by itself: %s", run->err);
  run->code = g_subprocess_get_exit_status (process);
  if (run->out[0] == '{' || run->out[0] == '[')
    run->json = json_from_string (run->out, NULL);
  return run;
}

static GPtrArray *
begin_arguments (void)
{
  GPtrArray *arguments = g_ptr_array_new ();

  g_assert_nonnull (g_getenv ("YS_CTL"));
  g_ptr_array_add (arguments, (gpointer)g_getenv ("YS_CTL"));
  return arguments;
}

Run *
run (Place *place, ...)
{
  g_autoptr (GPtrArray) arguments = begin_arguments ();
  gboolean plain = FALSE;
  const char *word;
  va_list words;

  va_start (words, place);
  while ((word = va_arg (words, const char *)) != NULL)
    {
      if (arguments->len == 1 && g_str_equal (word, "-"))
        plain = TRUE;
      else
        g_ptr_array_add (arguments, (gpointer)word);
    }
  va_end (words);
  g_ptr_array_insert (arguments, 1, (gpointer) "--ledger");
  g_ptr_array_insert (arguments, 2, place->ledger);
  if (!plain)
    g_ptr_array_add (arguments, (gpointer) "--json");
  return run_arguments (place, NULL, arguments);
}

Run *
run_bare (Place *place, const char *environment, ...)
{
  g_autoptr (GPtrArray) arguments = begin_arguments ();
  const char *word;
  va_list words;

  va_start (words, environment);
  while ((word = va_arg (words, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer)word);
  va_end (words);
  return run_arguments (place, environment, arguments);
}

void
run_free (Run *run)
{
  g_free (run->out);
  g_free (run->err);
  g_clear_pointer (&run->json, json_node_unref);
  g_free (run);
}

void
assert_code_at (const Run *run, int expected, const char *where)
{
  if (run->code != expected)
    g_error ("%s: exit %d, not %d\n%s%s", where, run->code, expected, run->out, run->err);
}

void
assert_refused_at (const Run *run, int expected, const char *where)
{
  const char *end = strchr (run->err, '\n');

  assert_code_at (run, expected, where);
  if (*run->out != '\0')
    g_error ("%s: something on standard output: %s", where, run->out);
  if (!g_str_has_prefix (run->err, "yardstickctl: ") || end == NULL || end[1] != '\0')
    g_error ("%s: standard error is not one line: %s", where, run->err);
}

void
assert_says (const Run *run, const char *text)
{
  if (strstr (run->err, text) == NULL)
    g_error ("“%s” is not in: %s", text, run->err);
}

JsonObject *
run_object (const Run *run)
{
  assert_code (run, 0);
  g_assert_nonnull (run->json);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (run->json));
  return json_node_get_object (run->json);
}

JsonArray *
run_array (const Run *run)
{
  assert_code (run, 0);
  g_assert_nonnull (run->json);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (run->json));
  return json_node_get_array (run->json);
}

static gboolean
has_type (JsonNode *node, char type)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return g_ascii_isupper (type);
  switch (g_ascii_tolower (type))
    {
    case 'n':
      return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
    case 's':
      return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             && *json_node_get_string (node) != '\0';
    case 'b':
      return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
    case 'a':
      return JSON_NODE_HOLDS_ARRAY (node);
    case 'o':
      return JSON_NODE_HOLDS_OBJECT (node);
    default:
      g_error ("There is no type “%c”.", type);
    }
}

void
assert_members (JsonObject *object, const char *members)
{
  g_auto (GStrv) pairs = g_strsplit (members, " ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *sign = strchr (pairs[i], ':');
      JsonNode *node;

      *sign = '\0';
      node = json_object_get_member (object, pairs[i]);
      if (node == NULL)
        g_error ("There is no member “%s”.", pairs[i]);
      if (!has_type (node, sign[1]))
        {
          g_autofree char *text = json_to_string (node, FALSE);

          g_error ("“%s” is %s, not of type %c.", pairs[i], text, sign[1]);
        }
    }
}

JsonObject *
find_named (JsonArray *array, const char *name)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_str_equal (json_object_get_string_member (object, "name"), name))
        return object;
    }
  g_error ("Nothing is named %s.", name);
}

char *
state_of (Place *place)
{
  g_autoptr (Run) compounds = run (place, "list", "compounds", NULL);
  /* Every other change has its line here. */
  g_autoptr (Run) log = run (place, "log", NULL);

  assert_code (compounds, 0);
  assert_code (log, 0);
  return g_strconcat (compounds->out, log->out, NULL);
}
