/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A property company (物业企业): runs compounds under contract. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char  *name;
  char  *other_names; /* parted by 、 */
  char  *manager;
  char  *phone;
  char  *remark;
} YsCompany;

extern const YsRecordType ys_company_type;

G_END_DECLS
