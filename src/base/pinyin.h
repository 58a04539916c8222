/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding Chinese names by characters, pinyin or initials. The table is generated from
 * Unicode's Unihan readings by tools/make-pinyin-table; every reading of a polyphone
 * matches, the first is the sort key. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YS_MATCH_NONE,
  YS_MATCH_LOOSE,     /* initials present in any order */
  YS_MATCH_INNER,     /* characters, pinyin or initials in order, not at the start */
  YS_MATCH_PREFIX,    /* from the start */
  YS_MATCH_EXACT      /* the whole name */
} YsMatch;

/* A query prepared once per keystroke. */
typedef struct _YsPinyinQuery YsPinyinQuery;

YsPinyinQuery *ys_pinyin_query_new (const char *text);
void           ys_pinyin_query_free (YsPinyinQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPinyinQuery, ys_pinyin_query_free)

/* How well @name fits: by its characters (after ys_text_key()), by full pinyin
 * (longzhu, long zhu), by initials (lzbh), or mixed (龙zbh). An empty query matches all
 * as PREFIX. Linear in the length of @name; allocates nothing. */
YsMatch        ys_pinyin_query_match (const YsPinyinQuery *query, const char *name);
/* As above; where it matches in order, the byte range of @name that the query covers. */
YsMatch        ys_pinyin_query_match_range (const YsPinyinQuery *query,
                                            const char          *name,
                                            gsize               *out_start,
                                            gsize               *out_end);

/* (transfer full): with tone marks, for the eye: "lóng zhū bǎi hé". */
char          *ys_pinyin_to_display (const char *name);
/* (transfer full): compare with strcmp(): first readings without tone, then code points. */
char          *ys_pinyin_sort_key (const char *name);

G_END_DECLS
