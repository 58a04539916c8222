/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by score-page.c (selection, head), score-page-read.c (where it comes from), score-page-list.c
 * (columns and cells), score-page-lines.c and score-page-sheet.c (annexes 2 and
 * 3 as they are typed, and as they are shown), score-page-extras.c (survey, bonuses) and
 * score-page-checks.c (twins, strictness). */
#pragma once

#include "chip.h"
#include "period-job.h"
#include "score-page.h"
#include "slot-list.h"

G_BEGIN_DECLS

/* What one reading brings: everything that the room shows of a period. */
typedef struct
{
  YsSpan span;
  YsStanding *standing;
  GPtrArray *rows;       /* (element-type YsStandingRow): the standing's, in the registry's order */
  GArray *sums;          /* (element-type YsAssessmentSum) */
  GHashTable *sums_2;    /* compound → its sum of annex 2, where anything is set */
  GHashTable *sums_3;
  GPtrArray *waivers;    /* (element-type YsSheetWaiver) */
  GHashTable *waived;    /* compounds without a sheet of annex 2 */
  GPtrArray *bonuses;    /* (element-type YsBonus) */
  GPtrArray *surveys;    /* (element-type YsSurvey) */
  GArray *twins;         /* (element-type YsTwin) */
  GPtrArray *strictness; /* (element-type YsStrictness) */
} YsScoreReading;

struct _YsScorePage
{
  YsPage parent_instance;

  GtkLabel *summary;
  YsChip *state;
  GtkMenuButton *strict_button;
  GtkGrid *strict_grid;
  GtkWidget *twins_bar;
  GtkLabel *twins_text;
  GtkPopover *twins_popover;
  GtkListBox *twins_list;
  GtkStack *stack; /* "list", "empty", "loading" */
  GtkColumnView *view;
  GtkLabel *count;
  GtkLabel *totals;

  GtkStack *side; /* "none", "compound" */
  GtkLabel *name;
  GtkLabel *rank;
  GtkLabel *score;
  GtkLabel *parts;
  GtkStack *tabs; /* "annex2", "annex3", "extras" */
  GtkWidget *sheet_head;
  GtkDropDown *assessor;
  GtkMenuButton *assessor_add;
  GtkEntry *assessor_name;
  GtkLabel *sheet_sum;
  GtkButton *waive;
  GtkLabel *waived;
  GtkLabel *veto;
  GtkGrid *grid2;
  GtkGrid *grid3;
  GtkLabel *no_branch;
  GtkWidget *sheet3;

  GtkEntry *rate;
  GtkEntry *coverage;
  GtkLabel *survey_points;
  GtkLabel *survey_wrong;
  GtkListBox *bonuses;
  GtkDropDown *title;
  GtkEntry *project;
  GtkEntry *certificate;
  GtkLabel *bonus_points;
  GtkButton *bonus_add;
  GtkLabel *bonus_wrong;

  YsScoreReading *reading; /* (nullable) */
  YsStanding *spare;       /* (nullable): the one before, to be brought up to date in a thread */
  GCancellable *cancellable;
  YsSlotList *list;
  GtkSingleSelection *selection;
  gint64 chosen;           /* compound; 0 none */
  YsAssessmentView *sheet; /* (nullable): shown */
  GPtrArray *lines;        /* (element-type YsScoreLine): of the sheet shown */
  gint64 lines_of;         /* what they show: the compound, */
  int lines_annex;         /* its annex */
  YsSpan lines_span;       /* and the period */
  char *added;             /* (nullable): an assessor without a sheet yet */
  gboolean filling;
};

/* One clause of the sheet shown. */
typedef struct
{
  YsScorePage *page; /* not owned */
  guint index;
  char *code;
  GtkEntry *value;
  GtkEntry *evidence;
  GtkLabel *wrong;
  GtkLabel *joined;
  char *shown_value; /* by the program: what differs is being typed */
  char *shown_evidence;
} YsScoreLine;

/* In score-page.c */
/* (nullable) */
const YsStandingRow *ys_score_page_row (YsScorePage *page);
gboolean ys_score_page_is_open (YsScorePage *page);
/* @reading: (transfer full): shown from now on. */
void ys_score_page_take (YsScorePage *page, YsScoreReading *reading);

/* In score-page-read.c */
void ys_score_reading_free (YsScoreReading *reading);
void ys_score_page_read (YsScorePage *page);

/* In score-page-list.c */
void ys_score_page_add_columns (YsScorePage *page);
/* (nullable) */
const YsStandingRow *ys_score_page_row_at (YsScorePage *page, guint position);
/* (nullable) */
const YsAssessmentSum *ys_score_reading_sum (const YsScoreReading *reading, gint64 compound_id, int annex);
gboolean ys_score_reading_is_waived (const YsScoreReading *reading, gint64 compound_id);
/* As ys_slot_list_grow() asks; @before: (nullable): the reading shown before. */
gboolean ys_score_page_differs (YsSlotList *list, guint position, gpointer before);

/* In score-page-lines.c */
/* The annex of the tab that is seen; 0: it shows no sheet. */
int ys_score_page_annex (YsScorePage *page);
/* (transfer none) (nullable): NULL: all sheets joined, which is read only. */
const char *ys_score_page_assessor (YsScorePage *page);
/* (nullable): what this assessor entered for the line. */
const YsAssessmentEntry *ys_score_entry_of (const YsAssessmentLine *line, const char *assessor);
/* (transfer full): as it is typed; "" nothing */
char *ys_score_value_text (const YsClause *clause, const YsAssessmentEntry *entry);
/* @sentence: (nullable): NULL: right again */
void ys_score_line_set_wrong (YsScoreLine *line, const char *sentence);
/* That what stands there is what is held. */
void ys_score_line_set_clean (YsScoreLine *line);
gboolean ys_score_line_is_typed (const YsScoreLine *line);
/* A widget for each clause of the sheet. */
void ys_score_page_build_lines (YsScorePage *page);
gboolean ys_score_page_flush_sheet (YsScorePage *page);

/* In score-page-sheet.c */
void ys_score_page_bind_sheet (GtkWidgetClass *widget_class);
void ys_score_page_show_sheet (YsScorePage *page);

/* In score-page-extras.c */
void ys_score_page_bind_extras (GtkWidgetClass *widget_class);
void ys_score_page_init_extras (YsScorePage *page);
void ys_score_page_show_extras (YsScorePage *page);

/* In score-page-checks.c */
void ys_score_page_show_checks (YsScorePage *page);

G_END_DECLS
