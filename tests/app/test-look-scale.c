/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The style sheet on a screen with more dots: every length in pixels grows, nothing else. */
#include "config.h"

#include "look-scale.h"

#include "column-set.h"
#include "look.h"
#include "registry-columns.h"

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

/* Widths and heights of a window's description grow, panes only as far as there is room; numbers of
 * letters and names stay. */
static void
test_template (void)
{
  g_autofree char *scaled
      = ys_look_scale_template ("<property name=\"width-request\">335</property>"
                                "<property name=\"position\">left</property>"
                                "<property name=\"position\">410</property>"
                                "<property name=\"width-chars\">12</property>"
                                "<property name=\"default-width\">-1</property>"
                                "<property name=\"width-request\">239</property>",
                                1.5, 1.25);

  g_assert_cmpstr (scaled, ==,
                   "<property name=\"width-request\">419</property>"
                   "<property name=\"position\">left</property>"
                   "<property name=\"position\">513</property>"
                   "<property name=\"width-chars\">12</property>"
                   "<property name=\"default-width\">-1</property>"
                   "<property name=\"width-request\">359</property>");
}

static void
set_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int)(96 * 1024 * scale), NULL);
}

/* What is remembered and shown again is as wide as before, at whatever scale. */
static void
test_there_and_back (void)
{
  static const double scales[] = { 1.0, 1.25, 1.5, 1.75 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      set_scale (scales[i]);
      for (int pixels = -1; pixels <= 2000; pixels++)
        g_assert_cmpint (ys_look_unscaled (ys_look_scaled (pixels)), ==, pixels);
    }
  g_assert_cmpint (ys_look_scaled (-1), ==, -1);
  g_assert_cmpint (ys_look_scaled (0), ==, 0);
  g_assert_cmpint (ys_look_scaled (395), ==, 691);
  set_scale (1.0);
}

static GtkWidget *
make_cell (guint column, gpointer data)
{
  return gtk_label_new (NULL);
}

static void
show_cell (guint column, GtkWidget *cell, YsSlot *slot, gpointer data)
{
}

/* Widths that a ledger keeps are those at 96 dots an inch: they do not grow from start to start,
 * and a ledger goes from one screen to another. */
static void
test_columns (void)
{
  static const YsColumnInfo infos[] = { { "number", "No.", -1, 0, 50, FALSE },
                                        { "name", "Name", -1, 0, 0, FALSE },
                                        { "level", "Level", -1, 0, 48, TRUE } };
  const char *kept = "number:61 name:-1 -level:48";
  g_autoptr (GtkWidget) view = g_object_ref_sink (gtk_column_view_new (NULL));
  g_autoptr (YsColumnSet) set = NULL;

  set_scale (1.5);
  set = ys_column_set_new (GTK_COLUMN_VIEW (view), infos, G_N_ELEMENTS (infos), make_cell,
                           show_cell, NULL);
  for (guint start = 0; start < 3; start++)
    {
      g_autofree char *text = NULL;

      ys_column_set_from_text (set, kept);
      g_assert_cmpint (gtk_column_view_column_get_fixed_width (ys_column_set_get_column (set, 0)),
                       ==, 92);
      text = ys_column_set_to_text (set);
      g_assert_cmpstr (text, ==, kept);
    }
  gtk_column_view_column_set_visible (ys_column_set_get_column (set, 2), TRUE);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (ys_column_set_get_column (set, 2)), ==,
                   72);
  set_scale (1.0);
}

/* The registry's list, which keeps its own. */
static void
test_registry_columns (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (gtk_column_view_new (NULL));
  YsRegistryColumns *columns;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *at_96 = NULL;

  columns = ys_registry_columns_new (GTK_COLUMN_VIEW (view));
  at_96 = ys_registry_columns_to_text (columns);
  set_scale (1.25);
  ys_registry_columns_from_text (columns, at_96);
  first = ys_registry_columns_to_text (columns);
  ys_registry_columns_from_text (columns, first);
  second = ys_registry_columns_to_text (columns);
  g_assert_cmpstr (first, ==, at_96);
  g_assert_cmpstr (second, ==, at_96);
  ys_registry_columns_free (columns);
  set_scale (1.0);
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
  g_test_add_func ("/app/look-scale/template", test_template);
  g_test_add_func ("/app/look-scale/there-and-back", test_there_and_back);
  g_test_add_func ("/app/look-scale/columns", test_columns);
  g_test_add_func ("/app/look-scale/registry-columns", test_registry_columns);
  g_test_add_func ("/app/look-scale/own-sheet", test_own_sheet);
  return g_test_run ();
}
