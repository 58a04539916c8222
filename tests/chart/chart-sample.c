/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-sample.h"

#include <string.h>

typedef struct
{
  const char *name, *community;
  gint64 long_term, property, bonus; /* long-term and property as published, weighted */
  gint64 last_rank;
} Line;

static const Line lines[] = {
  { "银光上城", "紫薇", 5820, 4240, 0, 1 },      { "龙珠百合", "梅园", 5880, 4080, 0, 2 },
  { "欧情豪庭", "丰泽", 5700, 4160, 0, 7 },      { "梅花园", "梅园", 5760, 3920, 0, 3 },
  { "御景公馆", "紫薇", 5760, 3920, 0, 5 },      { "桂花园", "丰泽", 5460, 3840, 300, 4 },
  { "樱花园", "紫薇", 5640, 3920, 0, 6 },        { "龙珠丽都", "紫薇", 5520, 3960, 0, 7 },
  { "欧亚城", "丰泽", 5580, 3800, 0, 9 },        { "太清湖润景家园", "紫薇", 5460, 3880, 0, 10 },
  { "丰泽嘉苑", "东、西鲁", 5400, 3880, 0, 0 },  { "锦绣花园", "紫薇", 5520, 3760, 0, 11 },
  { "御峰园", "丰泽", 5280, 3840, 0, 13 },       { "宝徕花苑", "紫薇", 5340, 3720, 0, 12 },
  { "民生国际", "紫薇", 5220, 3760, 0, 15 },     { "苹果花苑", "丰泽", 5220, 3760, 0, 14 },
  { "欧情南苑", "丰泽", 5100, 3680, 0, 17 },     { "紫锦庄园", "紫薇", 4980, 3720, 0, 16 },
  { "裕升山亭花园", "紫薇", 4800, 3520, 0, 18 }, { "枣花园", "丰泽", 4260, 3240, 0, 19 },
};

static YsChartSample *
new_sample (void)
{
  YsChartSample *sample = g_new0 (YsChartSample, 1);

  sample->strings = g_string_chunk_new (4096);
  sample->rows = g_array_new (FALSE, TRUE, sizeof (YsChartRow));
  sample->not_assessed = g_ptr_array_new ();
  g_ptr_array_add (sample->not_assessed, NULL);
  return sample;
}

void
ys_chart_sample_free (YsChartSample *sample)
{
  g_string_chunk_free (sample->strings);
  g_array_unref (sample->rows);
  g_ptr_array_unref (sample->not_assessed);
  g_free (sample);
}

static YsChartRow *
add_row (YsChartSample *sample,
         const char *name,
         const char *community,
         gint64 long_term,
         gint64 property,
         gint64 bonus)
{
  YsChartRow row = {
    .id = sample->rows->len + 1,
    .name = g_string_chunk_insert_const (sample->strings, name),
    .community = g_string_chunk_insert_const (sample->strings, community),
    .long_term = long_term * 100 / 60,
    .property = property * 100 / 40,
    .bonus = bonus,
    .score = long_term + property + bonus,
    .last_score = YS_NO_POINTS,
    .trial_score = YS_NO_POINTS,
  };

  g_array_append_val (sample->rows, row);
  return &g_array_index (sample->rows, YsChartRow, sample->rows->len - 1);
}

static void
add_absent (YsChartSample *sample, const char *name)
{
  g_ptr_array_insert (sample->not_assessed, (int)sample->not_assessed->len - 1,
                      g_string_chunk_insert_const (sample->strings, name));
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const YsChartRow *x = a, *y = b;

  return x->score < y->score ? 1 : x->score > y->score ? -1 : x->id < y->id ? -1 : 1;
}

/* Ranks 1, 2, 2, 4; every third tie is split by the chain. */
static void
rank_rows (YsChartSample *sample)
{
  YsChartRow *rows = (YsChartRow *)(gpointer)sample->rows->data;

  for (guint i = 0; i < sample->rows->len; i++)
    {
      gboolean same = i > 0 && rows[i].score == rows[i - 1].score;

      rows[i].rank = same && i % 3 != 0 ? rows[i - 1].rank : i + 1;
      rows[i].equal = same || (i + 1 < sample->rows->len && rows[i].score == rows[i + 1].score);
    }
  for (guint i = 0; i < sample->rows->len; i++)
    rows[i].tied = (i > 0 && rows[i].rank == rows[i - 1].rank)
                   || (i + 1 < sample->rows->len && rows[i].rank == rows[i + 1].rank);
}

