/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks, words that are cut, hits and files of a scene, and the frame around a chart. */
#include "config.h"

#include "chart-sample.h"
#include "scene-check.h"
#include "slide.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static YsScene *
new_scene (void)
{
  return ys_scene_new (800, 450, 12.5, NULL);
}

/* Every digit is as wide as any other: columns of figures stand under each other. */
static void
test_tabular (void)
{
  g_autoptr (YsScene) scene = new_scene ();

  for (int bold = 0; bold < 2; bold++)
    for (char digit = '0'; digit <= '9'; digit++)
      {
        const char text[] = { digit, '\0' };

        g_assert_cmpfloat_with_epsilon (ys_scene_measure (scene, text, 1, bold),
                                        ys_scene_measure (scene, "0", 1, bold), 0.01);
      }
}

typedef struct
{
  const char *name, *text;
  double ems;
  const char *shown;
} CutCase;

static const CutCase cut_cases[] = {
  { "fits", "银光上城", 4.2, "银光上城" },
  { "parenthesis-goes-first", "鑫盛公寓（药材公司宿舍）", 6.0, "鑫盛公寓…" },
  { "then-characters", "鑫盛公寓（药材公司宿舍）", 4.2, "鑫盛公…" },
  { "ascii-parenthesis", "鑫盛公寓(药材宿舍)", 6.0, "鑫盛公寓…" },
  { "no-parenthesis", "山城街道教育局家属院", 5.2, "山城街道…" },
  { "only-a-parenthesis", "（药材公司宿舍）", 4.2, "（药材…" },
  { "nothing-but-dots", "银光上城", 1.2, "…" },
};

static void
test_cut (gconstpointer data)
{
  const CutCase *test = data;
  g_autoptr (YsScene) scene = new_scene ();
  double width = ys_scene_add_words (scene, YS_ROLE_INK, test->text, 1, FALSE, YS_WORDS_START, 0,
                                     50, test->ems * 12.5);
  const YsMark *mark = ys_scene_mark (scene, 0);

  g_assert_cmpstr (mark->text, ==, test->shown);
  g_assert_cmpstr (mark->whole, ==, strcmp (test->shown, test->text) == 0 ? NULL : test->text);
  g_assert_cmpfloat (width, <=, test->ems * 12.5);
  g_assert_cmpfloat (width, ==, mark->width);
}

static void
test_no_room (void)
{
  g_autoptr (YsScene) scene = new_scene ();

  g_assert_cmpfloat (ys_scene_add_words (scene, YS_ROLE_INK, "银", 1, FALSE, YS_WORDS_START, 0, 50,
                                         2),
                     ==, 0);
  g_assert_cmpfloat (ys_scene_add_words (scene, YS_ROLE_INK, NULL, 1, FALSE, YS_WORDS_START, 0, 50,
                                         0),
                     ==, 0);
  g_assert_cmpuint (ys_scene_n_marks (scene), ==, 0);
}

static void
test_stack (void)
{
  g_autoptr (YsScene) scene = new_scene ();

  ys_scene_add_stack (scene, YS_ROLE_INK, "停车秩序", 1, 100, 200);
  ys_scene_add_stack (scene, YS_ROLE_INK, "建筑垃圾乱堆乱放", 1, 200, 200);
  g_assert_cmpuint (ys_scene_n_marks (scene), ==, 10);
  g_assert_true (ys_scene_mark (scene, 0)->upright_stack);
  g_assert_cmpstr (ys_scene_mark (scene, 9)->text, ==, "…");
  g_assert_cmpstr (ys_scene_mark (scene, 9)->whole, ==, "建筑垃圾乱堆乱放");
  g_assert_cmpfloat (ys_scene_mark (scene, 3)->y + ys_scene_mark (scene, 3)->height, <=, 200.0);
  check_scene (scene, TRUE, "stack");
}

/* The topmost one; a thin line is hit a little beside it; what is only there during the build
 * never. */
static void
test_mark_at (void)
{
  g_autoptr (YsScene) scene = new_scene ();

  ys_scene_set_target (scene, 7, "银光上城");
  ys_scene_add_rectangle (scene, YS_ROLE_BAR, YS_FILL_SOLID, 100, 100, 50, 20);
  ys_scene_set_target (scene, 8, NULL);
  ys_scene_add_line (scene, YS_ROLE_INK, YS_FILL_SOLID, 100, 200, 200, 300, 0.1);
  ys_scene_set_until (scene, 1);
  ys_scene_add_rectangle (scene, YS_ROLE_BAR, YS_FILL_SOLID, 100, 100, 50, 20);
  ys_scene_set_until (scene, 0);
  ys_scene_set_target (scene, 0, NULL);
  ys_scene_add_rectangle (scene, YS_ROLE_INK, YS_FILL_SOLID, 100, 100, 50, 20);
  g_assert_cmpint (ys_scene_mark_at (scene, 120, 110)->id, ==, 7);
  g_assert_cmpstr (ys_scene_mark_at (scene, 120, 110)->tip, ==, "银光上城");
  g_assert_cmpint (ys_scene_mark_at (scene, 150, 252)->id, ==, 8);
  g_assert_null (ys_scene_mark_at (scene, 190, 210));
  g_assert_null (ys_scene_mark_at (scene, 700, 400));
}

