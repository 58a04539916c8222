/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking photos in: each picture is read and put away outside of any transaction, so that nobody
 * waits for it; then the rows of all of them are one change. */
#include "config.h"

#include "photo-private.h"

#include <glib/gi18n-lib.h>

#include "change.h"
#include "job-error.h"
#include "photo-image.h"
#include "photo-store.h"
#include "record-store.h"
#include "text.h"

#define MOST_NAME_CHARACTERS 255

typedef struct
{
  YsLedger *ledger;
  YsPhotoPlace place;
  GPtrArray *there;  /* (element-type YsPhoto): already in this place */
  GPtrArray *photos; /* (element-type YsPhoto) (nullable elements): beside the verdicts */
  GPtrArray *verdicts;
  YsInstant now;
} Adding;

void
ys_photo_verdict_free (YsPhotoVerdict *verdict)
{
  if (verdict == NULL)
    return;
  g_free (verdict->name);
  g_clear_error (&verdict->error);
  g_free (verdict);
}

static void
free_photo (gpointer photo)
{
  if (photo != NULL)
    ys_record_free (&ys_photo_type, photo);
}

static void
adding_clear (Adding *adding)
{
  g_clear_pointer (&adding->there, g_ptr_array_unref);
  g_clear_pointer (&adding->photos, g_ptr_array_unref);
  g_clear_pointer (&adding->verdicts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Adding, adding_clear)

/* (transfer full) */
static char *
name_of (const YsPhotoSource *source)
{
  g_autofree char *base = source->path != NULL ? g_path_get_basename (source->path) : NULL;
  g_autofree char *shown = base != NULL ? g_filename_display_name (base) : NULL;
  g_autofree char *clean = ys_text_clean (
      shown != NULL ? shown : (source->name != NULL ? source->name : _ ("Pasted photo")));

  if (g_utf8_strlen (clean, -1) <= MOST_NAME_CHARACTERS)
    return g_steal_pointer (&clean);
  return g_utf8_substring (clean, 0, MOST_NAME_CHARACTERS);
}

/* (transfer full): a large file is refused before it is read. */
static GBytes *
bytes_of (const YsPhotoSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (source->path == NULL)
    return g_bytes_ref (source->bytes);
  file = g_file_new_for_path (source->path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_NOT_A_PHOTO,
                           _ ("This is no file. Choose a JPEG or PNG file."));
      return NULL;
    }
  if (!ys_photo_image_check_size ((guint64)g_file_info_get_size (info), error))
    return NULL;
  return g_file_load_bytes (file, cancellable, NULL, error);
}

/* The same picture twice in one place is one dropped twice. */
static gboolean
is_there (const GPtrArray *photos, const Adding *adding, const char *original_sha256)
{
  for (guint i = 0; i < photos->len; i++)
    {
      const YsPhoto *photo = photos->pdata[i];

      if (photo != NULL && photo->finding_id == adding->place.finding_id
          && photo->role == adding->place.role
          && g_strcmp0 (photo->original_sha256, original_sha256) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_new (const Adding *adding, const YsPhotoImage *image, GError **error)
{
  if (!is_there (adding->there, adding, image->original_sha256)
      && !is_there (adding->photos, adding, image->original_sha256))
    return TRUE;
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("This photo is here already. Nothing needs to be done."));
  return FALSE;
}

/* (transfer full) */
static YsPhoto *
make_photo (const Adding *adding, const YsPhotoImage *image, const char *name)
{
  YsPhoto *photo = ys_record_new (&ys_photo_type);

  photo->inspection_id = adding->place.inspection_id;
  photo->finding_id = adding->place.finding_id;
  photo->case_id = adding->place.case_id;
  photo->role = adding->place.role;
  photo->file_name = g_strdup (name);
  photo->sha256 = g_strdup (image->sha256);
  photo->original_sha256 = g_strdup (image->original_sha256);
  photo->taken_at = image->taken_at;
  photo->added_at = adding->now;
  photo->width = YS_NUMBER (image->width);
  photo->height = YS_NUMBER (image->height);
  photo->bytes = YS_NUMBER ((gint64)g_bytes_get_size (image->jpeg));
  return photo;
}

/* (transfer full) (nullable) */
static YsPhoto *
take_in (const Adding *adding,
         const YsPhotoSource *source,
         const char *name,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GBytes) original = bytes_of (source, cancellable, error);
  g_autoptr (YsPhotoImage) image
      = original != NULL ? ys_photo_image_read (original, cancellable, error) : NULL;

  if (image == NULL || !check_new (adding, image, error)
      || !ys_photo_store_put (adding->ledger, image->jpeg, image->sha256, error))
    return NULL;
  return make_photo (adding, image, name);
}

/* FALSE: no use in going on with the next one. */
static gboolean
add_verdict (Adding *adding, const YsPhotoSource *source, GCancellable *cancellable, GError **error)
{
  YsPhotoVerdict *verdict = g_new0 (YsPhotoVerdict, 1);
  YsPhoto *photo;

  verdict->name = name_of (source);
  g_ptr_array_add (adding->verdicts, verdict);
  photo = take_in (adding, source, verdict->name, cancellable, &verdict->error);
  g_ptr_array_add (adding->photos, photo);
  if (photo == NULL && verdict->error->domain == YS_LEDGER_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&verdict->error));
      return FALSE;
    }
  if (!g_cancellable_is_cancelled (cancellable))
    return TRUE;
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_CANCELLED,
                       _ ("Cancelled. No photo was added."));
  return FALSE;
}

static gboolean
write_rows (Adding *adding, GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (adding->ledger, "add", error);

  if (change == NULL)
    return FALSE;
  /* It may have been withdrawn or finalised while the pictures were read. */
  if (!ys_photo_check_place (adding->ledger, &adding->place, error))
    return FALSE;
  for (guint i = 0; i < adding->photos->len; i++)
    if (adding->photos->pdata[i] != NULL
        && !ys_change_insert (change, &ys_photo_type, adding->photos->pdata[i], error))
      return FALSE;
  if (!ys_change_commit (change, NULL, error))
    return FALSE;
  for (guint i = 0; i < adding->photos->len; i++)
    if (adding->photos->pdata[i] != NULL)
      ((YsPhotoVerdict *)adding->verdicts->pdata[i])->id
          = ((YsPhoto *)adding->photos->pdata[i])->id;
  return TRUE;
}

static gboolean
start (Adding *adding, GError **error)
{
  if (!ys_photo_check_place (adding->ledger, &adding->place, error))
    return FALSE;
  adding->there = ys_photo_job_list (adding->ledger, &adding->place, error);
  return adding->there != NULL;
}

GPtrArray *
ys_photo_job_add (YsLedger *ledger,
                  const YsPhotoPlace *place,
                  const YsPhotoSource *sources,
                  guint n_sources,
                  YsInstant now,
                  YsProgressFunc progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_auto (Adding) adding = { 0 };

  g_return_val_if_fail (ledger != NULL && place != NULL, NULL);
  g_return_val_if_fail (sources != NULL || n_sources == 0, NULL);

  adding = (Adding){ .ledger = ledger, .place = *place, .now = now };
  adding.photos = g_ptr_array_new_with_free_func (free_photo);
  adding.verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_photo_verdict_free);
  if (!start (&adding, error))
    return NULL;
  for (guint i = 0; i < n_sources; i++)
    {
      if (!add_verdict (&adding, &sources[i], cancellable, error))
        return NULL;
      if (progress != NULL)
        progress (i + 1, n_sources, progress_data);
    }
  return write_rows (&adding, error) ? g_steal_pointer (&adding.verdicts) : NULL;
}
