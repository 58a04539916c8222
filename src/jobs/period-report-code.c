/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verification codes. A code is the number of a content in its period and the first digits of a
 * hash of what its sheets say: the same figures have the same code in every form and whenever they
 * are written. Each file has its line among the filed reports under code and ending. */
#include "config.h"

#include "period-report-private.h"

#include "award-record.h"
#include "change.h"
#include "record-store.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ledger-job.h"
#include "table-style.h"

#define N_DIGITS 12
#define CODE_LABEL "验证码："

static void
filed_free (YsFiledReport *filed)
{
  ys_record_free (&ys_filed_report_type, filed);
}

void
ys_report_filing_free (YsReportFiling *filing)
{
  if (filing == NULL)
    return;
  g_free (filing->period);
  g_clear_pointer (&filing->known, g_hash_table_unref);
  g_clear_pointer (&filing->hashes, g_hash_table_unref);
  g_clear_pointer (&filing->numbers, g_hash_table_unref);
  g_clear_pointer (&filing->fresh, g_ptr_array_unref);
  g_free (filing);
}

/* 1001至1215, with the year of the last day where it is another one: no two periods have one head.
 */
static char *
days_head (YsSpan span)
{
  const YsDate first = span.first, last = span.last;

  if (last.year == first.year)
    return g_strdup_printf ("考评〔%d〕%02d%02d至%02d%02d号", first.year, first.month, first.day,
                            last.month, last.day);
  return g_strdup_printf ("考评〔%d〕%02d%02d至%d%02d%02d号", first.year, first.month, first.day,
                          last.year, last.month, last.day);
}

/* 考评〔2026〕10号, 考评〔2026〕4季号, 考评〔2026〕1001至1215号, … */
static char *
number_head (YsSpan span)
{
  switch (span.kind)
    {
    case YS_SPAN_MONTH:
      return g_strdup_printf ("考评〔%d〕%d号", span.year, span.part);
    case YS_SPAN_QUARTER:
      return g_strdup_printf ("考评〔%d〕%d季号", span.year, span.part);
    case YS_SPAN_HALF:
      return g_strdup_printf ("考评〔%d〕%s半年号", span.year, span.part == 1 ? "上" : "下");
    case YS_SPAN_YEAR:
      return g_strdup_printf ("考评〔%d〕年度", span.year);
    case YS_SPAN_CUSTOM:
      return days_head (span);
    }
  g_assert_not_reached ();
}

/* A line's code ends before its ending (and its volume): it has no dot itself. */
static char *
code_of (const char *number)
{
  const char *dot = strchr (number, '.');

  return g_strndup (number, dot != NULL ? (gsize)(dot - number) : strlen (number));
}

static void
learn (YsReportFiling *filing, const YsFiledReport *filed)
{
  g_autofree char *code = code_of (filed->number);
  const char *digits = strrchr (code, '-');
  const char *place = strstr (code, "-");

  g_hash_table_add (filing->hashes, g_strdup (filed->sha256));
  g_hash_table_replace (filing->numbers, g_strdup (filed->number), g_strdup (filed->sha256));
  if (digits == NULL || place == digits)
    return;
  filing->next = MAX (filing->next, (guint)g_ascii_strtoull (place + 1, NULL, 10) + 1);
  /* The newest number of a content is the one that holds. */
  g_hash_table_replace (filing->known, g_strdup_printf ("%s %s", filed->what, digits + 1),
                        g_strdup (code));
}

YsReportFiling *
ys_report_filing_new (YsLedger *ledger, YsSpan span, GError **error)
{
  g_autoptr (YsReportFiling) filing = g_new0 (YsReportFiling, 1);
  g_autoptr (GPtrArray) filed = NULL;

  filing->span = span;
  filing->period = ys_span_name (span);
  filing->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  filing->hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  filing->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  filing->fresh = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)filed_free);
  filing->next = 1;
  filed = ys_record_store_list_of_period (ledger, &ys_filed_report_type, filing->period, error);
  if (filed == NULL)
    return NULL;
  for (guint i = 0; i < filed->len; i++)
    learn (filing, filed->pdata[i]);
  return g_steal_pointer (&filing);
}

const char *
ys_report_filing_code (YsReportFiling *filing, const char *what, const char *hash, gboolean anew)
{
  g_autofree char *key = g_strdup_printf ("%s %s", what, hash);
  const char *known = anew ? NULL : g_hash_table_lookup (filing->known, key);
  g_autofree char *head = NULL;
  char *code;

  if (known != NULL)
    return known;
  head = number_head (filing->span);
  code = g_strdup_printf ("%s-%u-%s", head, filing->next++, hash);
  g_hash_table_replace (filing->known, g_steal_pointer (&key), code);
  return code;
}

