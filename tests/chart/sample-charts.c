/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All scores, counts and their order are invented. */
#include "config.h"

#include "sample-charts.h"

#define N_PERIODS 12

static const char *const names[]
    = { "银光上城", "龙珠百合", "欧情豪庭",       "梅花园",   "御景公馆",     "桂花园", "樱花园",
        "龙珠丽都", "欧亚城",   "太清湖润景家园", "丰泽嘉苑", "锦绣花园",     "御峰园", "宝徕花苑",
        "民生国际", "苹果花苑", "欧情南苑",       "紫锦庄园", "裕升山亭花园", "枣花园" };
static const char *const communities[] = { "紫薇", "梅园", "丰泽", "东、西鲁" };
/* First and last score of the twenty. */
static const gint64 ends[][2]
    = { { 9720, 10060 }, { 10120, 9960 }, { 8840, 9860 }, { 9860, 9680 }, { 9520, 9680 },
        { 9320, 9600 },  { 9680, 9560 },  { 9440, 9480 }, { 9300, 9380 }, { 9320, 9340 },
        { 9500, 9280 },  { 9280, 9280 },  { 9320, 9120 }, { 9000, 9060 }, { 9160, 8980 },
        { 9020, 8980 },  { 8700, 8780 },  { 9540, 8700 }, { 8120, 8320 }, { 8460, 7500 } };
static const char *const months[N_PERIODS]
    = { "2025年11月", "2025年12月", "2026年1月", "2026年2月", "2026年3月", "2026年4月",
        "2026年5月",  "2026年6月",  "2026年7月", "2026年8月", "2026年9月", "2026年10月" };
static const char *const long_periods[N_PERIODS]
    = { "2015年年度考评", "2016年年度考评", "2017年年度考评", "2018年年度考评",
        "2019年年度考评", "2020年年度考评", "2021年年度考评", "2022年年度考评",
        "2023年年度考评", "2024年年度考评", "2025年年度考评", "2026年年度考评" };
static const YsHeatColumn clauses[] = {
  { 1, "公共设施", "基础设施" },  { 2, "环卫设施", "基础设施" },  { 3, "外立面破损", "基础设施" },
  { 4, "道路破损", "基础设施" },  { 5, "消防设施", "基础设施" },  { 6, "井盖缺损", "基础设施" },
  { 7, "门牌缺损", "基础设施" },  { 8, "清扫保洁", "环境秩序" },  { 9, "占消防通道", "环境秩序" },
  { 10, "乱堆物料", "环境秩序" }, { 11, "环卫脏乱", "环境秩序" }, { 12, "小广告", "环境秩序" },
  { 13, "建筑垃圾", "环境秩序" }, { 14, "饲养家禽", "环境秩序" }, { 15, "违规晾晒", "环境秩序" },
  { 16, "除四害", "环境秩序" },   { 17, "无证经营", "环境秩序" }, { 18, "垃圾筒位置", "环境秩序" },
  { 19, "店招破损", "环境秩序" }, { 20, "店外经营", "环境秩序" }, { 21, "焚烧垃圾", "环境秩序" },
  { 22, "擅设广告", "环境秩序" }, { 23, "绿化管养", "绿化管理" }, { 24, "破坏绿化", "绿化管理" },
  { 25, "绿化设施", "绿化管理" }, { 26, "私搭乱建", "违建" }
};
static const guint clause_counts[]
    = { 16, 9, 8, 7, 5, 3, 1, 22, 14, 13, 8, 8, 5, 3, 3, 2, 2, 2, 1, 1, 0, 0, 16, 5, 2, 5 };
static const char *const clause_names[]
    = { "公共设施缺损", "环卫设施缺损",     "外立面破损",         "小区道路破损", "消防设施缺损",
        "井盖缺损",     "门牌缺损",         "清扫保洁不干净",     "占用消防通道", "乱堆物料",
        "环卫设施脏乱", "非法小广告",       "建筑垃圾处置不规范", "饲养家禽",     "违规晾晒",
        "除四害不到位", "无证经营",         "垃圾筒位置不当",     "店招破损",     "店外经营",
        "焚烧垃圾",     "擅自设置户外广告", "绿化管养不佳",       "破坏绿化",     "绿化设施缺损",
        "私搭乱建" };

static gpointer
own (Sample *sample, gpointer memory)
{
  g_ptr_array_add (sample->owned, memory);
  return memory;
}

