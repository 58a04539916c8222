/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of an inspection and of a finding. */
#include "config.h"

#include "field-table.h"
#include "inspection.h"

const YsChoice ys_level_choices[] = {
  { "town", N_ ("Town level"), "镇级", "镇|镇（街道）|街道|街道级|街镇|日常|日常检查|乡镇" },
  { "district", N_ ("District level"), "区级", "区|县|县级" },
  { "city", N_ ("City level"), "市级", "市" },
  { "joint", N_ ("Joint"), "联合", "联合抽查|联合检查|联查" },
  { "self", N_ ("Self"), "自查", "企业自查|物业自查|自检" },
  { NULL },
};

const YsChoice ys_inspection_kind_choices[] = {
  { "announced", N_ ("Announced"), "明查", "明察" },
  { "unannounced", N_ ("Unannounced"), "暗访", "暗查|暗察" },
  { "special", N_ ("Special"), "专项", "专项检查|专项考核|抽查" },
  { NULL },
};

const YsChoice ys_finding_state_choices[] = {
  { "found", N_ ("To be rectified"), "待整改", "未整改" },
  { "issued", N_ ("Being rectified"), "整改中", "已下发" },
  { "reported", N_ ("To be rechecked"), "待复查", "已反馈|已整改" },
  { "failed", N_ ("Recheck failed"), "复查不过", "复查不通过|未通过" },
  { "closed", N_ ("Closed"), "已销号", "销号|已完成|复查通过" },
  { "withdrawn", N_ ("Withdrawn"), "已撤回", "撤回|作废" },
  { NULL },
};

static const YsField inspection_fields[] = {
  YS_REFERENCE_FIELD (YsInspection, compound, "compound", N_ ("Compound"), YS_FIELD_REQUIRED),
  YS_CHOICE_FIELD (YsInspection, level, ys_level_choices, N_ ("Level"), YS_FIELD_REQUIRED),
  YS_CHOICE_FIELD (YsInspection, kind, ys_inspection_kind_choices, N_ ("Kind"), YS_FIELD_REQUIRED),
  YS_INSTANT_FIELD (YsInspection, at, N_ ("Inspected at"), YS_FIELD_REQUIRED),
  YS_INSTANT_FIELD (YsInspection, notice_at, N_ ("Notice given at"), YS_FIELD_NONE),
  YS_TEXT_FIELD (YsInspection, inspectors, N_ ("Inspectors"), YS_FIELD_PERSONAL, .maximum = 100),
  YS_REFERENCE_FIELD (YsInspection, catalogue, "catalogue", N_ ("Catalogue"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsInspection, remark, N_ ("Remark"), YS_FIELD_NONE, .maximum = 500),
  YS_FLAG_FIELD (YsInspection, withdrawn, N_ ("Withdrawn"), YS_FIELD_INTERNAL),
  YS_TEXT_FIELD (YsInspection,
                 withdrawn_reason,
                 N_ ("Reason of withdrawal"),
                 YS_FIELD_INTERNAL,
                 .maximum = 300),
};

static const YsField finding_fields[] = {
  YS_REFERENCE_FIELD (YsFinding, inspection, "inspection", N_ ("Inspection"), YS_FIELD_REQUIRED),
  YS_REFERENCE_FIELD (YsFinding, compound, "compound", N_ ("Compound"), YS_FIELD_REQUIRED),
  YS_CHOICE_FIELD (YsFinding, level, ys_level_choices, N_ ("Level"), YS_FIELD_REQUIRED),
  YS_REFERENCE_FIELD (YsFinding, clause, "clause", N_ ("Clause"), YS_FIELD_REQUIRED),
  YS_COUNT_FIELD (YsFinding, count, N_ ("Places"), YS_FIELD_REQUIRED, .maximum = 999, .minimum = 1),
  YS_TEXT_FIELD (YsFinding, place, N_ ("Place"), YS_FIELD_NONE, .maximum = 100),
  YS_TEXT_FIELD (YsFinding, note, N_ ("Note"), YS_FIELD_NONE, .maximum = 500),
  YS_INSTANT_FIELD (YsFinding, found_at, N_ ("Found at"), YS_FIELD_REQUIRED),
  YS_INSTANT_FIELD (YsFinding, starts_at, N_ ("Clock starts at"), YS_FIELD_REQUIRED),
  YS_INSTANT_FIELD (YsFinding, deadline, N_ ("Deadline"), YS_FIELD_NONE),
  YS_FLAG_FIELD (YsFinding, provisional, N_ ("Provisional"), YS_FIELD_INTERNAL),
  YS_CHOICE_FIELD (YsFinding, state, ys_finding_state_choices, N_ ("State"), YS_FIELD_REQUIRED),
  YS_INSTANT_FIELD (YsFinding, reported_at, N_ ("Reported at"), YS_FIELD_NONE),
  YS_INSTANT_FIELD (YsFinding, rechecked_at, N_ ("Rechecked at"), YS_FIELD_NONE),
  YS_INSTANT_FIELD (YsFinding, rectified_at, N_ ("Rectified at"), YS_FIELD_NONE),
  YS_INSTANT_FIELD (YsFinding, paused_at, N_ ("Paused at"), YS_FIELD_NONE),
  YS_HUNDREDTHS_FIELD (YsFinding, points, N_ ("Points"), YS_FIELD_REQUIRED, .maximum = 99999999),
};

/* Withdrawn only with a reason. */
static gboolean
validate_inspection (gconstpointer record, GError **error)
{
  const YsInspection *inspection = record;
  if (!inspection->withdrawn || inspection->withdrawn_reason != NULL)
    return TRUE;
  g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING,
                       _ ("An inspection is withdrawn with a reason; write why."));
  return FALSE;
}

const YsRecordType ys_inspection_type = {
  .name = "inspection",
  .label = N_ ("Inspection"),
  .size = sizeof (YsInspection),
  .fields = inspection_fields,
  .n_fields = G_N_ELEMENTS (inspection_fields),
  .title_field = "compound",
  .validate = validate_inspection,
};

const YsRecordType ys_finding_type = {
  .name = "finding",
  .label = N_ ("Finding"),
  .size = sizeof (YsFinding),
  .fields = finding_fields,
  .n_fields = G_N_ELEMENTS (finding_fields),
  .title_field = "compound",
};
