/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the stored ledger of a schema, once, while its tables are as the records say:
 *   build/tests/store/make-ledger tests/store/ledgers/schema-N N
 * writes schema-N.yardstick and schema-N.txt. Persons are invented. */
#include "config.h"

#include "assessment.h"
#include "award-record.h"
#include "backup.h"
#include "calendar-record.h"
#include "catalogue.h"
#include "contact.h"
#include "dump.h"
#include "event.h"
#include "fixture.h"
#include "import-batch.h"
#include "inspection.h"
#include "migration.h"
#include "platform-case.h"
#include "record-store.h"
#include "scheme.h"

#define NOW G_GINT64_CONSTANT (1792024200)
#define FIRST_OF_ANNEX_2 27 /* a built-in clause */
#define OCTOBER "2026-10"
#define NOVEMBER (NOW + 18 * 86400) /* 2026-11-02 08:30 */

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

/* What schema 2 brought and needs no catalogue. */
static void
fill_calendar (YsLedger *ledger)
{
  YsCalendarDay by_hand = { .date = { 2026, 10, 19 },
                            .mark = ys_choice_from_text (ys_day_mark_choices, "off"),
                            .name = (char *)"示例放假",
                            .reason = (char *)"停水停电" };
  YsCalendarDay of_notice = { .date = { 2027, 1, 1 },
                              .mark = ys_choice_from_text (ys_day_mark_choices, "off"),
                              .name = (char *)"元旦",
                              .source = (char *)"2027.json" };
  YsCalendarYear year = { .year = YS_NUMBER (2027), .source = (char *)"2027.json" };
  YsTimetableRecord summer = { .kind = YS_TIMETABLE_SUMMER,
                               .sessions = (char *)"8:00-12:00 15:00-18:00",
                               .first_day = (char *)"06-15",
                               .last_day = (char *)"09-15" };
  YsPeriod month = { .name = (char *)"2026-09",
                     .starts_on = { 2026, 9, 1 },
                     .ends_on = { 2026, 9, 30 },
                     .finalised = TRUE,
                     .finalised_at = NOW,
                     .reason = (char *)"月度考评" };

  insert (ledger, "calendar", &ys_calendar_day_type, &by_hand);
  insert (ledger, "calendar", &ys_calendar_day_type, &of_notice);
  insert (ledger, "calendar", &ys_calendar_year_type, &year);
  insert (ledger, "calendar", &ys_timetable_type, &summer);
  insert (ledger, "finalise", &ys_period_type, &month);
}

/* Version 2 of annex 1. Returns: its clause */
static gint64
fill_catalogue (YsLedger *ledger, gint64 *out_catalogue)
{
  YsCatalogue second = { .title = (char *)"附件1 第2版",
                         .annex = YS_ANNEX_1,
                         .version = YS_NUMBER (2),
                         .valid_from = { 2026, 10, 1 },
                         .reason = (char *)"时限按新办法",
                         .source = (char *)"附件1.xlsx" };
  YsClause clause = { .code = (char *)"A1-01",
                      .position = YS_NUMBER (1),
                      .kind = YS_CLAUSE_DEDUCTION,
                      .group = (char *)"基础设施",
                      .name = (char *)"外立面破损",
                      .short_name = (char *)"外立面破损",
                      .criterion = (char *)"示例",
                      .limit_amount = YS_NUMBER (5),
                      .limit_unit = ys_choice_from_text (ys_limit_unit_choices, "days"),
                      .unit = (char *)"物管科",
                      .points = YS_NUMBER (100) };

  insert (ledger, "catalogue", &ys_catalogue_type, &second);
  clause.catalogue_id = *out_catalogue = second.id;
  insert (ledger, "catalogue", &ys_clause_type, &clause);
  return clause.id;
}

