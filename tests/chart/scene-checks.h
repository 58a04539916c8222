/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is true of every scene, whatever it shows. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

/* No two words overlap, nothing is outside, every place is a number, no words are smaller than 1 unit. */
void   check_scene (const YsScene *scene);
/* The first words that are @text; NULL. */
const YsMark *find_words (const YsScene *scene, const char *text);
/* Words that contain @part. */
guint  count_words (const YsScene *scene, const char *part);
/* (transfer full): all words from top to bottom, then left to right: one line a row, | between. */
char  *scene_text (const YsScene *scene);

G_END_DECLS
