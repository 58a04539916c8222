/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the imports of compounds, findings and cases print alike [CLI.md]. */
#pragma once

#include "command.h"
#include "output.h"

G_BEGIN_DECLS

/* How many refused rows are told on standard error; all of them are in the table and the JSON. */
#define YS_CLI_MAX_TOLD 20

/* {"batch": …, "shape": …, "rows": [ … @batch 0: null. */
void ys_cli_begin_import_json (JsonBuilder *builder, gint64 batch, const char *shape);
/* @nick: of a verdict; for people */
const char *ys_cli_verdict_label (const char *nick);
/* @counts: new, same, changed, doubtful, refused. @batch 0: none was written. */
void ys_cli_print_import_end (const char *file_name, const guint counts[5], gint64 batch);
/* @row: from 1; @column: (nullable) */
void ys_cli_tell_refused (const char *sheet, guint row, const char *column, const char *reason);

G_END_DECLS
