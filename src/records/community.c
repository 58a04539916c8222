/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a community. */
#include "config.h"

#include "community.h"
#include "field-table.h"

static const YsField fields[] = {
  YS_TEXT_FIELD (YsCommunity,
                 name,
                 N_ ("Name"),
                 YS_FIELD_REQUIRED,
                 .aliases = "社区名称|社区|所属社区|所在社区",
                 .maximum = 60),
  YS_TEXT_FIELD (YsCommunity,
                 town,
                 N_ ("Town or subdistrict"),
                 YS_FIELD_IMPORT,
                 .aliases = "镇（街）|镇街|街道|镇|镇（街道）|所属街道|所属镇街|乡镇（街道）|街镇|"
                            "乡镇|乡镇街道|镇（街）名称|所属乡镇|所属镇",
                 .maximum = 60),
  YS_TEXT_FIELD (YsCommunity,
                 phone,
                 N_ ("Phone"),
                 YS_FIELD_PHONE,
                 .aliases = "社区电话|社区联系电话",
                 .maximum = 60),
  YS_TEXT_FIELD (YsCommunity, remark, N_ ("Remark"), YS_FIELD_NONE, .maximum = 500),
  YS_COUNT_FIELD (YsCommunity, sort, N_ ("Order in tables"), YS_FIELD_NONE, .maximum = 9999),
};

const YsRecordType ys_community_type = {
  .name = "community",
  .label = N_ ("Community"),
  .size = sizeof (YsCommunity),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
};
