/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sample ledgers: the same seed gives the same rows, of the sizes that the design names, with
 * nobody real in them. */
#include "config.h"

#include "sample.h"

#include "fixture.h"

#include "audit.h"
#include "award-record.h"
#include "inspection.h"
#include "photo.h"
#include "platform-case.h"
#include "record-store.h"
#include "standing.h"

/* The whole registry of the town of seed 1, as text. Changes only when samples are meant to. */
#define TOWN_1_SHA256 "3605dee94ae55be4fdf1294c8b3045f6757d24edfb04a1ccb4ac3a83f0bdd106"

typedef gboolean (*Create) (
    const char *, YsSampleSize, guint32, YsProgressFunc, gpointer, GError **);

static void
open_sample (Fixture *fixture, Create create, YsSampleSize size, guint32 seed)
{
  static guint n;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  g_free (fixture->folder);
  fixture->folder = g_strdup_printf ("%s%csample-%u", fixture->root, G_DIR_SEPARATOR, ++n);
  create (fixture->folder, size, seed, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->ledger = ys_ledger_open (fixture->folder, YS_LEDGER_WRITE, "示例", NULL, &error);
  g_assert_no_error (error);
}

static char *
sha256_of (Fixture *fixture)
{
  g_autofree char *dump = fixture_dump (fixture);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, dump, -1);
}

static void
test_same_seed_same_rows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *other = NULL;

  open_sample (fixture, ys_sample_create_registry, YS_SAMPLE_TOWN, 1);
  first = sha256_of (fixture);
  g_assert_cmpstr (first, ==, TOWN_1_SHA256);
  open_sample (fixture, ys_sample_create_registry, YS_SAMPLE_TOWN, 2);
  other = sha256_of (fixture);
  g_assert_cmpstr (other, !=, first);
}

typedef struct
{
  const char *name;
  YsSampleSize size;
  guint n_compounds;
  guint n_towns; /* named in communities */
} SizeCase;

static const SizeCase sizes[] = {
  { "town", YS_SAMPLE_TOWN, 60, 0 },
  { "district", YS_SAMPLE_DISTRICT, 2000, 10 },
  { "stress", YS_SAMPLE_STRESS, 2000, 10 },
};

static guint
count_towns (const YsRegistry *registry)
{
  g_autoptr (GHashTable) towns = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *communities = ys_registry_communities (registry);

  for (guint i = 0; i < communities->len; i++)
    {
      const YsCommunity *community = g_ptr_array_index (communities, i);

      if (community->town != NULL)
        g_hash_table_add (towns, community->town);
    }
  return g_hash_table_size (towns);
}

/* Every name is one compound's, whoever is named says 示例, every phone is of the range that
 * nobody has; some records lack something and most do not contradict themselves. */
static void
test_size (Fixture *fixture, gconstpointer data)
{
  const SizeCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_incomplete = 0;

  open_sample (fixture, ys_sample_create_registry, c->size, 7);
  registry = ys_registry_load (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_registry_n_items (registry), ==, c->n_compounds);
  g_assert_cmpuint (count_towns (registry), ==, c->n_towns);
  for (guint i = 0; i < c->n_compounds; i++)
    {
      const YsRegistryItem *item = ys_registry_item (registry, i);
      const YsCompound *compound = item->compound;

      g_assert_true (g_hash_table_add (names, compound->name));
      g_assert_cmpuint (item->number, ==, i + 1);
      if (compound->manager != NULL)
        g_assert_true (g_str_has_prefix (compound->manager, "示例"));
      if (compound->phone != NULL)
        g_assert_true (g_str_has_prefix (compound->phone, "1380000"));
      if (item->company != NULL)
        g_assert_true (g_str_has_prefix (item->company, "示例"));
      n_incomplete += item->n_blank > 0;
    }
  g_assert_cmpuint (n_incomplete, >, c->n_compounds / 6);
  g_assert_cmpuint (n_incomplete, <, c->n_compounds / 2);
}

/* The registry in one change, and the log holds. */
static void
test_one_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsVerification) verification = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  open_sample (fixture, ys_sample_create_registry, YS_SAMPLE_TOWN, 3);
  verification = ys_audit_verify (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_true (verification->ok);
  lines = ys_audit_list (fixture->ledger, "compound", 0, 0, &error);
  g_assert_cmpuint (lines->len, ==, 60);
  g_assert_cmpint (((YsAuditLine *)g_ptr_array_index (lines, 0))->change, ==,
                   ((YsAuditLine *)g_ptr_array_index (lines, 59))->change);
}

