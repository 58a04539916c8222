/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip of an inspection's photos, the pair of a finding, the large view; each decoded off the
 * main loop. */
#include "config.h"

#include <glib/gstdio.h>

#include "inspection-job.h"
#include "make-picture.h"
#include "photo-cache.h"
#include "photo-frame.h"
#include "photo-job.h"
#include "photo-pair.h"
#include "photo-strip.h"
#include "photo-thumb.h"
#include "photo-viewer.h"
#include "window-test.h"

typedef struct
{
  char *folder;
  YsSession *session;
  GtkWidget *window;
  gint64 inspection;
  gint64 findings[2];
  GString *said; /* by the session and by the strip, in order */
} Fixture;

static void
on_notify_cb (Fixture *f, const char *text, gboolean undoable, gboolean failed)
{
  g_string_append_printf (f->said, "%s[%s] ", failed ? "fails" : "says", text);
}

static void
on_selected_cb (Fixture *f, gint64 photo, gint64 finding)
{
  g_string_append_printf (f->said, "selected[%d %d] ", (int)photo, (int)finding);
}

/* 2025-10-10 10:30, with a row of two places and another. */
static void
add_inspection (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  const YsFindingEntry entries[]
      = { { .code = "A1-22", .place = "西侧" }, { .code = "A1-08", .place = "3、5 号楼间" } };
  YsInspection inspection = { .compound_id = 1,
                              .level = YS_INSPECTION_LEVEL_DISTRICT,
                              .kind = YS_INSPECTION_KIND_UNANNOUNCED,
                              .at = 1760063400 };
  f->inspection = ys_inspection_add (ys_session_get_ledger (f->session), &inspection, entries,
                                     G_N_ELEMENTS (entries), &ids, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    f->findings[i] = g_array_index (ids, gint64, i);
}

/* Taken at 10:30 and @minute on that day. */
static gint64
add_photo (Fixture *f, YsPhotoPlace place, guint minute)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *taken = g_strdup_printf ("2025:10:10 10:%02u:00", 30 + minute);
  g_autoptr (GBytes) plain = make_picture_jpeg (400 + (int)minute, 300);
  g_autoptr (GBytes) exif = make_picture_exif (1, taken, FALSE);
  g_autoptr (GBytes) bytes = make_picture_with_exif (plain, exif);
  const YsPhotoSource source = { .bytes = bytes, .name = "IMG.jpg" };
  g_autoptr (GPtrArray) verdicts
      = ys_photo_job_add (ys_session_get_ledger (f->session), &place, &source, 1, TEST_NOW, NULL,
                          NULL, NULL, &error);
  g_assert_no_error (error);
  return ((YsPhotoVerdict *)verdicts->pdata[0])->id;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = window_test_folder ("photos");
  f->session = ys_session_new (window_test_ledger (f->folder, 2), TEST_NOW);
  f->said = g_string_new (NULL);
  add_inspection (f);
  g_signal_connect_swapped (f->session, "notify-user", G_CALLBACK (on_notify_cb), f);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 140);
}

static gboolean
is_alone (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  window_test_wait (is_alone, f->session);
  g_assert_finalize_object (f->session);
  g_string_free (f->said, TRUE);
  g_free (f->folder);
}

static GtkWidget *
show (Fixture *f, GtkWidget *child)
{
  gtk_window_set_child (GTK_WINDOW (f->window), child);
  gtk_window_present (GTK_WINDOW (f->window));
  window_test_settle (f->window);
  return child;
}

static YsPhotoStrip *
show_strip (Fixture *f)
{
  YsPhotoStrip *strip = YS_PHOTO_STRIP (ys_photo_strip_new ());
  ys_photo_strip_show (strip, f->session, f->inspection);
  ys_photo_strip_set_rows (strip, f->findings, 2);
  g_signal_connect_swapped (strip, "selected", G_CALLBACK (on_selected_cb), f);
  show (f, GTK_WIDGET (strip));
  return strip;
}

