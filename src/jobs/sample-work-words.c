/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for places, notes and steps, as inspectors write them; persons say 示例. */
#include "config.h"

#include "sample-private.h"

#include "event.h"

static const char *const spots[]
    = { "东门",        "西门",       "南门岗亭旁", "北侧围墙",   "中心花园",   "地下车库入口",
        "地下车库B区", "垃圾分类亭", "健身广场",   "儿童游乐区", "小区主干道", "物业服务中心旁",
        "非机动车棚",  "消防通道",   "景观水池",   "公告栏旁" };
static const char *const note_ends[] = {
  "，已拍照取证",         "，已告知物业立即整改", "，居民多次反映",     "，影响通行",
  "，较上次检查未见好转", "，面积约2平方米",      "，现场已开具整改单", "",
};
static const char *const officers[]
    = { "示例王某", "示例李某", "示例张某", "示例刘某", "示例陈某", "示例杨某" };
static const char *const channels[]
    = { "12345热线", "网格上报", "视频巡查", "市民随手拍", "专项巡查" };

#define PICK(random, list) (list[ys_sample_below (random, G_N_ELEMENTS (list))])

const char *
ys_sample_place (YsSampleRandom *random, char buffer[64])
{
  guint chance = ys_sample_below (random, 100);

  if (chance < 6)
    return NULL;
  if (chance < 40)
    return PICK (random, spots);
  if (chance < 80)
    g_snprintf (buffer, 64, "%u号楼%u单元", 1 + ys_sample_below (random, 24),
                1 + ys_sample_below (random, 4));
  else
    g_snprintf (buffer, 64, "%u号楼%s", 1 + ys_sample_below (random, 24),
                ys_sample_percent (random, 50) ? "北侧" : "楼道");
  return buffer;
}

const char *
ys_sample_note (YsSampleRandom *random, const YsClause *clause, char buffer[256])
{
  if (ys_sample_percent (random, 45))
    return NULL;
  g_snprintf (buffer, 256, "%s%s", clause->name, PICK (random, note_ends));
  return buffer;
}

const char *
ys_sample_officer (YsSampleRandom *random)
{
  return PICK (random, officers);
}

const char *
ys_sample_channel (YsSampleRandom *random)
{
  return PICK (random, channels);
}

const char *
ys_sample_saying (YsSampleRandom *random, int event_kind)
{
  static const char *const reports[]
      = { "已整改，请复查", "已安排人员整改完毕", "整改完成，附照片" };
  static const char *const passes[] = { "现场复查，已整改到位", "照片核对，已整改", "复查通过" };
  static const char *const failures[] = { "仍有一处未整改到位", "整改不彻底，重新整改" };
  static const char *const pauses[] = { "等待配件到货，经批准停表", "雨天无法施工，停表" };

  switch ((YsEventKind)event_kind)
    {
    case YS_EVENT_REPORTED:
      return PICK (random, reports);
    case YS_EVENT_PASSED:
      return PICK (random, passes);
    case YS_EVENT_FAILED:
      return PICK (random, failures);
    case YS_EVENT_PAUSED:
      return PICK (random, pauses);
    case YS_EVENT_OBJECTION:
      return "该处不属于本小区管理范围";
    case YS_EVENT_UPHELD:
      return "经核实情况属实，异议成立";
    case YS_EVENT_ACCEPTED:
      return "已转小区物业处理";
    case YS_EVENT_RESUMED:
      return "条件具备，恢复计时";
    case YS_EVENT_UNKNOWN:
    case YS_EVENT_ISSUED:
    case YS_EVENT_EXTENDED:
    case YS_EVENT_OVERRULED:
    case YS_EVENT_WITHDRAWN:
    case YS_EVENT_REINSTATED:
    case YS_EVENT_NOTE:
      break;
    }
  return NULL;
}
