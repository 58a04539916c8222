/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture from outside as the ledger keeps it: a JPEG of at most 1600 pixels on the longer side,
 * upright, without a word of what the camera wrote into it. */
#pragma once

#include <gio/gio.h>

#include "date.h"

G_BEGIN_DECLS

/* Bounds; beyond them a picture is refused (TOO_LARGE) before it is decoded. */
#define YS_PHOTO_MAX_FILE_BYTES (64u * 1024 * 1024)
#define YS_PHOTO_MAX_PIXELS     (100u * 1000 * 1000)
#define YS_PHOTO_MAX_SOURCE_SIDE 30000
#define YS_PHOTO_MAX_SIDE        1600 /* as kept */

#define YS_PHOTO_ERROR (ys_photo_error_quark ())
GQuark ys_photo_error_quark (void);

typedef enum /* named for what the caller does next */
{
  YS_PHOTO_ERROR_NOT_A_PHOTO, /* choose a JPEG or a PNG */
  YS_PHOTO_ERROR_NO_READER,   /* a known format that this computer cannot read: save it as JPEG */
  YS_PHOTO_ERROR_DAMAGED,     /* copy it anew from the camera */
  YS_PHOTO_ERROR_TOO_LARGE,   /* make it smaller */
  YS_PHOTO_ERROR_CANCELLED,
  YS_PHOTO_ERROR_FAILED       /* no memory */
} YsPhotoError;

typedef struct
{
  GBytes   *jpeg;
  guint     width; /* pixels, upright */
  guint     height;
  YsInstant taken_at;        /* the camera's clock, read as Shanghai time; 0 unknown */
  char     *sha256;          /* of @jpeg, hex */
  char     *original_sha256; /* of what was taken in */
} YsPhotoImage;

/* TOO_LARGE for a file of this size; asked before it is read. */
gboolean ys_photo_image_check_size (guint64 bytes, GError **error);

/**
 * ys_photo_image_read:
 * @original: JPEG, PNG, GIF (its first frame), or WebP, HEIC, AVIF where a reader is installed
 *
 * The same bytes give the same picture. Transparent parts become white. For any thread.
 *
 * Returns: (transfer full) (nullable)
 */
YsPhotoImage *ys_photo_image_read (GBytes *original, GCancellable *cancellable, GError **error);
void          ys_photo_image_free (YsPhotoImage *image);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPhotoImage, ys_photo_image_free)

/* (transfer full): a JPEG as kept, made smaller to fit @side pixels; itself when it fits. */
GBytes *ys_photo_image_shrink (GBytes *jpeg, guint side, GCancellable *cancellable, GError **error);

G_END_DECLS