/* Captions of all thumbnails under @widget, in order. */
static void
append_captions (GtkWidget *widget, GString *text)
{
  if (YS_IS_PHOTO_THUMB (widget) && ys_photo_thumb_get_item (YS_PHOTO_THUMB (widget)) != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "",
                            ys_photo_item_get_caption (
                                ys_photo_thumb_get_item (YS_PHOTO_THUMB (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_captions (child, text);
}

static void
assert_captions (gpointer widget, const char *expected)
{
  GString *text = g_string_new (NULL);
  window_test_settle (GTK_WIDGET (gtk_widget_get_root (widget)));
  append_captions (widget, text);
  g_assert_cmpstr (text->str, ==, expected);
  g_string_free (text, TRUE);
}

static GtkWidget *
find_frame (GtkWidget *widget)
{
  if (YS_IS_PHOTO_FRAME (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_frame (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_texture (gpointer frame)
{
  return ys_photo_frame_get_texture (frame) != NULL;
}

static gboolean
is_missing (gpointer frame)
{
  return gtk_widget_has_css_class (frame, "missing");
}

static void
test_strip (Fixture *f, gconstpointer data)
{
  const YsPhotoPlace unassigned = { .inspection_id = f->inspection };
  const YsPhotoPlace first = { .finding_id = f->findings[0] };
  const YsPhotoPlace second = { .finding_id = f->findings[1] };
  add_photo (f, second, 11);
  add_photo (f, first, 4);
  add_photo (f, unassigned, 28);
  YsPhotoStrip *strip = show_strip (f);
  assert_captions (strip, "第 1 行 10:34|第 2 行 10:41|未配 10:58");
  g_autofree char *count = window_test_text (window_test_child (strip, "count"));
  g_autofree char *lacking = window_test_text (window_test_child (strip, "unassigned"));
  g_assert_cmpstr (count, ==, "3");
  g_assert_cmpstr (lacking, ==, "1 张未配行");
  g_assert_cmpuint (ys_photo_strip_count (strip, f->findings[0]), ==, 1);
  window_test_wait (has_texture, find_frame (GTK_WIDGET (strip)));
  g_assert_cmpuint (ys_photo_cache_get_size (), >, 0);

  /* The page shows its rows in another order, then none. */
  const gint64 turned[] = { f->findings[1], f->findings[0] };
  ys_photo_strip_set_rows (strip, turned, 2);
  assert_captions (strip, "第 2 行 10:34|第 1 行 10:41|未配 10:58");
  ys_photo_strip_show (strip, f->session, 0);
  assert_captions (strip, "");
  g_assert_false (gtk_widget_get_visible (window_test_child (strip, "drop_zone")));
}

/* The page selects in silence; what was selected stays so when photos come. */
static void
test_select (Fixture *f, gconstpointer data)
{
  const YsPhotoPlace second = { .finding_id = f->findings[1] };
  gint64 id = add_photo (f, second, 11);
  YsPhotoStrip *strip = show_strip (f);
  g_assert_cmpint (ys_photo_strip_get_selected (strip), ==, 0);
  ys_photo_strip_select_finding (strip, f->findings[1]);
  g_assert_cmpint (ys_photo_strip_get_selected (strip), ==, id);
  g_assert_cmpstr (f->said->str, ==, "");
  add_photo (f, second, 1);
  ys_session_changed (f->session);
  g_assert_cmpint (ys_photo_strip_get_selected (strip), ==, id);
  g_assert_cmpstr (f->said->str, ==, "");
  GtkListView *list = window_test_child (strip, "list");
  gtk_selection_model_select_item (gtk_list_view_get_model (list), 0, TRUE);
  g_assert_cmpstr (f->said->str, ==, "selected[2 2] ");
  ys_photo_strip_select_finding (strip, f->findings[0]);
  g_assert_cmpint (ys_photo_strip_get_selected (strip), ==, 0);
}

static void
test_assign_and_remove (Fixture *f, gconstpointer data)
{
  const YsPhotoPlace unassigned = { .inspection_id = f->inspection };
  gint64 id = add_photo (f, unassigned, 4);
  YsPhotoStrip *strip = show_strip (f);
  g_assert_true (ys_photo_strip_assign (strip, id, f->findings[1]));
  assert_captions (strip, "第 2 行 10:34");
  g_assert_false (ys_photo_strip_assign (strip, id, 77));
  g_assert_true (g_str_has_prefix (f->said->str, "fails["));
  ys_photo_strip_select_finding (strip, f->findings[1]);
  g_string_truncate (f->said, 0);
  gtk_widget_activate_action (GTK_WIDGET (strip), "photos.remove", NULL);
  g_assert_cmpstr (f->said->str, ==, "says[已移除照片] ");
  assert_captions (strip, "");
  ys_session_undo (f->session);
  assert_captions (strip, "第 2 行 10:34");
}

static gboolean
has_said (gpointer data)
{
  return ((Fixture *)data)->said->len > 0;
}

/* A file dropped onto the strip, and a broken one: it is told, the strip stays. */
static void
test_drop (Fixture *f, gconstpointer data)
{
  YsPhotoStrip *strip = show_strip (f);
  g_autoptr (GBytes) good = make_picture_jpeg (64, 48);
  g_autofree char *good_path = g_build_filename (f->folder, "好.jpg", NULL);
  g_autofree char *bad_path = g_build_filename (f->folder, "坏.jpg", NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  g_assert_true (g_file_set_contents (good_path, g_bytes_get_data (good, NULL),
                                      (gssize)g_bytes_get_size (good), NULL));
  g_assert_true (g_file_set_contents (bad_path, g_bytes_get_data (good, NULL),
                                      (gssize)g_bytes_get_size (good) / 2, NULL));
  g_value_init (&value, G_TYPE_FILE);
  g_value_take_object (&value, g_file_new_for_path (good_path));
  g_assert_true (ys_photo_strip_take (strip, f->findings[0], &value));
  window_test_wait (has_said, f);
  g_assert_cmpstr (f->said->str, ==, "says[已添加 1 张照片] ");
  assert_captions (strip, "第 1 行 11:20");
  g_string_truncate (f->said, 0);
  g_value_take_object (&value, g_file_new_for_path (bad_path));
  g_assert_true (ys_photo_strip_take (strip, f->findings[0], &value));
  window_test_wait (has_said, f);
  g_assert_true (g_str_has_prefix (f->said->str, "fails[“坏.jpg”："));
  assert_captions (strip, "第 1 行 11:20");
}

static void
test_drop_picture (Fixture *f, gconstpointer data)
{
  YsPhotoStrip *strip = show_strip (f);
  g_autoptr (GBytes) png = make_picture_png (64, 48, TRUE);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  g_value_init (&value, GDK_TYPE_TEXTURE);
  g_value_set_object (&value, texture);
  g_assert_true (ys_photo_strip_take (strip, 0, &value));
  window_test_wait (has_said, f);
  assert_captions (strip, "未配 11:20");
}

/* A photo whose file is gone says so in its frame. */
static void
test_missing (Fixture *f, gconstpointer data)
{
  const YsPhotoPlace unassigned = { .inspection_id = f->inspection };
  g_autofree char *photos = g_build_filename (f->folder, "photos", NULL);
  g_autofree char *moved = g_build_filename (f->folder, "moved", NULL);
  add_photo (f, unassigned, 29);
  g_assert_cmpint (g_rename (photos, moved), ==, 0);
  YsPhotoStrip *strip = show_strip (f);
  GtkWidget *frame = find_frame (GTK_WIDGET (strip));
  window_test_wait (is_missing, frame);
  g_assert_nonnull (gtk_widget_get_tooltip_text (frame));
}

static void
test_pair (Fixture *f, gconstpointer data)
{
  const YsPhotoPlace before = { .finding_id = f->findings[0], .role = YS_PHOTO_BEFORE };
  const YsPhotoPlace after = { .finding_id = f->findings[0], .role = YS_PHOTO_AFTER };
  add_photo (f, after, 1);
  gint64 id = add_photo (f, before, 4);
  YsPhotoPair *pair = YS_PHOTO_PAIR (ys_photo_pair_new ());
  ys_photo_pair_show (pair, f->session, f->findings[0], 0);
  show (f, GTK_WIDGET (pair));
  assert_captions (pair, "整改前 10-10|整改后 10-10");
  /* What comes after a photo of before shows the repair. */
  g_autoptr (GBytes) png = make_picture_png (64, 48, FALSE);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  g_value_init (&value, GDK_TYPE_TEXTURE);
  g_value_set_object (&value, texture);
  g_assert_true (ys_photo_pair_take (pair, 0, &value));
  window_test_wait (has_said, f);
  assert_captions (pair, "整改前 10-10|整改后 10-10|整改后 10-12");
  ys_photo_pair_remove (pair, id);
  assert_captions (pair, "整改后 10-10|整改后 10-12");
  ys_photo_pair_show (pair, f->session, f->findings[1], 0);
  assert_captions (pair, "");
}

typedef struct
{
  GdkTexture *texture;
  gboolean done;
} Loading;

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Loading *loading = user_data;
  loading->texture = ys_photo_cache_load_finish (YS_PHOTO_ITEM (object), result, NULL);
  loading->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Loading *)data)->done;
}

/* However many are seen, no more than so much is held; the last one is. */
static void
test_bounded (Fixture *f, gconstpointer data)
{
  const YsPhotoPlace unassigned = { .inspection_id = f->inspection };
  g_autoptr (GBytes) picture = make_picture_jpeg (1600, 1600);
  const YsPhotoSource source = { .bytes = picture };
  g_autoptr (GPtrArray) verdicts
      = ys_photo_job_add (ys_session_get_ledger (f->session), &unassigned, &source, 1, TEST_NOW,
                          NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) photos
      = ys_photo_job_list (ys_session_get_ledger (f->session), &unassigned, NULL);
  g_autoptr (YsPhotoItem) item = ys_photo_item_new (photos->pdata[0], f->folder, "");
  for (int side = 1600; side > 1593; side--)
    {
      Loading loading = { 0 };
      ys_photo_cache_load_async (item, side, side, NULL, on_loaded_cb, &loading);
      window_test_wait (is_done, &loading);
      g_assert_cmpint (gdk_texture_get_width (loading.texture), ==, side);
      g_object_unref (loading.texture);
      g_assert_cmpuint (ys_photo_cache_get_size (), <=, YS_PHOTO_CACHE_BYTES);
      g_assert_nonnull (ys_photo_cache_find (item, side, side));
    }
  g_assert_null (ys_photo_cache_find (item, 1600, 1600));
}

static gboolean
has_picture (gpointer viewer)
{
  return gtk_picture_get_paintable (window_test_child (viewer, "picture")) != NULL;
}

static void
assert_viewer (GtkWidget *viewer, const char *caption, const char *place)
{
  g_autofree char *shown = window_test_text (window_test_child (viewer, "caption"));
  g_autofree char *where = window_test_text (window_test_child (viewer, "place"));
  g_assert_cmpstr (shown, ==, caption);
  g_assert_cmpstr (where, ==, place);
}

static void
test_viewer (Fixture *f, gconstpointer data)
{
  const YsPhotoPlace unassigned = { .inspection_id = f->inspection };
  g_autoptr (GListStore) items = g_list_store_new (YS_TYPE_PHOTO_ITEM);
  add_photo (f, unassigned, 1);
  add_photo (f, unassigned, 2);
  g_autoptr (GPtrArray) photos
      = ys_photo_job_list (ys_session_get_ledger (f->session), &unassigned, NULL);
  for (guint i = 0; i < photos->len; i++)
    {
      g_autoptr (YsPhotoItem) item
          = ys_photo_item_new (photos->pdata[i], f->folder, i == 0 ? "一" : "二");
      g_list_store_append (items, item);
    }
  GtkWidget *viewer = g_object_ref (ys_photo_viewer_new (G_LIST_MODEL (items), 0));
  gtk_window_present (GTK_WINDOW (viewer));
  window_test_wait (has_picture, viewer);
  assert_viewer (viewer, "一", "1 / 2");
  gtk_widget_activate_action (viewer, "viewer.next", NULL);
  assert_viewer (viewer, "二", "2 / 2");
  gtk_widget_activate_action (viewer, "viewer.next", NULL);
  assert_viewer (viewer, "二", "2 / 2");
  gtk_widget_activate_action (viewer, "viewer.previous", NULL);
  assert_viewer (viewer, "一", "1 / 2");
  gtk_window_close (GTK_WINDOW (viewer));
  window_test_wait (is_alone, viewer);
  g_assert_finalize_object (viewer);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/app/photos/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  window_test_init (&argc, &argv, "zh");
  ADD ("strip", test_strip);
  ADD ("select", test_select);
  ADD ("assign-and-remove", test_assign_and_remove);
  ADD ("drop", test_drop);
  ADD ("drop-picture", test_drop_picture);
  ADD ("missing", test_missing);
  ADD ("pair", test_pair);
  ADD ("bounded", test_bounded);
  ADD ("viewer", test_viewer);
  return g_test_run ();
}
