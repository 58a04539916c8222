/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the inspection job share. */
#pragma once

#include "finding-private.h"
#include "inspection-job.h"

G_BEGIN_DECLS

/* (transfer full): inspection @id of an open period, not withdrawn. */
YsInspection *ys_inspection_editor_load (YsFindingEditor *editor, gint64 id, GError **error);
/* Checks and inserts the head alone; sets its id and the catalogue of its day. */
gboolean      ys_inspection_editor_make (YsFindingEditor *editor, YsInspection *inspection, GError **error);
/* FALSE: the compound is withdrawn, so not inspected any more, or not there. */
gboolean      ys_inspection_editor_check_compound (YsFindingEditor *editor, gint64 id, GError **error);
/* (transfer full) (element-type YsFinding): by id, withdrawn ones too */
GPtrArray    *ys_inspection_editor_findings (YsFindingEditor *editor, gint64 id, GError **error);
/* Reads @entry into @finding: clause, count, place, note, points. REFUSED for an unknown clause, one
 * without points, a count below 1. */
gboolean      ys_inspection_read_entry (const YsInspection *inspection, const YsCatalogueBook *book,
                                        const YsFindingEntry *entry, YsFinding *finding, GError **error);
/* As set_finding of the job: clause, count, place and note of @entry, worked out anew from its events. */
gboolean      ys_inspection_editor_set_finding (YsFindingEditor *editor, YsFinding *finding, const YsFindingEntry *entry,
                                                GError **error);
/* Makes the finding, and the notice if there was one of its own. 0 on error. */
gint64        ys_inspection_make_finding (YsFindingEditor *editor, const YsInspection *inspection,
                                          const YsCatalogueBook *book, const YsFindingEntry *entry, GError **error);
/* Gives notice at @at to a finding that still waits for one; nothing happens to any other. */
gboolean      ys_inspection_give_notice (YsFindingEditor *editor, YsFinding *finding, YsInstant at,
                                         const char *person, gboolean *out_given, GError **error);
/* Copies what the inspection decides. */
void          ys_inspection_stamp (const YsInspection *inspection, YsFinding *finding);

/* (transfer full): 区级、市级 … */
char         *ys_choice_join_official (const YsChoice *choices);

void          ys_inspection_free (YsInspection *inspection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsInspection, ys_inspection_free)
void          ys_finding_free (YsFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFinding, ys_finding_free)

G_END_DECLS
