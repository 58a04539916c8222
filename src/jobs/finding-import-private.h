/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the import of findings share. */
#pragma once

#include "finding-import.h"
#include "import-tables.h"
#include "inspection-private.h"

G_BEGIN_DECLS

/* One inspection that rows of the file belong to. */
typedef struct
{
  YsInspection head;        /* as its rows state it; its id once it is in the ledger */
  YsInspectionView *stored; /* (nullable): it is in the ledger */
  YsCatalogueBook *book;    /* that its clauses are read by */
  gboolean was_withdrawn;   /* the ledger has it, withdrawn */
  GHashTable *taken;        /* of its stored findings: those that a row of the file is */
  guint clean_row;          /* that says it was a clean visit, from 1; 0 none */
  guint finding_row;        /* the first with a finding, from 1; 0 none */
  GHashTable *places;       /* clause and place → first row of it, from 1 */
} YsImportVisit;

/* One row as read and judged. */
typedef struct
{
  YsFindingRow pub; /* first: the public row is this one */
  guint table;
  YsInspection read;    /* the visit, as this row states it */
  YsImportVisit *visit; /* (nullable) (transfer none) */
  gboolean clean;       /* no finding */
  char *code;           /* (nullable): of the clause found */
  gint64 count;
  char *place; /* (nullable) */
  char *note;  /* (nullable) */
  gint64 existing; /* the finding whose count it states otherwise; 0 none */
} YsFindingItem;

struct _YsFindingImport
{
  YsImportTables tables;
  YsInstant now;
  GPtrArray *rows;    /* YsFindingItem */
  GHashTable *visits; /* key → YsImportVisit */
  YsImportIndex *index;
  guint counts[YS_N_VERDICTS];
};

/* Take @reason. A refused row keeps its first reason; doubts add up. @field: whose column it is. */
void ys_finding_item_refuse (YsFindingItem *item, const YsFindingImport *import, const char *field, char *reason);
void ys_finding_item_doubt (YsFindingItem *item, const YsFindingImport *import, const char *field, char *reason);
/* As @verdict says of a cell. */
void ys_finding_item_judge (YsFindingItem *item, const YsFindingImport *import, YsVerdict verdict, const char *field,
                            char *reason);
void ys_finding_item_free (gpointer item);
const YsColumnTable *ys_finding_item_table (const YsFindingItem *item, const YsFindingImport *import);
/* Reads the cells; the clause waits for its catalogue. */
void ys_finding_item_read (YsFindingItem *item, const YsFindingImport *import);
/* Reads and judges all rows anew. */
gboolean ys_finding_import_judge (YsFindingImport *import, GError **error);

G_END_DECLS