/* Everything that the log says of the records; not the photos, whose bytes are the encoder's. */
static char *
log_of (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = ys_audit_list (fixture->ledger, NULL, 0, 0, &error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const YsAuditLine *line = g_ptr_array_index (lines, i);

      if (!g_str_equal (line->record, "photo"))
        g_checksum_update (checksum, (const guchar *)line->after, -1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static guint
count (Fixture *fixture, const YsRecordType *type)
{
  g_autoptr (GError) error = NULL;
  gint64 n = ys_record_store_count (fixture->ledger, type, &error);

  g_assert_no_error (error);
  return (guint)n;
}

typedef struct
{
  guint n_open;
  guint n_late;      /* open and past the deadline */
  guint n_long_open; /* found more than 90 days before the end */
} Tally;

/* Where each finding stands is what its events say, and nothing lies after the end. */
static Tally
tally_findings (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = ys_record_store_list (fixture->ledger, &ys_finding_type, &error);
  Tally tally = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (all, i);

      g_assert_cmpint (finding->found_at, <=, YS_SAMPLE_NOW);
      g_assert_cmpint (finding->deadline, >, finding->found_at);
      g_assert_cmpint (finding->rectified_at, <=, YS_SAMPLE_NOW);
      g_assert_cmpint (finding->rectified_at != 0, ==, finding->state == YS_FINDING_CLOSED);
      g_assert_cmpint (finding->points.value > 0, ==,
                       finding->level == YS_INSPECTION_LEVEL_CITY
                           || finding->level == YS_INSPECTION_LEVEL_DISTRICT);
      if (finding->state == YS_FINDING_CLOSED || finding->state == YS_FINDING_WITHDRAWN)
        continue;
      tally.n_open++;
      tally.n_late += finding->deadline + 60 <= YS_SAMPLE_NOW;
      tally.n_long_open += finding->found_at < YS_SAMPLE_NOW - 90 * 24 * 3600;
    }
  return tally;
}

/* The lines of every score are its parts, and money went to somebody. */
static void
assert_month (Fixture *fixture, const YsRegistry *registry, YsSpan month, gboolean is_final)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsStanding) standing
      = ys_standing_load (fixture->ledger, registry, month, NULL, YS_SAMPLE_NOW, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ys_standing_is_final (standing), ==, is_final);
  g_assert_cmpuint (ys_standing_n_assessed (standing), >, 5);
  if (is_final)
    g_assert_cmpuint (ys_standing_awards (standing)->pending->len, ==, 0);
  g_assert_cmpint (ys_standing_awards (standing)->total, >, 0);
  for (guint i = 0; i < ys_standing_n_assessed (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);
      g_autoptr (GPtrArray) lines
          = ys_standing_explain (standing, fixture->ledger, row->compound_id, &error);
      gint64 sum = 0;

      g_assert_no_error (error);
      g_assert_true (row->parts.has_sheet);
      for (guint l = 0; l < lines->len; l++)
        sum += ((const YsWorkingLine *)lines->pdata[l])->points;
      g_assert_cmpint (sum, ==,
                       row->parts.sheet_extras + row->parts.survey_points + row->parts.bonus_points
                           - row->parts.finding_points - 200 * row->parts.n_faults
                           - row->parts.sheet_deductions);
    }
}

/* November 2025 to August 2026 are final; September is filled and waits for a person. */
static void
assert_scores (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->ledger, &error);
  YsSpan month = ys_span_of (YS_SPAN_MONTH, (YsDate){ 2025, 11, 1 });

  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, &ys_period_version_type), ==, 10);
  g_assert_cmpuint (count (fixture, &ys_bonus_type), >, 3);
  g_assert_cmpuint (count (fixture, &ys_survey_type), >, 10);
  for (int i = 0; i < 11; i++)
    assert_month (fixture, registry, ys_span_add (month, i), i < 10);
}

static void
assert_work (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsVerification) verification = ys_audit_verify (fixture->ledger, &error);
  Tally tally;

  g_assert_no_error (error);
  g_assert_true (verification->ok);
  g_assert_cmpuint (count (fixture, &ys_finding_type), ==, 5000);
  g_assert_cmpuint (count (fixture, &ys_case_type), ==, 500);
  g_assert_cmpuint (count (fixture, &ys_photo_type), >, 10);
  g_assert_cmpuint (count (fixture, &ys_case_fault_type), >, 30);
  tally = tally_findings (fixture);
  g_assert_cmpuint (tally.n_open, >, 25);
  g_assert_cmpuint (tally.n_open, <, 250);
  g_assert_cmpuint (tally.n_late, >, 5);
  g_assert_cmpuint (tally.n_long_open, <, 10);
  assert_scores (fixture);
}

static void
test_work (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;

  open_sample (fixture, ys_sample_create, YS_SAMPLE_TOWN, 4);
  assert_work (fixture);
  first = log_of (fixture);
  open_sample (fixture, ys_sample_create, YS_SAMPLE_TOWN, 4);
  again = log_of (fixture);
  open_sample (fixture, ys_sample_create, YS_SAMPLE_TOWN, 5);
  other = log_of (fixture);
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
}

static void
note_progress (guint64 done, guint64 total, gpointer user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (total, ==, 60);
  g_assert_cmpuint (done, >=, *last);
  *last = done;
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (fixture->root, "progress", NULL);
  guint64 last = 0;

  g_assert_true (
      ys_sample_create_registry (folder, YS_SAMPLE_TOWN, 1, note_progress, &last, &error));
  g_assert_cmpuint (last, ==, 60);
}

static void
test_never_over_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_sample_create (fixture->folder, YS_SAMPLE_TOWN, 1, NULL, NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_EMPTY);
}

#define ADD(name, data, function)                                                                  \
  g_test_add ("/jobs/sample/" name, Fixture, data, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("same-seed-same-rows", NULL, test_same_seed_same_rows);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/sample/size/", sizes[i].name, NULL);

      g_test_add (path, Fixture, &sizes[i], fixture_set_up, test_size, fixture_tear_down);
    }
  ADD ("work", NULL, test_work);
  ADD ("one-change", NULL, test_one_change);
  ADD ("progress", NULL, test_progress);
  ADD ("never-over-another", NULL, test_never_over_another);
  return g_test_run ();
}
