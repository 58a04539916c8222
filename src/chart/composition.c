/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two parts of a score, each ranked by itself: who is strong in what. One scale for both, so
 * that a point is as long here as there. */
#include "config.h"

#include "rank-cells.h"

#include <math.h>

#define ROWS_A_PAGE 20
/* Units. */
#define HEAD_Y 0.51
#define RULE_Y 1.22
#define ROWS_Y 1.35
#define ROWS_BOTTOM 0.9
#define GAP 2.4
#define NAMES_X 2.75
#define NAMES_WIDTH 7.6
#define MOST_PITCH 2.9
#define BAR_SHARE 0.7
#define LOST_GAP 0.1

typedef struct
{
  const YsChartRow *row;
  gint64 value; /* weighted hundredths */
  guint rank;   /* in this part */
} Entry;

typedef struct
{
  YsScene *scene;
  YsSlideArea area;
  double u, pitch, top, size, per_point; /* pixels a hundredth */
  guint first, end;
} Parts;

guint
ys_composition_n_pages (const YsRankingData *data)
{
  g_autoptr (YsRanked) ranked = ys_ranked_new (data);

  return MAX ((ranked->rows->len + ROWS_A_PAGE - 1) / ROWS_A_PAGE, 1);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row ? 1 : 0;
}

/* (transfer full): Entry, highest first; a missing part comes last and has no rank. */
static GArray *
rank_part (const YsRanked *ranked, gboolean is_property, int weight)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  for (guint i = 0; i < ranked->rows->len; i++)
    {
      const YsChartRow *row = ys_ranked_row (ranked, i);
      const Entry entry
          = { row, ys_weighted (is_property ? row->property : row->long_term, weight), 0 };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->value != YS_NO_POINTS)
        entry->rank = i > 0 && entry[-1].value == entry->value ? entry[-1].rank : i + 1;
    }
  return entries;
}

static void
add_bar (const Parts *p, const Entry *entry, double left, double full, double y)
{
  double u = p->u, height = MIN (p->pitch * BAR_SHARE, 2.0 * u), gap = LOST_GAP * u;
  double width = (double)MAX (entry->value, 0) * p->per_point, lost = full - left - width;
  g_autofree char *text = ys_points_text (entry->value, FALSE);

  if (width > 0.0)
    ys_scene_add_rectangle (p->scene, YS_ROLE_BAR, YS_FILL_SOLID, left, y - height / 2, width,
                            height);
  if (lost > 0.01)
    {
      double from = width <= 0.0 ? left : MIN (left + width + gap, full - lost / 2.0);

      ys_scene_add_rectangle (p->scene, YS_ROLE_LOST, YS_FILL_SOLID, from, y - height / 2,
                              full - from, height);
    }
  if (width >= lost || width >= ys_scene_measure (p->scene, text, p->size, FALSE) + 0.6 * u)
    ys_scene_add_words (p->scene, YS_ROLE_INK, text, p->size, FALSE, YS_WORDS_START, left + 0.3 * u,
                        y, 0);
  else
    ys_scene_add_words (p->scene, YS_ROLE_ON_HEAT, text, p->size, FALSE, YS_WORDS_START,
                        left + width + (width > 0.0 ? gap : 0.0) + 0.3 * u, y, 0);
}

static void
add_entry (const Parts *p, const Entry *entry, double left, double bars, double full, double y)
{
  double em = p->size * p->u;
  g_autofree char *rank = g_strdup_printf ("%u", entry->rank), *tip = ys_row_tip (entry->row);

  ys_scene_set_target (p->scene, entry->row->id, tip);
  ys_scene_add_words (p->scene, entry->rank > 0 ? YS_ROLE_INK : YS_ROLE_INK_2,
                      entry->rank > 0 ? rank : "—", p->size, FALSE, YS_WORDS_END, left + 2.05 * em,
                      y, 0);
  ys_scene_add_words (p->scene, YS_ROLE_INK, entry->row->name, p->size, FALSE, YS_WORDS_START,
                      left + NAMES_X * em, y, NAMES_WIDTH * em - 0.4 * p->u);
  if (entry->value == YS_NO_POINTS)
    ys_scene_add_words (p->scene, YS_ROLE_INK_2, "缺", p->size, FALSE, YS_WORDS_START,
                        bars + 0.3 * p->u, y, 0);
  else
    add_bar (p, entry, bars, full, y);
  ys_scene_set_target (p->scene, 0, NULL);
}

static void
add_ties (const Parts *p, const GArray *entries, double left)
{
  for (guint i = p->first, end; i < p->end; i = end)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      double y = p->top + p->pitch * (i - p->first), inset = 0.12 * p->pitch;
      gboolean from_above = i > 0 && entry->rank > 0 && entry[-1].rank == entry->rank, goes_on;

      for (end = i + 1; end < p->end && g_array_index (entries, Entry, end).rank == entry->rank;)
        end++;
      goes_on = end < entries->len && g_array_index (entries, Entry, end).rank == entry->rank;
      if (entry->rank > 0 && (end - i > 1 || from_above || goes_on))
        ys_add_tie (p->scene, left + 2.05 * p->size * p->u + 0.3 * p->u, y + inset,
                    y + p->pitch * (end - i) - inset, from_above, goes_on);
    }
}

