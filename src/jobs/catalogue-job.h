/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of the catalogues, read and edited. */
#pragma once

#include "catalogue.h"
#include "ledger-types.h"
#include "pinyin.h"
#include "workbook.h"

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

/* (nullable): as tables write it: A1-23, 23, "A1-23 绿化管养不佳", the whole name or short name. */
const YsClause    *ys_catalogue_book_find_written (const YsCatalogueBook *book, const char *text);

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

/* One field of one clause as typed. @field: a field of YsClause, or "limit" (3d, 2工作时, "" for
 * none). */
typedef struct
{
  const char *code;
  const char *field;
  const char *text;
} YsClauseEdit;

/**
 * ys_catalogue_set:
 * @edits: all of one annex
 * @from: from when on; unknown: @today, or, where the edits do no more than fill in unspecified points, from
 *   the date of the version that they complete
 * @reason: (nullable): why; left out, the edits are named
 * @out_book: (out) (transfer full) (optional): the version that holds afterwards
 *
 * Makes a new version, a full copy with the edits. Nothing is written when nothing changes. FORBIDDEN
 * where a later version would hide the edit. What was recorded keeps its clause.
 */
gboolean           ys_catalogue_set (YsLedger *ledger, const YsClauseEdit *edits, guint n_edits, YsDate from,
                                     const char *reason, YsDate today, YsCatalogueBook **out_book,
                                     GError **error);
/* (transfer full) (nullable): the sentence for a field as it is typed; NULL: it can be saved. */
char              *ys_clause_check (const YsClause *clause, const char *field, const char *text);
/* (transfer full): 3工作日; "" for none */
char              *ys_clause_limit_official (const YsClause *clause);

/* Two versions, field by field. */
typedef enum
{
  YS_CLAUSE_ADDED,
  YS_CLAUSE_REMOVED,
  YS_CLAUSE_CHANGED
} YsClauseChangeKind;

typedef struct
{
  YsClauseChangeKind kind;
  char              *code;
  char              *name;
  const char        *field;  /* CHANGED: "points", "limit", …; else NULL */
  const char        *label;  /* (nullable): the field's, N_() */
  char              *before; /* for the eye; "" unspecified or none */
  char              *after;
} YsClauseChange;

void               ys_clause_change_free (YsClauseChange *change);
/* (transfer full) (element-type YsClauseChange): in the order of the codes of @to */
GPtrArray         *ys_catalogue_compare (const YsCatalogueBook *from, const YsCatalogueBook *to);

/* A workbook with one row a clause, which comes back through ys_catalogue_import_new() unchanged. */
gboolean           ys_catalogue_export (const YsCatalogueBook *book, const char *path, YsInstant now, GError **error);

/* A workbook read and judged, before anything is written. */
typedef struct
{
  guint row;    /* from 0, in the grid */
  guint column;
  char *reason; /* what is wrong, what to write */
} YsCatalogueProblem;

typedef struct _YsCatalogueImport YsCatalogueImport;

/* REFUSED when no row of heads with 代码 is found, or no row. @date: the version that it is compared
 * with holds then. */
YsCatalogueImport *ys_catalogue_import_new (YsLedger *ledger, const YsGrid *grid, YsDate date, GError **error);
void               ys_catalogue_import_free (YsCatalogueImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCatalogueImport, ys_catalogue_import_free)
int                ys_catalogue_import_annex (const YsCatalogueImport *import);
/* (transfer none) (element-type YsClauseChange): against what holds; none: the same */
GPtrArray         *ys_catalogue_import_changes (const YsCatalogueImport *import);
/* (transfer none) (element-type YsCatalogueProblem): any of them keeps everything from being written */
GPtrArray         *ys_catalogue_import_problems (const YsCatalogueImport *import);
/* A new version from @from on. @source: (nullable): the file's name. REFUSED when another
 * version came between. */
gboolean           ys_catalogue_import_apply (YsLedger *ledger, YsCatalogueImport *import, YsDate from,
                                              const char *reason, const char *source, YsCatalogueBook **out_book,
                                              GError **error);

G_END_DECLS
