/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the catalogue's jobs share. */
#pragma once

#include "catalogue-job.h"

G_BEGIN_DECLS

struct _YsCatalogueBook
{
  gatomicrefcount refs;
  YsCatalogue *version;
  GPtrArray *clauses; /* of YsClause, in order */
};

/* Copies all of @clauses (YsClause) as the next version of @annex, valid from @from. The new
 * version's id, 0 on error. */
gint64 ys_catalogue_add_version (YsLedger *ledger, int annex, GPtrArray *clauses, YsDate from,
                                 const char *reason, const char *source, const char *notes,
                                 GError **error);
/* Whether nothing later holds than what holds on @from: an earlier edit would be hidden by it.
 * FORBIDDEN. */
gboolean ys_catalogue_check_from (YsLedger *ledger, int annex, YsDate from, GError **error);
/* (transfer full): copies that may be changed. */
GPtrArray *ys_catalogue_book_copy (const YsCatalogueBook *book);
/* (transfer full) (element-type YsClauseChange) */
GPtrArray *ys_catalogue_compare_clauses (GPtrArray *from, GPtrArray *to);
/* YsAnnex, 0 when @code is none. */
int        ys_clause_code_annex (const char *code);
/* One field as typed: what ys_clause_check() asks for. */
gboolean   ys_clause_read (YsClause *clause, const char *field, const char *text, GError **error);

G_END_DECLS