static const char *
name_of (Sample *sample, guint i, SampleKind kind)
{
  const char *name = names[i % G_N_ELEMENTS (names)];

  if (kind == SAMPLE_LONG)
    return own (sample,
                g_strdup_printf ("%s市中区解放路北段人民政府职工宿舍（原第%u建筑公司家属院）", name,
                                 i + 1));
  return i < G_N_ELEMENTS (names)
             ? name
             : own (sample, g_strdup_printf ("%s%u区", name, i / (guint)G_N_ELEMENTS (names) + 1));
}

static gint64
ordinary_score (guint line, guint period, GRand *random)
{
  const gint64 *pair = ends[line % G_N_ELEMENTS (ends)];
  gint64 on_the_way = pair[0] + (pair[1] - pair[0]) * (gint64)period / (N_PERIODS - 1);
  gboolean at_end = period == 0 || period == N_PERIODS - 1;
  gint64 shift = line >= G_N_ELEMENTS (ends) ? g_rand_int_range (random, -150, 150) / 10 * 10 : 0;

  return on_the_way + shift + (at_end ? 0 : g_rand_int_range (random, -4, 5) * 20);
}

static gint64
score_of (guint line, guint period, SampleKind kind, GRand *random)
{
  gint64 score = ordinary_score (line, period, random);

  switch (kind)
    {
    case SAMPLE_ORDINARY:
      /* As on the wall: one left out of the middle, one alone at the end. */
      if ((line == 12 && period >= 3 && period <= 4) || (line == 10 && period == 10))
        return YS_NO_POINTS;
      return score;
    case SAMPLE_LONG:
      return score;
    case SAMPLE_EQUAL:
      return 9680;
    case SAMPLE_MISSING:
      return YS_NO_POINTS;
    case SAMPLE_GAPS:
      return (line + period) % 3 == 0 ? YS_NO_POINTS : score;
    case SAMPLE_NEGATIVE:
      return score - 9500;
    case SAMPLE_HUGE:
      return line % 2 == 0 ? G_MAXINT64 - (gint64)period : G_MININT64 + 1 + (gint64)period;
    case SAMPLE_N_KINDS:
      break;
    }
  g_assert_not_reached ();
}

static void
add_trend (Sample *sample, guint n, SampleKind kind, GRand *random)
{
  YsTrendLine *lines = own (sample, g_new0 (YsTrendLine, n + 1)),
              *grouped = own (sample, g_new0 (YsTrendLine, n + 1));

  for (guint i = 0; i < n; i++)
    {
      gint64 *scores = own (sample, g_new0 (gint64, N_PERIODS));

      for (guint p = 0; p < N_PERIODS; p++)
        scores[p] = score_of (i, p, kind, random);
      lines[i] = (YsTrendLine){ i + 1, name_of (sample, i, kind), NULL,
                                kind == SAMPLE_EQUAL ? 1 : i + 1, scores };
      grouped[i] = lines[i];
      grouped[i].group = kind == SAMPLE_LONG
                             ? own (sample, g_strdup_printf ("第%u网格化服务管理居民委员会", i % 7))
                             : communities[i % G_N_ELEMENTS (communities)];
    }
  sample->trend = (YsTrendData){ kind == SAMPLE_LONG ? long_periods : months, N_PERIODS, lines, n };
  sample->grouped = sample->trend;
  sample->grouped.lines = grouped;
}

static guint
cell_of (guint row, guint column, guint n, SampleKind kind, GRand *random)
{
  double worse = (double)(row + 1) / n;

  if (kind == SAMPLE_EQUAL)
    return 1;
  if (kind == SAMPLE_MISSING)
    return 0;
  if (kind == SAMPLE_HUGE)
    return G_MAXUINT - row;
  if (g_rand_double (random) * 26.0 > clause_counts[column] * (0.6 + worse) + 1.0)
    return 0;
  if (clause_counts[column] == 0)
    return 0;
  return (guint)g_rand_int_range (random, 1, 2 + (gint32)(worse * clause_counts[column] / 5.0));
}

static void
add_heat (Sample *sample, guint n, SampleKind kind, GRand *random)
{
  const guint n_columns = G_N_ELEMENTS (clauses);
  YsHeatRow *rows = own (sample, g_new0 (YsHeatRow, n + 1));
  YsHeatColumn *columns = own (sample, g_new0 (YsHeatColumn, n_columns));

  for (guint i = 0; i < n; i++)
    {
      guint *counts = own (sample, g_new0 (guint, n_columns));

      for (guint c = 0; c < n_columns; c++)
        counts[c] = cell_of (i, c, n, kind, random);
      rows[i] = (YsHeatRow){ i + 1, name_of (sample, i, kind),
                             kind == SAMPLE_GAPS && i % 3 == 2 ? 0 : i + 1, counts };
    }
  for (guint c = 0; c < n_columns; c++)
    {
      columns[c] = clauses[c];
      if (kind == SAMPLE_LONG)
        {
          columns[c].name = clause_names[c];
          columns[c].group = own (sample, g_strdup_printf ("第%u类 物业服务与公共秩序管理", c / 2));
        }
    }
  sample->heat = (YsHeatData){ columns, n_columns, rows, n, kind != SAMPLE_GAPS };
}

