/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by import-window.c (reading, writing), -mapping.c (what each heading means) and -rows.c
 * (the list). */
#pragma once

#include "column-set.h"
#include "import-window.h"

G_BEGIN_DECLS

struct _YsImportWindow
{
  GtkWindow parent_instance;

  GtkLabel *summary;
  GtkWidget *mapping_area;
  GtkBox *mapping;
  GtkToggleButton *show[YS_N_VERDICTS];
  GtkToggleButton *show_all;
  GtkColumnView *view;
  GtkWidget *level_area;
  GtkDropDown *level;
  GtkCheckButton *skip_refused;
  GtkCheckButton *accept_doubtful;
  GtkLabel *message;
  GtkLabel *will;
  GtkButton *save_refused;
  GtkButton *write;

  YsSession *session;
  YsImportKind kind;
  char *path;
  YsSlotList *list;
  GArray *order; /* (element-type guint): the rows shown, refused and doubtful ones first */
  YsColumnSet *columns;
  GHashTable *chosen;     /* heading → field, "" for none: what a person chose in this window */
  char *chosen_last;      /* (nullable): its list gets the cursor back */
  YsImportReading *reading; /* (nullable) */
  gboolean filling;
  gboolean busy;  /* a thread reads */
  guint n_writing;
  gboolean again; /* chosen otherwise meanwhile: read once more */
};

/* Reads and judges once more with what is chosen now. */
void ys_import_window_judge (YsImportWindow *window);

/* In -mapping.c */
void ys_import_window_fill_mapping (YsImportWindow *window);
/* (transfer full) (nullable): "HEADING=FIELD" … */
GStrv ys_import_window_mapping (YsImportWindow *window);

/* In -rows.c */
void ys_import_window_add_columns (YsImportWindow *window);
/* The rows of @verdict; YS_N_VERDICTS: all. */
void ys_import_window_show (YsImportWindow *window, YsVerdict verdict);

G_END_DECLS
