/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import --as cases. Apart from import-commands.c, whose job has decisions of its own. */
#pragma once

#include "command.h"

G_BEGIN_DECLS

typedef struct
{
  const char *path;
  const char *sheet; /* (nullable) */
  const char *level; /* (nullable) */
  GStrv       map;   /* (nullable) */
  const char *refused_out; /* (nullable) */
  gboolean    dry_run;
  gboolean    skip_refused;
  gboolean    accept_doubtful;
} YsImportCasesGiven;

gboolean ys_cli_import_cases (YsCli *cli, const YsImportCasesGiven *given, GError **error);

G_END_DECLS
