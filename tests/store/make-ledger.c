/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the stored ledger of the current schema, once per schema that ships:
 *   build/tests/store/make-ledger tests/store/ledgers/schema-N
 * writes schema-N.yardstick and schema-N.txt. Persons are invented. */
#include "config.h"

#include "backup.h"
#include "contact.h"
#include "dump.h"
#include "fixture.h"
#include "import-batch.h"

#define NOW G_GINT64_CONSTANT (1792024200)

static void
insert (YsLedger *ledger, const char *action, const YsRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = ys_change_begin (ledger, action, &error);
  g_assert_no_error (error);
  g_assert_true (ys_change_insert (change, type, record, &error));
  g_assert_no_error (error);
  g_assert_true (ys_change_commit (change, NULL, &error));
}

static void
fill (Fixture *f)
{
  YsLedger *ledger = f->ledger;
  YsCommunity town
      = { .name = (char *)"东、西鲁社区", .town = (char *)"示例街道", .sort = YS_NUMBER (4) };
  insert (ledger, "add", &ys_community_type, &town);
  YsCompany company = { .name = (char *)"示例物业服务有限公司",
                        .other_names = (char *)"示例物业",
                        .manager = (char *)"王某某",
                        .phone = (char *)"13800000001" };
  insert (ledger, "add", &ys_company_type, &company);
  YsCompound full = {
    .name = (char *)"龙珠百合",
    .former_names = (char *)"龙珠小区",
    .community_id = f->community,
    .class = YS_CLASS_1,
    .form = YS_FORM_COMPANY,
    .company_id = company.id,
    .nature = YS_NATURE_HIRED,
    .entry_date = { 2020, 9, 0 },
    .services = (char *)"保洁、保安、绿化",
    .manager = (char *)"李某某",
    .phone = (char *)"13800000002、0632-8810001",
    .buildings = YS_NUMBER (18),
    .households = YS_NUMBER (742),
    .area_m2 = YS_NUMBER (8642050),
    .year_built = YS_NUMBER (2012),
    .stage = YS_STAGE_COMPLETED,
    .party_branch = YS_ANSWER_YES,
    .remark = (char *)"示例",
  };
  insert (ledger, "import", &ys_compound_type, &full);
  YsCompound bare = { .name = (char *)"鑫盛公寓（药材宿舍）", .community_id = town.id };
  insert (ledger, "import", &ys_compound_type, &bare);
  fixture_set_class (ledger, bare.id, YS_CLASS_3);
  YsCompound gone = { .name = (char *)"柴林小区",
                      .community_id = town.id,
                      .withdrawn = TRUE,
                      .withdrawn_reason = (char *)"已拆迁",
                      .withdrawn_on = { 2026, 10, 1 } };
  insert (ledger, "withdraw", &ys_compound_type, &gone);
  YsContact contact = { .name = (char *)"张某某",
                        .role = (char *)"社区网格员",
                        .phone = (char *)"13800000003",
                        .compound_id = full.id };
  insert (ledger, "add", &ys_contact_type, &contact);
  YsImportBatch batch = {
    .file_name = (char *)"附件5.xlsx", .shape = (char *)"annex5", .n_new = YS_NUMBER (2), .at = NOW
  };
  insert (ledger, "import", &ys_import_batch_type, &batch);
  fixture_submit (ledger, "调度〔2026〕20号", "workbook");
  gint64 undone = fixture_set_class (ledger, full.id, YS_CLASS_2);
  g_assert_true (ys_audit_undo (ledger, undone, "undo", NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_assert_cmpint (argc, ==, 2);
  g_autofree char *file = g_strconcat (argv[1], ".yardstick", NULL);
  g_autofree char *text = g_strconcat (argv[1], ".txt", NULL);
  Fixture fixture;
  fixture_set_up (&fixture, NULL);
  fill (&fixture);
  g_autofree char *rows = dump_ledger (fixture.ledger);
  g_autofree char *made = ys_backup_write (fixture.ledger, YS_BACKUP_MANUAL, file, NOW, NULL);
  g_assert_nonnull (made);
  g_assert_true (g_file_set_contents (text, rows, -1, NULL));
  fixture_tear_down (&fixture, NULL);
  return 0;
}