static void
add_part (const Parts *p,
          const GArray *entries,
          const char *name,
          int weight,
          double left,
          double right,
          gboolean says_red)
{
  double em = p->size * p->u, bars = left + (NAMES_X + NAMES_WIDTH) * em,
         full = bars + weight * 100.0 * p->per_point;
  double y = p->area.top + HEAD_Y * p->u, rule = p->area.top + RULE_Y * p->u;
  g_autofree char *full_text = g_strdup_printf ("满 %d", weight);
  double taken;

  ys_scene_add_words (p->scene, YS_ROLE_INK_2, "名次", 1, FALSE, YS_WORDS_END, left + 2.05 * em, y,
                      0);
  ys_scene_add_words (p->scene, YS_ROLE_INK_2, "小区", 1, FALSE, YS_WORDS_START,
                      left + NAMES_X * em, y, 0);
  ys_scene_add_words (p->scene, YS_ROLE_ACCENT, name, 1, TRUE, YS_WORDS_START, bars, y, 0);
  taken
      = ys_scene_add_words (p->scene, YS_ROLE_INK_2, full_text, 1, FALSE, YS_WORDS_END, full, y, 0)
        + 0.65 * p->u;
  if (says_red && full - taken - bars > 6.6 * p->u)
    ys_scene_add_words (p->scene, YS_ROLE_DEDUCTION, "红：失分", 1, FALSE, YS_WORDS_END,
                        full - taken, y, 0);
  ys_scene_add_line (p->scene, YS_ROLE_RULE, YS_FILL_SOLID, left, rule, right, rule, 0.06);
  for (guint i = p->first; i < p->end; i++)
    {
      double top = p->top + p->pitch * (i - p->first);

      if (i > p->first)
        ys_scene_add_line (p->scene, YS_ROLE_ROW_LINE, YS_FILL_SOLID, left, top, right, top, 0.04);
      add_entry (p, &g_array_index (entries, Entry, i), left, bars, full, top + p->pitch / 2.0);
    }
  ys_scene_add_line (p->scene, YS_ROLE_CONTEXT, YS_FILL_SOLID, full, p->top, full,
                     p->top + p->pitch * (p->end - p->first), 0.05);
  add_ties (p, entries, left);
}

static void
append_leader (GString *text, const GArray *entries, const char *part)
{
  const Entry *first = entries->len > 0 ? &g_array_index (entries, Entry, 0) : NULL;
  guint n = 0;

  if (first == NULL || first->rank == 0)
    return;
  while (n < entries->len && g_array_index (entries, Entry, n).rank == 1)
    n++;
  g_string_append_printf (text, "%s%s", text->len > 0 ? "；" : "", part);
  if (n > 2)
    g_string_append_printf (text, "：%u 个并列第 1", n);
  else
    g_string_append_printf (text, "：%s%s%s居首", first->row->name, n == 2 ? "、" : "",
                            n == 2 ? first[1].row->name : "");
}

static void
place (Parts *p, const YsRankingData *data, gint64 widest[2], guint n, double width)
{
  double low = (p->area.is_bare ? 0.1 : ROWS_BOTTOM) * p->u, room;

  p->top = p->area.top + ROWS_Y * p->u;
  p->pitch = MIN ((p->area.bottom - low - p->top) / MAX (n, 1), MOST_PITCH * p->u);
  p->size = CLAMP (p->pitch / p->u / 1.36, 1.0, p->area.is_bare ? 1.0 : 1.35);
  room = width - GAP * p->u - 2.0 * (NAMES_X + NAMES_WIDTH) * p->size * p->u - 0.6 * p->u;
  widest[0] = MAX (widest[0], data->long_weight * 100);
  widest[1] = MAX (widest[1], data->property_weight * 100);
  p->per_point = MAX (room, p->u) / (double)MAX (widest[0] + widest[1], 1);
}

YsScene *
ys_composition_layout (const YsRankingData *data,
                       const YsChartFrame *frame,
                       double width,
                       double height,
                       PangoContext *context)
{
  g_autoptr (YsRanked) ranked = ys_ranked_new (data);
  g_autoptr (GArray) long_term = rank_part (ranked, FALSE, data->long_weight);
  g_autoptr (GArray) property = rank_part (ranked, TRUE, data->property_weight);
  gint64 widest[2] = { long_term->len > 0 ? g_array_index (long_term, Entry, 0).value : 0,
                       property->len > 0 ? g_array_index (property, Entry, 0).value : 0 };
  guint n = ranked->rows->len;
  GString *finding = g_string_new (NULL);
  const char *notes[] = { "每项各自排名；分数相同的名次相同。", NULL };
  Parts p = { .first = MIN (frame->page * ROWS_A_PAGE, n) };
  double left_width, split;

  p.end = MIN (p.first + ROWS_A_PAGE, n);
  append_leader (finding, long_term, "长效");
  append_leader (finding, property, "物业");
  p.scene = ys_slide_new (frame, "分项得分", finding->str, 0, width, height, context, &p.area);
  g_string_free (finding, TRUE);
  p.u = p.area.u;
  place (&p, data, widest, n > ROWS_A_PAGE ? ROWS_A_PAGE : n, p.area.right - p.area.left);
  left_width = (NAMES_X + NAMES_WIDTH) * p.size * p.u + (double)widest[0] * p.per_point + 0.3 * p.u;
  split = p.area.left + left_width;
  add_part (&p, long_term, "长效", data->long_weight, p.area.left, split, TRUE);
  add_part (&p, property, "物业", data->property_weight, split + GAP * p.u, p.area.right, FALSE);
  ys_slide_footer (p.scene, frame, &p.area, notes, ys_composition_n_pages (data));
  return p.scene;
}
