/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who gets which prize [002 §5.1, annex 4; RULINGS Ranks and awards]. A tie whose places carry different
 * prizes is pending until a person decided; nothing is invented. Fen. */
#pragma once

#include "rank.h"

G_BEGIN_DECLS

/* An annex 3 sheet. */
typedef struct
{
  gint64   compound_id;
  gint64   points;  /* hundredths */
  gboolean veto;
} YsPartySheet;

/* A decision of a person. */
typedef struct
{
  gint64   compound_id;
  gboolean red;
  int      prize; /* YsPrizeKind */
} YsAwardChoice;

typedef struct
{
  gint64   compound_id;
  int      prize;   /* YsPrizeKind, RED too */
  gint64   amount;
  gboolean decided; /* by a person, not by rank alone */
} YsAwardRow;

/* A tied group whose places carry different prizes. */
typedef struct
{
  GArray *compounds; /* (element-type gint64) */
  GArray *prizes;    /* (element-type int): of the places in order, NONE for a place without */
  guint   rank;      /* 0: Red Property */
  gint64  amount;    /* fen that the places carry together */
} YsAwardPending;

typedef struct
{
  GArray    *rows;    /* (element-type YsAwardRow): by prize, then rank; Red Property last */
  GPtrArray *pending; /* (element-type YsAwardPending): by rank, Red Property last */
  gint64     total;   /* decided and sure */
  gint64     pending_total;
  gint64     red_id;  /* 0: none, or pending */
} YsAwards;

/**
 * ys_award:
 * @rows: (array length=n_rows): ranked by ys_rank()
 * @prizes: (array length=n_prizes): of the scheme, by position
 * @choices: decisions; those that fit no pending place are left out
 *
 * A pending group is settled when each of its members has a decision and these use exactly its places.
 */
YsAwards *ys_award (const YsRankRow *rows, guint n_rows, const YsPrize *const *prizes, guint n_prizes,
                    const YsPartySheet *sheets, guint n_sheets, const YsAwardChoice *choices, guint n_choices);
void      ys_awards_free (YsAwards *awards);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsAwards, ys_awards_free)

/* Fen of all prizes: what the fund holds. */
gint64    ys_award_fund (const YsPrize *const *prizes, guint n_prizes);
/* @amount in @n shares to the fen: the first ones take what does not divide. (out) (array length=n) */
void      ys_award_split (gint64 amount, guint n, gint64 *shares);

G_END_DECLS
