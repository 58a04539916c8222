/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a compound and their words. Headings and spellings are those that clerks of the
 * seeds' offices write; the first heading is the official one [004 annex 5]. */
#include "config.h"

#include "compound.h"
#include "field-table.h"

const YsChoice ys_class_choices[] = {
  { "1", N_ ("Class 1"), "1", "1类|一类|Ⅰ类|Ⅰ|一|i类|第一类|1类小区|一类小区|1级|一级|1等|一等|①" },
  { "2", N_ ("Class 2"), "2",
    "2类|二类|Ⅱ类|Ⅱ|二|ii类|第二类|2类小区|二类小区|2级|二级|2等|二等|②" },
  { "3", N_ ("Class 3"), "3",
    "3类|三类|Ⅲ类|Ⅲ|三|iii类|第三类|3类小区|三类小区|3级|三级|3等|三等|③" },
  { NULL },
};

const YsChoice ys_form_choices[] = {
  { "company", N_ ("Property company"), "物业企业",
    "物业公司|物业服务企业|物业企业管理|物业公司管理|专业物业|专业化物业|市场化物业|物业管理企业" },
  { "owner-unit", N_ ("Owner unit"), "产权单位",
    "产权单位管理|产权单位自管|单位管理|单位自管|产权单位代管" },
  { "trusteeship", N_ ("Community trusteeship"), "社区兜底",
    "社区托管|社区代管|社区管理|社区兜底管理|兜底|居委会代管|村居代管|社区居委会管理" },
  { "self-rule", N_ ("Owners' self-rule"), "业主自治",
    "业委会自治|业主自管|自治|业委会自管|业委会管理|业主自治管理|业主委员会自治|自治管理" },
  { "self-managed", N_ ("Self-managed"), "自管小区", "自管|自行管理|居民自管" },
  { "three-without", N_ ("Three-without"), "三无小区", "三无|无物业|无人管理|无物业管理|三无楼院" },
  { NULL },
};

const YsChoice ys_nature_choices[] = {
  { "self-run", N_ ("Self-run"), "自主",
    "自主管理|自主物业|自主物业公司|自主物业企业|自管|自营|自行管理|自治|业主自治|自主型" },
  { "hired", N_ ("Hired"), "外聘",
    "外聘物业公司|外聘公司|外聘物业|外聘企业|聘用|聘请|选聘|外包|委托|委托管理|外聘物业企业|"
    "物业公司|外聘型" },
  { NULL },
};

const YsChoice ys_stage_choices[] = {
  { "planned", N_ ("Planned"), "规划", "规划中|拟建|未开工|待建" },
  { "under-construction", N_ ("Under construction"), "在建", "建设中|施工中|未竣工|未完工" },
  { "partly-completed", N_ ("Partly completed"), "部分竣工",
    "部分完工|部分建成|部分交付|分期竣工" },
  { "completed", N_ ("Completed"), "已竣工",
    "竣工|完工|已完工|建成|已建成|已交付|交付|全部竣工|竣工交付" },
  { NULL },
};

const YsChoice ys_answer_choices[] = {
  { "yes", N_ ("Yes"), "有",
    "是|已建|已成立|已建立|成立|建立|有党支部|党支部|临时党支部|有临时党支部|已成立党支部|"
    "已建党支部|√|y|1|true" },
  { "no", N_ ("No"), "无", "否|没有|未建|未成立|未建立|无党支部|没有党支部|暂无|×|x|n|0|false" },
  { NULL },
};

#define COLUMN (YS_FIELD_IMPORT | YS_FIELD_DISPATCH | YS_FIELD_WANTED)

