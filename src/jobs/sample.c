/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole ledger from one seed, its registry in one change. Fields fit together as they do in an
 * office's registry: who has a company has an entry date after the year built, small old
 * dormitories are self-run; about a third of the records lack something, as they do before a first
 * dispatch table.
 */
#include "config.h"

#include "sample.h"
#include "change.h"
#include "community.h"
#include "company.h"
#include "compound.h"
#include "ledger.h"
#include "sample-private.h"

#define SAMPLE_USER "示例"
/* Sample compounds know nothing later than this year, whatever the clock says. */
#define LAST_YEAR 2024
#define PROGRESS_STEP 100

typedef struct
{
  guint n_towns;
  guint n_communities;
  guint n_companies;
  guint n_compounds;
  guint n_findings;
  guint n_cases;
  guint n_years;
} Plan;

typedef struct
{
  Plan plan;
  YsSampleRandom random;
  YsChange *change;
  gint64 *communities; /* ids */
  gint64 *companies;
  guint *names;      /* a shuffled choice of names */
  gint64 *compounds; /* ids */
} Maker;

static Plan
plan_for (YsSampleSize size)
{
  switch (size)
    {
    case YS_SAMPLE_TOWN:
      return (Plan){ 1, 6, 9, 60, 5000, 500, 1 };
    case YS_SAMPLE_DISTRICT:
      return (Plan){
        YS_SAMPLE_N_TOWNS, YS_SAMPLE_N_COMMUNITIES, YS_SAMPLE_N_COMPANIES, 2000, 100000, 8000, 1
      };
    case YS_SAMPLE_STRESS:
      return (Plan){
        YS_SAMPLE_N_TOWNS, YS_SAMPLE_N_COMMUNITIES, YS_SAMPLE_N_COMPANIES, 2000, 1000000, 60000, 10
      };
    }
  g_assert_not_reached ();
}

