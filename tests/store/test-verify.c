/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What verification finds after another program meddled with a closed ledger. */
#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "fixture.h"

#define NO_TRIGGERS                                                                                \
  "DROP TRIGGER audit_frozen_update; DROP TRIGGER audit_frozen_delete;"                            \
  "DROP TRIGGER submission_frozen_update; DROP TRIGGER submission_frozen_delete;"                  \
  "DROP TRIGGER submission_file_frozen_update; DROP TRIGGER submission_file_frozen_delete;"

typedef struct
{
  const char *path;
  const char *sql;
  const char *part;    /* of a problem's sentence */
  gint64 first_broken; /* line of the log; 0: the chain is whole */
} Case;

/* Lines: 1 office, 2 community, 3 compound, 4 class, 5 submission, 6 its file. */
static const Case cases[] = {
  { "field", "UPDATE compound SET class = '1'",
    "龙珠百合) was changed behind the log's back: Class", 0 },
  { "name", "UPDATE community SET name = '假社区', name_key = '假社区'",
    "changed behind the log's back: Name", 0 },
  { "withdrawn", "UPDATE compound SET withdrawn = 1, withdrawn_reason = 'x'", "Withdrawn", 0 },
  { "added",
    "INSERT INTO compound (name, community, withdrawn, name_key) VALUES ('假', 1, 0, '假')",
    "(假) was added behind the log's back", 0 },
  { "added-first", "INSERT INTO company (name, name_key) VALUES ('假', '假')", "added behind", 0 },
  { "removed", "DELETE FROM compound", "(龙珠百合) was taken out behind the log's back", 0 },
  { "reference", "PRAGMA foreign_keys = OFF; UPDATE compound SET community = 77",
    "refers to a community", 0 },
  { "line-changed", NO_TRIGGERS "UPDATE audit SET user = '他人' WHERE seq = 2", "broken at line 2",
    2 },
  { "line-after", NO_TRIGGERS "UPDATE audit SET after = '{\"class\":1}' WHERE seq = 4",
    "broken at line 4", 4 },
  { "line-taken-out", NO_TRIGGERS "DELETE FROM audit WHERE seq = 3", "broken at line 3", 3 },
  { "first-taken-out", NO_TRIGGERS "DELETE FROM audit WHERE seq = 1", "broken at line 1", 1 },
  /* The chain cannot tell that its end is gone; the records can. */
  { "end-taken-out", NO_TRIGGERS "DELETE FROM audit WHERE seq >= 4", "behind the log's back: Class",
    0 },
  { "filed-bytes", NO_TRIGGERS "UPDATE submission_file SET bytes = x'00'",
    "“a.xlsx” is not what was filed", 0 },
  { "filed-bytes-and-sum",
    NO_TRIGGERS "UPDATE submission_file SET bytes = x'00', sha256 ="
                " '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'",
    "not what was filed", 0 },
  { "filed-gone", NO_TRIGGERS "DELETE FROM submission_file", "“a.xlsx” is missing", 0 },
  { "filed-rows", NO_TRIGGERS "UPDATE submission SET content = '[1]'",
    "behind the log's back: Content", 0 },
  { "key", "UPDATE compound SET name_key = 'x'", "The key of the name “龙珠百合” was changed", 0 },
  { "guard", "DROP TRIGGER submission_frozen_update", "“submission_frozen_update” of the", 0 },
  { "index", "DROP INDEX compound_name", "“compound_name” of the", 0 },
  /* Built-in rows have no lines; they must be as the program writes them. */
  { "built-in-clause",
    "DROP TRIGGER clause_frozen_update; UPDATE clause SET points = 200 WHERE code = 'A1-01'",
    "(A1-01) was changed behind the log's back: Points", 0 },
  { "built-in-blank-filled",
    "DROP TRIGGER clause_frozen_update; UPDATE clause SET points = 200 WHERE code = 'A2-07'",
    "(A2-07) was changed behind the log's back: Points", 0 },
  { "built-in-notes",
    "DROP TRIGGER catalogue_frozen_update; UPDATE catalogue SET notes = '无' WHERE id = 2",
    "(附件2 第1版) was changed behind the log's back: Footnotes", 0 },
  { "clause-added",
    "INSERT INTO clause (catalogue, code, position, kind, \"group\", name, short_name, criterion)"
    " VALUES (1, 'A1-27', 27, 'deduction', '假', '假', '假', '假')",
    "(A1-27) was added behind the log's back", 0 },
  { "built-in-removed", "DROP TRIGGER clause_built_in; DELETE FROM clause WHERE code = 'A3-53'",
    "(A3-53) was taken out behind the log's back", 0 },
  { "impossible-value", "UPDATE compound SET class = 'first'", "no valid value of “Class”", 0 },
};

static void
test_meddled (Fixture *fixture, gconstpointer data)
{
  const Case *c = data;
  gint64 id = fixture_add_compound (fixture->ledger, fixture->community, "龙珠百合");
  fixture_set_class (fixture->ledger, id, YS_CLASS_2);
  fixture_submit (fixture->ledger, "调度〔2026〕20号", "workbook");
  g_assert_cmpint (fixture_assert_verifies (fixture->ledger), ==, 6);
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  fixture_meddle (fixture->folder, c->sql);
  fixture_reopen (fixture);
  fixture_assert_problem (fixture->ledger, c->part, c->first_broken);
}

/* Names of communities change; lines that name the old one stay true. */
static void
test_renamed_community (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  fixture_add_compound (fixture->ledger, fixture->community, "龙珠百合");
  YsCommunity community = { .id = fixture->community, .name = (char *)"梅园新社区" };
  YsChange *change = ys_change_begin (fixture->ledger, "set", &error);
  g_assert_true (ys_change_update (change, &ys_community_type, &community, NULL, &error));
  g_assert_true (ys_change_commit (change, NULL, &error));
  ys_change_free (change);
  fixture_assert_verifies (fixture->ledger);
}

/* The hash can be made again by hand from what the log shows. */
static void
test_by_hand (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) lines = ys_audit_list (fixture->ledger, NULL, 0, 0, NULL);
  const YsAuditLine *first = lines->pdata[1], *second = lines->pdata[0];
  g_autofree char *text
      = g_strdup_printf ("%s\n[2,2,%" G_GINT64_FORMAT
                         ",\"示例用户\",\"add\",\"community\",1,\"梅园社区\",null,"
                         "\"{\\\"name\\\":\\\"梅园社区\\\"}\",0]",
                         first->hash, second->at);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_assert_cmpstr (second->hash, ==, hash);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/verify/%s", cases[i].path);
      g_test_add (path, Fixture, &cases[i], fixture_set_up, test_meddled, fixture_tear_down);
    }
  g_test_add ("/store/verify/renamed-community", Fixture, NULL, fixture_set_up,
              test_renamed_community, fixture_tear_down);
  g_test_add ("/store/verify/by-hand", Fixture, NULL, fixture_set_up, test_by_hand,
              fixture_tear_down);
  return g_test_run ();
}
