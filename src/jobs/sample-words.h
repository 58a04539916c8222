/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chance and the words that a sample ledger is made of. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Our own generator, so that a seed gives the same ledger on every machine and GLib. */
typedef struct
{
  guint64 state;
} YsSampleRandom;

YsSampleRandom ys_sample_random (guint32 seed);
/* 0 to @n - 1. */
guint          ys_sample_below (YsSampleRandom *random, guint n);
gboolean       ys_sample_percent (YsSampleRandom *random, guint percent);

/* How many different ones there are. */
#define YS_SAMPLE_N_NAMES (64 * 40)
#define YS_SAMPLE_N_COMMUNITIES 120
#define YS_SAMPLE_N_COMPANIES 80
#define YS_SAMPLE_N_TOWNS 10

/* All (transfer full). @index below the number above. */
char *ys_sample_compound_name (guint index);
char *ys_sample_community_name (guint index);
char *ys_sample_company_name (guint index);
char *ys_sample_town_name (guint index);
/* A person who does not exist, and says so: 示例王某. */
char *ys_sample_person (YsSampleRandom *random);
/* 1380000xxxx */
char *ys_sample_phone (guint index);
char *ys_sample_services (YsSampleRandom *random, guint level);

G_END_DECLS
