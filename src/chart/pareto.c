/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clauses by the number of their findings, from zero; the share that they add up to is a column of
 * figures, not a second axis. */
#include "config.h"

#include "chart.h"
#include "chart-words.h"
#include "pareto-rows.h"
#include "slide.h"

#define HEAD_HEIGHT 1.9
#define MIN_PITCH 1.3
#define MAX_PITCH 2.9
#define BAR_SHARE 0.66
#define MIN_BAR 0.12
#define LEAST_BARS 4.0
#define MAX_NAME_SHARE 0.32
#define RULE 0.06

typedef struct
{
  YsScene *scene;
  const YsParetoData *data;
  YsParetoRows rows;
  double u, left, right, top, pitch, size;
  double name_width, bar_x, bar_room, share_right;
  gboolean has_compounds;
  guint64 largest;
} Pareto;

/* (transfer full) */
static char *
rest_name (const Pareto *pareto)
{
  return g_strdup_printf (pareto->rows.splits ? "其余 %u 类，含同数的" : "其余 %u 类",
                          pareto->rows.n_rest);
}

static double
name_width (Pareto *pareto)
{
  g_autofree char *rest = rest_name (pareto);
  double width = ys_scene_measure (pareto->scene, "条款", 1.0, FALSE);

  if (pareto->rows.n_rest > 0)
    width = MAX (width, ys_scene_measure (pareto->scene, rest, pareto->size, FALSE));
  for (guint i = 0; i < pareto->rows.n_shown; i++)
    width = MAX (width,
                 ys_scene_measure (pareto->scene, pareto->data->items[pareto->rows.order[i]].name,
                                   pareto->size, TRUE));
  return MIN (width + 0.1 * pareto->u, (pareto->right - pareto->left) * MAX_NAME_SHARE);
}

/* What the column of compounds takes; 0: there is none. */
static double
compounds_width (Pareto *pareto)
{
  double width = ys_scene_measure (pareto->scene, "涉及小区", 1.0, FALSE);
  guint most = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < pareto->rows.n_shown; i++)
    most = MAX (most, pareto->data->items[pareto->rows.order[i]].n_compounds);
  if (most == 0)
    return 0.0;
  text = g_strdup_printf ("%u", most);
  return MAX (width, ys_scene_measure (pareto->scene, text, pareto->size, FALSE)) + 2.0 * pareto->u;
}

/* The bars come first: where they would have no room, the compounds go. */
static void
place (Pareto *pareto)
{
  const YsParetoRows *rows = &pareto->rows;
  double u = pareto->u, words, compounds = compounds_width (pareto);
  g_autofree char *largest = NULL;

  pareto->largest = MAX (rows->rest, pareto->data->items[rows->order[0]].count);
  largest = g_strdup_printf ("%" G_GUINT64_FORMAT, pareto->largest);
  words = MAX (ys_scene_measure (pareto->scene, "100.00%", pareto->size, TRUE),
               ys_scene_measure (pareto->scene, "累计占比", 1.0, FALSE))
          + ys_scene_measure (pareto->scene, largest, pareto->size, TRUE) + 1.2 * u;
  pareto->name_width = name_width (pareto);
  pareto->bar_x = pareto->left + pareto->name_width + 0.8 * u;
  pareto->bar_room = pareto->right - compounds - words - pareto->bar_x;
  pareto->has_compounds = compounds > 0.0 && pareto->bar_room >= LEAST_BARS * u;
  if (!pareto->has_compounds)
    pareto->bar_room += compounds;
  pareto->share_right = pareto->right - (pareto->has_compounds ? compounds : 0.0);
  pareto->bar_room = MAX (pareto->bar_room, 0.0);
}

