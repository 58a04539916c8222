/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compounds out of a clerk's worksheet. Finds the table by itself (title rows above, heads of one or
 * two rows, merged cells, notes and sign-off lines below, empty rows between) and knows the shapes
 * of seed 004: annexes 3 and 4 (one row per community, compounds in one cell parted by 、, with a
 * stated count) and annex 5. Other tables are read by their headings. Decides nothing about the
 * ledger: that is the import job's. */
#pragma once

#include "compound.h"
#include "workbook.h"

G_BEGIN_DECLS

typedef enum
{
  YS_SHAPE_NONE,    /* no known heading */
  YS_SHAPE_ANNEX3,  /* 提升任务一览表: run by a company */
  YS_SHAPE_ANNEX4,  /* 全覆盖任务一览表: no property management yet */
  YS_SHAPE_ANNEX5,  /* the dispatch table */
  YS_SHAPE_COLUMNS  /* any other table with headings */
} YsTableShape;

/* "annex3", …, "columns"; NULL for NONE. */
const char *ys_table_shape_nick (YsTableShape shape);

/* One column of the table found. */
typedef struct
{
  guint    column;   /* in the grid, from 0 */
  char    *heading;  /* cleaned; two-row heads joined */
  char    *field;    /* (nullable): field of YsCompound, "community", "company" or "town"; NULL: not imported */
  gboolean guessed;  /* by likeness, not by a known heading or a remembered choice */
} YsTableColumn;

/* A value as read for one field, with the cell that it came from. */
typedef struct
{
  const char *field;
  char       *text;    /* cleaned; DATE cells as ISO */
  guint       column;
  YsCellKind  kind;
  gboolean    inferred; /* follows from another cell: fills a blank, never changes a value */
} YsRawValue;

/* One compound as the worksheet states it. */
typedef struct
{
  guint      row;       /* in the grid, from 0 */
  char      *name;      /* "" when its cell is empty */
  GPtrArray *values;    /* (element-type YsRawValue): without the name */
  char      *doubt;     /* (nullable): a translated sentence, e.g. the stated count does not fit */
  guint      doubt_column;
} YsRawCompound;

typedef struct
{
  YsTableShape shape;
  char        *sheet;
  guint        head_first, head_last; /* rows of the heads */
  GPtrArray   *columns;   /* (element-type YsTableColumn) */
  GPtrArray   *compounds; /* (element-type YsRawCompound) */
} YsRawTable;

/* Whether a heading is for the compound's name; without one every compound's name is "". */
gboolean      ys_raw_table_has_names (const YsRawTable *table);
void          ys_raw_table_free (YsRawTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRawTable, ys_raw_table_free)
const YsRawValue *ys_raw_compound_value (const YsRawCompound *compound, const char *field);

/* A remembered or given mapping: the field for a heading (its ys_text_key()), "" for "not imported",
 * NULL for no opinion. */
typedef const char *(*YsHeadingFunc) (const char *heading_key, gpointer user_data);

/* (transfer full): never NULL; shape NONE when there is no known heading and @mapping has none. */
YsRawTable   *ys_registry_read (const YsGrid *grid, YsHeadingFunc mapping, gpointer user_data);

G_END_DECLS
