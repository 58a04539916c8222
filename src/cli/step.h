/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What “case …” and “finding …” share: options of a step, and how it is read from them. */
#pragma once

#include "command.h"
#include "finding-job.h"

G_BEGIN_DECLS

typedef struct
{
  char    *at;
  char    *by;
  char    *reason;
  char    *text; /* of a reply */
  char    *until;
  gboolean passed;
  gboolean failed;
  gboolean upheld;
  gboolean overruled;
  gboolean once;
  gboolean both;
} YsStepGiven;

extern YsStepGiven ys_step_given;

#define YS_STEP_AT                                                                                                     \
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &ys_step_given.at, N_ ("When it happened; else now"), "INSTANT" }
#define YS_STEP_BY                                                                                                     \
  { "by", 0, 0, G_OPTION_ARG_FILENAME, &ys_step_given.by, N_ ("Who did it; else the user"), "NAME" }
#define YS_STEP_REASON                                                                                                 \
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &ys_step_given.reason, N_ ("Why"), "TEXT" }

/* --at, --by, --reason; and with --until. */
extern const GOptionEntry ys_step_options[];
extern const GOptionEntry ys_step_extend_options[];

/* Exactly one of two options; @names: "--passed, --failed". */
gboolean ys_step_check_either (gboolean one, gboolean other, const char *names, GError **error);
/* The step of @kind as it was given. USAGE without the reason or the instant that this kind needs. */
gboolean ys_step_read (int kind, YsStep *out_step, GError **error);

G_END_DECLS
