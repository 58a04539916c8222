/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Name and pinyin left; community and class, which tell namesakes apart, right. */
#include "config.h"

#include "search-row.h"

#include "look.h"
#include "pinyin.h"
#include "resources.h"

struct _YsSearchRow
{
  GtkListBoxRow parent_instance;

  gint64 id;
  GtkLabel *name;
  GtkLabel *pinyin;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (YsSearchRow, ys_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
ys_search_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_SEARCH_ROW);

  G_OBJECT_CLASS (ys_search_row_parent_class)->dispose (object);
}

static void
ys_search_row_class_init (YsSearchRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_search_row_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/search-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsSearchRow, name);
  gtk_widget_class_bind_template_child (widget_class, YsSearchRow, pinyin);
  gtk_widget_class_bind_template_child (widget_class, YsSearchRow, place);
}

static void
ys_search_row_init (YsSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_search_row_new (const YsRegistryItem *item)
{
  YsSearchRow *self;
  g_autofree char *pinyin = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (item != NULL, NULL);

  self = g_object_new (YS_TYPE_SEARCH_ROW, NULL);
  self->id = item->compound->id;
  pinyin = ys_pinyin_to_display (item->compound->name);
  place = item->compound->class == YS_CLASS_UNKNOWN
              ? g_strdup (item->community)
              : g_strdup_printf ("%s · %s", item->community,
                                 ys_choice_label (ys_class_choices, item->compound->class));
  gtk_label_set_label (self->name, item->compound->name);
  gtk_label_set_label (self->pinyin, pinyin);
  gtk_label_set_label (self->place, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->compound->name, -1);
  return GTK_WIDGET (self);
}

gint64
ys_search_row_get_id (YsSearchRow *self)
{
  g_return_val_if_fail (YS_IS_SEARCH_ROW (self), 0);

  return self->id;
}