static void
give_prize (YsChartSample *sample, guint index, YsChartPrize prize, const char *name)
{
  YsChartRow *row;

  if (index >= sample->rows->len)
    return;
  row = &g_array_index (sample->rows, YsChartRow, index);
  row->prize = prize;
  row->prize_name = name;
}

YsChartSample *
ys_chart_sample_new (void)
{
  YsChartSample *sample = new_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      YsChartRow *row = add_row (sample, lines[i].name, lines[i].community, lines[i].long_term,
                                 lines[i].property, lines[i].bonus);

      row->last_rank = lines[i].last_rank;
      row->rank = i == 4 ? 4 : i == 15 ? 15 : i + 1;
      row->tied = i == 3 || i == 4 || i == 14 || i == 15;
      row->equal = row->tied || i == 10 || i == 11;
      if (row->last_rank > 0)
        row->last_score
            = row->score + ((gint64)row->last_rank - i - 1) * -60 + (i * 37 % 9) * 20 - 80;
    }
  give_prize (sample, 0, YS_CHART_PRIZE_WON, "一等奖");
  give_prize (sample, 1, YS_CHART_PRIZE_WON, "一等奖");
  give_prize (sample, 2, YS_CHART_PRIZE_WON, "二等奖");
  give_prize (sample, 3, YS_CHART_PRIZE_PENDING, NULL);
  give_prize (sample, 4, YS_CHART_PRIZE_PENDING, NULL);
  give_prize (sample, 5, YS_CHART_PRIZE_WON, "三等奖");
  add_absent (sample, "银山小区");
  add_absent (sample, "翼云公寓");
  return sample;
}

static guint32
next_random (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

YsChartSample *
ys_chart_sample_new_many (guint n)
{
  static const char *const firsts[]
      = { "欧亚", "安居", "海洋", "润景", "御峰", "财富", "福源", "御景",
          "银光", "苹果", "宝徕", "福临", "翼云", "民生", "锦绣", "牡丹" };
  static const char *const lasts[]
      = { "嘉园", "南苑", "花苑", "雅居", "丽都", "东苑", "花园", "庄园", "家园", "新城", "名邸" };
  static const char *const communities[] = { "紫薇", "梅园", "丰泽", "东、西鲁" };
  YsChartSample *sample = new_sample ();
  guint32 state = 2026;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name
          = g_strconcat (firsts[i % 16], lasts[i / 16 % 11], i >= 176 ? "二期" : "", NULL);
      gint64 lost
          = (next_random (&state) % 60 + next_random (&state) % 60 + next_random (&state) % 30)
            * 20;

      add_row (sample, name, communities[next_random (&state) % 4], MAX (6000 - lost * 6 / 10, 0),
               MAX (4400 - lost * 6 / 10, 0), i % 50 == 49 ? 300 : 0);
    }
  g_array_sort (sample->rows, compare_scores);
  rank_rows (sample);
  for (guint i = 0; i < n; i++)
    {
      YsChartRow *row = &g_array_index (sample->rows, YsChartRow, i);
      gint64 last = (gint64)row->rank + next_random (&state) % 9 - 4;

      row->last_rank = next_random (&state) % 17 == 0 ? 0 : MAX (last, 1);
      row->last_score = row->last_rank > 0
                            ? row->score + (gint64)(next_random (&state) % 40) * 20 - 400
                            : YS_NO_POINTS;
    }
  for (guint i = 0; i < MIN (n, 6); i++)
    give_prize (sample, i, YS_CHART_PRIZE_WON, i < 2 ? "一等奖" : i < 4 ? "二等奖" : "三等奖");
  return sample;
}

YsChartSample *
ys_chart_sample_new_equal (guint n)
{
  YsChartSample *sample = new_sample ();

  for (guint i = 0; i < n; i++)
    {
      YsChartRow *row
          = add_row (sample, lines[i % G_N_ELEMENTS (lines)].name, "梅园", 6000, 4000, 0);

      row->rank = 1;
      row->tied = row->equal = n > 1;
      row->last_rank = i % 5;
      give_prize (sample, i, YS_CHART_PRIZE_PENDING, NULL);
    }
  return sample;
}

