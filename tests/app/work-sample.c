/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "work-sample.h"

#include "case-job.h"
#include "inspection-job.h"

YsInstant
work_sample_at (const char *iso)
{
  YsInstant instant = 0;

  g_assert_true (ys_instant_from_iso (iso, &instant));
  return instant;
}

static gint64
compound (YsRegistry *registry, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ys_registry_find_by_name (registry, name, &error);

  g_assert_no_error (error);
  return id;
}

typedef struct
{
  int kind;
  const char *at; /* NULL ends the list */
  const char *person;
  const char *text;
  const char *until;
} SampleStep;

#define MOST_STEPS 5

static YsStep
step_of (const SampleStep *sample)
{
  return (YsStep){ .kind = sample->kind,
                   .at = work_sample_at (sample->at),
                   .person = sample->person,
                   .text = sample->text,
                   .until = sample->until != NULL ? work_sample_at (sample->until) : 0 };
}

/* -- Findings --------------------------------------------------------------------------------- */

typedef struct
{
  const char *compound;
  int level;
  const char *at;
  const char *code;
  gint64 count;
  const char *place;
  SampleStep steps[MOST_STEPS];
} SampleFinding;

static const SampleFinding findings[] = {
  { "财富广场",
    YS_INSPECTION_LEVEL_DISTRICT,
    "2025-10-09T10:20",
    "A1-12",
    1,
    "3 号楼北侧",
    { { YS_EVENT_ISSUED, "2025-10-09T11:00", NULL, "随检查下发", NULL } } },
  { "锦绣花园",
    YS_INSPECTION_LEVEL_CITY,
    "2025-10-09T15:10",
    "A1-05",
    2,
    "2 号楼 1 单元",
    { { YS_EVENT_ISSUED, "2025-10-09T15:30", NULL, NULL, NULL },
      { YS_EVENT_REPORTED, "2025-10-10T08:50", "李某某", "已换箱门，照片 2 张", NULL } } },
  { "牡丹花园",
    YS_INSPECTION_LEVEL_DISTRICT,
    "2025-09-28T09:00",
    "A1-08",
    3,
    "东门垃圾点",
    { { 0 } } },
  { "梅花园",
    YS_INSPECTION_LEVEL_DISTRICT,
    "2025-09-29T09:30",
    "A1-10",
    1,
    "广场",
    { { YS_EVENT_REPORTED, "2025-09-29T14:10", "赵某某", "已清理", NULL },
      { YS_EVENT_PASSED, "2025-09-29T16:00", "王某某", NULL, NULL } } },
  { "龙珠百合", YS_INSPECTION_LEVEL_TOWN, "2025-10-10T09:40", "A1-23", 1, "中心花园", { { 0 } } },
  { "御景公馆",
    YS_INSPECTION_LEVEL_JOINT,
    "2025-10-10T08:40",
    "A1-26",
    1,
    "顶层加建",
    { { YS_EVENT_ISSUED, "2025-10-10T09:00", NULL, NULL, NULL },
      { YS_EVENT_PAUSED, "2025-10-10T10:00", NULL, "转城管部门立案", NULL } } },
  { "联通佳苑",
    YS_INSPECTION_LEVEL_DISTRICT,
    "2025-09-26T10:00",
    "A1-02",
    1,
    "主干道",
    { { YS_EVENT_REPORTED, "2025-09-29T17:00", "孙某某", "已补装", NULL },
      { YS_EVENT_FAILED, "2025-09-30T09:30", "王某某", "井盖松动", NULL },
      { YS_EVENT_REPORTED, "2025-10-10T09:10", "孙某某", "重新固定", NULL } } },
};

static void
add_finding (YsLedger *ledger, YsRegistry *registry, const SampleFinding *sample)
{
  const YsFindingEntry entry = { sample->code, sample->count, sample->place, NULL };
  YsInspection *inspection = ys_record_new (&ys_inspection_type);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  inspection->compound_id = compound (registry, sample->compound);
  inspection->level = sample->level;
  inspection->kind = YS_INSPECTION_KIND_ANNOUNCED;
  inspection->at = work_sample_at (sample->at);
  inspection->inspectors = g_strdup ("王某某");
  ys_inspection_add (ledger, inspection, &entry, 1, &ids, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < MOST_STEPS && sample->steps[i].at != NULL; i++)
    {
      YsStep step = step_of (&sample->steps[i]);

      ys_finding_take_step (ledger, &g_array_index (ids, gint64, 0), 1, &step, WORK_NOW, &error);
      g_assert_no_error (error);
    }
  ys_record_free (&ys_inspection_type, inspection);
}

/* -- Cases ------------------------------------------------------------------------------------ */

typedef struct
{
  const char *number;
  int level;
  const char *channel;
  const char *compound;
  const char *code;
  const char *place;
  const char *at;
  const char *deadline; /* as dispatched; NULL: the clause's */
  SampleStep steps[MOST_STEPS];
} SampleCase;

#define DISTRICT YS_INSPECTION_LEVEL_DISTRICT
#define CITY YS_INSPECTION_LEVEL_CITY

