/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are kept by id in two tables: when the young one is full it becomes the old one and what the
 * old one held goes; a row that is looked at moves to the young one. Rows that are missing are
 * asked for a chunk at a time, the chunk seen last first, one request under way. */
#include "config.h"

#include "paged-list.h"

#include <string.h>

#define CHUNK 64
/* Chunks waiting: more were scrolled past. GTK keeps about 205 slots alive, which touch 5. */
#define MAX_WAITING 8
#define YOUNG_ROWS 1024

typedef struct
{
  gint64 id;
  gpointer row; /* NULL: there is no such row */
  gboolean is_stale;
  YsPagedListClass *class;
} Entry;

typedef struct
{
  GArray *ids;
  GHashTable *young; /* id → Entry */
  GHashTable *old;
  GQueue waiting;    /* first positions of chunks, GUINT_TO_POINTER; the head goes first */
  GArray *fetched;   /* (element-type gint64) (nullable): under way */
  GArray *refreshed; /* (element-type gint64): to be fetched anew at once */
  guint idle;
} YsPagedListPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YsPagedList, ys_paged_list, YS_TYPE_SLOT_LIST)

static YsPagedListPrivate *
get_private (YsPagedList *list)
{
  return ys_paged_list_get_instance_private (list);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  if (entry->row != NULL)
    entry->class->free_row (entry->row);
  g_free (entry);
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entry_free);
}

/* The key is in the entry. */
static void
insert_young (YsPagedListPrivate *private, Entry *entry)
{
  if (g_hash_table_size (private->young) >= YOUNG_ROWS)
    {
      g_hash_table_unref (private->old);
      private->old = private->young;
      private->young = table_new ();
    }
  g_hash_table_insert (private->young, &entry->id, entry);
}

static Entry *
peek (YsPagedListPrivate *private, gint64 id)
{
  Entry *entry = g_hash_table_lookup (private->young, &id);

  return entry != NULL ? entry : g_hash_table_lookup (private->old, &id);
}

static Entry *
look_up (YsPagedListPrivate *private, gint64 id)
{
  Entry *entry = g_hash_table_lookup (private->young, &id);

  if (entry != NULL)
    return entry;
  entry = g_hash_table_lookup (private->old, &id);
  if (entry == NULL)
    return NULL;
  g_hash_table_steal (private->old, &id);
  insert_young (private, entry);
  return entry;
}

/* Fetching */

static void
add_missing (YsPagedListPrivate *private, guint start, GArray *ids)
{
  for (guint i = start; i < MIN (start + CHUNK, private->ids->len); i++)
    {
      gint64 id = g_array_index (private->ids, gint64, i);
      const Entry *entry = peek (private, id);

      if (entry == NULL || entry->is_stale)
        g_array_append_val (ids, id);
    }
}

/* (transfer full): what is fetched next; empty: nothing is missing */
static GArray *
next_ids (YsPagedListPrivate *private)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (private->refreshed->len > 0)
    {
      g_array_append_vals (ids, private->refreshed->data, private->refreshed->len);
      g_array_set_size (private->refreshed, 0);
      return ids;
    }
  while (ids->len == 0 && !g_queue_is_empty (&private->waiting))
    add_missing (private, GPOINTER_TO_UINT (g_queue_pop_head (&private->waiting)), ids);
  return ids;
}

static gboolean
on_idle_cb (gpointer user_data)
{
  YsPagedList *list = user_data;
  YsPagedListPrivate *private = get_private (list);
  g_autoptr (GArray) ids = NULL;

  private->idle = 0;
  if (private->fetched != NULL)
    return G_SOURCE_REMOVE;
  ids = next_ids (private);
  if (ids->len > 0)
    {
      private->fetched = g_array_ref (ids);
      YS_PAGED_LIST_GET_CLASS (list)->fetch (list, ids);
    }
  return G_SOURCE_REMOVE;
}

/* After the cells that are bound now have asked, before the next frame. */
static void
fetch_soon (YsPagedList *list)
{
  YsPagedListPrivate *private = get_private (list);

  if (private->idle == 0 && private->fetched == NULL)
  private->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle_cb, list, NULL);
}

static void
ask_for (YsPagedList *list, guint position)
{
  YsPagedListPrivate *private = get_private (list);
  gpointer start = GUINT_TO_POINTER (position - position % CHUNK);
  GList *link = g_queue_find (&private->waiting, start);

  if (link != NULL && link == private->waiting.head)
    return;
  if (link != NULL)
    g_queue_delete_link (&private->waiting, link);
  g_queue_push_head (&private->waiting, start);
  if (g_queue_get_length (&private->waiting) > MAX_WAITING)
    g_queue_pop_tail (&private->waiting);
  fetch_soon (list);
}

/* Showing */

static gboolean
is_other_id (YsSlotList *list, guint position, gpointer data)
{
  const GArray *before = data;
  const GArray *ids = get_private (YS_PAGED_LIST (list))->ids;

  return position >= ids->len || position >= before->len
         || g_array_index (before, gint64, position) != g_array_index (ids, gint64, position);
}

