/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/base: the folding of single characters that text keys, numbers and
 * dates share. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Half width of @c; every space to ' ', every dash to '-', Chinese and square brackets to
 * ( ), list commas to ','. Others come back as they are. */
gunichar ys_fold_char (gunichar c);
/* Controls, byte-order marks, zero-width and bidi marks: never kept, never seen. */
gboolean ys_fold_is_invisible (gunichar c);
gboolean ys_fold_is_space (gunichar c);
/* (transfer full): @text valid, every character folded, invisible ones dropped, ends
 * trimmed. For reading numbers and dates; "" for NULL. */
char *ys_fold_text (const char *text);

G_END_DECLS
