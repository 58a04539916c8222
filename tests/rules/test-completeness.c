/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blanks, percent and doubts of a compound's record [004 annex 5, note 1]. */
#include "config.h"

#include "completeness.h"

static const YsDate today = { 2026, 10, 12 };

/* A hired compound with everything that annex 5 asks for. */
static YsCompound *
make_full (void)
{
  YsCompound *compound = ys_compound_new ();

  compound->name = g_strdup ("龙珠百合");
  compound->community_id = 1;
  compound->class = YS_CLASS_1;
  compound->form = YS_FORM_COMPANY;
  compound->company_id = 7;
  compound->nature = YS_NATURE_HIRED;
  compound->entry_date = (YsDate){ 2019, 12, 1 };
  compound->services = g_strdup ("保洁、保安、护绿");
  compound->manager = g_strdup ("王某某");
  compound->phone = g_strdup ("13800000001");
  compound->buildings = YS_NUMBER (18);
  compound->households = YS_NUMBER (742);
  compound->area_m2 = YS_NUMBER (8642050);
  compound->year_built = YS_NUMBER (2012);
  compound->stage = YS_STAGE_COMPLETED;
  compound->party_branch = YS_ANSWER_YES;
  return compound;
}

static const YsField *
field_at (gsize offset)
{
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    if (ys_compound_type.fields[i].offset == offset)
      return &ys_compound_type.fields[i];
  g_assert_not_reached ();
}

#define FIELD(member) field_at (G_STRUCT_OFFSET (YsCompound, member))

typedef struct
{
  const char *name;
  gsize offset;
} ColumnCase;

/* The columns of [004 annex 5], without its number and its remark. */
static const ColumnCase columns[] = {
  { "community", G_STRUCT_OFFSET (YsCompound, community_id) },
  { "name", G_STRUCT_OFFSET (YsCompound, name) },
  { "class", G_STRUCT_OFFSET (YsCompound, class) },
  { "company", G_STRUCT_OFFSET (YsCompound, company_id) },
  { "nature", G_STRUCT_OFFSET (YsCompound, nature) },
  { "entry-date", G_STRUCT_OFFSET (YsCompound, entry_date) },
  { "services", G_STRUCT_OFFSET (YsCompound, services) },
  { "manager", G_STRUCT_OFFSET (YsCompound, manager) },
  { "phone", G_STRUCT_OFFSET (YsCompound, phone) },
};

static void
test_column_is_wanted (gconstpointer data)
{
  const ColumnCase *c = data;
  const YsField *field = field_at (c->offset);
  g_autoptr (YsCompound) compound = make_full ();

  g_assert_false (ys_completeness_is_blank (compound, field));
  g_assert_cmpuint (ys_completeness_n_blank (compound), ==, 0);
  g_assert_cmpuint (ys_completeness_percent (compound), ==, 100);

  ys_field_unset (field, compound);
  g_assert_true (ys_completeness_is_blank (compound, field));
  g_assert_cmpuint (ys_completeness_n_blank (compound), ==, 1);
  g_assert_cmpuint (ys_completeness_percent (compound), <, 100);
  g_assert_cmpuint (ys_completeness_percent (compound), >, 80);
}

/* A remark, former names, a withdrawal's reason: nice to have, never a blank. */
static void
test_remark_may_be_empty (void)
{
  g_autoptr (YsCompound) compound = make_full ();

  g_assert_null (compound->remark);
  g_assert_false (ys_completeness_is_blank (compound, FIELD (remark)));
  g_assert_false (ys_completeness_is_blank (compound, FIELD (former_names)));
  g_assert_false (ys_completeness_is_blank (compound, FIELD (other_names)));
  g_assert_false (ys_completeness_is_blank (compound, FIELD (withdrawn_reason)));
}

typedef struct
{
  const char *name;
  YsForm form;
  YsNature nature;
  gboolean blank;
} CompanyCase;

/* Column 入驻物业管理企业名称 without a company; nature decides, then form [004 annex 5]. */
static const CompanyCase company_cases[] = {
  { "hired", YS_FORM_COMPANY, YS_NATURE_HIRED, TRUE },
  { "hired-by-owner-unit", YS_FORM_OWNER_UNIT, YS_NATURE_HIRED, TRUE },
  { "self-run", YS_FORM_SELF_RULE, YS_NATURE_SELF_RUN, FALSE },
  { "self-run-form-unknown", YS_FORM_UNKNOWN, YS_NATURE_SELF_RUN, FALSE },
  { "nothing-known", YS_FORM_UNKNOWN, YS_NATURE_UNKNOWN, TRUE },
  { "company-nature-unknown", YS_FORM_COMPANY, YS_NATURE_UNKNOWN, TRUE },
  { "owner-unit", YS_FORM_OWNER_UNIT, YS_NATURE_UNKNOWN, FALSE },
  { "trusteeship", YS_FORM_TRUSTEESHIP, YS_NATURE_UNKNOWN, FALSE },
  { "self-rule", YS_FORM_SELF_RULE, YS_NATURE_UNKNOWN, FALSE },
  { "self-managed", YS_FORM_SELF_MANAGED, YS_NATURE_UNKNOWN, FALSE },
  { "three-without", YS_FORM_THREE_WITHOUT, YS_NATURE_UNKNOWN, FALSE },
};

