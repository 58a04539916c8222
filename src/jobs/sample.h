/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ledgers to try, to teach and to measure with: the same seed gives the same rows. All persons are
 * invented and marked so. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

typedef enum
{
  YS_SAMPLE_TOWN,     /* 60 compounds, 5,000 findings and 500 cases of one year */
  YS_SAMPLE_DISTRICT, /* 2,000 compounds, 100,000 findings and 8,000 cases of one year */
  YS_SAMPLE_STRESS    /* 2,000 compounds, 1,000,000 findings and 60,000 cases of ten years */
} YsSampleSize;

/* Nothing in a sample is later: 2026-10-12T09:00. What is open then is due around it. */
#define YS_SAMPLE_NOW ((YsInstant)1791766800)

/* The compounds alone, as they stand in the sample of this size and seed. */
gboolean ys_sample_create_registry (const char *folder, YsSampleSize size, guint32 seed,
                                    YsProgressFunc progress, gpointer user_data, GError **error);
/* All of it. */
gboolean ys_sample_create (const char *folder, YsSampleSize size, guint32 seed,
                           YsProgressFunc progress, gpointer user_data, GError **error);

G_END_DECLS
