/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scripted month with its sheets, titles and surveys, so that a tie lies across each boundary
 * of the prizes. Scored by hand:
 *
 * Long-term [002 §3.1, §4.1]: 100 less findings (each 1.00, overdue 2.00) and faults (2.00).
 *   丙  8.00 (8th) + 5.00 (15th) + 1.00 (the 30th, not due yet)             = 14.00 → 86.00
 *   甲  5.00 + 5.00, case 04 repeated                                       = 12.00 → 88.00
 *   庚  ten places of A1-01, repaired, case 21 passing                      = 12.00 → 88.00
 *   乙  8.00 + 5.00, case 08 key                                            = 15.00 → 85.00
 *   辛  thirteen places, repaired, case 22 passing                          = 15.00 → 85.00
 *   戊  4.00 (one withdrawn) + 5.00, cases 16 passing and 17 verification   = 13.00 → 87.00
 *   壬  nine places, repaired, case 23 passing and verification             = 13.00 → 87.00
 *   己  5.00 + 10.00                                                        = 15.00 → 85.00
 *   丁  10.00 + 5.00, case 13 overdue                                       = 17.00 → 83.00
 * Property [002 §3.2, annex 2]: 100 less what is wrong, more for activities and the survey.
 *   丙  A2-01 once by one, twice by the other: twice, 2.00; A2-07 1.36 (blank in the source, set);
 *       three activities +6.00; 92.50 % of 85 % +10.00                               → 112.64
 *   甲  A2-12 1.00 → 99.00      庚  A2-13 1.00 → 99.00
 *   乙  A2-05 5.00, 80.00 % of 80.00 % +5.00 → 100.00      辛  nothing wrong → 100.00
 *   戊  A2-02 5.00, A2-09 2.00 → 93.00      壬  A2-09 2.00, A2-10 5.00 → 93.00
 *   己  A2-04 twice 10.00, A2-03 3.00 → 87.00      丁  A2-04 twice 10.00 → 90.00
 * Composite: 60 % and 40 % and the title [002 §3.1, §3.2, §5.2].
 *   丙  51.60 + 45.056 + 10.00 (state) = 106.656 → 106.66
 *   甲 庚  52.80 + 39.60 + 3.00 (district) = 95.40     乙 辛  51.00 + 40.00 = 91.00
 *   戊 壬  52.20 + 37.20 = 89.40
 *   己  51.00 + 34.80 = 85.80, three places not repaired; 丁  49.80 + 36.00 = 85.80, five
 * Places: 1 first; 2 and 3 first and second; 4 and 5 second and third; 6 and 7 third and none.
 * Annex 3: 甲 and 癸 5.00 each; 乙 7.00 without the party organisation: vetoed. 癸 was visited by
 * the town only: not assessed. */
#pragma once

#include "harness.h"

G_BEGIN_DECLS

#define SCORES_PERIOD "2026-10"
#define SCORES_NOW "2026-11-03T09:00"

/* Done, or refused with that code and with @text in its sentence. */
#define do_run(place, ...)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (Run) run_ = run (place, __VA_ARGS__, NULL);                                         \
                                                                                                   \
    assert_code (run_, 0);                                                                         \
  }                                                                                                \
  G_STMT_END
#define do_refuse(place, code, text, ...)                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (Run) run_ = run (place, __VA_ARGS__, NULL);                                         \
                                                                                                   \
    assert_refused (run_, code);                                                                   \
    assert_says (run_, text);                                                                      \
  }                                                                                                \
  G_STMT_END

/* (transfer full): a copy of the ledger, which is made once for all tests of a program. */
Place *scores_place (void);
/* The finding of 丙 on 30 October, due on 10 November at 17:30; as text. */
const char *scores_late_finding (void);
/* The same with every tie decided. */
void scores_decide (Place *place);
/* Decided and finalised at 9:30 on 3 November. */
void scores_finalise (Place *place);

/* (transfer full): "1 丙苑 106.66; 2= 甲苑 95.40; …" of what rank printed; "- 癸苑": not assessed.
 */
char *scores_ranks (const Run *run);
/* (transfer full): "丙苑 first 3000.00; …" of what award printed. */
char *scores_awards (const Run *run);

G_END_DECLS
