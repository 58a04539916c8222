/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each load has a number; an answer to an older one is dropped and its reading interrupted. */
#include "config.h"

#include "work-list-model.h"

#include <gio/gio.h>

#include "work-filter.h"

/* Known before the whole order where an index gives it. */
#define FIRST_IDS 256
/* As many rows as a tall window shows, with some to spare. */
#define FIRST_ROWS 96
/* After the first rows: the frame that shows them. */
#define REST_MS 60

enum
{
  SIGNAL_SHOWN,
  SIGNAL_LOADED,
  SIGNAL_COUNTS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _YsWorkListModel
{
  YsPagedList parent_instance;

  YsSession *session;
  YsWorkFilter filter;
  gboolean has_filter;
  guint counts[YS_N_WORK_SHOWS];
  guint load; /* number of the load under way or done last */
  gboolean is_loading;
  gboolean is_counting;
  gboolean is_new; /* the load is of another filter, whose first rows are not there yet */
  gboolean count_later;
  guint rest; /* source: the whole order and the figures, after the first rows were painted */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YsWorkListModel, ys_work_list_model, YS_TYPE_PAGED_LIST)

/* Rows */

static void
row_free (gpointer row)
{
  ys_work_row_clear (row);
  g_free (row);
}

static gboolean
texts_equal (const YsWorkRow *a, const YsWorkRow *b)
{
  return g_strcmp0 (a->number, b->number) == 0 && g_strcmp0 (a->compound, b->compound) == 0
         && g_strcmp0 (a->code, b->code) == 0 && g_strcmp0 (a->clause, b->clause) == 0
         && g_strcmp0 (a->place, b->place) == 0 && g_strcmp0 (a->unit, b->unit) == 0;
}

static gboolean
rows_equal (gconstpointer one, gconstpointer other)
{
  const YsWorkRow *a = one;
  const YsWorkRow *b = other;

  return a->id == b->id && a->level == b->level && a->compound_id == b->compound_id
         && a->count == b->count && a->state == b->state && a->found_at == b->found_at
         && a->deadline == b->deadline && a->provisional == b->provisional
         && a->rectified_at == b->rectified_at && a->paused_at == b->paused_at
         && a->overdue == b->overdue && a->points == b->points && a->faults == b->faults
         && a->proposed == b->proposed && a->n_photos == b->n_photos && texts_equal (a, b);
}

/* (transfer full) (nullable): a row each, NULL for one that is gone */
static GPtrArray *
read_rows (YsLedger *ledger, const gint64 *ids, guint n, YsInstant now, GError **error)
{
  g_autofree YsWorkRow *rows = g_new0 (YsWorkRow, MAX (n, 1));
  gboolean done = ys_work_list_rows (ledger, ids, n, now, rows, error);
  GPtrArray *array = g_ptr_array_new_full (n, row_free);

  for (guint i = 0; i < n; i++)
    if (done && rows[i].id != 0)
      g_ptr_array_add (array, g_memdup2 (&rows[i], sizeof rows[i]));
    else
      {
        ys_work_row_clear (&rows[i]);
        g_ptr_array_add (array, NULL);
      }
  if (!done)
    g_clear_pointer (&array, g_ptr_array_unref);
  return array;
}

/* What a thread is asked and what it answers. */
typedef struct
{
  YsWorkListModel *model; /* a reference, for the callback only */
  guint load;
  YsWorkFilter filter; /* owns its texts */
  YsInstant now;
  guint max;
  guint n_rows;
  GArray *ids;     /* asked (rows) or answered (order) */
  GPtrArray *rows; /* answered */
  guint counts[YS_N_WORK_SHOWS];
} Request;

static Request *
request_new (YsWorkListModel *self)
{
  Request *request = g_new0 (Request, 1);

  request->model = g_object_ref (self);
  request->load = self->load;
  ys_work_filter_copy (&request->filter, &self->filter);
  request->now = ys_session_now (self->session);
  return request;
}

/* The model's reference is the callback's: a thread must not drop the last one. */
static void
request_free (gpointer data)
{
  Request *request = data;

  ys_work_filter_clear (&request->filter);
  g_clear_pointer (&request->ids, g_array_unref);
  g_clear_pointer (&request->rows, g_ptr_array_unref);
  g_free (request);
}

/* Threads */

static gpointer
read_order (YsLedger *ledger,
            YsProgressFunc progress,
            gpointer progress_data,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  const Request *asked = data;
  g_autoptr (GArray) ids = NULL;
  Request *answer;

  ids = ys_work_list_ids (ledger, &asked->filter, asked->now, asked->max, cancellable, error);
  if (ids == NULL)
    return NULL;
  answer = g_new0 (Request, 1);
  answer->rows = read_rows (ledger, (const gint64 *)(gconstpointer)ids->data,
                            MIN (ids->len, asked->n_rows), asked->now, error);
  answer->ids = g_steal_pointer (&ids);
  if (answer->rows == NULL)
    g_clear_pointer (&answer, request_free);
  return answer;
}

static gpointer
read_counts (YsLedger *ledger,
             YsProgressFunc progress,
             gpointer progress_data,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const Request *asked = data;
  Request *answer = g_new0 (Request, 1);

  if (!ys_work_list_counts (ledger, &asked->filter, asked->now, answer->counts, cancellable, error))
    g_clear_pointer (&answer, request_free);
  return answer;
}

static gpointer
read_some_rows (YsLedger *ledger,
                YsProgressFunc progress,
                gpointer progress_data,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  const Request *asked = data;
  Request *answer = g_new0 (Request, 1);

  answer->rows = read_rows (ledger, (const gint64 *)(gconstpointer)asked->ids->data,
                            asked->ids->len, asked->now, error);
  if (answer->rows == NULL)
    g_clear_pointer (&answer, request_free);
  return answer;
}

/* Answers */

/* What a callback needs beside the answer. */
typedef struct
{
  YsWorkListModel *model;
  guint load;
  GArray *ids;
  gboolean is_first;
} Waiting;

static Waiting *
waiting_new (Request *request)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->model = g_steal_pointer (&request->model);
  waiting->load = request->load;
  waiting->ids = request->ids != NULL ? g_array_ref (request->ids) : NULL;
  waiting->is_first = request->max != 0;
  return waiting;
}

