/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures on a sheet. The JPEG goes along with its pixels, so that a PDF holds the file itself and
 * not a larger copy. */
#include "config.h"

#include "sheet-private.h"

#define JPEG_FIRST 0xff

void
ys_sheet_image_clear (YsSheetImage *image)
{
  g_clear_pointer (&image->jpeg, g_bytes_unref);
  g_clear_pointer (&image->surface, cairo_surface_destroy);
}

void
ys_sheet_add_image (YsSheet *sheet, YsSheetRange range, GBytes *jpeg, cairo_surface_t *surface)
{
  YsSheetImage image = { range, NULL, NULL };
  gsize size;
  const unsigned char *data;

  g_return_if_fail (sheet != NULL);
  g_return_if_fail (range.row == range.row_end && range.column <= range.column_end);
  g_return_if_fail (range.column_end < sheet->n_columns);
  g_return_if_fail (jpeg != NULL && surface != NULL);

  image.jpeg = g_bytes_ref (jpeg);
  image.surface = cairo_surface_reference (surface);
  data = g_bytes_get_data (jpeg, &size);
  if (size > 0 && data[0] == JPEG_FIRST) /* a chart is .png: cairo packs its pixels itself */
    cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, size,
                                 (cairo_destroy_func_t)g_bytes_unref, g_bytes_ref (jpeg));
  g_array_append_val (sheet->images, image);
}

const YsSheetImage *
ys_sheet_images (const YsSheet *sheet, guint *out_n)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  *out_n = sheet->images->len;
  return (const YsSheetImage *)(void *)sheet->images->data;
}

void
ys_sheet_image_fit (const YsSheetImage *image,
                    double width,
                    double height,
                    double *out_x,
                    double *out_y,
                    double *out_width,
                    double *out_height)
{
  double pixels_wide = cairo_image_surface_get_width (image->surface);
  double pixels_high = cairo_image_surface_get_height (image->surface);
  double scale = MIN (width / pixels_wide, height / pixels_high);

  *out_width = pixels_wide * scale;
  *out_height = pixels_high * scale;
  *out_x = (width - *out_width) / 2;
  *out_y = (height - *out_height) / 2;
}
