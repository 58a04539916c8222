/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads its photos whenever the session changed: they are the few of one inspection. Thumbnails are
 * asked for by those that are in sight. */
#include "config.h"

#include "photo-strip.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "photo-intake.h"
#include "photo-thumb.h"
#include "photo-viewer.h"
#include "resources.h"
#include "when.h"

struct _YsPhotoStrip
{
  GtkWidget parent_instance;

  GtkLabel *count;
  GtkLabel *unassigned;
  GtkLabel *drag_hint;
  GtkListView *list;
  GtkWidget *drop_zone;

  YsSession *session;
  gint64 inspection_id;
  gint64 target;
  GHashTable *rows; /* finding id → row number */
  GListStore *items;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (YsPhotoStrip, ys_photo_strip, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static YsPhotoPlace
place_of (YsPhotoStrip *self, gint64 finding_id)
{
  return (YsPhotoPlace){ .inspection_id = self->inspection_id, .finding_id = finding_id };
}

static gboolean
can_add (YsPhotoStrip *self)
{
  return self->session != NULL && self->inspection_id != 0
         && ys_session_is_writable (self->session);
}

/* (transfer full): "Row 1 10:34" */
static char *
make_caption (YsPhotoStrip *self, const YsPhoto *photo)
{
  g_autofree char *clock = ys_when_clock (photo->taken_at != 0 ? photo->taken_at : photo->added_at);
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, &photo->finding_id));

  if (photo->finding_id == 0)
    /* Translators: a photo that belongs to no row yet, and when it was taken */
    return g_strdup_printf (_ ("No row %s"), clock);
  if (row == 0)
    return g_steal_pointer (&clock);
  /* Translators: the number of a row, when the photo was taken */
  return g_strdup_printf (_ ("Row %u %s"), row, clock);
}

static guint
find_position (YsPhotoStrip *self, gint64 photo_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (YsPhotoItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (ys_photo_item_get_photo (item)->id == photo_id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
show_counts (YsPhotoStrip *self)
{
  guint n = ys_photo_strip_get_n_photos (self);
  guint n_unassigned = ys_photo_strip_count (self, 0);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *unassigned = g_strdup_printf (
      /* Translators: photos that belong to no row */
      g_dngettext (GETTEXT_PACKAGE, "%u has no row", "%u have no row", n_unassigned), n_unassigned);

  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->unassigned, unassigned);
  gtk_widget_set_visible (GTK_WIDGET (self->unassigned), n_unassigned > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->drag_hint), n_unassigned > 0);
  gtk_widget_set_visible (self->drop_zone, can_add (self));
}

static void on_selection_cb (GtkSingleSelection *selection, GParamSpec *pspec, YsPhotoStrip *self);

/* What was selected stays so, and nobody is told. */
static void
fill (YsPhotoStrip *self, GPtrArray *items)
{
  gint64 selected = ys_photo_strip_get_selected (self);

  g_signal_handlers_block_by_func (self->selection, on_selection_cb, self);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_single_selection_set_selected (self->selection, find_position (self, selected));
  g_signal_handlers_unblock_by_func (self->selection, on_selection_cb, self);
  show_counts (self);
}

static GPtrArray *
read_photos (YsPhotoStrip *self)
{
  YsPhotoPlace place = place_of (self, 0);
  g_autoptr (GError) error = NULL;
  GPtrArray *photos;

  if (self->session == NULL || self->inspection_id == 0)
    return g_ptr_array_new ();
  photos = ys_photo_job_list (ys_session_get_ledger (self->session), &place, &error);
  if (photos != NULL)
    return photos;
  ys_session_report (self->session, error);
  return g_ptr_array_new ();
}

static void
reload (YsPhotoStrip *self)
{
  g_autoptr (GPtrArray) photos = read_photos (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < photos->len; i++)
    {
      const YsPhoto *photo = photos->pdata[i];
      g_autofree char *caption = make_caption (self, photo);
      const char *folder = ys_ledger_job_folder (ys_session_get_ledger (self->session));

      g_ptr_array_add (items, ys_photo_item_new (photo, folder, caption));
    }
  fill (self, items);
}

static void
on_session_changed_cb (YsSession *session, YsPhotoStrip *self)
{
  reload (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_selection_cb (GtkSingleSelection *selection, GParamSpec *pspec, YsPhotoStrip *self)
{
  YsPhotoItem *item = gtk_single_selection_get_selected_item (selection);
  const YsPhoto *photo = item != NULL ? ys_photo_item_get_photo (item) : NULL;

  g_signal_emit (self, signals[SELECTED], 0, photo != NULL ? photo->id : G_GINT64_CONSTANT (0),
                 photo != NULL ? photo->finding_id : G_GINT64_CONSTANT (0));
}

static void
on_activate_cb (GtkListView *list, guint position, YsPhotoStrip *self)
{
  ys_photo_viewer_show (GTK_WIDGET (self), G_LIST_MODEL (self->items), position);
}

/* A drag carries the photo itself: the row that it falls on knows what to do. */
static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source, double x, double y, YsPhotoThumb *thumb)
{
  YsPhotoItem *item = ys_photo_thumb_get_item (thumb);
  GdkPaintable *paintable = ys_photo_thumb_get_paintable (thumb);

  if (item == NULL)
    return NULL;
  if (paintable != NULL)
    gtk_drag_source_set_icon (source, paintable, 0, 0);
  return gdk_content_provider_new_typed (YS_TYPE_PHOTO_ITEM, item);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *row, YsPhotoStrip *self)
{
  GtkWidget *thumb = ys_photo_thumb_new (120, 76);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare_cb), thumb, 0);
  gtk_widget_add_controller (thumb, GTK_EVENT_CONTROLLER (source));
  gtk_list_item_set_child (row, thumb);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *row, YsPhotoStrip *self)
{
  ys_photo_thumb_set_item (YS_PHOTO_THUMB (gtk_list_item_get_child (row)),
                           gtk_list_item_get_item (row));
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *row, YsPhotoStrip *self)
{
  ys_photo_thumb_set_item (YS_PHOTO_THUMB (gtk_list_item_get_child (row)), NULL);
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, YsPhotoStrip *self)
{
  return ys_photo_strip_take (self, self->target, value);
}

