/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that somebody typed into is never taken away by what the ledger says: it stays until it is
 * saved or withdrawn. */
#include "config.h"

#include "inspection-rows-private.h"

G_DEFINE_FINAL_TYPE (YsInspectionRows, ys_inspection_rows, YS_TYPE_SLOT_LIST)

static void
row_free (gpointer data)
{
  YsInspectionRow *row = data;

  for (int i = 0; i < YS_N_ENTRIES; i++)
    {
      g_free (row->text[i]);
      g_free (row->wrong[i]);
    }
  if (row->finding != NULL)
    ys_record_free (&ys_finding_type, row->finding);
  g_free (row->same);
  g_free (row);
}

static YsInspectionRow *
row_new (void)
{
  YsInspectionRow *row = g_new0 (YsInspectionRow, 1);

  for (int i = 0; i < YS_N_ENTRIES; i++)
    row->text[i] = g_strdup ("");
  return row;
}

YsInspectionRow *
ys_inspection_rows_row (YsInspectionRows *self, guint position)
{
  return position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;
}

void
ys_inspection_row_set_text (YsInspectionRow *row, YsEntry entry, const char *text)
{
  char *copy = g_strdup (text != NULL ? text : "");

  g_free (row->text[entry]);
  row->text[entry] = copy;
}

void
ys_inspection_row_set_wrong (YsInspectionRow *row, YsEntry entry, const char *sentence)
{
  char *copy = g_strdup (sentence);

  g_free (row->wrong[entry]);
  row->wrong[entry] = copy;
}

gboolean
ys_inspection_row_is_wrong (const YsInspectionRow *row)
{
  for (int i = 0; i < YS_N_ENTRIES; i++)
    if (row->wrong[i] != NULL)
      return TRUE;
  return FALSE;
}

static void
refill (YsInspectionRows *self)
{
  ys_slot_list_refill (YS_SLOT_LIST (self), MAX (self->rows->len + 1, self->least));
}

void
ys_inspection_rows_fill (YsInspectionRows *self, YsInspectionRow *row)
{
  const YsFinding *finding = row->finding;
  g_autofree char *count = ys_count_to_text (finding->count.value, FALSE);
  g_autofree char *clause = NULL;

  row->clause
      = self->book != NULL ? ys_catalogue_book_find_id (self->book, finding->clause_id) : NULL;
  if (row->clause != NULL)
    clause = ys_inspection_clause_text (row->clause);
  ys_inspection_row_set_text (row, YS_ENTRY_CLAUSE, clause);
  ys_inspection_row_set_text (row, YS_ENTRY_COUNT, count);
  ys_inspection_row_set_text (row, YS_ENTRY_PLACE, finding->place);
  ys_inspection_row_set_text (row, YS_ENTRY_NOTE, finding->note);
  for (int i = 0; i < YS_N_ENTRIES; i++)
    ys_inspection_row_set_wrong (row, (YsEntry)i, NULL);
  row->typed = FALSE;
  row->open = FALSE;
  row->held = FALSE;
  row->has_preview = FALSE;
}

static const YsFinding *
find_alive (const YsInspectionView *view, gint64 id)
{
  for (guint i = 0; i < view->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (view->findings, i);

      if (finding->id == id && finding->state != YS_FINDING_WITHDRAWN)
        return finding;
    }
  return NULL;
}

static void
set_finding (YsInspectionRow *row, const YsFinding *finding)
{
  if (row->finding == NULL)
    row->finding = ys_record_new (&ys_finding_type);
  ys_record_copy (&ys_finding_type, row->finding, finding);
}

/* What is gone from the ledger goes, unless it was being typed into. */
static void
update_rows (YsInspectionRows *self, const YsInspectionView *view)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      YsInspectionRow *row = g_ptr_array_index (self->rows, i - 1);
      const YsFinding *finding = row->finding != NULL ? find_alive (view, row->finding->id) : NULL;

      if (row->finding == NULL)
        continue;
      if (finding != NULL)
        set_finding (row, finding);
      else if (row->typed)
        g_clear_pointer (&row->finding, ys_inspection_finding_free);
      else
        g_ptr_array_remove_index (self->rows, i - 1);
    }
}

