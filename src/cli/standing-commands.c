/* SPDX-License-Identifier: GPL-3.0-or-later */
/* score, rank, award: the standing of a period, with its working, and what is tried (--what-if). */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "command.h"
#include "job-error.h"
#include "output.h"
#include "period-job.h"

static struct
{
  char *period;
  char *compound;
  gboolean explain;
  char **what_if;
  char **places;
  char *by;
  char *reason;
} given;

#define PERIOD_OPTION                                                                              \
  {                                                                                                \
    "period", 0, 0, G_OPTION_ARG_FILENAME, &given.period,                                          \
        N_ ("2026-10, 2026Q4, 2026H2, 2026 or 2026-10-01..2026-12-15"), "P"                        \
  }
#define WHAT_IF_OPTION                                                                             \
  {                                                                                                \
    "what-if", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.what_if,                                  \
        N_ ("Try, without saving: weights=70/30, drop=ID, rectify=ID, first.amount=5000; may be "  \
            "repeated"),                                                                           \
        "CHANGE"                                                                                   \
  }

static const GOptionEntry score_options[] = {
  PERIOD_OPTION,
  { "compound", 0, 0, G_OPTION_ARG_FILENAME, &given.compound, N_ ("Only this compound"), "NAME" },
  { "explain", 0, 0, G_OPTION_ARG_NONE, &given.explain, N_ ("With every deduction and bonus"),
    NULL },
  { NULL },
};

static const GOptionEntry rank_options[] = { PERIOD_OPTION, WHAT_IF_OPTION, { NULL } };

static const GOptionEntry decide_options[] = {
  PERIOD_OPTION,
  { "place", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.places,
    N_ ("Who gets first, second, third, red or none; may be repeated"), "NAME=CLASS" },
  { "by", 0, 0, G_OPTION_ARG_FILENAME, &given.by, N_ ("Who decided"), "WHO" },
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &given.reason, N_ ("Why"), "TEXT" },
  { NULL },
};

