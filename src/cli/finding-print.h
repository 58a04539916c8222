/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings on standard output, one or a million. */
#pragma once

#include "command.h"
#include "finding-job.h"

G_BEGIN_DECLS

/* Prints findings one after the other as a JSON array, or as a table for each thousand. */
typedef struct _YsFindingPrinter YsFindingPrinter;

YsFindingPrinter *ys_finding_printer_new (const YsCli *cli);
void              ys_finding_printer_add (YsFindingPrinter *printer, const YsFindingView *view);
/* Prints what is left, and frees it. */
void              ys_finding_printer_end (YsFindingPrinter *printer);

/* Appends the object [CLI.md]; with its events when the view has them. */
void              ys_finding_append_json (GString *out, const YsFindingView *view);
/* One object for one id, an array for several; a table for people. */
gboolean          ys_cli_print_findings (YsCli *cli, const gint64 *ids, guint n_ids, GError **error);

G_END_DECLS
