/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows stand on which page, what the slide says about them, and the order of the build: from
 * the last to the first, tied rows together, the prizes a class at a time. */
#include "config.h"

#include "ranking-private.h"

#define ROWS_A_PAGE 20
#define ROWS_A_COLUMN 18
#define MOST_WITH_BARS 60
#define WIDE 2.6
#define BARE_HEAD 2.2
#define BARE_PITCH 1.4
#define SEAM 3.2

static YsRankingShape
shape_of (guint n, double aspect, gboolean is_bare)
{
  if (is_bare)
    return YS_RANKING_ROWS;
  if (n > MOST_WITH_BARS)
    return YS_RANKING_COLUMNS;
  return aspect > WIDE ? YS_RANKING_HALVES : YS_RANKING_ROWS;
}

static char *
absent_note (const YsRanked *ranked)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "未参评 %u 个：", ranked->absent->len);
  for (guint i = 0; i < ranked->absent->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "",
                            (const char *)g_ptr_array_index (ranked->absent, i));
  g_string_append (text, "。");
  return g_string_free (text, FALSE);
}

/* What the state of the figures leaves of the footer's lower line, in ems; it depends on no font
 * and on no sentence of the caller, so that counting pages and laying them out agree. */
static gboolean
fits_footer (const YsRanked *ranked, double aspect)
{
  g_autofree char *note = absent_note (ranked);
  double taken = aspect < 1.5 ? 26.0 : 31.0;

  return ys_text_ems (note) <= aspect * 36.0 - 3.2 - taken;
}

static guint
pages_of (guint n, guint per_page)
{
  return n == 0 ? 0 : (n - 1) / per_page + 1;
}

static void
plan_init (YsRankingPlan *plan,
           const YsRankingData *data,
           const YsChartFrame *frame,
           double width,
           double height)
{
  double aspect = width / MAX (height, 1.0);
  const char *rule[] = { frame->rule, NULL };
  guint n, n_absent;

  *plan = (YsRankingPlan){ .data = data, .frame = frame, .ranked = ys_ranked_new (data) };
  n = plan->ranked->rows->len;
  n_absent = plan->ranked->absent->len;
  plan->shape = shape_of (n, aspect, frame->bare);
  plan->per_page = plan->shape == YS_RANKING_COLUMNS ? 2 * ROWS_A_COLUMN : ROWS_A_PAGE;
  if (frame->bare)
    plan->per_page = (guint)MAX ((height / 16.0 - BARE_HEAD) / BARE_PITCH, 1.0);
  plan->n_row_pages = MAX (pages_of (n, plan->per_page), 1);
  if (!frame->bare && n_absent > 0
      && (plan->shape == YS_RANKING_COLUMNS || !fits_footer (plan->ranked, aspect)))
    plan->n_name_pages = pages_of (n_absent, ys_names_per_page (width, height));
  plan->is_tight
      = plan->shape == YS_RANKING_COLUMNS
        && ys_slide_note_lines (frame, rule, plan->n_row_pages + plan->n_name_pages, width, height)
               > 1;
  plan->first = MIN (frame->page * plan->per_page, n);
  plan->end = MIN (plan->first + plan->per_page, n);
}

guint
ys_ranking_n_pages (const YsRankingData *data, double width, double height)
{
  const YsChartFrame frame = { .period = "" };
  YsRankingPlan plan;
  guint n;

  plan_init (&plan, data, &frame, width, height);
  n = plan.n_row_pages + plan.n_name_pages;
  ys_ranked_free (plan.ranked);
  return n;
}

guint
ys_ranking_n_bare_pages (const YsRankingData *data, double width, double height)
{
  const YsChartFrame frame = { .period = "", .bare = TRUE };
  YsRankingPlan plan;

  plan_init (&plan, data, &frame, width, height);
  ys_ranked_free (plan.ranked);
  return plan.n_row_pages;
}

