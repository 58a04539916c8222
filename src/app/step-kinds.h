/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each step in the life of a finding or a case is called on a button and what it asks for. */
#pragma once

#include "event.h"

G_BEGIN_DECLS

typedef enum
{
  YS_ASK_NOTHING = 0,
  YS_ASK_TEXT = 1 << 0,   /* a remark may be written */
  YS_ASK_REASON = 1 << 1, /* it must */
  YS_ASK_PERSON = 1 << 2, /* who saw or decided it */
  YS_ASK_UNTIL = 1 << 3   /* the new deadline */
} YsStepAsks;

typedef struct
{
  YsEventKind kind;
  const char *label;      /* N_(): of a finding */
  const char *case_label; /* (nullable): N_(): of a case, when it is called otherwise */
  const char *text_label; /* (nullable): N_(): what the text is */
  YsStepAsks  asks;       /* of a finding */
  YsStepAsks  case_asks;
} YsStepKind;

/* (nullable): NULL for a kind that nobody takes by hand. */
const YsStepKind *ys_step_kind (int kind);
/* Translated. */
const char       *ys_step_label (int kind, gboolean is_case);

G_END_DECLS