static const YsField fields[] = {
  YS_TEXT_FIELD (YsCompound,
                 name,
                 N_ ("Name"),
                 YS_FIELD_REQUIRED | YS_FIELD_IMPORT | YS_FIELD_DISPATCH,
                 .aliases = "小区名称|小区|住宅小区|住宅小区名称|项目名称|物业项目名称|"
                            "小区（项目）名称|项目|楼盘名称|小区名|名称",
                 .maximum = 60),
  YS_TEXT_FIELD (YsCompound,
                 former_names,
                 N_ ("Former names"),
                 YS_FIELD_IMPORT,
                 .aliases = "曾用名|原名|小区曾用名|原小区名称|旧名",
                 .maximum = 300),
  YS_TEXT_FIELD (YsCompound,
                 other_names,
                 N_ ("Other names"),
                 YS_FIELD_IMPORT,
                 .aliases = "别名|又名|其他名称|俗称|小区别名|小区简称",
                 .maximum = 300),
  YS_REFERENCE_FIELD (YsCompound,
                      community,
                      "community",
                      N_ ("Community"),
                      YS_FIELD_REQUIRED | YS_FIELD_IMPORT | YS_FIELD_DISPATCH,
                      .aliases = "社区名称|社区|所属社区|所在社区|社区居委会|居委会|所属社区名称|"
                                 "村居|社区（村居）"),
  YS_CHOICE_FIELD (YsCompound,
                   class,
                   ys_class_choices,
                   N_ ("Class"),
                   COLUMN | YS_FIELD_NUMERIC_CHOICE,
                   .aliases = "类别|类型|等级|小区类别|小区类型|小区等级|分类|等次|小区分类|类"),
  YS_CHOICE_FIELD (YsCompound,
                   form,
                   ys_form_choices,
                   N_ ("Management form"),
                   YS_FIELD_IMPORT | YS_FIELD_WANTED,
                   .aliases
                   = "管理方式|管理形式|管理模式|物业管理方式|物业管理形式|物业管理模式|管理类型"),
  YS_REFERENCE_FIELD (YsCompound,
                      company,
                      "company",
                      N_ ("Property company"),
                      COLUMN,
                      .aliases = "入驻物业管理企业名称|物业企业|物业公司|物业企业名称|物业公司名称|"
                                 "物业管理企业|物业管理企业名称|"
                                 "物业服务企业|物业服务企业名称|入驻物业企业|入驻物业企业名称|"
                                 "入驻物业|管理单位|物业名称|物业服务公司|物业单位|物业"),
  YS_CHOICE_FIELD (YsCompound,
                   nature,
                   ys_nature_choices,
                   N_ ("Nature of management"),
                   COLUMN,
                   .aliases = "物业管理性质（自主或外聘物业公司）|物业管理性质|管理性质|性质|"
                              "物业性质|自主或外聘|自主/外聘"),
  YS_DATE_FIELD (YsCompound,
                 entry_date,
                 N_ ("Entry date"),
                 COLUMN,
                 .aliases = "入驻时间|进驻日期|入驻日期|进驻时间|物业入驻时间|物业进驻时间|"
                            "接管时间|接管日期|物业入驻日期"),
  YS_TEXT_FIELD (YsCompound,
                 services,
                 N_ ("Services"),
                 COLUMN,
                 .aliases = "服务内容|物业服务内容|服务项目|管理服务内容|服务范围",
                 .maximum = 500),
  YS_TEXT_FIELD (YsCompound,
                 manager,
                 N_ ("Manager"),
                 COLUMN | YS_FIELD_PERSONAL,
                 .aliases = "物业负责人|负责人|项目经理|项目负责人|物业经理|小区负责人|"
                            "物业项目经理|负责人姓名|小区经理",
                 .maximum = 60),
  YS_TEXT_FIELD (YsCompound,
                 phone,
                 N_ ("Phone"),
                 COLUMN | YS_FIELD_PERSONAL | YS_FIELD_PHONE,
                 .aliases = "联系电话|电话|手机|联系方式|手机号|手机号码|电话号码|负责人电话|"
                            "联系人电话|物业电话",
                 .maximum = 60),
  YS_COUNT_FIELD (YsCompound,
                  buildings,
                  N_ ("Buildings"),
                  YS_FIELD_IMPORT,
                  .aliases = "楼栋数|楼栋|栋数|楼数|楼幢数|幢数|楼栋数量|总栋数|楼座数",
                  .maximum = 9999),
  YS_COUNT_FIELD (YsCompound,
                  households,
                  N_ ("Households"),
                  YS_FIELD_IMPORT,
                  .aliases = "户数|总户数|住户数|居民户数|户数（户）|住宅户数|住宅套数|套数",
                  .maximum = 99999),
  YS_HUNDREDTHS_FIELD (YsCompound,
                       area_m2,
                       N_ ("Floor area (m²)"),
                       YS_FIELD_IMPORT,
                       .aliases = "建筑面积|建筑面积（平方米）|总建筑面积|面积|建筑面积（㎡）|"
                                  "建筑面积（m2）|建筑面积（m²）|总建筑面积（平方米）|"
                                  "面积（平方米）|物业面积",
                       .maximum = 99999999 * G_GINT64_CONSTANT (100)),
  YS_COUNT_FIELD (YsCompound,
                  year_built,
                  N_ ("Year built"),
                  YS_FIELD_IMPORT | YS_FIELD_YEAR,
                  .aliases = "建成年份|建成时间|建设年份|竣工年份|建成年代|建筑年代|竣工时间|"
                             "建设年代|交付年份",
                  .maximum = 2100,
                  .minimum = 1900),
  YS_CHOICE_FIELD (YsCompound,
                   stage,
                   ys_stage_choices,
                   N_ ("Completion stage"),
                   YS_FIELD_IMPORT,
                   .aliases = "竣工情况|建设状态|建设情况|竣工状态|建设进度|交付情况|完工情况"),
  YS_CHOICE_FIELD (YsCompound,
                   party_branch,
                   ys_answer_choices,
                   N_ ("Party branch"),
                   YS_FIELD_IMPORT,
                   .aliases = "党组织|党支部|有无党组织|有无党支部|是否有党组织|是否成立党组织|"
                              "党组织建设|是否成立党支部|是否有党支部|党组织情况|临时党支部"),
  YS_TEXT_FIELD (YsCompound,
                 remark,
                 N_ ("Remark"),
                 YS_FIELD_IMPORT | YS_FIELD_DISPATCH,
                 .aliases = "备注|说明|备注说明|其他|其它",
                 .maximum = 500),
  YS_FLAG_FIELD (YsCompound, withdrawn, N_ ("Withdrawn"), YS_FIELD_INTERNAL),
  YS_TEXT_FIELD (YsCompound,
                 withdrawn_reason,
                 N_ ("Reason of withdrawal"),
                 YS_FIELD_INTERNAL,
                 .maximum = 300),
  YS_DATE_FIELD (YsCompound, withdrawn_on, N_ ("Withdrawn on"), YS_FIELD_INTERNAL),
};

/* Withdrawn only with a reason. */
static gboolean
validate (gconstpointer record, GError **error)
{
  const YsCompound *compound = record;
  if (!compound->withdrawn || compound->withdrawn_reason != NULL)
    return TRUE;
  g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING,
                       _ ("A compound is withdrawn with a reason; write why."));
  return FALSE;
}

const YsRecordType ys_compound_type = {
  .name = "compound",
  .label = N_ ("Compound"),
  .size = sizeof (YsCompound),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .validate = validate,
};

YsCompound *
ys_compound_new (void)
{
  return ys_record_new (&ys_compound_type);
}

YsCompound *
ys_compound_copy (const YsCompound *compound)
{
  g_return_val_if_fail (compound != NULL, NULL);

  YsCompound *copy = ys_compound_new ();
  ys_record_copy (&ys_compound_type, copy, compound);
  return copy;
}

void
ys_compound_free (YsCompound *compound)
{
  ys_record_free (&ys_compound_type, compound);
}
