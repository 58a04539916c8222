/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts of an import, row by row, against a small registry. Sheets are written with | between
 * cells; the expected verdicts one a line: "row verdict name: reason", changes in brackets. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>

#include "audit.h"
#include "change.h"
#include "community.h"
#include "import-batch.h"
#include "import.h"
#include "job-error.h"
#include "ledger.h"
#include "record-store.h"

static const YsDate today = { 2026, 10, 15 };
#define NOW ((YsInstant)1792000000)

typedef struct
{
  const char *name;
  const char *registry; /* imported first; NULL: an empty ledger */
  const char *sheet;
  const char *expected;
} VerdictCase;

#define HEADS "社区|小区|类别|物业企业|入驻时间|电话\n"
#define REGISTRY                                                                                                        \
  HEADS "梅园社区|龙珠百合|2|安和物业|2019-12|13800000001\n紫薇社区|鑫盛公寓（药材宿舍）|3||" \
        "2020年9月|\n"

static const VerdictCase cases[] = {
  { "new", NULL, HEADS "梅园社区|龙珠百合|1|安和物业|2019-12|13800000001", "2 new 龙珠百合\n" },
  { "same", REGISTRY, REGISTRY, "2 same 龙珠百合\n3 same 鑫盛公寓（药材宿舍）\n" },
  { "same-otherwise-spelt", REGISTRY,
    HEADS "梅园社区|龙珠百合|二类|安和物业|2019年12月|138-0000-0001", "2 same 龙珠百合\n" },
  { "community-without-ending", REGISTRY, HEADS "梅园|龙珠百合|2", "2 same 龙珠百合\n" },
  { "changed", REGISTRY, HEADS "梅园社区|龙珠百合|1|润家物业|2025-09-15|",
    "2 changed 龙珠百合 [class Class 2→Class 1] [company 安和物业→润家物业] [entry_date "
    "2019-12→2025-09-15]\n" },
  { "blank-never-empties", REGISTRY, HEADS "梅园社区|龙珠百合|||", "2 same 龙珠百合\n" },
  { "without-community-column", REGISTRY, "小区|类别\n龙珠百合|3",
    "2 changed 龙珠百合 [class Class 2→Class 3]\n" },
  { "two-of-a-name-without-community", "社区|小区\n甲社区|幸福里\n乙社区|幸福里",
    "小区|类别\n幸福里|1",
    "2 refused 幸福里: Several compounds are called “幸福里”. Write the community too.\n" },
  { "form-follows-company-only-into-a-blank",
    "社区|小区|管理方式\n梅园社区|甲苑|自管小区\n梅园社区|乙苑|",
    "社区|小区|物业企业\n梅园社区|甲苑|安和物业\n梅园社区|乙苑|安和物业",
    "2 changed 甲苑 [company →安和物业]\n3 changed 乙苑 [form →Property company] [company "
    "→安和物业]\n" },
  { "form-word-in-company-column", REGISTRY, HEADS "紫薇社区|鑫盛公寓（药材宿舍）||社区兜底",
    "2 changed 鑫盛公寓（药材宿舍） [form →Community trusteeship]\n" },

  { "space-differs", REGISTRY, HEADS "梅园社区|龙珠 百合|2",
    "2 doubtful 龙珠 百合 m: The registry writes “龙珠百合”; only spaces, width or brackets "
    "differ. Merge the two, or "
    "correct the file.\n" },
  { "bracket-style", REGISTRY, HEADS "紫薇社区|鑫盛公寓(药材宿舍)|3",
    "2 doubtful 鑫盛公寓(药材宿舍) m: The registry writes “鑫盛公寓（药材宿舍）”; only spaces, "
    "width or brackets differ. "
    "Merge the two, or correct the file.\n" },
  { "alias", REGISTRY, HEADS "紫薇社区|药材宿舍|3",
    "2 doubtful 药材宿舍 mn: This may be “鑫盛公寓（药材宿舍）”. Merge the two, or make a new "
    "one.\n" },
  { "contained", REGISTRY, HEADS "梅园社区|龙珠百合小区|2",
    "2 doubtful 龙珠百合小区 mn: This may be “龙珠百合”. Merge the two, or make a new one.\n" },
  { "number-is-not-contained", "社区|小区\n甲社区|小区1", "社区|小区\n甲社区|小区10",
    "2 new 小区10\n" },
  { "contained-elsewhere-is-nothing", REGISTRY, HEADS "紫薇社区|龙珠百合小区|2",
    "2 new 龙珠百合小区\n" },
  { "other-name", "社区|小区|曾用名|别名\n梅园社区|龙珠百合|老院|百合园",
    "社区|小区\n梅园社区|百合园\n梅园社区|老院",
    "2 doubtful 百合园 mn: “龙珠百合” in the registry is also called so. Merge the two, or make a "
    "new one.\n"
    "3 doubtful 老院 mn: “龙珠百合” in the registry is also called so. Merge the two, or make a "
    "new one.\n" },
  { "other-community", REGISTRY, HEADS "丰泽社区|龙珠百合|2",
    "2 doubtful 龙珠百合 mn: “龙珠百合” stands in 梅园社区 already. Merge the two, or make a new "
    "one. [community "
    "梅园社区→丰泽社区]\n" },

  { "twice", NULL, "社区|小区\n梅园社区|甲苑\n梅园社区|甲苑",
    "2 new 甲苑\n3 doubtful 甲苑 m: Same name as row 2. Merge the two, or delete one in the "
    "file.\n" },
  { "twice-but-for-a-space", NULL, "社区|小区\n梅园社区|福临公寓\n梅园社区|福临 公寓",
    "2 new 福临公寓\n3 doubtful 福临 公寓 m: Same name as row 2, only a space differs. Merge the "
    "two, or delete one in the "
    "file.\n" },
  { "twice-but-for-brackets", NULL, "社区|小区\n梅园社区|甲苑（东）\n梅园|甲苑(东)",
    "2 new 甲苑（东）\n3 doubtful 甲苑(东) m: Same name as row 2, only width or brackets differ. "
    "Merge the two, or delete one "
    "in the file.\n" },
  { "twice-by-alias", NULL, "社区|小区\n紫薇社区|鑫盛公寓（药材宿舍）\n紫薇社区|药材宿舍",
    "2 new 鑫盛公寓（药材宿舍）\n3 doubtful 药材宿舍 mn: This may be “鑫盛公寓（药材宿舍）” of row "
    "2. Merge the two, or make "
    "a new one.\n" },
  { "twice-in-two-communities", NULL, "社区|小区\n甲社区|幸福里\n乙社区|幸福里",
    "2 new 幸福里\n3 new 幸福里\n" },
  { "twice-in-two-towns", NULL, "镇（街）|社区|小区\n甲镇|东社区|幸福里\n乙镇|东社区|幸福里",
    "2 new 幸福里\n3 new 幸福里\n" },
  { "twice-once-without-community", REGISTRY, "社区|小区|类别\n梅园社区|龙珠百合|2\n|龙珠百合|1",
    "2 same 龙珠百合\n3 doubtful 龙珠百合 m: Same name as row 2. Merge the two, or delete one in "
    "the file.\n" },

  { "serial-in-a-text-cell", NULL, "社区|小区|入驻时间\n梅园社区|甲苑|45231", NULL },
  { "month-without-year", NULL, "社区|小区|入驻时间\n梅园社区|甲苑|9月底", NULL },
  { "month-without-year-known", "社区|小区|入驻时间\n梅园社区|甲苑|2026-09",
    "社区|小区|入驻时间\n梅园社区|甲苑|9月底", "2 same 甲苑\n" },

  { "no-name", NULL, "社区|小区|类别\n梅园社区||3",
    "2 refused  at B: There is no compound name in column B. Fill it in, or delete the row.\n" },
  { "no-community", NULL, "社区|小区|类别\n|甲苑|3",
    "2 refused 甲苑 at A: There is no community, and no compound of this name in the registry. "
    "Write the community, such as "
    "梅园社区.\n" },
  { "no-name-column", NULL, "社区|电话\n梅园社区|13800000001",
    "2 refused : No column holds the compounds' names. Say which one does.\n" },
  { "class-four", NULL, "社区|小区|类别\n梅园社区|甲苑|四类",
    "2 refused 甲苑 at C: Class can only be 1, 2 or 3; write a number instead of “四类”.\n" },
  { "phone-with-letters", NULL, "社区|小区|电话\n梅园社区|甲苑|138abc",
    "2 refused 甲苑 at C: “138abc” is no phone number. Write digits only, such as 13800000001 or "
    "0632-8810001.\n" },
  { "month-13", NULL, "社区|小区|入驻时间\n梅园社区|甲苑|2019-13",
    "2 refused 甲苑 at C: There is no month 13. Write 2019-12, or only 2019.\n" },
  { "two-towns-have-it", "镇（街）|社区|小区\n甲镇|东社区|甲苑\n乙镇|东社区|乙苑",
    "社区|小区\n东社区|丙苑",
    "2 refused 丙苑 at A: Several towns have a community “东社区”. Add a column for the town.\n" },
};

