/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and files of photos. A file is put before the change begins that names it: whatever stops
 * the program in between leaves a file too many, never a row without one. */
#include "config.h"

#include "photo-job.h"

#include <glib/gi18n-lib.h>

#include "change.h"
#include "finding-job.h"
#include "job-error.h"
#include "photo-image.h"
#include "photo-private.h"
#include "photo-store.h"
#include "platform-case.h"
#include "record-store.h"

static gboolean
refuse_withdrawn (GError **error)
{
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
                       _ ("This was withdrawn: its photos stay as they are. Reinstate it first."));
  return FALSE;
}

/* What was found stays as it was scored; what became of it may still be shown. */
static gboolean
check_period (YsLedger *ledger, YsInstant at, int role, GError **error)
{
  gboolean finalised;

  if (role == YS_PHOTO_AFTER)
    return TRUE;
  if (!ys_period_is_finalised_at (ledger, at, &finalised, error))
    return FALSE;
  if (finalised)
    g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
                         _ ("This period is finalised: its photos stay as they are. Only photos of "
                            "the rectification may be added."));
  return !finalised;
}

static gboolean
check_inspection (YsLedger *ledger, gint64 id, int role, GError **error)
{
  YsInspection *inspection = ys_record_new (&ys_inspection_type);
  gboolean done = ys_record_store_load (ledger, &ys_inspection_type, id, inspection, error);

  if (done && inspection->withdrawn)
    done = refuse_withdrawn (error);
  done = done && check_period (ledger, inspection->at, role, error);
  ys_record_free (&ys_inspection_type, inspection);
  return done;
}

static gboolean
check_finding (YsLedger *ledger, YsPhotoPlace *place, GError **error)
{
  YsFinding *finding = ys_record_new (&ys_finding_type);
  gboolean done
      = ys_record_store_load (ledger, &ys_finding_type, place->finding_id, finding, error);

  if (done && finding->state == YS_FINDING_WITHDRAWN)
    done = refuse_withdrawn (error);
  if (done && place->inspection_id != 0 && place->inspection_id != finding->inspection_id)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("This finding is of another inspection. Choose a row of the photo's "
                              "own inspection."));
      done = FALSE;
    }
  place->inspection_id = finding->inspection_id;
  ys_record_free (&ys_finding_type, finding);
  return done;
}

static gboolean
check_case (YsLedger *ledger, gint64 id, int role, GError **error)
{
  YsCase *record = ys_record_new (&ys_case_type);
  gboolean done = ys_record_store_load (ledger, &ys_case_type, id, record, error)
                  && check_period (ledger, record->at, role, error);

  ys_record_free (&ys_case_type, record);
  return done;
}

gboolean
ys_photo_check_place (YsLedger *ledger, YsPhotoPlace *place, GError **error)
{
  if (place->role == YS_PHOTO_ROLE_UNKNOWN)
    place->role = YS_PHOTO_BEFORE;
  if (place->case_id != 0)
    return check_case (ledger, place->case_id, place->role, error);
  if (place->finding_id != 0 && !check_finding (ledger, place, error))
    return FALSE;
  return check_inspection (ledger, place->inspection_id, place->role, error);
}

static YsPhotoPlace
place_of (const YsPhoto *photo)
{
  return (YsPhotoPlace){ .inspection_id = photo->inspection_id,
                         .finding_id = photo->finding_id,
                         .case_id = photo->case_id,
                         .role = photo->role };
}

/* Changes one photo of a change; FALSE leaves all. */
typedef gboolean (*ChangeOne) (
    YsLedger *ledger, YsChange *change, YsPhoto *photo, gint64 value, GError **error);

static gboolean
change_one (
    YsLedger *ledger, YsChange *change, gint64 id, ChangeOne func, gint64 value, GError **error)
{
  YsPhoto *photo = ys_record_new (&ys_photo_type);
  gboolean done = ys_record_store_load (ledger, &ys_photo_type, id, photo, error);

  if (done)
    {
      YsPhotoPlace place = place_of (photo);

      done = ys_photo_check_place (ledger, &place, error)
             && func (ledger, change, photo, value, error);
    }
  ys_record_free (&ys_photo_type, photo);
  return done;
}

static gboolean
change_all (YsLedger *ledger,
            const char *action,
            const gint64 *ids,
            guint n_ids,
            ChangeOne func,
            gint64 value,
            GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, action, error);

  if (change == NULL)
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    if (!change_one (ledger, change, ids[i], func, value, error))
      return FALSE;
  return ys_change_commit (change, NULL, error);
}

