/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a property company. */
#include "config.h"

#include "company.h"
#include "field-table.h"

static const YsField fields[] = {
  YS_TEXT_FIELD (YsCompany,
                 name,
                 N_ ("Name"),
                 YS_FIELD_REQUIRED,
                 .aliases = "物业企业名称|企业名称|公司名称",
                 .maximum = 100),
  YS_TEXT_FIELD (YsCompany,
                 other_names,
                 N_ ("Other names"),
                 YS_FIELD_NONE,
                 .aliases = "企业简称|简称|又名",
                 .maximum = 300),
  YS_TEXT_FIELD (YsCompany,
                 manager,
                 N_ ("Manager"),
                 YS_FIELD_PERSONAL,
                 .aliases = "企业负责人|法人代表|法定代表人",
                 .maximum = 60),
  YS_TEXT_FIELD (YsCompany,
                 phone,
                 N_ ("Phone"),
                 YS_FIELD_PERSONAL | YS_FIELD_PHONE,
                 .aliases = "企业电话|公司电话",
                 .maximum = 60),
  YS_TEXT_FIELD (YsCompany, remark, N_ ("Remark"), YS_FIELD_NONE, .maximum = 500),
};

const YsRecordType ys_company_type = {
  .name = "company",
  .label = N_ ("Property company"),
  .size = sizeof (YsCompany),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
};
