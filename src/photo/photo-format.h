/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file says of itself before any decoder sees it. Seen in this folder and its tests only. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  YS_PHOTO_JPEG,
  YS_PHOTO_PNG,
  YS_PHOTO_GIF,
  YS_PHOTO_WEBP,
  YS_PHOTO_HEIC,
  YS_PHOTO_AVIF
} YsPhotoKind;

typedef struct
{
  YsPhotoKind   kind;
  guint         width; /* as stored; 0: only its decoder knows (WebP, HEIC, AVIF) */
  guint         height;
  const guint8 *exif; /* (nullable): borrowed; from "Exif\0\0" on (JPEG) */
  guint         exif_length;
  gsize         length; /* from the beginning: what a decoder needs of the file */
} YsPhotoFormat;

/* JPEG and PNG are walked to their end mark, a GIF to the end of its first frame. NOT_A_PHOTO, DAMAGED. */
gboolean    ys_photo_format_read (GBytes *bytes, YsPhotoFormat *out_format, GError **error);
const char *ys_photo_kind_name (YsPhotoKind kind);
const char *ys_photo_kind_mime (YsPhotoKind kind);
gboolean    ys_photo_refuse_damaged (GError **error);

G_END_DECLS
