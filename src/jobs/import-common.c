/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See import-common.h. */
#include "config.h"

#include "import-common.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "column-table.h"
#include "job-error.h"

static const YsCellStyle head_style
    = { YS_FONT_BODY, 24, TRUE, YS_ALIGN_CENTER, YS_ALIGN_CENTER, TRUE, TRUE };
static const YsCellStyle cell_style
    = { YS_FONT_BODY, 24, FALSE, YS_ALIGN_START, YS_ALIGN_CENTER, TRUE, TRUE };

gboolean
ys_import_take_mapping (GStrv mapping, YsImportChooseFunc choose, gpointer import, GError **error)
{
  for (guint i = 0; mapping != NULL && mapping[i] != NULL; i++)
    {
      const char *sign = strrchr (mapping[i], '=');
      g_autofree char *heading = NULL;

      if (sign == NULL || sign == mapping[i])
        {
          g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("“%s” names no heading. Write HEADING=FIELD."), mapping[i]);
          return FALSE;
        }
      heading = g_strndup (mapping[i], (gsize)(sign - mapping[i]));
      if (!choose (import, heading, sign + 1, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_import_refuse (guint n, const char *sheet, guint row, const char *reason, GError **error)
{
  g_set_error (
      error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
      g_dngettext (GETTEXT_PACKAGE,
                   /* Translators: a number of rows; sheet, row and reason of the first */
                   "%u row is refused (%s, row %u: %s). Correct it, or skip what is refused.",
                   "%u rows are refused, first %s, row %u: %s Correct them, or skip what is "
                   "refused.",
                   n),
      n, sheet, row, reason);
  return FALSE;
}

gboolean
ys_import_check_unchanged (const YsImportIndex *index, YsLedger *ledger, GError **error)
{
  gint64 seq;

  if (!ys_import_newest_seq (ledger, &seq, error))
    return FALSE;
  if (seq == ys_import_index_seq (index))
    return TRUE;
  g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT,
                       _ ("The ledger was changed after the rows were judged. Read the file "
                          "again."));
  return FALSE;
}

static void
set_text (YsSheet *sheet, guint row, guint column, const char *text, const YsCellStyle *style)
{
  YsSheetValue value = text != NULL && *text != '\0' ? YS_SHEET_TEXT (text) : YS_SHEET_EMPTY;

  ys_sheet_set (sheet, row, column, value, style);
}

void
ys_refused_add_heads (YsSheet *sheet, guint row, const GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (columns, i);

      set_text (sheet, row, i, column->heading, &head_style);
      ys_sheet_set_column_width (sheet, i, 16);
    }
  /* Translators: head of the column that says why a row was refused */
  set_text (sheet, row, columns->len, _ ("Why it was refused"), &head_style);
  ys_sheet_set_column_width (sheet, columns->len, 50);
}

void
ys_refused_set_text (YsSheet *sheet, guint row, guint column, const char *text)
{
  set_text (sheet, row, column, text, &cell_style);
}
