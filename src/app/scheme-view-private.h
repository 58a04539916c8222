/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by scheme-view.c (versions, saving, comparing) and scheme-view-form.c (the fields). */
#pragma once

#include "scheme-job.h"
#include "scheme-view.h"

G_BEGIN_DECLS

struct _YsSchemeView
{
  GtkWidget parent_instance;

  GtkWidget *content_box;
  GtkDropDown *version;
  GtkLabel *state;
  GtkGrid *form;
  GtkLabel *weights;
  GtkDropDown *other;
  GtkLabel *same;
  GtkListBox *changes;
  GtkEntry *from;
  GtkEntry *reason;
  GtkLabel *wrong;
  GtkButton *save;
  GtkButton *drop;

  YsSession *session;
  GPtrArray *versions; /* (element-type YsScheme): newest first */
  YsSchemeBook *book;  /* shown */
  GPtrArray *rows;     /* (element-type YsSchemeRow): of the form */
  gboolean filling;
};

/* In scheme-view-form.c */
void ys_scheme_view_build (YsSchemeView *view);
void ys_scheme_view_fill (YsSchemeView *view);
gboolean ys_scheme_view_is_edited (YsSchemeView *view);
/* (transfer full) (element-type YsSchemeEdit): every field as typed; @out_texts keeps the strings.
 */
GArray *ys_scheme_view_edits (YsSchemeView *view, GPtrArray *out_texts);
void ys_scheme_view_show_weights (YsSchemeView *view);
void ys_scheme_view_set_text (YsSchemeView *view, const char *field, const char *text);
void ys_scheme_view_set_editable (YsSchemeView *view, gboolean editable);

G_END_DECLS
