/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/base: the generated readings of Han characters. A character's entry is
 * an index into the pool, where its list of syllables begins; the last one of a list has
 * YS_PINYIN_LAST set. Entry 0 is a list of one empty syllable. Beside each list's begin
 * stand its initials, bit 0 for a. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YS_PINYIN_LAST 0x8000u
#define YS_PINYIN_EXTENSION_A 0x3400u
#define YS_PINYIN_N_EXTENSION_A 0x19C0u
#define YS_PINYIN_UNIFIED 0x4E00u
#define YS_PINYIN_N_UNIFIED 0x5200u

extern const char    ys_pinyin_toned[][8]; /* UTF-8, lǚ */
extern const char    ys_pinyin_plain[][8]; /* as typed, lv */
extern const guint16 ys_pinyin_pool[];
extern const guint32 ys_pinyin_initials[];
extern const guint16 ys_pinyin_extension_a[YS_PINYIN_N_EXTENSION_A];
extern const guint16 ys_pinyin_unified[YS_PINYIN_N_UNIFIED];

/* Where the readings of @c begin in the pool, the most usual first; 0 when it has none. */
static inline guint
ys_pinyin_list (gunichar c)
{
  if (c - YS_PINYIN_UNIFIED < YS_PINYIN_N_UNIFIED)
    return ys_pinyin_unified[c - YS_PINYIN_UNIFIED];
  if (c - YS_PINYIN_EXTENSION_A < YS_PINYIN_N_EXTENSION_A)
    return ys_pinyin_extension_a[c - YS_PINYIN_EXTENSION_A];
  /* 〇 stands outside the blocks of Han characters. */
  if (c == 0x3007)
    return ys_pinyin_unified[0x96F6 - YS_PINYIN_UNIFIED];
  return 0;
}

G_END_DECLS
