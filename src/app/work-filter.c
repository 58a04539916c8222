/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that is NULL and one that is empty ask for the same. */
#include "config.h"

#include "work-filter.h"

void
ys_work_filter_clear (YsWorkFilter *filter)
{
  g_free ((char *)filter->search);
  g_free ((char *)filter->unit);
  g_free ((char *)filter->code);
  g_free ((char *)filter->levels);
  *filter = (YsWorkFilter){ 0 };
}

void
ys_work_filter_copy (YsWorkFilter *copy, const YsWorkFilter *filter)
{
  *copy = *filter;
  copy->search = g_strdup (filter->search);
  copy->unit = g_strdup (filter->unit);
  copy->code = g_strdup (filter->code);
  copy->levels = g_strdup (filter->levels);
}

static gboolean
same_text (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

gboolean
ys_work_filters_equal (const YsWorkFilter *a, const YsWorkFilter *b)
{
  return a->source == b->source && a->show == b->show && same_text (a->search, b->search)
         && a->compound_id == b->compound_id && a->level == b->level && same_text (a->unit, b->unit)
         && same_text (a->code, b->code) && same_text (a->levels, b->levels) && a->from == b->from
         && a->to == b->to && a->sort == b->sort && !a->descending == !b->descending;
}

/* The figures on the buttons do not depend on which of them is pressed, nor on the order. */
gboolean
ys_work_filters_count_differently (const YsWorkFilter *a, const YsWorkFilter *b)
{
  YsWorkFilter same = *a;

  same.show = b->show;
  same.sort = b->sort;
  same.descending = b->descending;
  return !ys_work_filters_equal (&same, b);
}
