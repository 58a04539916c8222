/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers that go out: what a company reads on its notice, photos in the workbook, the overdue
 * list by unit. */
#include "config.h"

#include "rectification-notice.h"

#include <string.h>

#include "xlsx-writer.h"

/* 2026-10-12 is a Monday. */
#define AT(hours, minutes) (1791734400 + (hours)*3600 + (minutes)*60)

static YsNoticeRow rows[] = {
  { "A1-08", "清扫保洁不干净", 2, "3、5号楼间", "散落垃圾、积水", "2工作时", AT (14, 30), FALSE,
    "物管科、各小区物业" },
  { "A1-23", "绿化管养不佳", 1, NULL, NULL, "3工作日", AT (17, 30), TRUE, NULL },
};

static YsNotice
make_notice (void)
{
  YsNotice notice = {
    .office = "示例镇建设局",
    .compound = "龙珠百合",
    .company = "示例安和物业",
    .found_by = "区级暗访检查",
    .at = AT (10, 30),
    .doubles = TRUE,
    .date = { 2026, 10, 12 },
    .rows = g_ptr_array_new (),
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (notice.rows, &rows[i]);
  return notice;
}

/* (transfer full): all that is printed, cell by cell, line by line. */
static char *
print_sheet (const YsSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < ys_sheet_n_rows (sheet); row++)
    {
      for (guint column = 0; column < ys_sheet_n_columns (sheet); column++)
        {
          YsSheetValue value = ys_sheet_get (sheet, row, column);
          g_autofree char *cell = ys_sheet_value_to_text (value);

          if (value.kind != YS_VALUE_EMPTY)
            g_string_append_printf (text, "%s|", cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_notice (void)
{
  YsNotice notice = make_notice ();
  g_autoptr (YsSheet) sheet = ys_rectification_notice_build (&notice);
  g_autofree char *printed = print_sheet (sheet);

  g_assert_cmpstr (printed, ==,
                   "整改通知单|\n"
                   "龙珠百合（示例安和物业）：|\n"
                   "　　2026年10月12日，经区级暗访检查，你小区存在下列问题。请在整改期限前整改到位"
                   "，"
                   "并将整改情况和整改后照片反馈我单位复查。未按要求及时整改到位的，双倍扣分。|\n"
                   "序号|问题|处数|位置|情况说明|处置时限|整改期限|责任单位|\n"
                   "1|A1-08\n清扫保洁不干净|2|3、5号楼间|散落垃圾、积水|2工作时|10月12日 14:30|"
                   "物管科、各小区物业|\n"
                   "2|A1-23\n绿化管养不佳|1|3工作日|10月12日 17:30（暂定）|\n"
                   "签收人：|示例镇建设局|\n"
                   "签收时间：|2026年10月12日|\n");
  g_ptr_array_unref (notice.rows);
}

/* A town's inspection never doubles [RULINGS Findings]: the notice must not threaten it. */
static void
test_no_doubling (void)
{
  YsNotice notice = make_notice ();
  g_autoptr (YsSheet) sheet = NULL;
  g_autofree char *printed = NULL;

  notice.doubles = FALSE;
  notice.company = NULL;
  notice.at = 0;
  sheet = ys_rectification_notice_build (&notice);
  printed = print_sheet (sheet);
  g_assert_null (strstr (printed, "双倍"));
  g_assert_nonnull (strstr (printed, "\n龙珠百合：|"));
  g_assert_nonnull (strstr (printed, "　　经区级暗访检查，"));
  g_ptr_array_unref (notice.rows);
}

/* 2 × 2 pixels; what its bytes hold does not matter to a sheet, but a workbook reads their size. */
static GBytes *
small_jpeg (void)
{
  static const guint8 head[]
      = { 0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0,    0, 1,    0,   1,
          0,    0,    0xff, 0xc0, 0, 11, 8,   0,   2,   0,   2, 1, 1, 0x11, 0, 0xff, 0xd9 };

  return g_bytes_new_static (head, sizeof head);
}

static void
test_photos (void)
{
  YsNotice notice = make_notice ();
  g_autoptr (GBytes) jpeg = small_jpeg ();
  cairo_surface_t *pixels = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2, 2);
  YsNoticePhoto photos[4];
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);
  g_autoptr (GBytes) workbook = NULL;
  g_autoptr (GError) error = NULL;
  const YsSheetImage *images;
  guint n_images;

  for (guint i = 0; i < G_N_ELEMENTS (photos); i++)
    {
      photos[i] = (YsNoticePhoto){ jpeg, pixels, "第1行" };
      g_ptr_array_add (list, &photos[i]);
    }
  notice.photos = list;
  g_ptr_array_add (sheets, ys_rectification_notice_build (&notice));
  images = ys_sheet_images (sheets->pdata[0], &n_images);
  g_assert_cmpuint (n_images, ==, 4);
  /* three beside each other, the fourth under the first one's caption */
  g_assert_cmpuint (images[2].range.row, ==, images[0].range.row);
  g_assert_cmpuint (images[3].range.row, ==, images[0].range.row + 2);
  g_assert_cmpuint (images[3].range.column, ==, images[0].range.column);
  workbook = ys_xlsx_write_bytes (sheets, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (workbook);
  cairo_surface_destroy (pixels);
  g_ptr_array_unref (notice.rows);
}

static void
test_overdue (void)
{
  YsOverdueRow late[] = {
    { "环卫站", "苹果花苑", "区级检查", "乱堆物料", "7号楼", AT (10, 0), "0:30" },
    { "物管科、各小区物业", "龙珠百合", "20261009-031", "井盖缺损", NULL, AT (9, 0), "1天0:10" },
    { "物管科、各小区物业", "银山小区", "市级检查", "占用消防通道", "西侧", AT (9, 30), "1:00" },
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (YsSheet) sheet = NULL;
  g_autofree char *printed = NULL;
  guint n_merges, n_down = 0;
  const YsSheetRange *merges;

  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    g_ptr_array_add (list, &late[i]);
  sheet = ys_overdue_list_build ("示例镇建设局", list, AT (10, 30));
  printed = print_sheet (sheet);
  g_assert_nonnull (
      strstr (printed, "1|环卫站|苹果花苑|区级检查|乱堆物料|7号楼|2026-10-12 10:00|0:30|"));
  g_assert_nonnull (
      strstr (printed,
              "2|物管科、各小区物业|龙珠百合|20261009-031|井盖缺损|2026-10-12 09:00|1天0:10|"));
  g_assert_nonnull (strstr (printed, "合计 3 项"));
  merges = ys_sheet_merges (sheet, &n_merges);
  for (guint i = 0; i < n_merges; i++)
    n_down += merges[i].row_end > merges[i].row;
  g_assert_cmpuint (n_down, ==, 1); /* the unit of two rows, once */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annex/rectification-notice/words", test_notice);
  g_test_add_func ("/annex/rectification-notice/no-doubling", test_no_doubling);
  g_test_add_func ("/annex/rectification-notice/photos", test_photos);
  g_test_add_func ("/annex/overdue-list/by-unit", test_overdue);
  return g_test_run ();
}
