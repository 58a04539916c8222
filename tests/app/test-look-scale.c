/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The style sheet on a screen with more dots: every length in pixels grows, nothing else. */
#include "config.h"

#include "look-scale.h"

static const struct
{
  const char *name;
  const char *sheet;
  double scale;
  const char *expected;
} rows[] = {
  { "at-150", "a { padding: 0 5px; }", 1.5, "a { padding: 0 7.5px; }" },
  { "several", "a { margin: 1px 20px -3px; }", 1.25, "a { margin: 1.25px 25px -3.75px; }" },
  { "fraction", "a { border: 0.5px; }", 1.5, "a { border: 0.75px; }" },
  { "points-and-em-stay", "a { font-size: 12pt; margin: 2em; }", 1.5,
    "a { font-size: 12pt; margin: 2em; }" },
  { "names-stay", "label.title-16 { } .px { } #a4px2 { }", 1.5,
    "label.title-16 { } .px { } #a4px2 { }" },
  { "colours-stay", "a { color: #123456; opacity: 0.5; }", 1.5,
    "a { color: #123456; opacity: 0.5; }" },
  { "empty", "", 1.5, "" },
};

static void
test_row (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autofree char *scaled = ys_look_scale_sheet (rows[row].sheet, rows[row].scale);

  g_assert_cmpstr (scaled, ==, rows[row].expected);
}

static void
on_parsing_error_cb (GtkCssProvider *provider, GtkCssSection *section, const GError *error)
{
  g_error ("%s", error->message);
}

/* The whole sheet of the program is still one. */
static void
test_own_sheet (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_signal_connect (provider, "parsing-error", G_CALLBACK (on_parsing_error_cb), NULL);
  ys_look_load_scaled (provider, "/io/github/yardstick_ledger/Yardstick/style.css", 1.25);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/app/look-scale/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/app/look-scale/own-sheet", test_own_sheet);
  return g_test_run ();
}
