/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Export of 100,000 rows of 11 Chinese cells: through a sheet with a source and the workbook
 * writer, against a bare libxlsxwriter loop that writes the same cells in the same formats. Each
 * run is a process of its own, the two in turn; prints the ratio of medians and the peak memory.
 * Fails beyond the bounds below. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "xlsx-writer.h"

#define N_COLUMNS 11
#define N_NAMES 997
#define N_RUNS 7
#define AIM_RATIO 1.2
#define FAIL_PEAK_KB (64 * 1024)

static const YsCellStyle style = { .font = YS_FONT_BODY,
                                   .size = 24,
                                   .horizontal = YS_ALIGN_CENTER,
                                   .vertical = YS_ALIGN_CENTER,
                                   .wrap = TRUE,
                                   .border = TRUE };

/* What stands in the text columns; the name differs from row to row. */
static const char *const texts[N_COLUMNS] = {
  NULL,
  "梅园社区",
  NULL,
  NULL,
  "安和物业服务有限公司（示例）",
  "外聘",
  NULL,
  "保洁、保安、护绿、维护秩序、设施维护",
  "王某某",
  "13800000001",
  "无",
};
static char *names[N_NAMES];

static void
make_names (void)
{
  for (guint i = 0; i < N_NAMES; i++)
    names[i] = g_strdup_printf ("示例小区%u号院（西区）", i);
}

static YsDate
entry_date (guint row)
{
  return (YsDate){ (gint16)(2015 + row % 10), (gint8)(row % 12 + 1), (gint8)(row % 28 + 1) };
}

static void
fill_row (YsSheetRow *cells, guint row, gpointer user_data)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    if (texts[column] != NULL)
      ys_sheet_row_set (cells, column, YS_SHEET_TEXT (texts[column]), &style);
  ys_sheet_row_set (cells, 0, YS_SHEET_COUNT (row), &style);
  ys_sheet_row_set (cells, 2, YS_SHEET_TEXT (names[row % N_NAMES]), &style);
  ys_sheet_row_set (cells, 3, YS_SHEET_HUNDREDTHS (row * 7), &style);
  ys_sheet_row_set (cells, 6, YS_SHEET_DATE (entry_date (row)), &style);
}

static gboolean
write_ours (guint n_rows, const char *path, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);
  YsDocumentInfo info = { .title = "台账", .created = 1760457600 };
  YsSheet *sheet = ys_sheet_new ("台账", N_COLUMNS);

  ys_sheet_set_source (sheet, 0, n_rows, fill_row, NULL, NULL);
  g_ptr_array_add (sheets, sheet);
  return ys_xlsx_write_file (sheets, &info, path, NULL, error);
}

static lxw_format *
bare_format (lxw_workbook *workbook, const char *number)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, "仿宋_GB2312");
  format_set_font_size (format, 12);
  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap (format);
  format_set_border (format, LXW_BORDER_THIN);
  if (number != NULL)
    format_set_num_format (format, number);
  return format;
}

static gboolean
write_bare (guint n_rows, const char *path, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *worksheet = workbook_add_worksheet (workbook, "台账");
  lxw_format *text = bare_format (workbook, NULL);
  lxw_format *count = bare_format (workbook, "#,##0");
  lxw_format *hundredths = bare_format (workbook, "0.00");
  lxw_format *date = bare_format (workbook, "yyyy-mm-dd");

  for (guint row = 0; row < n_rows; row++)
    {
      worksheet_write_number (worksheet, row, 0, row, count);
      worksheet_write_string (worksheet, row, 1, texts[1], text);
      worksheet_write_string (worksheet, row, 2, names[row % N_NAMES], text);
      worksheet_write_number (worksheet, row, 3, row * 7 / 100.0, hundredths);
      worksheet_write_string (worksheet, row, 4, texts[4], text);
      worksheet_write_string (worksheet, row, 5, texts[5], text);
      worksheet_write_number (worksheet, row, 6, (double)ys_date_to_serial (entry_date (row)),
                              date);
      for (guint column = 7; column < N_COLUMNS; column++)
        worksheet_write_string (worksheet, row, (lxw_col_t)column, texts[column], text);
    }
  if (workbook_close (workbook) == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "the bare loop could not write");
  return FALSE;
}

/* Highest resident memory of this process so far, kB; 0 where the system does not say. */
static guint64
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *peak;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  peak = strstr (status, "VmHWM:");
  return peak != NULL ? g_ascii_strtoull (peak + strlen ("VmHWM:"), NULL, 10) : 0;
}

/* One run in this process: "seconds peak" on standard output. */
static int
run_child (const char *kind, guint n_rows, const char *path)
{
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;

  make_names ();
  timer = g_timer_new ();
  written = strcmp (kind, "ours") == 0 ? write_ours (n_rows, path, &error)
                                       : write_bare (n_rows, path, &error);
  if (!written)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("%.6f %" G_GUINT64_FORMAT "\n", g_timer_elapsed (timer, NULL), peak_memory ());
  return 0;
}

typedef struct
{
  const char *kind;
  double seconds[N_RUNS];
  guint64 peak; /* kB, the highest */
} Series;

static gboolean
run (Series *series, guint index, const char *self, const char *rows, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self,
                                                    series->kind, rows, path, NULL);
  g_autofree char *output = NULL;
  char *end;

  if (child == NULL || !g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error)
      || !g_subprocess_get_successful (child))
    {
      g_printerr ("%s failed: %s\n", series->kind, error != NULL ? error->message : "see above");
      return FALSE;
    }
  series->seconds[index] = g_ascii_strtod (output, &end);
  series->peak = MAX (series->peak, g_ascii_strtoull (end, NULL, 10));
  return TRUE;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, two = *(const double *)b;

  return (one > two) - (one < two);
}

static double
median (Series *series)
{
  qsort (series->seconds, N_RUNS, sizeof (double), compare_doubles);
  return series->seconds[N_RUNS / 2];
}

static int
report (Series *ours, Series *bare, const char *rows)
{
  double ratio = median (ours) / median (bare);

  g_print ("%s rows x %d cells, median of %d: sheet %.2f s (%.1f MB), bare loop %.2f s (%.1f MB)\n",
           rows, N_COLUMNS, N_RUNS, median (ours), (double)ours->peak / 1024, median (bare),
           (double)bare->peak / 1024);
  g_print ("ratio %.3f (aim: at most %.2f)\n", ratio, AIM_RATIO);
  return ratio <= AIM_RATIO && ours->peak <= FAIL_PEAK_KB ? 0 : 1;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  Series ours = { .kind = "ours" };
  Series bare = { .kind = "bare" };
  const char *rows = argc == 2 ? argv[1] : "100000";
  int code = 0;

  if (argc == 4)
    return run_child (argv[1], (guint)g_ascii_strtoull (argv[2], NULL, 10), argv[3]);
  folder = g_dir_make_tmp ("ys-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "台账.xlsx", NULL);
  for (guint i = 0; i < N_RUNS && code == 0; i++)
    code = run (&bare, i, argv[0], rows, path) && run (&ours, i, argv[0], rows, path) ? 0 : 1;
  if (code == 0)
    code = report (&ours, &bare, rows);
  g_unlink (path);
  g_rmdir (folder);
  return code;
}
