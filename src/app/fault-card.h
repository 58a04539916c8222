/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One proposed or decided fault of a case: why, the reports that make it as links, and what a person
 * decides about it. */
#pragma once

#include "case-job.h"
#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_FAULT_CARD (ys_fault_card_get_type ())
G_DECLARE_FINAL_TYPE (YsFaultCard, ys_fault_card, YS, FAULT_CARD, GtkWidget)

/* Signal "open" (gint64): a link to another case, by its id in the work list. */

/* (transfer floating): a proposal that waits for a decision. */
GtkWidget *ys_fault_card_new_proposed (YsSession *session, const YsCaseView *view, const YsFaultProposal *proposal);
/* (transfer floating): a decision that was taken, which can be taken back. */
GtkWidget *ys_fault_card_new_decided (YsSession *session, const YsCaseView *view, const YsCaseFault *fault);
/* (transfer full): why it is proposed, in one sentence. */
char      *ys_fault_sentence (const YsCaseView *view, const YsFaultProposal *proposal);

G_END_DECLS
