/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for every scene, whatever the chart: to be called by the test of each. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

/* Words: inside, readable on what is under them in light and in dark, none on another, at no step of the
 * build; on the wall none under one unit. @what: for the message. */
void  check_scene (const YsScene *scene, gboolean on_wall, const char *what);
/* How often these words stand on the finished scene. */
guint count_words (const YsScene *scene, const char *text);
/* The words of the finished scene that begin so; NULL when there are none. */
const YsMark *find_words (const YsScene *scene, const char *prefix);
guint count_marks (const YsScene *scene, YsMarkKind kind, YsRole role, YsFill fill);

G_END_DECLS
