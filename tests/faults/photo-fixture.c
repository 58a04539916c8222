/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See photo-fixture.h. */
#include "config.h"

#include "inspection.h"
#include "make-picture.h"
#include "photo-fixture.h"
#include "photo-job.h"

#define NOW G_GINT64_CONSTANT (1792024200)

gint64
photo_fixture_prepare (YsLedger *ledger, gint64 community)
{
  g_autoptr (GError) error = NULL;
  YsInspection inspection = { .compound_id = fixture_add_compound (ledger, community, "龙珠百合"),
                              .level = YS_INSPECTION_LEVEL_DISTRICT,
                              .kind = YS_INSPECTION_KIND_ANNOUNCED,
                              .at = NOW,
                              .catalogue_id = 1 };
  g_autoptr (YsChange) change = ys_change_begin (ledger, "add", &error);
  g_assert_no_error (error);
  g_assert_true (ys_change_insert (change, &ys_inspection_type, &inspection, &error));
  g_assert_true (ys_change_commit (change, NULL, &error));
  return inspection.id;
}

gboolean
photo_fixture_add (YsLedger *ledger, gint64 inspection, guint n, GError **error)
{
  g_autoptr (GBytes) picture = make_picture_numbered (n);
  const YsPhotoPlace place = { .inspection_id = inspection };
  const YsPhotoSource source = { .bytes = picture, .name = "IMG.png" };
  g_autoptr (GPtrArray) verdicts
      = ys_photo_job_add (ledger, &place, &source, 1, NOW, NULL, NULL, NULL, error);
  if (verdicts == NULL)
    return FALSE;
  YsPhotoVerdict *verdict = verdicts->pdata[0];
  if (verdict->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&verdict->error));
  return FALSE;
}
