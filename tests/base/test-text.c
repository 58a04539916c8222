/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cleaning, keys, lists, counts and masks on the names that seed 004 prints. */
#include "config.h"

#include "text.h"

#include <string.h>

typedef struct
{
  const char *input, *expected;
} TextCase;

static const TextCase clean_cases[] = {
  { NULL, "" },
  { "", "" },
  { " 　龙珠百合\t", "龙珠百合" },
  { "１３８００００００００", "13800000000" },
  { "Ａ栋", "A栋" },
  { "２０２０．９．１５", "2020.9.15" },
  { "０６３２－８８１１２３４", "0632-8811234" },
  { "８：３０", "8:30" },
  { "＋８６", "+86" },
  { "８０％", "80%" },
  { "保洁，保安", "保洁，保安" },
  { "1，234", "1，234" },
  { "鑫盛公寓（药材宿舍）", "鑫盛公寓（药材宿舍）" },
  { "备注：无．", "备注：无．" },
  { "龙珠\u00a0百合", "龙珠 百合" },
  { "龙珠\u200b百合\ufeff", "龙珠百合" },
  { "山城街道\n（20个）", "山城街道（20个）" },
  { "13800000001\n13800000002", "13800000001 13800000002" },
  { "self-run\r\nor hired", "self-run or hired" },
  { "e\u0301", "\u00e9" },
  { "\xff龙珠", "\ufffd龙珠" },
};

static const TextCase key_cases[] = {
  { NULL, "" },
  { "鑫盛公寓（药材宿舍）", "鑫盛公寓(药材宿舍)" },
  { "鑫盛公寓 [药材宿舍]", "鑫盛公寓(药材宿舍)" },
  { "鑫盛公寓【药材宿舍】", "鑫盛公寓(药材宿舍)" },
  { "鑫盛公寓〔药材 宿舍〕", "鑫盛公寓(药材宿舍)" },
  { "Ａ区－１号", "a区-1号" },
  { "“红色”物业", "\"红色\"物业" },
  { "翠湖•天地", "翠湖·天地" },
};

static const TextCase filename_cases[] = {
  { "山城街道 进展情况调度表 2026-10-15.xlsx", "山城街道 进展情况调度表 2026-10-15.xlsx" },
  { "a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j" },
  { "..", "_" },
  { "", "_" },
  { "name. .", "name" },
  { "CON", "_CON" },
  { "nul.txt", "_nul.txt" },
  { "lpt1", "_lpt1" },
  { "lpt10", "lpt10" },
  { "common", "common" },
};

static const TextCase phone_masks[] = {
  { "13800000000", "138****0000" },
  { "138-0000-0001", "138-****-0001" },
  { "+8613800000001", "+86138****0001" },
  { "0632-8811234", "****-*****34" },
  { "8811234", "*****34" },
  { "13800000001、13800000002", "138****0001、138****0002" },
  { "13800000001 13800000002", "*********** *********02" },
  { "12", "12" },
  { "7", "7" },
  { "无", "无" },
  { "", "" },
  { NULL, "" },
};

static const TextCase name_masks[] = {
  { "王小明", "王某某" },
  { "王某", "王某" },
  { "王", "王" },
  { "欧阳示例", "欧某某" },
  { "王小明、李示例", "王某某、李某某" },
  { "Example", "E**" },
  { "", "" },
  { NULL, "" },
};

static void
check_rows (const TextCase *rows, gsize n, char *(*convert) (const char *))
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *result = convert (rows[i].input);

      g_assert_cmpstr (result, ==, rows[i].expected);
    }
}

static void
test_clean (void)
{
  check_rows (clean_cases, G_N_ELEMENTS (clean_cases), ys_text_clean);
}

static void
test_key (void)
{
  check_rows (key_cases, G_N_ELEMENTS (key_cases), ys_text_key);
}

static void
test_filename (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *shortened = NULL;

  check_rows (filename_cases, G_N_ELEMENTS (filename_cases), ys_text_to_filename);
  for (int i = 0; i < 120; i++)
    g_string_append (name, "龙");
  g_string_append (name, ".xlsx");
  shortened = ys_text_to_filename (name->str);
  g_assert_cmpuint (strlen (shortened), <=, 200);
  g_assert_true (g_utf8_validate (shortened, -1, NULL));
  g_assert_true (g_str_has_suffix (shortened, "龙.xlsx"));
}

static void
test_mask_phone (void)
{
  check_rows (phone_masks, G_N_ELEMENTS (phone_masks), ys_text_mask_phone);
}

static void
test_mask_name (void)
{
  check_rows (name_masks, G_N_ELEMENTS (name_masks), ys_text_mask_name);
}

