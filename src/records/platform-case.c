/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a case, of a decision on its faults and of its legal procedures. */
#include "config.h"

#include "catalogue.h"
#include "field-table.h"
#include "inspection.h"
#include "platform-case.h"

const YsChoice ys_case_state_choices[] = {
  { "received", N_ ("To be accepted"), "待签收", "待处置|未处置|待派遣" },
  { "accepted", N_ ("Being handled"), "整改中", "处置中|已派遣|已签收" },
  { "replied", N_ ("To be verified"), "待核查", "已回复|待核实|待结案" },
  { "failed", N_ ("Verification failed"), "核查不符", "核查不通过|返工" },
  { "closed", N_ ("Closed"), "已销号", "已结案|结案|办结|已办结" },
  { "withdrawn", N_ ("Withdrawn"), "已撤回", "撤回|作废|退回" },
  { NULL },
};

const YsChoice ys_fault_choices[] = {
  { "overdue", N_ ("Overdue"), "超时", "超时案卷|逾期" },
  { "passing", N_ ("Buck-passing"), "推诿", "推诿案卷|推诿扯皮" },
  { "repeated", N_ ("Repeated"), "反复", "反复性|反复性案卷" },
  { "verification", N_ ("Failed verification"), "核查不符", "核查|案卷核查" },
  { "key", N_ ("Key problem"), "重点", "重点问题" },
  { NULL },
};

const YsChoice ys_decision_choices[] = {
  { "confirmed", N_ ("Confirmed"), "确认", "认定" },
  { "rejected", N_ ("Rejected"), "不认定", "驳回|不予认定" },
  { NULL },
};

static const YsField case_fields[] = {
  YS_TEXT_FIELD (YsCase,
                 number,
                 N_ ("Case number"),
                 YS_FIELD_REQUIRED | YS_FIELD_IMPORT,
                 .aliases = "案卷号|案卷编号|案件编号|案件号|任务号|工单号|工单编号|编号|问题编号",
                 .maximum = 60),
  YS_CHOICE_FIELD (YsCase,
                   level,
                   ys_level_choices,
                   N_ ("Level"),
                   YS_FIELD_REQUIRED | YS_FIELD_IMPORT,
                   .aliases = "级别|来源级别|平台|案卷级别|层级"),
  YS_TEXT_FIELD (YsCase,
                 channel,
                 N_ ("Channel"),
                 YS_FIELD_IMPORT,
                 .aliases = "来源|问题来源|上报渠道|案件来源|渠道|受理渠道|案卷来源",
                 .maximum = 60),
  YS_REFERENCE_FIELD (YsCase,
                      compound,
                      "compound",
                      N_ ("Compound"),
                      YS_FIELD_REQUIRED | YS_FIELD_IMPORT,
                      .aliases = "小区|小区名称|所属小区|所在小区|住宅小区"),
  YS_REFERENCE_FIELD (YsCase,
                      clause,
                      "clause",
                      N_ ("Clause"),
                      YS_FIELD_REQUIRED | YS_FIELD_IMPORT,
                      .aliases = "小类名称|小类|问题小类|条款|小类代码|案件小类|问题类型|代码"),
  YS_TEXT_FIELD (YsCase,
                 place,
                 N_ ("Place"),
                 YS_FIELD_IMPORT,
                 .aliases = "位置|地址|位置描述|发生地点|问题位置|案发地址|地点|详细地址",
                 .maximum = 200),
  YS_TEXT_FIELD (YsCase,
                 note,
                 N_ ("Note"),
                 YS_FIELD_IMPORT,
                 .aliases = "情况说明|问题描述|描述|案件描述|说明|备注",
                 .maximum = 1000),
  YS_INSTANT_FIELD (YsCase,
                    at,
                    N_ ("Dispatched at"),
                    YS_FIELD_REQUIRED | YS_FIELD_IMPORT,
                    .aliases = "下达时间|派遣时间|受理时间|立案时间|上报时间|派发时间|交办时间|"
                               "接收时间|收到时间"),
  YS_COUNT_FIELD (YsCase,
                  limit_amount,
                  N_ ("Time limit"),
                  YS_FIELD_NONE,
                  .maximum = 999,
                  .minimum = 1),
  YS_CHOICE_FIELD (YsCase,
                   limit_unit,
                   ys_limit_unit_choices,
                   N_ ("Unit of the limit"),
                   YS_FIELD_NONE),
  YS_FLAG_FIELD (YsCase, dispatched_deadline, N_ ("Deadline as dispatched"), YS_FIELD_INTERNAL),
  YS_INSTANT_FIELD (YsCase,
                    deadline,
                    N_ ("Deadline"),
                    YS_FIELD_IMPORT,
                    .aliases = "处置时限|处置截止时间|截止时间|期限|处置期限|办理期限|要求完成时间|"
                               "整改期限"),
  YS_FLAG_FIELD (YsCase, provisional, N_ ("Provisional"), YS_FIELD_INTERNAL),
  YS_CHOICE_FIELD (YsCase, state, ys_case_state_choices, N_ ("State"), YS_FIELD_REQUIRED),
  YS_INSTANT_FIELD (YsCase,
                    replied_at,
                    N_ ("Replied at"),
                    YS_FIELD_IMPORT,
                    .aliases = "回复时间|处置完成时间|办结时间|处置时间|反馈时间|完成时间"),
  YS_TEXT_FIELD (YsCase,
                 reply,
                 N_ ("Reply"),
                 YS_FIELD_IMPORT,
                 .aliases = "回复|处置结果|处置情况|回复内容|办理结果|反馈意见",
                 .maximum = 1000),
  YS_INSTANT_FIELD (YsCase, verified_at, N_ ("Verified at"), YS_FIELD_NONE),
  YS_INSTANT_FIELD (YsCase, closed_at, N_ ("Closed at"), YS_FIELD_NONE),
  YS_INSTANT_FIELD (YsCase, paused_at, N_ ("Paused at"), YS_FIELD_NONE),
};

