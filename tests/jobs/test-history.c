/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log in words; undo and redo, also at random. */
#include "config.h"

#include "history.h"

#include "fixture.h"

#include "audit.h"
#include "job-error.h"

/* (transfer full): the newest change's sentence */
static char *
newest_sentence (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) newest = ys_history_list (fixture->ledger, 0, 1, &error);
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (newest->len, ==, 1);
  lines = ys_audit_list_change (fixture->ledger,
                                ((YsAuditLine *)g_ptr_array_index (newest, 0))->change, &error);
  g_assert_no_error (error);
  return ys_history_sentence (fixture->ledger, g_ptr_array_index (lines, 0));
}

#define assert_sentence(expected)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *sentence_ = newest_sentence (fixture);                                        \
                                                                                                   \
    g_assert_cmpstr (sentence_, ==, expected);                                                     \
  }                                                                                                \
  G_STMT_END

static void
test_sentences (Fixture *fixture, gconstpointer data)
{
  YsEdit edits[] = { { "class", "2" }, { "services", "保洁" } };
  gint64 ids[3];

  /* the community is made first, but the compound is what was added */
  ids[0] = fixture_add (fixture, "龙珠百合", "梅园社区", NULL);
  assert_sentence ("Added 龙珠百合");
  ids[1] = fixture_add (fixture, "梅花园", "梅园社区", NULL);
  ids[2] = fixture_add (fixture, "锦绣花园", "紫薇社区", NULL);
  fixture_set (fixture, ids[0], "class", "1");
  assert_sentence ("Changed Class of 龙珠百合");
  ys_registry_set (fixture->ledger, ids, 1, edits, 2, fixture_today, NULL);
  assert_sentence ("Changed 2 fields of 龙珠百合");
  edits[0].text = "3";
  ys_registry_set (fixture->ledger, ids, 3, edits, 1, fixture_today, NULL);
  assert_sentence ("Changed Class of 龙珠百合 and 2 more");
  ys_registry_merge (fixture->ledger, ids[0], ids[1], fixture_today, NULL);
  assert_sentence ("Merged another record into 龙珠百合");
  ys_registry_withdraw (fixture->ledger, ids[2], "已拆迁", fixture_today, NULL);
  assert_sentence ("Withdrew 锦绣花园");
  ys_registry_reinstate (fixture->ledger, ids[2], NULL);
  assert_sentence ("Reinstated 锦绣花园");
}

static void
assert_field (
    GPtrArray *fields, guint index, const char *name, const char *before, const char *after)
{
  const YsHistoryField *field = g_ptr_array_index (fields, index);

  g_assert_cmpstr (field->field, ==, name);
  g_assert_cmpstr (field->before, ==, before);
  g_assert_cmpstr (field->after, ==, after);
}

/* Choices by label, references by name, dates for the eye; only what changed. */
static void
test_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", "class=2", NULL);
  YsEdit edits[] = { { "class", "1" }, { "company", "示例安和物业" }, { "entry_date", "2019-12" } };

  ys_registry_set (fixture->ledger, &id, 1, edits, 3, fixture_today, NULL);
  lines = ys_history_list (fixture->ledger, id, 1, NULL);
  fields = ys_history_fields (fixture->ledger, g_ptr_array_index (lines, 0));
  g_assert_cmpuint (fields->len, ==, 3);
  assert_field (fields, 0, "Class", "Class 2", "Class 1");
  assert_field (fields, 1, "Property company", "", "示例安和物业");
  assert_field (fields, 2, "Entry date", "", "2019-12");
}

/* A new record is told by what it holds. */
static void
test_fields_of_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", "class=2", NULL);

  lines = ys_history_list (fixture->ledger, id, 0, NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  fields = ys_history_fields (fixture->ledger, g_ptr_array_index (lines, 0));
  g_assert_cmpuint (fields->len, ==, 3);
  assert_field (fields, 0, "Name", "", "龙珠百合");
  assert_field (fields, 1, "Community", "", "梅园社区");
  assert_field (fields, 2, "Class", "", "Class 2");
}

static void
test_undo_and_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (YsCompound) before = NULL;
  g_autoptr (YsCompound) after = NULL;
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", "class=2", NULL);

  fixture_set (fixture, id, "class", "1");
  g_assert_cmpint (ys_history_undoable (fixture->ledger), >, 0);
  g_assert_cmpint (ys_history_redoable (fixture->ledger), ==, 0);
  ys_history_undo (fixture->ledger, 0, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, "Undid: Changed Class of 龙珠百合");
  before = fixture_load (fixture, id);
  g_assert_cmpint (before->class, ==, YS_CLASS_2);

  g_assert_cmpint (ys_history_redoable (fixture->ledger), >, 0);
  ys_history_redo (fixture->ledger, &redone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (redone, ==, "Redid: Changed Class of 龙珠百合");
  after = fixture_load (fixture, id);
  g_assert_cmpint (after->class, ==, YS_CLASS_1);
}

/* A field that was changed again is not put back over the newer value. */
static void
test_undo_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (YsCompound) compound = NULL;
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", "class=1", NULL);

  fixture_set (fixture, id, "class", "2");
  fixture_set (fixture, id, "class", "3");
  lines = ys_history_list (fixture->ledger, id, 2, NULL);
  g_assert_false (ys_history_undo (fixture->ledger,
                                   ((YsAuditLine *)g_ptr_array_index (lines, 1))->seq, NULL,
                                   &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT);
  compound = fixture_load (fixture, id);
  g_assert_cmpint (compound->class, ==, YS_CLASS_3);
}

