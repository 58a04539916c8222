/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First what was found, then what it is now, each by time; a click opens the large view of all. */
#include "config.h"

#include "photo-pair.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "photo-intake.h"
#include "photo-thumb.h"
#include "photo-viewer.h"
#include "resources.h"

#define WIDTH 116
#define HEIGHT 80

struct _YsPhotoPair
{
  GtkWidget parent_instance;

  GtkBox *photos;
  GtkWidget *add;

  YsSession *session;
  gint64 finding_id;
  gint64 case_id;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (YsPhotoPair, ys_photo_pair, GTK_TYPE_WIDGET)

static guint changed_signal;

static YsPhotoPlace
place_of (YsPhotoPair *self, int role)
{
  return (YsPhotoPlace){ .finding_id = self->finding_id, .case_id = self->case_id, .role = role };
}

static gboolean
can_add (YsPhotoPair *self)
{
  return self->session != NULL && (self->finding_id != 0 || self->case_id != 0)
         && ys_session_is_writable (self->session);
}

/* The first photo shows what was found; what comes later, what became of it. */
static int
usual_role (YsPhotoPair *self)
{
  g_autoptr (YsPhotoItem) first = g_list_model_get_item (G_LIST_MODEL (self->items), 0);

  return first != NULL && ys_photo_item_get_photo (first)->role == YS_PHOTO_BEFORE
             ? YS_PHOTO_AFTER
             : YS_PHOTO_BEFORE;
}

/* (transfer full): "Before 10-09" */
static char *
make_caption (const YsPhoto *photo)
{
  YsDate day = ys_instant_to_date (photo->taken_at != 0 ? photo->taken_at : photo->added_at);
  const char *role
      = g_dgettext (GETTEXT_PACKAGE, ys_photo_role_choices[MAX (photo->role, 1) - 1].label);

  return g_strdup_printf ("%s %02d-%02d", role, day.month, day.day);
}

static void
on_open_cb (GtkButton *button, YsPhotoPair *self)
{
  YsPhotoThumb *thumb = YS_PHOTO_THUMB (gtk_button_get_child (button));
  guint position;

  if (g_list_store_find (self->items, ys_photo_thumb_get_item (thumb), &position))
    ys_photo_viewer_show (GTK_WIDGET (self), G_LIST_MODEL (self->items), position);
}

static gboolean
on_key_cb (GtkEventControllerKey *controller,
           guint key,
           guint code,
           GdkModifierType modifiers,
           YsPhotoPair *self)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  YsPhotoThumb *thumb = YS_PHOTO_THUMB (gtk_button_get_child (GTK_BUTTON (button)));

  if (key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete)
    return GDK_EVENT_PROPAGATE;
  ys_photo_pair_remove (self, ys_photo_item_get_photo (ys_photo_thumb_get_item (thumb))->id);
  return GDK_EVENT_STOP;
}

static void
append_button (YsPhotoPair *self, YsPhotoItem *item)
{
  GtkWidget *thumb = ys_photo_thumb_new (ys_look_scaled (WIDTH), ys_look_scaled (HEIGHT));
  GtkWidget *button = gtk_button_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  ys_photo_thumb_set_item (YS_PHOTO_THUMB (thumb), item);
  gtk_button_set_child (GTK_BUTTON (button), thumb);
  gtk_widget_add_css_class (button, "photo");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ys_photo_item_get_caption (item), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_open_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, 0);
  gtk_widget_add_controller (button, keys);
  gtk_box_append (self->photos, button);
}

static void
fill (YsPhotoPair *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->photos))) != NULL)
    gtk_box_remove (self->photos, child);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (YsPhotoItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      append_button (self, item);
    }
  gtk_widget_set_visible (self->add, can_add (self));
}

static GPtrArray *
read_photos (YsPhotoPair *self)
{
  YsPhotoPlace place = place_of (self, 0);
  g_autoptr (GError) error = NULL;
  GPtrArray *photos;

  if (self->session == NULL || (self->finding_id == 0 && self->case_id == 0))
    return g_ptr_array_new ();
  photos = ys_photo_job_list (ys_session_get_ledger (self->session), &place, &error);
  if (photos != NULL)
    return photos;
  ys_session_report (self->session, error);
  return g_ptr_array_new ();
}

