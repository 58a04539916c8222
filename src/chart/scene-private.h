/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scene holds; for scene*.c only. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

/* One text shaped once: measured, cut and drawn from the same glyphs. */
typedef struct
{
  PangoFont        *font;
  PangoGlyphString *glyphs;
} YsRun;

typedef struct
{
  guint  n_runs;
  double width; /* pixels */
  YsRun *runs;
} YsLine;

typedef struct
{
  YsMark        mark; /* first: a YsMark * is one of these */
  const YsLine *line; /* WORDS; the scene's */
  gboolean      at_once;
} YsPlaced;

typedef struct _YsTextSetter YsTextSetter;

struct _YsScene
{
  double        width, height, unit;
  YsTextSetter *setter;
  GPtrArray    *placed; /* YsPlaced */
  GStringChunk *strings;
  GPtrArray    *points;
  gboolean      is_bare, at_once;
  int           step, until, stop, n_steps;
  gint64        id, clause_id;
  const char   *tip;
};

/* Where the baseline lies below the middle of a line, in ems: Han glyphs stand in the middle. */
#define YS_BASELINE_EMS 0.38

YsTextSetter *ys_text_setter_new (PangoContext *context);
void          ys_text_setter_free (YsTextSetter *setter);
/* (transfer none): until the setter is freed. @size: em in pixels. */
const YsLine *ys_text_setter_line (YsTextSetter *setter, const char *text, double size, gboolean bold);

/* A line of @line_width device pixels right into the pixels of an image; FALSE when the target is no image or its
 * clip no rectangle: then it is to be stroked. */
gboolean      ys_hairline_draw (cairo_t *cr, YsColour colour, const YsPoint *points, guint n, double line_width);

G_END_DECLS
