/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office that owns the ledger: one row. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef enum
{
  YS_LEVEL_UNKNOWN,
  YS_LEVEL_TOWN,
  YS_LEVEL_SUBDISTRICT,
  YS_LEVEL_DISTRICT
} YsLevel;

typedef struct
{
  gint64 id;
  char  *name;           /* 山城街道物管科 */
  int    level;          /* YsLevel */
  char  *reporting_unit; /* printed above the dispatch table: 山城街道办事处; NULL: derived from name */
  char  *recipient;      /* whom note 2 names; NULL: as the annex prints it */
  char  *email;          /* note 2 of annex 5 */
  char  *phone;          /* note 2 of annex 5 */
} YsOffice;

extern const YsRecordType ys_office_type;

void ys_office_clear (YsOffice *office);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsOffice, ys_office_clear)
void ys_office_free (YsOffice *office);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsOffice, ys_office_free)

/* (transfer full): what annex 5 prints at its left top: @reporting_unit, else derived from
 * name and level: 山城街道物管科 → 山城街道办事处, 桑村镇建设局 → 桑村镇人民政府. */
char *ys_office_reporting_unit (const YsOffice *office);

G_END_DECLS