static void
add_head (Pareto *pareto)
{
  double y = pareto->top + 0.9 * pareto->u;

  ys_scene_add_words (pareto->scene, YS_ROLE_INK_2, "条款", 1.0, FALSE, YS_WORDS_START,
                      pareto->left, y, 0.0);
  ys_scene_add_words (pareto->scene, YS_ROLE_INK_2, "处数", 1.0, FALSE, YS_WORDS_START,
                      pareto->bar_x, y, 0.0);
  ys_scene_add_words (pareto->scene, YS_ROLE_INK_2, "累计占比", 1.0, FALSE, YS_WORDS_END,
                      pareto->share_right, y, 0.0);
  if (pareto->has_compounds)
    ys_scene_add_words (pareto->scene, YS_ROLE_INK_2, "涉及小区", 1.0, FALSE, YS_WORDS_END,
                        pareto->right, y, 0.0);
}

static void
add_bar (Pareto *pareto, guint64 count, YsRole role, YsFill fill, gboolean strong, double y)
{
  double height = pareto->pitch * BAR_SHARE,
         length
         = MAX (pareto->bar_room * (double)count / (double)pareto->largest, MIN_BAR * pareto->u);
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  ys_scene_add_rectangle (pareto->scene, role, fill, pareto->bar_x, y - height / 2.0, length,
                          height);
  ys_scene_add_words (pareto->scene, YS_ROLE_INK, text, pareto->size, strong, YS_WORDS_START,
                      pareto->bar_x + length + 0.4 * pareto->u, y, 0.0);
}

/* Whether the first rows stand out: not when all have the same number. */
static gboolean
is_red (const Pareto *pareto, guint row)
{
  const YsParetoRows *rows = &pareto->rows;

  return row < rows->half && (rows->half < rows->n_shown || rows->n_rest > 0 || rows->n_shown == 1);
}

static void
add_item (Pareto *pareto, guint row, guint64 sum, double y)
{
  const YsParetoItem *item = &pareto->data->items[pareto->rows.order[row]];
  gboolean red = is_red (pareto, row),
           at_rule = row + 1 == pareto->rows.half || row + 1 == pareto->rows.most;
  g_autofree char *share = ys_chart_share (sum, pareto->rows.total);
  g_autofree char *tip = g_strdup_printf ("%s %u 处，累计 %s", item->name, item->count, share);

  ys_scene_set_clause (pareto->scene, 0, item->id, tip);
  ys_scene_add_words (pareto->scene, YS_ROLE_INK, item->name, pareto->size, red, YS_WORDS_START,
                      pareto->left, y, pareto->name_width);
  add_bar (pareto, item->count, red ? YS_ROLE_DEDUCTION : YS_ROLE_CONTEXT, YS_FILL_SOLID, red, y);
  ys_scene_add_words (pareto->scene, red ? YS_ROLE_INK : YS_ROLE_INK_2, share, pareto->size,
                      at_rule, YS_WORDS_END, pareto->share_right, y, 0.0);
  if (pareto->has_compounds)
    {
      g_autofree char *text = g_strdup_printf ("%u", item->n_compounds);

      ys_scene_add_words (pareto->scene, YS_ROLE_INK_2, text, pareto->size, FALSE, YS_WORDS_END,
                          pareto->right, y, 0.0);
    }
  ys_scene_set_target (pareto->scene, 0, NULL);
}

static void
add_rest (Pareto *pareto, double y)
{
  g_autofree char *name = rest_name (pareto);

  ys_scene_add_words (pareto->scene, YS_ROLE_INK_2, name, pareto->size, FALSE, YS_WORDS_START,
                      pareto->left, y, pareto->name_width);
  add_bar (pareto, pareto->rows.rest, YS_ROLE_CONTEXT, YS_FILL_HOLLOW, FALSE, y);
  ys_scene_add_words (pareto->scene, YS_ROLE_INK_2, "100.00%", pareto->size, FALSE, YS_WORDS_END,
                      pareto->share_right, y, 0.0);
}

/* Under each row; dashed where half and 80% are passed, none under the last. */
static void
add_rule (Pareto *pareto, guint row, double y)
{
  const YsParetoRows *rows = &pareto->rows;
  gboolean dashed = row + 1 == rows->half || row + 1 == rows->most;

  if (row + 1 == rows->n_shown && rows->n_rest == 0)
    return;
  ys_scene_add_line (pareto->scene, dashed ? YS_ROLE_INK_2 : YS_ROLE_ROW_LINE,
                     dashed ? YS_FILL_DASHED : YS_FILL_SOLID, pareto->left, y, pareto->right, y,
                     RULE);
}

