/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What photos cost: listing those of an inspection and filling a page of 256 findings with their
 * counts, in a ledger of 10 photos and in one of 10,000; taking a phone's picture in; one
 * thumbnail.
 */
#include "config.h"

#include <stdio.h>

#include "bench-tools.h"
#include "fixture.h"
#include "inspection.h"
#include "make-picture.h"
#include "photo-image.h"
#include "photo-job.h"
#include "photo-store.h"
#include "work-list.h"

#define AIM 1.5
#define FAIL 3.0
#define NOW G_GINT64_CONSTANT (1792024200)
#define N_INSPECTIONS 500
#define N_FINDINGS 5000 /* ten of each inspection */
#define PAGE 256
#define ROUNDS 40
#define OF_ONE 10 /* photos of the inspection that is listed, in both ledgers */

typedef struct
{
  Fixture base;
  char *sha256;
} Ledger;

static double
milliseconds_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static void
insert (YsChange *change, const YsRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;
  if (!ys_change_insert (change, type, record, &error))
    g_error ("%s", error->message);
}

static void
add_findings (Ledger *ledger, YsChange *change, gint64 compound)
{
  for (int i = 0; i < N_INSPECTIONS; i++)
    {
      YsInspection inspection = { .compound_id = compound,
                                  .level = YS_INSPECTION_LEVEL_DISTRICT,
                                  .kind = YS_INSPECTION_KIND_ANNOUNCED,
                                  .at = NOW + i,
                                  .catalogue_id = 1 };
      insert (change, &ys_inspection_type, &inspection);
      for (int j = 0; j < N_FINDINGS / N_INSPECTIONS; j++)
        {
          YsFinding finding = { .inspection_id = inspection.id,
                                .compound_id = compound,
                                .level = YS_INSPECTION_LEVEL_DISTRICT,
                                .clause_id = j + 1,
                                .count = YS_NUMBER (1),
                                .found_at = NOW + i,
                                .starts_at = NOW + i,
                                .deadline = NOW + i + 7200,
                                .state = YS_FINDING_FOUND,
                                .points = YS_NUMBER (100) };
          insert (change, &ys_finding_type, &finding);
        }
    }
}

/* The first inspection has its ten; the others share the rest, two of each finding. */
static void
add_photos (Ledger *ledger, YsChange *change, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gint64 finding = i < OF_ONE ? i % 10 + 1 : 11 + (i - OF_ONE) % (N_FINDINGS - 10);
      YsPhoto photo = { .inspection_id = (finding - 1) / 10 + 1,
                        .finding_id = finding,
                        .role = YS_PHOTO_BEFORE,
                        .sha256 = ledger->sha256,
                        .original_sha256 = ledger->sha256,
                        .taken_at = NOW + i,
                        .added_at = NOW,
                        .width = YS_NUMBER (16),
                        .height = YS_NUMBER (16),
                        .bytes = YS_NUMBER (500) };
      insert (change, &ys_photo_type, &photo);
    }
}

static void
make_ledger (Ledger *ledger, guint n_photos)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = make_picture_numbered (1);
  g_autoptr (YsPhotoImage) image = ys_photo_image_read (picture, NULL, &error);
  fixture_set_up (&ledger->base, NULL);
  gint64 compound = fixture_add_compound (ledger->base.ledger, ledger->base.community, "龙珠百合");
  ledger->sha256 = g_strdup (image->sha256);
  if (!ys_photo_store_put (ledger->base.ledger, image->jpeg, image->sha256, &error))
    g_error ("%s", error->message);
  g_autoptr (YsChange) change = ys_change_begin (ledger->base.ledger, "add", &error);
  add_findings (ledger, change, compound);
  add_photos (ledger, change, n_photos);
  if (!ys_change_commit (change, NULL, &error))
    g_error ("%s", error->message);
}

static double
list_once (Ledger *ledger)
{
  const YsPhotoPlace place = { .inspection_id = 1 };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) photos = ys_photo_job_list (ledger->base.ledger, &place, NULL);
  double taken = milliseconds_since (start);
  g_assert_cmpuint (photos->len, ==, OF_ONE);
  return taken;
}

static double
page_once (Ledger *ledger)
{
  g_autofree YsWorkRow *rows = g_new0 (YsWorkRow, PAGE);
  gint64 ids[PAGE];
  for (int i = 0; i < PAGE; i++)
    ids[i] = 1000 + i;
  gint64 start = g_get_monotonic_time ();
  if (!ys_work_list_rows (ledger->base.ledger, ids, PAGE, NOW, rows, NULL))
    g_error ("no rows");
  double taken = milliseconds_since (start);
  for (int i = 0; i < PAGE; i++)
    ys_work_row_clear (&rows[i]);
  return taken;
}

static double
count_once (Ledger *ledger)
{
  guint counts[PAGE];
  gint64 ids[PAGE];
  for (int i = 0; i < PAGE; i++)
    ids[i] = 1000 + i;
  gint64 start = g_get_monotonic_time ();
  if (!ys_photo_job_count (ledger->base.ledger, ids, PAGE, counts, NULL))
    g_error ("no counts");
  return milliseconds_since (start);
}

/* The best of many: what the machine did besides does not count. The two take turns. */
static double
compare (const char *what, Ledger *few, Ledger *many, double (*once) (Ledger *))
{
  double best_few = G_MAXDOUBLE, best_many = G_MAXDOUBLE;
  for (int i = 0; i < ROUNDS; i++)
    {
      best_few = MIN (best_few, once (few));
      best_many = MIN (best_many, once (many));
    }
  g_print ("%s: %.3f ms with 10 photos, %.3f ms with 10,000\n", what, best_few, best_many);
  return best_many / best_few;
}

static void
time_pictures (void)
{
  g_autoptr (GBytes) phone = make_picture_jpeg (4000, 3000);
  double best_in = G_MAXDOUBLE, best_thumbnail = G_MAXDOUBLE;
  for (int i = 0; i < 5; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (YsPhotoImage) image = ys_photo_image_read (phone, NULL, NULL);
      best_in = MIN (best_in, milliseconds_since (start));
      start = g_get_monotonic_time ();
      g_autoptr (YsPhotoPixels) pixels = ys_photo_pixels_read (image->jpeg, 240, 152, NULL, NULL);
      best_thumbnail = MIN (best_thumbnail, milliseconds_since (start));
    }
  printf ("take in 12 megapixels: %.0f ms; one thumbnail: %.1f ms\n", best_in, best_thumbnail);
}

int
main (int argc, char *argv[])
{
  Ledger few = { 0 }, many = { 0 };
  make_ledger (&few, OF_ONE);
  make_ledger (&many, 10000);
  /* What is shown of one inspection must not feel the photos of the others. */
  gboolean fine
      = bench_ratio ("photos of an inspection",
                     compare ("photos of an inspection", &few, &many, list_once), AIM, FAIL);
  fine = bench_ratio ("page of 256 findings",
                      compare ("page of 256 findings", &few, &many, page_once), AIM, FAIL)
         && fine;
  g_print ("counts of 256 findings: ratio %.2f\n",
           compare ("counts of 256 findings", &few, &many, count_once));
  time_pictures ();
  gint64 start = g_get_monotonic_time ();
  fixture_assert_verifies (many.base.ledger);
  printf ("verify with 10,000 photos of one file: %.0f ms\n", milliseconds_since (start));
  fixture_tear_down (&few.base, NULL);
  fixture_tear_down (&many.base, NULL);
  g_free (few.sha256);
  g_free (many.sha256);
  return fine ? 0 : 1;
}
