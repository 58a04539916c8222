/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a job may refuse, beside the errors of the layers below. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YS_JOB_ERROR (ys_job_error_quark ())
GQuark ys_job_error_quark (void);

typedef enum
{
  YS_JOB_ERROR_REFUSED,   /* the input: say what and where (exit 1) */
  YS_JOB_ERROR_NOT_FOUND, /* no such compound, batch, … (exit 1) */
  YS_JOB_ERROR_AMBIGUOUS, /* several have this name (exit 1) */
  YS_JOB_ERROR_FORBIDDEN, /* a rule forbids it (exit 4) */
  YS_JOB_ERROR_CANCELLED
} YsJobError;

/* The exit code of CLI.md for any error of this program: 1 input refused, 3 ledger, 4 rule, 5 disk. */
int ys_job_error_exit_code (const GError *error);

G_END_DECLS
