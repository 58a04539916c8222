/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annexes 1, 2 and 3 of seed 002 as the town prints them: empty, the standard; or filled for one
 * compound and period. Titles, heads and clauses are the annexes' own words and stay Chinese. */
#pragma once

#include "catalogue.h"
#include "office.h"
#include "sheet.h"

G_BEGIN_DECLS

/* Whom a filled sheet is about. */
typedef struct
{
  const char *compound;
  const char *period; /* 2026年10月 */
  YsDate      date;   /* 填报时间 */
} YsFilledHead;

/* What one clause came to; in the order of the clauses. */
typedef struct
{
  gboolean is_set; /* nothing is known: its cells stay blank */
  gint64   count;  /* annex 1: places; annex 2: occurrences */
  gint64   points; /* hundredths, never negative: taken (deduction), given (extra, survey, item) */
} YsClauseFill;

/**
 * ys_standard_build:
 * @catalogue: says which annex; its notes are printed beneath
 * @clauses: (element-type YsClause): in order
 * @head: (nullable): with it the sheet has columns for counts and points, and a total
 * @fills: (nullable) (array): one for each clause; NULL with @head: empty columns to fill in by hand
 *
 * Returns: (transfer full)
 */
YsSheet *ys_standard_build (const YsOffice *office, const YsCatalogue *catalogue, GPtrArray *clauses,
                            const YsFilledHead *head, const YsClauseFill *fills);

/* (transfer full): the annex's printed title, without line breaks */
char    *ys_standard_title (const YsOffice *office, int annex);
/* (transfer full): the town that a title begins with: 桑村镇建设局 → 桑村镇, 山城街道物管科 → 山城街道 */
char    *ys_standard_place (const YsOffice *office);

G_END_DECLS
