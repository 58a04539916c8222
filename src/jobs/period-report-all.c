/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole folder of a period: tables, lists per compound, charts, slides, and a manifest of what
 * is in it. One document at a time; cancelled or failed, nothing is left. */
#include "config.h"

#include "period-report-private.h"

#include "job-error.h"
#include "replace.h"
#include "text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MANIFEST "清单.txt"
#define MANIFEST_JSON "manifest.json"
#define WALL_WIDTH 1920
#define WALL_HEIGHT 1080

/* What is one file, and what is a folder of one file a compound; in order, numbered as far as they
 * are there: 01-考评排名. */
static const struct
{
  YsReportKind kind;
  const char *name;
  gboolean each;
  const char *endings[2];
  const char *why_not; /* (nullable): why there may be none */
} parts[] = {
  { YS_REPORT_RANKING, "考评排名", FALSE, { ".xlsx", ".pdf" }, NULL },
  { YS_REPORT_AWARDS, "以奖代补资金表", FALSE, { ".xlsx", ".pdf" }, NULL },
  { YS_REPORT_PAYOUT, "领取表", FALSE, { ".xlsx", ".pdf" }, "本期没有已确定的奖补" },
  { YS_REPORT_DEDUCTIONS, "扣分明细", TRUE, { ".xlsx", NULL }, "本期没有小区参评" },
  { YS_REPORT_ANNEX2, "附件2物业管理考核", TRUE, { ".xlsx", NULL }, "本期没有附件2考核表" },
  { YS_REPORT_ANNEX3, "附件3党建引领评分", TRUE, { ".xlsx", NULL }, "本期没有附件3评分表" },
  { YS_REPORT_ANNUAL, "年度汇总", FALSE, { ".xlsx", ".pdf" }, NULL },
  { YS_REPORT_BULLETIN, "工作简报", FALSE, { ".docx", ".pdf" }, NULL },
  { YS_REPORT_STANDARDS, "考评标准", FALSE, { ".xlsx", NULL }, NULL },
};

#define CHARTS "图表"
#define DECK "投影"

/* What the files of the charts are called. */
static const char *const chart_names[YS_N_CHARTS] = {
  [YS_CHART_COVER] = "封面",           [YS_CHART_RANKING] = "小区综合排名",
  [YS_CHART_WATERFALL] = "得分由来",   [YS_CHART_COMPOSITION] = "分项得分",
  [YS_CHART_CHANGE] = "与上期相比",    [YS_CHART_TREND] = "总分走势",
  [YS_CHART_MULTIPLES] = "各小区走势", [YS_CHART_HEATMAP] = "小区问题分布",
  [YS_CHART_PARETO] = "问题条款排行",  [YS_CHART_TIMELINESS] = "整改时效",
  [YS_CHART_AWARDS] = "以奖代补",      [YS_CHART_TRIAL] = "试算",
};

typedef struct
{
  YsReportWork *work;
  YsReportOptions options; /* the work's, with the compound of the moment */
  YsReportFiling *filing;
  const char *folder;
  GPtrArray *files;  /* of paths under @folder, with / between */
  guint number;      /* of the part of the moment, from 1 */
  GString *left_out; /* what has nothing to say, as JSON */
  YsProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  guint64 done, total;
} Export;

static gboolean
step (Export *export, GError **error)
{
  export->done++;
  if (export->progress != NULL)
    export->progress (export->done, MAX (export->total, export->done), export->user_data);
  return !g_cancellable_set_error_if_cancelled (export->cancellable, error);
}

static gboolean
make_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno),
               _ ("The folder “%s” cannot be made (%s). Choose another place."), path,
               g_strerror (errno));
  return FALSE;
}

static gboolean
write_one (Export *export, YsReportKind kind, char *name, GError **error)
{
  g_autofree char *path = g_build_filename (export->folder, name, NULL);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);

  /* One compound or a table of few sheets: always one file, @name. */
  g_ptr_array_add (export->files, name);
  return ys_report_write (export->work, export->filing, kind, path, written, error)
         && step (export, error);
}

static gboolean
write_part (Export *export, guint part, GError **error)
{
  for (guint i = 0; i < 2 && parts[part].endings[i] != NULL; i++)
    if (!write_one (export, parts[part].kind,
                    g_strdup_printf ("%02u-%s%s", export->number, parts[part].name,
                                     parts[part].endings[i]),
                    error))
      return FALSE;
  return TRUE;
}

