/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ledgers to try, to teach and to measure with: the same seed gives the same rows. All persons are
 * invented and marked so. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

typedef enum
{
  YS_SAMPLE_TOWN,     /* 60 compounds */
  YS_SAMPLE_DISTRICT, /* 2,000 compounds */
  YS_SAMPLE_STRESS    /* 2,000 compounds */
} YsSampleSize;

gboolean ys_sample_create (const char *folder, YsSampleSize size, guint32 seed,
                           YsProgressFunc progress, gpointer user_data, GError **error);

G_END_DECLS
