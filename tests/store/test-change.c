/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes: what is written, what is refused, and that both leave the log right. */
#include "config.h"

#include <string.h>

#include "contact.h"
#include "fixture.h"
#include "ledger-private.h"

static YsChange *
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  YsChange *change = ys_change_begin (fixture->ledger, "set", &error);
  g_assert_no_error (error);
  return change;
}

static YsAuditLine *
last_line (YsLedger *ledger)
{
  g_autoptr (GPtrArray) lines = ys_audit_list (ledger, NULL, 0, 1, NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  return g_ptr_array_steal_index (lines, 0);
}

/* Every kind of field comes back as it went in. */
static void
test_round_trip (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCompound) c = ys_compound_new ();
  c->name = g_strdup ("鑫盛公寓（药材宿舍）");
  c->community_id = fixture->community;
  c->class = YS_CLASS_3;
  c->form = YS_FORM_THREE_WITHOUT;
  c->nature = YS_NATURE_SELF_RUN;
  c->entry_date = (YsDate){ 2020, 9, 0 };
  c->buildings = YS_NUMBER (0);
  c->area_m2 = YS_NUMBER (8642050);
  c->year_built = YS_NUMBER (1998);
  c->stage = YS_STAGE_PARTLY_COMPLETED;
  c->party_branch = YS_ANSWER_NO;
  c->remark = g_strdup ("'; DROP TABLE compound; --");
  c->withdrawn = TRUE;
  c->withdrawn_reason = g_strdup ("示例");
  g_autoptr (YsChange) change = begin (fixture);
  g_assert_true (ys_change_insert (change, &ys_compound_type, c, &error));
  g_assert_cmpint (c->id, >, 0);
  gint64 seq;
  g_assert_true (ys_change_commit (change, &seq, &error));
  g_assert_cmpint (seq, ==, 3);

  g_autoptr (YsCompound) back = ys_compound_new ();
  g_assert_true (ys_record_store_load (fixture->ledger, &ys_compound_type, c->id, back, &error));
  g_assert_true (ys_record_equal (&ys_compound_type, c, back));
  fixture_assert_verifies (fixture->ledger);
}

/* What an auditor reads: only what changed, the community by its name. */
static void
test_line (Fixture *fixture, gconstpointer unused)
{
  gint64 id = fixture_add_compound (fixture->ledger, fixture->community, "龙珠百合");
  g_autoptr (YsAuditLine) added = last_line (fixture->ledger);
  g_assert_cmpstr (added->action, ==, "add");
  g_assert_cmpstr (added->record, ==, "compound");
  g_assert_cmpstr (added->user, ==, USER);
  g_assert_cmpstr (added->label, ==, "龙珠百合");
  g_assert_null (added->before);
  g_assert_cmpstr (added->after, ==,
                   "{\"name\":\"龙珠百合\",\"community\":{\"id\":1,\"name\":\"梅园社区\"}}");
  g_assert_cmpuint (strlen (added->hash), ==, 64);

  gint64 seq = fixture_set_class (fixture->ledger, id, YS_CLASS_2);
  g_autoptr (YsAuditLine) set = last_line (fixture->ledger);
  g_assert_cmpint (set->seq, ==, seq);
  g_assert_cmpint (set->change, ==, seq);
  g_assert_cmpint (set->record_id, ==, id);
  g_assert_cmpstr (set->before, ==, "{\"class\":null}");
  g_assert_cmpstr (set->after, ==, "{\"class\":2}");
}

static void
test_no_difference (Fixture *fixture, gconstpointer unused)
{
  gint64 id = fixture_add_compound (fixture->ledger, fixture->community, "龙珠百合");
  gint64 lines = fixture_assert_verifies (fixture->ledger);
  g_assert_cmpint (fixture_set_class (fixture->ledger, id, YS_CLASS_UNKNOWN), ==, 0);
  g_assert_cmpint (fixture_assert_verifies (fixture->ledger), ==, lines);
}

static void
test_dropped (Fixture *fixture, gconstpointer unused)
{
  YsCommunity community = { .name = (char *)"紫薇社区" };
  YsChange *change = begin (fixture);
  g_assert_true (ys_change_insert (change, &ys_community_type, &community, NULL));
  ys_change_free (change);
  g_assert_cmpint (ys_record_store_count (fixture->ledger, &ys_community_type, NULL), ==, 1);
  g_assert_cmpint (fixture_assert_verifies (fixture->ledger), ==, 2);
}

/* One number for all lines of a change. */
static void
test_several_lines (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (YsChange) change = begin (fixture);
  const char *const names[] = { "梅花园", "龙珠百合", "安居小区" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      YsCompound c = { .name = (char *)names[i], .community_id = fixture->community };
      g_assert_true (ys_change_insert (change, &ys_compound_type, &c, NULL));
    }
  gint64 seq;
  g_assert_true (ys_change_commit (change, &seq, NULL));
  g_autoptr (GPtrArray) lines = ys_audit_list_change (fixture->ledger, seq, NULL);
  g_assert_cmpuint (lines->len, ==, 3);
  for (guint i = 0; i < lines->len; i++)
    {
      const YsAuditLine *line = lines->pdata[i];
      g_assert_cmpint (line->seq, ==, seq + i);
      g_assert_cmpint (line->change, ==, seq);
      g_assert_cmpstr (line->label, ==, names[i]);
    }
}

