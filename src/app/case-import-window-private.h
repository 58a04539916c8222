/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by case-import-window.c (reading, writing), -mapping.c (what each heading means) and -rows.c
 * (the list). */
#pragma once

#include "case-import-reading.h"
#include "case-import-window.h"
#include "column-set.h"

G_BEGIN_DECLS

struct _YsCaseImportWindow
{
  GtkWindow parent_instance;

  GtkLabel *summary;
  GtkWidget *mapping_area;
  GtkBox *mapping;
  GtkToggleButton *show[YS_N_CASE_VERDICTS];
  GtkToggleButton *show_all;
  GtkColumnView *view;
  GtkDropDown *level;
  GtkCheckButton *skip_refused;
  GtkCheckButton *accept_doubtful;
  GtkLabel *message;
  GtkLabel *will;
  GtkButton *save_refused;
  GtkButton *write;

  YsSession *session;
  char *path;
  YsSlotList *list;
  GArray *order; /* (element-type guint): the rows shown, refused and doubtful ones first */
  YsColumnSet *columns;
  GHashTable *chosen;     /* heading → field, "" for none: what a person chose in this window */
  char *chosen_last;      /* (nullable): its list gets the cursor back */
  YsCaseReading *reading; /* (nullable) */
  gboolean filling;
  gboolean busy;  /* a thread reads */
  guint n_writing;
  gboolean again; /* chosen otherwise meanwhile: read once more */
};

/* Reads and judges once more with what is chosen now. */
void ys_case_import_window_judge (YsCaseImportWindow *window);

/* In -mapping.c */
void ys_case_import_window_fill_mapping (YsCaseImportWindow *window);
/* (transfer full) (nullable): "HEADING=FIELD" … */
GStrv ys_case_import_window_mapping (YsCaseImportWindow *window);

/* In -rows.c */
void ys_case_import_window_add_columns (YsCaseImportWindow *window);
/* The rows of @verdict; YS_N_CASE_VERDICTS: all. */
void ys_case_import_window_show (YsCaseImportWindow *window, YsCaseVerdict verdict);
const char *ys_case_verdict_label (YsCaseVerdict verdict);

G_END_DECLS