typedef struct
{
  char *folder;
  YsLedger *ledger;
} Fixture;

static void
fixture_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  YsOffice office = { .name = (char *)"示例街道物管科", .level = YS_LEVEL_SUBDISTRICT };

  fixture->folder = g_dir_make_tmp ("yardstick-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->ledger = ys_ledger_create (fixture->folder, &office, "示例", &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

static void
fixture_close (Fixture *fixture)
{
  ys_ledger_free (fixture->ledger);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static YsImport *
paste (Fixture *fixture, const char *sheet)
{
  const YsImportOptions options = { .today = today };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdelimit (g_strdup (sheet), "|", '\t');
  YsImport *import = ys_import_new_from_paste (fixture->ledger, text, &options, &error);

  g_assert_no_error (error);
  return import;
}

static gint64
apply (Fixture *fixture, YsImport *import)
{
  g_autoptr (GError) error = NULL;
  gint64 batch = -1;

  ys_import_apply (import, fixture->ledger, FALSE, NOW, NULL, NULL, NULL, &batch, &error);
  g_assert_no_error (error);
  return batch;
}

static gint64
paste_and_apply (Fixture *fixture, const char *sheet)
{
  g_autoptr (YsImport) import = paste (fixture, sheet);

  return apply (fixture, import);
}

static char *
dump (const YsImport *import)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ys_import_n_rows (import); i++)
    {
      const YsImportRow *row = ys_import_row (import, i);

      g_string_append_printf (text, "%u %s %s", row->row, ys_verdict_nick (row->verdict),
                              row->name);
      if (row->can_merge || row->can_be_new || row->can_accept)
        g_string_append_printf (text, " %s%s%s", row->can_merge ? "m" : "",
                                row->can_be_new ? "n" : "", row->can_accept ? "a" : "");
      if (row->verdict == YS_VERDICT_REFUSED && row->column != NULL)
        g_string_append_printf (text, " at %s", row->column);
      if (row->reason != NULL)
        g_string_append_printf (text, ": %s", row->reason);
      for (guint j = 0; row->changes != NULL && j < row->changes->len; j++)
        {
          const YsImportChange *change = g_ptr_array_index (row->changes, j);
          g_string_append_printf (text, " [%s %s→%s]", change->field, change->before,
                                  change->after);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_verdicts (gconstpointer data)
{
  const VerdictCase *test = data;
  Fixture fixture;
  g_autoptr (YsImport) import = NULL;
  g_autofree char *text = NULL;

  fixture_open (&fixture);
  if (test->registry != NULL)
    paste_and_apply (&fixture, test->registry);
  import = paste (&fixture, test->sheet);
  text = dump (import);
  if (test->expected != NULL)
    g_assert_cmpstr (text, ==, test->expected);
  else
    {
      const YsImportRow *row = ys_import_row (import, 0);
      g_assert_cmpint (row->verdict, ==, YS_VERDICT_DOUBTFUL);
      g_assert_true (row->can_accept);
      g_assert_cmpstr (row->column, ==, "C");
      g_assert_cmpstr (row->field, ==, "entry_date");
    }
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

static YsCompound *
load (Fixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) all = ys_record_store_list (fixture->ledger, &ys_compound_type, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const YsCompound *compound = g_ptr_array_index (all, i);
      if (g_str_equal (compound->name, name))
        return ys_compound_copy (compound);
    }
  return NULL;
}

static gint64
count (Fixture *fixture, const YsRecordType *type)
{
  return ys_record_store_count (fixture->ledger, type, NULL);
}

static void
test_apply (void)
{
  Fixture fixture;
  g_autoptr (YsCompound) compound = NULL;
  gint64 batch;

  fixture_open (&fixture);
  batch = paste_and_apply (&fixture, REGISTRY);
  g_assert_cmpint (batch, >, 0);
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 2);
  g_assert_cmpint (count (&fixture, &ys_community_type), ==, 2);
  compound = load (&fixture, "龙珠百合");
  g_assert_cmpint (compound->class, ==, YS_CLASS_2);
  g_assert_cmpint (compound->form, ==, YS_FORM_COMPANY);
  g_assert_cmpint (compound->company_id, !=, 0);
  g_assert_true (ys_date_equal (compound->entry_date, (YsDate){ 2019, 12, 0 }));
  g_assert_cmpstr (compound->phone, ==, "13800000001");
  /* The same again changes nothing: no batch, no audit line. */
  g_assert_cmpint (paste_and_apply (&fixture, REGISTRY), ==, 0);
  fixture_close (&fixture);
}

static void
test_all_or_nothing (void)
{
  static const char sheet[] = "社区|小区|类别\n梅园社区|甲苑|1\n梅园社区|乙苑|四类";
  Fixture fixture;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (GError) error = NULL;
  gint64 batch;

  fixture_open (&fixture);
  import = paste (&fixture, sheet);
  g_assert_cmpuint (ys_import_n_to_write (import), ==, 1);
  g_assert_false (
      ys_import_apply (import, fixture.ledger, FALSE, NOW, NULL, NULL, NULL, &batch, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "row 3"));
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 0);
  g_assert_cmpint (count (&fixture, &ys_community_type), ==, 0);
  g_clear_error (&error);
  g_assert_true (
      ys_import_apply (import, fixture.ledger, TRUE, NOW, NULL, NULL, NULL, &batch, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 1);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

static void
test_conflict (void)
{
  Fixture fixture;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  import = paste (&fixture, REGISTRY);
  paste_and_apply (&fixture, "社区|小区\n丙社区|丙苑");
  g_assert_false (
      ys_import_apply (import, fixture.ledger, FALSE, NOW, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT);
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 1);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

static void
test_cancelled (void)
{
  Fixture fixture;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  fixture_open (&fixture);
  import = paste (&fixture, REGISTRY);
  g_cancellable_cancel (cancellable);
  g_assert_false (
      ys_import_apply (import, fixture.ledger, FALSE, NOW, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_CANCELLED);
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 0);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

/* A merge fills and changes the one compound, keeps the name, and is not asked about again. */
static void
test_merge (void)
{
  static const char sheet[] = HEADS "紫薇社区|药材宿舍|1|||13800000009";
  Fixture fixture;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (YsCompound) compound = NULL;
  g_autofree char *text = NULL;

  fixture_open (&fixture);
  paste_and_apply (&fixture, REGISTRY);
  import = paste (&fixture, sheet);
  g_assert_cmpuint (ys_import_n_to_write (import), ==, 0);
  g_assert_false (ys_import_decide (import, 0, YS_ROW_ACCEPT));
  g_assert_true (ys_import_decide (import, 0, YS_ROW_MERGE));
  g_assert_cmpuint (ys_import_n_to_write (import), ==, 1);
  g_assert_cmpstr (ys_import_compound (import, 0)->name, ==, "鑫盛公寓（药材宿舍）");
  g_assert_cmpint (apply (&fixture, import), >, 0);
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 2);
  compound = load (&fixture, "鑫盛公寓（药材宿舍）");
  g_assert_cmpint (compound->class, ==, YS_CLASS_1);
  g_assert_cmpstr (compound->phone, ==, "13800000009");
  g_assert_cmpstr (compound->other_names, ==, "药材宿舍");
  g_clear_pointer (&import, ys_import_free);
  import = paste (&fixture, sheet);
  text = dump (import);
  g_assert_cmpstr (text, ==, "2 same 药材宿舍\n");
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

static void
test_decide_new (void)
{
  Fixture fixture;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (YsCompound) compound = NULL;

  fixture_open (&fixture);
  paste_and_apply (&fixture, REGISTRY);
  import = paste (&fixture, HEADS "丰泽社区|龙珠百合|1");
  g_assert_true (ys_import_decide (import, 0, YS_ROW_NEW));
  g_assert_cmpint (apply (&fixture, import), >, 0);
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 3);
  g_assert_cmpint (count (&fixture, &ys_community_type), ==, 3);
  compound = load (&fixture, "龙珠百合"); /* the first one stays as it was */
  g_assert_cmpint (compound->class, ==, YS_CLASS_2);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

static void
test_accept (void)
{
  Fixture fixture;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (YsCompound) compound = NULL;

  fixture_open (&fixture);
  import = paste (&fixture, "社区|小区|入驻时间\n梅园社区|甲苑|45231");
  g_assert_cmpint (apply (&fixture, import), ==, 0); /* doubtful rows wait */
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 0);
  g_assert_true (ys_import_decide (import, 0, YS_ROW_ACCEPT));
  g_assert_cmpint (apply (&fixture, import), >, 0);
  compound = load (&fixture, "甲苑");
  g_assert_true (ys_date_equal (compound->entry_date, (YsDate){ 2023, 11, 1 }));
  g_clear_pointer (&import, ys_import_free);
  import = paste (&fixture, "社区|小区|入驻时间\n梅园社区|甲苑|45231");
  g_assert_cmpint (ys_import_row (import, 0)->verdict, ==, YS_VERDICT_SAME);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

/* Two rows of one compound in a file: the second goes into what the first made. */
static void
test_merge_twins (void)
{
  Fixture fixture;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (YsCompound) compound = NULL;

  fixture_open (&fixture);
  import = paste (&fixture, "社区|小区|类别|电话\n紫薇社区|鑫盛公寓（药材宿舍）|3|\n紫薇社区|"
                            "药材宿舍||13800000009");
  g_assert_true (ys_import_decide (import, 1, YS_ROW_MERGE));
  g_assert_cmpint (apply (&fixture, import), >, 0);
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 1);
  compound = load (&fixture, "鑫盛公寓（药材宿舍）");
  g_assert_cmpint (compound->class, ==, YS_CLASS_3);
  g_assert_cmpstr (compound->phone, ==, "13800000009");
  g_assert_cmpstr (compound->other_names, ==, "药材宿舍");
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

/* Two rows of one compound that contradict each other: the first holds, the second fills its
 * blanks, and the same file changes nothing when it comes again. */
static void
test_merge_contradiction (void)
{
  static const char text[] = "社区|小区|类别|电话\n紫薇社区|银山小区|1|\n紫薇社区|银山小区|2|"
                             "13800000009";
  Fixture fixture;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (YsCompound) compound = NULL;

  fixture_open (&fixture);
  import = paste (&fixture, text);
  g_assert_true (ys_import_decide (import, 1, YS_ROW_MERGE));
  g_assert_cmpint (apply (&fixture, import), >, 0);
  compound = load (&fixture, "银山小区");
  g_assert_cmpint (compound->class, ==, YS_CLASS_1);
  g_assert_cmpstr (compound->phone, ==, "13800000009");
  g_clear_pointer (&import, ys_import_free);
  import = paste (&fixture, text);
  g_assert_cmpuint (ys_import_count (import, YS_VERDICT_SAME), ==, 1);
  g_assert_cmpuint (ys_import_row (import, 1)->changes->len, ==, 0);
  g_assert_true (ys_import_decide (import, 1, YS_ROW_MERGE));
  g_assert_cmpint (apply (&fixture, import), ==, 0);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

static void
test_withdrawn (void)
{
  Fixture fixture;
  g_autoptr (YsCompound) compound = NULL;
  g_autoptr (YsChange) change = NULL;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture_open (&fixture);
  paste_and_apply (&fixture, REGISTRY);
  compound = load (&fixture, "龙珠百合");
  compound->withdrawn = TRUE;
  compound->withdrawn_reason = g_strdup ("拆除");
  compound->withdrawn_on = (YsDate){ 2026, 3, 1 };
  change = ys_change_begin (fixture.ledger, "withdraw", &error);
  g_assert_true (ys_change_update (change, &ys_compound_type, compound, NULL, &error));
  g_assert_true (ys_change_commit (change, NULL, &error));
  g_clear_pointer (&change, ys_change_free);
  import = paste (&fixture, HEADS "梅园社区|龙珠百合|2");
  text = dump (import);
  g_assert_cmpstr (text, ==,
                   "2 doubtful 龙珠百合 mn: “龙珠百合” was withdrawn on 2026-03-01. Merge to take "
                   "it back, or make a new "
                   "one.\n");
  g_assert_true (ys_import_decide (import, 0, YS_ROW_MERGE));
  g_assert_cmpint (apply (&fixture, import), >, 0);
  g_clear_pointer (&compound, ys_compound_free);
  compound = load (&fixture, "龙珠百合");
  g_assert_false (compound->withdrawn);
  g_assert_null (compound->withdrawn_reason);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

static void
test_undo (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) batches = NULL;
  g_autoptr (GError) error = NULL;
  const YsImportBatch *batch;
  gint64 first, second;

  fixture_open (&fixture);
  first = paste_and_apply (&fixture, REGISTRY);
  second = paste_and_apply (&fixture, HEADS "梅园社区|龙珠百合|1\n梅园社区|甲苑|1");
  g_assert_true (ys_import_undo (fixture.ledger, second, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 2);
  {
    g_autoptr (YsCompound) compound = load (&fixture, "龙珠百合");
    g_assert_cmpint (compound->class, ==, YS_CLASS_2);
  }
  batches = ys_import_batches (fixture.ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (batches->len, ==, 2);
  batch = g_ptr_array_index (batches, 0);
  g_assert_cmpint (batch->id, ==, second);
  g_assert_true (batch->undone);
  g_assert_cmpint (batch->n_new.value, ==, 1);
  g_assert_cmpint (batch->n_changed.value, ==, 1);
  batch = g_ptr_array_index (batches, 1);
  g_assert_cmpint (batch->id, ==, first);
  g_assert_false (batch->undone);
  g_assert_cmpstr (batch->shape, ==, "columns");
  g_assert_false (ys_import_undo (fixture.ledger, second, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ys_import_undo (fixture.ledger, 99, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (ys_import_undo (fixture.ledger, first, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 0);
  g_assert_cmpint (count (&fixture, &ys_community_type), ==, 0);
  fixture_close (&fixture);
}

static void
test_undo_conflict (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  gint64 first;

  fixture_open (&fixture);
  first = paste_and_apply (&fixture, REGISTRY);
  paste_and_apply (&fixture, HEADS "梅园社区|龙珠百合|1");
  g_assert_false (ys_import_undo (fixture.ledger, first, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT);
  g_assert_cmpint (count (&fixture, &ys_compound_type), ==, 2);
  fixture_close (&fixture);
}

/* A heading that a person mapped is known the next time. */
static void
test_mapping_is_remembered (void)
{
  static const char sheet[] = "社区\t楼盘\t评级\n梅园社区\t甲苑\t1";
  char *mapping[] = { (char *)"楼盘=name", (char *)"评级=class", NULL };
  YsImportOptions options = { .today = today, .mapping = mapping };
  Fixture fixture;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  import = ys_import_new_from_paste (fixture.ledger, sheet, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (apply (&fixture, import), >, 0);
  g_clear_pointer (&import, ys_import_free);
  options.mapping = NULL;
  import = ys_import_new_from_paste (fixture.ledger, sheet, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_import_count (import, YS_VERDICT_SAME), ==, 1);
  /* Taken away again, and judged anew. */
  g_assert_true (ys_import_map (import, fixture.ledger, "评级", "-", &error));
  g_assert_cmpuint (ys_import_n_rows (import), ==, 1);
  g_assert_false (ys_import_map (import, fixture.ledger, "评级", "nonsense", &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

/* The heading chosen last has the field; the one that had it gives it up. */
static void
test_mapping_moves (void)
{
  static const char sheet[] = "社区\t楼盘\t俗称\n梅园社区\t甲苑\t乙苑";
  char *mapping[] = { (char *)"楼盘=name", NULL };
  const YsImportOptions options = { .today = today, .mapping = mapping };
  Fixture fixture;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  import = ys_import_new_from_paste (fixture.ledger, sheet, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ys_import_compound (import, 0)->name, ==, "甲苑");
  g_assert_true (ys_import_map (import, fixture.ledger, "俗称", "name", &error));
  g_assert_cmpstr (ys_import_compound (import, 0)->name, ==, "乙苑");
  g_assert_true (ys_import_map (import, fixture.ledger, "楼盘", "name", &error));
  g_assert_cmpstr (ys_import_compound (import, 0)->name, ==, "甲苑");
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

static const struct
{
  const char *name;
  const char *sheet;
  const char *map;
  const char *says;
} refused_files[] = {
  { "no-known-heading", "甲\t乙\n1\t2", NULL, "known headings" },
  { "no-such-heading", "社区\t小区\n梅园\t甲苑", "楼盘=name", "No column is headed" },
  { "no-such-field", "社区\t小区\n梅园\t甲苑", "小区=title", "no field" },
  { "no-sign", "社区\t小区\n梅园\t甲苑", "小区", "names no heading" },
  { "empty", "", NULL, "known headings" },
};

static void
test_refused_file (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  char *mapping[] = { (char *)refused_files[i].map, NULL };
  const YsImportOptions options = { .today = today, .mapping = mapping };
  Fixture fixture;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  g_assert_null (
      ys_import_new_from_paste (fixture.ledger, refused_files[i].sheet, &options, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, refused_files[i].says));
  fixture_close (&fixture);
}

/* Before a row is written, a backup is. */
static void
test_backup (void)
{
  Fixture fixture;
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  fixture_open (&fixture);
  paste_and_apply (&fixture, REGISTRY);
  folder = g_build_filename (fixture.folder, "backups", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, "import") != NULL ? 1 : 0;
  g_assert_cmpuint (n, ==, 1);
  fixture_close (&fixture);
}

/* Every column of a chain of names in a large file is a look-up: 20,000 rows within seconds. */
static void
test_large (void)
{
  Fixture fixture;
  g_autoptr (GString) sheet = g_string_new ("社区|小区|类别\n");
  g_autoptr (YsImport) import = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (sheet, "社区%u|示例小区%u|%u\n", i % 3, i, i % 3 + 1);
  fixture_open (&fixture);
  paste_and_apply (&fixture, sheet->str);
  import = paste (&fixture, sheet->str);
  g_assert_cmpuint (ys_import_count (import, YS_VERDICT_SAME), ==, 20000);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/import/verdict/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_verdicts);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused_files); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/jobs/import/refused-file/%s", refused_files[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER ((guint)i), test_refused_file);
    }
  g_test_add_func ("/jobs/import/apply", test_apply);
  g_test_add_func ("/jobs/import/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/jobs/import/conflict", test_conflict);
  g_test_add_func ("/jobs/import/cancelled", test_cancelled);
  g_test_add_func ("/jobs/import/merge", test_merge);
  g_test_add_func ("/jobs/import/decide-new", test_decide_new);
  g_test_add_func ("/jobs/import/accept", test_accept);
  g_test_add_func ("/jobs/import/merge-twins", test_merge_twins);
  g_test_add_func ("/jobs/import/merge-contradiction", test_merge_contradiction);
  g_test_add_func ("/jobs/import/withdrawn", test_withdrawn);
  g_test_add_func ("/jobs/import/undo", test_undo);
  g_test_add_func ("/jobs/import/undo-conflict", test_undo_conflict);
  g_test_add_func ("/jobs/import/mapping-is-remembered", test_mapping_is_remembered);
  g_test_add_func ("/jobs/import/mapping-moves", test_mapping_moves);
  g_test_add_func ("/jobs/import/backup", test_backup);
  g_test_add_func ("/jobs/import/large", test_large);
  return g_test_run ();
}