static const SampleCase cases[] = {
  { "20251009-031",
    DISTRICT,
    "网格上报",
    "银山小区",
    "A1-08",
    "2 号楼",
    "2025-10-09T09:10",
    "2025-10-09T11:10",
    { { YS_EVENT_ACCEPTED, "2025-10-09T09:20", NULL, "转示例物业 李某某", NULL } } },
  { "20250928-019",
    CITY,
    "12345热线",
    "民生国际",
    "A1-02",
    "西门",
    "2025-09-28T16:00",
    "2025-10-09T17:30",
    { { 0 } } },
  { "20251010-006",
    DISTRICT,
    "网格上报",
    "龙珠百合",
    "A1-12",
    "5 号楼楼道",
    "2025-10-10T09:50",
    "2025-10-10T11:50",
    { { 0 } } },
  { "20251010-009",
    DISTRICT,
    "视频巡查",
    "联通佳苑",
    "A1-09",
    "垃圾房",
    "2025-10-10T10:10",
    "2025-10-10T14:40",
    { { 0 } } },
  { "20250911-002",
    CITY,
    "12345热线",
    "欧情东苑",
    "A1-14",
    "北门消防通道",
    "2025-09-11T09:00",
    NULL,
    { { YS_EVENT_ACCEPTED, "2025-09-11T09:30", NULL, "转示例物业 李某某", NULL },
      { YS_EVENT_REPORTED, "2025-09-11T10:30", NULL, "已劝离", NULL },
      { YS_EVENT_PASSED, "2025-09-11T15:00", "周某某", NULL, NULL } } },
  { "20250918-005",
    DISTRICT,
    "网格上报",
    "欧情东苑",
    "A1-14",
    "北门消防通道",
    "2025-09-18T09:00",
    NULL,
    { { YS_EVENT_ACCEPTED, "2025-09-18T09:30", NULL, "转示例物业 李某某", NULL },
      { YS_EVENT_REPORTED, "2025-09-18T10:00", NULL, "已清空", NULL },
      { YS_EVENT_PASSED, "2025-09-18T15:00", "周某某", NULL, NULL } } },
  { "20250925-011",
    CITY,
    "网格上报",
    "欧情东苑",
    "A1-14",
    "北门消防通道",
    "2025-09-25T09:00",
    NULL,
    { { YS_EVENT_ACCEPTED, "2025-09-25T09:20", NULL, "转示例物业 李某某", NULL },
      { YS_EVENT_REPORTED, "2025-09-25T10:20", NULL, "已加装隔离桩", NULL } } },
  { "20250930-042",
    CITY,
    "12345热线",
    "锦绣花园",
    "A1-05",
    "2 号楼 1 单元",
    "2025-09-30T15:40",
    NULL,
    { { YS_EVENT_ACCEPTED, "2025-09-30T16:05", NULL, "转示例物业 李某某", NULL },
      { YS_EVENT_NOTE, "2025-10-09T09:30", NULL, "现场核实：消火栓箱门缺失 2 处", NULL },
      { YS_EVENT_REPORTED, "2025-10-10T08:50", NULL, "已换箱门，照片 2 张", NULL } } },
  { "20251010-004",
    CITY,
    NULL,
    "财富广场",
    "A1-03",
    "地下车库",
    "2025-10-10T08:35",
    NULL,
    { { YS_EVENT_ACCEPTED, "2025-10-10T08:50", NULL, "转示例物业 钱某某", NULL } } },
  { "20250926-008",
    DISTRICT,
    "市民上报",
    "梅花园",
    "A1-10",
    "东侧围墙",
    "2025-09-26T09:00",
    NULL,
    { { YS_EVENT_ACCEPTED, "2025-09-26T09:10", NULL, NULL, NULL },
      { YS_EVENT_REPORTED, "2025-09-26T10:00", NULL, "已清除", NULL },
      { YS_EVENT_PASSED, "2025-09-26T15:20", "周某某", NULL, NULL } } },
};

static void
add_case (YsLedger *ledger, YsRegistry *registry, const SampleCase *sample)
{
  YsCase *one = ys_record_new (&ys_case_type);
  g_autoptr (GError) error = NULL;
  gint64 id;

  one->number = g_strdup (sample->number);
  one->level = sample->level;
  one->channel = g_strdup (sample->channel);
  one->compound_id = compound (registry, sample->compound);
  one->place = g_strdup (sample->place);
  one->at = work_sample_at (sample->at);
  if (sample->deadline != NULL)
    one->deadline = work_sample_at (sample->deadline);
  id = ys_case_add (ledger, one, sample->code, (YsLimit){ 0, YS_LIMIT_NONE }, &error);
  g_assert_no_error (error);
  ys_record_free (&ys_case_type, one);
  for (guint i = 0; i < MOST_STEPS && sample->steps[i].at != NULL; i++)
    {
      YsStep step = step_of (&sample->steps[i]);

      ys_case_take_step (ledger, &id, 1, &step, WORK_NOW, &error);
      g_assert_no_error (error);
    }
}

void
work_sample_fill (YsLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, &error);
  gint64 late;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    add_finding (ledger, registry, &findings[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add_case (ledger, registry, &cases[i]);
  late = ys_case_find (ledger, "20250928-019", &error);
  ys_case_decide_fault (ledger, late, YS_FAULT_OVERDUE, YS_DECISION_CONFIRMED, "逾期未回复",
                        WORK_NOW, &error);
  g_assert_no_error (error);
}

gint64
work_sample_case (YsLedger *ledger, const char *number)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ys_case_find (ledger, number, &error);

  g_assert_no_error (error);
  return -id;
}