/* In the order of the ledger; what is not saved stays behind. */
static void
insert_finding (YsInspectionRows *self, const YsFinding *finding)
{
  YsInspectionRow *row = row_new ();
  guint place = 0;

  set_finding (row, finding);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const YsInspectionRow *before = g_ptr_array_index (self->rows, i);

      if (before->finding != NULL && before->finding->id < finding->id)
        place = i + 1;
    }
  g_ptr_array_insert (self->rows, (int)place, row);
}

void
ys_inspection_rows_show (YsInspectionRows *self, const YsInspectionView *view)
{
  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));
  g_return_if_fail (view != NULL);

  update_rows (self, view);
  for (guint i = 0; i < view->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (view->findings, i);

      if (finding->state != YS_FINDING_WITHDRAWN
          && ys_inspection_rows_find (self, finding->id) == GTK_INVALID_LIST_POSITION)
        insert_finding (self, finding);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      YsInspectionRow *row = g_ptr_array_index (self->rows, i);

      if (row->finding != NULL && !row->typed)
        ys_inspection_rows_fill (self, row);
    }
  refill (self);
}

void
ys_inspection_finding_free (YsFinding *finding)
{
  ys_record_free (&ys_finding_type, finding);
}

char *
ys_inspection_clause_text (const YsClause *clause)
{
  return g_strdup_printf ("%s  %s", clause->code, clause->name);
}

static void
ys_inspection_rows_finalize (GObject *object)
{
  YsInspectionRows *self = YS_INSPECTION_ROWS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->book, ys_catalogue_book_unref);
  g_clear_pointer (&self->calendar, ys_work_calendar_unref);
  ys_record_free (&ys_inspection_type, self->head);

  G_OBJECT_CLASS (ys_inspection_rows_parent_class)->finalize (object);
}

static void
ys_inspection_rows_class_init (YsInspectionRowsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_inspection_rows_finalize;
}

static void
ys_inspection_rows_init (YsInspectionRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->head = ys_record_new (&ys_inspection_type);
}

YsInspectionRows *
ys_inspection_rows_new (void)
{
  return g_object_new (YS_TYPE_INSPECTION_ROWS, NULL);
}

/* A clause belongs to its book: with another book it is looked up anew, by its code. */
static void
move_to_book (YsInspectionRows *self, YsCatalogueBook *book)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      YsInspectionRow *row = g_ptr_array_index (self->rows, i);

      if (row->clause != NULL)
        row->clause = book != NULL ? ys_catalogue_book_find (book, row->clause->code) : NULL;
    }
  ys_catalogue_book_ref (book);
  g_clear_pointer (&self->book, ys_catalogue_book_unref);
  self->book = book;
}

void
ys_inspection_rows_set_context (YsInspectionRows *self,
                                YsLedger *ledger,
                                YsCatalogueBook *book,
                                YsWorkCalendar *calendar,
                                const YsInspection *head,
                                YsInstant now)
{
  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));
  g_return_if_fail (ledger != NULL && book != NULL && calendar != NULL && head != NULL);

  self->ledger = ledger;
  self->now = now;
  if (book != self->book)
    move_to_book (self, book);
  ys_work_calendar_ref (calendar);
  g_clear_pointer (&self->calendar, ys_work_calendar_unref);
  self->calendar = calendar;
  ys_record_copy (&ys_inspection_type, self->head, head);
}

const YsInspection *
ys_inspection_rows_get_head (YsInspectionRows *self)
{
  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), NULL);

  return self->head;
}

void
ys_inspection_rows_clear (YsInspectionRows *self)
{
  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));

  g_ptr_array_set_size (self->rows, 0);
  refill (self);
}

void
ys_inspection_rows_set_least (YsInspectionRows *self, guint n)
{
  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));

  if (n == self->least)
    return;
  self->least = n;
  refill (self);
}

guint
ys_inspection_rows_n_used (YsInspectionRows *self)
{
  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), 0);

  return self->rows->len;
}

const YsInspectionRow *
ys_inspection_rows_get (YsInspectionRows *self, guint position)
{
  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), NULL);

  return ys_inspection_rows_row (self, position);
}