static void
test_on_heat (void)
{
  g_autoptr (YsScene) scene = new_scene ();

  for (int role = YS_ROLE_HEAT_1; role <= YS_ROLE_HEAT_5; role++)
    {
      ys_scene_add_rectangle (scene, (YsRole)role, YS_FILL_SOLID, 20.0 * role, 100, 20, 20);
      ys_scene_add_words (scene, YS_ROLE_ON_HEAT, "3", 1, FALSE, YS_WORDS_CENTER, 20.0 * role + 10,
                          110, 0);
      g_assert_cmpint (ys_scene_mark (scene, ys_scene_n_marks (scene) - 1)->under, ==, role);
    }
  check_scene (scene, TRUE, "heat");
}

static char *
temporary (const char *ending)
{
  g_autofree char *folder = g_dir_make_tmp ("ys-scene-XXXXXX", NULL);
  g_autofree char *name = g_strconcat ("slide.", ending, NULL);

  return g_build_filename (folder, name, NULL);
}

/* The same scene gives the same bytes: the second time, and when it is laid out anew. */
static void
test_same_bytes (gconstpointer data)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new ();
  YsRankingData ranking = ys_chart_sample_ranking (sample);
  YsChartFrame frame = ys_chart_sample_frame (0);
  g_autofree char *path = temporary (data), *bytes[3] = { NULL };
  gsize lengths[3];

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (YsScene) scene = ys_ranking_layout (&ranking, &frame, 960, 540, NULL);
      const YsScene *scenes[] = { scene };
      g_autoptr (GError) error = NULL;

      g_assert_true (ys_scene_write (scenes, 1, path, FALSE, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes[i], &lengths[i], NULL));
      g_assert_cmpmem (bytes[i], lengths[i], bytes[0], lengths[0]);
    }
  g_assert_cmpuint (lengths[0], >, 5000);
  g_free (bytes[1]);
  g_free (bytes[2]);
  g_unlink (path);
}