static void
add_pareto (Sample *sample, guint n, SampleKind kind)
{
  guint n_items = n == 20 ? G_N_ELEMENTS (clause_names) : n;
  YsParetoItem *items = own (sample, g_new0 (YsParetoItem, n_items + 1));

  for (guint i = 0; i < n_items; i++)
    {
      guint c = i % G_N_ELEMENTS (clause_names), count = clause_counts[c];

      if (kind == SAMPLE_EQUAL)
        count = 5;
      else if (kind == SAMPLE_MISSING)
        count = 0;
      else if (kind == SAMPLE_HUGE)
        count = G_MAXUINT - i;
      items[i] = (YsParetoItem){ i + 1, clause_names[c], count,
                                 kind == SAMPLE_GAPS ? 0 : MIN (count, 9 + count / 4) };
      if (kind == SAMPLE_LONG)
        items[i].name
            = own (sample, g_strdup_printf ("%s，且未按照有关规定采取相应的处置措施（第%u条）",
                                            clause_names[c], i + 1));
    }
  sample->pareto = (YsParetoData){ items, n_items };
}

static void
add_timeliness (Sample *sample, guint n, SampleKind kind)
{
  static const guint figures[][4]
      = { { 3, 0, 0, 0 }, { 2, 0, 0, 0 }, { 5, 0, 0, 0 },  { 4, 0, 0, 0 },  { 4, 0, 0, 0 },
          { 7, 0, 0, 0 }, { 6, 0, 0, 0 }, { 8, 0, 0, 0 },  { 5, 1, 0, 0 },  { 7, 1, 0, 0 },
          { 8, 0, 0, 0 }, { 6, 0, 1, 0 }, { 8, 1, 0, 0 },  { 9, 1, 0, 0 },  { 9, 0, 0, 0 },
          { 9, 0, 0, 0 }, { 9, 1, 1, 0 }, { 10, 1, 1, 1 }, { 11, 1, 1, 1 }, { 14, 2, 2, 1 } };
  YsTimelinessRow *rows = own (sample, g_new0 (YsTimelinessRow, n + 1));

  for (guint i = 0; i < n; i++)
    {
      const guint *f = figures[i % G_N_ELEMENTS (figures)];

      rows[i] = (YsTimelinessRow){ i + 1, name_of (sample, i, kind), f[0], f[1], f[2], f[3] };
      if (kind == SAMPLE_EQUAL)
        rows[i].on_time = rows[i].late = rows[i].open = rows[i].not_due = 2;
      if (kind == SAMPLE_MISSING || (kind == SAMPLE_GAPS && i % 3 == 0))
        rows[i].on_time = rows[i].late = rows[i].open = rows[i].not_due = 0;
      if (kind == SAMPLE_GAPS && i % 3 == 1)
        rows[i].on_time = 0;
      if (kind == SAMPLE_GAPS && i % 3 == 2)
        rows[i].not_due = 3;
      if (kind == SAMPLE_HUGE)
        rows[i].on_time = rows[i].late = rows[i].open = rows[i].not_due = G_MAXUINT - i;
      if (kind == SAMPLE_NEGATIVE)
        rows[i].on_time = 1 + i * 40;
    }
  sample->timeliness = (YsTimelinessData){ rows, n };
}

Sample *
sample_new (guint n, SampleKind kind)
{
  Sample *sample = g_new0 (Sample, 1);
  GRand *random = g_rand_new_with_seed (20261102);

  sample->owned = g_ptr_array_new_with_free_func (g_free);
  add_trend (sample, n, kind, random);
  add_heat (sample, n, kind, random);
  add_pareto (sample, n, kind);
  add_timeliness (sample, n, kind);
  g_rand_free (random);
  return sample;
}

void
sample_free (Sample *sample)
{
  g_ptr_array_unref (sample->owned);
  g_free (sample);
}

YsChartFrame
sample_frame (gboolean bare)
{
  YsChartFrame frame = { .period = "2026年10月", .bare = bare };

  g_assert_true (ys_instant_from_iso ("2026-11-02T17:30", &frame.as_of));
  return frame;
}
