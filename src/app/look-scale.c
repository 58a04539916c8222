/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK scales lengths in points and em with the screen's dots an inch, but not pixels; and what is
 * drawn round a letter must grow with it. */
#include "config.h"

#include "look-scale.h"

#include <stdlib.h>

static gboolean
append_scaled (const GMatchInfo *match, GString *out, gpointer scale)
{
  g_autofree char *number = g_match_info_fetch (match, 1);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.4g", g_ascii_strtod (number, NULL) * *(double *)scale);
  g_string_append_printf (out, "%spx", text);
  return FALSE;
}

char *
ys_look_scale_sheet (const char *sheet, double scale)
{
  g_autoptr (GRegex) pixels = NULL;
  g_autoptr (GError) error = NULL;
  char *scaled;

  g_return_val_if_fail (sheet != NULL, NULL);

  pixels = g_regex_new ("\\b([0-9]+(?:\\.[0-9]+)?)px\\b", G_REGEX_OPTIMIZE, 0, &error);
  g_assert_no_error (error);
  scaled = g_regex_replace_eval (pixels, sheet, -1, 0, 0, append_scaled, &scale, &error);
  g_assert_no_error (error);
  return scaled;
}

/* What is as large as this is a pane, not a field. */
#define LEAST_PANE 240

typedef struct
{
  double scale;
  double pane_scale;
} Scales;

static gboolean
append_property (const GMatchInfo *match, GString *out, gpointer data)
{
  const Scales *scales = data;
  g_autofree char *head = g_match_info_fetch (match, 1);
  g_autofree char *number = g_match_info_fetch (match, 2);
  int pixels = atoi (number);
  double scale = pixels < LEAST_PANE ? scales->scale : scales->pane_scale;

  g_string_append_printf (out, "%s%d<", head, (int)(pixels * scale + 0.5));
  return FALSE;
}

char *
ys_look_scale_template (const char *description, double scale, double pane_scale)
{
  Scales scales = { scale, pane_scale };
  g_autoptr (GRegex) properties = NULL;
  g_autoptr (GError) error = NULL;
  char *scaled;

  g_return_val_if_fail (description != NULL, NULL);

  properties = g_regex_new ("(<property name=\"(?:width-request|height-request|position|"
                            "default-width|default-height)\">)([0-9]+)<",
                            G_REGEX_OPTIMIZE, 0, &error);
  g_assert_no_error (error);
  scaled
      = g_regex_replace_eval (properties, description, -1, 0, 0, append_property, &scales, &error);
  g_assert_no_error (error);
  return scaled;
}

void
ys_look_load_scaled (GtkCssProvider *provider, const char *resource, double scale)
{
  g_autoptr (GBytes) sheet = NULL;
  g_autofree char *scaled = NULL;

  g_return_if_fail (GTK_IS_CSS_PROVIDER (provider));

  if (scale == 1.0)
    {
      gtk_css_provider_load_from_resource (provider, resource);
      return;
    }
  sheet = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_if_fail (sheet != NULL);
  scaled = ys_look_scale_sheet (g_bytes_get_data (sheet, NULL), scale);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_css_provider_load_from_data (provider, scaled, -1);
  G_GNUC_END_IGNORE_DEPRECATIONS
}
