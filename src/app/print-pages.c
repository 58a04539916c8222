/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages that the preview draws go to the printer as they are, their own margins included. */
#include "config.h"

#include "print-pages.h"

static void
on_begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, const YsPages *pages)
{
  gtk_print_operation_set_n_pages (operation, (int)ys_pages_count (pages));
}

static void
on_draw_page_cb (GtkPrintOperation *operation,
                 GtkPrintContext *context,
                 int number,
                 const YsPages *pages)
{
  ys_pages_draw (pages, (guint)number, gtk_print_context_get_cairo_context (context), FALSE);
}

static gboolean
is_landscape (const YsPages *pages)
{
  double width, height;

  ys_pages_size (pages, 0, &width, &height);
  return width > height;
}

static void
set_paper (GtkPrintOperation *operation, const YsPages *pages)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_page_setup_set_orientation (setup, is_landscape (pages) ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                              : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
}

gboolean
ys_print_pages (GtkWidget *widget, const YsPages *pages, const char *name, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (pages != NULL && ys_pages_count (pages) > 0, FALSE);

  operation = gtk_print_operation_new ();
  root = gtk_widget_get_root (widget);
  set_paper (operation, pages);
  /* The sheet brings its own margins. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print_cb), (gpointer)pages);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page_cb), (gpointer)pages);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
