/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import says of a row, as a word and as a chip. */
#pragma once

#include <glib.h>

#include "import.h"

G_BEGIN_DECLS

/* Translated. */
const char *ys_verdict_label (YsVerdict verdict);
const char *ys_verdict_tone (YsVerdict verdict);
/* (nullable) */
const char *ys_verdict_icon (YsVerdict verdict);

G_END_DECLS
