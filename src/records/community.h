/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A community (社区): the neighbourhood unit above a compound. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   id;
  char    *name;
  char    *town;    /* 镇（街）; NULL: the office's own */
  char    *phone;
  char    *remark;
  YsNumber sort;    /* order in official tables; unset: by id */
} YsCommunity;

extern const YsRecordType ys_community_type;

G_END_DECLS
