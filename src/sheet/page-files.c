/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages → PDF and PNG. The PDF's dates come from the caller, so that the same pages give the same
 * bytes; marks never go into a file. */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "file-output.h"
#include "page-private.h"

/* Stands in the file when the caller knows no time; never the clock. */
#define NO_TIME "2000-01-01T00:00:00+08:00"

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED,
               /* Translators: %s is the reason. */
               _ ("The pages could not be drawn: %s. Nothing was saved."),
               cairo_status_to_string (status));
  return FALSE;
}

static void
set_metadata (cairo_surface_t *surface, const YsDocumentInfo *info)
{
  g_autofree char *minute
      = info != NULL && info->created != 0 ? ys_instant_to_iso (info->created) : NULL;
  g_autofree char *created
      = minute != NULL ? g_strconcat (minute, ":00+08:00", NULL) : g_strdup (NO_TIME);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Yardstick");
  if (info != NULL && info->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  if (info != NULL && info->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
}

GBytes *
ys_pages_to_pdf (const YsPages *pages, const YsDocumentInfo *info, GError **error)
{
  GByteArray *data = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, data, 1, 1);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (surface, info);
  for (guint page = 0; page < ys_pages_count (pages); page++)
    {
      double width, height;

      ys_pages_size (pages, page, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      ys_pages_draw (pages, page, cr, FALSE);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check (status, error))
    {
      g_byte_array_unref (data);
      return NULL;
    }
  return g_byte_array_free_to_bytes (data);
}

gboolean
ys_pages_write_pdf (const YsPages *pages,
                    const YsDocumentInfo *info,
                    const char *path,
                    GError **error)
{
  g_autoptr (GBytes) bytes = ys_pages_to_pdf (pages, info, error);

  return bytes != NULL
         && ys_output_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

gboolean
ys_pages_write_png (
    const YsPages *pages, guint page, double scale, const char *path, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  g_return_val_if_fail (page < ys_pages_count (pages), FALSE);
  g_return_val_if_fail (scale > 0, FALSE);

  ys_pages_size (pages, page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (width * scale),
                                        (int)ceil (height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  ys_pages_draw (pages, page, cr, FALSE);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, data);
  cairo_surface_destroy (surface);
  return check (status, error)
         && ys_output_write (path, (const char *)data->data, data->len, error);
}