static void
test_invalid (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = begin (fixture);
  YsCompound nameless = { .community_id = fixture->community };
  g_assert_false (ys_change_insert (change, &ys_compound_type, &nameless, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING);
  g_clear_error (&error);

  YsCompound homeless = { .name = (char *)"龙珠百合", .community_id = 99 };
  g_assert_false (ys_change_insert (change, &ys_compound_type, &homeless, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT);
  g_clear_error (&error);

  YsCompound gone = { .id = 99, .name = (char *)"x", .community_id = fixture->community };
  g_assert_false (ys_change_update (change, &ys_compound_type, &gone, NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
}

typedef struct
{
  const char *path;
  const char *first, *second; /* names in the same community */
  gboolean withdraw_first;
  gboolean refused;
} NameCase;

static const NameCase names[] = {
  { "same", "龙珠百合", "龙珠百合", FALSE, TRUE },
  { "spaces", "龙珠百合", "龙珠　百合", FALSE, TRUE },
  { "brackets", "鑫盛公寓（药材宿舍）", "鑫盛公寓(药材宿舍)", FALSE, TRUE },
  { "width", "阳光A区", "阳光Ａ区", FALSE, TRUE },
  { "other", "龙珠百合", "龙珠丽都", FALSE, FALSE },
  { "withdrawn", "龙珠百合", "龙珠百合", TRUE, FALSE },
};

static void
test_unique (Fixture *fixture, gconstpointer data)
{
  const NameCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = begin (fixture);
  YsCompound first = { .name = (char *)c->first, .community_id = fixture->community };
  if (c->withdraw_first)
    {
      first.withdrawn = TRUE;
      first.withdrawn_reason = (char *)"已拆除";
    }
  g_assert_true (ys_change_insert (change, &ys_compound_type, &first, &error));
  YsCompound second = { .name = (char *)c->second, .community_id = fixture->community };
  gboolean done = ys_change_insert (change, &ys_compound_type, &second, &error);
  g_assert_cmpint (done, ==, !c->refused);
  if (c->refused)
    {
      g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS);
      g_assert_nonnull (strstr (error->message, c->second));
    }
  /* What was done before the refusal can still be kept. */
  g_assert_true (ys_change_commit (change, NULL, NULL));
  fixture_assert_verifies (fixture->ledger);
}

/* The same name in another community, and a community of that name in another town, are others. */
static void
test_unique_elsewhere (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 other = fixture_add_community (fixture->ledger, "梅园社区", "桑村镇");
  fixture_add_compound (fixture->ledger, fixture->community, "龙珠百合");
  fixture_add_compound (fixture->ledger, other, "龙珠百合");

  g_autoptr (YsChange) change = begin (fixture);
  YsCommunity again = { .name = (char *)"梅园 社区", .town = (char *)"桑村镇" };
  g_assert_false (ys_change_insert (change, &ys_community_type, &again, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS);
  g_clear_error (&error);
  YsCompany company = { .name = (char *)"示例物业" };
  g_assert_true (ys_change_insert (change, &ys_company_type, &company, &error));
  company.id = 0;
  g_assert_false (ys_change_insert (change, &ys_company_type, &company, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS);
}

static void
assert_frozen (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_assert_false (ys_database_run (fixture->ledger->db, sql, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN);
}

/* The database itself refuses, whoever asks. */
static void
test_frozen (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_submit (fixture->ledger, "调度〔2026〕20号", "workbook");
  assert_frozen (fixture, "UPDATE submission SET \"rows\" = 9");
  assert_frozen (fixture, "DELETE FROM submission");
  assert_frozen (fixture, "UPDATE submission_file SET \"name\" = 'b'");
  assert_frozen (fixture, "DELETE FROM submission_file");
  assert_frozen (fixture, "UPDATE audit SET \"user\" = 'x'");
  assert_frozen (fixture, "DELETE FROM audit WHERE \"seq\" = 1");
  /* Replacing deletes without asking a guard of deletions. */
  assert_frozen (fixture, "REPLACE INTO submission SELECT * FROM submission WHERE \"id\" = 1");
  assert_frozen (fixture, "REPLACE INTO submission_file SELECT \"submission\", \"name\","
                          " \"sha256\", x'00' FROM submission_file");
  assert_frozen (fixture, "REPLACE INTO audit SELECT * FROM audit WHERE \"seq\" = 1");

  g_autoptr (YsChange) change = begin (fixture);
  YsSubmission submission = { 0 };
  g_assert_true (
      ys_record_store_load (fixture->ledger, &ys_submission_type, id, &submission, NULL));
  submission.rows = YS_NUMBER (9);
  g_assert_false (ys_change_update (change, &ys_submission_type, &submission, NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_false (ys_change_remove (change, &ys_submission_type, id, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN);
  g_clear_error (&error);
  /* A document is filed with its table, not after it. */
  g_autoptr (GBytes) late = g_bytes_new_static ("late", 4);
  g_assert_false (ys_change_insert_submission_file (change, id, "late.pdf", late, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN);
  ys_record_clear (&ys_submission_type, &submission);
}

static void
test_files (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_submit (fixture->ledger, "调度〔2026〕20号", "workbook");
  g_auto (GStrv) filed = ys_submission_store_file_names (fixture->ledger, id, &error);
  g_assert_cmpuint (g_strv_length (filed), ==, 1);
  g_assert_cmpstr (filed[0], ==, "a.xlsx");
  g_autoptr (GBytes) bytes = ys_submission_store_file (fixture->ledger, id, "a.xlsx", &error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "workbook",
                   strlen ("workbook"));
  g_assert_null (ys_submission_store_file (fixture->ledger, id, "b.xlsx", &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
}

static void
test_find (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_add_compound (fixture->ledger, fixture->community, "龙珠百合");
  fixture_set_class (fixture->ledger, id, YS_CLASS_2);
  YsLedger *l = fixture->ledger;
  g_assert_cmpint (ys_record_store_find (l, &ys_compound_type, "name", "龙珠百合", &error), ==, id);
  g_assert_cmpint (ys_record_store_find (l, &ys_compound_type, "class", "2", &error), ==, id);
  g_assert_cmpint (ys_record_store_find (l, &ys_compound_type, "community_id", "1", &error), ==,
                   id);
  g_assert_cmpint (ys_record_store_find (l, &ys_compound_type, "name", "龙珠", &error), ==, 0);
  g_assert_cmpint (ys_record_store_find (l, &ys_compound_type, "class", "3", &error), ==, 0);
  g_assert_no_error (error);
  g_assert_false (ys_record_store_load (l, &ys_contact_type, 1, &(YsContact){ 0 }, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
}

/* Within one change, too, a line says the name that its community has by then. */
static void
test_renamed (Fixture *fixture, gconstpointer unused)
{
  YsCommunity renamed = { .id = fixture->community, .name = (char *)"梅花社区" };
  YsCompound first = { .name = (char *)"龙珠百合", .community_id = fixture->community };
  YsCompound second = { .name = (char *)"梅花园", .community_id = fixture->community };
  g_autoptr (YsChange) change = begin (fixture);
  g_assert_true (ys_change_insert (change, &ys_compound_type, &first, NULL));
  g_assert_true (ys_change_update (change, &ys_community_type, &renamed, NULL, NULL));
  g_assert_true (ys_change_insert (change, &ys_compound_type, &second, NULL));
  g_assert_true (ys_change_commit (change, NULL, NULL));
  g_autoptr (GPtrArray) lines = ys_audit_list (fixture->ledger, NULL, 0, 3, NULL);
  g_assert_nonnull (strstr (((YsAuditLine *)lines->pdata[2])->after, "梅园社区"));
  g_assert_nonnull (strstr (((YsAuditLine *)lines->pdata[0])->after, "梅花社区"));
  fixture_assert_verifies (fixture->ledger);
}

/* An id is never given twice, even when its record was taken back. */
static void
test_ids (Fixture *fixture, gconstpointer unused)
{
  gint64 first = fixture_add_compound (fixture->ledger, fixture->community, "龙珠百合");
  g_assert_true (ys_audit_undo (fixture->ledger, 3, "undo", NULL, NULL));
  g_assert_cmpint (fixture_add_compound (fixture->ledger, fixture->community, "梅花园"), ==,
                   first + 1);
}

/* A long text is in the log by its hash only, and verifies. */
static void
test_long_text (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *content = g_strnfill (5000, 'x');
  YsSubmission submission = {
    .number = (char *)"调度〔2026〕20号",
    .what = (char *)"dispatch",
    .date = { 2026, 10, 15 },
    .content = content,
    .at = 1792022459,
  };
  g_autoptr (YsChange) change = begin (fixture);
  g_assert_true (ys_change_insert (change, &ys_submission_type, &submission, NULL));
  g_assert_true (ys_change_commit (change, NULL, NULL));
  g_autoptr (YsAuditLine) line = last_line (fixture->ledger);
  g_assert_nonnull (strstr (line->after, "\"bytes\":5000}"));
  g_assert_cmpuint (strlen (line->after), <, 400);
  fixture_assert_verifies (fixture->ledger);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/store/change/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("line", test_line);
  ADD ("no-difference", test_no_difference);
  ADD ("dropped", test_dropped);
  ADD ("several-lines", test_several_lines);
  ADD ("invalid", test_invalid);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/change/unique/%s", names[i].path);
      g_test_add (path, Fixture, &names[i], fixture_set_up, test_unique, fixture_tear_down);
    }
  ADD ("unique/elsewhere", test_unique_elsewhere);
  ADD ("frozen", test_frozen);
  ADD ("files", test_files);
  ADD ("find", test_find);
  ADD ("renamed", test_renamed);
  ADD ("ids", test_ids);
  ADD ("long-text", test_long_text);
  return g_test_run ();
}
