/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by import-page.c (reading and looking) and import-page-write.c (writing and after). */
#pragma once

#include "empty-state.h"
#include "import-list.h"
#include "import-page.h"

G_BEGIN_DECLS

struct _YsImportPage
{
  YsPage parent_instance;

  GtkLabel *summary;
  GtkLabel *steps[4];
  GtkStack *stack;
  GtkBox *drop_zone;
  GtkLabel *refusal;
  GtkBox *batches_box;
  GtkListBox *batches;
  GtkBox *mapping;
  GtkToggleButton *show[YS_N_VERDICTS];
  GtkToggleButton *show_all;
  GtkLabel *judged;
  GtkColumnView *view;
  GtkLabel *will;
  GtkCheckButton *skip_refused;
  GtkButton *save_refused;
  GtkButton *write;
  YsEmptyState *done;

  YsImport *import; /* (nullable) */
  YsImportList *list;
  gint64 batch; /* written last */
  gboolean filling;
  gboolean judging; /* a thread has the import */
  gboolean written; /* the page says what came of it */
};

typedef enum
{
  YS_IMPORT_CHOOSE,
  YS_IMPORT_LOOK,
  YS_IMPORT_DONE
} YsImportStep;

void ys_import_page_set_step (YsImportPage *page, YsImportStep step);
/* Takes @import over (nullable) and shows it from the start. */
void ys_import_page_take (YsImportPage *page, YsImport *import);
void ys_import_page_refuse (YsImportPage *page, const GError *error);
/* Counts, buttons and sentences after a decision or a choice. */
void ys_import_page_show_counts (YsImportPage *page);

/* In import-page-mapping.c: the lists of the import that is shown. */
void ys_import_page_fill_mapping (YsImportPage *page);

/* In import-page-write.c */
void ys_import_page_fill_batches (YsImportPage *page);
void ys_import_page_bind_callbacks (GtkWidgetClass *widget_class);

G_END_DECLS
