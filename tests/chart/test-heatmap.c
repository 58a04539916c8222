/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of columns, sums that stay true whatever is joined, and what cells say. */
#include "config.h"

#include "heatmap-table.h"
#include "sample-charts.h"
#include "scene-checks.h"

static const YsHeatColumn columns[] = {
  { 1, "甲", "一" }, { 2, "乙", "二" }, { 3, "丙", "一" }, { 4, "丁", "二" }, { 5, "戊", "一" }
};
static const guint first[] = { 1, 0, 2, 5, 0 }, second[] = { 0, 3, 2, 1, 0 },
                   third[] = { 9, 9, 9, 9, 9 };
/* The third one is not assessed: its counts are not of this period. */
static const YsHeatRow rows[]
    = { { 11, "A", 1, first }, { 12, "B", 2, second }, { 13, "C", 0, third } };
static const YsHeatData small = { columns, 5, rows, 3, TRUE };

static char *
describe (const YsHeatTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint c = 0; c < table->n_columns; c++)
    g_string_append_printf (text, "%s%s%" G_GUINT64_FORMAT, c > 0 ? " " : "",
                            table->columns[c].name, table->columns[c].total);
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  guint max_columns;
  const char *columns;
} TableCase;

/* By group as they appear, then most first; joined: the least of all. */
static const TableCase table_cases[] = {
  { "all", G_MAXUINT, "丙4 甲1 戊0 丁6 乙3" },
  { "exactly", 5, "丙4 甲1 戊0 丁6 乙3" },
  { "four", 4, "丙4 丁6 乙3 其余1" },
  { "two", 2, "丁6 其余8" },
  { "one", 1, "其余14" },
};

static void
test_table (gconstpointer data)
{
  const TableCase *c = data;
  g_autoptr (YsHeatTable) table = ys_heat_table_new (&small, c->max_columns);
  g_autofree char *text = describe (table);
  guint64 cells[5], sum = 0;

  g_assert_cmpstr (text, ==, c->columns);
  g_assert_cmpuint (table->total, ==, 14);
  g_assert_cmpuint (table->totals[0], ==, 8);
  g_assert_cmpuint (table->totals[2], ==, 0);
  ys_heat_table_row (table, 0, 3, cells);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_assert_cmpuint (cells[i], ==, table->columns[i].total);
      sum += cells[i];
    }
  g_assert_cmpuint (sum, ==, 14);
}

static void
test_words (void)
{
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scene = ys_heatmap_layout (&small, &frame, 1920.0, 1080.0, NULL);
  g_autofree char *text = scene_text (scene);

  check_scene (scene);
  g_assert_cmpstr (text, ==,
                   "小区 × 条款失分|丁 6 分、丙 4 分居前；A一家扣 8 分|未定稿 · 2026年10月\n"
                   "一|二\n"
                   "丙|甲|戊|丁|乙|合计\n"
                   "1|A|2|1|5|8\n"
                   "2|B|2|1|3|6\n"
                   "C|—|—|—|—|—|—\n"
                   "合计扣分|4|1|0|6|3|14");
  ys_scene_free (scene);
}

/* A click on a cell opens the compound, on a column's name the clause; a hover tells both. */
static void
test_targets (void)
{
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scene = ys_heatmap_layout (&small, &frame, 1920.0, 1080.0, NULL);
  const YsMark *cell = find_words (scene, "5"), *head = find_words (scene, "丁");
  const YsMark *hit;

  g_assert_cmpint (head->clause_id, ==, 4);
  hit = ys_scene_mark_at (scene, cell->x + cell->width / 2.0, cell->y + cell->height / 2.0);
  g_assert_cmpint (hit->id, ==, 11);
  g_assert_cmpstr (hit->tip, ==, "A，丁 5 分");
  ys_scene_free (scene);
}

static void
test_levels (void)
{
  static const guint counts[] = { 0, 1, 2, 5, 60 };
  const YsHeatRow row = { 1, "A", 1, counts };
  const YsHeatData data = { columns, 5, &row, 1, FALSE };
  const YsRole roles[] = { YS_ROLE_HEAT_5, YS_ROLE_HEAT_2, YS_ROLE_HEAT_1 };
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scene = ys_heatmap_layout (&data, &frame, 1920.0, 1080.0, NULL);
  guint n = 0, heat[6] = { 0 };

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (mark->kind == YS_MARK_RECTANGLE && mark->role >= YS_ROLE_CELL
          && mark->role <= YS_ROLE_HEAT_5)
        heat[mark->role - YS_ROLE_CELL]++;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    n += heat[roles[i] - YS_ROLE_CELL];
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (heat[5], ==, 2);
  g_assert_cmpuint (heat[0], ==, 1);
  ys_scene_free (scene);
}

/* 20 rows a page; the sums are of all pages, on each of them. */
static void
test_pages (void)
{
  g_autoptr (Sample) sample = sample_new (41, SAMPLE_ORDINARY);
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scenes[3];
  g_autofree char *total = NULL;
  guint64 sum = 0;

  g_assert_cmpuint (ys_heatmap_n_pages (&sample->heat), ==, 3);
  for (guint r = 0; r < 41; r++)
    for (guint c = 0; c < sample->heat.n_columns; c++)
      sum += sample->heat.rows[r].counts[c];
  total = g_strdup_printf ("%" G_GUINT64_FORMAT, sum);
  for (frame.page = 0; frame.page < 3; frame.page++)
    {
      scenes[frame.page] = ys_heatmap_layout (&sample->heat, &frame, 1920.0, 1080.0, NULL);
      g_assert_nonnull (find_words (scenes[frame.page], "全部合计"));
      g_assert_true (find_words (scenes[frame.page], total)->bold);
    }
  g_assert_nonnull (find_words (scenes[0], sample->heat.rows[19].name));
  g_assert_null (find_words (scenes[0], sample->heat.rows[20].name));
  g_assert_nonnull (find_words (scenes[2], sample->heat.rows[40].name));
  g_assert_nonnull (find_words (scenes[2], "第 3 页 / 共 3 页 · 未定稿 · 2026年10月"));
  for (guint i = 0; i < 3; i++)
    ys_scene_free (scenes[i]);
}

/* No room for all rows: the last ones are joined, and the sums do not change. */
static void
test_joined_rows (void)
{
  g_autoptr (Sample) sample = sample_new (20, SAMPLE_ORDINARY);
  YsChartFrame frame = sample_frame (TRUE);
  YsScene *low = ys_heatmap_layout (&sample->heat, &frame, 800.0, 400.0, NULL),
          *high = ys_heatmap_layout (&sample->heat, &frame, 800.0, 800.0, NULL);

  g_assert_cmpuint (count_words (low, "其余"), ==, 1);
  g_assert_cmpuint (count_words (high, "其余"), ==, 0);
  g_assert_nonnull (find_words (low, "216"));
  g_assert_nonnull (find_words (high, "216"));
  ys_scene_free (low);
  ys_scene_free (high);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (table_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/heatmap/table/", table_cases[i].name, NULL);

      g_test_add_data_func (path, &table_cases[i], test_table);
    }
  g_test_add_func ("/chart/heatmap/words", test_words);
  g_test_add_func ("/chart/heatmap/targets", test_targets);
  g_test_add_func ("/chart/heatmap/levels", test_levels);
  g_test_add_func ("/chart/heatmap/pages", test_pages);
  g_test_add_func ("/chart/heatmap/joined-rows", test_joined_rows);
  return g_test_run ();
}
