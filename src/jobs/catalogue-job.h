/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of the catalogues, read and edited. */
#pragma once

#include "catalogue.h"
#include "ledger-types.h"
#include "pinyin.h"

G_BEGIN_DECLS

/* One version with its clauses in order. */
typedef struct _YsCatalogueBook YsCatalogueBook;

YsCatalogueBook   *ys_catalogue_book_ref (YsCatalogueBook *book);
void               ys_catalogue_book_unref (YsCatalogueBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCatalogueBook, ys_catalogue_book_unref)

/* (transfer full): the version of @annex (YsAnnex) that holds on @date. NOT_FOUND. */
YsCatalogueBook   *ys_catalogue_load (YsLedger *ledger, int annex, YsDate date, GError **error);
/* (transfer full): version @id. */
YsCatalogueBook   *ys_catalogue_load_version (YsLedger *ledger, gint64 id, GError **error);
/* (transfer full) (element-type YsCatalogue): versions of @annex, newest first. */
GPtrArray         *ys_catalogue_versions (YsLedger *ledger, int annex, GError **error);

const YsCatalogue *ys_catalogue_book_version (const YsCatalogueBook *book);
guint              ys_catalogue_book_n_clauses (const YsCatalogueBook *book);
const YsClause    *ys_catalogue_book_clause (const YsCatalogueBook *book, guint index);
/* (nullable) */
const YsClause    *ys_catalogue_book_find (const YsCatalogueBook *book, const char *code);
const YsClause    *ys_catalogue_book_find_id (const YsCatalogueBook *book, gint64 clause_id);

/* Its figure is blank in the source: ask before it is applied. A veto has none to ask for. */
gboolean           ys_clause_is_unspecified (const YsClause *clause);

/* How a clause was found, for the popover's groups. */
typedef enum
{
  YS_CLAUSE_BY_CODE,
  YS_CLAUSE_BY_NAME,      /* characters, pinyin, initials in order */
  YS_CLAUSE_BY_LOOSE,     /* initials in any order */
  YS_CLAUSE_BY_CRITERION
} YsClauseMatchKind;

typedef struct
{
  const YsClause   *clause; /* borrowed from the book */
  YsClauseMatchKind kind;
  gsize             start;  /* bytes of the name (or criterion) that the query covers; 0, 0 unknown */
  gsize             end;
} YsClauseMatch;

/* (transfer full) (element-type YsClauseMatch): best first. Code (A1-23, 23), characters, pinyin,
 * initials in order, then in any order, then the criterion. hlb and lhb both find 绿化管养不佳. */
GArray            *ys_catalogue_book_search (const YsCatalogueBook *book, const char *text, guint max);

G_END_DECLS