static void
on_choose_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_photo_strip_choose (YS_PHOTO_STRIP (widget));
}

static void
on_paste_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_photo_strip_paste (YS_PHOTO_STRIP (widget));
}

static void
on_remove_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_photo_strip_remove_selected (YS_PHOTO_STRIP (widget));
}

static void
ys_photo_strip_dispose (GObject *object)
{
  GtkWidget *child;
  YsPhotoStrip *self = YS_PHOTO_STRIP (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_PHOTO_STRIP);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (ys_photo_strip_parent_class)->dispose (object);
}

static void
ys_photo_strip_finalize (GObject *object)
{
  g_hash_table_unref (YS_PHOTO_STRIP (object)->rows);
  G_OBJECT_CLASS (ys_photo_strip_parent_class)->finalize (object);
}

static void
ys_photo_strip_class_init (YsPhotoStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_photo_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_photo_strip_finalize;
  signals[CHANGED] = g_signal_new ("changed", YS_TYPE_PHOTO_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", YS_TYPE_PHOTO_STRIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "photostrip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/photo-strip.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsPhotoStrip, count);
  gtk_widget_class_bind_template_child (widget_class, YsPhotoStrip, unassigned);
  gtk_widget_class_bind_template_child (widget_class, YsPhotoStrip, drag_hint);
  gtk_widget_class_bind_template_child (widget_class, YsPhotoStrip, list);
  gtk_widget_class_bind_template_child (widget_class, YsPhotoStrip, drop_zone);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_install_action (widget_class, "photos.choose", NULL, on_choose_action_cb);
  gtk_widget_class_install_action (widget_class, "photos.paste", NULL, on_paste_action_cb);
  gtk_widget_class_install_action (widget_class, "photos.remove", NULL, on_remove_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "photos.paste",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "photos.remove", NULL);
}

static void
make_list (YsPhotoStrip *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->items = g_list_store_new (YS_TYPE_PHOTO_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (on_selection_cb), self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

static void
ys_photo_strip_init (YsPhotoStrip *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  gsize n_types;
  const GType *types = ys_photo_intake_types (&n_types);

  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);
  gtk_drop_target_set_gtypes (target, (GType *)types, n_types);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  show_counts (self);
}

GtkWidget *
ys_photo_strip_new (void)
{
  return g_object_new (YS_TYPE_PHOTO_STRIP, NULL);
}

void
ys_photo_strip_show (YsPhotoStrip *self, YsSession *session, gint64 inspection_id)
{
  g_return_if_fail (YS_IS_PHOTO_STRIP (self));
  g_return_if_fail (session == NULL || YS_IS_SESSION (session));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, on_session_changed_cb, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed_cb), self, 0);
  if (self->inspection_id != inspection_id)
    self->target = 0;
  self->inspection_id = inspection_id;
  reload (self);
}

