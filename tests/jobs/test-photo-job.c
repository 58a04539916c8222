/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photos added, given to rows, counted, removed and brought back; each refusal by itself. */
#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "audit.h"
#include "calendar-record.h"
#include "change.h"
#include "fixture.h"
#include "history.h"
#include "inspection.h"
#include "job-error.h"
#include "ledger-job.h"
#include "make-picture.h"
#include "photo-image.h"
#include "photo-job.h"
#include "photo-store.h"
#include "platform-case.h"
#include "record-store.h"

typedef struct
{
  Fixture base;
  gint64 inspection;
  gint64 other_inspection;
  gint64 findings[2];
  gint64 other_finding; /* of the other inspection */
  gint64 case_id;
} Photos;

static void
insert (Photos *f, const YsRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = ys_change_begin (f->base.ledger, "add", &error);
  g_assert_no_error (error);
  g_assert_true (ys_change_insert (change, type, record, &error));
  g_assert_no_error (error);
  g_assert_true (ys_change_commit (change, NULL, &error));
}

static void
update (Photos *f, const YsRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = ys_change_begin (f->base.ledger, "set", &error);
  g_assert_no_error (error);
  g_assert_true (ys_change_update (change, type, record, NULL, &error));
  g_assert_true (ys_change_commit (change, NULL, &error));
}

static gint64
add_inspection (Photos *f, gint64 compound)
{
  YsInspection inspection = { .compound_id = compound,
                              .level = YS_INSPECTION_LEVEL_DISTRICT,
                              .kind = YS_INSPECTION_KIND_ANNOUNCED,
                              .at = fixture_now,
                              .catalogue_id = 1 };
  insert (f, &ys_inspection_type, &inspection);
  return inspection.id;
}

static gint64
add_finding (Photos *f, gint64 inspection, gint64 compound)
{
  YsFinding finding = { .inspection_id = inspection,
                        .compound_id = compound,
                        .level = YS_INSPECTION_LEVEL_DISTRICT,
                        .clause_id = 1,
                        .count = YS_NUMBER (1),
                        .found_at = fixture_now,
                        .starts_at = fixture_now,
                        .deadline = fixture_now + 3600,
                        .state = YS_FINDING_FOUND,
                        .points = YS_NUMBER (100) };
  insert (f, &ys_finding_type, &finding);
  return finding.id;
}

static void
set_up (Photos *f, gconstpointer data)
{
  fixture_set_up (&f->base, data);
  gint64 compound = fixture_add (&f->base, "龙珠百合", "梅园社区", NULL);
  f->inspection = add_inspection (f, compound);
  f->other_inspection = add_inspection (f, compound);
  f->findings[0] = add_finding (f, f->inspection, compound);
  f->findings[1] = add_finding (f, f->inspection, compound);
  f->other_finding = add_finding (f, f->other_inspection, compound);
  YsCase record = { .number = (char *)"20261012-001",
                    .level = YS_INSPECTION_LEVEL_DISTRICT,
                    .compound_id = compound,
                    .clause_id = 1,
                    .at = fixture_now,
                    .deadline = fixture_now + 3600,
                    .state = YS_CASE_RECEIVED };
  insert (f, &ys_case_type, &record);
  f->case_id = record.id;
}

static void
tear_down (Photos *f, gconstpointer data)
{
  fixture_tear_down (&f->base, data);
}

static GPtrArray *
add (Photos *f, YsPhotoPlace place, const YsPhotoSource *sources, guint n)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *verdicts = ys_photo_job_add (f->base.ledger, &place, sources, n, fixture_now, NULL,
                                          NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verdicts->len, ==, n);
  return verdicts;
}

static gint64
add_numbered (Photos *f, YsPhotoPlace place, guint n)
{
  g_autoptr (GBytes) bytes = make_picture_numbered (n);
  const YsPhotoSource source = { .bytes = bytes, .name = "IMG.png" };
  g_autoptr (GPtrArray) verdicts = add (f, place, &source, 1);
  const YsPhotoVerdict *verdict = verdicts->pdata[0];
  g_assert_no_error (verdict->error);
  g_assert_cmpint (verdict->id, >, 0);
  return verdict->id;
}