static void
append_role (YsPhotoPair *self, GPtrArray *photos, int role)
{
  for (guint i = 0; i < photos->len; i++)
    {
      const YsPhoto *photo = photos->pdata[i];
      g_autofree char *caption = NULL;
      g_autoptr (YsPhotoItem) item = NULL;

      if (photo->role != role)
        continue;
      caption = make_caption (photo);
      item = ys_photo_item_new (photo, ys_ledger_job_folder (ys_session_get_ledger (self->session)),
                                caption);
      g_list_store_append (self->items, item);
    }
}

static void
reload (YsPhotoPair *self)
{
  g_autoptr (GPtrArray) photos = read_photos (self);

  g_list_store_remove_all (self->items);
  append_role (self, photos, YS_PHOTO_BEFORE);
  append_role (self, photos, YS_PHOTO_AFTER);
  fill (self);
}

static void
on_session_changed_cb (YsSession *session, YsPhotoPair *self)
{
  reload (self);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, YsPhotoPair *self)
{
  return ys_photo_pair_take (self, YS_PHOTO_ROLE_UNKNOWN, value);
}

static void
on_choose_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPhotoPair *self = YS_PHOTO_PAIR (widget);
  YsPhotoPlace place = place_of (self, g_str_equal (g_variant_get_string (parameter, NULL), "after")
                                           ? YS_PHOTO_AFTER
                                           : YS_PHOTO_BEFORE);

  if (can_add (self))
    ys_photo_intake_choose (widget, self->session, &place);
}

static void
on_paste_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_photo_pair_paste (YS_PHOTO_PAIR (widget), YS_PHOTO_ROLE_UNKNOWN);
}

static void
ys_photo_pair_dispose (GObject *object)
{
  GtkWidget *child;
  YsPhotoPair *self = YS_PHOTO_PAIR (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_PHOTO_PAIR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (ys_photo_pair_parent_class)->dispose (object);
}

static void
ys_photo_pair_class_init (YsPhotoPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_photo_pair_dispose;
  changed_signal = g_signal_new ("changed", YS_TYPE_PHOTO_PAIR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "photopair");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/photo-pair.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsPhotoPair, photos);
  gtk_widget_class_bind_template_child (widget_class, YsPhotoPair, add);
  gtk_widget_class_install_action (widget_class, "pair.choose", "s", on_choose_action_cb);
  gtk_widget_class_install_action (widget_class, "pair.paste", NULL, on_paste_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "pair.paste",
                                       NULL);
}

static void
ys_photo_pair_init (YsPhotoPair *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  gsize n_types;
  const GType *types = ys_photo_intake_types (&n_types);

  self->items = g_list_store_new (YS_TYPE_PHOTO_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (target, (GType *)types, n_types);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  fill (self);
}

GtkWidget *
ys_photo_pair_new (void)
{
  return g_object_new (YS_TYPE_PHOTO_PAIR, NULL);
}

void
ys_photo_pair_show (YsPhotoPair *self, YsSession *session, gint64 finding_id, gint64 case_id)
{
  g_return_if_fail (YS_IS_PHOTO_PAIR (self));
  g_return_if_fail (session == NULL || YS_IS_SESSION (session));
  g_return_if_fail (finding_id == 0 || case_id == 0);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, on_session_changed_cb, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed_cb), self, 0);
  self->finding_id = finding_id;
  self->case_id = case_id;
  reload (self);
}

void
ys_photo_pair_paste (YsPhotoPair *self, int role)
{
  YsPhotoPlace place;

  g_return_if_fail (YS_IS_PHOTO_PAIR (self));

  place = place_of (self, role != YS_PHOTO_ROLE_UNKNOWN ? role : usual_role (self));
  if (can_add (self))
    ys_photo_intake_paste (GTK_WIDGET (self), self->session, &place);
}

gboolean
ys_photo_pair_take (YsPhotoPair *self, int role, const GValue *value)
{
  YsPhotoPlace place;

  g_return_val_if_fail (YS_IS_PHOTO_PAIR (self), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  place = place_of (self, role != YS_PHOTO_ROLE_UNKNOWN ? role : usual_role (self));
  return can_add (self) && ys_photo_intake_take (self->session, &place, value);
}

void
ys_photo_pair_remove (YsPhotoPair *self, gint64 photo_id)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (YS_IS_PHOTO_PAIR (self));

  if (!can_add (self))
    return;
  if (!ys_photo_job_remove (ys_session_get_ledger (self->session), &photo_id, 1, &error))
    {
      ys_session_report (self->session, error);
      return;
    }
  ys_session_changed (self->session);
  ys_session_notify (self->session, _ ("Removed the photo"), TRUE);
}
