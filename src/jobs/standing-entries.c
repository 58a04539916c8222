/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a working that people entered: sheets, surveys, bonuses. */
#include "config.h"

#include "standing-data.h"

static gint64
item_of (const YsAssessmentLine *line)
{
  for (guint i = 0; i < line->entries->len; i++)
    {
      const YsAssessmentEntry *entry = line->entries->pdata[i];

      if (entry->count == line->count)
        return entry->item_id;
    }
  return 0;
}

static char *
sheet_detail (const YsAssessmentLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT " 例", line->count);
  for (guint i = 0; i < line->entries->len; i++)
    {
      const YsAssessmentEntry *entry = line->entries->pdata[i];

      if (entry->count != line->count)
        continue;
      g_string_append_printf (text, " · %s", entry->assessor);
      if (entry->evidence != NULL)
        g_string_append_printf (text, "：%s", entry->evidence);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
explain_sheet_line (const YsExplaining *explaining,
                    gint64 compound_id,
                    const YsAssessmentLine *said)
{
  gboolean extra = said->clause->kind == YS_CLAUSE_EXTRA;
  YsWorkingLine *line;

  if (!said->is_set || said->points == 0 || (!extra && said->clause->kind != YS_CLAUSE_DEDUCTION))
    return;
  line = ys_explaining_add (explaining, compound_id, extra ? YS_WORKING_EXTRA : YS_WORKING_SHEET,
                            "002 附件2");
  line->ref = item_of (said);
  line->code = g_strdup (said->clause->code);
  line->name = g_strdup (said->clause->name);
  line->group = g_strdup (said->clause->group);
  line->detail = sheet_detail (said);
  line->count = said->count;
  line->each = said->clause->points.value;
  line->points = extra ? said->points : -said->points;
}

static gboolean
explain_sheets (const YsExplaining *explaining,
                YsLedger *ledger,
                gint64 compound_id,
                GError **error)
{
  const YsStanding *standing = explaining->standing;

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const YsStandingRow *row = &g_array_index (standing->rows, YsStandingRow, i);
      g_autoptr (YsAssessmentView) view = NULL;

      if (!row->parts.has_sheet || (compound_id != 0 && row->compound_id != compound_id))
        continue;
      view = ys_assessment_load (ledger, row->compound_id, standing->span, YS_ANNEX_2, error);
      if (view == NULL)
        return FALSE;
      for (guint j = 0; j < view->lines->len; j++)
        explain_sheet_line (explaining, row->compound_id, view->lines->pdata[j]);
    }
  return TRUE;
}

static gboolean
explain_surveys (const YsExplaining *explaining,
                 YsLedger *ledger,
                 gint64 compound_id,
                 GError **error)
{
  g_autoptr (GPtrArray) list = ys_survey_list (ledger, explaining->standing->span, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const YsSurvey *survey = list->pdata[i];
      gint64 points = ys_survey_points (explaining->standing->book->scheme, survey->rate.value,
                                        survey->coverage.value);
      g_autofree char *rate = ys_hundredths_to_text (survey->rate.value, FALSE);
      g_autofree char *coverage = ys_hundredths_to_text (survey->coverage.value, FALSE);
      YsWorkingLine *line;

      if (points == 0 || (compound_id != 0 && survey->compound_id != compound_id))
        continue;
      line = ys_explaining_add (explaining, survey->compound_id, YS_WORKING_SURVEY, "002 附件2");
      if (line == NULL)
        continue;
      line->ref = survey->id;
      line->code = g_strdup ("A2-15");
      line->name = g_strdup ("业主满意率调查");
      line->group = g_strdup ("附加分");
      line->detail = g_strdup_printf ("满意率 %s%%，覆盖率 %s%%", rate, coverage);
      line->count = 1;
      line->each = line->points = points;
    }
  return list != NULL;
}

static void
explain_bonus (const YsExplaining *explaining, const YsBonus *bonus)
{
  YsWorkingLine *line
      = ys_explaining_add (explaining, bonus->compound_id,
                           bonus->withdrawn ? YS_WORKING_WITHDRAWN : YS_WORKING_BONUS, "002 §5.2");
  const char *reason = bonus->withdrawn_reason;

  if (line == NULL)
    return;
  line->ref = bonus->id;
  line->code = g_strdup (ys_choice_nick (ys_title_choices, bonus->title));
  line->name = g_strdup (ys_choice_official (ys_title_choices, bonus->title));
  line->group = g_strdup ("创建加分");
  line->detail = g_strdup_printf ("%s%s%s%s%s", bonus->project != NULL ? bonus->project : "",
                                  bonus->certificate != NULL ? " " : "",
                                  bonus->certificate != NULL ? bonus->certificate : "",
                                  bonus->withdrawn ? " · 已撤销：" : "",
                                  bonus->withdrawn && reason != NULL ? reason : "");
  if (bonus->withdrawn)
    return;
  line->count = 1;
  line->each = line->points = ys_title_points (explaining->standing->book->scheme, bonus->title);
}

static gboolean
explain_bonuses (const YsExplaining *explaining,
                 YsLedger *ledger,
                 gint64 compound_id,
                 GError **error)
{
  g_autoptr (GPtrArray) list
      = ys_bonus_list (ledger, explaining->standing->span, compound_id, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    explain_bonus (explaining, list->pdata[i]);
  return list != NULL;
}

gboolean
ys_explaining_add_entries (const YsExplaining *explaining,
                           YsLedger *ledger,
                           gint64 compound_id,
                           GError **error)
{
  return explain_sheets (explaining, ledger, compound_id, error)
         && explain_surveys (explaining, ledger, compound_id, error)
         && explain_bonuses (explaining, ledger, compound_id, error);
}
