/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart: every name in every shape of file, of a sample's finalised month [CLI.md]. */
#include "config.h"

#include <string.h>

#include "harness.h"

#define PERIOD "2026-08"

static const char *const names[]
    = { "ranking", "composition", "trend", "heatmap", "pareto", "timeliness", "awards" };

static Place *place;

static gboolean
begins_with (const char *contents, gsize length, const char *signature)
{
  return length > strlen (signature) && memcmp (contents, signature, strlen (signature)) == 0;
}

static int
number_at (const char *contents, gsize at)
{
  const guchar *bytes = (const guchar *)contents + at;

  return bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

static void
test_shape (gconstpointer data)
{
  const char *name = data;
  static const struct
  {
    const char *ending;
    const char *signature;
  } shapes[] = { { "png", "\x89PNG\r\n" }, { "svg", "<?xml" }, { "pdf", "%PDF-" } };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s.%s", name, shapes[i].ending);
      g_autofree char *path = place_path (place, file);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize length = 0;
      g_autoptr (Run) made
          = run (place, "chart", name, "--period", PERIOD, "-o", path, "--size", "800x600", NULL);

      assert_code (made, 0);
      g_file_get_contents (path, &contents, &length, &error);
      g_assert_no_error (error);
      g_assert_true (begins_with (contents, length, shapes[i].signature));
      if (i > 0)
        continue;
      /* IHDR */
      g_assert_cmpint (number_at (contents, 16), ==, 800);
      g_assert_cmpint (number_at (contents, 20), ==, 600);
    }
}

static void
test_refused (void)
{
  g_autofree char *wrong = place_path (place, "a.bmp");
  g_autofree char *nowhere = place_path (place, "nowhere/a.png");
  g_autoptr (Run) ending = run (place, "chart", "ranking", "--period", PERIOD, "-o", wrong, NULL);
  g_autoptr (Run) folder = run (place, "chart", "ranking", "--period", PERIOD, "-o", nowhere, NULL);

  assert_refused (ending, 1);
  assert_says (ending, ".svg");
  assert_refused (folder, 1);
  g_assert_false (g_file_test (wrong, G_FILE_TEST_EXISTS));
}

/* A month before the first one: nothing was found, the chart says so. */
static void
test_empty (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = place_path (place, "empty.svg");
      g_autoptr (Run) made
          = run (place, "chart", names[i], "--period", "2020-01", "-o", path, NULL);

      assert_code (made, 0);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);

  place = place_new ();
  {
    g_autoptr (Run) made
        = run_bare (place, NULL, "sample", place->ledger, "--size", "town", "--seed", "1", NULL);
    assert_code (made, 0);
  }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/chart/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_shape);
    }
  g_test_add_func ("/cli/chart/refused", test_refused);
  g_test_add_func ("/cli/chart/empty", test_empty);
  result = g_test_run ();
  place_free (place);
  return result;
}