char *
ys_file_sha256 (const char *path, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  guint8 buffer[65536];
  gssize n = stream != NULL ? 1 : -1;

  while (n > 0)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, NULL, error);
      if (n > 0)
        g_checksum_update (checksum, buffer, n);
    }
  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* code.xlsx; of the second volume code.2.xlsx */
static char *
line_number (const char *code, const char *path, guint volume)
{
  const char *dot = strrchr (path, '.');

  return volume > 0 ? g_strdup_printf ("%s.%u%s", code, volume + 1, dot != NULL ? dot : "")
                    : g_strconcat (code, dot != NULL ? dot : "", NULL);
}

gboolean
ys_report_filing_clashes (const YsReportFiling *filing,
                          const char *code,
                          const char *path,
                          guint volume,
                          const char *sha256)
{
  g_autofree char *number = line_number (code, path, volume);
  const char *filed = g_hash_table_lookup (filing->numbers, number);

  return filed != NULL && !g_str_equal (filed, sha256);
}

gboolean
ys_report_filing_add (YsReportFiling *filing,
                      YsLedger *ledger,
                      const char *code,
                      const char *what,
                      const char *path,
                      guint volume,
                      YsInstant now,
                      GError **error)
{
  g_autofree char *sha256 = ys_file_sha256 (path, error);
  YsFiledReport *filed;

  if (sha256 == NULL)
    return FALSE;
  if (!g_hash_table_add (filing->hashes, g_strdup (sha256)))
    return TRUE; /* the same bytes are filed */
  filed = ys_record_new (&ys_filed_report_type);
  filed->number = line_number (code, path, volume);
  filed->period = g_strdup (filing->period);
  filed->what = g_strdup (what);
  filed->file_name = g_path_get_basename (path);
  filed->sha256 = g_steal_pointer (&sha256);
  filed->user = g_strdup (ys_ledger_job_user (ledger));
  filed->at = now;
  g_hash_table_replace (filing->numbers, g_strdup (filed->number), g_strdup (filed->sha256));
  g_ptr_array_add (filing->fresh, filed);
  return TRUE;
}

gboolean
ys_report_filing_write (YsReportFiling *filing, YsLedger *ledger, GError **error)
{
  g_autoptr (YsChange) change = NULL;

  if (filing->fresh->len == 0)
    return TRUE;
  change = ys_change_begin (ledger, "report", error);
  if (change == NULL)
    return FALSE;
  for (guint i = 0; i < filing->fresh->len; i++)
    if (!ys_change_insert (change, &ys_filed_report_type, filing->fresh->pdata[i], error))
      return FALSE;
  if (!ys_change_commit (change, NULL, error))
    return FALSE;
  g_ptr_array_set_size (filing->fresh, 0);
  return TRUE;
}

static void
hash_cell (GChecksum *checksum, const YsSheet *sheet, guint row, guint column)
{
  YsSheetValue value = ys_sheet_get (sheet, row, column);
  g_autofree char *text = NULL;
  g_autofree char *place = NULL;

  if (value.kind == YS_VALUE_EMPTY)
    return;
  text = ys_sheet_value_to_text (value);
  place = g_strdup_printf ("\n%u %u ", row, column);
  g_checksum_update (checksum, (const guchar *)place, -1);
  g_checksum_update (checksum, (const guchar *)text, -1);
}

char *
ys_report_hash (GPtrArray *sheets)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < sheets->len; i++)
    {
      const YsSheet *sheet = sheets->pdata[i];

      g_checksum_update (checksum, (const guchar *)ys_sheet_name (sheet), -1);
      for (guint row = 0; row < ys_sheet_n_rows (sheet); row++)
        for (guint column = 0; column < ys_sheet_n_columns (sheet); column++)
          hash_cell (checksum, sheet, row, column);
    }
  return g_strndup (g_checksum_get_string (checksum), N_DIGITS);
}

void
ys_report_stamp (GPtrArray *sheets, const char *code)
{
  g_autofree char *line = g_strconcat (CODE_LABEL, code, NULL);

  for (guint i = 0; i < sheets->len; i++)
    {
      YsSheet *sheet = sheets->pdata[i];
      guint row = ys_sheet_n_rows (sheet);

      ys_table_merge (sheet, row, 0, ys_sheet_n_columns (sheet) - 1, line, &ys_table_line_end);
      ys_sheet_set_row_height (sheet, row, YS_TABLE_LINE_HEIGHT);
    }
}