static guint
n_shown (YsPagedList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

void
ys_paged_list_show (YsPagedList *list, GArray *ids)
{
  YsPagedListPrivate *private;
  g_autoptr (GArray) before = NULL;

  g_return_if_fail (YS_IS_PAGED_LIST (list));
  g_return_if_fail (ids != NULL);

  private = get_private (list);
  before = private->ids;
  private->ids = ids;
  g_queue_clear (&private->waiting);
  ys_slot_list_grow (YS_SLOT_LIST (list), ids->len, is_other_id, before);
}

/* Whether the row that is shown changes. @row: (transfer full) (nullable) */
static gboolean
keep (YsPagedList *list, gint64 id, gpointer row)
{
  YsPagedListPrivate *private = get_private (list);
  YsPagedListClass *class = YS_PAGED_LIST_GET_CLASS (list);
  Entry *entry = look_up (private, id);
  gboolean differs;

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      *entry = (Entry){ id, row, FALSE, class };
      insert_young (private, entry);
      return TRUE;
    }
  differs = row == NULL || entry->row == NULL ? row != entry->row
                                              : !class->rows_equal (row, entry->row);
  if (entry->row != NULL)
    class->free_row (entry->row);
  entry->row = row;
  entry->is_stale = FALSE;
  return differs;
}

static gboolean
is_among (YsSlotList *list, guint position, gpointer data)
{
  GHashTable *changed = data;
  gint64 id = ys_paged_list_id (YS_PAGED_LIST (list), position);

  return g_hash_table_contains (changed, &id);
}

void
ys_paged_list_fill (YsPagedList *list, const GArray *ids, GPtrArray *rows)
{
  YsPagedListPrivate *private;
  g_autoptr (GHashTable) changed = NULL;

  g_return_if_fail (YS_IS_PAGED_LIST (list));
  g_return_if_fail (rows->len == 0 || rows->len == ids->len);

  private = get_private (list);
  changed = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 *id = &g_array_index (ids, gint64, i);

      if (keep (list, *id, g_ptr_array_index (rows, i)))
        g_hash_table_add (changed, id);
    }
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_unref (rows);
  if (private->fetched == ids)
    g_clear_pointer (&private->fetched, g_array_unref);
  if (g_hash_table_size (changed) > 0)
    ys_slot_list_refill_some (YS_SLOT_LIST (list), n_shown (list), is_among, changed);
  fetch_soon (list);
}

static void
set_table_stale (GHashTable *table)
{
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    ((Entry *)entry)->is_stale = TRUE;
}

/* Nothing changes yet: what is seen is asked for. */
static gboolean
on_living_cb (YsSlotList *list, guint position, gpointer data)
{
  ask_for (YS_PAGED_LIST (list), position);
  return FALSE;
}

void
ys_paged_list_set_stale (YsPagedList *list)
{
  YsPagedListPrivate *private;

  g_return_if_fail (YS_IS_PAGED_LIST (list));

  private = get_private (list);
  set_table_stale (private->young);
  set_table_stale (private->old);
  ys_slot_list_refill_some (YS_SLOT_LIST (list), n_shown (list), on_living_cb, NULL);
}

void
ys_paged_list_refresh (YsPagedList *list, const gint64 *ids, guint n)
{
  YsPagedListPrivate *private;

  g_return_if_fail (YS_IS_PAGED_LIST (list));

  private = get_private (list);
  for (guint i = 0; i < n; i++)
    {
      Entry *entry = peek (private, ids[i]);

      if (entry == NULL)
        continue;
      entry->is_stale = TRUE;
      g_array_append_val (private->refreshed, ids[i]);
    }
  fetch_soon (list);
}

gpointer
ys_paged_list_row (YsPagedList *list, guint position)
{
  YsPagedListPrivate *private;
  Entry *entry;

  g_return_val_if_fail (YS_IS_PAGED_LIST (list), NULL);

  private = get_private (list);
  if (position >= private->ids->len)
    return NULL;
  entry = look_up (private, g_array_index (private->ids, gint64, position));
  if (entry == NULL || entry->is_stale)
    ask_for (list, position);
  return entry != NULL ? entry->row : NULL;
}

gint64
ys_paged_list_id (YsPagedList *list, guint position)
{
  const GArray *ids;

  g_return_val_if_fail (YS_IS_PAGED_LIST (list), 0);

  ids = get_private (list)->ids;
  return position < ids->len ? g_array_index (ids, gint64, position) : 0;
}

guint
ys_paged_list_find (YsPagedList *list, gint64 id)
{
  const GArray *ids;

  g_return_val_if_fail (YS_IS_PAGED_LIST (list), GTK_INVALID_LIST_POSITION);

  ids = get_private (list)->ids;
  for (guint i = 0; i < MIN (ids->len, n_shown (list)); i++)
    if (g_array_index (ids, gint64, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

const gint64 *
ys_paged_list_ids (YsPagedList *list, guint *out_n)
{
  const GArray *ids;

  g_return_val_if_fail (YS_IS_PAGED_LIST (list), NULL);

  ids = get_private (list)->ids;
  *out_n = ids->len;
  return (const gint64 *)(gconstpointer)ids->data;
}

/* The object */

static void
ys_paged_list_finalize (GObject *object)
{
  YsPagedListPrivate *private = get_private (YS_PAGED_LIST (object));

  g_clear_handle_id (&private->idle, g_source_remove);
  g_queue_clear (&private->waiting);
  g_clear_pointer (&private->fetched, g_array_unref);
  g_clear_pointer (&private->refreshed, g_array_unref);
  g_clear_pointer (&private->young, g_hash_table_unref);
  g_clear_pointer (&private->old, g_hash_table_unref);
  g_clear_pointer (&private->ids, g_array_unref);

  G_OBJECT_CLASS (ys_paged_list_parent_class)->finalize (object);
}

static void
ys_paged_list_class_init (YsPagedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_paged_list_finalize;
}

static void
ys_paged_list_init (YsPagedList *list)
{
  YsPagedListPrivate *private = get_private (list);

  private->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  private->refreshed = g_array_new (FALSE, FALSE, sizeof (gint64));
  private->young = table_new ();
  private->old = table_new ();
  g_queue_init (&private->waiting);
}
