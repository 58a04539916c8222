/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings for the tests of jobs. */
#include "config.h"

#include "inspection-fixture.h"

#include "calendar-record.h"
#include "change.h"
#include "record-store.h"

void
yard_set_up (Yard *yard, gconstpointer data)
{
  fixture_set_up (&yard->base, data);
  yard->compound = fixture_add (&yard->base, "龙珠百合", "梅园社区", NULL);
}

void
yard_tear_down (Yard *yard, gconstpointer data)
{
  fixture_tear_down (&yard->base, data);
}

YsInstant
october (const char *text)
{
  g_autofree char *iso = g_strconcat ("2026-10-", text, NULL);
  YsInstant instant = 0;

  g_assert_true (ys_instant_from_iso (iso, &instant));
  return instant;
}

void
assert_october (YsInstant instant, const char *text)
{
  g_autofree char *found = ys_instant_to_iso (instant);
  g_autofree char *wanted = text != NULL ? g_strconcat ("2026-10-", text, NULL) : NULL;

  g_assert_cmpstr (found, ==, wanted);
}

static YsFindingEntry
read_entry (const char *text, GPtrArray *texts)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);
  g_auto (GStrv) code = g_strsplit (parts[0], "*", 2);
  YsFindingEntry entry = { 0 };

  g_ptr_array_add (texts, g_strdup (code[0]));
  entry.code = texts->pdata[texts->len - 1];
  entry.count = code[1] != NULL ? g_ascii_strtoll (code[1], NULL, 10) : 0;
  if (parts[1] != NULL)
    {
      g_ptr_array_add (texts, g_strdup (parts[1]));
      entry.place = texts->pdata[texts->len - 1];
    }
  return entry;
}

gint64
yard_inspect (Yard *yard, int level, const char *at, GArray **out_ids, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (YsFindingEntry));
  YsInspection inspection = {
    .compound_id = yard->compound,
    .level = level,
    .kind = YS_INSPECTION_KIND_ANNOUNCED,
    .at = october (at),
  };
  const char *text;
  va_list codes;
  gint64 id;

  va_start (codes, out_ids);
  while ((text = va_arg (codes, const char *)) != NULL)
    {
      YsFindingEntry entry = read_entry (text, texts);

      g_array_append_val (entries, entry);
    }
  va_end (codes);
  id = ys_inspection_add (yard->base.ledger, &inspection,
                          (const YsFindingEntry *)(gpointer)entries->data, entries->len, out_ids,
                          &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

gint64
yard_find (Yard *yard, int level, const char *code, const char *at)
{
  g_autoptr (GArray) ids = NULL;

  yard_inspect (yard, level, at, &ids, code, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  return g_array_index (ids, gint64, 0);
}

gboolean
yard_step (Yard *yard, gint64 id, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, " >", -1);
  YsStep step = {
    .kind = ys_choice_from_text (ys_event_kind_choices, words[0]),
    .at = october (words[1]),
    .text = "示例原因",
    .until = words[2] != NULL ? october (words[2]) : 0,
  };

  g_assert_cmpint (step.kind, !=, 0);
  return ys_finding_take_step (yard->base.ledger, &id, 1, &step, fixture_now, error);
}

void
yard_take (Yard *yard, gint64 id, const char *step)
{
  g_autoptr (GError) error = NULL;

  yard_step (yard, id, step, &error);
  g_assert_no_error (error);
}

YsFindingView *
yard_look (Yard *yard, gint64 id, const char *now)
{
  g_autoptr (GError) error = NULL;
  YsFindingView *view = ys_finding_load (yard->base.ledger, id, october (now), &error);

  g_assert_no_error (error);
  return view;
}

static void
dump_type (Yard *yard, const YsRecordType *type, GString *out)
{
  g_autoptr (GPtrArray) records = ys_record_store_list (yard->base.ledger, type, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_string_append_printf (out, "%s %" G_GINT64_FORMAT, type->name,
                              YS_RECORD_ID (records->pdata[i]));
      for (guint j = 0; j < type->n_fields; j++)
        {
          g_autoptr (GString) value = g_string_new (NULL);

          ys_field_append_json (&type->fields[j], records->pdata[i], value);
          g_string_append_printf (out, " %s=%s", type->fields[j].name, value->str);
        }
      g_string_append_c (out, '\n');
    }
}

char *
yard_dump (Yard *yard)
{
  GString *out = g_string_new (NULL);

  dump_type (yard, &ys_inspection_type, out);
  dump_type (yard, &ys_finding_type, out);
  dump_type (yard, &ys_event_type, out);
  return g_string_free (out, FALSE);
}

void
yard_finalise (Yard *yard, const char *name, YsDate first, YsDate last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = ys_change_begin (yard->base.ledger, "finalise", &error);
  YsPeriod period = {
    .name = (char *)name,
    .starts_on = first,
    .ends_on = last,
    .finalised = TRUE,
    .finalised_at = fixture_now,
  };

  ys_change_insert (change, &ys_period_type, &period, &error);
  g_assert_no_error (error);
  ys_change_commit (change, NULL, &error);
  g_assert_no_error (error);
}
