/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official tables of a date or a period, ready to be looked at, printed and written. */
#pragma once

#include "document.h"
#include "ledger-types.h"
#include "period.h"
#include "registry.h"

G_BEGIN_DECLS

/* Annexes 1, 2 and 3 as they hold on @date, empty: three sheets. (transfer full) */
YsDocument *ys_report_standards (YsLedger *ledger, YsDate date, YsInstant now, GError **error);

/* The deductions of a period, read once, printed per compound or together. */
typedef struct _YsDeductions YsDeductions;

/* @compound_id: 0: all that have any. What counts is what stands at @now. */
YsDeductions *ys_deductions_new (YsLedger *ledger, const YsRegistry *registry, YsSpan span, gint64 compound_id,
                                 YsInstant now, GError **error);
void          ys_deductions_free (YsDeductions *deductions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDeductions, ys_deductions_free)
/* Compounds by name. */
guint         ys_deductions_n_compounds (const YsDeductions *deductions);
const char   *ys_deductions_compound (const YsDeductions *deductions, guint index, gint64 *out_id);
/* Hundredths in all. */
gint64        ys_deductions_points (const YsDeductions *deductions, guint index);
/* Of one compound: 扣分明细 and annex 1 filled. (transfer full) */
YsDocument   *ys_deductions_document (const YsDeductions *deductions, guint index);
/* 扣分明细 of each, a sheet each. REFUSED when there is none. (transfer full) */
YsDocument   *ys_deductions_document_all (const YsDeductions *deductions, GError **error);

G_END_DECLS
