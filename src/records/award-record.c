/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of decisions, payouts, frozen periods and written reports. */
#include "config.h"

#include "award-record.h"
#include "field-table.h"
#include "scheme.h"

#define PERIOD(Struct)                                                                             \
  YS_TEXT_FIELD (Struct, period, N_ ("Period"), YS_FIELD_REQUIRED, .maximum = YS_PERIOD_NAME_LENGTH)
#define CONTENT_MAXIMUM 200000000

static const YsField decision_fields[] = {
  PERIOD (YsAwardDecision),
  YS_REFERENCE_FIELD (YsAwardDecision, compound, "compound", N_ ("Compound"), YS_FIELD_REQUIRED),
  YS_FLAG_FIELD (YsAwardDecision, red, N_ ("Red Property"), YS_FIELD_INTERNAL),
  YS_CHOICE_FIELD (YsAwardDecision, prize, ys_prize_choices, N_ ("Prize"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsAwardDecision, person, N_ ("Decided by"), YS_FIELD_REQUIRED, .maximum = 60),
  YS_TEXT_FIELD (YsAwardDecision, reason, N_ ("Reason"), YS_FIELD_REQUIRED, .maximum = 300),
  YS_INSTANT_FIELD (YsAwardDecision, at, N_ ("At"), YS_FIELD_INTERNAL),
};

static const YsField payout_fields[] = {
  PERIOD (YsPayout),
  YS_REFERENCE_FIELD (YsPayout, compound, "compound", N_ ("Compound"), YS_FIELD_REQUIRED),
  YS_CHOICE_FIELD (YsPayout, prize, ys_prize_choices, N_ ("Prize"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsPayout, name, N_ ("Name"), YS_FIELD_REQUIRED | YS_FIELD_PERSONAL, .maximum = 60),
  YS_HUNDREDTHS_FIELD (YsPayout,
                       amount,
                       N_ ("Amount (yuan)"),
                       YS_FIELD_REQUIRED,
                       .maximum = G_GINT64_CONSTANT (100000000000),
                       .minimum = 1),
  YS_TEXT_FIELD (YsPayout, account, N_ ("Account"), YS_FIELD_PERSONAL, .maximum = 60),
  YS_TEXT_FIELD (YsPayout, identity, N_ ("Identity number"), YS_FIELD_PERSONAL, .maximum = 30),
};

static const YsField version_fields[] = {
  PERIOD (YsPeriodVersion),
  YS_COUNT_FIELD (YsPeriodVersion,
                  version,
                  N_ ("Version"),
                  YS_FIELD_REQUIRED,
                  .maximum = 100000,
                  .minimum = 1),
  YS_INSTANT_FIELD (YsPeriodVersion, at, N_ ("Finalised at"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsPeriodVersion, user, N_ ("User"), YS_FIELD_REQUIRED, .maximum = 60),
  YS_TEXT_FIELD (YsPeriodVersion, reason, N_ ("Reason"), YS_FIELD_NONE, .maximum = 300),
  YS_TEXT_FIELD (YsPeriodVersion,
                 content,
                 N_ ("Content"),
                 YS_FIELD_REQUIRED | YS_FIELD_INTERNAL,
                 .maximum = CONTENT_MAXIMUM),
  YS_TEXT_FIELD (YsPeriodVersion,
                 sha256,
                 N_ ("SHA-256"),
                 YS_FIELD_REQUIRED | YS_FIELD_INTERNAL,
                 .maximum = 64),
};

static const YsField report_fields[] = {
  YS_TEXT_FIELD (YsFiledReport, number, N_ ("Number"), YS_FIELD_REQUIRED, .maximum = 60),
  PERIOD (YsFiledReport),
  YS_TEXT_FIELD (YsFiledReport, what, N_ ("Report"), YS_FIELD_REQUIRED, .maximum = 40),
  YS_TEXT_FIELD (YsFiledReport, file_name, N_ ("File"), YS_FIELD_REQUIRED, .maximum = 255),
  YS_TEXT_FIELD (YsFiledReport, sha256, N_ ("SHA-256"), YS_FIELD_REQUIRED, .maximum = 64),
  YS_TEXT_FIELD (YsFiledReport, user, N_ ("User"), YS_FIELD_REQUIRED, .maximum = 60),
  YS_INSTANT_FIELD (YsFiledReport, at, N_ ("At"), YS_FIELD_REQUIRED),
};

#define TYPE(symbol, name_, label_, Struct, table, title)                                          \
  const YsRecordType symbol = {                                                                    \
    .name = name_,                                                                                 \
    .label = label_,                                                                               \
    .size = sizeof (Struct),                                                                       \
    .fields = table,                                                                               \
    .n_fields = G_N_ELEMENTS (table),                                                              \
    .title_field = title,                                                                          \
  }

TYPE (ys_award_decision_type,
      "award_decision",
      N_ ("Award decision"),
      YsAwardDecision,
      decision_fields,
      "compound");
TYPE (ys_payout_type, "payout", N_ ("Payout"), YsPayout, payout_fields, "name");
TYPE (ys_period_version_type,
      "period_version",
      N_ ("Finalised period"),
      YsPeriodVersion,
      version_fields,
      "period");
TYPE (ys_filed_report_type,
      "filed_report",
      N_ ("Written report"),
      YsFiledReport,
      report_fields,
      "number");
