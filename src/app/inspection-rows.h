/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the entry grid: what was typed, what it means, what is wrong with it, and which of
 * them the ledger has. Behind the typed rows stand blank ones, as in a spreadsheet. A row is saved
 * when one of its cells is left and the row is right. */
#pragma once

#include <json-glib/json-glib.h>

#include "inspection-job.h"
#include "slot-list.h"

G_BEGIN_DECLS

typedef enum
{
  YS_ENTRY_CLAUSE,
  YS_ENTRY_COUNT,
  YS_ENTRY_PLACE,
  YS_ENTRY_NOTE,
  YS_N_ENTRIES
} YsEntry;

typedef struct
{
  YsFinding *finding;        /* as the ledger has it; NULL: not saved */
  char *text[YS_N_ENTRIES];  /* as it stands in the cells; never NULL */
  char *wrong[YS_N_ENTRIES]; /* (nullable): what is wrong, then what to write */
  gboolean typed;            /* something in the cells is not in the ledger */
  gboolean open;             /* the cursor is in a cell that was typed into: nothing is judged */
  gboolean held;             /* put there by the program: saved when touched, or by Ctrl+S */
  const YsClause *clause;    /* what the clause cell means; NULL: not known (yet) */
  const YsClause *hint;      /* (nullable): marked in the list while typing: the preview is of it */
  gboolean has_preview;
  YsFindingPreview preview; /* of a row that is not saved as it stands */
  gint64 same_inspection;   /* has the same clause at the same place in this month; 0: none */
  char *same;               /* (nullable): the sentence about it */
  guint n_photos;
} YsInspectionRow;

#define YS_TYPE_INSPECTION_ROWS (ys_inspection_rows_get_type ())
G_DECLARE_FINAL_TYPE (YsInspectionRows, ys_inspection_rows, YS, INSPECTION_ROWS, YsSlotList)

YsInspectionRows *ys_inspection_rows_new (void);
/* What the rows are judged by. @head: (transfer none): copied; its id 0: not saved yet. */
void ys_inspection_rows_set_context (YsInspectionRows *rows,
                                     YsLedger *ledger,
                                     YsCatalogueBook *book,
                                     YsWorkCalendar *calendar,
                                     const YsInspection *head,
                                     YsInstant now);
const YsInspection *ys_inspection_rows_get_head (YsInspectionRows *rows);

/* Empties the grid. */
void ys_inspection_rows_clear (YsInspectionRows *rows);
/* Shows the findings of @view that are not withdrawn; rows with something typed stay. */
void ys_inspection_rows_show (YsInspectionRows *rows, const YsInspectionView *view);
/* At least so many places, blank ones included: as many as fit on the screen. */
void ys_inspection_rows_set_least (YsInspectionRows *rows, guint n);

/* Rows with something in them; the first blank one is at this place. */
guint ys_inspection_rows_n_used (YsInspectionRows *rows);
/* (transfer none) (nullable): NULL for a blank one. */
const YsInspectionRow *ys_inspection_rows_get (YsInspectionRows *rows, guint position);
/* GTK_INVALID_LIST_POSITION: none */
guint ys_inspection_rows_find (YsInspectionRows *rows, gint64 finding_id);

/* While typing: keeps the text, judges nothing. A text in a blank row makes it a row. */
void ys_inspection_rows_type (YsInspectionRows *rows, guint position, YsEntry entry, const char *text);
/* What the highlighted clause of the popover would mean; NULL: none. */
void ys_inspection_rows_preview (YsInspectionRows *rows, guint position, const YsClause *clause);
/* Puts a clause into the row. */
void ys_inspection_rows_take_clause (YsInspectionRows *rows, guint position, const YsClause *clause);
/* The cell was left: judges it. TRUE when the row is right and not in the ledger as it stands. */
gboolean ys_inspection_rows_leave (YsInspectionRows *rows, guint position, YsEntry entry);
/* Back to what the ledger has. FALSE: nothing was typed. */
gboolean ys_inspection_rows_restore (YsInspectionRows *rows, guint position, YsEntry entry);
/* A row that the program proposes: grey until somebody touches or saves it. */
void ys_inspection_rows_add_held (YsInspectionRows *rows,
                                  const char *code,
                                  const char *count,
                                  const char *place,
                                  const char *note);
/* Somebody means it: it is saved when it is right. */
void ys_inspection_rows_confirm (YsInspectionRows *rows, guint position);
/* What the rows that are not in the ledger say, and back. (transfer full): a JSON array, NULL when
 * there is nothing to keep */
JsonNode *ys_inspection_rows_to_json (YsInspectionRows *rows);
/* (transfer full) (nullable): one of them, as from_json() reads it */
char *ys_inspection_rows_row_to_text (YsInspectionRows *rows, guint position);
void ys_inspection_rows_from_json (YsInspectionRows *rows, JsonNode *node);
/* Forgets a row that is not in the ledger. */
void ys_inspection_rows_drop (YsInspectionRows *rows, guint position);
/* The inspection is gone: so are its rows, except what is being typed, which is new now. */
void ys_inspection_rows_drop_saved (YsInspectionRows *rows);

/* Saves what is typed and right, and the head with the first of it; @held: also what is only
 * proposed. A row that the ledger refuses is marked with what it says. FALSE with @error: the head
 * was refused. @out_changed: whether the ledger changed */
gboolean ys_inspection_rows_save (YsInspectionRows *rows,
                                  gboolean held,
                                  gboolean *out_changed,
                                  GError **error);
/* Judges what is typed anew: the head or the calendar changed. */
void ys_inspection_rows_judge (YsInspectionRows *rows);

guint ys_inspection_rows_n_wrong (YsInspectionRows *rows);
/* Rows that are not in the ledger as they stand. */
guint ys_inspection_rows_n_typed (YsInspectionRows *rows);
/* The first wrong cell behind @position, around; FALSE: none. */
gboolean ys_inspection_rows_next_wrong (YsInspectionRows *rows,
                                        guint position,
                                        guint *out_position,
                                        YsEntry *out_entry);
/* Rows, places and hundredths of a point of all that is saved or right. */
void ys_inspection_rows_sum (YsInspectionRows *rows, guint *out_rows, gint64 *out_places, gint64 *out_points);
void ys_inspection_rows_set_photos (YsInspectionRows *rows, guint position, guint n);

void ys_inspection_finding_free (YsFinding *finding);
/* (transfer full): "A1-22  占用消防通道", as a cell shows it. */
char *ys_inspection_clause_text (const YsClause *clause);

G_END_DECLS
