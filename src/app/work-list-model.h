/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings and cases through a filter, as a list of slots. The order is read in a thread, its first
 * rows before the rest; the old order stands until the first rows of the new one are there. */
#pragma once

#include "paged-list.h"
#include "session.h"
#include "work-list.h"

G_BEGIN_DECLS

#define YS_TYPE_WORK_LIST_MODEL (ys_work_list_model_get_type ())
G_DECLARE_FINAL_TYPE (YsWorkListModel, ys_work_list_model, YS, WORK_LIST_MODEL, YsPagedList)

/* Signals:
 *   "shown"           the first rows of another filter or order stand: scroll up, select anew by id
 *   "loaded"          all of the order is known; also when the ledger changed: select anew by id
 *   "counts-changed"  ys_work_list_model_count() tells other figures
 *
 * When a filter is set scroll to the top first: GTK then has least to do. Reads again by itself
 * when the session says "changed". */

/* Empty until a filter is set. The session is referenced. */
YsWorkListModel *ys_work_list_model_new (YsSession *session);

/* The filter is copied. The same filter again changes nothing. */
void ys_work_list_model_set_filter (YsWorkListModel *model, const YsWorkFilter *filter);
/* (transfer none) */
const YsWorkFilter *ys_work_list_model_get_filter (YsWorkListModel *model);
/* Reads all again: time passed, say, and something is overdue now. */
void ys_work_list_model_reload (YsWorkListModel *model);
/* Reads these rows again, at once. */
void ys_work_list_model_refresh (YsWorkListModel *model, const gint64 *ids, guint n);

/* Whether what is shown is not yet what the filter asks for, or not yet all of it. */
gboolean ys_work_list_model_is_loading (YsWorkListModel *model);
guint ys_work_list_model_get_n (YsWorkListModel *model);
/* Of each YsWorkShow, the other filters kept. */
guint ys_work_list_model_count (YsWorkListModel *model, YsWorkShow show);

/* (transfer none) (nullable): NULL while it is read, or gone; valid until the main loop runs on. */
const YsWorkRow *ys_work_list_model_row (YsWorkListModel *model, guint position);
/* The same of a slot of such a list. */
const YsWorkRow *ys_work_list_model_slot_row (YsSlot *slot);
/* 0 past the end. */
gint64 ys_work_list_model_id (YsWorkListModel *model, guint position);
/* GTK_INVALID_LIST_POSITION when it is not shown, or not known yet. */
guint ys_work_list_model_find (YsWorkListModel *model, gint64 id);
/* (transfer none): all that match, in order, for actions on all of them. */
const gint64 *ys_work_list_model_ids (YsWorkListModel *model, guint *out_n);

G_END_DECLS
