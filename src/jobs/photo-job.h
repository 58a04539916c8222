/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photos of inspections, findings and cases: taken in, given to a row, looked at, removed. */
#pragma once

#include "ledger-types.h"
#include "photo-pixels.h"
#include "photo.h"

G_BEGIN_DECLS

/* Whose photo. A finding's inspection need not be given. */
typedef struct
{
  gint64 inspection_id; /* alone: not yet given to a row */
  gint64 finding_id;
  gint64 case_id;
  int    role; /* YsPhotoRole; 0 means BEFORE */
} YsPhotoPlace;

/* One picture from outside. */
typedef struct
{
  const char *path;  /* (nullable): a file, else: */
  GBytes     *bytes; /* (nullable): dropped or pasted */
  const char *name;  /* (nullable): what to call @bytes */
} YsPhotoSource;

/* What became of one source. */
typedef struct
{
  char   *name;
  gint64  id;    /* of the photo; 0: refused */
  GError *error; /* (nullable): why, in one sentence */
} YsPhotoVerdict;

void       ys_photo_verdict_free (YsPhotoVerdict *verdict);

/**
 * ys_photo_job_add:
 * @progress: (nullable): called after each picture
 *
 * Reads each picture by itself: one that is refused keeps no other out. All that are right are added
 * in one change. May take a second per picture: call it in a thread. Safe to kill: no row is ever
 * without its file.
 *
 * Returns: (transfer full) (element-type YsPhotoVerdict) (nullable): one of each source; NULL when
 *   nothing could be added at all: NOT_FOUND place, FORBIDDEN (withdrawn, or before-photos of a finalised
 *   period), CANCELLED, or the ledger's errors
 */
GPtrArray *ys_photo_job_add (YsLedger *ledger, const YsPhotoPlace *place, const YsPhotoSource *sources,
                             guint n_sources, YsInstant now, YsProgressFunc progress, gpointer progress_data,
                             GCancellable *cancellable, GError **error);
/* To a finding of their own inspection; 0: to none. One change. */
gboolean   ys_photo_job_assign (YsLedger *ledger, const gint64 *ids, guint n_ids, gint64 finding_id, GError **error);
/* Before or after. */
gboolean   ys_photo_job_set_role (YsLedger *ledger, gint64 id, int role, GError **error);
/* The rows go, the files stay: undo brings the photos back. One change. */
gboolean   ys_photo_job_remove (YsLedger *ledger, const gint64 *ids, guint n_ids, GError **error);

/* (transfer full) (element-type YsPhoto): by the time they were taken, else added. An inspection's with
 * those of its findings. */
GPtrArray *ys_photo_job_list (YsLedger *ledger, const YsPhotoPlace *place, GError **error);
/* How many photos each of @finding_ids has, into @out_counts. */
gboolean   ys_photo_job_count (YsLedger *ledger, const gint64 *finding_ids, guint n_ids, guint *out_counts,
                               GError **error);

/* (transfer full): the JPEG as kept, or fitted into @side pixels (0: as kept) for print. NOT_FOUND, DAMAGED. */
GBytes        *ys_photo_job_bytes (YsLedger *ledger, gint64 id, guint side, GError **error);
/* (transfer full): a kept photo as pixels that fit @width × @height. Needs no connection: for any thread.
 * @folder: ys_ledger_job_folder() */
YsPhotoPixels *ys_photo_job_pixels (const char *folder, const char *sha256, guint width, guint height,
                                    GCancellable *cancellable, GError **error);

G_END_DECLS