static void
test_write_errors (void)
{
  g_autoptr (YsScene) scene = new_scene ();
  const YsScene *scenes[] = { scene, scene };
  g_autofree char *path = temporary ("png"), *odd = temporary ("docx"), *pages = temporary ("pdf");
  g_autofree char *nowhere = g_build_filename (path, "no", "slide.png", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_scene_write (scenes, 1, odd, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);
  g_assert_false (ys_scene_write (scenes, 2, path, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (ys_scene_write (scenes, 1, nowhere, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (ys_scene_write (scenes, 2, pages, TRUE, &error));
  g_assert_no_error (error);
  g_unlink (pages);
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  guint32 pixel;

  cairo_surface_flush (surface);
  memcpy (&pixel,
          cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)
              + x * 4,
          4);
  return pixel & 0xFFFFFF;
}

/* A bar grows from its left; a step that has not come yet is not there. */
static void
test_steps (void)
{
  g_autoptr (YsScene) scene = new_scene ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 450);
  cairo_t *cr = cairo_create (surface);

  ys_scene_set_step (scene, 2);
  ys_scene_add_rectangle (scene, YS_ROLE_BAR, YS_FILL_SOLID, 100, 100, 600, 20);
  g_assert_cmpint (ys_scene_n_steps (scene), ==, 2);
  g_assert_cmpint (ys_scene_stop (scene), ==, 2);
  ys_scene_draw_step (scene, cr, FALSE, 1, 1.0);
  g_assert_cmphex (pixel_at (surface, 110, 110), ==, 0xFFFFFF);
  ys_scene_draw_step (scene, cr, FALSE, 2, 0.2);
  g_assert_cmphex (pixel_at (surface, 110, 110), !=, 0xFFFFFF);
  g_assert_cmphex (pixel_at (surface, 690, 110), ==, 0xFFFFFF);
  ys_scene_draw_step (scene, cr, FALSE, 2, 1.0);
  g_assert_cmphex (pixel_at (surface, 690, 110), ==, 0xAECBE9);
  ys_scene_draw (scene, cr, TRUE);
  g_assert_cmphex (pixel_at (surface, 690, 110), ==, 0x23486F);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_points_text (void)
{
  static const struct
  {
    gint64 points;
    gboolean is_signed;
    const char *text;
  } cases[] = { { 0, FALSE, "0.00" },       { 0, TRUE, "0.00" },           { 5, FALSE, "0.05" },
                { 10060, FALSE, "100.60" }, { 300, TRUE, "+3.00" },        { -120, FALSE, "−1.20" },
                { -120, TRUE, "−1.20" },    { 1104800, FALSE, "11048.00" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ys_points_text (cases[i].points, cases[i].is_signed);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_spread (void)
{
  double crowded[] = { 10, 11, 12, 50 }, low[] = { -5, 2 }, high[] = { 90, 98, 99 };

  /* Each group around the mean of its wishes. */
  ys_spread_labels (crowded, 4, 5, 0, 100);
  g_assert_cmpfloat (crowded[0], ==, 6);
  g_assert_cmpfloat (crowded[1], ==, 11);
  g_assert_cmpfloat (crowded[2], ==, 16);
  g_assert_cmpfloat (crowded[3], ==, 50);
  ys_spread_labels (low, 2, 5, 0, 100);
  g_assert_cmpfloat (low[0], ==, 0);
  g_assert_cmpfloat (low[1], ==, 5);
  ys_spread_labels (high, 3, 5, 0, 100);
  g_assert_cmpfloat (high[2], ==, 100);
  g_assert_cmpfloat (high[0], ==, 90);
}

static void
test_nice_step (void)
{
  g_assert_cmpfloat_with_epsilon (ys_nice_step (26, 6), 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (ys_nice_step (6, 6), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (ys_nice_step (40, 4), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (ys_nice_step (0.4, 4), 0.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (ys_nice_step (0, 4), 1, 1e-9);
}

/* Title, finding and period never meet, however long; the trial says so and names no state. */
static void
test_frame (void)
{
  YsChartFrame frame = ys_chart_sample_frame (0);
  const char *notes[]
      = { "同分依次比：未整改少、案卷过错少、长效分高；仍同则并列。",
          "11、12 名同为 92.80：未整改 0 处 < 1 处，十三、十四、十五、十六名也是这样分出来的。",
          "未参评 2 个：银山小区、翼云公寓。", "缺：上月未参评。", NULL };
  const double shapes[][2] = { { 1440, 1080 }, { 1920, 1080 }, { 3840, 1080 }, { 6656, 1792 } };

  frame.finding = "银光上城居首；梅花园、御景公馆并列第 "
                  "4，奖项待定；枣花园居末，比上月低了许多，原因是环境秩序与整改未反馈失分最多";
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (int kind = 0; kind < 3; kind++)
      {
        YsSlideArea area;
        g_autoptr (YsScene) scene = NULL;

        frame.trial = kind == 1;
        frame.finalised = kind == 2;
        scene = ys_slide_new (&frame, "小区综合排名", NULL, 0, shapes[i][0], shapes[i][1], NULL,
                              &area);
        ys_slide_footer (scene, &frame, &area, notes, 3);
        check_scene (scene, TRUE, "frame");
        g_assert_cmpuint (count_words (scene, "试算"), ==, kind == 1);
        g_assert_cmpuint (count_words (scene, "不入账 · 不报送"), ==, kind == 1);
        g_assert_cmpuint (find_words (scene, "未定稿 · 截至 2026年11月2日 17:30") != NULL, ==,
                          kind == 0);
        g_assert_cmpuint (find_words (scene, "已定稿") != NULL, ==, kind == 2);
        g_assert_cmpuint (count_marks (scene, YS_MARK_DISC, YS_ROLE_PENDING, YS_FILL_HOLLOW), ==,
                          kind == 0);
      }
}

int
main (int argc, char **argv)
{
  static const char *const endings[] = { "png", "svg", "pdf" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scene/tabular-figures", test_tabular);
  for (gsize i = 0; i < G_N_ELEMENTS (cut_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/scene/cut/%s", cut_cases[i].name);

      g_test_add_data_func (path, &cut_cases[i], test_cut);
    }
  g_test_add_func ("/chart/scene/no-room", test_no_room);
  g_test_add_func ("/chart/scene/stack", test_stack);
  g_test_add_func ("/chart/scene/mark-at", test_mark_at);
  g_test_add_func ("/chart/scene/on-heat", test_on_heat);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/scene/same-bytes/%s", endings[i]);

      g_test_add_data_func (path, endings[i], test_same_bytes);
    }
  g_test_add_func ("/chart/scene/write-errors", test_write_errors);
  g_test_add_func ("/chart/scene/steps", test_steps);
  g_test_add_func ("/chart/slide/points-text", test_points_text);
  g_test_add_func ("/chart/slide/spread", test_spread);
  g_test_add_func ("/chart/slide/nice-step", test_nice_step);
  g_test_add_func ("/chart/slide/frame", test_frame);
  return g_test_run ();
}