void
ys_photo_strip_set_rows (YsPhotoStrip *self, const gint64 *finding_ids, guint n_ids)
{
  gboolean same;

  g_return_if_fail (YS_IS_PHOTO_STRIP (self));
  g_return_if_fail (finding_ids != NULL || n_ids == 0);

  same = g_hash_table_size (self->rows) == n_ids;
  for (guint i = 0; same && i < n_ids; i++)
    same = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, &finding_ids[i])) == i + 1;
  if (same)
    return;
  g_hash_table_remove_all (self->rows);
  for (guint i = 0; i < n_ids; i++)
    g_hash_table_insert (self->rows, g_memdup2 (&finding_ids[i], sizeof (gint64)),
                         GUINT_TO_POINTER (i + 1));
  reload (self);
}

void
ys_photo_strip_set_target (YsPhotoStrip *self, gint64 finding_id)
{
  g_return_if_fail (YS_IS_PHOTO_STRIP (self));

  self->target = finding_id;
}

void
ys_photo_strip_select_finding (YsPhotoStrip *self, gint64 finding_id)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (YS_IS_PHOTO_STRIP (self));

  for (guint i = 0; finding_id != 0 && i < ys_photo_strip_get_n_photos (self); i++)
    {
      g_autoptr (YsPhotoItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (position == GTK_INVALID_LIST_POSITION
          && ys_photo_item_get_photo (item)->finding_id == finding_id)
        position = i;
    }
  g_signal_handlers_block_by_func (self->selection, on_selection_cb, self);
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_handlers_unblock_by_func (self->selection, on_selection_cb, self);
}

gint64
ys_photo_strip_get_selected (YsPhotoStrip *self)
{
  YsPhotoItem *item;

  g_return_val_if_fail (YS_IS_PHOTO_STRIP (self), 0);

  item = gtk_single_selection_get_selected_item (self->selection);
  return item != NULL ? ys_photo_item_get_photo (item)->id : 0;
}

guint
ys_photo_strip_get_n_photos (YsPhotoStrip *self)
{
  g_return_val_if_fail (YS_IS_PHOTO_STRIP (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

guint
ys_photo_strip_count (YsPhotoStrip *self, gint64 finding_id)
{
  guint n = 0;

  g_return_val_if_fail (YS_IS_PHOTO_STRIP (self), 0);

  for (guint i = 0; i < ys_photo_strip_get_n_photos (self); i++)
    {
      g_autoptr (YsPhotoItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      n += ys_photo_item_get_photo (item)->finding_id == finding_id;
    }
  return n;
}

gboolean
ys_photo_strip_can_paste (YsPhotoStrip *self)
{
  g_return_val_if_fail (YS_IS_PHOTO_STRIP (self), FALSE);

  return can_add (self) && ys_photo_intake_can_paste (GTK_WIDGET (self));
}

void
ys_photo_strip_paste (YsPhotoStrip *self)
{
  YsPhotoPlace place;

  g_return_if_fail (YS_IS_PHOTO_STRIP (self));

  place = place_of (self, self->target);
  if (can_add (self))
    ys_photo_intake_paste (GTK_WIDGET (self), self->session, &place);
}

void
ys_photo_strip_choose (YsPhotoStrip *self)
{
  YsPhotoPlace place;

  g_return_if_fail (YS_IS_PHOTO_STRIP (self));

  place = place_of (self, self->target);
  if (can_add (self))
    ys_photo_intake_choose (GTK_WIDGET (self), self->session, &place);
}

gboolean
ys_photo_strip_take (YsPhotoStrip *self, gint64 finding_id, const GValue *value)
{
  YsPhotoPlace place;

  g_return_val_if_fail (YS_IS_PHOTO_STRIP (self), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  place = place_of (self, finding_id);
  return can_add (self) && ys_photo_intake_take (self->session, &place, value);
}

gboolean
ys_photo_strip_assign (YsPhotoStrip *self, gint64 photo_id, gint64 finding_id)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (YS_IS_PHOTO_STRIP (self), FALSE);

  if (!can_add (self))
    return FALSE;
  if (!ys_photo_job_assign (ys_session_get_ledger (self->session), &photo_id, 1, finding_id,
                            &error))
    {
      ys_session_report (self->session, error);
      return FALSE;
    }
  ys_session_changed (self->session);
  return TRUE;
}

void
ys_photo_strip_remove_selected (YsPhotoStrip *self)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_return_if_fail (YS_IS_PHOTO_STRIP (self));

  id = ys_photo_strip_get_selected (self);
  if (id == 0 || !can_add (self))
    return;
  if (!ys_photo_job_remove (ys_session_get_ledger (self->session), &id, 1, &error))
    {
      ys_session_report (self->session, error);
      return;
    }
  ys_session_changed (self->session);
  ys_session_notify (self->session, _ ("Removed the photo"), TRUE);
}
