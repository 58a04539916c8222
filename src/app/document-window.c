/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview fits the width until a zoom is chosen. Esc closes, Ctrl+P prints. */
#include "config.h"

#include "document-window.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "paper-view.h"
#include "print-pages.h"
#include "resources.h"
#include "save-file.h"
#include "widget-help.h"

#define ZOOM_STEP 10

struct _YsDocumentWindow
{
  GtkWindow parent_instance;

  YsSession *session;
  YsDocument *document;
  gboolean zoom_chosen;
  int width_shown; /* that the zoom was fitted to */

  GtkButton *workbook;
  GtkLabel *pages;
  GtkLabel *zoom;
  GtkScrolledWindow *desk;
  YsPaperView *paper;
};

G_DEFINE_FINAL_TYPE (YsDocumentWindow, ys_document_window, GTK_TYPE_WINDOW)

static void
show_zoom (YsDocumentWindow *self)
{
  g_autofree char *text = g_strdup_printf ("%u%%", ys_paper_view_get_zoom (self->paper));

  gtk_label_set_text (self->zoom, text);
}

static void
change_zoom (YsDocumentWindow *self, int by)
{
  self->zoom_chosen = TRUE;
  ys_paper_view_set_zoom (self->paper,
                          (guint)MAX (1, (int)ys_paper_view_get_zoom (self->paper) + by));
  show_zoom (self);
}

static void
on_smaller_clicked_cb (YsDocumentWindow *self)
{
  change_zoom (self, -ZOOM_STEP);
}

static void
on_larger_clicked_cb (YsDocumentWindow *self)
{
  change_zoom (self, ZOOM_STEP);
}

/* A size set while sizes are given out would be lost. */
static gboolean
on_fit_idle_cb (gpointer user_data)
{
  YsDocumentWindow *self = user_data;

  if (self->document != NULL && !self->zoom_chosen && self->width_shown > 0)
    ys_paper_view_set_zoom (self->paper, ys_paper_view_fit_zoom (self->paper, self->width_shown));
  show_zoom (self);
  return G_SOURCE_REMOVE;
}

static void
on_desk_width_cb (YsDocumentWindow *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->desk);
  int width = (int)gtk_adjustment_get_page_size (across);

  if (width == self->width_shown)
    return;
  self->width_shown = width;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fit_idle_cb, g_object_ref (self), g_object_unref);
}

static void
on_file_chosen_cb (const char *path, gpointer user_data)
{
  YsDocumentWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  ys_document_export (self->document, path, &error);
  ys_session_tell_written (self->session, path, error);
}

static void export(YsDocumentWindow *self, const char *ending)
{
  g_autofree char *name = g_strconcat (ys_document_stem (self->document), ending, NULL);

  ys_save_file (GTK_WIDGET (self), ys_document_title (self->document), name, on_file_chosen_cb,
                self);
}

static void
on_workbook_clicked_cb (YsDocumentWindow *self)
{
  export(self, ys_document_has_text (self->document) ? ".docx" : ".xlsx");
}

static void
on_pdf_clicked_cb (YsDocumentWindow *self)
{
  export(self, ".pdf");
}

static void
on_print_clicked_cb (YsDocumentWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!ys_print_pages (GTK_WIDGET (self), ys_document_pages (self->document),
                       ys_document_stem (self->document), &error))
    ys_session_report (self->session, error);
}

static void
on_print_activate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  on_print_clicked_cb (YS_DOCUMENT_WINDOW (widget));
}

static void
ys_document_window_dispose (GObject *object)
{
  YsDocumentWindow *self = YS_DOCUMENT_WINDOW (object);

  if (self->paper != NULL)
    ys_paper_view_set_pages (self->paper, NULL);
  g_clear_pointer (&self->document, ys_document_free);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_DOCUMENT_WINDOW);

  G_OBJECT_CLASS (ys_document_window_parent_class)->dispose (object);
}

static void
ys_document_window_class_init (YsDocumentWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_document_window_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/document-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsDocumentWindow, workbook);
  gtk_widget_class_bind_template_child (widget_class, YsDocumentWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, YsDocumentWindow, zoom);
  gtk_widget_class_bind_template_child (widget_class, YsDocumentWindow, desk);
  gtk_widget_class_bind_template_child (widget_class, YsDocumentWindow, paper);
  gtk_widget_class_bind_template_callback (widget_class, on_smaller_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_larger_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_workbook_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_pdf_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked_cb);
  gtk_widget_class_install_action (widget_class, "document.print", NULL, on_print_activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "document.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (YS_TYPE_PAPER_VIEW);
}

static void
ys_document_window_init (YsDocumentWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->desk), "notify::page-size",
                           G_CALLBACK (on_desk_width_cb), self, G_CONNECT_SWAPPED);
}

static void
show_document (YsDocumentWindow *self)
{
  const YsPages *pages = ys_document_pages (self->document);
  guint n_pages = ys_pages_count (pages);
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A4 · %u page", "A4 · %u pages", n_pages),
                         n_pages);

  gtk_window_set_title (GTK_WINDOW (self), ys_document_title (self->document));
  gtk_label_set_text (self->pages, text);
  if (ys_document_has_text (self->document))
    gtk_button_set_label (self->workbook, _ ("As a Word document…"));
  ys_paper_view_set_pages (self->paper, pages);
  show_zoom (self);
}

YsDocumentWindow *
ys_document_window_present (GtkWidget *widget, YsSession *session, YsDocument *document)
{
  YsDocumentWindow *self;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (YS_IS_SESSION (session), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  self = g_object_new (YS_TYPE_DOCUMENT_WINDOW, NULL);
  root = gtk_widget_get_root (widget);
  self->session = g_object_ref (session);
  self->document = document;
  show_document (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

YsDocument *
ys_document_window_get_document (YsDocumentWindow *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT_WINDOW (self), NULL);

  return self->document;
}
