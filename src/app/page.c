/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides when a page is refreshed: at once while it is mapped, else when it is next mapped, so
 * that an edit costs only what is seen. */
#include "config.h"

#include "page.h"

#include "widget-help.h"

typedef struct
{
  YsSession *session;
  gboolean stale;
  GtkShortcutController *keys;       /* of the whole window */
  GtkShortcutController *first_keys; /* (nullable) */
} YsPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YsPage, ys_page, GTK_TYPE_WIDGET)

static YsPagePrivate *
get_private (YsPage *page)
{
  return ys_page_get_instance_private (page);
}

static void
refresh_now (YsPage *page)
{
  YsPagePrivate *priv = get_private (page);
  YsPageClass *class = YS_PAGE_GET_CLASS (page);

  priv->stale = FALSE;
  if (class->refresh != NULL)
    class->refresh (page);
}

static void
on_session_changed_cb (YsPage *page)
{
  ys_page_refresh (page);
}

static void
ys_page_map (GtkWidget *widget)
{
  YsPage *page = YS_PAGE (widget);

  GTK_WIDGET_CLASS (ys_page_parent_class)->map (widget);

  if (get_private (page)->stale)
    refresh_now (page);
}

static void
ys_page_dispose (GObject *object)
{
  YsPage *page = YS_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (page))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&get_private (page)->session);

  G_OBJECT_CLASS (ys_page_parent_class)->dispose (object);
}

static void
ys_page_class_init (YsPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = ys_page_dispose;
  widget_class->map = ys_page_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "page");
}

static void
ys_page_init (YsPage *page)
{
  YsPagePrivate *priv = get_private (page);

  priv->keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());
  /* What is not mapped hears none of them. */
  gtk_shortcut_controller_set_scope (priv->keys, GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_widget_add_controller (GTK_WIDGET (page), GTK_EVENT_CONTROLLER (priv->keys));
  gtk_widget_set_hexpand (GTK_WIDGET (page), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (page), TRUE);
}

void
ys_page_add_key (YsPage *page, const char *trigger, const char *action)
{
  g_return_if_fail (YS_IS_PAGE (page));

  ys_add_shortcut (GTK_EVENT_CONTROLLER (get_private (page)->keys), trigger, action);
}

void
ys_page_add_first_key (YsPage *page, const char *trigger, const char *action)
{
  YsPagePrivate *priv;

  g_return_if_fail (YS_IS_PAGE (page));

  priv = get_private (page);
  if (priv->first_keys == NULL)
    {
      GtkEventController *keys = gtk_shortcut_controller_new ();

      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      gtk_widget_add_controller (GTK_WIDGET (page), keys);
      priv->first_keys = GTK_SHORTCUT_CONTROLLER (keys);
    }
  ys_add_shortcut (GTK_EVENT_CONTROLLER (priv->first_keys), trigger, action);
  ys_page_add_key (page, trigger, action);
}

void
ys_page_load (YsPage *page, YsSession *session)
{
  YsPagePrivate *priv;
  YsPageClass *class;

  g_return_if_fail (YS_IS_PAGE (page));
  g_return_if_fail (YS_IS_SESSION (session));
  priv = get_private (page);
  g_return_if_fail (priv->session == NULL);

  priv->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed_cb), page,
                           G_CONNECT_SWAPPED);
  class = YS_PAGE_GET_CLASS (page);
  if (class->load != NULL)
    class->load (page, session);
  ys_page_refresh (page);
}

YsSession *
ys_page_get_session (YsPage *page)
{
  g_return_val_if_fail (YS_IS_PAGE (page), NULL);

  return get_private (page)->session;
}

void
ys_page_refresh (YsPage *page)
{
  g_return_if_fail (YS_IS_PAGE (page));

  if (get_private (page)->session == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    refresh_now (page);
  else
    get_private (page)->stale = TRUE;
}

void
ys_page_go (YsPage *page, gint64 compound_id, const char *field)
{
  YsPageClass *class;

  g_return_if_fail (YS_IS_PAGE (page));

  /* What is gone to may be newer than what is shown. */
  if (get_private (page)->stale)
    refresh_now (page);
  class = YS_PAGE_GET_CLASS (page);
  if (class->go != NULL)
    class->go (page, compound_id, field);
}

gboolean
ys_page_find (YsPage *page)
{
  YsPageClass *class;

  g_return_val_if_fail (YS_IS_PAGE (page), FALSE);

  class = YS_PAGE_GET_CLASS (page);
  return class->find != NULL && class->find (page);
}

gboolean
ys_page_flush (YsPage *page)
{
  YsPageClass *class;

  g_return_val_if_fail (YS_IS_PAGE (page), TRUE);

  class = YS_PAGE_GET_CLASS (page);
  return class->flush == NULL || class->flush (page);
}

gboolean
ys_page_act (YsPage *page, const char *name)
{
  YsPageClass *class;

  g_return_val_if_fail (YS_IS_PAGE (page), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  class = YS_PAGE_GET_CLASS (page);
  return class->act != NULL && class->act (page, name);
}
