/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of the registry: what is written, what is refused, and that a refusal changes nothing. */
#include "config.h"

#include "fixture.h"

#include "audit.h"
#include "job-error.h"
#include "record-store.h"

static guint
count_lines (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = ys_audit_list (fixture->ledger, NULL, 0, 0, &error);

  g_assert_no_error (error);
  return lines->len;
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, "　龙珠百合 ", "梅园社区", "class=1类", "form=物业公司",
                           "company=示例安和物业", "nature=外聘", "entry_date=2019.12.1",
                           "services=保洁、保安", "manager=示例王某",
                           "phone=１３８００００００１１", "buildings=18栋", "households=1,742",
                           "area_m2=86420.5㎡", "year_built=2012年", "party_branch=有", NULL);
  g_autoptr (YsCompound) compound = fixture_load (fixture, id);

  g_assert_cmpstr (compound->name, ==, "龙珠百合");
  g_assert_cmpint (compound->class, ==, YS_CLASS_1);
  g_assert_cmpint (compound->form, ==, YS_FORM_COMPANY);
  g_assert_cmpint (compound->nature, ==, YS_NATURE_HIRED);
  g_assert_cmpint (ys_date_compare (compound->entry_date, (YsDate){ 2019, 12, 1 }), ==, 0);
  g_assert_cmpstr (compound->phone, ==, "13800000011");
  g_assert_cmpint (compound->buildings.value, ==, 18);
  g_assert_cmpint (compound->households.value, ==, 1742);
  g_assert_cmpint (compound->area_m2.value, ==, 8642050);
  g_assert_cmpint (compound->year_built.value, ==, 2012);
  g_assert_cmpint (compound->party_branch, ==, YS_ANSWER_YES);
}

/* One edit, one change: its lines share a number, also when a community and a company are made. */
static void
test_add_is_one_change (Fixture *fixture, gconstpointer data)
{
  guint before = count_lines (fixture);
  g_autoptr (GPtrArray) lines = NULL;

  fixture_add (fixture, "龙珠百合", "梅园社区", "company=示例安和物业", NULL);
  g_assert_cmpuint (count_lines (fixture), ==, before + 3);
  lines = ys_audit_list (fixture->ledger, NULL, 0, 3, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const YsAuditLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpint (line->change, ==, before + 1);
      g_assert_cmpstr (line->action, ==, "add");
      g_assert_cmpstr (line->user, ==, "示例");
      g_assert_null (line->before);
    }
}

/* The same community and company by another width are not made a second time. */
static void
test_names_are_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsCompound) first = NULL;
  g_autoptr (YsCompound) second = NULL;
  gint64 a = fixture_add (fixture, "梅花园", "梅园社区", "company=示例安和物业（梅园）", NULL);
  gint64 b = fixture_add (fixture, "龙珠百合", "梅园 社区", "company=示例安和物业(梅园)", NULL);

  first = fixture_load (fixture, a);
  second = fixture_load (fixture, b);
  g_assert_cmpint (first->community_id, ==, second->community_id);
  g_assert_cmpint (first->company_id, ==, second->company_id);
  g_assert_cmpint (ys_record_store_count (fixture->ledger, &ys_company_type, NULL), ==, 1);
}

typedef struct
{
  const char *name;
  const char *field;
  const char *text;
  const char *told; /* what the sentence must name */
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "month-13", "entry_date", "2019-13-01", "2019-12" },
  { "no-date", "entry_date", "去年", "Entry date" },
  { "month-without-year", "entry_date", "9月底", "Entry date" },
  { "class-4", "class", "4", "1, 2 or 3" },
  { "unknown-form", "form", "承包", "承包" },
  { "phone-with-words", "phone", "见门岗", "见门岗" },
  { "area-three-decimals", "area_m2", "1.234", "86420.50" },
  { "negative-households", "households", "-5", "Households" },
  { "year-built-1800", "year_built", "1800", "Year built" },
  { "empty-name", "name", " ", "Name" },
  { "empty-community", "community", "", "Community" },
  { "unknown-field", "colour", "red", "entry_date" },
  { "withdrawn-is-no-field", "withdrawn", "yes", "entry_date" },
  { "id-is-no-field", "id", "7", "entry_date" },
};

