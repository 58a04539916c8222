/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clerk may type into each kind of field, and what is refused with which sentence. */
#include "config.h"

#include <string.h>

#include "compound.h"

#define TODAY ((YsDate){ 2026, 10, 15 })
#define FINE (-1)

typedef struct
{
  const char *path;
  const char *field;
  const char *text;
  int error;            /* FINE or a YsValueError */
  const char *expected; /* exact text after reading; for errors, a part of the sentence */
} Case;

static const Case cases[] = {
  /* class [004 annex 5, note 1] */
  { "class/digit", "class", "1", FINE, "1" },
  { "class/with-word", "class", "2类", FINE, "2" },
  { "class/chinese", "class", "三类", FINE, "3" },
  { "class/roman", "class", "Ⅰ类", FINE, "1" },
  { "class/full-width", "class", "１类", FINE, "1" },
  { "class/spaces", "class", " 2 类 ", FINE, "2" },
  { "class/bracket", "class", "3类（老旧）", FINE, "3" },
  { "class/label", "class", "Class 2", FINE, "2" },
  { "class/empty", "class", "", FINE, NULL },
  { "class/null", "class", NULL, FINE, NULL },
  { "class/fourth", "class", "四类", YS_VALUE_ERROR_BAD,
    "1, 2 or 3; write a number instead of “四类”" },
  { "class/zero", "class", "0", YS_VALUE_ERROR_BAD, "1, 2 or 3" },
  { "class/only-bracket", "class", "（1）", YS_VALUE_ERROR_BAD, "1, 2 or 3" },

  { "nature/official", "nature", "外聘", FINE, "hired" },
  { "nature/annex-words", "nature", "外聘物业公司", FINE, "hired" },
  { "nature/annex-words-self", "nature", "自主物业公司", FINE, "self-run" },
  { "nature/self", "nature", "自主", FINE, "self-run" },
  { "nature/nick", "nature", "self-run", FINE, "self-run" },
  { "nature/case", "nature", "HIRED", FINE, "hired" },
  { "nature/unknown", "nature", "看情况", YS_VALUE_ERROR_BAD, "instead of “看情况”" },

  { "form/company", "form", "物业公司", FINE, "company" },
  { "form/owner-unit", "form", "产权单位", FINE, "owner-unit" },
  { "form/trusteeship", "form", "社区兜底", FINE, "trusteeship" },
  { "form/self-rule", "form", "业主自治", FINE, "self-rule" },
  { "form/self-managed", "form", "自管小区", FINE, "self-managed" },
  { "form/three-without", "form", "三无小区", FINE, "three-without" },

  { "party/yes", "party_branch", "有", FINE, "yes" },
  { "party/temporary", "party_branch", "临时党支部", FINE, "yes" },
  { "party/no", "party_branch", "无", FINE, "no" },
  { "party/not", "party_branch", "否", FINE, "no" },

  { "stage/completed", "stage", "竣工", FINE, "completed" },

  { "name/trimmed", "name", " 　龙珠百合 ", FINE, "龙珠百合" },
  { "name/brackets-stay", "name", "鑫盛公寓（药材宿舍）", FINE, "鑫盛公寓（药材宿舍）" },
  { "name/missing", "name", " ", YS_VALUE_ERROR_MISSING, "fill it in" },
  { "name/too-long", "name",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
    YS_VALUE_ERROR_BAD, "at most 60 characters" },
  { "name/longest", "name",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    FINE,
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十" },

  { "phone/mobile", "phone", "13800000001", FINE, "13800000001" },
  { "phone/full-width", "phone", "１３８００００００１２", FINE, "13800000012" },
  { "phone/spaces", "phone", "138 0000 0001", FINE, "13800000001" },
  { "phone/dashes", "phone", "138-0000-0001", FINE, "13800000001" },
  { "phone/land-line", "phone", "0632-8810001", FINE, "0632-8810001" },
  { "phone/two", "phone", "13800000001/0632-8810001", FINE, "13800000001、0632-8810001" },
  { "phone/listed", "phone", "13800000001、13800000002", FINE, "13800000001、13800000002" },
  { "phone/two-by-space", "phone", "8810001 8810002", FINE, "8810001、8810002" },
  { "phone/two-mobiles-by-space", "phone", "138-0000-0001 13800000002", FINE,
    "13800000001、13800000002" },
  { "phone/two-by-line", "phone", "13800000001\n13800000002", FINE, "13800000001、13800000002" },
  { "phone/area-by-space", "phone", "0632 8810001", FINE, "06328810001" },
  { "phone/area-in-brackets", "phone", "（0632）8810001", FINE, "0632-8810001" },
  { "phone/only-bracket", "phone", "(0632", YS_VALUE_ERROR_BAD, "no phone number" },
  { "phone/full-width-mark", "phone", "8810001；8810002", FINE, "8810001、8810002" },
  { "phone/words", "phone", "门卫室", YS_VALUE_ERROR_BAD, "“门卫室” is no phone number" },
  { "phone/short", "phone", "1234", YS_VALUE_ERROR_BAD, "no phone number" },
  { "phone/second-wrong", "phone", "13800000001、无", YS_VALUE_ERROR_BAD, "“无”" },

  { "count/unit", "buildings", "18栋", FINE, "18" },
  { "count/grouped", "households", "1,234", FINE, "1234" },
  { "count/zero", "buildings", "0", FINE, "0" },
  { "count/words", "buildings", "很多", YS_VALUE_ERROR_BAD, "digits only" },
  { "count/negative", "buildings", "-3", YS_VALUE_ERROR_BAD, "digits only" },
  { "count/too-large", "households", "100000", YS_VALUE_ERROR_BAD, "write at most 99999" },
  { "count/largest", "households", "99999", FINE, "99999" },
  { "year/old", "year_built", "1899", YS_VALUE_ERROR_BAD, "write at least 1900" },
  { "year/first", "year_built", "1900", FINE, "1900" },
  { "year/unit", "year_built", "2012年", FINE, "2012" },
  { "year/late", "year_built", "2101", YS_VALUE_ERROR_BAD, "write at most 2100" },

  { "area/decimals", "area_m2", "86420.5", FINE, "86420.50" },
  { "area/unit", "area_m2", "86,420.50㎡", FINE, "86420.50" },
  { "area/third-decimal", "area_m2", "1.234", YS_VALUE_ERROR_BAD, "two decimals" },

  { "date/dots", "entry_date", "2020.9.15", FINE, "2020-09-15" },
  { "date/month", "entry_date", "2020年9月", FINE, "2020-09" },
  { "date/year", "entry_date", "2020", FINE, "2020" },
  { "date/month-13", "entry_date", "2020-13-01", YS_VALUE_ERROR_BAD, "" },
  { "date/no-year", "entry_date", "9月底", YS_VALUE_ERROR_DOUBTFUL, "" },
  { "date/none", "entry_date", "不详", YS_VALUE_ERROR_BAD, "" },
};

static void
test_read (gconstpointer data)
{
  const Case *c = data;
  const YsField *field = ys_record_type_field (&ys_compound_type, c->field);
  g_assert_nonnull (field);
  g_autoptr (YsCompound) compound = ys_compound_new ();
  g_autoptr (GError) error = NULL;

  gboolean read = ys_field_read (field, compound, c->text, TODAY, &error);
  if (c->error == FINE)
    {
      g_assert_no_error (error);
      g_assert_true (read);
      g_autofree char *text = ys_field_to_text (field, compound);
      g_assert_cmpstr (text, ==, c->expected);
      return;
    }
  g_assert_false (read);
  g_assert_error (error, YS_VALUE_ERROR, c->error);
  g_assert_nonnull (strstr (error->message, c->expected));
  g_assert_cmpint (ys_field_is_empty (field, compound), ==, c->error != YS_VALUE_ERROR_DOUBTFUL);
}

/* A refused value leaves the member as it was. */
static void
test_refused_keeps (void)
{
  g_autoptr (YsCompound) compound = ys_compound_new ();
  g_autoptr (GError) error = NULL;
  compound->class = YS_CLASS_2;
  g_assert_false (ys_field_read (ys_record_type_field (&ys_compound_type, "class"), compound,
                                 "九类", TODAY, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD);
  g_assert_cmpint (compound->class, ==, YS_CLASS_2);
}

/* A month without a year is the last such month, and is marked for a person to look at. */
static void
test_doubtful_reading (void)
{
  g_autoptr (YsCompound) compound = ys_compound_new ();
  g_autoptr (GError) error = NULL;
  g_assert_false (ys_field_read (ys_record_type_field (&ys_compound_type, "entry_date"), compound,
                                 "9月底", TODAY, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_DOUBTFUL);
  g_assert_cmpint (compound->entry_date.year, ==, 2026);
  g_assert_cmpint (compound->entry_date.month, ==, 9);
  g_assert_cmpint (compound->entry_date.day, ==, 0);
}

/* Whatever is written exactly is read back equal. */
static void
test_text_returns (void)
{
  g_autoptr (YsCompound) a = ys_compound_new ();
  g_autoptr (YsCompound) b = ys_compound_new ();
  a->name = g_strdup ("龙珠百合");
  a->class = YS_CLASS_1;
  a->form = YS_FORM_TRUSTEESHIP;
  a->nature = YS_NATURE_HIRED;
  a->entry_date = (YsDate){ 2020, 9, 0 };
  a->phone = g_strdup ("13800000001、0632-8810001");
  a->buildings = YS_NUMBER (0);
  a->area_m2 = YS_NUMBER (8642050);
  a->year_built = YS_NUMBER (2012);
  a->party_branch = YS_ANSWER_NO;
  a->withdrawn = TRUE;
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    {
      const YsField *field = &ys_compound_type.fields[i];
      if (field->type == YS_FIELD_REFERENCE)
        continue;
      g_autofree char *text = ys_field_to_text (field, a);
      g_autoptr (GError) error = NULL;
      g_assert_true (ys_field_read (field, b, text, TODAY, &error));
      g_assert_no_error (error);
    }
  g_assert_true (ys_record_equal (&ys_compound_type, a, b));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/records/field-read/%s", cases[i].path);
      g_test_add_data_func (path, &cases[i], test_read);
    }
  g_test_add_func ("/records/field-read/refused-keeps", test_refused_keeps);
  g_test_add_func ("/records/field-read/doubtful", test_doubtful_reading);
  g_test_add_func ("/records/field-read/returns", test_text_returns);
  return g_test_run ();
}
