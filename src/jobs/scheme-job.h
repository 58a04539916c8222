/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of the scheme: read for a period, edited as a new version. */
#pragma once

#include "ledger-types.h"
#include "period.h"
#include "scheme.h"

G_BEGIN_DECLS

/* A version with its prizes by position. */
typedef struct
{
  YsScheme  *scheme;
  GPtrArray *prizes; /* (element-type YsPrize) */
} YsSchemeBook;

void          ys_scheme_book_free (YsSchemeBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsSchemeBook, ys_scheme_book_free)
YsSchemeBook *ys_scheme_book_copy (const YsSchemeBook *book);
/* Of a YsPrizeKind; (nullable): the scheme gives none of it. */
const YsPrize *ys_scheme_book_prize (const YsSchemeBook *book, int kind);
/* The version whose valid_from is the last one not after the first day of @span; what was finalised keeps
 * the one it was finalised with (the standing holds it). */
YsSchemeBook *ys_scheme_load (YsLedger *ledger, YsSpan span, GError **error);
YsSchemeBook *ys_scheme_load_version (YsLedger *ledger, gint64 id, GError **error);
/* (transfer full) (element-type YsScheme): newest first */
GPtrArray    *ys_scheme_versions (YsLedger *ledger, GError **error);

/* "field=text" of the scheme; "first.places", "red.amount", "second.name" of a prize. The name of the
 * version's prizes stays printable. */
typedef struct
{
  const char *field;
  const char *text;
} YsSchemeEdit;

/* Applies edits to a copy in memory; REFUSED with what to write. For what-if and for the editor. */
gboolean      ys_scheme_book_edit (YsSchemeBook *book, const YsSchemeEdit *edits, guint n_edits, GError **error);
/* A new version from @from (first day of a period) on. FORBIDDEN where a finalised period would begin on or
 * after it. Nothing is written when nothing changes. @reason must not be empty. */
gboolean      ys_scheme_set (YsLedger *ledger, const YsSchemeEdit *edits, guint n_edits, YsDate from,
                             const char *reason, GError **error);
/* (transfer full) (element-type YsSchemeDifference) */
typedef struct
{
  char *label; /* translated */
  char       *before, *after;
} YsSchemeDifference;
void          ys_scheme_difference_free (YsSchemeDifference *difference);
GPtrArray    *ys_scheme_compare (const YsSchemeBook *from, const YsSchemeBook *to);

G_END_DECLS