static void
add_rows (Pareto *pareto)
{
  double y = pareto->top + HEAD_HEIGHT * pareto->u;
  guint64 sum = 0;

  for (guint i = 0; i < pareto->rows.n_shown; i++, y += pareto->pitch)
    {
      sum += pareto->data->items[pareto->rows.order[i]].count;
      add_item (pareto, i, sum, y + pareto->pitch / 2.0);
      add_rule (pareto, i, y + pareto->pitch);
    }
  if (pareto->rows.n_rest > 0)
    add_rest (pareto, y + pareto->pitch / 2.0);
}

/* "26 类中 5 类占一半，清扫保洁最多". (transfer full) (nullable) */
static char *
tell_finding (const YsParetoData *data, const YsParetoRows *rows)
{
  const YsParetoItem *first;

  if (rows->total == 0)
    return data->n_items > 0 ? g_strdup_printf ("%u 类都没有问题", data->n_items) : NULL;
  first = &data->items[rows->order[0]];
  if (rows->n_found == 1)
    return g_strdup_printf ("只有%s一类，%u 处", first->name, first->count);
  if (data->items[rows->order[rows->n_found - 1]].count == first->count)
    return g_strdup_printf ("%u 类同为 %u 处", rows->n_found, first->count);
  if (rows->n_for_half == rows->n_found)
    return g_strdup_printf ("%s最多，%u 处", first->name, first->count);
  if (data->items[rows->order[1]].count == first->count)
    return g_strdup_printf ("%u 类中 %u 类占一半", data->n_items, rows->n_for_half);
  return g_strdup_printf ("%u 类中 %u 类占一半，%s最多", data->n_items, rows->n_for_half,
                          first->name);
}

YsScene *
ys_pareto_layout (const YsParetoData *data,
                  const YsChartFrame *frame,
                  double width,
                  double height,
                  PangoContext *context)
{
  const char *notes[3] = { NULL, NULL, NULL };
  guint n_notes = 0;
  Pareto pareto = { .data = data };
  g_autofree char *finding = NULL;
  YsSlideArea area;
  double room;
  guint n;

  /* The finding needs the sums only: any room will do. */
  ys_pareto_rows_init (&pareto.rows, data, G_MAXUINT);
  finding = tell_finding (data, &pareto.rows);
  ys_pareto_rows_clear (&pareto.rows);
  pareto.scene
      = ys_slide_new (frame, "问题出在哪些条款", finding, 0, width, height, context, &area);
  room = area.bottom - area.top - HEAD_HEIGHT * area.u;
  ys_pareto_rows_init (&pareto.rows, data, (guint)MAX (room / (MIN_PITCH * area.u), 2.0));
  n = pareto.rows.n_shown + (pareto.rows.n_rest > 0 ? 1 : 0);
  pareto.u = area.u;
  pareto.left = area.left;
  pareto.right = area.right;
  pareto.top = area.top;
  pareto.pitch = n > 0 ? CLAMP (room / n, MIN_PITCH * area.u, MAX_PITCH * area.u) : 0.0;
  pareto.size = CLAMP (pareto.pitch / area.u * 0.48, 1.0, 1.35);
  if (n > 0)
    {
      place (&pareto);
      add_head (&pareto);
      add_rows (&pareto);
    }
  else
    ys_chart_say_nothing (pareto.scene, &area, "没有发现问题");
  if (pareto.rows.half > 0 || pareto.rows.most > 0)
    notes[n_notes++] = pareto.rows.n_rest > 0 ? "虚线：累计过半、过八成，同数不拆；"
                                              : "虚线：累计过半、过八成，同数不拆。";
  if (pareto.rows.n_rest > 0)
    notes[n_notes++] = "空框为合并。";
  ys_slide_footer (pareto.scene, frame, &area, notes, 0);
  ys_pareto_rows_clear (&pareto.rows);
  return pareto.scene;
}
