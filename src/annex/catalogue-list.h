/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalogue as a plain table for Excel: one row a clause, heads that its import knows again. */
#pragma once

#include "catalogue.h"
#include "sheet.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CATALOGUE_CODE,
  YS_CATALOGUE_KIND,
  YS_CATALOGUE_GROUP,
  YS_CATALOGUE_CONTENT,
  YS_CATALOGUE_NAME,
  YS_CATALOGUE_SHORT_NAME,
  YS_CATALOGUE_CRITERION,
  YS_CATALOGUE_LIMIT,
  YS_CATALOGUE_UNIT,
  YS_CATALOGUE_POINTS,
  YS_CATALOGUE_N_COLUMNS
} YsCatalogueColumn;

/* The field of YsClause; "limit" for its two. */
const char *ys_catalogue_column_field (YsCatalogueColumn column);
/* 代码, 种类, … */
const char *ys_catalogue_column_head (YsCatalogueColumn column);
/* The column of a heading as clerks write it; N_COLUMNS: none of them. */
YsCatalogueColumn ys_catalogue_column_find (const char *heading);

/* @clauses: (element-type YsClause). Points that are unspecified stay empty. */
YsSheet    *ys_catalogue_list_build (const char *name, GPtrArray *clauses);

G_END_DECLS
