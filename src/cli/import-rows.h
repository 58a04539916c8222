/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import --as cases and import --as findings: what they are asked for, and their rows printed alike.
 * Apart from import-commands.c, whose job has decisions of its own. */
#pragma once

#include "command.h"

G_BEGIN_DECLS

typedef struct
{
  const char *path;
  const char *sheet; /* (nullable) */
  const char *level; /* (nullable); of cases only */
  GStrv       map;   /* (nullable) */
  const char *refused_out; /* (nullable) */
  gboolean    dry_run;
  gboolean    skip_refused;
  gboolean    accept_doubtful;
} YsImportGiven;

gboolean ys_cli_import_cases (YsCli *cli, const YsImportGiven *given, GError **error);
gboolean ys_cli_import_findings (YsCli *cli, const YsImportGiven *given, GError **error);

/* One judged row, borrowed. */
typedef struct
{
  const char *sheet;
  guint       row;      /* from 0 */
  guint       column;   /* G_MAXUINT: none */
  const char *verdict;  /* nick */
  const char *name;
  const char *compound;
  const char *clause;   /* (nullable): findings */
  const char *reason;   /* (nullable) */
} YsCliImportRow;

typedef struct
{
  const char *shape;
  const char *file_name;
  const char *name_head; /* of the column in the table */
  guint       n_rows;
  guint       counts[5]; /* new, same, changed, doubtful, refused */
  gpointer    import;
  YsCliImportRow (*row) (gpointer import, guint index);
} YsCliImported;

/* The JSON document, or for people the table: in a rehearsal every row, else those that ask for a look. */
void ys_cli_print_imported (const YsCli *cli, const YsImportGiven *given, const YsCliImported *imported, gint64 batch);
/* The refused rows, on standard error. */
void ys_cli_tell_imported (const YsCliImported *imported);
/* A rehearsal ends as the import would. */
gboolean ys_cli_rehearse_import (guint n_refused, gboolean skip_refused, GError **error);

G_END_DECLS