/* Refused with a sentence; record, community, company and log stay as they were. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const RefusedCase *c = data;
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", "class=1", NULL);
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  guint lines = count_lines (fixture);
  YsEdit edits[] = { { "company", "示例安和物业" }, { "class", "2" }, { c->field, c->text } };

  g_assert_false (ys_registry_set (fixture->ledger, &id, 1, edits, 3, fixture_today, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (ys_job_error_exit_code (error), ==, 1);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, c->told));

  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_lines (fixture), ==, lines);
}

/* What the form asks at each field gives the same answer as writing would. */
static void
test_check_agrees (gconstpointer data)
{
  const RefusedCase *c = data;
  const YsField *field = ys_record_type_field (&ys_compound_type, c->field);
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_registry_check (field, c->text, fixture_today, &error));
  g_assert_true (error->domain == YS_VALUE_ERROR);
  g_assert_true (ys_registry_check (ys_record_type_field (&ys_compound_type, "entry_date"),
                                    "2019-12", fixture_today, NULL));
}

static void
test_same_value_writes_nothing (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", "class=1", "area_m2=86420.50", NULL);
  guint lines = count_lines (fixture);

  fixture_set (fixture, id, "class", "一类");
  fixture_set (fixture, id, "area_m2", "86,420.5");
  fixture_set (fixture, id, "community", "梅园社区");
  fixture_set (fixture, id, "remark", "");
  g_assert_cmpuint (count_lines (fixture), ==, lines);
}

static void
test_set_and_empty (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", "company=示例安和物业",
                           "phone=13800000011", NULL);
  g_autoptr (YsCompound) compound = NULL;

  fixture_set (fixture, id, "phone", "");
  fixture_set (fixture, id, "company", "");
  fixture_set (fixture, id, "community", "紫薇社区");
  fixture_set (fixture, id, "name", "龙珠新苑");
  compound = fixture_load (fixture, id);
  g_assert_null (compound->phone);
  g_assert_cmpint (compound->company_id, ==, 0);
  g_assert_cmpstr (compound->name, ==, "龙珠新苑");
  g_assert_cmpint (ys_record_store_count (fixture->ledger, &ys_community_type, NULL), ==, 2);
}