/* An older change is undone alone where nothing else touched its field. */
static void
test_undo_older (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (YsCompound) compound = NULL;
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", NULL);

  fixture_set (fixture, id, "class", "2");
  fixture_set (fixture, id, "services", "保洁");
  lines = ys_history_list (fixture->ledger, id, 2, NULL);
  ys_history_undo (fixture->ledger, ((YsAuditLine *)g_ptr_array_index (lines, 1))->seq, NULL,
                   &error);
  g_assert_no_error (error);
  compound = fixture_load (fixture, id);
  g_assert_cmpint (compound->class, ==, YS_CLASS_UNKNOWN);
  g_assert_cmpstr (compound->services, ==, "保洁");
}

static void
test_nothing_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ys_ledger_set_user (fixture->ledger, "示例乙");
  g_assert_cmpint (ys_history_undoable (fixture->ledger), ==, 0);
  g_assert_false (ys_history_undo (fixture->ledger, 0, NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ys_history_redo (fixture->ledger, NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND);
}

/* One random edit of the kinds that a page offers; FALSE when it was refused. */
static gboolean
edit_at_random (Fixture *fixture, GArray *ids, guint step)
{
  static const YsEdit choices[] = { { "class", "1" },
                                    { "class", "3" },
                                    { "class", "" },
                                    { "company", "示例甲物业" },
                                    { "company", "示例乙物业" },
                                    { "company", "" },
                                    { "entry_date", "2020-09" },
                                    { "households", "742" },
                                    { "community", "紫薇社区" },
                                    { "remark", "随手记" },
                                    { "nature", "hired" } };
  guint what = (guint)g_test_rand_int_range (0, 10);
  gint64 one, other;

  if (ids->len < 3 || what == 0)
    {
      g_autofree char *name = g_strdup_printf ("随机小区%u", step);
      gint64 id = fixture_add (fixture, name, "梅园社区", NULL);

      g_array_append_val (ids, id);
      return TRUE;
    }
  one = g_array_index (ids, gint64, g_test_rand_int_range (0, (gint32)ids->len));
  other = g_array_index (ids, gint64, g_test_rand_int_range (0, (gint32)ids->len));
  if (what == 1)
    return ys_registry_withdraw (fixture->ledger, one, "随机", fixture_today, NULL);
  if (what == 2)
    return ys_registry_reinstate (fixture->ledger, one, NULL);
  if (what == 3)
    return ys_registry_merge (fixture->ledger, one, other, fixture_today, NULL);
  return ys_registry_set (fixture->ledger, (gint64[]){ one, other }, what == 4 ? 2 : 1,
                          &choices[g_test_rand_int_range (0, G_N_ELEMENTS (choices))], 1,
                          fixture_today, NULL);
}

static void
assert_dump (Fixture *fixture, const char *expected)
{
  g_autofree char *dump = fixture_dump (fixture);

  g_assert_cmpstr (dump, ==, expected);
}

/* Any edits, then undo until nothing is left: the very start, through every state between. Then
 * redo until nothing is left: the very end. The chain of the log holds all the while. */
static void
test_random_undo_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (YsVerification) verification = NULL;
  guint n;

  /* the office itself is not an edit */
  ys_ledger_set_user (fixture->ledger, "示例丙");
  g_ptr_array_add (states, fixture_dump (fixture));
  for (guint step = 0; step < 60; step++)
    {
      char *state;

      edit_at_random (fixture, ids, step);
      state = fixture_dump (fixture);
      /* refused, or the same value again: no state of its own */
      if (g_str_equal (state, g_ptr_array_index (states, states->len - 1)))
        g_free (state);
      else
        g_ptr_array_add (states, state);
    }

  n = states->len;
  for (guint i = n - 1; i > 0; i--)
    {
      g_autoptr (GError) error = NULL;

      ys_history_undo (fixture->ledger, 0, NULL, &error);
      g_assert_no_error (error);
      assert_dump (fixture, g_ptr_array_index (states, i - 1));
    }
  g_assert_cmpint (ys_history_undoable (fixture->ledger), ==, 0);
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      ys_history_redo (fixture->ledger, NULL, &error);
      g_assert_no_error (error);
      assert_dump (fixture, g_ptr_array_index (states, i));
    }
  g_assert_cmpint (ys_history_redoable (fixture->ledger), ==, 0);
  verification = ys_audit_verify (fixture->ledger, NULL);
  g_assert_true (verification->ok);
}

/* Edits, undo and redo in any order keep the chain whole, and a new edit ends what could be
 * redone. */
static void
test_random_walk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (YsVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  ys_ledger_set_user (fixture->ledger, "示例丙");
  for (guint step = 0; step < 120; step++)
    {
      guint what = (guint)g_test_rand_int_range (0, 6);

      if (what == 0 && ys_history_undoable (fixture->ledger) != 0)
        g_assert_true (ys_history_undo (fixture->ledger, 0, NULL, NULL));
      else if (what == 1 && ys_history_redoable (fixture->ledger) != 0)
        g_assert_true (ys_history_redo (fixture->ledger, NULL, NULL));
      else if (what > 1)
        edit_at_random (fixture, ids, step);
    }
  verification = ys_audit_verify (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_true (verification->ok);
  g_assert_cmpint (verification->first_broken, ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/history/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("sentences", test_sentences);
  ADD ("fields", test_fields);
  ADD ("fields-of-new", test_fields_of_new);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("undo-conflict", test_undo_conflict);
  ADD ("undo-older", test_undo_older);
  ADD ("nothing-left", test_nothing_left);
  ADD ("random-undo-all", test_random_undo_all);
  ADD ("random-walk", test_random_walk);
  return g_test_run ();
}