static void
assert_not_added (Photos *f, YsPhotoPlace place, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_picture_numbered (99);
  const YsPhotoSource source = { .bytes = bytes };
  g_assert_null (
      ys_photo_job_add (f->base.ledger, &place, &source, 1, fixture_now, NULL, NULL, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpint (ys_record_store_count (f->base.ledger, &ys_photo_type, NULL), ==, 0);
}

/* The ids, in the list's order. */
static char *
list (Photos *f, YsPhotoPlace place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) photos = ys_photo_job_list (f->base.ledger, &place, &error);
  GString *text = g_string_new (NULL);
  g_assert_no_error (error);
  for (guint i = 0; i < photos->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            ((YsPhoto *)photos->pdata[i])->id);
  return g_string_free (text, FALSE);
}

static void
assert_list (Photos *f, YsPhotoPlace place, const char *expected)
{
  g_autofree char *ids = list (f, place);
  g_assert_cmpstr (ids, ==, expected);
}

static void
assert_verifies (Photos *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsVerification) verification = ys_audit_verify (f->base.ledger, &error);
  g_assert_no_error (error);
  g_assert_true (verification->ok);
}

#define OF_INSPECTION(f) ((YsPhotoPlace){ .inspection_id = (f)->inspection })
#define OF_FINDING(f, n, r) ((YsPhotoPlace){ .finding_id = (f)->findings[n], .role = r })
#define OF_CASE(f) ((YsPhotoPlace){ .case_id = (f)->case_id })

static void
test_places (Photos *f, gconstpointer data)
{
  gint64 one = add_numbered (f, OF_INSPECTION (f), 1);
  gint64 two = add_numbered (f, OF_FINDING (f, 0, YS_PHOTO_BEFORE), 2);
  gint64 three = add_numbered (f, OF_FINDING (f, 0, YS_PHOTO_AFTER), 3);
  gint64 four = add_numbered (f, OF_CASE (f), 4);
  g_assert_cmpint (one, ==, 1);
  assert_list (f, OF_INSPECTION (f), "1 2 3");
  assert_list (f, OF_FINDING (f, 0, 0), "2 3");
  assert_list (f, OF_FINDING (f, 1, 0), "");
  assert_list (f, OF_CASE (f), "4");
  YsPhoto *photo = ys_record_new (&ys_photo_type);
  g_assert_true (ys_record_store_load (f->base.ledger, &ys_photo_type, three, photo, NULL));
  g_assert_cmpint (photo->inspection_id, ==, f->inspection);
  g_assert_cmpint (photo->role, ==, YS_PHOTO_AFTER);
  g_assert_cmpstr (photo->file_name, ==, "IMG.png");
  g_assert_cmpint (photo->added_at, ==, fixture_now);
  g_assert_cmpint (photo->width.value, ==, 16);
  ys_record_free (&ys_photo_type, photo);
  guint counts[2];
  g_assert_true (ys_photo_job_count (f->base.ledger, f->findings, 2, counts, NULL));
  g_assert_cmpuint (counts[0], ==, 2);
  g_assert_cmpuint (counts[1], ==, 0);
  g_assert_cmpint (two + 2, ==, four);
  assert_verifies (f);
}

/* Each picture has its own verdict; those that are right are one change. */
static void
test_several (Photos *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) good = make_picture_jpeg (64, 32);
  g_autoptr (GBytes) exif = make_picture_exif (6, "2026:10:12 08:00:00", TRUE);
  g_autoptr (GBytes) phone = make_picture_with_exif (good, exif);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (good, 0, g_bytes_get_size (good) / 2);
  g_autofree char *path = g_build_filename (f->base.root, "现场.jpg", NULL);
  g_autofree char *missing = g_build_filename (f->base.root, "missing.jpg", NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (phone, NULL),
                                      (gssize)g_bytes_get_size (phone), &error));
  const YsPhotoSource sources[] = { { .bytes = cut, .name = "cut.jpg" },
                                    { .path = path },
                                    { .path = missing },
                                    { .path = f->base.root },
                                    { .bytes = good },
                                    { .path = path },
                                    { .bytes = cut } };
  g_autoptr (GPtrArray) verdicts = add (f, OF_INSPECTION (f), sources, G_N_ELEMENTS (sources));
  static const struct
  {
    const char *name;
    gint64 id;
  } expected[] = { { "cut.jpg", 0 }, { "现场.jpg", 1 }, { "missing.jpg", 0 }, { NULL, 0 },
                   { NULL, 2 },      { "现场.jpg", 0 }, { NULL, 0 } };
  for (guint i = 0; i < verdicts->len; i++)
    {
      const YsPhotoVerdict *verdict = verdicts->pdata[i];
      g_assert_cmpint (verdict->id, ==, expected[i].id);
      g_assert_cmpint (verdict->error == NULL, ==, expected[i].id != 0);
      if (expected[i].name != NULL)
        g_assert_cmpstr (verdict->name, ==, expected[i].name);
    }
  g_assert_error (((YsPhotoVerdict *)verdicts->pdata[0])->error, YS_PHOTO_ERROR,
                  YS_PHOTO_ERROR_DAMAGED);
  g_assert_error (((YsPhotoVerdict *)verdicts->pdata[2])->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_error (((YsPhotoVerdict *)verdicts->pdata[3])->error, YS_PHOTO_ERROR,
                  YS_PHOTO_ERROR_NOT_A_PHOTO);
  g_assert_error (((YsPhotoVerdict *)verdicts->pdata[5])->error, YS_JOB_ERROR,
                  YS_JOB_ERROR_REFUSED);
  /* One change: both go with one undo. */
  assert_list (f, OF_INSPECTION (f), "1 2");
  g_assert_true (ys_history_undo (f->base.ledger, 0, NULL, &error));
  g_assert_no_error (error);
  assert_list (f, OF_INSPECTION (f), "");
}