static void
test_company (gconstpointer data)
{
  const CompanyCase *c = data;
  g_autoptr (YsCompound) compound = make_full ();

  compound->company_id = 0;
  compound->form = c->form;
  compound->nature = c->nature;
  g_assert_cmpint (ys_completeness_is_blank (compound, FIELD (company_id)), ==, c->blank);
}

/* An empty record counts no company's blank twice, and is never above a fuller one. */
static void
test_empty (void)
{
  g_autoptr (YsCompound) compound = ys_compound_new ();

  g_assert_cmpuint (ys_completeness_percent (compound), ==, 0);
  g_assert_cmpuint (ys_completeness_n_blank (compound), >=, G_N_ELEMENTS (columns));
}

/* Filling fields one by one in random order: the percent never falls, the blanks fall by one
 * where the field was blank, and 100 is reached exactly when no blank is left. */
static void
test_filling_never_lowers (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (YsCompound) full = make_full ();
      g_autoptr (YsCompound) compound = ys_compound_new ();
      guint n = ys_compound_type.n_fields;
      guint start = (guint)g_test_rand_int_range (0, (gint32)n);
      guint percent;

      compound->nature = YS_NATURE_HIRED;
      percent = ys_completeness_percent (compound);
      for (guint i = 0; i < n; i++)
        {
          const YsField *field = &ys_compound_type.fields[(start + i) % n];
          guint before = ys_completeness_n_blank (compound);
          gboolean fills
              = ys_completeness_is_blank (compound, field) && !ys_field_is_empty (field, full);

          ys_field_copy (field, compound, full);
          if (field->offset != G_STRUCT_OFFSET (YsCompound, form))
            g_assert_cmpuint (ys_completeness_n_blank (compound), ==, before - (fills ? 1 : 0));
          g_assert_cmpuint (ys_completeness_percent (compound), >=, percent);
          percent = ys_completeness_percent (compound);
          g_assert_cmpint (percent == 100, ==, ys_completeness_n_blank (compound) == 0);
        }
      g_assert_cmpuint (percent, ==, 100);
    }
}

typedef struct
{
  const char *name;
  YsNature nature;
  gint64 company_id;
  YsDate entry;
  YsNumber built;
  int doubt;    /* -1: none */
  gsize offset; /* where to look */
} DoubtCase;

#define OFFSET(member) G_STRUCT_OFFSET (YsCompound, member)

/* "today" is 12 October 2026. */
static const DoubtCase doubt_cases[] = {
  { "none", YS_NATURE_HIRED, 7, { 2019, 12, 1 }, { 2012, TRUE }, -1, 0 },
  { "hired-without-company",
    YS_NATURE_HIRED,
    0,
    { 2019, 12, 1 },
    { 2012, TRUE },
    YS_DOUBT_HIRED_WITHOUT_COMPANY,
    OFFSET (company_id) },
  { "self-run-with-company",
    YS_NATURE_SELF_RUN,
    7,
    { 2019, 12, 1 },
    { 2012, TRUE },
    YS_DOUBT_SELF_RUN_WITH_COMPANY,
    OFFSET (nature) },
  { "self-run-alone", YS_NATURE_SELF_RUN, 0, { 2019, 12, 1 }, { 2012, TRUE }, -1, 0 },
  { "nature-unknown", YS_NATURE_UNKNOWN, 0, { 2019, 12, 1 }, { 2012, TRUE }, -1, 0 },
  { "entry-before-built",
    YS_NATURE_HIRED,
    7,
    { 2011, 12, 31 },
    { 2012, TRUE },
    YS_DOUBT_ENTRY_BEFORE_BUILT,
    OFFSET (entry_date) },
  { "entry-in-year-built", YS_NATURE_HIRED, 7, { 2012, 1, 1 }, { 2012, TRUE }, -1, 0 },
  { "entry-year-only-before-built",
    YS_NATURE_HIRED,
    7,
    { 2011, 0, 0 },
    { 2012, TRUE },
    YS_DOUBT_ENTRY_BEFORE_BUILT,
    OFFSET (entry_date) },
  { "year-built-unknown", YS_NATURE_HIRED, 7, { 1950, 0, 0 }, { 0, FALSE }, -1, 0 },
  { "entry-unknown", YS_NATURE_HIRED, 7, { 0, 0, 0 }, { 2012, TRUE }, -1, 0 },
  { "entry-today", YS_NATURE_HIRED, 7, { 2026, 10, 12 }, { 2012, TRUE }, -1, 0 },
  { "entry-tomorrow",
    YS_NATURE_HIRED,
    7,
    { 2026, 10, 13 },
    { 2012, TRUE },
    YS_DOUBT_ENTRY_IN_FUTURE,
    OFFSET (entry_date) },
  { "entry-this-month", YS_NATURE_HIRED, 7, { 2026, 10, 0 }, { 2012, TRUE }, -1, 0 },
  { "entry-next-month",
    YS_NATURE_HIRED,
    7,
    { 2026, 11, 0 },
    { 2012, TRUE },
    YS_DOUBT_ENTRY_IN_FUTURE,
    OFFSET (entry_date) },
  { "entry-this-year", YS_NATURE_HIRED, 7, { 2026, 0, 0 }, { 2012, TRUE }, -1, 0 },
  { "entry-next-year",
    YS_NATURE_HIRED,
    7,
    { 2027, 0, 0 },
    { 2012, TRUE },
    YS_DOUBT_ENTRY_IN_FUTURE,
    OFFSET (entry_date) },
};

