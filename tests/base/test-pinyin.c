/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the compounds of seed 004 as a clerk types, polyphones, ranges and order. */
#include "config.h"

#include "pinyin.h"

#include <string.h>

/* The compounds of seed 004, annexes 3 and 4, with their initials. */
static const struct
{
  const char *name, *initials;
} compounds[] = {
  { "梅花园", "mhy" },
  { "龙珠百合", "lzbh" },
  { "锦绣花园", "jxhy" },
  { "御景公馆", "yjgg" },
  { "紫锦庄园", "zjzy" },
  { "宝徕花苑", "blhy" },
  { "樱花园", "yhy" },
  { "龙珠丽都", "lzld" },
  { "民生国际", "msgj" },
  { "裕升山亭花园", "yssthy" },
  { "太清湖润景家园", "tqhrjjy" },
  { "银光上城", "ygsc" },
  { "欧亚城", "oyc" },
  { "欧情豪庭", "oqht" },
  { "欧情南苑", "oqny" },
  { "桂花园", "ghy" },
  { "御峰园", "yfy" },
  { "苹果花苑", "pghy" },
  { "枣花园", "zhy" },
  { "丰泽嘉苑", "fzjy" },
  { "四十中宿舍", "sszss" },
  { "建行宿舍", "jhss" },
  { "福源公寓", "fygy" },
  { "梅园（西24.25号楼）", "myx2425hl" },
  { "安居小区", "ajxq" },
  { "医院宿舍", "yyss" },
  { "书香花苑", "sxhy" },
  { "福临公寓", "flgy" },
  { "山城街道教育宿舍", "scjdjyss" },
  { "华润纸厂宿舍", "hrzcss" },
  { "鑫盛公寓（药材宿舍）", "xsgyycss" },
  { "银山小区", "ysxq" },
  { "紫薇社区", "zwsq" },
  { "翼云公寓", "yygy" },
  { "欧情东苑", "oqdy" },
  { "柴林小区", "clxq" },
  { "财富广场", "cfgc" },
  { "联通佳苑", "ltjy" },
  { "海洋公寓", "hygy" },
  { "福地公寓", "fdgy" },
  { "牡丹花园", "mdhy" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (compounds) == 41);

#define NONE YS_MATCH_NONE
#define LOOSE YS_MATCH_LOOSE
#define INNER YS_MATCH_INNER
#define PREFIX YS_MATCH_PREFIX
#define EXACT YS_MATCH_EXACT

static const struct
{
  const char *query, *name;
  YsMatch match;
  const char *covered; /* "" unless in order */
} cases[] = {
  { "", "龙珠百合", PREFIX, "" },
  { " ", "龙珠百合", PREFIX, "" },
  { "", "", PREFIX, "" },
  { "l", "", NONE, "" },
  /* characters */
  { "龙珠百合", "龙珠百合", EXACT, "龙珠百合" },
  { "龙珠", "龙珠百合", PREFIX, "龙珠" },
  { "百合", "龙珠百合", INNER, "百合" },
  { "龙百", "龙珠百合", INNER, "龙珠百" },
  { "百龙", "龙珠百合", LOOSE, "" },
  { "龙凤", "龙珠百合", NONE, "" },
  { "龙珠百合花", "龙珠百合", NONE, "" },
  /* full pinyin, also half typed */
  { "longzhubaihe", "龙珠百合", EXACT, "龙珠百合" },
  { "long zhu bai he", "龙珠百合", EXACT, "龙珠百合" },
  { "LongZhu", "龙珠百合", PREFIX, "龙珠" },
  { "ｌｏｎｇ", "龙珠百合", PREFIX, "龙" },
  { "longz", "龙珠百合", PREFIX, "龙珠" },
  { "longzh", "龙珠百合", PREFIX, "龙珠" },
  { "lo", "龙珠百合", PREFIX, "龙" },
  { "lóng zhū", "龙珠百合", PREFIX, "龙珠" },
  { "baihe", "龙珠百合", INNER, "百合" },
  { "longzu", "龙珠百合", NONE, "" },
  { "xi'an", "西安花园", PREFIX, "西安" },
  { "xian", "西安花园", PREFIX, "西安" },
  { "xian", "先锋小区", PREFIX, "先" },
  { "lvhua", "绿化小区", PREFIX, "绿化" },
  { "lühua", "绿化小区", PREFIX, "绿化" },
  { "luhua", "绿化小区", PREFIX, "绿化" },
  /* initials */
  { "lzbh", "龙珠百合", EXACT, "龙珠百合" },
  { "lzb", "龙珠百合", PREFIX, "龙珠百" },
  { "zb", "龙珠百合", INNER, "珠百" },
  { "lbh", "龙珠百合", INNER, "龙珠百合" },
  { "lb", "龙珠百合", INNER, "龙珠百" },
  { "bl", "龙珠百合", LOOSE, "" },
  { "lzld", "龙珠百合", NONE, "" },
  { "lll", "龙珠百合", NONE, "" },
  { "lzhbh", "龙珠百合", EXACT, "龙珠百合" },
  /* The clauses of an inspection, as TOKENS.md has them. */
  { "lhb", "绿化管养不佳", INNER, "绿化管养不" },
  { "hlb", "绿化管养不佳", LOOSE, "" },
  /* mixed */
  { "龙zbh", "龙珠百合", EXACT, "龙珠百合" },
  { "l珠baih", "龙珠百合", EXACT, "龙珠百合" },
  { "longz百", "龙珠百合", PREFIX, "龙珠百" },
  /* every reading of a polyphone */
  { "cl", "长乐花园", PREFIX, "长乐" },
  { "zl", "长乐花园", PREFIX, "长乐" },
  { "changle", "长乐", EXACT, "长乐" },
  { "zhangle", "长乐", EXACT, "长乐" },
  { "zhangyue", "长乐", EXACT, "长乐" },
  { "xm", "厦门小区", PREFIX, "厦门" },
  { "sm", "厦门小区", PREFIX, "厦门" },
  { "xiamen", "厦门", EXACT, "厦门" },
  { "yh", "银行", EXACT, "银行" },
  { "yinhang", "银行宿舍", PREFIX, "银行" },
  { "cq", "重庆路小区", PREFIX, "重庆" },
  { "zq", "重庆路小区", PREFIX, "重庆" },
  /* Both atoms fit 长's letters; only one way round gives each its own. */
  { "zc", "长中", LOOSE, "" },
  /* letters, figures, width, brackets */
  { "a2", "Ａ座２号", INNER, "Ａ座２" },
  { "azuo2", "A座2号", PREFIX, "A座2" },
  { "24.25", "梅园（西24.25号楼）", INNER, "24.25" },
  { "2425", "梅园（西24.25号楼）", INNER, "24.25" },
  { "梅园西", "梅园（西24.25号楼）", PREFIX, "梅园（西" },
  { "梅园(西", "梅园（西24.25号楼）", PREFIX, "梅园（西" },
  { "ycss", "鑫盛公寓（药材宿舍）", INNER, "药材宿舍" },
  { "鑫盛公寓[药材宿舍]", "鑫盛公寓（药材宿舍）", EXACT, "鑫盛公寓（药材宿舍）" },
  { "龙 珠", "龙　珠百合", PREFIX, "龙　珠" },
  { "〇", "〇号楼", PREFIX, "〇" },
  { "lh", "〇号楼", PREFIX, "〇号" },
  { "㐀", "㐀", EXACT, "㐀" },
  { "qiu", "㐀", EXACT, "㐀" },
};

static void
test_match (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YsPinyinQuery) query = ys_pinyin_query_new (cases[i].query);
      g_autofree char *covered = NULL;
      gsize start = 99, end = 99;
      YsMatch match = ys_pinyin_query_match_range (query, cases[i].name, &start, &end);

      g_test_message ("%s in %s", cases[i].query, cases[i].name);
      g_assert_cmpint (match, ==, cases[i].match);
      g_assert_cmpint (ys_pinyin_query_match (query, cases[i].name), ==, match);
      g_assert_cmpuint (start, <=, end);
      g_assert_cmpuint (end, <=, strlen (cases[i].name));
      covered = g_strndup (cases[i].name + start, end - start);
      g_assert_cmpstr (covered, ==, cases[i].covered);
    }
}