YsChartSample *
ys_chart_sample_new_odd (void)
{
  YsChartSample *sample = new_sample ();

  add_row (sample, "梅花园", "梅园", 5880, 4400, 1000);
  add_row (sample, "山城街道教育局第二家属院北区（原机械厂宿舍）", "梅园社区居民委员会", 5760, 3960,
           0);
  add_row (sample, "鑫盛公寓（药材公司宿舍）", "紫薇", 5400, 3400, 0);
  add_row (sample, "福地公寓", "丰泽", 2460, 2400, 0);
  add_row (sample, "海洋公寓", "丰泽", 0, 480, 0);
  add_row (sample, "银山小区", "", 0, 0, -500);
  rank_rows (sample);
  g_array_index (sample->rows, YsChartRow, 3).property = YS_NO_POINTS;
  g_array_index (sample->rows, YsChartRow, 0).last_rank = 2;
  g_array_index (sample->rows, YsChartRow, 1).last_rank = 1;
  g_array_index (sample->rows, YsChartRow, 2).last_rank = 17;
  for (guint i = 0; i < 6; i++)
    give_prize (sample, i, YS_CHART_PRIZE_WON, i < 2 ? "一等奖" : i < 4 ? "二等奖" : "三等奖");
  return sample;
}

YsRankingData
ys_chart_sample_ranking (const YsChartSample *sample)
{
  return (YsRankingData){
    .rows = (const YsChartRow *)(gconstpointer)sample->rows->data,
    .n_rows = sample->rows->len,
    .not_assessed = (const char *const *)sample->not_assessed->pdata,
    .split = sample->rows->len == 20 ? "11、12 名同为 92.80：未整改 0 处 < 1 处" : NULL,
    .long_weight = 60,
    .property_weight = 40,
  };
}

static const YsTrialCause causes[] = {
  { 3, "欧情豪庭", "市级示范项目建成", 500 },
  { 15, "民生国际", "1 件重点问题不成立", 120 },
  { 20, "枣花园", "4 处逾期按期改完", 240 },
};
static const char *const results[]
    = { "一等奖换 1 名：欧情豪庭升入，龙珠百合退为二等奖。", "枣花园仍居末。", NULL };

/* Of the sample of twenty. */
YsRankingData
ys_chart_sample_trial (YsChartSample *sample)
{
  YsRankingData data = ys_chart_sample_ranking (sample);
  YsChartRow *rows = (YsChartRow *)(gpointer)sample->rows->data;

  for (guint i = 0; i < data.n_rows; i++)
    {
      rows[i].trial_score = rows[i].score;
      for (gsize k = 0; k < G_N_ELEMENTS (causes); k++)
        if (causes[k].id == rows[i].id)
          rows[i].trial_score += causes[k].points;
    }
  for (guint i = 0; i < data.n_rows; i++)
    {
      rows[i].trial_rank = 1;
      for (guint k = 0; k < data.n_rows; k++)
        if (rows[k].trial_score > rows[i].trial_score
            || (rows[k].trial_score == rows[i].trial_score && rows[k].rank < rows[i].rank))
          rows[i].trial_rank++;
    }
  data.causes = causes;
  data.n_causes = G_N_ELEMENTS (causes);
  data.results = results;
  return data;
}

static const YsCoverFigures figures = { 11, 9057, -120, 9230, -25 };

YsCoverData
ys_chart_sample_cover (const YsChartSample *sample)
{
  YsRankingData ranking = ys_chart_sample_ranking (sample);

  return (YsCoverData){
    .office = "山城街道 · 物管科",
    .title = "住宅小区月度考评",
    .n_assessed = ranking.n_rows,
    .n_compounds = ranking.n_rows + 2,
    .n_inspections = 24,
    .n_findings = 162,
    .best = YS_NO_POINTS,
    .figures = &figures,
    .rows = ranking.rows,
    .n_rows = ranking.n_rows,
    .n_pending = 1,
    .meeting = "2026年11月3日 工作例会",
  };
}

