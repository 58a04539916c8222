/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compounds of a standing as a list of slots, each with its row of a trial where there is one. Those
 * not assessed come last, however it is sorted. */
#pragma once

#include "slot-list.h"
#include "standing.h"

G_BEGIN_DECLS

typedef enum
{
  YS_STANDING_BY_RANK,
  YS_STANDING_BY_NAME,
  YS_STANDING_BY_AMOUNT,
  YS_STANDING_BY_SCORE,
  YS_STANDING_BY_LONG_TERM,
  YS_STANDING_BY_PROPERTY,
  YS_STANDING_BY_BONUS,
  YS_STANDING_BY_CHANGE,
  YS_STANDING_BY_TRIAL_RANK,
  YS_STANDING_BY_TRIAL_SCORE,
  YS_STANDING_BY_TRIAL_AMOUNT
} YsStandingSort;

#define YS_TYPE_STANDING_LIST (ys_standing_list_get_type ())
G_DECLARE_FINAL_TYPE (YsStandingList, ys_standing_list, YS, STANDING_LIST, YsSlotList)

YsStandingList *ys_standing_list_new (void);
/* Both (nullable), referenced. Only rows that look otherwise than before are told; a long list grows step
 * by step. */
void            ys_standing_list_show (YsStandingList *list, YsStanding *standing, YsStanding *trial,
                                       YsStandingSort sort, gboolean descending);

/* (transfer none) (nullable) */
YsStanding          *ys_standing_list_standing (YsStandingList *list);
guint                ys_standing_list_n (YsStandingList *list);
const YsStandingRow *ys_standing_list_row (YsStandingList *list, guint position);
const YsStandingRow *ys_standing_list_trial_row (YsStandingList *list, guint position);
/* GTK_INVALID_LIST_POSITION when it is not there. */
guint                ys_standing_list_find (YsStandingList *list, gint64 compound_id);
/* Whether any row has a rank in the period before. */
gboolean             ys_standing_list_has_last (YsStandingList *list);

/* Places gained (positive) or lost; FALSE: not ranked now or then. */
gboolean    ys_standing_change (const YsStandingRow *row, int *out_gained);
/* Whether both share one rank; both (nullable). */
gboolean    ys_standing_shares (const YsStandingRow *row, const YsStandingRow *other);
/* (transfer full): "5000.00 元"-like figure without unit: "5,000.00". */
char       *ys_standing_money (gint64 fen);

G_END_DECLS
