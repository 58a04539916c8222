/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GTK itself costs: an application with one window of our size and one Chinese label, which
 * prints the time after its first frame and ends. */
#include <gtk/gtk.h>

static void
on_after_paint_cb (GdkFrameClock *clock, gpointer application)
{
  g_print ("first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_application_quit (application);
}

static void
on_activate_cb (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 728);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("小区考评台账"));
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint_cb), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application
      = gtk_application_new ("io.github.yardstick_ledger.BareWindow", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
