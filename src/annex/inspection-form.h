/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The empty form that an inspector takes along, one line for each clause of annex 1 and blank lines
 * beneath, and reading it back when it was filled; also rows pasted from any other table. Decides
 * nothing about the ledger: clauses, compounds and times are found by the inspection job. */
#pragma once

#include "catalogue.h"
#include "sheet.h"
#include "workbook.h"

G_BEGIN_DECLS

/* What the lines beneath the rows begin with. */
#define YS_FORM_SIGNED "检查人签字"
#define YS_FORM_NOTES  "填表说明"

/* @office: its name; @compound: (nullable): for any; @clauses: (element-type YsClause), of annex 1;
 * @version: title of the catalogue's version */
YsSheet *ys_inspection_form_build (const char *office, const char *compound, const char *version,
                                   GPtrArray *clauses);

/* One line with anything filled in. */
typedef struct
{
  guint row;           /* in the grid, from 0 */
  char *clause;        /* code, else name; "" when neither is there */
  char *count;         /* as written; "" */
  char *place;
  char *note;
  guint clause_column; /* in the grid, from 0 */
  guint count_column;
} YsRawFinding;

/* Where a value stands. */
typedef struct
{
  guint row;
  guint column; /* G_MAXUINT: behind its label, in the same cell */
} YsRawPlace;

typedef struct
{
  gboolean   is_form;    /* a head with the compound stands over the rows */
  char      *compound;   /* as written; NULL: not stated */
  char      *level;
  char      *kind;
  char      *at;
  char      *notice_at;
  char      *inspectors;
  YsRawPlace at_place;
  YsRawPlace notice_place;
  GPtrArray *rows;       /* (element-type YsRawFinding) */
} YsRawInspection;

void             ys_raw_inspection_free (YsRawInspection *raw);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRawInspection, ys_raw_inspection_free)

/* (transfer full): columns by their heads; without any known head clause, count, place, note in this
 * order. Never NULL. */
YsRawInspection *ys_inspection_form_read (const YsGrid *grid);

G_END_DECLS
