/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A photo of an inspection, a finding or a case. The picture itself is a file of the ledger's
 * photos/ folder, named by its SHA-256; its position was dropped when it was taken in. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef enum /* the order of ys_photo_role_choices */
{
  YS_PHOTO_ROLE_UNKNOWN,
  YS_PHOTO_BEFORE, /* what was found */
  YS_PHOTO_AFTER   /* what it is now */
} YsPhotoRole;

typedef struct
{
  gint64 id;
  gint64 inspection_id; /* of a finding too; 0 for a case's */
  gint64 finding_id;    /* 0: not yet given to a row */
  gint64 case_id;
  int role;              /* YsPhotoRole */
  char *file_name;       /* (nullable): as it was named outside */
  char *sha256;          /* of the stored JPEG: photos/ab/abcd….jpg */
  char *original_sha256; /* of the file that was taken in */
  YsInstant taken_at;    /* camera's time; 0 unknown */
  YsInstant added_at;
  YsNumber width; /* pixels as stored, at most 1600 */
  YsNumber height;
  YsNumber bytes; /* as stored */
} YsPhoto;

extern const YsRecordType ys_photo_type;
extern const YsChoice ys_photo_role_choices[]; /* before, after */

G_END_DECLS
