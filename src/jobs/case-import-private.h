/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the import of cases share. */
#pragma once

#include "case-private.h"
#include "import-tables.h"

G_BEGIN_DECLS

/* One row as read and judged. */
typedef struct
{
  YsCaseRow pub; /* first: the public row is this one */
  guint table;
  YsCase *read;       /* what the row states */
  char *code;         /* (nullable): of the clause found */
  YsLimit limit;      /* as dispatched */
  gint64 existing;    /* the case of this number; 0 none */
  gboolean changes;   /* something of what was entered */
  gboolean new_reply; /* its first reply came */
} YsCaseItem;

struct _YsCaseImport
{
  YsImportTables tables;
  YsInstant now;
  int level; /* of rows that do not tell */
  GPtrArray *rows; /* YsCaseItem */
  YsImportIndex *index;
  guint counts[YS_N_VERDICTS];
};

/* Takes @reason. */
void ys_case_item_refuse (YsCaseItem *item, guint column, char *reason);
void ys_case_item_doubt (YsCaseItem *item, guint column, char *reason);
/* As @verdict says of a cell. */
void ys_case_item_judge (YsCaseItem *item, YsVerdict verdict, guint column, char *reason);
/* Reads the cells into item->read. */
void ys_case_item_read (YsCaseItem *item, const YsCaseImport *import, const YsColumnTable *table);
/* Reads and judges all rows anew. */
gboolean ys_case_import_judge (YsCaseImport *import, GError **error);
gboolean ys_case_item_is_to_write (const YsCaseItem *item, gboolean accept_doubtful);

G_END_DECLS
