/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo from the log: what comes back, what stands in the way, what Ctrl+Z acts on. */
#include "config.h"

#include "fixture.h"
#include "import-batch.h"

static void
undo (YsLedger *ledger, gint64 seq, const char *action)
{
  g_autoptr (GError) error = NULL;
  gint64 change;
  gboolean done = ys_audit_undo (ledger, seq, action, &change, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_cmpint (change, >, seq);
  fixture_assert_verifies (ledger);
}

static void
assert_refused (YsLedger *ledger, gint64 seq, const char *action, int code)
{
  g_autoptr (GError) error = NULL;
  gint64 lines = fixture_assert_verifies (ledger);
  g_assert_false (ys_audit_undo (ledger, seq, action, NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, code);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, lines);
}

static gint64
undoable (Fixture *f)
{
  return ys_audit_undoable (f->ledger, USER, NULL);
}

static gint64
redoable (Fixture *f)
{
  return ys_audit_redoable (f->ledger, USER, NULL);
}

static gint64
last_change (YsLedger *ledger)
{
  g_autoptr (GPtrArray) lines = ys_audit_list (ledger, NULL, 0, 1, NULL);
  return ((YsAuditLine *)lines->pdata[0])->change;
}

static void
test_update (Fixture *f, gconstpointer unused)
{
  gint64 id = fixture_add_compound (f->ledger, f->community, "龙珠百合");
  gint64 first = fixture_set_class (f->ledger, id, YS_CLASS_1);
  gint64 second = fixture_set_class (f->ledger, id, YS_CLASS_2);
  undo (f->ledger, second, "undo");
  g_assert_cmpint (fixture_get_class (f->ledger, id), ==, YS_CLASS_1);
  undo (f->ledger, first, "undo");
  g_assert_cmpint (fixture_get_class (f->ledger, id), ==, YS_CLASS_UNKNOWN);
  undo (f->ledger, redoable (f), "redo");
  undo (f->ledger, redoable (f), "redo");
  g_assert_cmpint (fixture_get_class (f->ledger, id), ==, YS_CLASS_2);
  g_assert_cmpint (redoable (f), ==, 0);
}

static void
test_insert (Fixture *f, gconstpointer unused)
{
  gint64 id = fixture_add_compound (f->ledger, f->community, "龙珠百合");
  undo (f->ledger, last_change (f->ledger), "undo");
  g_assert_cmpint (ys_record_store_count (f->ledger, &ys_compound_type, NULL), ==, 0);
  undo (f->ledger, redoable (f), "redo");
  g_assert_cmpint (ys_record_store_find (f->ledger, &ys_compound_type, "name", "龙珠百合", NULL),
                   ==, id);
}

/* The whole change, from any of its lines. */
static void
test_whole_change (Fixture *f, gconstpointer unused)
{
  g_autoptr (YsChange) change = ys_change_begin (f->ledger, "import", NULL);
  YsCommunity community = { .name = (char *)"紫薇社区" };
  g_assert_true (ys_change_insert (change, &ys_community_type, &community, NULL));
  YsCompound compound = { .name = (char *)"樱花园", .community_id = community.id };
  g_assert_true (ys_change_insert (change, &ys_compound_type, &compound, NULL));
  compound.class = YS_CLASS_3;
  g_assert_true (ys_change_update (change, &ys_compound_type, &compound, NULL, NULL));
  gint64 seq;
  g_assert_true (ys_change_commit (change, &seq, NULL));
  g_clear_pointer (&change, ys_change_free);

  undo (f->ledger, seq + 1, "undo");
  g_assert_cmpint (ys_record_store_count (f->ledger, &ys_compound_type, NULL), ==, 0);
  g_assert_cmpint (ys_record_store_count (f->ledger, &ys_community_type, NULL), ==, 1);
  undo (f->ledger, redoable (f), "redo");
  g_assert_cmpint (fixture_get_class (f->ledger, compound.id), ==, YS_CLASS_3);
}

/* An undone import stays on record as undone. */
static void
test_batch (Fixture *f, gconstpointer unused)
{
  g_autoptr (YsChange) change = ys_change_begin (f->ledger, "import", NULL);
  YsImportBatch batch = { .file_name = (char *)"附件5.xlsx", .at = 1792022459 };
  g_assert_true (ys_change_insert (change, &ys_import_batch_type, &batch, NULL));
  gint64 seq;
  g_assert_true (ys_change_commit (change, &seq, NULL));
  g_clear_pointer (&change, ys_change_free);
  for (guint i = 0; i < 4; i++)
    {
      gboolean undone = i % 2 == 0;
      undo (f->ledger, undone ? seq : redoable (f), undone ? "undo" : "redo");
      YsImportBatch stored = { 0 };
      g_assert_true (
          ys_record_store_load (f->ledger, &ys_import_batch_type, batch.id, &stored, NULL));
      g_assert_cmpint (stored.undone, ==, undone);
      g_assert_cmpint (stored.at, ==, 1792022459);
      ys_record_clear (&ys_import_batch_type, &stored);
      if (undone)
        g_assert_cmpint (undoable (f), ==, 2); /* the community of the fixture */
    }
}

static void
test_conflicts (Fixture *f, gconstpointer unused)
{
  gint64 id = fixture_add_compound (f->ledger, f->community, "龙珠百合");
  gint64 added = last_change (f->ledger);
  gint64 first = fixture_set_class (f->ledger, id, YS_CLASS_1);
  gint64 second = fixture_set_class (f->ledger, id, YS_CLASS_2);
  assert_refused (f->ledger, first, "undo", YS_LEDGER_ERROR_CONFLICT);
  assert_refused (f->ledger, added, "undo", YS_LEDGER_ERROR_CONFLICT);
  assert_refused (f->ledger, 2, "undo", YS_LEDGER_ERROR_CONFLICT); /* the community is in use */
  assert_refused (f->ledger, second + 9, "undo", YS_LEDGER_ERROR_NOT_FOUND);
  assert_refused (f->ledger, second, "redo", YS_LEDGER_ERROR_NOT_FOUND); /* it stands */
  undo (f->ledger, second, "undo");
  assert_refused (f->ledger, second, "undo", YS_LEDGER_ERROR_CONFLICT); /* twice */
  undo (f->ledger, second, "redo");                                     /* by the change, too */
  g_assert_cmpint (fixture_get_class (f->ledger, id), ==, YS_CLASS_2);
}

/* Another field of the same record does not stand in the way. */
static void
test_other_field (Fixture *f, gconstpointer unused)
{
  gint64 id = fixture_add_compound (f->ledger, f->community, "龙珠百合");
  gint64 seq = fixture_set_class (f->ledger, id, YS_CLASS_1);
  g_autoptr (YsCompound) c = ys_compound_new ();
  g_assert_true (ys_record_store_load (f->ledger, &ys_compound_type, id, c, NULL));
  c->remark = g_strdup ("示例");
  YsChange *change = ys_change_begin (f->ledger, "set", NULL);
  g_assert_true (ys_change_update (change, &ys_compound_type, c, NULL, NULL));
  g_assert_true (ys_change_commit (change, NULL, NULL));
  ys_change_free (change);
  undo (f->ledger, seq, "undo");
  ys_record_clear (&ys_compound_type, c);
  g_assert_true (ys_record_store_load (f->ledger, &ys_compound_type, id, c, NULL));
  g_assert_cmpstr (c->remark, ==, "示例");
  g_assert_cmpint (c->class, ==, YS_CLASS_UNKNOWN);
}

/* A name that was given away meanwhile. */
static void
test_name_taken (Fixture *f, gconstpointer unused)
{
  fixture_add_compound (f->ledger, f->community, "龙珠百合");
  gint64 seq = last_change (f->ledger);
  undo (f->ledger, seq, "undo");
  fixture_add_compound (f->ledger, f->community, "龙珠百合");
  assert_refused (f->ledger, seq, "redo", YS_LEDGER_ERROR_CONFLICT);
}

static void
test_frozen (Fixture *f, gconstpointer unused)
{
  fixture_submit (f->ledger, "调度〔2026〕20号", "workbook");
  assert_refused (f->ledger, last_change (f->ledger), "undo", YS_LEDGER_ERROR_FROZEN);
  assert_refused (f->ledger, 1, "undo", YS_LEDGER_ERROR_FROZEN); /* the ledger's own start */
}

/* Ctrl+Z walks back over the user's own changes, Ctrl+Y forward again. */
static void
test_walk (Fixture *f, gconstpointer unused)
{
  gint64 id = fixture_add_compound (f->ledger, f->community, "龙珠百合");
  gint64 add = last_change (f->ledger);
  gint64 a = fixture_set_class (f->ledger, id, YS_CLASS_1);
  gint64 b = fixture_set_class (f->ledger, id, YS_CLASS_2);
  g_assert_cmpint (undoable (f), ==, b);
  g_assert_cmpint (redoable (f), ==, 0);
  undo (f->ledger, b, "undo");
  g_assert_cmpint (undoable (f), ==, a);
  undo (f->ledger, a, "undo");
  g_assert_cmpint (undoable (f), ==, add);
  undo (f->ledger, redoable (f), "redo"); /* a stands again */
  g_assert_cmpint (undoable (f), ==, a);
  g_assert_cmpint (redoable (f), !=, 0);
  undo (f->ledger, redoable (f), "redo"); /* and b */
  g_assert_cmpint (fixture_get_class (f->ledger, id), ==, YS_CLASS_2);
  g_assert_cmpint (undoable (f), ==, b);
  undo (f->ledger, b, "undo");
  gint64 c = fixture_set_class (f->ledger, id, YS_CLASS_3); /* ends what could be redone */
  g_assert_cmpint (redoable (f), ==, 0);
  g_assert_cmpint (undoable (f), ==, c);
  undo (f->ledger, c, "undo");
  g_assert_cmpint (undoable (f), ==, a);
}

/* Filing is no edit: undo passes over it. Others' changes are theirs. */
static void
test_walk_over (Fixture *f, gconstpointer unused)
{
  gint64 id = fixture_add_compound (f->ledger, f->community, "龙珠百合");
  gint64 a = fixture_set_class (f->ledger, id, YS_CLASS_1);
  fixture_submit (f->ledger, "调度〔2026〕20号", "workbook");
  g_assert_cmpint (undoable (f), ==, a);
  ys_ledger_set_user (f->ledger, "另一人");
  gint64 theirs = fixture_add_compound (f->ledger, f->community, "梅花园");
  g_assert_cmpint (theirs, >, id);
  g_assert_cmpint (undoable (f), ==, a);
  g_assert_cmpint (ys_audit_undoable (f->ledger, "另一人", NULL), ==, last_change (f->ledger));
  g_assert_cmpint (ys_audit_undoable (f->ledger, "无此人", NULL), ==, 0);
}

static void
test_nothing (Fixture *f, gconstpointer unused)
{
  undo (f->ledger, 2, "undo");           /* the community */
  g_assert_cmpint (undoable (f), ==, 0); /* never the ledger's own start */
}

#define ADD(name, func)                                                                            \
  g_test_add ("/store/undo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("update", test_update);
  ADD ("insert", test_insert);
  ADD ("whole-change", test_whole_change);
  ADD ("batch", test_batch);
  ADD ("conflicts", test_conflicts);
  ADD ("other-field", test_other_field);
  ADD ("name-taken", test_name_taken);
  ADD ("frozen", test_frozen);
  ADD ("walk", test_walk);
  ADD ("walk-over", test_walk_over);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