static gboolean
make_communities (Maker *maker, GError **error)
{
  for (guint i = 0; i < maker->plan.n_communities; i++)
    {
      YsCommunity community = { .sort = YS_NUMBER (i + 1) };
      gboolean made;

      community.name = ys_sample_community_name (i);
      /* The one town of a town's own ledger goes without saying. */
      if (maker->plan.n_towns > 1)
        community.town = ys_sample_town_name (i * maker->plan.n_towns / maker->plan.n_communities);
      made = ys_change_insert (maker->change, &ys_community_type, &community, error);
      maker->communities[i] = community.id;
      ys_record_clear (&ys_community_type, &community);
      if (!made)
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_companies (Maker *maker, GError **error)
{
  for (guint i = 0; i < maker->plan.n_companies; i++)
    {
      YsCompany company = { 0 };
      gboolean made;

      company.name = ys_sample_company_name (i);
      company.manager = ys_sample_person (&maker->random);
      company.phone = ys_sample_phone (9000 + i);
      made = ys_change_insert (maker->change, &ys_company_type, &company, error);
      maker->companies[i] = company.id;
      ys_record_clear (&ys_company_type, &company);
      if (!made)
        return FALSE;
    }
  return TRUE;
}

/* The whole list of names, shuffled (Fisher and Yates), so that none comes twice. */
static void
shuffle_names (Maker *maker)
{
  for (guint i = 0; i < YS_SAMPLE_N_NAMES; i++)
    maker->names[i] = i;
  for (guint i = YS_SAMPLE_N_NAMES - 1; i > 0; i--)
    {
      guint other = ys_sample_below (&maker->random, i + 1);
      guint kept = maker->names[i];

      maker->names[i] = maker->names[other];
      maker->names[other] = kept;
    }
}

static YsForm
choose_form (YsSampleRandom *random)
{
  guint chance = ys_sample_below (random, 100);

  if (chance < 52)
    return YS_FORM_COMPANY;
  if (chance < 68)
    return YS_FORM_TRUSTEESHIP;
  if (chance < 80)
    return YS_FORM_OWNER_UNIT;
  if (chance < 90)
    return YS_FORM_SELF_RULE;
  return chance < 95 ? YS_FORM_SELF_MANAGED : YS_FORM_THREE_WITHOUT;
}

static void
make_building (Maker *maker, YsCompound *compound)
{
  YsSampleRandom *random = &maker->random;
  gboolean is_new = compound->form == YS_FORM_COMPANY;
  guint year = is_new ? 2004 + ys_sample_below (random, 17) : 1984 + ys_sample_below (random, 22);
  guint buildings = is_new ? 4 + ys_sample_below (random, 25) : 1 + ys_sample_below (random, 8);
  guint households = buildings * (24 + ys_sample_below (random, 40));

  compound->year_built = YS_NUMBER (year);
  compound->buildings = YS_NUMBER (buildings);
  compound->households = YS_NUMBER (households);
  /* 70.00 to 130.00 m² a household */
  compound->area_m2 = YS_NUMBER ((gint64)households * (7000 + ys_sample_below (random, 6001)));
  compound->stage
      = is_new && ys_sample_percent (random, 6) ? YS_STAGE_PARTLY_COMPLETED : YS_STAGE_COMPLETED;
}

static YsDate
entry_date (Maker *maker, guint year_built)
{
  guint year = year_built + ys_sample_below (&maker->random, LAST_YEAR - year_built + 1);
  guint month = 1 + ys_sample_below (&maker->random, 12);
  guint day = 1 + ys_sample_below (&maker->random, 28);

  /* Older entries are often known to the month only. */
  if (year == year_built)
    month = 12;
  return (YsDate){ (gint16)year, (gint8)month,
                   (gint8)(ys_sample_percent (&maker->random, 25) ? 0 : day) };
}

static void
make_management (Maker *maker, YsCompound *compound, guint index)
{
  YsSampleRandom *random = &maker->random;
  gboolean hired = compound->form == YS_FORM_COMPANY;

  compound->nature = hired ? YS_NATURE_HIRED : YS_NATURE_SELF_RUN;
  if (hired)
    compound->company_id = maker->companies[ys_sample_below (random, maker->plan.n_companies)];
  compound->class = hired ? (ys_sample_percent (random, 65) ? YS_CLASS_1 : YS_CLASS_2)
                          : (ys_sample_percent (random, 45) ? YS_CLASS_2 : YS_CLASS_3);
  compound->entry_date = entry_date (maker, (guint)compound->year_built.value);
  compound->services = ys_sample_services (random, hired ? 75 : 35);
  compound->manager = ys_sample_person (random);
  compound->phone = ys_sample_phone (index + 1);
  compound->party_branch
      = ys_sample_percent (random, hired ? 60 : 25) ? YS_ANSWER_YES : YS_ANSWER_NO;
}

/* What a registry lacks before its first table: mostly dates and phones. */
static void
make_blanks (Maker *maker, YsCompound *compound)
{
  YsSampleRandom *random = &maker->random;

  if (ys_sample_percent (random, 12))
    g_clear_pointer (&compound->phone, g_free);
  if (ys_sample_percent (random, 6))
    g_clear_pointer (&compound->manager, g_free);
  if (ys_sample_percent (random, 10))
    compound->entry_date = YS_DATE_UNKNOWN;
  if (ys_sample_percent (random, 6))
    g_clear_pointer (&compound->services, g_free);
  if (ys_sample_percent (random, 3))
    compound->class = YS_CLASS_UNKNOWN;
  if (ys_sample_percent (random, 2))
    compound->company_id = 0;
}

static gboolean
make_compound (Maker *maker, guint index, GError **error)
{
  YsSampleRandom *random = &maker->random;
  g_autoptr (YsCompound) compound = ys_compound_new ();
  guint community = index * maker->plan.n_communities / maker->plan.n_compounds;

  compound->name = ys_sample_compound_name (maker->names[index]);
  compound->community_id = maker->communities[community];
  compound->form = choose_form (random);
  make_building (maker, compound);
  make_management (maker, compound, index);
  /* The names past the last compound are free. */
  if (ys_sample_percent (random, 5))
    compound->former_names
        = ys_sample_compound_name (maker->names[YS_SAMPLE_N_NAMES - 1 - index % 500]);
  if (ys_sample_percent (random, 4))
    compound->remark = g_strdup ("示例数据");
  make_blanks (maker, compound);
  if (!ys_change_insert (maker->change, &ys_compound_type, compound, error))
    return FALSE;
  maker->compounds[index] = compound->id;
  return TRUE;
}

static gboolean
make_compounds (Maker *maker, YsProgressFunc progress, gpointer user_data, GError **error)
{
  for (guint i = 0; i < maker->plan.n_compounds; i++)
    {
      if (progress != NULL && i % PROGRESS_STEP == 0)
        progress (i, maker->plan.n_compounds, user_data);
      if (!make_compound (maker, i, error))
        return FALSE;
    }
  if (progress != NULL)
    progress (maker->plan.n_compounds, maker->plan.n_compounds, user_data);
  return TRUE;
}

static gboolean
fill_registry (YsLedger *ledger,
               const Plan *plan,
               guint32 seed,
               gint64 *compounds,
               YsProgressFunc progress,
               gpointer user_data,
               GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, "sample", error);
  g_autofree gint64 *communities = g_new0 (gint64, YS_SAMPLE_N_COMMUNITIES);
  g_autofree gint64 *companies = g_new0 (gint64, YS_SAMPLE_N_COMPANIES);
  g_autofree guint *names = g_new0 (guint, YS_SAMPLE_N_NAMES);
  Maker maker
      = { *plan, ys_sample_random (seed), change, communities, companies, names, compounds };

  if (change == NULL)
    return FALSE;
  shuffle_names (&maker);
  return make_communities (&maker, error) && make_companies (&maker, error)
         && make_compounds (&maker, progress, user_data, error)
         && ys_change_commit (change, NULL, error);
}

static gboolean
fill_work (YsLedger *ledger,
           const Plan *plan,
           guint32 seed,
           const gint64 *compounds,
           YsProgressFunc progress,
           gpointer user_data,
           GError **error)
{
  YsSampleWork work = {
    .ledger = ledger,
    /* Its own chance: what is inspected leaves the registry of a seed as it is. */
    .random = ys_sample_random (seed ^ 0x5bd1e995u),
    .compounds = compounds,
    .n_compounds = plan->n_compounds,
    .max_findings = plan->n_findings,
    .max_cases = plan->n_cases,
  };

  return ys_sample_fill_work (&work, plan->n_years, progress, user_data, error);
}

static gboolean
create (const char *folder,
        YsSampleSize size,
        guint32 seed,
        gboolean with_work,
        YsProgressFunc progress,
        gpointer user_data,
        GError **error)
{
  g_autoptr (YsLedger) ledger = NULL;
  YsOffice office = { .name = (char *)"示例街道物管科", .level = YS_LEVEL_SUBDISTRICT };
  Plan plan = plan_for (size);
  g_autofree gint64 *compounds = g_new0 (gint64, plan.n_compounds);

  if (size != YS_SAMPLE_TOWN)
    {
      office.name = (char *)"示例区住建局物业科";
      office.level = YS_LEVEL_DISTRICT;
    }
  ledger = ys_ledger_create (folder, &office, SAMPLE_USER, error);
  return ledger != NULL
         && fill_registry (ledger, &plan, seed, compounds, with_work ? NULL : progress, user_data,
                           error)
         && (!with_work
             || (fill_work (ledger, &plan, seed, compounds, progress, user_data, error)
                 && ys_sample_fill_scores (ledger, seed, error)));
}

gboolean
ys_sample_create_registry (const char *folder,
                           YsSampleSize size,
                           guint32 seed,
                           YsProgressFunc progress,
                           gpointer user_data,
                           GError **error)
{
  g_return_val_if_fail (folder != NULL, FALSE);

  return create (folder, size, seed, FALSE, progress, user_data, error);
}

gboolean
ys_sample_create (const char *folder,
                  YsSampleSize size,
                  guint32 seed,
                  YsProgressFunc progress,
                  gpointer user_data,
                  GError **error)
{
  g_return_val_if_fail (folder != NULL, FALSE);

  return create (folder, size, seed, TRUE, progress, user_data, error);
}
