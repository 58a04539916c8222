/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours are a sheet of their own, swapped as a whole: a widget never asks whether it is
 * dark. */
#include "config.h"

#include "look.h"

#include "desktop.h"
#include "look-scale.h"
#include "resources.h"

/* The smallest screen that the rooms are made for. */
#define WINDOW_WIDTH 1366
#define WINDOW_HEIGHT 768
/* What the widest room needs beside the names of all rooms: a screen of 1360 still has it. */
#define NARROW_BELOW 1340

static GtkCssProvider *colours;
/* What the desktop asked for before we set anything. */
static gboolean system_is_dark;

static void
load_colours (gboolean dark)
{
  gtk_css_provider_load_from_resource (colours, dark ? YS_RESOURCE ("colours-dark.css")
                                                     : YS_RESOURCE ("colours.css"));
}

static void
on_dark_changed_cb (GtkSettings *settings)
{
  gboolean dark;

  g_object_get (settings, "gtk-application-prefer-dark-theme", &dark, NULL);
  load_colours (dark);
}

/* GTK enlarges by whole numbers alone. What is left of 150 % it makes of the letters that are given
 * in points; the sheet's sizes are in pixels and follow them. */
static void
enlarge_letters (GtkSettings *settings)
{
  double rest = ys_desktop_scale_rest ();

  if (rest > 1.0)
    g_object_set (settings, "gtk-xft-dpi", (int)(96 * 1024 * rest), NULL);
}

double
ys_look_get_scale (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  if (settings == NULL)
    return 1.0;
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / (96 * 1024.0), 1.0, 3.0) : 1.0;
}

int
ys_look_scaled (int pixels)
{
  return pixels > 0 ? (int)(pixels * ys_look_get_scale () + 0.5) : pixels;
}

/* How often the roomiest monitor holds @width and @height. */
static double
get_room (int width, int height)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  double room = 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle place;

      gdk_monitor_get_geometry (monitor, &place);
      room = MAX (room, MIN (place.width / (double)width, place.height / (double)height));
    }
  return room;
}

/* A window is made for 1366 × 768. On a screen that has no more, letters grow and panes stay: else
 * the window would not fit. */
static double
get_pane_scale (void)
{
  return CLAMP (get_room (WINDOW_WIDTH, WINDOW_HEIGHT), 1.0, ys_look_get_scale ());
}

int
ys_look_scaled_pane (int pixels)
{
  if (pixels <= 0 || ys_look_get_scale () == 1.0)
    return pixels;
  return (int)(pixels * get_pane_scale () + 0.5);
}

gboolean
ys_look_fits (int width, int height)
{
  g_return_val_if_fail (width > 0 && height > 0, FALSE);

  return get_room (width, height) >= 1.0;
}

gboolean
ys_look_is_narrow (void)
{
  return !ys_look_fits ((int)(NARROW_BELOW * ys_look_get_scale ()), 1);
}

int
ys_look_unscaled (int pixels)
{
  return pixels > 0 ? (int)(pixels / ys_look_get_scale () + 0.5) : pixels;
}

void
ys_look_set_template (GtkWidgetClass *widget_class, const char *resource)
{
  double scale = ys_look_get_scale ();
  g_autoptr (GBytes) template = NULL;
  g_autoptr (GBytes) scaled = NULL;
  char *text;

  if (scale == 1.0)
    {
      gtk_widget_class_set_template_from_resource (widget_class, resource);
      return;
    }
  template = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_if_fail (template != NULL);
  text = ys_look_scale_template (g_bytes_get_data (template, NULL), scale, get_pane_scale ());
  scaled = g_bytes_new_take (text, strlen (text));
  gtk_widget_class_set_template (widget_class, scaled);
}

static void
start (GdkDisplay *display, GtkSettings *settings)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    YS_RESOURCE ("icons"));
  colours = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (colours),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  enlarge_letters (settings);
  ys_look_load_scaled (style, YS_RESOURCE ("style.css"), ys_look_get_scale ());
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_get (settings, "gtk-application-prefer-dark-theme", &system_is_dark, NULL);
  if (!system_is_dark && ys_desktop_is_dark ())
    {
      system_is_dark = TRUE;
      g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
    }
  load_colours (system_is_dark);
  g_signal_connect (settings, "notify::gtk-application-prefer-dark-theme",
                    G_CALLBACK (on_dark_changed_cb), NULL);
}

static void
unset_theme (GtkSettings *settings)
{
  g_autofree char *theme = NULL;

  /* No desktop's look is assumed, but whoever needs high contrast keeps it. Setting what is set
   * already would read the whole theme again. */
  g_object_get (settings, "gtk-theme-name", &theme, NULL);
  if (theme == NULL
      || (!g_str_has_prefix (theme, "HighContrast") && !g_str_equal (theme, "Default")))
    g_object_set (settings, "gtk-theme-name", "Default", NULL);
}

void
ys_look_apply (const char *appearance)
{
  GdkDisplay *display = gdk_display_get_default ();
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean dark;

  g_return_if_fail (display != NULL);
  g_return_if_fail (appearance != NULL);

  if (colours == NULL)
    {
      unset_theme (settings);
      start (display, settings);
    }
  dark = *appearance == '\0' ? system_is_dark : g_str_equal (appearance, "dark");
  /* Its signal loads the colours. */
  if (dark != ys_look_is_dark ())
    g_object_set (settings, "gtk-application-prefer-dark-theme", dark, NULL);
}

gboolean
ys_look_is_dark (void)
{
  gboolean dark;

  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &dark, NULL);
  return dark;
}

void
ys_look_color (GtkWidget *widget, const char *name, GdkRGBA *out_color)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, out_color))
    g_critical ("No colour %s", name);
  G_GNUC_END_IGNORE_DEPRECATIONS
}
