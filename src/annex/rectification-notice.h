/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers that go out with findings and cases: the rectification notice of one compound (整改通知单)
 * with its photos, and the list of what is overdue by responsible unit (催办单). Plain rows in, a
 * sheet out. */
#pragma once

#include "date.h"
#include "sheet.h"

G_BEGIN_DECLS

typedef struct
{
  const char *code;
  const char *clause;      /* name */
  gint64      count;       /* places */
  const char *place;       /* (nullable) */
  const char *note;        /* (nullable) */
  const char *limit;       /* 3工作日 */
  YsInstant   deadline;
  gboolean    provisional; /* the notice of that year is not known yet */
  const char *unit;        /* (nullable): responsible */
} YsNoticeRow;

typedef struct
{
  GBytes          *jpeg;
  cairo_surface_t *surface;
  const char      *caption; /* 第1行 整改前 */
} YsNoticePhoto;

typedef struct
{
  const char          *office;
  const char          *number;    /* (nullable): 整改〔2026〕12号 */
  const char          *compound;
  const char          *company;   /* (nullable): who runs it */
  const char          *found_by;  /* 区级暗访检查 */
  YsInstant            at;        /* of the inspection; 0: several */
  gboolean             doubles;   /* a counting level: late repair costs twice [002 §4.1(1)] */
  YsDate               date;      /* of the notice */
  GPtrArray           *rows;      /* (element-type YsNoticeRow) */
  GPtrArray           *photos;    /* (element-type YsNoticePhoto) (nullable) */
} YsNotice;

YsSheet *ys_rectification_notice_build (const YsNotice *notice);

typedef struct
{
  const char *unit;      /* (nullable) */
  const char *compound;
  const char *source;    /* 区级暗访, or the case's number */
  const char *clause;
  const char *place;     /* (nullable) */
  YsInstant   deadline;
  const char *late_by;   /* 1天0:10 */
} YsOverdueRow;

/* @rows: (element-type YsOverdueRow): by unit; @now: how late they are is of this instant */
YsSheet *ys_overdue_list_build (const char *office, GPtrArray *rows, YsInstant now);

G_END_DECLS
