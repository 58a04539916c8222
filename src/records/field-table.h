/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the record files write one line of a field table: struct, member, label, flags, then any
 * other member of YsField by name. The compiler refuses a member of the wrong C type. */
#pragma once

#include <glib/gi18n-lib.h>

#include "field.h"

#define YS_FIELD_(Struct, member, CType, kind, name_, label_, flags_, ...)                         \
  {                                                                                                \
    .name = name_, .label = label_, .type = kind, .flags = (YsFieldFlags)(flags_),                 \
    .offset = YS_FIELD_OFFSET (Struct, member, CType), __VA_ARGS__                                 \
  }

/* Of the longest name of a period: 2026-10-01..2026-12-15. */
#define YS_PERIOD_NAME_LENGTH 22

#define YS_TEXT_FIELD(Struct, member, label, flags, ...)                                           \
  YS_FIELD_ (Struct, member, char *, YS_FIELD_TEXT, #member, label, flags, __VA_ARGS__)
#define YS_COUNT_FIELD(Struct, member, label, flags, ...)                                          \
  YS_FIELD_ (Struct, member, YsNumber, YS_FIELD_COUNT, #member, label, flags, __VA_ARGS__)
#define YS_HUNDREDTHS_FIELD(Struct, member, label, flags, ...)                                     \
  YS_FIELD_ (Struct, member, YsNumber, YS_FIELD_HUNDREDTHS, #member, label, flags, __VA_ARGS__)
#define YS_DATE_FIELD(Struct, member, label, flags, ...)                                           \
  YS_FIELD_ (Struct, member, YsDate, YS_FIELD_DATE, #member, label, flags, __VA_ARGS__)
#define YS_INSTANT_FIELD(Struct, member, label, flags, ...)                                        \
  YS_FIELD_ (Struct, member, YsInstant, YS_FIELD_INSTANT, #member, label, flags, __VA_ARGS__)
#define YS_FLAG_FIELD(Struct, member, label, flags, ...)                                           \
  YS_FIELD_ (Struct, member, gboolean, YS_FIELD_FLAG, #member, label, flags, __VA_ARGS__)
#define YS_CHOICE_FIELD(Struct, member, choices_, label, flags, ...)                               \
  YS_FIELD_ (Struct, member, int, YS_FIELD_CHOICE, #member, label, flags, .choices = choices_,     \
             __VA_ARGS__)
/* The member is NAME_id; column and JSON key are the plain name. */
#define YS_REFERENCE_FIELD(Struct, name_, target_, label, flags, ...)                              \
  YS_FIELD_ (Struct, name_##_id, gint64, YS_FIELD_REFERENCE, #name_, label, flags,                 \
             .target = target_, __VA_ARGS__)