static void
waiting_free (Waiting *waiting)
{
  g_clear_pointer (&waiting->ids, g_array_unref);
  g_object_unref (waiting->model);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
report (YsWorkListModel *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ys_session_report (self->session, error);
}

static void
on_rows_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  g_autoptr (GError) error = NULL;
  Request *answer = ys_session_run_finish (YS_SESSION (object), result, &error);

  if (answer == NULL)
    report (waiting->model, error);
  ys_paged_list_fill (YS_PAGED_LIST (waiting->model), waiting->ids,
                      answer != NULL ? g_steal_pointer (&answer->rows) : g_ptr_array_new ());
  g_clear_pointer (&answer, request_free);
}

static void
fetch (YsPagedList *list, GArray *ids)
{
  YsWorkListModel *self = YS_WORK_LIST_MODEL (list);
  Request *request = request_new (self);

  request->ids = g_array_ref (ids);
  ys_session_read_async (self->session, NULL, read_some_rows, request, request_free, request_free,
                         on_rows_cb, waiting_new (request));
}

static void load_rest (YsWorkListModel *self);
static void load_counts (YsWorkListModel *self);

/* The first rows stand before the list shows their ids: no cell is empty in between. */
static void
show_answer (YsWorkListModel *self, Request *answer)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (first, answer->ids->data, answer->rows->len);
  if (first->len > 0)
    ys_paged_list_fill (YS_PAGED_LIST (self), first, g_steal_pointer (&answer->rows));
  ys_paged_list_show (YS_PAGED_LIST (self), g_steal_pointer (&answer->ids));
}

