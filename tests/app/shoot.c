/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws every page into build/screenshots, at the smallest screen and at a large one, light and
 * dark, in Chinese, and checks that nothing needs more room than there is. */
#include "config.h"

#include <glib/gstdio.h>

#include "import.h"
#include "look.h"
#include "window-test.h"

typedef struct
{
  const char *look;
  int width;
  int height;
} Shape;

static const Shape shapes[] = {
  { "light", 1366, 768 }, { "dark", 1366, 768 }, { "light", 1920, 1080 }, { "dark", 1920, 1080 }
};

static YsApplication *application;
static char *out_folder;
static char *sample; /* the ledger's folder, filled from the sample workbooks */

/* At least two colours, or nothing was drawn. */
static gboolean
is_drawn (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize)width * (gsize)height);

  gdk_texture_download (texture, (guchar *)pixels, (gsize)width * 4);
  for (gsize i = 1; i < (gsize)width * (gsize)height; i++)
    {
      if (pixels[i] != pixels[0])
        return TRUE;
    }
  return FALSE;
}

static void
shoot (YsMainWindow *window, const char *name, const Shape *shape)
{
  g_autofree char *file
      = g_strdup_printf ("%s-%dx%d-%s.png", name, shape->width, shape->height, shape->look);
  g_autofree char *path = g_build_filename (out_folder, file, NULL);
  g_autoptr (GdkTexture) texture = NULL;
  int least_width;
  int least_height;

  window_test_settle (GTK_WIDGET (window));
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, shape->width, &least_height,
                      NULL, NULL, NULL);
  texture = window_test_picture (GTK_WIDGET (window), shape->width, shape->height);
  g_assert_true (is_drawn (texture));
  g_assert_true (gdk_texture_save_to_png (texture, path));
  g_test_message ("%s needs %d x %d", name, least_width, least_height);
  g_assert_cmpint (least_width, <=, 1366);
  g_assert_cmpint (least_height, <=, 728);
}

static gboolean
is_idle (gpointer data)
{
  YsSession *session = ys_main_window_get_session (data);

  return session != NULL && !ys_session_is_running (session)
         && ys_session_get_overview (session) != NULL;
}

static void
test_rooms (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = ys_ledger_job_open (sample, YS_LEDGER_WRITE, "王某某", TEST_NOW, NULL, &error);
  YsMainWindow *window;

  g_assert_no_error (error);
  ys_application_set_appearance (application, shape->look);
  window = window_test_welcome (application);
  window_test_size (window, shape->width, shape->height);
  ys_main_window_show_session (window, ys_session_new (ledger, TEST_NOW));
  for (guint i = 0; i < ys_rooms_n (); i++)
    {
      const char *room = ys_rooms_get (i)->name;

      ys_main_window_go (window, room);
      window_test_wait (is_idle, window);
      shoot (window, room, shape);
    }
  window_test_destroy (window);
}

static void
test_no_ledger (gconstpointer data)
{
  const Shape *shape = data;
  YsMainWindow *window = window_test_welcome (application);

  ys_application_set_appearance (application, shape->look);
  window_test_size (window, shape->width, shape->height);
  shoot (window, "welcome", shape);
  window_test_destroy (window);
}

static void
test_empty (gconstpointer data)
{
  const Shape *shape = data;
  g_autofree char *folder = window_test_folder ("empty");
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 0));

  ys_application_set_appearance (application, shape->look);
  window_test_size (window, shape->width, shape->height);
  shoot (window, "overview-empty", shape);
  window_test_destroy (window);
}

static gboolean
shows_problem (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (window_test_child (data, "stack")), "problem")
         == 0;
}

static void
test_locked (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = ys_ledger_job_open (sample, YS_LEDGER_WRITE, "李某某", TEST_NOW, NULL, &error);
  YsMainWindow *window = window_test_welcome (application);

  g_assert_no_error (error);
  ys_application_set_appearance (application, shape->look);
  window_test_size (window, shape->width, shape->height);
  ys_main_window_open (window, sample, YS_LEDGER_WRITE);
  window_test_wait (shows_problem, window);
  shoot (window, "locked", shape);
  window_test_destroy (window);
  ys_ledger_job_close (ledger);
}

/* --- The ledger that is shown ----------------------------------------------------------- */

static void
import_sample (YsLedger *ledger, const char *name)
{
  const YsImportOptions options = { .today = ys_instant_to_date (TEST_NOW) };
  g_autofree char *path
      = g_build_filename (g_getenv ("YS_SOURCE_ROOT"), "data", "sample", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsImport) import = ys_import_new (ledger, path, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ys_import_n_rows (import); i++)
    {
      if (ys_import_row (import, i)->can_accept)
        ys_import_decide (import, i, YS_DECISION_ACCEPT);
    }
  ys_import_apply (import, ledger, TRUE, TEST_NOW, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
make_sample (void)
{
  YsLedger *ledger;

  sample = window_test_folder ("台账");
  ledger = window_test_ledger (sample, 0);
  import_sample (ledger, "附件3 提升任务一览表.xlsx");
  import_sample (ledger, "附件4 全覆盖任务一览表.xlsx");
  import_sample (ledger, "附件5 进展情况调度表.xlsx");
  ys_ledger_job_close (ledger);
}

int
main (int argc, char **argv)
{
  application = window_test_init (&argc, &argv, "zh");
  out_folder = g_build_filename (g_getenv ("YS_SCREENSHOTS"), NULL);
  g_assert_cmpint (g_mkdir_with_parents (out_folder, 0755), ==, 0);
  make_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const struct
      {
        const char *name;
        GTestDataFunc func;
      } kinds[] = { { "welcome", test_no_ledger },
                    { "empty", test_empty },
                    { "rooms", test_rooms },
                    { "locked", test_locked } };

      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        {
          g_autofree char *path
              = g_strdup_printf ("/app/shoot/%s/%dx%d-%s", kinds[j].name, shapes[i].width,
                                 shapes[i].height, shapes[i].look);

          g_test_add_data_func (path, &shapes[i], kinds[j].func);
        }
    }
  return g_test_run ();
}