/* The parts are joined by | in the expectation. [004 annexes 3, 4] */
static const TextCase list_cases[] = {
  { "", "" },
  { NULL, "" },
  { "、、", "" },
  { "梅花园、龙珠百合", "梅花园|龙珠百合" },
  { "鑫盛公寓（药材宿舍）、银山小区、紫薇社区、翼云公寓",
    "鑫盛公寓（药材宿舍）|银山小区|紫薇社区|翼云公寓" },
  { "福源公寓、梅园（西24.25号楼）、安居小区", "福源公寓|梅园（西24.25号楼）|安居小区" },
  { "甲（一、二期）、乙", "甲（一、二期）|乙" },
  { "甲（一、(二、三)期）、乙", "甲（一、(二、三)期）|乙" },
  { "甲【一、二)、乙", "甲【一、二)|乙" },
  { "甲（一、乙", "甲（一|乙" },
  { "竹一；竹二;竹三", "竹一|竹二|竹三" },
  { "梅园24；25号楼", "梅园24；25号楼" },
  { "甲）、乙", "甲）|乙" },
  { "甲，乙,丙", "甲|乙|丙" },
  { "甲24，25号楼、乙", "甲24，25号楼|乙" },
  { " 甲 、\n乙、 ", "甲|乙" },
};

static void
test_split_list (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (list_cases); i++)
    {
      g_auto (GStrv) parts = ys_text_split_list (list_cases[i].input);
      g_autofree char *joined = g_strjoinv ("|", parts);

      g_assert_cmpstr (joined, ==, list_cases[i].expected);
    }
}

static const struct
{
  const char *input, *name;
  int count;
} count_cases[] = {
  { "梅园社区（10）", "梅园社区", 10 },
  { "梅园社区(10)", "梅园社区", 10 },
  { "梅园社区（１０）", "梅园社区", 10 },
  { "山城街道（20个）", "山城街道", 20 },
  { "山城街道\n（20个）", "山城街道", 20 },
  { "山城街道 （ 20 个 ）", "山城街道", 20 },
  { "东、西鲁社区（1）", "东、西鲁社区", 1 },
  { "梅园（东）社区（3）", "梅园（东）社区", 3 },
  { "梅园社区（0）", "梅园社区", 0 },
  { "梅园（西24.25号楼）", "梅园（西24.25号楼）", -1 },
  { "鑫盛公寓（药材宿舍）", "鑫盛公寓（药材宿舍）", -1 },
  { "梅园社区（10）北", "梅园社区（10）北", -1 },
  { "梅园社区（）", "梅园社区（）", -1 },
  { "梅园社区（10户）", "梅园社区（10户）", -1 },
  { "梅园社区（1234567）", "梅园社区（1234567）", -1 },
  { "（10）", "（10）", -1 },
  { "梅园社区", "梅园社区", -1 },
  { "", "", -1 },
  { NULL, "", -1 },
};

static void
test_split_count (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (count_cases); i++)
    {
      g_autofree char *name = NULL;
      int count = -2;

      ys_text_split_count (count_cases[i].input, &name, &count);
      g_assert_cmpstr (name, ==, count_cases[i].name);
      g_assert_cmpint (count, ==, count_cases[i].count);
    }
}

static const struct
{
  const char *a, *b;
  gboolean expected;
} same_cases[] = {
  { "药材宿舍", "鑫盛公寓（药材宿舍）", TRUE },
  { "鑫盛公寓", "鑫盛公寓(药材宿舍)", TRUE },
  { "药材宿舍（东院）", "鑫盛公寓（药材宿舍）", TRUE },
  { "龙珠百合", "龙珠百合小区", TRUE },
  { "龙珠百合", "龙珠百合", FALSE },
  { "鑫盛公寓（药材宿舍）", "鑫盛公寓 [药材宿舍]", FALSE },
  { "龙珠百合", "龙珠丽都", FALSE },
  { "梅园（一期）", "桂园（一期）", FALSE },
  { "梅园（一期）", "梅园（二期）", FALSE },
  { "园", "桂花园", FALSE },
  { "", "桂花园", FALSE },
  { NULL, NULL, FALSE },
};

static void
test_may_be_same (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (same_cases); i++)
    {
      g_assert_cmpint (ys_text_may_be_same (same_cases[i].a, same_cases[i].b), ==,
                       same_cases[i].expected);
      g_assert_cmpint (ys_text_may_be_same (same_cases[i].b, same_cases[i].a), ==,
                       same_cases[i].expected);
    }
}