static void
test_order (Photos *f, gconstpointer data)
{
  static const char *const times[] = { "2026:10:12 08:30:00", NULL, "2026:10:12 08:10:00" };
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GBytes) plain = make_picture_jpeg (16 + (int)i, 16);
      g_autoptr (GBytes) exif = make_picture_exif (1, times[i], FALSE);
      g_autoptr (GBytes) bytes = make_picture_with_exif (plain, exif);
      const YsPhotoSource source = { .bytes = bytes };
      g_autoptr (GPtrArray) verdicts = add (f, OF_INSPECTION (f), &source, 1);
    }
  /* Added at 9:00. */
  assert_list (f, OF_INSPECTION (f), "3 1 2");
}

static void
test_assign (Photos *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 ids[] = { add_numbered (f, OF_INSPECTION (f), 1), add_numbered (f, OF_INSPECTION (f), 2) };
  gint64 of_case = add_numbered (f, OF_CASE (f), 3);
  YsLedger *ledger = f->base.ledger;
  g_assert_true (ys_photo_job_assign (ledger, ids, 2, f->findings[1], &error));
  assert_list (f, OF_FINDING (f, 1, 0), "1 2");
  g_assert_true (ys_photo_job_assign (ledger, ids, 1, 0, &error));
  assert_list (f, OF_FINDING (f, 1, 0), "2");
  g_assert_false (ys_photo_job_assign (ledger, ids, 2, f->other_finding, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ys_photo_job_assign (ledger, &of_case, 1, f->findings[0], &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ys_photo_job_assign (ledger, ids, 1, 77, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
  assert_list (f, OF_FINDING (f, 1, 0), "2");
}

static void
test_role (Photos *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_numbered (f, OF_CASE (f), 1);
  YsPhoto *photo = ys_record_new (&ys_photo_type);
  g_assert_true (ys_photo_job_set_role (f->base.ledger, id, YS_PHOTO_AFTER, &error));
  g_assert_true (ys_record_store_load (f->base.ledger, &ys_photo_type, id, photo, &error));
  g_assert_cmpint (photo->role, ==, YS_PHOTO_AFTER);
  ys_record_free (&ys_photo_type, photo);
}

/* The file stays, so that undo is whole; each step has its line. */
static void
test_remove_and_undo (Photos *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_numbered (f, OF_FINDING (f, 0, YS_PHOTO_BEFORE), 1);
  g_assert_true (ys_photo_job_remove (f->base.ledger, &id, 1, &error));
  assert_list (f, OF_INSPECTION (f), "");
  assert_verifies (f);
  g_autoptr (GPtrArray) lines = ys_audit_list (f->base.ledger, "photo", id, 0, &error);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (((YsAuditLine *)lines->pdata[0])->action, ==, "remove");
  g_assert_cmpstr (((YsAuditLine *)lines->pdata[0])->label, ==, "IMG.png");
  g_assert_true (ys_history_undo (f->base.ledger, 0, NULL, &error));
  assert_list (f, OF_FINDING (f, 0, 0), "1");
  g_autoptr (GBytes) bytes = ys_photo_job_bytes (f->base.ledger, id, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  assert_verifies (f);
}

static void
test_bytes (Photos *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) original = make_picture_jpeg (800, 400);
  const YsPhotoSource source = { .bytes = original };
  g_autoptr (GPtrArray) verdicts = add (f, OF_CASE (f), &source, 1);
  gint64 id = ((YsPhotoVerdict *)verdicts->pdata[0])->id;
  YsPhoto *photo = ys_record_new (&ys_photo_type);
  g_assert_true (ys_record_store_load (f->base.ledger, &ys_photo_type, id, photo, &error));
  g_autoptr (GBytes) kept = ys_photo_job_bytes (f->base.ledger, id, 0, &error);
  g_assert_cmpuint (g_bytes_get_size (kept), ==, photo->bytes.value);
  g_autoptr (GBytes) small = ys_photo_job_bytes (f->base.ledger, id, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (small), <, g_bytes_get_size (kept));
  g_autoptr (YsPhotoPixels) pixels
      = ys_photo_job_pixels (f->base.folder, photo->sha256, 120, 120, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pixels->width, ==, 120);
  g_assert_cmpuint (pixels->height, ==, 60);
  g_assert_null (ys_photo_job_pixels (f->base.folder, "none", 120, 120, NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
  ys_record_free (&ys_photo_type, photo);
}

static void
test_nowhere (Photos *f, gconstpointer data)
{
  assert_not_added (f, (YsPhotoPlace){ .inspection_id = 77 }, YS_LEDGER_ERROR,
                    YS_LEDGER_ERROR_NOT_FOUND);
  assert_not_added (f, (YsPhotoPlace){ .finding_id = 77 }, YS_LEDGER_ERROR,
                    YS_LEDGER_ERROR_NOT_FOUND);
  assert_not_added (f, (YsPhotoPlace){ .case_id = 77 }, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
  assert_not_added (f,
                    (YsPhotoPlace){ .inspection_id = f->inspection,
                                    .finding_id = f->other_finding },
                    YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

static void
test_withdrawn (Photos *f, gconstpointer data)
{
  YsInspection *inspection = ys_record_new (&ys_inspection_type);
  YsFinding *finding = ys_record_new (&ys_finding_type);
  YsLedger *ledger = f->base.ledger;
  g_assert_true (ys_record_store_load (ledger, &ys_finding_type, f->findings[0], finding, NULL));
  finding->state = YS_FINDING_WITHDRAWN;
  update (f, &ys_finding_type, finding);
  assert_not_added (f, OF_FINDING (f, 0, YS_PHOTO_AFTER), YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_true (
      ys_record_store_load (ledger, &ys_inspection_type, f->inspection, inspection, NULL));
  inspection->withdrawn = TRUE;
  inspection->withdrawn_reason = g_strdup ("示例");
  update (f, &ys_inspection_type, inspection);
  assert_not_added (f, OF_INSPECTION (f), YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  assert_not_added (f, OF_FINDING (f, 1, 0), YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  ys_record_free (&ys_inspection_type, inspection);
  ys_record_free (&ys_finding_type, finding);
}

/* Frozen means frozen: what was found cannot get or lose photos, its rectification can get them. */
static void
test_finalised (Photos *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_numbered (f, OF_FINDING (f, 0, YS_PHOTO_BEFORE), 1);
  YsPeriod period = { .name = (char *)"2026-10",
                      .starts_on = { 2026, 10, 1 },
                      .ends_on = { 2026, 10, 31 },
                      .finalised = TRUE,
                      .finalised_at = fixture_now };
  insert (f, &ys_period_type, &period);
  g_assert_false (ys_photo_job_remove (f->base.ledger, &id, 1, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_clear_error (&error);
  g_assert_false (ys_photo_job_assign (f->base.ledger, &id, 1, 0, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_clear_error (&error);
  g_assert_false (ys_photo_job_set_role (f->base.ledger, id, YS_PHOTO_AFTER, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  gint64 after = add_numbered (f, OF_FINDING (f, 0, YS_PHOTO_AFTER), 2);
  g_assert_cmpint (after, ==, 2);
}

static void
test_cancelled (Photos *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = make_picture_numbered (1);
  const YsPhotoSource source = { .bytes = bytes };
  YsPhotoPlace place = OF_INSPECTION (f);
  g_cancellable_cancel (cancellable);
  g_assert_null (ys_photo_job_add (f->base.ledger, &place, &source, 1, fixture_now, NULL, NULL,
                                   cancellable, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_CANCELLED);
  assert_list (f, place, "");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/jobs/photo/" path, Photos, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("places", test_places);
  ADD ("several", test_several);
  ADD ("order", test_order);
  ADD ("assign", test_assign);
  ADD ("role", test_role);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("bytes", test_bytes);
  ADD ("nowhere", test_nowhere);
  ADD ("withdrawn", test_withdrawn);
  ADD ("finalised", test_finalised);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
