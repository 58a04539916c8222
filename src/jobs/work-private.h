/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the halves of the work list share. */
#pragma once

#include "work-list.h"
#include "work-store.h"

G_BEGIN_DECLS

/* The words of a filter as ids (element-type gint64); NULL: the filter does not ask. */
typedef struct
{
  GArray *compounds;
  GArray *clauses;
  char *text;
  GArray *text_compounds;
  GArray *text_clauses;
} YsWorkWords;

gboolean ys_work_words_find (YsWorkWords *words, YsLedger *ledger, const YsWorkFilter *filter,
                             GError **error);
void ys_work_words_clear (YsWorkWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsWorkWords, ys_work_words_clear)

/* (transfer full) (element-type gint64): all compounds by pinyin. */
GArray *ys_work_compound_order (YsLedger *ledger, GError **error);
/* (transfer full) (element-type gint64): cases with undecided proposals. */
GArray *ys_work_proposed_cases (YsLedger *ledger, YsInstant now, GError **error);

/* As ys_work_list_counts(). @out_proposed: (out) (transfer full) (optional): the cases counted as YS_WORK_FAULTS. */
gboolean ys_work_count_all (YsLedger *ledger, const YsWorkFilter *filter, YsInstant now, guint *out_counts,
                            GArray **out_proposed, GError **error);

G_END_DECLS