/* Several at once are one change, and one that is not there spoils it for all. */
static void
test_set_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCompound) first = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 ids[3] = { fixture_add (fixture, "梅花园", "梅园社区", NULL),
                    fixture_add (fixture, "龙珠百合", "梅园社区", NULL), 999 };
  YsEdit edits[] = { { "class", "2" }, { "services", "保洁" } };
  guint lines = count_lines (fixture);

  before = fixture_dump (fixture);
  g_assert_false (ys_registry_set (fixture->ledger, ids, 3, edits, 2, fixture_today, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (ys_registry_set (fixture->ledger, ids, 2, edits, 2, fixture_today, NULL));
  g_assert_cmpuint (count_lines (fixture), ==, lines + 2);
  first = fixture_load (fixture, ids[0]);
  g_assert_cmpint (first->class, ==, YS_CLASS_2);
  g_assert_cmpstr (first->services, ==, "保洁");
}

/* One name is one compound of a community; elsewhere it may stand again. */
static void
test_name_is_taken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = fixture_add (fixture, "安居小区", "梅园社区", NULL);
  gint64 second = fixture_add (fixture, "安居小区", "紫薇社区", NULL);
  gint64 third = fixture_add (fixture, "银山小区", "紫薇社区", NULL);
  YsEdit rename = { "name", "安居 小区" };
  YsEdit move = { "community", "梅园社区" };
  gint64 both[2] = { first, third };

  g_assert_cmpint (ys_registry_add (fixture->ledger, "安居小区", "梅园社区", NULL, 0, fixture_today,
                                    &error),
                   ==, 0);
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (ys_registry_set (fixture->ledger, &third, 1, &rename, 1, fixture_today, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (ys_registry_set (fixture->ledger, &second, 1, &move, 1, fixture_today, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS);
  g_clear_error (&error);
  /* and not for two of the same edit either */
  rename.text = "同名小区";
  move.text = "丰泽社区";
  {
    YsEdit edits[] = { rename, move };

    g_assert_false (ys_registry_set (fixture->ledger, both, 2, edits, 2, fixture_today, &error));
    g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS);
  }
}

static void
test_withdraw (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCompound) gone = NULL;
  g_autoptr (YsCompound) back = NULL;
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", NULL);

  g_assert_false (ys_registry_withdraw (fixture->ledger, id, "　 ", fixture_today, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ys_registry_reinstate (fixture->ledger, id, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (ys_registry_withdraw (fixture->ledger, id, "已拆迁", fixture_today, NULL));
  gone = fixture_load (fixture, id);
  g_assert_true (gone->withdrawn);
  g_assert_cmpstr (gone->withdrawn_reason, ==, "已拆迁");
  g_assert_cmpint (ys_date_compare (gone->withdrawn_on, fixture_today), ==, 0);
  g_assert_false (ys_registry_withdraw (fixture->ledger, id, "再次", fixture_today, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  /* its name stays its own */
  ys_registry_add (fixture->ledger, "龙珠百合", "梅园社区", NULL, 0, fixture_today, &error);
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "Reinstate"));

  g_assert_true (ys_registry_reinstate (fixture->ledger, id, NULL));
  back = fixture_load (fixture, id);
  g_assert_false (back->withdrawn);
  g_assert_null (back->withdrawn_reason);
  g_assert_false (ys_date_is_known (back->withdrawn_on));
}

/* What the kept one says stays; what it lacks, the other's names and contacts come to it. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsCompound) kept = NULL;
  g_autoptr (YsCompound) dropped = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  guint lines;
  gint64 keep = fixture_add (fixture, "鑫盛公寓（药材宿舍）", "紫薇社区", "class=2",
                             "other_names=鑫盛", NULL);
  gint64 drop = fixture_add (fixture, "药材宿舍", "梅园社区", "class=3", "households=48",
                             "other_names=鑫 盛、药材公司家属院", "former_names=药材站", NULL);
  YsContact contact = { .name = (char *)"示例李某", .compound_id = drop };

  g_assert_true (ys_registry_save_contact (fixture->ledger, &contact, NULL));
  lines = count_lines (fixture);
  g_assert_true (ys_registry_merge (fixture->ledger, keep, drop, fixture_today, NULL));
  g_assert_cmpuint (count_lines (fixture), ==, lines + 3);

  kept = fixture_load (fixture, keep);
  dropped = fixture_load (fixture, drop);
  contacts = ys_registry_contacts (fixture->ledger, keep, NULL);
  g_assert_cmpint (kept->class, ==, YS_CLASS_2);
  g_assert_cmpint (kept->households.value, ==, 48);
  g_assert_cmpstr (kept->other_names, ==, "鑫盛、药材宿舍、药材公司家属院");
  g_assert_cmpstr (kept->former_names, ==, "药材站");
  g_assert_cmpuint (contacts->len, ==, 1);
  g_assert_true (dropped->withdrawn);
  g_assert_cmpstr (dropped->withdrawn_reason, ==, "Merged into 鑫盛公寓（药材宿舍）");
}

static void
test_merge_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 keep = fixture_add (fixture, "梅花园", "梅园社区", NULL);
  gint64 drop = fixture_add (fixture, "龙珠百合", "梅园社区", NULL);

  g_assert_false (ys_registry_merge (fixture->ledger, keep, keep, fixture_today, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (ys_registry_withdraw (fixture->ledger, drop, "已拆迁", fixture_today, NULL));
  g_assert_false (ys_registry_merge (fixture->ledger, keep, drop, fixture_today, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ys_registry_merge (fixture->ledger, keep, 999, fixture_today, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
}

static void
test_contacts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", NULL);
  YsContact contact = { .name = (char *)"示例李某", .role = (char *)"业委会主任" };

  g_assert_false (ys_registry_save_contact (fixture->ledger, &contact, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_cmpint (contact.id, ==, 0);

  contact.compound_id = id;
  g_assert_true (ys_registry_save_contact (fixture->ledger, &contact, NULL));
  g_assert_cmpint (contact.id, >, 0);
  contact.phone = (char *)"13800000012";
  g_assert_true (ys_registry_save_contact (fixture->ledger, &contact, NULL));
  one = ys_registry_contacts (fixture->ledger, id, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((YsContact *)g_ptr_array_index (one, 0))->phone, ==, "13800000012");

  g_assert_true (ys_registry_remove_contact (fixture->ledger, contact.id, NULL));
  none = ys_registry_contacts (fixture->ledger, id, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (ys_registry_remove_contact (fixture->ledger, contact.id, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
}

static void
test_community_and_company (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (YsCompound) compound = NULL;
  const YsRegistryItem *item;
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", "company=示例安和物业", NULL);
  gint64 other = fixture_add (fixture, "锦绣花园", "紫薇社区", NULL);
  YsEdit first[] = { { "sort", "2" }, { "town", "示例街道" } };
  YsEdit name = { "name", "示例安和物业服务" };
  YsEdit wrong = { "colour", "red" };
  YsEdit taken[] = { { "name", "梅园社区" }, { "town", "示例街道" } };

  compound = fixture_load (fixture, id);
  g_assert_true (ys_registry_set_community (fixture->ledger, compound->community_id, first, 2,
                                            fixture_today, NULL));
  g_assert_true (ys_registry_set_company (fixture->ledger, compound->company_id, &name, 1,
                                          fixture_today, NULL));
  g_assert_false (ys_registry_set_company (fixture->ledger, compound->company_id, &wrong, 1,
                                           fixture_today, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);

  registry = ys_registry_load (fixture->ledger, NULL);
  item = ys_registry_find (registry, id);
  g_assert_cmpstr (item->town, ==, "示例街道");
  g_assert_cmpstr (item->company, ==, "示例安和物业服务");
  g_assert_cmpuint (item->number, ==, 1);
  g_assert_false (
      ys_registry_set_community (fixture->ledger,
                                 ys_registry_find (registry, other)->compound->community_id, taken,
                                 2, fixture_today, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS);
}

typedef struct
{
  YsLedger *ledger;
  gint64 id;
  guint first;
} Writer;

static gpointer
write_in_thread (gpointer data)
{
  Writer *writer = data;

  for (guint i = 0; i < 25; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("并行小区%u", writer->first + i);
      g_autofree char *remark = g_strdup_printf ("%u", i);
      YsEdit edit = { writer->first == 0 ? "remark" : "services", remark };

      g_assert_cmpint (ys_registry_add (writer->ledger, name, "梅园社区", NULL, 0, fixture_today,
                                        &error),
                       >, 0);
      g_assert_no_error (error);
      ys_registry_set (writer->ledger, &writer->id, 1, &edit, 1, fixture_today, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

/* Two threads, each with its own connection: nothing is lost, neither record nor field. */
static void
test_two_threads (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) sibling = ys_ledger_open_sibling (fixture->ledger, &error);
  g_autoptr (YsCompound) compound = NULL;
  g_autoptr (YsVerification) verification = NULL;
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", NULL);
  Writer writers[2] = { { fixture->ledger, id, 0 }, { sibling, id, 100 } };
  GThread *thread;

  g_assert_no_error (error);
  thread = g_thread_new ("writer", write_in_thread, &writers[1]);
  write_in_thread (&writers[0]);
  g_thread_join (thread);

  compound = fixture_load (fixture, id);
  g_assert_cmpstr (compound->remark, ==, "24");
  g_assert_cmpstr (compound->services, ==, "24");
  g_assert_cmpint (ys_record_store_count (fixture->ledger, &ys_compound_type, NULL), ==, 51);
  verification = ys_audit_verify (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_true (verification->ok);
}

static gboolean
is_in_form (const char *name)
{
  const YsField *field = ys_record_type_field (&ys_compound_type, name);

  return field != NULL && (field->flags & YS_FIELD_INTERNAL) == 0;
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/registry-edit/" name, Fixture, NULL, fixture_set_up, function,                \
              fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("add", test_add);
  ADD ("add-is-one-change", test_add_is_one_change);
  ADD ("names-are-found", test_names_are_found);
  for (guint i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      const RefusedCase *c = &refused_cases[i];
      g_autofree char *path = g_strconcat ("/jobs/registry-edit/refused/", c->name, NULL);
      g_autofree char *check = g_strconcat ("/jobs/registry-edit/check/", c->name, NULL);

      g_test_add (path, Fixture, c, fixture_set_up, test_refused, fixture_tear_down);
      if (is_in_form (c->field))
        g_test_add_data_func (check, c, test_check_agrees);
    }
  ADD ("same-value-writes-nothing", test_same_value_writes_nothing);
  ADD ("set-and-empty", test_set_and_empty);
  ADD ("set-several", test_set_several);
  ADD ("name-is-taken", test_name_is_taken);
  ADD ("withdraw", test_withdraw);
  ADD ("merge", test_merge);
  ADD ("merge-refused", test_merge_refused);
  ADD ("contacts", test_contacts);
  ADD ("community-and-company", test_community_and_company);
  ADD ("two-threads", test_two_threads);
  return g_test_run ();
}