static void
on_order_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  YsWorkListModel *self = waiting->model;
  g_autoptr (GError) error = NULL;
  Request *answer = ys_session_run_finish (YS_SESSION (object), result, &error);
  gboolean more;

  if (waiting->load != self->load)
    {
      g_clear_pointer (&answer, request_free);
      return;
    }
  if (answer == NULL)
    {
      self->is_loading = FALSE;
      report (self, error);
      return;
    }
  more = waiting->is_first && answer->ids->len == FIRST_IDS;
  show_answer (self, answer);
  request_free (answer);
  self->is_loading = more;
  if (self->is_new)
    {
      self->is_new = FALSE;
      g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
    }
  if (waiting->load != self->load)
    return;
  if (!more && self->count_later)
    {
      self->count_later = FALSE;
      load_counts (self);
    }
  if (more)
    load_rest (self);
  else if (!ys_slot_list_is_growing (YS_SLOT_LIST (self)))
    g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/* A growing list is not loaded before it has grown. */
static void
grown (YsSlotList *list)
{
  if (!YS_WORK_LIST_MODEL (list)->is_loading)
    g_signal_emit (list, signals[SIGNAL_LOADED], 0);
}

static void
on_counts_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  YsWorkListModel *self = waiting->model;
  g_autoptr (GError) error = NULL;
  Request *answer = ys_session_run_finish (YS_SESSION (object), result, &error);
  gboolean differs;

  if (waiting->load == self->load)
    self->is_counting = FALSE;
  if (answer == NULL)
    return;
  differs = memcmp (self->counts, answer->counts, sizeof self->counts) != 0;
  if (waiting->load == self->load && differs)
    {
      memcpy (self->counts, answer->counts, sizeof self->counts);
      g_signal_emit (self, signals[SIGNAL_COUNTS], 0);
    }
  request_free (answer);
}

static void
load_order (YsWorkListModel *self, guint max, guint n_rows)
{
  Request *request = request_new (self);

  request->max = max;
  request->n_rows = n_rows;
  ys_session_read_async (self->session, self->cancellable, read_order, request, request_free,
                         request_free, on_order_cb, waiting_new (request));
}

static void
load_counts (YsWorkListModel *self)
{
  Request *request = request_new (self);

  self->is_counting = TRUE;
  ys_session_read_async (self->session, self->cancellable, read_counts, request, request_free,
                         request_free, on_counts_cb, waiting_new (request));
}

static gboolean
on_rest_cb (gpointer user_data)
{
  YsWorkListModel *self = user_data;

  self->rest = 0;
  load_order (self, 0, 0);
  if (self->count_later)
    load_counts (self);
  self->count_later = FALSE;
  return G_SOURCE_REMOVE;
}

/* Two threads that read a million ids would take the processor from the frame with the first rows.
 */
static void
load_rest (YsWorkListModel *self)
{
  self->rest = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, on_rest_cb, self, NULL);
}

static void
start_load (YsWorkListModel *self, gboolean with_counts)
{
  gboolean is_quick = self->is_new && ys_work_list_is_quick (&self->filter);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->cancellable = g_cancellable_new ();
  self->load++;
  self->is_loading = TRUE;
  load_order (self, is_quick ? FIRST_IDS : 0, self->is_new ? FIRST_ROWS : 0);
  self->count_later = is_quick && with_counts;
  self->is_counting = self->is_counting || with_counts;
  if (with_counts && !is_quick)
    load_counts (self);
}

static void
on_session_changed_cb (YsSession *session, YsWorkListModel *self)
{
  if (self->has_filter)
    ys_work_list_model_reload (self);
}

/* The object */

static void
ys_work_list_model_dispose (GObject *object)
{
  YsWorkListModel *self = YS_WORK_LIST_MODEL (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ys_work_list_model_parent_class)->dispose (object);
}