/* 04-扣分明细/001-某小区.xlsx, by rank */
static gboolean
write_each (Export *export, guint part, GError **error)
{
  const YsStanding *standing = export->work->standing;
  g_autofree char *folder_name = g_strdup_printf ("%02u-%s", export->number, parts[part].name);
  g_autofree char *folder = g_build_filename (export->folder, folder_name, NULL);
  gboolean done = TRUE;

  for (guint i = 0; done && i < ys_standing_n_rows (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);
      g_autofree char *name = NULL;

      if (!ys_report_is_about (standing, parts[part].kind, row->compound_id))
        continue;
      name = ys_text_to_filename (row->name);
      export->options.compound_id = row->compound_id;
      done = make_folder (folder, error)
             && write_one (export, parts[part].kind,
                           g_strdup_printf ("%s/%03u-%s%s", folder_name, i + 1, name,
                                            parts[part].endings[0]),
                           error);
    }
  export->options.compound_id = 0;
  return done;
}

static gboolean
has_part (const YsStanding *standing, guint part)
{
  if (parts[part].kind == YS_REPORT_PAYOUT)
    return ys_standing_awards (standing)->rows->len > 0;
  for (guint i = 0; parts[part].each && i < ys_standing_n_rows (standing); i++)
    if (ys_report_is_about (standing, parts[part].kind, ys_standing_row (standing, i)->compound_id))
      return TRUE;
  return !parts[part].each;
}

static gboolean
write_parts (Export *export, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!has_part (export->work->standing, i))
        {
          /* Neither name nor reason has a character to escape. */
          g_string_append_printf (export->left_out,
                                  "%s\n    {\"table\": \"%s\", \"reason\": \"%s\"}",
                                  export->left_out->len > 0 ? "," : "", parts[i].name,
                                  parts[i].why_not);
          continue;
        }
      export->number++;
      if (!(parts[i].each ? write_each (export, i, error) : write_part (export, i, error)))
        return FALSE;
    }
  return TRUE;
}

/* A file without a printed code: its own digits are the code. */
static gboolean
file_bytes (Export *export, const char *what, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (export->folder, name, NULL);
  g_autofree char *sha256 = ys_file_sha256 (path, error);
  g_autofree char *digits = sha256 != NULL ? g_strndup (sha256, 12) : NULL;

  return sha256 != NULL
         && ys_report_filing_add (export->filing, export->work->ledger,
                                  ys_report_filing_code (export->filing, what, digits, FALSE), what,
                                  path, 0, export->work->now, error);
}

/* One kind may be several pages, each a file. */
static gboolean
file_charts (Export *export, const char *folder, const char *stem, guint n_pages, GError **error)
{
  for (guint page = 0; page < n_pages; page++)
    {
      char *name = page == 0 ? g_strdup_printf ("%s/%s.png", folder, stem)
                             : g_strdup_printf ("%s/%s-%u.png", folder, stem, page + 1);

      g_ptr_array_add (export->files, name);
      if (!file_bytes (export, "chart", name, error))
        return FALSE;
    }
  return TRUE;
}