/* Groups beneath the row that come before it; a group is a tie, or one class of prize. */
int
ys_ranking_step (const YsRankingPlan *plan, guint index)
{
  int step = 0;
  guint at = plan->end;

  if (plan->frame->page > 0 || plan->frame->bare || plan->shape == YS_RANKING_COLUMNS)
    return 0;
  while (at > index)
    {
      guint first, end;

      if (ys_ranked_row (plan->ranked, at - 1)->prize == YS_CHART_PRIZE_NONE)
        ys_ranked_tie (plan->ranked, at - 1, &first, &end);
      else
        ys_ranked_prize (plan->ranked, at - 1, &first, &end);
      at = first;
      step++;
    }
  return step;
}

/* The rows without a prize come by themselves. */
static void
set_stop (YsScene *scene, const YsRankingPlan *plan)
{
  guint i = plan->first;

  while (i < plan->end && ys_ranked_row (plan->ranked, i)->prize != YS_CHART_PRIZE_NONE)
    i++;
  if (plan->last_step > 0)
    ys_scene_set_stop (scene, i < plan->end ? ys_ranking_step (plan, i) : 0);
}

static void
append_names (GString *text, const YsRanked *ranked, guint first, guint end)
{
  for (guint i = first; i < end && i < first + 2; i++)
    g_string_append_printf (text, "%s%s", i > first ? "、" : "", ys_ranked_row (ranked, i)->name);
  if (end > first + 2)
    g_string_append_printf (text, "等 %u 个", end - first);
}

/* Who leads, and the first prize that a tie leaves open. */
static void
append_leaders (GString *text, const YsRanked *ranked)
{
  guint first, end;

  ys_ranked_tie (ranked, 0, &first, &end);
  append_names (text, ranked, first, end);
  g_string_append (text, end > first + 1 ? "并列第 1" : "居首");
  for (guint i = 0; i < ranked->rows->len; i = end)
    {
      const YsChartRow *row = ys_ranked_row (ranked, i);

      ys_ranked_tie (ranked, i, &first, &end);
      if (row->prize != YS_CHART_PRIZE_PENDING)
        continue;
      if (i > 0)
        {
          g_string_append (text, "；");
          append_names (text, ranked, first, end);
          g_string_append_printf (text, "并列第 %u", row->rank);
        }
      g_string_append (text, "，奖项待定");
      return;
    }
}

static char *
finding_of (const YsRankingPlan *plan)
{
  const YsRanked *ranked = plan->ranked;
  guint n = ranked->rows->len, first, end;
  GString *text;

  if (n == 0)
    return g_strdup (ranked->absent->len > 0 ? "没有小区参评" : "还没有小区");
  if (plan->n_row_pages > 1 && (plan->frame->page > 0 || plan->shape == YS_RANKING_COLUMNS))
    return g_strdup_printf ("第 %u–%u 位，共 %u 个", plan->first + 1, plan->end, n);
  if (n == 1)
    return g_strdup ("1 个小区参评");
  ys_ranked_tie (ranked, 0, &first, &end);
  if (end == n)
    return g_strdup_printf ("%u 个小区全部并列第 1%s", n,
                            ys_ranked_row (ranked, 0)->prize == YS_CHART_PRIZE_PENDING
                                ? "，奖项全部待定"
                                : "");
  text = g_string_new (NULL);
  append_leaders (text, ranked);
  return g_string_free (text, FALSE);
}

static void
add_sentence (GPtrArray *notes, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_ptr_array_add (notes, g_str_has_suffix (text, "。") ? g_strdup (text)
                                                        : g_strconcat (text, "。", NULL));
}

/* (transfer full): as many sentences as the lines hold, the least important ones dropped. */
static GPtrArray *
notes_of (const YsRankingPlan *plan, const YsSlideArea *area, gboolean says_red, double height)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  guint n_pages = plan->n_row_pages + plan->n_name_pages;
  guint most = plan->shape == YS_RANKING_COLUMNS && !plan->is_tight ? 1 : 2,
        n_absent = plan->ranked->absent->len;
  double width = height * area->aspect;

  add_sentence (notes, plan->frame->rule);
  add_sentence (notes, plan->data->split);
  if (plan->ranked->any_last && plan->ranked->any_missing)
    g_ptr_array_add (notes,
                     g_strdup_printf ("缺：%s未参评。", ys_last_period_word (plan->frame->period)));
  if (!says_red)
    g_ptr_array_add (notes, g_strdup ("红：失分。"));
  if (n_absent > 0)
    g_ptr_array_add (notes, plan->n_name_pages > 0
                                ? g_strdup_printf ("未参评 %u 个，见末页。", n_absent)
                                : absent_note (plan->ranked));
  g_ptr_array_add (notes, NULL);
  while (notes->len > 2
         && ys_slide_note_lines (plan->frame, (const char *const *)notes->pdata, n_pages, width,
                                 height)
                > most)
    g_ptr_array_remove_index (notes, 1);
  return notes;
}

