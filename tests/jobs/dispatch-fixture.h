/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office with three compounds whose dispatch table is drawn up, filed and told as text. */
#pragma once

#include "dispatch.h"
#include "fixture.h"

G_BEGIN_DECLS

#define TODAY ((YsDate){ 2026, 10, 10 })
#define DUE ((YsDate){ 2026, 10, 15 })
#define NEXT_DUE ((YsDate){ 2026, 11, 1 })
/* 2026-10-14T09:30 in Shanghai */
#define NOW G_GINT64_CONSTANT (1791941400)

#define MEIHUAYUAN "梅园社区|梅花园|1|安和物业|外聘|2018-06|保洁、保安|孙某某|13800000001|\n"
#define SISHIZHONG "梅园社区|四十中宿舍|3|产权单位|自主|2020-09-15|保洁|周某某|13800000003|\n"
#define HAIYANG "丰泽社区|海洋公寓|||外聘|||||\n"

/* For g_test_add(); the empty one has an office but no compound. */
void dispatch_fixture_set_up_empty (Fixture *fixture, gconstpointer data);
void dispatch_fixture_set_up (Fixture *fixture, gconstpointer data);
void dispatch_fixture_set (Fixture *fixture, const char *name, const char *field, const char *text);
void dispatch_fixture_withdraw (Fixture *fixture, const char *name);
YsDispatch *dispatch_fixture_draw_up (Fixture *fixture, YsDate date);
/* (transfer full) */
YsSubmission *dispatch_fixture_submit (Fixture *fixture, YsDate date);
/* Its id. */
gint64 dispatch_fixture_file (Fixture *fixture, YsDate date);
/* A line a row, cells parted by |; without the number. */
char *dispatch_fixture_rows_to_text (const YsDispatch *dispatch);
/* "name.field name.field" */
char *dispatch_fixture_blanks_to_text (const YsDispatch *dispatch);
char *dispatch_fixture_doubts_to_text (const YsDispatch *dispatch);
/* "against: +added -removed name.field before→after" */
char *dispatch_fixture_diff_to_text (const YsDispatch *dispatch);

G_END_DECLS