typedef struct
{
  YsRegistry *registry;
  YsStanding *standing;
} Look;

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->standing, ys_standing_unref);
  g_clear_pointer (&look->registry, ys_registry_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

YsTrial *
ys_cli_read_trial (char *const *changes, GError **error)
{
  g_autoptr (YsTrial) trial = NULL;

  if (changes == NULL)
    return NULL;
  trial = ys_trial_new ();
  for (guint i = 0; changes[i] != NULL; i++)
    if (!ys_trial_add (trial, changes[i], error))
      return NULL;
  return g_steal_pointer (&trial);
}

static gboolean
read_look (YsCli *cli, YsLedgerMode mode, Look *look, GError **error)
{
  g_autoptr (YsTrial) trial = NULL;
  YsSpan span;

  if (!ys_cli_require_span ("--period", given.period, &span, error))
    return FALSE;
  trial = ys_cli_read_trial (given.what_if, error);
  if ((given.what_if != NULL && trial == NULL) || ys_cli_open (cli, mode, error) == NULL)
    return FALSE;
  look->registry = ys_registry_load (cli->open, error);
  if (look->registry == NULL)
    return FALSE;
  look->standing = ys_standing_load (cli->open, look->registry, span, trial, cli->now, NULL, error);
  return look->standing != NULL;
}

static gboolean
is_waived (GPtrArray *waivers, gint64 compound_id)
{
  for (guint i = 0; i < waivers->len; i++)
    if (((const YsSheetWaiver *)waivers->pdata[i])->compound_id == compound_id)
      return TRUE;
  return FALSE;
}

/* Full marks for want of a sheet are told loudly [RULINGS Scores]. */
static gboolean
warn_of_sheets (YsCli *cli, const YsStanding *standing, GError **error)
{
  g_autoptr (GPtrArray) waivers = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (ys_standing_is_final (standing))
    return TRUE;
  waivers = ys_sheet_waivers (cli->open, ys_standing_span (standing), error);
  if (waivers == NULL)
    return FALSE;
  for (guint i = 0; i < ys_standing_n_assessed (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);

      if (!row->parts.has_sheet && !is_waived (waivers, row->compound_id))
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", row->name);
    }
  if (names->len > 0)
    ys_print_message (_ ("No annex 2 sheet, so the property score stands at full marks: %s. Enter "
                         "the sheets."),
                      names->str);
  return TRUE;
}

static void
add_points (JsonBuilder *builder, const char *key, gboolean known, gint64 points)
{
  g_autofree char *text = known ? ys_hundredths_to_text (points, FALSE) : NULL;

  ys_json_text (builder, key, text);
}

static void
add_score (JsonBuilder *builder, const YsStandingRow *row)
{
  gboolean known = row->score.assessed;

  ys_json_text (builder, "compound", row->name);
  add_points (builder, "long_term", known, row->score.long_term);
  add_points (builder, "property", known, row->score.property);
  add_points (builder, "bonus", known, row->score.bonus);
  add_points (builder, "score", known, row->score.score);
}

static void
add_working_line (JsonBuilder *builder, const YsWorkingLine *line)
{
  json_builder_begin_object (builder);
  ys_json_text (builder, "kind", ys_working_kind_nick (line->kind));
  ys_json_text (builder, "code", line->code);
  ys_json_int (builder, "ref", line->ref);
  add_points (builder, "points", TRUE, line->points);
  ys_json_text (builder, "rule", line->rule);
  ys_json_text (builder, "name", line->name);
  ys_json_text (builder, "place", line->place);
  ys_json_text (builder, "detail", line->detail);
  ys_json_int (builder, "count", line->count);
  add_points (builder, "each", TRUE, line->each);
  json_builder_end_object (builder);
}

static gboolean
add_working (
    JsonBuilder *builder, YsCli *cli, const Look *look, const YsStandingRow *row, GError **error)
{
  g_autoptr (GPtrArray) lines
      = ys_standing_explain (look->standing, cli->open, row->compound_id, error);

  if (lines == NULL)
    return FALSE;
  json_builder_set_member_name (builder, "working");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    add_working_line (builder, lines->pdata[i]);
  json_builder_end_array (builder);
  return TRUE;
}

static gboolean
print_working (YsCli *cli, const Look *look, const YsStandingRow *row, GError **error)
{
  g_autoptr (GPtrArray) lines
      = ys_standing_explain (look->standing, cli->open, row->compound_id, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const YsWorkingLine *line = lines->pdata[i];
      g_autofree char *points = ys_hundredths_to_text (line->points, FALSE);

      ys_print_line ("  %8s  %-6s %s  %s  %s", points, line->code != NULL ? line->code : "",
                     line->name, line->detail != NULL ? line->detail : "",
                     line->rule != NULL ? line->rule : "");
    }
  return TRUE;
}

static const YsHead score_heads[] = {
  { N_ ("Compound"), FALSE }, { N_ ("Long-term"), TRUE }, { N_ ("Property"), TRUE },
  { N_ ("Bonus"), TRUE },     { N_ ("Score"), TRUE },     { NULL, FALSE },
};

static YsTable *
table_new (const YsHead *heads)
{
  YsHead translated[12] = { { NULL, FALSE } };

  for (guint i = 0; heads[i].label != NULL && i + 1 < G_N_ELEMENTS (translated); i++)
    translated[i] = (YsHead){ _ (heads[i].label), heads[i].at_end };
  return ys_table_new (translated);
}

static void
add_score_row (YsTable *table, const YsStandingRow *row)
{
  g_autofree char *long_term = ys_hundredths_to_text (row->score.long_term, FALSE);
  g_autofree char *property = ys_hundredths_to_text (row->score.property, FALSE);
  g_autofree char *bonus = ys_hundredths_to_text (row->score.bonus, FALSE);
  g_autofree char *score = ys_hundredths_to_text (row->score.score, FALSE);

  if (row->score.assessed)
    ys_table_add (table, row->name, long_term, property, bonus, score);
  else
    ys_table_add (table, row->name, NULL, NULL, NULL, _ ("Not assessed"));
}

static gboolean
print_scores (YsCli *cli, const Look *look, gint64 only, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < ys_standing_n_rows (look->standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (look->standing, i);

      if (only != 0 && row->compound_id != only)
        continue;
      json_builder_begin_object (builder);
      add_score (builder, row);
      if (given.explain && !add_working (builder, cli, look, row, error))
        return FALSE;
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  ys_print_json (builder);
  return TRUE;
}

static gboolean
print_score_table (YsCli *cli, const Look *look, gint64 only, GError **error)
{
  g_autoptr (YsTable) table = table_new (score_heads);

  for (guint i = 0; i < ys_standing_n_rows (look->standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (look->standing, i);

      if (only == 0 || row->compound_id == only)
        add_score_row (table, row);
    }
  ys_table_print (table);
  for (guint i = 0; given.explain && i < ys_standing_n_rows (look->standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (look->standing, i);

      if (only != 0 && row->compound_id != only)
        continue;
      ys_print_line ("%s", row->name);
      if (!print_working (cli, look, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_score (YsCli *cli, GStrv words, GError **error)
{
  g_auto (Look) look = { 0 };
  gint64 only = 0;

  (void)words;
  if (!read_look (cli, YS_LEDGER_READ_ONLY, &look, error)
      || !warn_of_sheets (cli, look.standing, error))
    return FALSE;
  if (given.compound != NULL)
    {
      only = ys_cli_find_compound (look.registry, given.compound, error);
      if (only == 0)
        return FALSE;
    }
  return cli->json ? print_scores (cli, &look, only, error)
                   : print_score_table (cli, &look, only, error);
}

static void
add_rank_row (JsonBuilder *builder, const YsStandingRow *row)
{
  json_builder_begin_object (builder);
  ys_json_int (builder, "rank", row->rank);
  add_score (builder, row);
  ys_json_flag (builder, "tied", row->tied);
  json_builder_set_member_name (builder, "change");
  if (row->last_rank > 0)
    json_builder_add_int_value (builder, (gint64)row->last_rank - (gint64)row->rank);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static void
add_head (JsonBuilder *builder, const YsStanding *standing, const char *state)
{
  g_autofree char *period = ys_span_name (ys_standing_span (standing));

  ys_json_text (builder, "period", period);
  ys_json_text (builder, "state", state);
  ys_json_int (builder, "scheme", ys_standing_scheme (standing)->scheme->version.value);
  if (ys_standing_is_trial (standing))
    ys_json_flag (builder, "trial", TRUE);
}

static void
print_json_ranks (const YsStanding *standing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_assessed = ys_standing_n_assessed (standing);

  json_builder_begin_object (builder);
  add_head (builder, standing, ys_standing_is_final (standing) ? "final" : "open");
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_assessed; i++)
    add_rank_row (builder, ys_standing_row (standing, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "not_assessed");
  json_builder_begin_array (builder);
  for (guint i = n_assessed; i < ys_standing_n_rows (standing); i++)
    json_builder_add_string_value (builder, ys_standing_row (standing, i)->name);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static const YsHead rank_heads[] = {
  { N_ ("Rank"), TRUE },     { N_ ("Compound"), FALSE },
  { N_ ("Score"), TRUE },    { N_ ("Long-term"), TRUE },
  { N_ ("Property"), TRUE }, { N_ ("Bonus"), TRUE },
  { N_ ("Rise"), TRUE },     { NULL, FALSE },
};

static char *
tell_change (const YsStandingRow *row)
{
  if (row->last_rank == 0)
    return g_strdup ("");
  return g_strdup_printf ("%+d", (int)row->last_rank - (int)row->rank);
}

static void
print_trial (const YsStanding *standing)
{
  if (ys_standing_is_trial (standing))
    ys_print_line ("%s", _ ("A trial: nothing of it is saved or filed."));
}

static void
print_table_ranks (const YsStanding *standing)
{
  g_autoptr (YsTable) table = table_new (rank_heads);
  g_autofree char *rule = ys_standing_rule (standing);

  print_trial (standing);
  for (guint i = 0; i < ys_standing_n_assessed (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);
      g_autofree char *rank = g_strdup_printf ("%u%s", row->rank, row->tied ? "=" : "");
      g_autofree char *score = ys_hundredths_to_text (row->score.score, FALSE);
      g_autofree char *long_term = ys_hundredths_to_text (row->score.long_term, FALSE);
      g_autofree char *property = ys_hundredths_to_text (row->score.property, FALSE);
      g_autofree char *bonus = ys_hundredths_to_text (row->score.bonus, FALSE);
      g_autofree char *change = tell_change (row);

      ys_table_add (table, rank, row->name, score, long_term, property, bonus, change);
    }
  ys_table_print (table);
  ys_print_line ("%s", rule);
  for (guint i = ys_standing_n_assessed (standing); i < ys_standing_n_rows (standing); i++)
    ys_print_line (_ ("Not assessed: %s"), ys_standing_row (standing, i)->name);
}

static gboolean
run_rank (YsCli *cli, GStrv words, GError **error)
{
  g_auto (Look) look = { 0 };

  (void)words;
  if (!read_look (cli, YS_LEDGER_READ_ONLY, &look, error)
      || !warn_of_sheets (cli, look.standing, error))
    return FALSE;
  if (cli->json)
    print_json_ranks (look.standing);
  else
    print_table_ranks (look.standing);
  return TRUE;
}

static const char *
name_of (const YsStanding *standing, gint64 compound_id)
{
  const YsStandingRow *row = ys_standing_find (standing, compound_id);

  return row != NULL ? row->name : "";
}

static void
add_pending (JsonBuilder *builder, const YsStanding *standing, const YsAwardPending *group)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "names");
  json_builder_begin_array (builder);
  for (guint i = 0; i < group->compounds->len; i++)
    json_builder_add_string_value (builder,
                                   name_of (standing, g_array_index (group->compounds, gint64, i)));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "classes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < group->prizes->len; i++)
    json_builder_add_string_value (builder, ys_choice_nick (ys_prize_choices,
                                                            g_array_index (group->prizes, int, i)));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_award_rows (JsonBuilder *builder, const YsStanding *standing)
{
  const YsAwards *awards = ys_standing_awards (standing);

  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *row = &g_array_index (awards->rows, YsAwardRow, i);

      json_builder_begin_object (builder);
      ys_json_text (builder, "compound", name_of (standing, row->compound_id));
      ys_json_text (builder, "prize", ys_choice_nick (ys_prize_choices, row->prize));
      add_points (builder, "amount", TRUE, row->amount);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json_awards (const YsStanding *standing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const YsAwards *awards = ys_standing_awards (standing);

  json_builder_begin_object (builder);
  add_head (builder, standing, awards->pending->len > 0 ? "pending" : "final");
  add_award_rows (builder, standing);
  ys_json_text (builder, "red_property",
                awards->red_id != 0 ? name_of (standing, awards->red_id) : NULL);
  json_builder_set_member_name (builder, "pending");
  json_builder_begin_array (builder);
  for (guint i = 0; i < awards->pending->len; i++)
    add_pending (builder, standing, awards->pending->pdata[i]);
  json_builder_end_array (builder);
  add_points (builder, "total", TRUE, awards->total);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static const YsHead award_heads[] = {
  { N_ ("Prize"), FALSE },
  { N_ ("Compound"), FALSE },
  { N_ ("Amount (yuan)"), TRUE },
  { NULL, FALSE },
};

static void
print_table_awards (const YsStanding *standing)
{
  const YsAwards *awards = ys_standing_awards (standing);
  g_autoptr (YsTable) table = table_new (award_heads);
  g_autofree char *total = ys_hundredths_to_text (awards->total, FALSE);

  print_trial (standing);
  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *row = &g_array_index (awards->rows, YsAwardRow, i);
      g_autofree char *amount = ys_hundredths_to_text (row->amount, FALSE);

      ys_table_add (table, ys_choice_label (ys_prize_choices, row->prize),
                    name_of (standing, row->compound_id), amount);
    }
  ys_table_print (table);
  ys_print_line (_ ("Total: %s yuan"), total);
  for (guint i = 0; i < awards->pending->len; i++)
    {
      const YsAwardPending *group = awards->pending->pdata[i];

      for (guint m = 0; m < group->compounds->len; m++)
        ys_print_line (_ ("Pending: %s"),
                       name_of (standing, g_array_index (group->compounds, gint64, m)));
    }
}

static gboolean
print_awards (YsCli *cli, const YsStanding *standing)
{
  if (cli->json)
    print_json_awards (standing);
  else
    print_table_awards (standing);
  return TRUE;
}

static gboolean
run_award (YsCli *cli, GStrv words, GError **error)
{
  g_auto (Look) look = { 0 };

  (void)words;
  return read_look (cli, YS_LEDGER_READ_ONLY, &look, error)
         && warn_of_sheets (cli, look.standing, error) && print_awards (cli, look.standing);
}

static gboolean
read_place (const Look *look, const char *text, YsPrizePlace *place, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *prize = NULL;

  if (!ys_cli_split_assignment (text, &name, &prize, error)
      || !ys_cli_read_choice ("--place", prize, ys_prize_choices, &place->prize, error))
    return FALSE;
  place->compound_id = ys_cli_find_compound (look->registry, name, error);
  return place->compound_id != 0;
}

static gboolean
run_decide (YsCli *cli, GStrv words, GError **error)
{
  g_auto (Look) look = { 0 };
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (YsPrizePlace));
  g_autoptr (YsStanding) after = NULL;

  (void)words;
  if (!ys_cli_require ("--place", given.places != NULL ? given.places[0] : NULL, error)
      || !ys_cli_require ("--by", given.by, error)
      || !ys_cli_require ("--reason", given.reason, error)
      || !read_look (cli, YS_LEDGER_WRITE, &look, error))
    return FALSE;
  for (guint i = 0; given.places[i] != NULL; i++)
    {
      YsPrizePlace place;

      if (!read_place (&look, given.places[i], &place, error))
        return FALSE;
      g_array_append_val (places, place);
    }
  if (!ys_award_decide (cli->open, look.standing, (const YsPrizePlace *)(gconstpointer)places->data,
                        places->len, given.by, given.reason, cli->now, error))
    return FALSE;
  after = ys_standing_load (cli->open, look.registry, ys_standing_span (look.standing), NULL,
                            cli->now, NULL, error);
  return after != NULL && print_awards (cli, after);
}

const YsCommand ys_standing_commands[] = {
  { "score", "", N_ ("Show the scores of a period, and how they came about"), NULL, score_options,
    0, 0, run_score },
  { "rank", "", N_ ("Show the ranking of a period"), NULL, rank_options, 0, 0, run_rank },
  { "award", "", N_ ("Show the awards of a period, and what waits for a decision"), NULL,
    rank_options, 0, 0, run_award },
  { "award decide", "", N_ ("Record who gets which prize of a tie"), NULL, decide_options, 0, 0,
    run_decide },
  { NULL, NULL, NULL, NULL, NULL, 0, 0, NULL },
};