static void
test_is_phone (void)
{
  static const char *const good[]
      = { "13800000001",    "0632-8811234",           "0632-8811234-802", "12345",
          "+8613800000001", "１３８００００００００", " 13800000001 " };
  static const char *const bad[]
      = { "",        "1234",   "123456789012345678901", "138 0000 0001", "无", "-12345", "12345-",
          "12--345", "1+2345", "13800000001转2" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (ys_text_is_phone (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (ys_text_is_phone (bad[i]));
  g_assert_false (ys_text_is_phone (NULL));
}

static void
test_columns (void)
{
  g_assert_cmpuint (ys_text_columns (NULL), ==, 0);
  g_assert_cmpuint (ys_text_columns ("abc"), ==, 3);
  g_assert_cmpuint (ys_text_columns ("龙珠（1）"), ==, 9);
  g_assert_cmpuint (ys_text_columns ("Ａ"), ==, 2);
  g_assert_cmpuint (ys_text_columns ("e\u0301"), ==, 1);
}

/* (transfer full): a jumble of everything that the functions treat specially. */
static char *
random_text (void)
{
  static const char *const pieces[]
      = { "龙",     "珠", "a", "Ｂ", "1",  "２", "（", ")",  "【", "］",       "、",
          "，",     ",",  ".", "．", "－", "—",  " ",  "　", "\n", "\t",       "\u200b",
          "\u0301", "e",  "İ", "K",  "“",  "•",  "：", "＋", "％", "\xe9\xbe", "\ufa1c" };
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 14);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* Cleaning twice changes nothing, keys of keys are keys, cleaning never changes a key. */
/* Clean text takes a short way; a trailing ideographic space sends it the long one. */
static void
test_short_way (void)
{
  static const char *const texts[]
      = { "",          "a",         "a b",    "A-b_C",
          "[x]{y}",    "2020.9.15", "梅花园", "鑫盛公寓（药材宿舍）、银山小区",
          "中 文",     "龥一",      "鿿",    "13800000001",
          "24，25号楼" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *padded = g_strconcat (texts[i], "　", NULL);
      g_autofree char *clean = ys_text_clean (texts[i]), *long_clean = ys_text_clean (padded);
      g_autofree char *key = ys_text_key (texts[i]), *long_key = ys_text_key (padded);

      g_assert_cmpstr (clean, ==, long_clean);
      g_assert_cmpstr (key, ==, long_key);
    }
}

static void
test_idempotent (void)
{
  for (int i = 0; i < 50000; i++)
    {
      g_autofree char *text = random_text (), *clean = ys_text_clean (text);
      g_autofree char *again = ys_text_clean (clean), *key = ys_text_key (text);
      g_autofree char *key_again = ys_text_key (key), *key_of_clean = ys_text_key (clean);
      g_autofree char *file = ys_text_to_filename (text), *file_again = ys_text_to_filename (file);

      g_assert_cmpstr (clean, ==, again);
      g_assert_cmpstr (key, ==, key_again);
      g_assert_cmpstr (key, ==, key_of_clean);
      g_assert_cmpstr (file, ==, file_again);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_null (strpbrk (key, " []{}"));
    }
}

/* A name in full width, with other brackets and spaces between has the same key. */
static void
test_key_ignores_width (void)
{
  static const char *const brackets[][2]
      = { { "(", ")" },   { "（", "）" }, { "[", "]" },  { "［", "］" },
          { "【", "】" }, { "〔", "〕" }, { "《", "》" } };

  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (GString) plain = g_string_new ("银山"), typed = g_string_new ("银山");
      const char *const *pair = brackets[g_test_rand_int_range (0, G_N_ELEMENTS (brackets))];
      g_autofree char *a = NULL, *b = NULL;

      g_string_append (plain, "(");
      g_string_append (typed, pair[0]);
      for (int j = 0; j < 5; j++)
        {
          char c = "0123456789abcXYZ"[g_test_rand_int_range (0, 16)];

          g_string_append_c (plain, c);
          if (g_test_rand_bit ())
            g_string_append (typed, "　");
          if (g_test_rand_bit ())
            g_string_append_unichar (typed, (gunichar)(c - '!') + 0xFF01);
          else
            g_string_append_c (typed, g_ascii_toupper (c));
        }
      g_string_append (plain, ")");
      g_string_append (typed, pair[1]);
      a = ys_text_key (plain->str);
      b = ys_text_key (typed->str);
      g_assert_cmpstr (a, ==, b);
    }
}

/* Joining clean parts with 、 and splitting again gives the parts. */
static void
test_split_round_trip (void)
{
  static const char *const names[] = { "鑫盛公寓（药材宿舍）", "梅园（西24.25号楼）",
                                       "甲（一、二期）",       "银山小区",
                                       "A座【东、西】",        "1号" };

  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) parts = NULL, back = NULL;
      g_autofree char *text = NULL;
      int n = g_test_rand_int_range (1, 6);

      for (int j = 0; j < n; j++)
        g_strv_builder_add (builder, names[g_test_rand_int_range (0, G_N_ELEMENTS (names))]);
      parts = g_strv_builder_end (builder);
      text = g_strjoinv ("、", parts);
      back = ys_text_split_list (text);
      g_assert_cmpstrv (parts, back);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/clean", test_clean);
  g_test_add_func ("/base/text/key", test_key);
  g_test_add_func ("/base/text/filename", test_filename);
  g_test_add_func ("/base/text/mask-phone", test_mask_phone);
  g_test_add_func ("/base/text/mask-name", test_mask_name);
  g_test_add_func ("/base/text/split-list", test_split_list);
  g_test_add_func ("/base/text/split-count", test_split_count);
  g_test_add_func ("/base/text/may-be-same", test_may_be_same);
  g_test_add_func ("/base/text/is-phone", test_is_phone);
  g_test_add_func ("/base/text/columns", test_columns);
  g_test_add_func ("/base/text/short-way", test_short_way);
  g_test_add_func ("/base/text/idempotent", test_idempotent);
  g_test_add_func ("/base/text/key-ignores-width", test_key_ignores_width);
  g_test_add_func ("/base/text/split-round-trip", test_split_round_trip);
  return g_test_run ();
}
