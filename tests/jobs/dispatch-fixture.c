/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three compounds, and tables as text. */
#include "config.h"

#include "dispatch-fixture.h"

#include "ledger-job.h"

#include <string.h>

static gint64
find_compound (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->ledger, &error);
  gint64 id;

  g_assert_no_error (error);
  id = ys_registry_find_by_name (registry, name, &error);
  g_assert_no_error (error);
  return id;
}

void
dispatch_fixture_set (Fixture *fixture, const char *name, const char *field, const char *text)
{
  fixture_set (fixture, find_compound (fixture, name), field, text);
}

void
dispatch_fixture_withdraw (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  ys_registry_withdraw (fixture->ledger, find_compound (fixture, name), "已拆除", TODAY, &error);
  g_assert_no_error (error);
}

void
dispatch_fixture_set_up_empty (Fixture *fixture, gconstpointer data)
{
  YsOffice office = {
    .name = (char *)"山城街道物管科",
    .level = YS_LEVEL_SUBDISTRICT,
    .email = (char *)"wgk@example.cn",
    .phone = (char *)"0632-8800000",
  };
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, data);
  ys_ledger_job_set_office (fixture->ledger, &office, &error);
  g_assert_no_error (error);
  ys_ledger_job_set_user (fixture->ledger, "王某某");
}

/* Three compounds: complete, hired with almost nothing known, self-run by its owner unit. */
void
dispatch_fixture_set_up (Fixture *fixture, gconstpointer data)
{
  dispatch_fixture_set_up_empty (fixture, data);
  fixture_add (fixture, "梅花园", "梅园社区", "class=1", "form=company", "company=安和物业",
               "nature=hired", "entry_date=2018-06", "services=保洁、保安", "manager=孙某某",
               "phone=13800000001", NULL);
  fixture_add (fixture, "海洋公寓", "丰泽社区", "nature=hired", NULL);
  fixture_add (fixture, "四十中宿舍", "梅园社区", "class=3", "form=owner-unit", "nature=self-run",
               "entry_date=2020-09-15", "services=保洁", "manager=周某某", "phone=13800000003",
               NULL);
}

YsDispatch *
dispatch_fixture_draw_up (Fixture *fixture, YsDate date)
{
  g_autoptr (GError) error = NULL;
  YsDispatch *dispatch = ys_dispatch_new (fixture->ledger, date, &error);

  g_assert_no_error (error);
  return dispatch;
}

YsSubmission *
dispatch_fixture_submit (Fixture *fixture, YsDate date)
{
  g_autoptr (YsDispatch) dispatch = dispatch_fixture_draw_up (fixture, date);
  g_autoptr (GError) error = NULL;
  YsSubmission *submission = ys_dispatch_submit (fixture->ledger, dispatch, NOW, &error);

  g_assert_no_error (error);
  return submission;
}

gint64
dispatch_fixture_file (Fixture *fixture, YsDate date)
{
  YsSubmission *submission = dispatch_fixture_submit (fixture, date);
  gint64 id = submission->id;

  ys_record_free (&ys_submission_type, submission);
  return id;
}

/* The rows as one text: a line a row, cells parted by |. */
char *
dispatch_fixture_rows_to_text (const YsDispatch *dispatch)
{
  GPtrArray *rows = ys_dispatch_rows (dispatch);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      for (guint column = YS_DISPATCH_COMMUNITY; column < YS_DISPATCH_N_COLUMNS; column++)
        {
          g_autofree char *cell = ys_dispatch_row_text (g_ptr_array_index (rows, i), column);

          g_string_append_printf (text, "%s%s", column > YS_DISPATCH_COMMUNITY ? "|" : "", cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

char *
dispatch_fixture_blanks_to_text (const YsDispatch *dispatch)
{
  GPtrArray *blanks = ys_dispatch_blanks (dispatch);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blanks->len; i++)
    {
      const YsDispatchBlank *blank = g_ptr_array_index (blanks, i);

      g_string_append_printf (text, "%s%s.%s", i > 0 ? " " : "", blank->name, blank->field);
    }
  return g_string_free (text, FALSE);
}

char *
dispatch_fixture_doubts_to_text (const YsDispatch *dispatch)
{
  GPtrArray *doubts = ys_dispatch_doubts (dispatch);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < doubts->len; i++)
    {
      const YsDispatchDoubt *doubt = g_ptr_array_index (doubts, i);

      g_assert_cmpuint (strlen (doubt->sentence), >, 10);
      g_string_append_printf (text, "%s%s.%s", i > 0 ? " " : "", doubt->name, doubt->field);
    }
  return g_string_free (text, FALSE);
}

static char *
names_to_text (GPtrArray *names)
{
  g_autoptr (GPtrArray) copy = g_ptr_array_copy (names, NULL, NULL);

  g_ptr_array_set_free_func (copy, NULL);
  g_ptr_array_add (copy, NULL);
  return g_strjoinv (" ", (char **)copy->pdata);
}

/* "against: +added -removed name.field before→after" */
char *
dispatch_fixture_diff_to_text (const YsDispatch *dispatch)
{
  GPtrArray *changes = ys_dispatch_changes (dispatch);
  g_autofree char *added = names_to_text (ys_dispatch_added (dispatch));
  g_autofree char *removed = names_to_text (ys_dispatch_removed (dispatch));
  const char *against = ys_dispatch_against (dispatch);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s: +%s -%s", against != NULL ? against : "none", added, removed);
  for (guint i = 0; i < changes->len; i++)
    {
      const YsDispatchChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (text, " %s.%s %s→%s", change->name, change->field, change->before,
                              change->after);
    }
  return g_string_free (text, FALSE);
}
