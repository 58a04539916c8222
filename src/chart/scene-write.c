/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scene as a file: drawn in memory, then written whole or not at all. The same scene gives the
 * same bytes, whenever and wherever it is written. */
#include "config.h"

#include "scene-private.h"
#include "replace.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A point is 1/72 inch, a pixel of the scene 1/96. */
#define POINTS_PER_PIXEL 0.75
/* A file says what it shows, not when it was written. */
#define WRITTEN_AT "2000-01-01T00:00:00Z"

typedef enum
{
  PNG,
  SVG,
  PDF,
  UNKNOWN
} Format;

static Format
format_of (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".png")   ? PNG
         : g_str_has_suffix (lower, ".svg") ? SVG
         : g_str_has_suffix (lower, ".pdf") ? PDF
                                            : UNKNOWN;
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* On paper there is no window behind: a bare scene brings its ground too. */
static void
draw_whole (const YsScene *scene, cairo_t *cr, gboolean dark)
{
  ys_colour_set (cr, scene->is_bare ? ys_palette (dark)->ground
                                    : ys_role_colour (YS_ROLE_GROUND, dark));
  cairo_paint (cr);
  ys_scene_draw (scene, cr, dark);
}

static cairo_status_t
render_png (const YsScene *scene, gboolean dark, GByteArray *out)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (scene->width),
                                    (int)ceil (scene->height));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  draw_whole (scene, cr, dark);
  status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, out);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_surface_t *
new_pages (const YsScene *scene, Format format, GByteArray *out)
{
  double width = scene->width * POINTS_PER_PIXEL, height = scene->height * POINTS_PER_PIXEL;
  cairo_surface_t *surface;

  if (format == SVG)
    return cairo_svg_surface_create_for_stream (append, out, width, height);
  surface = cairo_pdf_surface_create_for_stream (append, out, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, WRITTEN_AT);
  return surface;
}

static gboolean
renumber_one (const GMatchInfo *match, GString *result, gpointer data)
{
  GHashTable *numbers = data;
  char *name = g_match_info_fetch (match, 0);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, name));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, g_strdup (name), GUINT_TO_POINTER (number));
    }
  g_string_append_printf (result, "surface%u", number);
  g_free (name);
  return FALSE;
}

/* Cairo counts its surfaces through the whole life of the program and writes the number down. */
static void
renumber_surfaces (GByteArray *out)
{
  g_autoptr (GRegex) regex = g_regex_new ("surface[0-9]+", 0, 0, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = g_regex_replace_eval (regex, (const char *)out->data, out->len, 0, 0,
                                                renumber_one, numbers, NULL);

  if (text == NULL)
    return;
  g_byte_array_set_size (out, 0);
  g_byte_array_append (out, (const guint8 *)text, (guint)strlen (text));
}

static cairo_status_t
render_pages (const YsScene *const *scenes, guint n, Format format, gboolean dark, GByteArray *out)
{
  cairo_surface_t *surface = new_pages (scenes[0], format, out);
  cairo_t *cr;
  cairo_status_t status;

  for (guint i = 0; i < n; i++)
    {
      if (format == PDF)
        cairo_pdf_surface_set_size (surface, scenes[i]->width * POINTS_PER_PIXEL,
                                    scenes[i]->height * POINTS_PER_PIXEL);
      cr = cairo_create (surface);
      cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
      draw_whole (scenes[i], cr, dark);
      cairo_destroy (cr);
      cairo_surface_show_page (surface);
    }
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (format == SVG && status == CAIRO_STATUS_SUCCESS)
    renumber_surfaces (out);
  return status;
}

static int
code_of (const GError *error)
{
  static const int codes[][2] = {
    { G_FILE_ERROR_NOSPC, G_IO_ERROR_NO_SPACE },
    { G_FILE_ERROR_NOENT, G_IO_ERROR_NOT_FOUND },
    { G_FILE_ERROR_NOTDIR, G_IO_ERROR_NOT_FOUND },
    { G_FILE_ERROR_ACCES, G_IO_ERROR_PERMISSION_DENIED },
    { G_FILE_ERROR_PERM, G_IO_ERROR_PERMISSION_DENIED },
    { G_FILE_ERROR_ROFS, G_IO_ERROR_READ_ONLY },
    { G_FILE_ERROR_ISDIR, G_IO_ERROR_IS_DIRECTORY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (error->code == codes[i][0])
      return codes[i][1];
  return G_IO_ERROR_FAILED;
}

static gboolean
write_bytes (const char *path, const GByteArray *bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *name = g_filename_display_name (path);

  if (ys_replace_contents (path, (const char *)bytes->data, bytes->len, 0666, &local))
    return TRUE;
  if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _ ("The disk is full, so “%s” was not written. Free some space, then try again."),
                 name);
  else
    /* Translators: %s are a file's path and the system's reason. */
    g_set_error (error, G_IO_ERROR, code_of (local),
                 _ ("“%s” was not written: %s. Close it in other programs or choose another "
                    "folder."),
                 name, local->message);
  return FALSE;
}

gboolean
ys_scene_write (
    const YsScene *const *scenes, guint n, const char *path, gboolean dark, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Format format = format_of (path);
  cairo_status_t status;

  g_return_val_if_fail (n > 0, FALSE);
  if (format == UNKNOWN)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("A chart can be saved as a picture or as pages only. Let the file's "
                              "name end in .png, .svg or .pdf."));
      return FALSE;
    }
  if (n > 1 && format != PDF)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("A picture holds one page only. Let the file's name end in .pdf, or "
                              "save one page."));
      return FALSE;
    }
  status = format == PNG ? render_png (scenes[0], dark, bytes)
                         : render_pages (scenes, n, format, dark, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return write_bytes (path, bytes, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The chart could not be drawn: %s."),
               cairo_status_to_string (status));
  return FALSE;
}