static void
test_doubt (gconstpointer data)
{
  const DoubtCase *c = data;
  g_autoptr (YsCompound) compound = make_full ();
  g_autoptr (GArray) doubts = NULL;

  compound->nature = c->nature;
  compound->company_id = c->company_id;
  compound->entry_date = c->entry;
  compound->year_built = c->built;
  doubts = ys_completeness_doubts (compound, today);

  g_assert_cmpuint (doubts->len, ==, c->doubt < 0 ? 0 : 1);
  if (c->doubt >= 0)
    {
      const YsDoubtFound *found = &g_array_index (doubts, YsDoubtFound, 0);
      g_autofree char *sentence = ys_doubt_to_sentence (found->doubt, compound);

      g_assert_cmpint ((int)found->doubt, ==, c->doubt);
      g_assert_cmpstr (found->field, ==, field_at (c->offset)->name);
      g_assert_true (g_str_has_suffix (sentence, "."));
    }
}

/* One record may be doubtful twice; each is told. */
static void
test_two_doubts (void)
{
  g_autoptr (YsCompound) compound = make_full ();
  g_autoptr (GArray) doubts = NULL;

  compound->company_id = 0;
  compound->entry_date = (YsDate){ 2030, 1, 0 };
  doubts = ys_completeness_doubts (compound, today);
  g_assert_cmpuint (doubts->len, ==, 2);
}

/* The sentence names what contradicts what. */
static void
test_sentences (void)
{
  g_autoptr (YsCompound) compound = make_full ();
  g_autofree char *before = NULL;
  g_autofree char *future = NULL;
  g_autofree char *shared = NULL;

  compound->entry_date = (YsDate){ 2008, 3, 0 };
  before = ys_doubt_to_sentence (YS_DOUBT_ENTRY_BEFORE_BUILT, compound);
  future = ys_doubt_to_sentence (YS_DOUBT_ENTRY_IN_FUTURE, compound);
  shared = ys_doubt_to_sentence (YS_DOUBT_PHONE_SHARED, compound);
  g_assert_cmpstr (before, ==,
                   "The entry date 2008-03 lies before the year of construction 2012. "
                   "Correct one of them.");
  g_assert_cmpstr (future, ==, "The entry date 2008-03 is still to come. Check the year.");
  g_assert_nonnull (strstr (shared, "13800000001"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/completeness/wanted/", columns[i].name, NULL);

      g_test_add_data_func (path, &columns[i], test_column_is_wanted);
    }
  for (guint i = 0; i < G_N_ELEMENTS (company_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/rules/completeness/company/", company_cases[i].name, NULL);

      g_test_add_data_func (path, &company_cases[i], test_company);
    }
  for (guint i = 0; i < G_N_ELEMENTS (doubt_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/completeness/doubt/", doubt_cases[i].name, NULL);

      g_test_add_data_func (path, &doubt_cases[i], test_doubt);
    }
  g_test_add_func ("/rules/completeness/remark-may-be-empty", test_remark_may_be_empty);
  g_test_add_func ("/rules/completeness/empty", test_empty);
  g_test_add_func ("/rules/completeness/filling-never-lowers", test_filling_never_lowers);
  g_test_add_func ("/rules/completeness/two-doubts", test_two_doubts);
  g_test_add_func ("/rules/completeness/sentences", test_sentences);
  return g_test_run ();
}