/* One to be rectified, and one that was rechecked; @clause belongs to a version of the office's. */
static void
fill_findings (YsLedger *ledger, gint64 catalogue, gint64 clause)
{
  YsInspection inspection = { .compound_id = 1,
                              .level = YS_INSPECTION_LEVEL_CITY,
                              .kind = YS_INSPECTION_KIND_UNANNOUNCED,
                              .at = NOW - 86400,
                              .inspectors = (char *)"王某某、李某某",
                              .catalogue_id = catalogue,
                              .remark = (char *)"示例" };
  insert (ledger, "inspect", &ys_inspection_type, &inspection);
  YsFinding found = { .inspection_id = inspection.id,
                      .compound_id = 1,
                      .level = inspection.level,
                      .clause_id = clause,
                      .count = YS_NUMBER (2),
                      .place = (char *)"3号楼东侧",
                      .found_at = inspection.at,
                      .starts_at = inspection.at,
                      .deadline = NOW + 4 * 86400,
                      .provisional = TRUE,
                      .state = YS_FINDING_FOUND,
                      .points = YS_NUMBER (200) };
  insert (ledger, "inspect", &ys_finding_type, &found);
  YsFinding closed = found;
  closed.id = 0;
  closed.clause_id = clause;
  closed.count = YS_NUMBER (1);
  closed.place = NULL;
  closed.note = (char *)"门禁已修复";
  closed.provisional = FALSE;
  closed.state = YS_FINDING_CLOSED;
  closed.reported_at = closed.rectified_at = NOW - 7200;
  closed.rechecked_at = NOW - 3600;
  closed.points = YS_NUMBER (100);
  insert (ledger, "inspect", &ys_finding_type, &closed);
  YsEvent events[] = {
    { .finding_id = closed.id,
      .kind = YS_EVENT_REPORTED,
      .at = NOW - 7200,
      .person = (char *)USER },
    { .finding_id = closed.id, .kind = YS_EVENT_PASSED, .at = NOW - 3600, .person = (char *)USER },
  };
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    insert (ledger, "step", &ys_event_type, &events[i]);
}

static void
fill_case (YsLedger *ledger, gint64 clause)
{
  YsCase one = { .number = (char *)"示例20261014001",
                 .level = YS_INSPECTION_LEVEL_DISTRICT,
                 .channel = (char *)"12345热线",
                 .compound_id = 1,
                 .clause_id = clause,
                 .place = (char *)"南门",
                 .note = (char *)"垃圾未清运",
                 .at = NOW - 86400,
                 .limit_amount = YS_NUMBER (4),
                 .limit_unit = ys_choice_from_text (ys_limit_unit_choices, "hours"),
                 .deadline = NOW - 72000,
                 .state = YS_CASE_REPLIED,
                 .replied_at = NOW - 3600,
                 .reply = (char *)"已清运" };
  insert (ledger, "case", &ys_case_type, &one);
  YsEvent reply = { .case_id = one.id,
                    .kind = YS_EVENT_REPORTED,
                    .at = one.replied_at,
                    .person = (char *)USER,
                    .text = one.reply };
  YsCaseFault fault = { .case_id = one.id,
                        .fault = YS_FAULT_OVERDUE,
                        .decision = YS_DECISION_CONFIRMED,
                        .reason = (char *)"超过时限",
                        .person = (char *)USER,
                        .at = NOW };
  YsCaseProcedure procedure = { .case_id = one.id,
                                .starts_at = NOW - 50000,
                                .ends_at = NOW - 40000,
                                .reason = (char *)"立案查处" };
  insert (ledger, "step", &ys_event_type, &reply);
  insert (ledger, "fault", &ys_case_fault_type, &fault);
  insert (ledger, "procedure", &ys_case_procedure_type, &procedure);
}

static void
fill_scheme (YsLedger *ledger)
{
  YsScheme *second = ys_record_new (&ys_scheme_type);
  g_autoptr (GPtrArray) prizes = ys_record_store_list (ledger, &ys_prize_type, NULL);

  g_assert_true (ys_record_store_load (ledger, &ys_scheme_type, 1, second, NULL));
  second->id = 0;
  second->version = YS_NUMBER (2);
  second->valid_from = (YsDate){ 2027, 1, 1 };
  second->fault_points = YS_NUMBER (300);
  insert (ledger, "scheme", &ys_scheme_type, second);
  for (guint i = 0; i < prizes->len; i++)
    {
      YsPrize *prize = prizes->pdata[i];

      prize->id = 0;
      prize->scheme_id = second->id;
      insert (ledger, "scheme", &ys_prize_type, prize);
    }
  ys_record_free (&ys_scheme_type, second);
}

