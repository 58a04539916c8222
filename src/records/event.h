/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step in the life of a finding or of a case: its timeline. Deadlines, pauses and rectification
 * are worked out from these; the finding or case keeps only where it stands. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef enum /* the order of ys_event_kind_choices */
{
  YS_EVENT_UNKNOWN,
  YS_EVENT_ISSUED,   /* notice of rectification given */
  YS_EVENT_ACCEPTED, /* a case was taken on and passed to who handles it */
  YS_EVENT_REPORTED, /* rectified, says the company; a case: replied */
  YS_EVENT_PASSED,   /* recheck or verification passed */
  YS_EVENT_FAILED,   /* recheck or verification failed */
  YS_EVENT_PAUSED,
  YS_EVENT_RESUMED,
  YS_EVENT_EXTENDED,  /* @until is the new deadline */
  YS_EVENT_OBJECTION, /* the company objects */
  YS_EVENT_UPHELD,    /* the objection was right */
  YS_EVENT_OVERRULED, /* it was not */
  YS_EVENT_WITHDRAWN,
  YS_EVENT_REINSTATED,
  YS_EVENT_NOTE
} YsEventKind;

typedef struct
{
  gint64 id;
  gint64 finding_id; /* exactly one of the two */
  gint64 case_id;
  int kind; /* YsEventKind */
  YsInstant at;
  char *person;    /* who did it, by name */
  char *text;      /* reason or remark */
  YsInstant until; /* EXTENDED */
} YsEvent;

extern const YsRecordType ys_event_type;
extern const YsChoice ys_event_kind_choices[];

G_END_DECLS
