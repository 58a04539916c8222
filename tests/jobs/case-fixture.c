/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases for the tests of jobs, made through the job itself. */
#include "config.h"

#include "case-fixture.h"

#include "calendar-record.h"
#include "change.h"
#include "event.h"
#include "record-store.h"

void
case_fixture_set_up (CaseFixture *fixture, gconstpointer data)
{
  fixture_set_up (&fixture->base, data);
  fixture->garden = fixture_add (&fixture->base, "示例花园", "梅园社区", NULL);
  fixture->court = fixture_add (&fixture->base, "示例苑", "梅园社区", NULL);
}

void
case_fixture_tear_down (CaseFixture *fixture, gconstpointer data)
{
  fixture_tear_down (&fixture->base, data);
}

YsInstant
case_instant (const char *text)
{
  YsInstant instant = 0;

  g_assert_true (ys_instant_from_iso (text, &instant));
  return instant;
}

gint64
case_add (
    CaseFixture *fixture, const char *number, const char *code, const char *at, const char *place)
{
  g_autoptr (GError) error = NULL;
  YsCase one = { .number = (char *)number,
                 .level = YS_INSPECTION_LEVEL_CITY,
                 .compound_id = fixture->garden,
                 .place = (char *)place };
  gint64 id;

  one.at = case_instant (at);
  id = ys_case_add (fixture->base.ledger, &one, code, (YsLimit){ 0, YS_LIMIT_NONE }, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

gboolean
case_step (CaseFixture *fixture, gint64 id, int kind, const char *at, GError **error)
{
  YsStep step = { .kind = kind, .at = case_instant (at), .text = "示例原因" };

  if (kind == YS_EVENT_EXTENDED)
    step.until = step.at + 7 * 86400;
  return ys_case_take_step (fixture->base.ledger, &id, 1, &step, fixture_now, error);
}

YsCase *
case_load (CaseFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  YsCase *one = ys_record_new (&ys_case_type);

  ys_record_store_load (fixture->base.ledger, &ys_case_type, id, one, &error);
  g_assert_no_error (error);
  return one;
}

char *
case_proposals (CaseFixture *fixture, const char *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals
      = ys_case_proposals (fixture->base.ledger, 0, 0, case_instant (now), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < proposals->len; i++)
    {
      const YsFaultProposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *number
          = ys_record_store_title (fixture->base.ledger, "platform_case", proposal->case_id);

      g_string_append_printf (text, "%s%s %s ", i > 0 ? "; " : "", number,
                              ys_choice_nick (ys_fault_choices, proposal->fault));
      for (guint e = 0; e < proposal->evidence->len; e++)
        {
          g_autofree char *report
              = ys_record_store_title (fixture->base.ledger, "platform_case",
                                       g_array_index (proposal->evidence, gint64, e));
          g_string_append_printf (text, "%s%s", e > 0 ? "、" : "", report);
        }
    }
  return g_string_free (text, FALSE);
}

void
case_finalise (CaseFixture *fixture, const char *name, const char *finalised_at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = ys_change_begin (fixture->base.ledger, "finalise", &error);
  YsPeriod period = { .name = (char *)name, .finalised = TRUE };

  g_assert_no_error (error);
  ys_date_from_iso (name, &period.starts_on);
  period.starts_on.day = 1;
  period.ends_on = period.starts_on;
  period.ends_on.day = (gint8)ys_date_days_in_month (period.starts_on.year, period.starts_on.month);
  period.finalised_at = case_instant (finalised_at);
  ys_change_insert (change, &ys_period_type, &period, &error);
  g_assert_no_error (error);
  ys_change_commit (change, NULL, &error);
  g_assert_no_error (error);
}

char *
case_dump (CaseFixture *fixture)
{
  const YsRecordType *const types[]
      = { &ys_case_type, &ys_case_fault_type, &ys_case_procedure_type, &ys_event_type };
  GString *out = g_string_new (NULL);

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (GPtrArray) records = ys_record_store_list (fixture->base.ledger, types[t], NULL);

      for (guint i = 0; i < records->len; i++)
        {
          gpointer record = g_ptr_array_index (records, i);

          g_string_append_printf (out, "%s %" G_GINT64_FORMAT, types[t]->name,
                                  YS_RECORD_ID (record));
          for (guint f = 0; f < types[t]->n_fields; f++)
            {
              g_autofree char *text = ys_field_to_text (&types[t]->fields[f], record);

              if (text != NULL)
                g_string_append_printf (out, " %s=%s", types[t]->fields[f].name, text);
            }
          g_string_append_c (out, '\n');
        }
    }
  return g_string_free (out, FALSE);
}
