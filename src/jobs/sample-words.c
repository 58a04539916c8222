/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names put together from parts as compounds, communities and companies are called; whatever could
 * be taken for a real company, town or person begins with 示例. */
#include "config.h"

#include "sample-words.h"

static const char *const name_heads[64] = {
  "锦绣", "翠湖", "金桂", "银杏", "清风", "明月", "和谐", "幸福", "阳光", "春晖", "秋实",
  "东湖", "西岭", "南苑", "北辰", "龙泉", "凤鸣", "玉兰", "丁香", "海棠", "紫荆", "青松",
  "白鹭", "百合", "牡丹", "芙蓉", "荷塘", "柳岸", "枫林", "竹韵", "梧桐", "香樟", "桃源",
  "杏花", "梨园", "石榴", "枣庭", "葡萄", "山水", "云景", "星河", "天成", "祥和", "安泰",
  "康宁", "福临", "瑞丰", "嘉禾", "盛世", "永乐", "长安", "新城", "滨河", "御景", "文苑",
  "书香", "学府", "机械", "纺织", "供销", "粮食", "水利", "教师", "邮电",
};
static const char *const name_tails[40] = {
  "花园", "小区", "公寓", "家园", "嘉园", "名苑", "佳苑", "新村", "雅居", "华庭",
  "豪庭", "花苑", "宿舍", "丽都", "国际", "上城", "广场", "一品", "尚居", "府邸",
  "金岸", "绿洲", "阁",   "轩",   "苑",   "里",   "院",   "庭",   "居",   "湾",
  "东区", "西区", "南区", "北区", "一期", "二期", "三期", "大院", "新苑", "庄园",
};
static const char *const community_heads[40] = {
  "春光", "夏荷", "秋月", "冬青", "朝阳", "晚霞", "清泉", "碧水", "青山", "绿野",
  "红旗", "胜利", "建设", "和平", "友谊", "团结", "光明", "前进", "向阳", "振兴",
  "文昌", "书院", "钟楼", "鼓楼", "东关", "西关", "南门", "北门", "河滨", "湖畔",
  "桥头", "渡口", "柳园", "桃李", "杏坛", "槐荫", "榆林", "松柏", "兰亭", "菊圃",
};
static const char *const community_tails[3] = { "社区", "路社区", "新区社区" };
static const char *const company_heads[40] = {
  "安和",   "佳园", "众联", "宜居", "恒信",   "瑞祥", "嘉诚", "金钥", "绿城岸", "洁达",
  "德馨",   "鸿运", "泰合", "永安", "万家福", "美邻", "乐居", "诚善", "百顺",   "明德",
  "同心",   "和畅", "惠民", "兴业", "康居",   "益家", "福邻", "尚品", "雅安居", "优邻",
  "信达邻", "博雅", "盛安", "华宜", "天和",   "正阳", "润家", "汇邻", "卓越居", "新邻",
};
static const char *const company_tails[2] = { "物业", "物业服务" };
static const char *const towns[YS_SAMPLE_N_TOWNS] = {
  "示例街道",   "示例东湖街道", "示例西岭镇", "示例南河镇", "示例北山镇",
  "示例青石镇", "示例白水镇",   "示例金沙镇", "示例银杏镇", "示例柳泉镇",
};
static const char *const surnames[24] = {
  "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙",
  "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢",
};
static const char *const services[]
    = { "保洁", "保安", "护绿", "维护秩序", "设施维护", "垃圾清运", "消防巡查", "公共照明" };

/* SplitMix64. */
static guint64
next (YsSampleRandom *random)
{
  guint64 z = random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

YsSampleRandom
ys_sample_random (guint32 seed)
{
  return (YsSampleRandom){ seed };
}

guint
ys_sample_below (YsSampleRandom *random, guint n)
{
  g_return_val_if_fail (n > 0, 0);

  return (guint)(next (random) % n);
}

gboolean
ys_sample_percent (YsSampleRandom *random, guint percent)
{
  return ys_sample_below (random, 100) < percent;
}

char *
ys_sample_compound_name (guint index)
{
  g_return_val_if_fail (index < YS_SAMPLE_N_NAMES, NULL);

  return g_strconcat (name_heads[index % 64], name_tails[index / 64], NULL);
}

char *
ys_sample_community_name (guint index)
{
  g_return_val_if_fail (index < YS_SAMPLE_N_COMMUNITIES, NULL);

  return g_strconcat (community_heads[index % 40], community_tails[index / 40], NULL);
}

char *
ys_sample_company_name (guint index)
{
  g_return_val_if_fail (index < YS_SAMPLE_N_COMPANIES, NULL);

  return g_strconcat ("示例", company_heads[index % 40], company_tails[index / 40], NULL);
}

char *
ys_sample_town_name (guint index)
{
  g_return_val_if_fail (index < YS_SAMPLE_N_TOWNS, NULL);

  return g_strdup (towns[index]);
}

char *
ys_sample_person (YsSampleRandom *random)
{
  return g_strconcat ("示例", surnames[ys_sample_below (random, G_N_ELEMENTS (surnames))], "某",
                      NULL);
}

char *
ys_sample_phone (guint index)
{
  return g_strdup_printf ("1380000%04u", index % 10000);
}

char *
ys_sample_services (YsSampleRandom *random, guint level)
{
  GString *list = g_string_new (services[0]);

  for (guint i = 1; i < G_N_ELEMENTS (services); i++)
    if (ys_sample_percent (random, level))
      g_string_append_printf (list, "、%s", services[i]);
  return g_string_free (list, FALSE);
}
