/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as clerks type it: width, space, brackets, lists, masking of personal data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): valid UTF-8 NFC, full-width letters, digits and ASCII punctuation
 * that stands inside numbers folded to half width, ideographic and no-break spaces to
 * plain ones, control characters dropped, ends trimmed. Chinese brackets and commas
 * stay: this is what is stored. "" for NULL. */
char    *ys_text_clean (const char *text);

/* (transfer full): the key under which two spellings of a name are the same: no spaces,
 * half width, one bracket style, lower case. Never shown. */
char    *ys_text_key (const char *text);

/* (transfer full): @text split at 、 and at commas of either width, but not inside brackets
 * that are closed, nor at a comma between digits (24，25号楼); parts cleaned, empty ones
 * dropped. 鑫盛公寓（药材宿舍）、银山小区 gives two. [004 annex 4] */
GStrv    ys_text_split_list (const char *text);

/* 梅园社区（10） → name 梅园社区, count 10; 山城街道（20个） → 山城街道, 20. Only a bracket at the
 * end that holds nothing but a number (with 个) counts; otherwise @out_count is -1 and
 * the name is the cleaned text. [004 annexes 3, 4] */
void     ys_text_split_count (const char *text, char **out_name, int *out_count);

/* Whether the two keys could be two names of one thing: one contains the other, or a
 * bracketed alias of one equals the other (药材宿舍 ~ 鑫盛公寓（药材宿舍）). Never TRUE for
 * equal keys. */
gboolean ys_text_may_be_same (const char *name_a, const char *name_b);

/* (transfer full): 13800000000 → 138****0000; other numbers keep their last two. */
char    *ys_text_mask_phone (const char *phone);
/* (transfer full): 王小明 → 王某某. */
char    *ys_text_mask_name (const char *name);

/* Digits and + only, at least 5, at most 20 digits, ext. after - allowed. */
gboolean ys_text_is_phone (const char *text);

/* (transfer full): a file name without characters that Windows or Linux refuse. */
char    *ys_text_to_filename (const char *text);

/* Width in columns of half an em: Han and full-width 2, others 1. */
guint    ys_text_columns (const char *text);

G_END_DECLS
