/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of slots over an array of ids, however long: rows are fetched by id as they come into
 * sight, a few thousand are kept. A subclass fetches them, in a thread. */
#pragma once

#include "slot-list.h"

G_BEGIN_DECLS

#define YS_TYPE_PAGED_LIST (ys_paged_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (YsPagedList, ys_paged_list, YS, PAGED_LIST, YsSlotList)

struct _YsPagedListClass
{
  YsSlotListClass parent_class;

  /* Starts to fetch; ends with ys_paged_list_fill() of the same ids. @ids: (transfer none)
   * (element-type gint64) */
  void     (*fetch) (YsPagedList *list, GArray *ids);
  void     (*free_row) (gpointer row);
  gboolean (*rows_equal) (gconstpointer a, gconstpointer b);
};

/* @ids: (transfer full) (element-type gint64): what the list shows from now on. Living slots of other
 * ids than before are told, the tail is added or removed; it grows as ys_slot_list_grow() does. */
void          ys_paged_list_show (YsPagedList *list, GArray *ids);
/* @rows: (transfer full) (element-type row): one for each of @ids; NULL: there is no such row. An empty
 * array: it could not be fetched, and is asked for again when it is next seen. */
void          ys_paged_list_fill (YsPagedList *list, const GArray *ids, GPtrArray *rows);
/* All rows are to be fetched anew when they are seen; until then the old ones stand. */
void          ys_paged_list_set_stale (YsPagedList *list);
/* These rows, now, if they are known. */
void          ys_paged_list_refresh (YsPagedList *list, const gint64 *ids, guint n);

/* (transfer none) (nullable): NULL while it is fetched, or gone; valid until the main loop runs on. */
gpointer      ys_paged_list_row (YsPagedList *list, guint position);
/* 0 past the end. */
gint64        ys_paged_list_id (YsPagedList *list, guint position);
/* GTK_INVALID_LIST_POSITION when it is not shown, or not yet. */
guint         ys_paged_list_find (YsPagedList *list, gint64 id);
/* (transfer none): all of them, in order; valid until the list shows something else. */
const gint64 *ys_paged_list_ids (YsPagedList *list, guint *out_n);

G_END_DECLS