static void
add_footer (YsScene *scene,
            const YsRankingPlan *plan,
            const YsSlideArea *area,
            gboolean says_red,
            double height)
{
  g_autoptr (GPtrArray) notes = notes_of (plan, area, says_red, height);
  const char *none[] = { NULL };
  double y = ys_scene_height (scene) - 1.1 * area->u;

  if (plan->last_step > 0)
    {
      ys_scene_set_until (scene, (int)plan->last_step);
      ys_scene_add_words (scene, YS_ROLE_INK_2, "由末位到首位", 1.0, FALSE, YS_WORDS_START,
                          area->left, y, 0.0);
      ys_scene_set_until (scene, 0);
    }
  ys_slide_footer (scene, plan->frame, area, none, plan->n_row_pages + plan->n_name_pages);
  ys_scene_set_step (scene, (int)plan->last_step);
  ys_slide_notes (scene, plan->frame, area, (const char *const *)notes->pdata,
                  plan->n_row_pages + plan->n_name_pages);
  ys_scene_set_step (scene, 0);
}

static void
add_halves (YsScene *scene, const YsRankingPlan *plan, const YsSlideArea *area, gboolean *says_red)
{
  double middle = (area->left + area->right) / 2.0, half = SEAM / 2.0 * area->u;
  guint split = MIN (plan->first + plan->per_page / 2, plan->end);

  ys_ranking_add_rows (scene, plan, area, plan->first, split, area->left, middle - half, says_red);
  if (split < plan->end)
    ys_ranking_add_rows (scene, plan, area, split, plan->end, middle + half, area->right, says_red);
}

static void
add_names (YsScene *scene, const YsRankingPlan *plan, const YsSlideArea *area)
{
  guint per_page = ys_names_per_page (ys_scene_width (scene), ys_scene_height (scene));
  guint from = MIN ((plan->frame->page - plan->n_row_pages) * per_page, plan->ranked->absent->len);
  guint n = MIN (per_page, plan->ranked->absent->len - from);

  ys_add_names (scene, area, (const char *const *)plan->ranked->absent->pdata + from, n);
}

YsScene *
ys_ranking_layout (const YsRankingData *data,
                   const YsChartFrame *frame,
                   double width,
                   double height,
                   PangoContext *context)
{
  YsRankingPlan plan;
  YsSlideArea area;
  YsScene *scene;
  gboolean says_red = TRUE, is_names;
  g_autofree char *finding = NULL;

  plan_init (&plan, data, frame, width, height);
  is_names = plan.n_name_pages > 0 && frame->page >= plan.n_row_pages;
  finding
      = is_names ? g_strdup_printf ("未参评 %u 个", plan.ranked->absent->len) : finding_of (&plan);
  plan.last_step
      = is_names || plan.first == plan.end ? 0 : (guint)ys_ranking_step (&plan, plan.first);
  scene = ys_slide_new (frame, "小区综合排名", finding, (int)plan.last_step, width, height, context,
                        &area);
  if (is_names)
    add_names (scene, &plan, &area);
  else if (plan.shape == YS_RANKING_COLUMNS)
    ys_ranking_add_columns (scene, &plan, &area);
  else if (plan.shape == YS_RANKING_HALVES)
    add_halves (scene, &plan, &area, &says_red);
  else
    ys_ranking_add_rows (scene, &plan, &area, plan.first, plan.end, area.left, area.right,
                         &says_red);
  if (!frame->bare)
    add_footer (scene, &plan, &area, says_red, height);
  set_stop (scene, &plan);
  ys_ranked_free (plan.ranked);
  return scene;
}
