/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the catalogues' view share. */
#pragma once

#include "catalogue-job.h"
#include "catalogue-view.h"
#include "slot-list.h"

G_BEGIN_DECLS

struct _YsCatalogueView
{
  GtkWidget parent_instance;

  GtkWidget *content_box;
  GtkDropDown *annex;
  GtkDropDown *version;
  GtkSearchEntry *search;
  GtkButton *compare;
  GtkButton *export;
  GtkButton *import;
  GtkColumnView *list;
  GtkStack *side;

  GtkLabel *blank_note;
  GtkLabel *notes;

  GtkLabel *title;
  GtkLabel *state;
  GtkEntry *name;
  GtkEntry *short_name;
  GtkEntry *group;
  GtkEntry *limit;
  GtkEntry *unit;
  GtkEntry *points;
  GtkTextView *criterion;
  GtkLabel *content_label;
  GtkTextView *content;
  GtkEntry *from;
  GtkEntry *reason;
  GtkLabel *wrong;
  GtkButton *save;
  GtkButton *drop;

  GtkLabel *changes_title;
  GtkWidget *compare_form;
  GtkDropDown *other;
  GtkLabel *changes_count;
  GtkListBox *changes;
  GtkWidget *import_form;
  GtkEntry *import_from;
  GtkEntry *import_reason;
  GtkLabel *import_wrong;
  GtkButton *apply;
  GtkButton *back;

  YsSession *session;
  GPtrArray *versions;   /* (element-type YsCatalogue): of the annex, newest first */
  YsCatalogueBook *book; /* shown */
  GArray *matches;       /* (element-type YsClauseMatch): of @book, as listed */
  YsSlotList *slots;
  GtkSingleSelection *selection;
  char *code;                /* (nullable): of the clause in the form */
  YsCatalogueImport *opened; /* (nullable): read, not applied */
  char *file_name;           /* of @opened */
  gboolean filling;          /* widgets are set by the program */
};

/* (nullable): the clause in the form. */
const YsClause *ys_catalogue_view_clause (YsCatalogueView *self);
/* @book: (transfer full) (nullable) */
void ys_catalogue_view_take_book (YsCatalogueView *self, YsCatalogueBook *book);
/* Reads the annex and the version that are chosen, keeps what is typed. */
void ys_catalogue_view_reload (YsCatalogueView *self);

/* The form. */
void ys_catalogue_view_edit (YsCatalogueView *self, const YsClause *clause);
gboolean ys_catalogue_view_is_edited (YsCatalogueView *self);
void ys_catalogue_view_save (YsCatalogueView *self);
/* Empty: @out_date unknown. FALSE: @wrong says why. */
gboolean
ys_catalogue_view_read_date (YsCatalogueView *self, GtkEntry *entry, GtkLabel *wrong, YsDate *out_date);

/* Two versions, or a workbook beside the version that holds. */
void ys_catalogue_view_compare (YsCatalogueView *self);
void ys_catalogue_view_compare_other (YsCatalogueView *self);
void ys_catalogue_view_apply (YsCatalogueView *self);

G_END_DECLS
