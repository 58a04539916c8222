/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a catalogue's version and of a clause; headings are the annexes' own [002]. */
#include "config.h"

#include "catalogue.h"
#include "field-table.h"

const YsChoice ys_annex_choices[] = {
  { "annex1", N_ ("Annex 1"), "附件1", "附件一|附件 1|1" },
  { "annex2", N_ ("Annex 2"), "附件2", "附件二|附件 2|2" },
  { "annex3", N_ ("Annex 3"), "附件3", "附件三|附件 3|3" },
  { NULL },
};

const YsChoice ys_clause_kind_choices[] = {
  { "deduction", N_ ("Deduction"), "扣分", "减分" }, { "extra", N_ ("Extra"), "加分", "附加分" },
  { "survey", N_ ("Survey"), "满意率", "满意度" },   { "item", N_ ("Item"), "评分", "得分" },
  { "veto", N_ ("Veto"), "一票否决", "否决" },       { NULL },
};

const YsChoice ys_limit_unit_choices[] = {
  { "hours", N_ ("Working hours"), "工作时", "h|小时|工作小时" },
  { "days", N_ ("Working days"), "工作日", "d|天|日|个工作日" },
  { NULL },
};

static const YsField catalogue_fields[] = {
  YS_TEXT_FIELD (YsCatalogue, title, N_ ("Title"), YS_FIELD_REQUIRED, .maximum = 60),
  YS_CHOICE_FIELD (YsCatalogue, annex, ys_annex_choices, N_ ("Annex"), YS_FIELD_REQUIRED),
  YS_COUNT_FIELD (YsCatalogue,
                  version,
                  N_ ("Version"),
                  YS_FIELD_REQUIRED,
                  .maximum = 9999,
                  .minimum = 1),
  YS_DATE_FIELD (YsCatalogue, valid_from, N_ ("Valid from"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsCatalogue, reason, N_ ("Reason"), YS_FIELD_REQUIRED, .maximum = 300),
  YS_TEXT_FIELD (YsCatalogue, source, N_ ("Source"), YS_FIELD_NONE, .maximum = 255),
  YS_TEXT_FIELD (YsCatalogue, notes, N_ ("Footnotes"), YS_FIELD_NONE, .maximum = 4000),
};

static const YsField clause_fields[] = {
  YS_REFERENCE_FIELD (YsClause, catalogue, "catalogue", N_ ("Catalogue"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsClause,
                 code,
                 N_ ("Code"),
                 YS_FIELD_REQUIRED | YS_FIELD_IMPORT,
                 .aliases = "代码|小类代码|条款代码|编号",
                 .maximum = 10),
  YS_COUNT_FIELD (YsClause,
                  position,
                  N_ ("Position"),
                  YS_FIELD_REQUIRED,
                  .maximum = 999,
                  .minimum = 1),
  YS_CHOICE_FIELD (YsClause,
                   kind,
                   ys_clause_kind_choices,
                   N_ ("Kind"),
                   YS_FIELD_REQUIRED | YS_FIELD_IMPORT,
                   .aliases = "性质|种类"),
  YS_TEXT_FIELD (YsClause,
                 group,
                 N_ ("Group"),
                 YS_FIELD_REQUIRED | YS_FIELD_IMPORT,
                 .aliases = "分类|大类|项目|组别",
                 .maximum = 60),
  YS_TEXT_FIELD (YsClause,
                 content,
                 N_ ("Content"),
                 YS_FIELD_IMPORT,
                 .aliases = "考核内容|标准|内容",
                 .maximum = 2000),
  YS_TEXT_FIELD (YsClause,
                 name,
                 N_ ("Name"),
                 YS_FIELD_REQUIRED | YS_FIELD_IMPORT,
                 .aliases = "小类名称|条款名称|条款|名称",
                 .maximum = 60),
  YS_TEXT_FIELD (YsClause,
                 short_name,
                 N_ ("Short name"),
                 YS_FIELD_REQUIRED | YS_FIELD_IMPORT,
                 .aliases = "简称",
                 .maximum = 6),
  YS_TEXT_FIELD (YsClause,
                 criterion,
                 N_ ("Criterion"),
                 YS_FIELD_REQUIRED | YS_FIELD_IMPORT,
                 .aliases = "立案条件（扣分依据）|立案条件|扣分依据|评分标准|评分内容",
                 .maximum = 2000),
  YS_COUNT_FIELD (YsClause,
                  limit_amount,
                  N_ ("Time limit"),
                  YS_FIELD_NONE,
                  .maximum = 999,
                  .minimum = 1),
  YS_CHOICE_FIELD (YsClause,
                   limit_unit,
                   ys_limit_unit_choices,
                   N_ ("Unit of the limit"),
                   YS_FIELD_NONE),
  YS_TEXT_FIELD (YsClause,
                 unit,
                 N_ ("Responsible unit"),
                 YS_FIELD_IMPORT,
                 .aliases = "责任单位|责任部门",
                 .maximum = 100),
  YS_HUNDREDTHS_FIELD (YsClause,
                       points,
                       N_ ("Points"),
                       YS_FIELD_IMPORT,
                       .aliases = "每处（个）扣分|扣分|分值|评价分值|分数",
                       .maximum = 10000),
};

/* A limit has both an amount and a unit, or neither. */
static gboolean
validate_clause (gconstpointer record, GError **error)
{
  const YsClause *clause = record;
  if (clause->limit_amount.is_set == (clause->limit_unit != 0))
    return TRUE;
  g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                       _ ("A time limit is a number with its unit. Write 3 working days or 2 "
                          "working hours."));
  return FALSE;
}

const YsRecordType ys_catalogue_type = {
  .name = "catalogue",
  .label = N_ ("Catalogue"),
  .size = sizeof (YsCatalogue),
  .fields = catalogue_fields,
  .n_fields = G_N_ELEMENTS (catalogue_fields),
  .title_field = "title",
};

const YsRecordType ys_clause_type = {
  .name = "clause",
  .label = N_ ("Clause"),
  .size = sizeof (YsClause),
  .fields = clause_fields,
  .n_fields = G_N_ELEMENTS (clause_fields),
  .title_field = "code",
  .validate = validate_clause,
};
