/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case as the command line shows it [CLI.md]. */
#pragma once

#include "case-job.h"
#include "command.h"
#include "output.h"

G_BEGIN_DECLS

/* The keys of CLI.md and more; with @all its events, procedures and decisions too. */
void ys_cli_add_case (JsonBuilder *builder, YsLedger *ledger, const YsCaseView *view, gboolean all);
/* Views as a table. */
void ys_cli_print_cases (const GPtrArray *views);
/* The cases of @ids after a change: one object, or an array of several; else @sentence and the
 * numbers. */
gboolean ys_cli_print_changed_cases (
    YsCli *cli, const gint64 *ids, guint n_ids, const char *sentence, GError **error);

G_END_DECLS