static void
ys_work_list_model_finalize (GObject *object)
{
  ys_work_filter_clear (&YS_WORK_LIST_MODEL (object)->filter);

  G_OBJECT_CLASS (ys_work_list_model_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, YS_TYPE_WORK_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
ys_work_list_model_class_init (YsWorkListModelClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  YsPagedListClass *list_class = YS_PAGED_LIST_CLASS (class);

  object_class->dispose = ys_work_list_model_dispose;
  object_class->finalize = ys_work_list_model_finalize;
  list_class->fetch = fetch;
  list_class->free_row = row_free;
  list_class->rows_equal = rows_equal;
  YS_SLOT_LIST_CLASS (class)->grown = grown;

  signals[SIGNAL_SHOWN] = add_signal ("shown");
  signals[SIGNAL_LOADED] = add_signal ("loaded");
  signals[SIGNAL_COUNTS] = add_signal ("counts-changed");
}

static void
ys_work_list_model_init (YsWorkListModel *self)
{
}

YsWorkListModel *
ys_work_list_model_new (YsSession *session)
{
  YsWorkListModel *self;

  g_return_val_if_fail (YS_IS_SESSION (session), NULL);

  self = g_object_new (YS_TYPE_WORK_LIST_MODEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed_cb), self, 0);
  return self;
}

void
ys_work_list_model_set_filter (YsWorkListModel *self, const YsWorkFilter *filter)
{
  YsWorkFilter copy;
  gboolean with_counts;

  g_return_if_fail (YS_IS_WORK_LIST_MODEL (self));
  g_return_if_fail (filter != NULL);

  if (self->has_filter && ys_work_filters_equal (&self->filter, filter))
    return;
  with_counts = !self->has_filter || self->is_counting
                || ys_work_filters_count_differently (&self->filter, filter);
  ys_work_filter_copy (&copy, filter);
  ys_work_filter_clear (&self->filter);
  self->filter = copy;
  self->has_filter = TRUE;
  self->is_new = TRUE;
  start_load (self, with_counts);
}

const YsWorkFilter *
ys_work_list_model_get_filter (YsWorkListModel *self)
{
  g_return_val_if_fail (YS_IS_WORK_LIST_MODEL (self), NULL);

  return &self->filter;
}

void
ys_work_list_model_reload (YsWorkListModel *self)
{
  g_return_if_fail (YS_IS_WORK_LIST_MODEL (self));

  if (!self->has_filter)
    return;
  ys_paged_list_set_stale (YS_PAGED_LIST (self));
  start_load (self, TRUE);
}

void
ys_work_list_model_refresh (YsWorkListModel *self, const gint64 *ids, guint n)
{
  g_return_if_fail (YS_IS_WORK_LIST_MODEL (self));

  ys_paged_list_refresh (YS_PAGED_LIST (self), ids, n);
}

gboolean
ys_work_list_model_is_loading (YsWorkListModel *self)
{
  g_return_val_if_fail (YS_IS_WORK_LIST_MODEL (self), FALSE);

  return self->is_loading || ys_slot_list_is_growing (YS_SLOT_LIST (self));
}

guint
ys_work_list_model_get_n (YsWorkListModel *self)
{
  g_return_val_if_fail (YS_IS_WORK_LIST_MODEL (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self));
}

guint
ys_work_list_model_count (YsWorkListModel *self, YsWorkShow show)
{
  g_return_val_if_fail (YS_IS_WORK_LIST_MODEL (self), 0);
  g_return_val_if_fail (show < YS_N_WORK_SHOWS, 0);

  return self->counts[show];
}

const YsWorkRow *
ys_work_list_model_row (YsWorkListModel *self, guint position)
{
  return ys_paged_list_row (YS_PAGED_LIST (self), position);
}

const YsWorkRow *
ys_work_list_model_slot_row (YsSlot *slot)
{
  YsSlotList *list = ys_slot_get_list (slot);

  return list != NULL ? ys_paged_list_row (YS_PAGED_LIST (list), ys_slot_get_position (slot))
                      : NULL;
}

gint64
ys_work_list_model_id (YsWorkListModel *self, guint position)
{
  return ys_paged_list_id (YS_PAGED_LIST (self), position);
}

guint
ys_work_list_model_find (YsWorkListModel *self, gint64 id)
{
  return ys_paged_list_find (YS_PAGED_LIST (self), id);
}

const gint64 *
ys_work_list_model_ids (YsWorkListModel *self, guint *out_n)
{
  return ys_paged_list_ids (YS_PAGED_LIST (self), out_n);
}
