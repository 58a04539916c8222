/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart laid out: marks at their places, in the roles of the palette, before anything is drawn. Each
 * chart is a pure function from plain data to a scene; one function draws every scene, and tests read
 * places and words from it. */
#pragma once

#include "palette.h"

#include <cairo.h>
#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* What a mark means; the palette gives its colour, light or dark. */
typedef enum
{
  YS_ROLE_GROUND,
  YS_ROLE_INK,
  YS_ROLE_INK_2,
  YS_ROLE_INK_3,
  YS_ROLE_RULE,          /* under heads, full marks */
  YS_ROLE_ROW_LINE,
  YS_ROLE_CONTEXT,       /* for comparison only */
  YS_ROLE_ACCENT,
  YS_ROLE_BAR,
  YS_ROLE_BAND,          /* behind rows that win a prize */
  YS_ROLE_DEDUCTION,
  YS_ROLE_LOST,          /* the part of a bar that was lost */
  YS_ROLE_PENDING_TEXT,
  YS_ROLE_PENDING,
  YS_ROLE_TRIAL,
  YS_ROLE_DONE,
  YS_ROLE_CELL,          /* of a heat map: nothing there */
  YS_ROLE_HEAT_1,        /* 1, 2, 3, 4, 5 and more */
  YS_ROLE_HEAT_2,
  YS_ROLE_HEAT_3,
  YS_ROLE_HEAT_4,
  YS_ROLE_HEAT_5,
  YS_ROLE_ON_HEAT,       /* words on the cell under them: white or ink, whichever reads better */
  YS_N_ROLES
} YsRole;

typedef enum
{
  YS_MARK_RECTANGLE,
  YS_MARK_LINE,          /* from x, y by width, height */
  YS_MARK_POLYLINE,      /* points */
  YS_MARK_POLYGON,       /* points */
  YS_MARK_DISC,          /* in the box */
  YS_MARK_WORDS
} YsMarkKind;

typedef enum
{
  YS_FILL_SOLID,
  YS_FILL_HATCHED,
  YS_FILL_HOLLOW,        /* outline only */
  YS_FILL_DASHED,        /* outline or line in dashes */
  YS_FILL_HALF           /* a disc: left half */
} YsFill;

typedef struct
{
  double x, y;
} YsPoint;

/* Pixels. Words: the box that they take as measured; baseline and wrapping are the scene's. */
typedef struct
{
  YsMarkKind kind;
  YsRole     role;
  YsFill     fill;
  double     x, y, width, height;
  double     line_width;         /* LINE, POLYLINE, HOLLOW */
  const YsPoint *points;         /* POLYLINE, POLYGON; the scene's */
  guint      n_points;
  const char *text;              /* WORDS; the scene's: what is seen, with … where it was cut */
  const char *whole;             /* (nullable): what was cut, for the hover */
  double     size;               /* WORDS: em, pixels */
  gboolean   bold;
  gboolean   upright_stack;      /* one character under the other */
  YsRole     under;              /* ON_HEAT: the role beneath */
  int        step;               /* build of a slide: 0 always there; n appears with step n */
  int        until;              /* 0: stays; else gone from that step on, so not on the finished slide */
  gint64     id;                 /* what a click opens: a compound, a step; 0 none */
  gint64     clause_id;          /* alone or, in a cell, beside the compound; 0 none */
  const char *tip;               /* (nullable): what a hover tells */
} YsMark;

typedef struct _YsScene YsScene;

/* @unit: the measure of everything: screen height / 36 on the wall, 16 px in a page. @context: (nullable): its
 * fonts; else a context of the default font map at 96 dpi. */
YsScene *ys_scene_new (double width, double height, double unit, PangoContext *context);
void     ys_scene_free (YsScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsScene, ys_scene_free)

double   ys_scene_width (const YsScene *scene);
double   ys_scene_height (const YsScene *scene);
double   ys_scene_unit (const YsScene *scene);