/* The kinds of @slides, each once; the cover and the trial are no charts of the period. */
static gboolean
write_charts (Export *export, const YsChartData *data, GPtrArray *slides, GError **error)
{
  gboolean seen[YS_N_CHARTS] = { [YS_CHART_COVER] = TRUE, [YS_CHART_TRIAL] = TRUE };
  g_autofree char *folder_name = g_strdup_printf ("%02u-" CHARTS, ++export->number);
  g_autofree char *folder = g_build_filename (export->folder, folder_name, NULL);
  guint number = 0;

  for (guint i = 0; i < slides->len; i++)
    {
      const YsSlide *slide = slides->pdata[i];
      g_autofree char *stem = NULL, *name = NULL, *path = NULL;

      if (seen[slide->kind])
        continue;
      seen[slide->kind] = TRUE;
      stem = g_strdup_printf ("%02u-%s", ++number, chart_names[slide->kind]);
      name = g_strconcat (stem, ".png", NULL);
      path = g_build_filename (folder, name, NULL);
      if (!make_folder (folder, error)
          || !ys_chart_export (data, slide->kind, path, WALL_WIDTH, WALL_HEIGHT, FALSE, error)
          || !file_charts (export, folder_name, stem,
                           ys_chart_n_pages (data, slide->kind, WALL_WIDTH, WALL_HEIGHT), error)
          || !step (export, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_pictures (Export *export, GError **error)
{
  const YsChartData *data = ys_report_work_charts (export->work, error);
  g_autoptr (GPtrArray) slides = NULL;
  g_autofree char *path = NULL;
  char *name;

  if (data == NULL)
    return FALSE;
  slides = ys_deck_new (data, NULL, WALL_WIDTH, WALL_HEIGHT);
  if (!write_charts (export, data, slides, error))
    return FALSE;
  if (slides->len == 0)
    return TRUE;
  name = g_strdup_printf ("%02u-" DECK ".pdf", ++export->number);
  path = g_build_filename (export->folder, name, NULL);
  g_ptr_array_add (export->files, name);
  return ys_deck_export (data, slides, path, WALL_WIDTH, WALL_HEIGHT, FALSE, error)
         && file_bytes (export, "deck", name, error) && step (export, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
append_json_text (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

/* The lines of sha256sum, so that any system checks them; and the same as JSON. */
static gboolean
list_files (Export *export, GString *lines, GString *json, GError **error)
{
  for (guint i = 0; i < export->files->len; i++)
    {
      const char *name = export->files->pdata[i];
      g_autofree char *path = g_build_filename (export->folder, name, NULL);
      g_autofree char *sha256 = ys_file_sha256 (path, error);
      GStatBuf about;

      if (sha256 == NULL)
        return FALSE;
      g_string_append_printf (lines, "%s  %s\n", sha256, name);
      g_string_append (json, i > 0 ? ",\n    {\"file\": " : "\n    {\"file\": ");
      append_json_text (json, name);
      g_string_append_printf (json, ", \"sha256\": \"%s\", \"bytes\": %" G_GINT64_FORMAT "}",
                              sha256,
                              g_stat (path, &about) == 0 ? (gint64)about.st_size : (gint64)0);
    }
  return TRUE;
}

static gboolean
put_text (Export *export, const char *name, const GString *text, GError **error)
{
  g_autofree char *path = g_build_filename (export->folder, name, NULL);

  return ys_replace_contents (path, text->str, text->len, 0666, error)
         && file_bytes (export, "manifest", name, error);
}

static gboolean
write_manifest (Export *export, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) json = g_string_new ("{\n  \"period\": ");
  YsInstant created = export->work->created;
  g_autofree char *at = ys_instant_to_iso (created);

  g_ptr_array_sort (export->files, compare_names);
  append_json_text (json, export->filing->period);
  g_string_append (json, ",\n  \"state\": ");
  append_json_text (json, ys_standing_is_final (export->work->standing) ? "final" : "open");
  g_string_append_printf (json, ",\n  \"version\": %u,\n  \"date\": \"%s\",\n  \"files\": [",
                          ys_standing_version (export->work->standing), at);
  if (!list_files (export, lines, json, error))
    return FALSE;
  g_string_append_printf (json, "\n  ],\n  \"left_out\": [%s%s]\n}\n", export->left_out->str,
                          export->left_out->len > 0 ? "\n  " : "");
  return put_text (export, MANIFEST, lines, error) && put_text (export, MANIFEST_JSON, json, error);
}

/* Made, or there and empty. @out_made: it was not there */
static gboolean
take_folder (const char *folder, gboolean *out_made, GError **error)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  gboolean is_empty = dir == NULL || g_dir_read_name (dir) == NULL;

  *out_made = dir == NULL;
  if (dir != NULL)
    g_dir_close (dir);
  if (is_empty)
    return make_folder (folder, error);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               _ ("The folder “%s” is not empty. Name a new one."), folder);
  return FALSE;
}

/* Everything in a folder that was empty before is ours. */
static void
empty_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          empty_folder (path);
          g_rmdir (path);
        }
      else
        g_unlink (path);
    }
  if (dir != NULL)
    g_dir_close (dir);
}

static guint64
count_steps (const YsReportWork *work)
{
  guint64 total = YS_N_CHARTS;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint k = 0; k < (parts[i].each ? ys_standing_n_rows (work->standing) : 1); k++)
      if (!parts[i].each)
        total += parts[i].endings[1] != NULL ? 2 : 1;
      else if (ys_report_is_about (work->standing, parts[i].kind,
                                   ys_standing_row (work->standing, k)->compound_id))
        total++;
  return total;
}

gboolean
ys_report_export_all (YsLedger *ledger,
                      const YsRegistry *registry,
                      const YsStanding *standing,
                      const YsReportOptions *options,
                      const char *folder,
                      YsInstant now,
                      YsProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (YsReportWork) work = { 0 };
  g_autoptr (YsReportFiling) filing = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) left_out = g_string_new (NULL);
  Export export = { .options = options != NULL ? *options : (YsReportOptions){ 0 },
                    .folder = folder,
                    .files = files,
                    .left_out = left_out,
                    .progress = progress,
                    .user_data = user_data,
                    .cancellable = cancellable };
  gboolean made;

  g_return_val_if_fail (ledger != NULL && registry != NULL && standing != NULL, FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  export.options.compound_id = 0;
  if (!ys_report_work_init (&work, ledger, registry, standing, &export.options, now, error))
    return FALSE;
  filing = ys_report_filing_new (ledger, ys_standing_span (standing), error);
  if (filing == NULL || !take_folder (folder, &made, error))
    return FALSE;
  export.work = &work;
  export.filing = filing;
  export.total = count_steps (&work);
  if (write_parts (&export, error) && write_pictures (&export, error)
      && write_manifest (&export, error) && ys_report_filing_write (filing, ledger, error))
    {
      if (progress != NULL)
        progress (export.total, export.total, user_data);
      return TRUE;
    }
  empty_folder (folder);
  if (made)
    g_rmdir (folder);
  return FALSE;
}