/* Each compound is the best match of its initials, and of its name. */
static void
test_seed_004 (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (compounds); i++)
    {
      g_autoptr (YsPinyinQuery) initials = ys_pinyin_query_new (compounds[i].initials);
      g_autoptr (YsPinyinQuery) name = ys_pinyin_query_new (compounds[i].name);

      for (gsize j = 0; j < G_N_ELEMENTS (compounds); j++)
        {
          const char *other = compounds[j].name;
          gboolean same_initials = strcmp (compounds[i].initials, compounds[j].initials) == 0;

          g_test_message ("%s in %s", compounds[i].initials, other);
          g_assert_cmpint (ys_pinyin_query_match (initials, other) == EXACT, ==,
                           i == j || same_initials);
          g_assert_cmpint (ys_pinyin_query_match (name, other) == EXACT, ==, i == j);
        }
    }
}

/* What is typed on the way to a name never loses it. */
static void
test_prefixes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (compounds); i++)
    {
      g_autofree char *key = ys_pinyin_sort_key (compounds[i].name);

      *strchr (key, '\1') = '\0';
      for (gsize n = 1; n <= strlen (key); n++)
        {
          g_autofree char *typed = g_strndup (key, n);
          g_autoptr (YsPinyinQuery) query = ys_pinyin_query_new (typed);

          g_test_message ("%s in %s", typed, compounds[i].name);
          g_assert_cmpint (ys_pinyin_query_match (query, compounds[i].name), >=, PREFIX);
        }
    }
}