/* What the marks added from now on belong to. */
void     ys_scene_set_step (YsScene *scene, int step);
/* 0: they stay; else they are there only while the slide is built, before step @until. */
void     ys_scene_set_until (YsScene *scene, int until);
/* What is added from now on takes the place of something that goes with this step: it does not fade in. */
void     ys_scene_set_at_once (YsScene *scene, gboolean at_once);
/* The last step that comes by itself; the ones after it wait for a key each. Unset: all come. */
void     ys_scene_set_stop (YsScene *scene, int stop);
int      ys_scene_stop (const YsScene *scene);
/* In a page: its ground shows through, so none is painted on the screen. */
void     ys_scene_set_bare (YsScene *scene, gboolean bare);
void     ys_scene_set_target (YsScene *scene, gint64 id, const char *tip);
/* The same of a clause, or of a clause in a compound. */
void     ys_scene_set_clause (YsScene *scene, gint64 id, gint64 clause_id, const char *tip);

void     ys_scene_add_rectangle (YsScene *scene, YsRole role, YsFill fill, double x, double y, double width,
                                 double height);
/* @line_width in units of the scene (0.06: a rule). */
void     ys_scene_add_line (YsScene *scene, YsRole role, YsFill fill, double x1, double y1, double x2, double y2,
                            double line_width);
void     ys_scene_add_polyline (YsScene *scene, YsRole role, const YsPoint *points, guint n, double line_width);
void     ys_scene_add_polygon (YsScene *scene, YsRole role, YsFill fill, const YsPoint *points, guint n);
void     ys_scene_add_disc (YsScene *scene, YsRole role, YsFill fill, double x, double y, double diameter);

typedef enum { YS_WORDS_START, YS_WORDS_CENTER, YS_WORDS_END } YsWordsAlign;

/* @size in units, @y the middle of the line, @x the left, middle or right edge by @align; @max_width in pixels
 * (0: any): a longer text first loses its parenthesis, then ends in …. Tabular figures. Returns the width. */
double   ys_scene_add_words (YsScene *scene, YsRole role, const char *text, double size, gboolean bold,
                             YsWordsAlign align, double x, double y, double max_width);
/* Ems from one stacked character to the next. */
#define YS_STACK_PITCH 1.0
/* Upright characters under each other, at most 6, the last one's bottom at @bottom. */
void     ys_scene_add_stack (YsScene *scene, YsRole role, const char *text, double size, double x_middle,
                             double bottom);
/* Width in pixels. */
double   ys_scene_measure (YsScene *scene, const char *text, double size, gboolean bold);

/* Colour of a role, and of a mark (words on heat: by what lies beneath). */
YsColour ys_role_colour (YsRole role, gboolean dark);
YsColour ys_mark_colour (const YsMark *mark, gboolean dark);

guint         ys_scene_n_marks (const YsScene *scene);
const YsMark *ys_scene_mark (const YsScene *scene, guint index);
/* (nullable): the topmost mark there with an id or a tip; a little slack around thin ones. */
const YsMark *ys_scene_mark_at (const YsScene *scene, double x, double y);
int           ys_scene_n_steps (const YsScene *scene);

void     ys_scene_draw (const YsScene *scene, cairo_t *cr, gboolean dark);
/* A slide while it is built: marks up to @step, those of @step at @progress (0 to 1 of 320 ms, linear in time:
 * rows fade, bars grow). */
void     ys_scene_draw_step (const YsScene *scene, cairo_t *cr, gboolean dark, int step, double progress);
/* .png, .svg or .pdf by the ending, written beside and renamed; several scenes: one page each of a PDF.
 * G_IO_ERROR, or G_IO_ERROR_NOT_SUPPORTED for another ending. */
gboolean ys_scene_write (const YsScene *const *scenes, guint n, const char *path, gboolean dark, GError **error);

G_END_DECLS
