/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a filter that own their texts, and whether two filters ask for the same. */
#pragma once

#include "work-list.h"

G_BEGIN_DECLS

void     ys_work_filter_clear (YsWorkFilter *filter);
void     ys_work_filter_copy (YsWorkFilter *copy, const YsWorkFilter *filter);
gboolean ys_work_filters_equal (const YsWorkFilter *a, const YsWorkFilter *b);
/* Whether the figures of the two may differ. */
gboolean ys_work_filters_count_differently (const YsWorkFilter *a, const YsWorkFilter *b);

G_END_DECLS
