/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photos beneath the grid: a photo dropped on a row is that row's, and so is one that is added
 * while the cursor stands in it. A row that is not saved has none yet. */
#include "config.h"

#include "inspection-page-private.h"

static gint64
finding_at (YsInspectionPage *page, guint position)
{
  const YsInspectionRow *row = ys_inspection_rows_get (page->rows, position);

  return row != NULL && row->finding != NULL ? row->finding->id : 0;
}

static void
on_photos_changed_cb (YsInspectionPage *page)
{
  for (guint i = 0; i < ys_inspection_rows_n_used (page->rows); i++)
    {
      gint64 finding = finding_at (page, i);

      ys_inspection_rows_set_photos (page->rows, i,
                                     finding != 0 ? ys_photo_strip_count (page->photos, finding)
                                                  : 0);
    }
}

/* The row that a photo belongs to has the cursor. */
static void
on_photo_selected_cb (YsInspectionPage *page, gint64 photo_id, gint64 finding_id)
{
  guint position = finding_id != 0 ? ys_inspection_rows_find (page->rows, finding_id)
                                   : GTK_INVALID_LIST_POSITION;

  if (position != GTK_INVALID_LIST_POSITION)
    ys_inspection_columns_set_current (page->columns, position);
}

void
ys_inspection_page_aim_photos (YsInspectionPage *page)
{
  gint64 finding = finding_at (page, page->position);

  ys_photo_strip_set_target (page->photos, finding);
  ys_photo_strip_select_finding (page->photos, finding);
}

void
ys_inspection_page_show_photos (YsInspectionPage *page)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ys_inspection_rows_n_used (page->rows); i++)
    {
      gint64 finding = finding_at (page, i);

      g_array_append_val (ids, finding);
    }
  if (page->photos_of != page->head->id || !page->has_photos)
    ys_photo_strip_show (page->photos, ys_page_get_session (YS_PAGE (page)), page->head->id);
  page->photos_of = page->head->id;
  page->has_photos = TRUE;
  ys_photo_strip_set_rows (page->photos, (const gint64 *)(gpointer)ids->data, ids->len);
  on_photos_changed_cb (page);
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, YsInspectionPage *page)
{
  guint position = ys_inspection_columns_position_at (page->columns, y);
  gint64 finding = finding_at (page, position);

  if (ys_inspection_page_take_drop (page, value))
    return TRUE;
  if (finding == 0)
    return FALSE;
  if (G_VALUE_HOLDS (value, YS_TYPE_PHOTO_ITEM))
    return ys_photo_strip_assign (page->photos,
                                  ys_photo_item_get_photo (g_value_get_object (value))->id,
                                  finding);
  return ys_photo_strip_take (page->photos, finding, value);
}

void
ys_inspection_page_init_photos (YsInspectionPage *page)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  GType types[] = { YS_TYPE_PHOTO_ITEM, GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), page);
  gtk_widget_add_controller (GTK_WIDGET (page->view), GTK_EVENT_CONTROLLER (target));
}

void
ys_inspection_page_bind_photos (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, photos);
  gtk_widget_class_bind_template_callback (widget_class, on_photos_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_photo_selected_cb);
}