static const YsField fault_fields[] = {
  YS_REFERENCE_FIELD (YsCaseFault, case, "platform_case", N_ ("Case"), YS_FIELD_REQUIRED),
  YS_CHOICE_FIELD (YsCaseFault, fault, ys_fault_choices, N_ ("Fault"), YS_FIELD_REQUIRED),
  YS_CHOICE_FIELD (YsCaseFault, decision, ys_decision_choices, N_ ("Decision"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsCaseFault, reason, N_ ("Reason"), YS_FIELD_REQUIRED, .maximum = 300),
  YS_TEXT_FIELD (YsCaseFault, person, N_ ("Decided by"), YS_FIELD_PERSONAL, .maximum = 60),
  YS_INSTANT_FIELD (YsCaseFault, at, N_ ("Time"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsCaseFault, evidence, N_ ("Evidence"), YS_FIELD_NONE, .maximum = 2000),
};

static const YsField procedure_fields[] = {
  YS_REFERENCE_FIELD (YsCaseProcedure, case, "platform_case", N_ ("Case"), YS_FIELD_REQUIRED),
  YS_INSTANT_FIELD (YsCaseProcedure, starts_at, N_ ("From"), YS_FIELD_REQUIRED),
  YS_INSTANT_FIELD (YsCaseProcedure, ends_at, N_ ("Until"), YS_FIELD_NONE),
  YS_TEXT_FIELD (YsCaseProcedure, reason, N_ ("Reason"), YS_FIELD_NONE, .maximum = 300),
};

/* Only the city and the district dispatch cases. */
static gboolean
validate_case (gconstpointer record, GError **error)
{
  const YsCase *one = record;
  if (one->level == YS_INSPECTION_LEVEL_CITY || one->level == YS_INSPECTION_LEVEL_DISTRICT)
    return TRUE;
  g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                       _ ("A case comes from the city's or the district's platform. Choose city or "
                          "district."));
  return FALSE;
}

static gboolean
validate_procedure (gconstpointer record, GError **error)
{
  const YsCaseProcedure *procedure = record;
  if (procedure->ends_at == 0 || procedure->ends_at >= procedure->starts_at)
    return TRUE;
  g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                       _ ("The legal procedure ends before it begins. Write a later end."));
  return FALSE;
}

const YsRecordType ys_case_type = {
  .name = "platform_case",
  .label = N_ ("Case"),
  .size = sizeof (YsCase),
  .fields = case_fields,
  .n_fields = G_N_ELEMENTS (case_fields),
  .title_field = "number",
  .validate = validate_case,
};

const YsRecordType ys_case_fault_type = {
  .name = "case_fault",
  .label = N_ ("Fault of a case"),
  .size = sizeof (YsCaseFault),
  .fields = fault_fields,
  .n_fields = G_N_ELEMENTS (fault_fields),
  .title_field = "case",
};

const YsRecordType ys_case_procedure_type = {
  .name = "case_procedure",
  .label = N_ ("Legal procedure"),
  .size = sizeof (YsCaseProcedure),
  .fields = procedure_fields,
  .n_fields = G_N_ELEMENTS (procedure_fields),
  .title_field = "case",
  .validate = validate_procedure,
};
