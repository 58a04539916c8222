/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits of single values, shared by reading and validation; seen in this folder only. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

gboolean ys_field_refuse_missing (const YsField *field, GError **error); /* always FALSE */
gboolean ys_field_check_text (const YsField *field, const char *text, GError **error);
gboolean ys_field_check_number (const YsField *field, YsNumber number, GError **error);

G_END_DECLS
