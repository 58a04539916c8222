/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the imports of compounds, findings and cases share: headings that a person chose, the refusal of a
 * file, and the sheet of its refused rows. */
#pragma once

#include "import-index.h"
#include "sheet.h"

G_BEGIN_DECLS

/* @import: YsImport or YsImportTables */
typedef gboolean (*YsImportChooseFunc) (gpointer import, const char *heading, const char *field, GError **error);

/* Each of @mapping is "HEADING=FIELD": the last sign parts, since a heading may hold one and a field
 * never does. */
gboolean ys_import_take_mapping (GStrv mapping, YsImportChooseFunc choose, gpointer import, GError **error);
/* FALSE: @n rows are refused; the first of them with its sheet, its row from 1 and the reason. */
gboolean ys_import_refuse (guint n, const char *sheet, guint row, const char *reason, GError **error);
/* CONFLICT when @ledger is no longer as @index has it. */
gboolean ys_import_check_unchanged (const YsImportIndex *index, YsLedger *ledger, GError **error);

/* The headings of a file (element-type YsTableColumn) and, behind them, why a row was refused. */
void     ys_refused_add_heads (YsSheet *sheet, guint row, const GPtrArray *columns);
void     ys_refused_set_text (YsSheet *sheet, guint row, guint column, const char *text);

G_END_DECLS
