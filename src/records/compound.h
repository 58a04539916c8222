/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A residential compound (小区): what is registered, inspected, scored, ranked, awarded. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef enum /* note 1 of [004 annex 5] */
{
  YS_CLASS_UNKNOWN,
  YS_CLASS_1,
  YS_CLASS_2,
  YS_CLASS_3
} YsClass;

typedef enum
{
  YS_FORM_UNKNOWN,
  YS_FORM_COMPANY,
  YS_FORM_OWNER_UNIT,
  YS_FORM_TRUSTEESHIP,
  YS_FORM_SELF_RULE,
  YS_FORM_SELF_MANAGED,
  YS_FORM_THREE_WITHOUT
} YsForm;

typedef enum
{
  YS_NATURE_UNKNOWN,
  YS_NATURE_SELF_RUN,
  YS_NATURE_HIRED
} YsNature;

typedef enum
{
  YS_STAGE_UNKNOWN,
  YS_STAGE_PLANNED,
  YS_STAGE_UNDER_CONSTRUCTION,
  YS_STAGE_PARTLY_COMPLETED,
  YS_STAGE_COMPLETED
} YsStage;

typedef enum
{
  YS_ANSWER_UNKNOWN,
  YS_ANSWER_YES,
  YS_ANSWER_NO
} YsAnswer;

typedef struct
{
  gint64   id;
  char    *name;
  char    *former_names; /* parted by 、 */
  char    *other_names;  /* parted by 、 */
  gint64   community_id;
  int      class;        /* YsClass */
  int      form;         /* YsForm */
  gint64   company_id;
  int      nature;       /* YsNature */
  YsDate   entry_date;   /* of the property company */
  char    *services;     /* service contents */
  char    *manager;      /* personal */
  char    *phone;        /* personal */
  YsNumber buildings;
  YsNumber households;
  YsNumber area_m2;      /* floor area, hundredths of a square metre */
  YsNumber year_built;
  int      stage;        /* YsStage */
  int      party_branch; /* YsAnswer */
  char    *remark;
  gboolean withdrawn;
  char    *withdrawn_reason;
  YsDate   withdrawn_on;
} YsCompound;

extern const YsRecordType ys_compound_type;
extern const YsChoice     ys_class_choices[];
extern const YsChoice     ys_form_choices[];
extern const YsChoice     ys_nature_choices[];
extern const YsChoice     ys_stage_choices[];
extern const YsChoice     ys_answer_choices[];

YsCompound *ys_compound_new (void);
YsCompound *ys_compound_copy (const YsCompound *compound);
void        ys_compound_free (YsCompound *compound);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCompound, ys_compound_free)

G_END_DECLS