/* What a person enters for October beside inspections; the built-in annex 2 is catalogue 2. */
static void
fill_entries (YsLedger *ledger, gint64 clause)
{
  YsAssessment sheet = { .compound_id = 1,
                         .period = (char *)OCTOBER,
                         .annex = YS_ANNEX_2,
                         .catalogue_id = 2,
                         .assessor = (char *)"王某某" };
  YsAssessmentItem item
      = { .clause_id = clause, .count = YS_NUMBER (1), .evidence = (char *)"示例" };
  YsBonus bonus = { .compound_id = 1,
                    .period = (char *)OCTOBER,
                    .title = YS_TITLE_CITY,
                    .project = (char *)"示例项目",
                    .certificate = (char *)"示例1号" };
  YsSurvey survey = { .compound_id = 1,
                      .period = (char *)OCTOBER,
                      .rate = YS_NUMBER (8550),
                      .coverage = YS_NUMBER (9000) };
  YsSheetWaiver waiver = { .compound_id = 2,
                           .period = (char *)OCTOBER,
                           .reason = (char *)"示例",
                           .person = (char *)USER,
                           .at = NOW };

  insert (ledger, "assess", &ys_assessment_type, &sheet);
  item.assessment_id = sheet.id;
  insert (ledger, "assess", &ys_assessment_item_type, &item);
  insert (ledger, "bonus", &ys_bonus_type, &bonus);
  insert (ledger, "survey", &ys_survey_type, &survey);
  insert (ledger, "sheet-waive", &ys_sheet_waiver_type, &waiver);
}

/* October with its twins, final; the content is not that of a standing: rows are compared only. */
static void
fill_period (YsLedger *ledger)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "{}", -1);
  YsTwinDecision twins = {
    .finding_id = 1, .other_id = 2, .reason = (char *)"两处", .person = (char *)USER, .at = NOW
  };
  YsAwardDecision decision = { .period = (char *)OCTOBER,
                               .compound_id = 1,
                               .prize = YS_PRIZE_FIRST,
                               .person = (char *)"王某某",
                               .reason = (char *)"示例",
                               .at = NOW };
  YsPayout payout = { .period = (char *)OCTOBER,
                      .compound_id = 1,
                      .prize = YS_PRIZE_FIRST,
                      .name = (char *)"李某某",
                      .amount = YS_NUMBER (300000) };
  YsPeriodVersion version = { .period = (char *)OCTOBER,
                              .version = YS_NUMBER (1),
                              .at = NOVEMBER,
                              .user = (char *)USER,
                              .content = (char *)"{}",
                              .sha256 = sha256 };
  YsPeriod month = { .name = (char *)OCTOBER,
                     .starts_on = { 2026, 10, 1 },
                     .ends_on = { 2026, 10, 31 },
                     .finalised = TRUE,
                     .finalised_at = NOVEMBER };
  YsFiledReport report = { .number = (char *)"考评〔2026〕10号-1",
                           .period = (char *)OCTOBER,
                           .what = (char *)"ranking",
                           .file_name = (char *)"示例.xlsx",
                           .sha256 = sha256,
                           .user = (char *)USER,
                           .at = NOVEMBER };

  insert (ledger, "same-defect", &ys_twin_decision_type, &twins);
  insert (ledger, "award", &ys_award_decision_type, &decision);
  insert (ledger, "payout", &ys_payout_type, &payout);
  insert (ledger, "finalise", &ys_period_version_type, &version);
  insert (ledger, "finalise", &ys_period_type, &month);
  insert (ledger, "report", &ys_filed_report_type, &report);
}

int
main (int argc, char *argv[])
{
  guint n_steps;
  g_assert_cmpint (argc, ==, 3);
  int schema = (int)g_ascii_strtoll (argv[2], NULL, 10);
  const YsMigrationStep *own = ys_migration_steps (&n_steps);
  g_assert_true (schema >= 1 && schema <= ys_migration_newest (own, n_steps));
  ys_migration_override (own, (guint)schema);
  g_autofree char *file = g_strconcat (argv[1], ".yardstick", NULL);
  g_autofree char *text = g_strconcat (argv[1], ".txt", NULL);
  Fixture fixture;
  fixture_set_up (&fixture, NULL);
  fill (&fixture);
  if (schema >= 2)
    fill_calendar (fixture.ledger);
  if (schema >= 3)
    {
      gint64 catalogue;
      gint64 clause = fill_catalogue (fixture.ledger, &catalogue);
      fill_findings (fixture.ledger, catalogue, clause);
      fill_case (fixture.ledger, clause);
      if (schema >= 4)
        {
          fill_scheme (fixture.ledger);
          fill_entries (fixture.ledger, FIRST_OF_ANNEX_2);
          fill_period (fixture.ledger);
        }
    }
  g_autofree char *rows = dump_ledger (fixture.ledger);
  g_autofree char *made = ys_backup_write (fixture.ledger, YS_BACKUP_MANUAL, file, NOW, NULL);
  g_assert_nonnull (made);
  g_assert_true (g_file_set_contents (text, rows, -1, NULL));
  fixture_tear_down (&fixture, NULL);
  return 0;
}
