/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the tests of the window. Waits on conditions, never on the clock. */
#include "config.h"

#include "window-test.h"

#include <glib/gstdio.h>

#include "language.h"
#include "look.h"

#define PATIENCE_SECONDS 30

YsApplication *
window_test_init (int *argc, char ***argv, const char *language)
{
  YsApplication *application;
  g_autoptr (GError) error = NULL;

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  ys_language_init (language);
  g_test_init (argc, argv, NULL);
  gtk_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = ys_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

char *
window_test_folder (const char *name)
{
  g_autofree char *parent = g_dir_make_tmp ("yardstick-XXXXXX", NULL);

  g_assert_nonnull (parent);
  return g_build_filename (parent, name, NULL);
}

YsLedger *
window_test_ledger (const char *folder, guint n)
{
  static const char *const names[] = { "龙珠百合", "梅花园",   "锦绣花园", "联通佳苑", "民生国际",
                                       "欧情东苑", "牡丹花园", "财富广场", "银山小区", "御景公馆" };
  g_autoptr (GError) error = NULL;
  YsOffice office = { .name = (char *)"山城街道物管科", .level = YS_LEVEL_SUBDISTRICT };
  YsLedger *ledger = ys_ledger_job_create (folder, &office, "王某某", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name
          = i < G_N_ELEMENTS (names) ? g_strdup (names[i]) : g_strdup_printf ("示例小区%u", i);
      const YsEdit edits[] = { { "class", i % 3 == 0 ? "1" : "2" },
                               { "form", "company" },
                               { "company", "示例物业" },
                               { "nature", "hired" } };

      ys_registry_add (ledger, name, i % 2 == 0 ? "梅园社区" : "紫薇社区", edits,
                       G_N_ELEMENTS (edits), ys_instant_to_date (TEST_NOW), &error);
      g_assert_no_error (error);
    }
  return ledger;
}

static gboolean
on_patience_cb (gpointer user_data)
{
  g_error ("Waited %d seconds in vain", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

static gboolean
on_look_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
window_test_wait (gboolean (*condition) (gpointer), gpointer data)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, on_patience_cb, NULL);
  /* A thread that lets go of something wakes nobody. */
  guint look = g_timeout_add (10, on_look_cb, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (look);
  g_source_remove (patience);
}

typedef struct
{
  const char *folder;
  const char *user;
  YsLedger *ledger;
} Opening;

static gboolean
is_open (gpointer data)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;

  opening->ledger = ys_ledger_job_open (opening->folder, YS_LEDGER_WRITE, opening->user, TEST_NOW,
                                        NULL, &error);
  if (!g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_LOCKED))
    g_assert_no_error (error);
  return opening->ledger != NULL;
}

/* What the window was still reading when it went holds the lock until it is read. */
YsLedger *
window_test_reopen (const char *folder, const char *user)
{
  Opening opening = { folder, user, NULL };

  window_test_wait (is_open, &opening);
  return opening.ledger;
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *ticks = user_data;

  (*ticks)++;
  return *ticks < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
has_ticked (gpointer data)
{
  const guint *ticks = data;

  return *ticks >= 3;
}

void
window_test_settle (GtkWidget *widget)
{
  guint ticks = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_widget_add_tick_callback (widget, on_tick_cb, &ticks, NULL);
  window_test_wait (has_ticked, &ticks);
}

static gboolean
has_figures (gpointer data)
{
  YsSession *session = ys_main_window_get_session (data);

  return session != NULL && ys_session_get_overview (session) != NULL;
}

YsMainWindow *
window_test_welcome (YsApplication *application)
{
  YsMainWindow *window = g_object_ref_sink (ys_main_window_new (application));

  ys_main_window_close_ledger (window);
  return window;
}

YsMainWindow *
window_test_window (YsApplication *application, YsLedger *ledger)
{
  YsMainWindow *window = g_object_ref_sink (ys_main_window_new (application));

  ys_main_window_show_session (window, ys_session_new (ledger, TEST_NOW));
  gtk_window_present (GTK_WINDOW (window));
  window_test_wait (has_figures, window);
  window_test_settle (GTK_WIDGET (window));
  return window;
}

void
window_test_size (YsMainWindow *window, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  /* The frame that a display without a compositor gets is no part of the window. */
  gtk_widget_remove_css_class (GTK_WIDGET (window), "solid-csd");
  gtk_widget_remove_css_class (GTK_WIDGET (window), "csd");
}

/* A popover is a surface of its own, above the window's. */
static void
add_popovers (GtkSnapshot *snapshot, GtkNative *window, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      add_popovers (snapshot, window, child);
      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
        {
          g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (child);
          GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (child)));
          double window_x, window_y, x, y;

          gtk_native_get_surface_transform (window, &window_x, &window_y);
          gtk_native_get_surface_transform (GTK_NATIVE (child), &x, &y);
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot,
                                  &GRAPHENE_POINT_INIT ((float)(gdk_popup_get_position_x (popup) + x
                                                                - window_x),
                                                        (float)(gdk_popup_get_position_y (popup) + y
                                                                - window_y)));
          gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (child),
                                  gtk_widget_get_height (child));
          gtk_snapshot_restore (snapshot);
        }
    }
}

GdkTexture *
window_test_picture (GtkWidget *window, int width, int height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkTexture *texture;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  add_popovers (snapshot, GTK_NATIVE (window), window);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture
      = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &bounds);
  gsk_render_node_unref (node);
  return texture;
}

gpointer
window_test_child (gpointer widget, const char *name)
{
  GObject *child
      = gtk_widget_get_template_child (GTK_WIDGET (widget), G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);
  return child;
}

char *
window_test_text (gpointer label)
{
  return g_strdup (gtk_label_get_label (GTK_LABEL (label)));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

void
window_test_destroy (YsMainWindow *window)
{
  YsSession *session = ys_main_window_get_session (window);
  g_autofree char *folder = g_strdup (ys_main_window_get_folder (window));

  if (session != NULL)
    g_object_add_weak_pointer (G_OBJECT (session), (gpointer *)&session);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (window);
  /* What still reads ends first: the next test may open the same ledger. */
  window_test_wait (is_gone, &session);
  g_assert_true (folder == NULL || ys_ledger_job_wait_left (folder, 60));
}
