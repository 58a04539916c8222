/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a compound's record lacks, and what in it contradicts itself, before it goes into the
 * dispatch table [004 annex 5, note 1]. */
#pragma once

#include "compound.h"

G_BEGIN_DECLS

/* Whether the field must be filled for this compound: a self-run one needs no company name. */
gboolean   ys_completeness_is_blank (const YsCompound *compound, const YsField *field);
/* Percent of the wanted fields that are there, 0 to 100, rounded down. */
guint      ys_completeness_percent (const YsCompound *compound);
guint      ys_completeness_n_blank (const YsCompound *compound);

typedef enum
{
  YS_DOUBT_HIRED_WITHOUT_COMPANY,   /* hired, but no company named */
  YS_DOUBT_SELF_RUN_WITH_COMPANY,
  YS_DOUBT_ENTRY_BEFORE_BUILT,      /* the company entered before the compound was built */
  YS_DOUBT_ENTRY_IN_FUTURE,
  YS_DOUBT_PHONE_SHARED             /* one phone under two managers' names; set by the caller */
} YsDoubt;

typedef struct
{
  YsDoubt     doubt;
  const char *field; /* where to look */
} YsDoubtFound;

/* (transfer full) (element-type YsDoubtFound) */
GArray    *ys_completeness_doubts (const YsCompound *compound, YsDate today);
/* (transfer full): what is wrong, for a person. */
char      *ys_doubt_to_sentence (YsDoubt doubt, const YsCompound *compound);

G_END_DECLS