YsChartFrame
ys_chart_sample_frame (guint page)
{
  return (YsChartFrame){
    .period = "2026年10月",
    .as_of = 1793611800, /* 2026-11-02T17:30 */
    .rule = "同分依次比：未整改少、案卷过错少、长效分高；仍同则并列。",
    .page = page,
  };
}

static const YsWaterfallStep last_steps[] = {
  { "环境秩序", "10 处 × 1 分 × 60%", -60000, 0, 1 },
  { "基础设施", "6 处 × 1 分 × 60%", -36000, 0, 2 },
  { "案卷过错", "3 件 × 2 分 × 60%", -36000, 0, 3 },
  { "逾期加倍", "4 处 × 1 分 × 60%", -24000, 0, 4 },
  { "绿化管理", "2 处 × 1 分 × 60%", -12000, 0, 5 },
  { "违法建设", "1 处 × 1 分 × 60%", -6000, 0, 6 },
  { "社区活动", "1 例 × 2 分 × 40%", 8000, 1, 7 },
  { "整改未反馈", "2 例 × 5 分 × 40%", -40000, 1, 8 },
  { "布置工作未完成", "1 次 × 5 分 × 40%", -20000, 1, 9 },
  { "应急预案缺项", "4 项 × 1 分 × 40%", -16000, 1, 10 },
  { "会议无记录", "2 例 × 1 分 × 40%", -8000, 1, 11 },
};
static const YsWaterfallStep first_steps[] = {
  { "基础设施", "2 处 × 1 分 × 60%", -12000, 0, 2 },
  { "环境秩序", "1 处 × 1 分 × 60%", -6000, 0, 1 },
  { "社区活动", "3 例 × 2 分 × 40%", 24000, 1, 7 },
};

YsWaterfallData
ys_chart_sample_waterfall (gboolean of_first)
{
  return (YsWaterfallData){
    .name = of_first ? "银光上城" : "枣花园",
    .rank = of_first ? 1 : 20,
    .full = 10000,
    .score = of_first ? 10060 : 7500,
    .long_weight = 60,
    .property_weight = 40,
    .total_working = of_first ? "长效 58.20 + 物业 42.40" : "长效 42.60 + 物业 32.40",
    .steps = of_first ? first_steps : last_steps,
    .n_steps = of_first ? G_N_ELEMENTS (first_steps) : G_N_ELEMENTS (last_steps),
  };
}

static const YsAwardPlace first_class[]
    = { { 1, 1, "银光上城", 10060, 300000 }, { 2, 2, "龙珠百合", 9960, 300000 } };
static const YsAwardPlace second_class[] = {
  { 3, 3, "欧情豪庭", 9860, 202400 },
  { 0, 4, NULL, 9680, 202400, "梅花园、御景公馆", "并列第 4，占第 4、5 位",
    "差额 1024.00 元，待集体研究" },
};
static const YsAwardPlace third_class[] = {
  { 0, 4, NULL, 9680, 100000, "梅花园、御景公馆", "并列第 4，占第 4、5 位",
    "差额 1024.00 元，待集体研究" },
  { 6, 6, "桂花园", 9600, 100000 },
};
static const YsAwardPlace red_class[] = { { 8, 0, "龙珠丽都", 9400, 202400 } };
static const char *const first_winners[] = { "银光上城", "龙珠百合", NULL };
static const char *const second_winners[] = { "欧情豪庭", NULL };
static const char *const third_winners[] = { "桂花园", NULL };
static const char *const red_winners[] = { "龙珠丽都", NULL };
static const char *const pending[] = { "第 4 名两家并列", NULL };
static const YsAwardClass classes[] = {
  { "一等奖", 2, 300000, first_winners, NULL, first_class, 2 },
  { "二等奖", 2, 202400, second_winners, pending, second_class, 2 },
  { "三等奖", 2, 100000, third_winners, pending, third_class, 2 },
  { "红色物业", 1, 202400, red_winners, NULL, red_class, 1 },
};

YsAwardData
ys_chart_sample_awards (void)
{
  return (YsAwardData){ .classes = classes,
                        .n_classes = G_N_ELEMENTS (classes),
                        .total = 1104800,
                        .pending_total = 302400 };
}
