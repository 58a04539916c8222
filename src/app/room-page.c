/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides which first step a room without a page offers: importing while the registry is empty,
 * opening the registry afterwards. */
#include "config.h"

#include "room-page.h"

#include <glib/gi18n-lib.h>

#include "empty-state.h"
#include "look.h"
#include "resources.h"

struct _YsRoomPage
{
  YsPage parent_instance;

  const YsRoom *room;

  GtkLabel *title;
  YsEmptyState *empty;
};

G_DEFINE_FINAL_TYPE (YsRoomPage, ys_room_page, YS_TYPE_PAGE)

static gboolean
registry_is_empty (YsRoomPage *self)
{
  YsRegistry *registry = ys_session_get_registry (ys_page_get_session (YS_PAGE (self)));

  return registry == NULL || ys_registry_n_items (registry) == 0;
}

static void
on_step_clicked_cb (YsRoomPage *self)
{
  YsSession *session = ys_page_get_session (YS_PAGE (self));

  ys_session_go (session, registry_is_empty (self) ? "import" : "registry", 0, NULL);
}

static void
ys_room_page_refresh (YsPage *page)
{
  YsRoomPage *self = YS_ROOM_PAGE (page);
  gboolean empty = registry_is_empty (self);

  ys_empty_state_set (self->empty,
                      self->room->icon != NULL ? self->room->icon : "document-open-symbolic",
                      self->room->purpose != NULL ? _ (self->room->purpose) : NULL,
                      empty ? _ ("This version cannot do it yet. It begins with the registry: "
                                 "import the compounds that you keep in Excel.")
                            : _ ("This version cannot do it yet. What you complete in the "
                                 "registry now will be used here."),
                      empty ? _ ("Import compounds…") : _ ("Open the registry"));
}

static void
ys_room_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_ROOM_PAGE);

  G_OBJECT_CLASS (ys_room_page_parent_class)->dispose (object);
}

static void
ys_room_page_class_init (YsRoomPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  YsPageClass *page_class = YS_PAGE_CLASS (class);

  object_class->dispose = ys_room_page_dispose;
  page_class->refresh = ys_room_page_refresh;

  g_type_ensure (YS_TYPE_EMPTY_STATE);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/room-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsRoomPage, title);
  gtk_widget_class_bind_template_child (widget_class, YsRoomPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_step_clicked_cb);
}

static void
ys_room_page_init (YsRoomPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

YsPage *
ys_room_page_new (const YsRoom *room)
{
  YsRoomPage *self;

  g_return_val_if_fail (room != NULL, NULL);

  self = g_object_new (YS_TYPE_ROOM_PAGE, NULL);
  self->room = room;
  gtk_label_set_label (self->title, _ (room->label));
  return YS_PAGE (self);
}