guint
ys_inspection_rows_find (YsInspectionRows *self, gint64 finding_id)
{
  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const YsInspectionRow *row = g_ptr_array_index (self->rows, i);

      if (row->finding != NULL && row->finding->id == finding_id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

void
ys_inspection_rows_type (YsInspectionRows *self, guint position, YsEntry entry, const char *text)
{
  YsInspectionRow *row;

  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));
  g_return_if_fail (text != NULL);

  row = ys_inspection_rows_row (self, position);
  if (row == NULL && *text == '\0')
    return;
  if (row == NULL)
    {
      /* A blank row further down: rows stand without gaps. */
      g_return_if_fail (position == self->rows->len);
      row = row_new ();
      g_ptr_array_add (self->rows, row);
      ys_inspection_row_set_text (row, entry, text);
      row->typed = TRUE;
      row->open = TRUE;
      refill (self);
      return;
    }
  if (g_str_equal (row->text[entry], text))
    return;
  ys_inspection_row_set_text (row, entry, text);
  ys_inspection_row_set_wrong (row, entry, NULL);
  if (entry == YS_ENTRY_CLAUSE)
    {
      row->clause = NULL;
      row->has_preview = FALSE;
    }
  row->typed = TRUE;
  row->open = TRUE;
  row->held = FALSE;
  ys_slot_list_touch (YS_SLOT_LIST (self), position);
}

void
ys_inspection_rows_add_held (YsInspectionRows *self,
                             const char *code,
                             const char *count,
                             const char *place,
                             const char *note)
{
  const char *const texts[YS_N_ENTRIES] = { code, count, place, note };
  YsInspectionRow *row = row_new ();

  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));

  for (int i = 0; i < YS_N_ENTRIES; i++)
    ys_inspection_row_set_text (row, (YsEntry)i, texts[i]);
  row->typed = TRUE;
  row->held = TRUE;
  g_ptr_array_add (self->rows, row);
  ys_inspection_rows_judge_row (self, row);
  refill (self);
}

void
ys_inspection_rows_confirm (YsInspectionRows *self, guint position)
{
  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));
  g_return_if_fail (position < self->rows->len);

  ys_inspection_rows_row (self, position)->held = FALSE;
  ys_slot_list_touch (YS_SLOT_LIST (self), position);
}

void
ys_inspection_rows_drop (YsInspectionRows *self, guint position)
{
  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));

  if (position >= self->rows->len)
    return;
  g_ptr_array_remove_index (self->rows, position);
  refill (self);
}

void
ys_inspection_rows_drop_saved (YsInspectionRows *self)
{
  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));

  for (guint i = self->rows->len; i > 0; i--)
    {
      YsInspectionRow *row = g_ptr_array_index (self->rows, i - 1);

      g_clear_pointer (&row->finding, ys_inspection_finding_free);
      if (!row->typed)
        g_ptr_array_remove_index (self->rows, i - 1);
    }
  refill (self);
}

gboolean
ys_inspection_rows_next_wrong (YsInspectionRows *self,
                               guint position,
                               guint *out_position,
                               YsEntry *out_entry)
{
  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint place = (position + 1 + i) % self->rows->len;
      const YsInspectionRow *row = g_ptr_array_index (self->rows, place);

      for (int entry = 0; entry < YS_N_ENTRIES; entry++)
        if (row->wrong[entry] != NULL)
          {
            *out_position = place;
            *out_entry = (YsEntry)entry;
            return TRUE;
          }
    }
  return FALSE;
}

guint
ys_inspection_rows_n_wrong (YsInspectionRows *self)
{
  guint n = 0;

  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    n += ys_inspection_row_is_wrong (g_ptr_array_index (self->rows, i)) ? 1 : 0;
  return n;
}

guint
ys_inspection_rows_n_typed (YsInspectionRows *self)
{
  guint n = 0;

  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    n += ((YsInspectionRow *)g_ptr_array_index (self->rows, i))->typed ? 1 : 0;
  return n;
}

void
ys_inspection_rows_sum (YsInspectionRows *self,
                        guint *out_rows,
                        gint64 *out_places,
                        gint64 *out_points)
{
  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));

  *out_rows = 0;
  *out_places = 0;
  *out_points = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const YsInspectionRow *row = g_ptr_array_index (self->rows, i);

      if (row->finding == NULL)
        continue;
      *out_rows += 1;
      *out_places += row->finding->count.value;
      *out_points += row->finding->points.value;
    }
}

void
ys_inspection_rows_set_photos (YsInspectionRows *self, guint position, guint n)
{
  YsInspectionRow *row;

  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));

  row = ys_inspection_rows_row (self, position);
  if (row == NULL || row->n_photos == n)
    return;
  row->n_photos = n;
  ys_slot_list_touch (YS_SLOT_LIST (self), position);
}
