/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of a sheet in its workbook, as large as their box and in its middle. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xlsx-private.h"

#define AIR_PIXELS 4

/* As spreadsheets draw a width of @characters at 96 dpi. */
static double
column_pixels (const YsSheet *sheet, guint column)
{
  return ys_sheet_width_points (ys_sheet_column_width (sheet, column)) * 96 / 72;
}

static lxw_error
insert (lxw_worksheet *worksheet, const YsSheet *sheet, const YsSheetImage *image)
{
  gsize size;
  const unsigned char *data = g_bytes_get_data (image->jpeg, &size);
  double width = 0, height = ys_sheet_row_height (sheet, image->range.row) * 96 / 72;
  double x, y, fit_width, fit_height;
  lxw_image_options options = { .object_position = LXW_OBJECT_MOVE_AND_SIZE };

  for (guint column = image->range.column; column <= image->range.column_end; column++)
    width += column_pixels (sheet, column);
  ys_sheet_image_fit (image, width - 2 * AIR_PIXELS, height - 2 * AIR_PIXELS, &x, &y, &fit_width,
                      &fit_height);
  options.x_offset = (gint32)(x + AIR_PIXELS);
  options.y_offset = (gint32)(y + AIR_PIXELS);
  options.x_scale = fit_width / cairo_image_surface_get_width (image->surface);
  options.y_scale = options.x_scale;
  return worksheet_insert_image_buffer_opt (worksheet, image->range.row,
                                            (lxw_col_t)image->range.column, data, size, &options);
}

gboolean
ys_xlsx_write_images (lxw_worksheet *worksheet, const YsSheet *sheet, GError **error)
{
  guint n_images;
  const YsSheetImage *images = ys_sheet_images (sheet, &n_images);

  for (guint i = 0; i < n_images; i++)
    {
      lxw_error code = insert (worksheet, sheet, &images[i]);

      if (code == LXW_NO_ERROR)
        continue;
      g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED,
                   /* Translators: %s are a sheet's name and the reason. */
                   _ ("A picture of the sheet “%s” could not be written: %s. Nothing was saved."),
                   ys_sheet_name (sheet), lxw_strerror (code));
      return FALSE;
    }
  return TRUE;
}
