/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the registry reader share. Not for other folders. */
#pragma once

#include "registry-reader.h"

G_BEGIN_DECLS

#define YS_NO_COLUMN G_MAXUINT
/* A heading is short; longer text is a title or a note. */
#define YS_MAX_HEADING_BYTES 180

/* A table found in a grid. */
typedef struct
{
  const YsGrid *grid;
  YsRawTable *table;   /* shape, heads and columns are set */
  guint name_column;   /* YS_NO_COLUMN: none */
  guint number_column; /* 序号 */
  guint community_column;
  guint town_column;
  guint first_column, last_column; /* of the headings */
} YsFoundTable;

/* Sets shape, heads, columns; shape NONE when nothing is known. */
void ys_table_find (YsFoundTable *found, YsHeadingFunc mapping, gpointer user_data);

/* How well a heading names a field: NULL, or the field with its place among the field's headings
 * (0 official). @key is a ys_text_key(). */
const char *ys_heading_lookup (const char *key, guint *out_place);
/* By likeness: 物业公司负责人 → manager; NULL. */
const char *ys_heading_guess (const char *key);
gboolean ys_heading_is_number (const char *key);
/* ANNEX3, ANNEX4 by the heading of their compounds, else NONE. */
YsTableShape ys_heading_shape (const char *key);
/* Columns of another body (业委会, 社区 …): their 负责人 and 电话 are not the compound's. */
gboolean ys_heading_is_of_others (const char *key);

/* (transfer full): the cell's own text, or that of the merge which carries it down; "" for the
 * further cells of a merge across. */
char *ys_found_text (const YsFoundTable *found, guint row, guint column);
/* A page head, note, sign-off line, total or empty form row: no compound. */
typedef struct
{
  gboolean in_notes; /* from the first note or sign-off line on */
} YsRowFilter;
gboolean ys_row_is_aside (YsRowFilter *filter, const YsFoundTable *found, guint row);
/* (transfer full) (nullable): a line of its own that names a community for the rows below. */
char *ys_row_group (const YsFoundTable *found, guint row);

YsRawCompound *ys_raw_compound_new (guint row, char *name);
void ys_raw_compound_free (YsRawCompound *compound);
/* Takes @text. */
void ys_raw_compound_add (YsRawCompound *compound,
                          const char *field,
                          char *text,
                          guint column,
                          YsCellKind kind,
                          gboolean inferred);

/* Fills the compounds of an annex 3 or 4. */
void ys_coverage_tasks_read (const YsFoundTable *found);

G_END_DECLS
