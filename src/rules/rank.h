/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order by published score with the scheme's tie-break chain, 1-2-2-4; what is still tied shares
 * [RULINGS Ranks and awards]. Never ordered by name or by the order of entry. */
#pragma once

#include "scheme.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   compound_id;
  gint64   score;       /* published */
  gint64   open_places; /* not repaired when ranked, counting levels: fewer is better */
  gint64   n_faults;    /* confirmed case faults: fewer is better */
  gint64   long_term;   /* higher is better */
  guint    rank;        /* (out) from 1 */
  gboolean tied;        /* (out) shares its rank */
  gboolean equal;       /* (out) another one has the same score, split or not */
} YsRankRow;

/* Sorts @rows by rank and sets the out members; tied rows by id, so that repeats are the same.
 * @chain: "open faults long_term" in any order, or part of it. */
void     ys_rank (YsRankRow *rows, guint n_rows, const char *chain);
/* Which link of the chain split two rows of equal score: "open", "faults", "long_term"; NULL: none. */
const char *ys_rank_split (const YsRankRow *a, const YsRankRow *b, const char *chain);
gboolean ys_chain_check (const char *chain, GError **error);

G_END_DECLS
