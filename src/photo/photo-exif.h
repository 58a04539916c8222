/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two things that are taken from what the camera wrote. Seen in this folder only. */
#pragma once

#include "date.h"

G_BEGIN_DECLS

/* @exif: (nullable): from "Exif\0\0" on. @out_orientation: 1 to 8, 1 when it is not stated;
 * @out_taken_at: 0 when it is not stated. */
void ys_photo_exif_read (const guint8 *exif, guint length, int *out_orientation, YsInstant *out_taken_at);

G_END_DECLS
