/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the history job share. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): a whole change to inspections, findings or cases in one sentence;
 * NULL when it is about something else. @lines oldest first. */
char    *ys_history_work_sentence (GPtrArray *lines);
/* The same of a single line. */
char    *ys_history_work_line (const YsAuditLine *line);
/* (transfer full) (nullable): the same of a sheet, a bonus or a survey. */
char    *ys_history_sheet_line (YsLedger *ledger, const YsAuditLine *line);
/* The sheet of a line of one; 0: gone. */
gint64   ys_history_sheet_of (YsLedger *ledger, const YsAuditLine *line);
/* FORBIDDEN when the change moved something in a period that is finalised now. */
gboolean ys_history_check_open (YsLedger *ledger, GPtrArray *lines, GError **error);

G_END_DECLS