/* The limits of a query and of a name. */
static void
test_long (void)
{
  g_autoptr (GString) name = g_string_new (NULL), text = g_string_new (NULL);
  g_autoptr (YsPinyinQuery) longest = NULL, too_long = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append (name, "龙");
  for (int i = 0; i < 63; i++)
    g_string_append_c (text, 'l');
  longest = ys_pinyin_query_new (text->str);
  g_string_append_c (text, 'l');
  too_long = ys_pinyin_query_new (text->str);
  g_assert_cmpint (ys_pinyin_query_match (longest, name->str), ==, PREFIX);
  g_assert_cmpint (ys_pinyin_query_match (too_long, name->str), ==, NONE);
}

static const struct
{
  const char *name, *display;
} displays[] = {
  { "龙珠百合", "lóng zhū bǎi hé" },
  { "龙珠丽都", "lóng zhū lì dū" },
  { "建行宿舍", "jiàn háng sù shè" },
  { "福地公寓", "fú dì gōng yù" },
  { "绿地", "lǜ dì" },
  { "A座2号楼", "A zuò 2 hào lóu" },
  { "梅园（西24.25号楼）", "méi yuán（xī 24.25 hào lóu）" },
  { "Sun City", "Sun City" },
  { "", "" },
};

static void
test_display (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (displays); i++)
    {
      g_autofree char *display = ys_pinyin_to_display (displays[i].name);

      g_assert_cmpstr (display, ==, displays[i].display);
    }
}

static void
test_sort_key (void)
{
  static const char *const sorted[]
      = { "",         "24号楼", "A座",      "安居小区", "宝徕花苑", "福地公寓", "福临公寓",
          "福源公寓", "龙珠",   "龙珠百合", "龙珠丽都", "鲁班苑",   "绿地",     "梅花园",
          "梅园",     "西安",   "先锋",     "銀山小区", "银山小区" };
  g_autofree char *plain = ys_pinyin_sort_key ("龙珠（A）"),
                  *typed = ys_pinyin_sort_key ("龙珠 (ａ)");

  for (gsize i = 1; i < G_N_ELEMENTS (sorted); i++)
    {
      g_autofree char *before = ys_pinyin_sort_key (sorted[i - 1]);
      g_autofree char *after = ys_pinyin_sort_key (sorted[i]);

      g_test_message ("%s before %s", sorted[i - 1], sorted[i]);
      g_assert_cmpint (strcmp (before, after), <, 0);
    }
  g_assert_cmpstr (plain, ==, typed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/pinyin/match", test_match);
  g_test_add_func ("/base/pinyin/seed-004", test_seed_004);
  g_test_add_func ("/base/pinyin/prefixes", test_prefixes);
  g_test_add_func ("/base/pinyin/long", test_long);
  g_test_add_func ("/base/pinyin/display", test_display);
  g_test_add_func ("/base/pinyin/sort-key", test_sort_key);
  return g_test_run ();
}