static gboolean
assign_one (YsLedger *ledger, YsChange *change, YsPhoto *photo, gint64 finding_id, GError **error)
{
  YsPhotoPlace place = place_of (photo);

  if (photo->case_id != 0)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("This photo belongs to a case, not to an inspection. Add it to the "
                              "inspection."));
      return FALSE;
    }
  place.finding_id = finding_id;
  if (!ys_photo_check_place (ledger, &place, error))
    return FALSE;
  photo->finding_id = finding_id;
  return ys_change_update (change, &ys_photo_type, photo, NULL, error);
}

gboolean
ys_photo_job_assign (
    YsLedger *ledger, const gint64 *ids, guint n_ids, gint64 finding_id, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  g_return_val_if_fail (ids != NULL || n_ids == 0, FALSE);

  return change_all (ledger, "set", ids, n_ids, assign_one, finding_id, error);
}

static gboolean
set_role_one (YsLedger *ledger, YsChange *change, YsPhoto *photo, gint64 role, GError **error)
{
  YsPhotoPlace place = place_of (photo);

  place.role = (int)role;
  if (!ys_photo_check_place (ledger, &place, error))
    return FALSE;
  photo->role = (int)role;
  return ys_change_update (change, &ys_photo_type, photo, NULL, error);
}

gboolean
ys_photo_job_set_role (YsLedger *ledger, gint64 id, int role, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  g_return_val_if_fail (role == YS_PHOTO_BEFORE || role == YS_PHOTO_AFTER, FALSE);

  return change_all (ledger, "set", &id, 1, set_role_one, role, error);
}

static gboolean
remove_one (YsLedger *ledger, YsChange *change, YsPhoto *photo, gint64 unused, GError **error)
{
  return ys_change_remove (change, &ys_photo_type, photo->id, error);
}

gboolean
ys_photo_job_remove (YsLedger *ledger, const gint64 *ids, guint n_ids, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  g_return_val_if_fail (ids != NULL || n_ids == 0, FALSE);

  return change_all (ledger, "remove", ids, n_ids, remove_one, 0, error);
}

static YsInstant
time_of (const YsPhoto *photo)
{
  return photo->taken_at != 0 ? photo->taken_at : photo->added_at;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const YsPhoto *one = *(YsPhoto *const *)a, *other = *(YsPhoto *const *)b;

  if (time_of (one) != time_of (other))
    return time_of (one) < time_of (other) ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

GPtrArray *
ys_photo_job_list (YsLedger *ledger, const YsPhotoPlace *place, GError **error)
{
  const char *field;
  gint64 id;
  GPtrArray *photos;

  g_return_val_if_fail (ledger != NULL && place != NULL, NULL);

  field = place->case_id != 0 ? "case" : place->finding_id != 0 ? "finding" : "inspection";
  id = place->case_id != 0      ? place->case_id
       : place->finding_id != 0 ? place->finding_id
                                : place->inspection_id;
  photos = ys_record_store_list_by (ledger, &ys_photo_type, field, id, NULL, error);
  if (photos != NULL)
    g_ptr_array_sort (photos, compare_times);
  return photos;
}

gboolean
ys_photo_job_count (
    YsLedger *ledger, const gint64 *finding_ids, guint n_ids, guint *out_counts, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  g_return_val_if_fail ((finding_ids != NULL && out_counts != NULL) || n_ids == 0, FALSE);

  return ys_photo_store_count (ledger, finding_ids, n_ids, out_counts, error);
}

GBytes *
ys_photo_job_bytes (YsLedger *ledger, gint64 id, guint side, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  YsPhoto *photo;

  g_return_val_if_fail (ledger != NULL, NULL);

  photo = ys_record_new (&ys_photo_type);
  if (ys_record_store_load (ledger, &ys_photo_type, id, photo, error))
    bytes = ys_photo_store_read (ledger, photo->sha256, error);
  ys_record_free (&ys_photo_type, photo);
  if (bytes == NULL || side == 0)
    return g_steal_pointer (&bytes);
  return ys_photo_image_shrink (bytes, side, NULL, error);
}

YsPhotoPixels *
ys_photo_job_pixels (const char *folder,
                     const char *sha256,
                     guint width,
                     guint height,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (folder != NULL && sha256 != NULL, NULL);

  bytes = ys_photo_store_read_in (folder, sha256, error);
  return bytes != NULL ? ys_photo_pixels_read (bytes, width, height, cancellable, error) : NULL;
}
