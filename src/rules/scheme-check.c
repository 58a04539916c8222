/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a scheme can be scored with: what no field's own limits can tell. */
#include "config.h"

#include "inspection.h"
#include "rank.h"
#include "score.h"

#include <glib/gi18n-lib.h>

#define PERCENT 10000

gboolean
ys_scheme_level_counts (const YsScheme *scheme, int level)
{
  const char *nick, *at;
  gsize length;

  g_return_val_if_fail (scheme != NULL, FALSE);

  nick = ys_choice_nick (ys_level_choices, level);
  if (nick == NULL || scheme->levels == NULL)
    return FALSE;
  length = strlen (nick);
  for (at = scheme->levels; (at = strstr (at, nick)) != NULL; at += length)
    if ((at == scheme->levels || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD, sentence);
  return FALSE;
}

static gboolean
check_weights (const YsScheme *scheme, GError **error)
{
  g_autofree char *sum = NULL;
  gint64 weights = scheme->long_weight.value + scheme->property_weight.value;

  if (scheme->long_weight.value >= 0 && scheme->property_weight.value >= 0 && weights == PERCENT)
    return TRUE;
  sum = ys_hundredths_to_text (weights, FALSE);
  g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
               _ ("The two weights add up to %s. Write weights that add up to 100.00."), sum);
  return FALSE;
}

static gboolean
check_levels (const YsScheme *scheme, GError **error)
{
  g_auto (GStrv) levels = g_strsplit (scheme->levels != NULL ? scheme->levels : "", " ", -1);

  for (guint i = 0; levels[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (const YsChoice *choice = ys_level_choices; choice->nick != NULL; choice++)
        known = known || g_str_equal (choice->nick, levels[i]);
      for (guint j = 0; j < i; j++)
        known = known && !g_str_equal (levels[i], levels[j]);
      if (!known)
        return refuse (error, _ ("The inspections that count are not clear. Write each level once, "
                                 "with a space between: district city."));
    }
  if (levels[0] == NULL)
    return refuse (error,
                   _ ("No inspection would count. Write at least one level: district city."));
  return TRUE;
}

static gboolean
check_bounds (const YsScheme *scheme, GError **error)
{
  if (scheme->long_floor.is_set && scheme->long_floor.value > scheme->long_base.value)
    return refuse (error,
                   _ ("The least long-term score is above the full marks. Write a lower one."));
  if (scheme->property_floor.is_set && scheme->property_floor.value > scheme->property_base.value)
    return refuse (error,
                   _ ("The least property score is above the full marks. Write a lower one."));
  if (scheme->property_cap.is_set && scheme->property_cap.value < scheme->property_base.value)
    return refuse (error, _ ("The most property score is below the full marks. Write a higher one, "
                             "or leave it empty."));
  if (scheme->overdue_factor.value < 1)
    return refuse (error,
                   _ ("An overdue finding must cost at least its own points. Write 1 or more."));
  return TRUE;
}

static gboolean
check_survey (const YsScheme *scheme, GError **error)
{
  if (scheme->survey_coverage.value > PERCENT || scheme->survey_rate_2.value > PERCENT)
    return refuse (error, _ ("A survey's rate or coverage is above 100.00. Write at most 100.00."));
  if (scheme->survey_rate_1.value > scheme->survey_rate_2.value
      || scheme->survey_points_1.value > scheme->survey_points_2.value)
    return refuse (error,
                   _ ("The survey's second rate and its points must not be below the first ones."));
  return TRUE;
}

gboolean
ys_scheme_check (const YsScheme *scheme, GError **error)
{
  g_return_val_if_fail (scheme != NULL, FALSE);

  return check_weights (scheme, error) && check_levels (scheme, error)
         && check_bounds (scheme, error) && check_survey (scheme, error)
         && ys_chain_check (scheme->chain, error);
}
