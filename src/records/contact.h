/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A further person to reach about a compound, a community or a company: all personal data. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char  *name;
  char  *role;         /* 业委会主任, 社区网格员, … */
  char  *phone;
  gint64 compound_id;  /* at least one of the three */
  gint64 community_id;
  gint64 company_id;
  char  *remark;
} YsContact;

extern const YsRecordType ys_contact_type;

G_END_DECLS
