/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes data/sample/: annexes 3, 4 and 5 of seed 004 as a clerk's workbooks, with the annexes'
 * merged cells. Written with libxlsxwriter directly, so that import and export are tried against
 * files that our own writer did not make. Persons, phones and companies in annex 5 are invented. */
#include <stdio.h>

#include <glib.h>
#include <xlsxwriter.h>

/* Cells in the spellings of several clerks. */
typedef struct
{
  const char *community; /* NULL: merged with the one above */
  const char *name;
  const char *class; /* one ASCII digit: a number cell, else text */
  const char *company;
  const char *nature;
  const char *entry; /* led by #: a date cell */
  const char *services;
  const char *manager;
  const char *phone; /* led by #: a number cell */
  const char *remark;
} Line;

#define ALL_SERVICES "保洁、保安、护绿、维护秩序、设施维护"

/* clang-format off */
static const Line lines[] = {
  { "梅园社区", "梅花园", "1", "安和物业", "外聘", "2018-06", ALL_SERVICES, "孙某某", "#13800000001", "" },
  { NULL, "龙珠百合", "2", "安和物业", "外聘", "2019年12月", ALL_SERVICES, "李某某", "13800000002", "" },
  { NULL, "四十中宿舍", "3", "产权单位", "自主", "2020.9.15", "保洁、门卫", "周某某", "#13800000003", "" },
  { NULL, "建行宿舍", "2", "产权单位", "自主", "2020/10/1", "保洁", "赵某某", "", "" },
  { NULL, "福源公寓", "3", "社区兜底", "自主", "20201012", "保洁", "赵某某", "#13800000005", "新接管" },
  { NULL, "梅园（西24.25号楼）", "3", "社区兜底", "自主", "", "保洁", "赵某某", "", "" },
  { NULL, "安居小区", "２", "业主自治", "自主", "2021年3月", "保洁、门卫", "", "", "业委会筹备中" },
  { NULL, "医院宿舍", "3", "产权单位", "自主", "2020-11", "保洁", "李某某", "13800000008", "" },
  { NULL, "书香花苑", "2", "安和物业", "外聘", "#2020-10-20", "保洁、保安、维护秩序", "孙某某", "#13800000009", "" },
  { NULL, "福临公寓", "3", "社区兜底", "自主", "2020年9月底", "保洁", "钱某某", "１３８０００００010", "" },
  { NULL, "山城街道教育宿舍", "3", "产权单位", "自主", "2020年11月", "保洁", "郑某某", "#13800000011", "" },
  { NULL, "华润纸厂宿舍", "3", "社区兜底", "自主", "", "", "", "", "" },
  { "紫薇社区", "锦绣花园", "1", "众联物业", "外聘", "2016-04", ALL_SERVICES, "吴某某", "#13800000013", "" },
  { NULL, "御景公馆", "1", "众联物业", "外聘", "2017-09-01", ALL_SERVICES, "孙某某", "13800000014", "" },
  { NULL, "紫锦庄园", "1", "众联物业", "外聘", "2017年9月1日", ALL_SERVICES, "周某某", "#13800000015", "" },
  { NULL, "宝徕花苑", "2", "润家物业", "外聘", "2015.6.30", ALL_SERVICES, "冯某某", "#13800000016", "" },
  { NULL, "樱花园", "2", "润家物业", "外聘", "２０１４年５月", "保洁、保安、护绿、维护秩序", "陈某某", "#13800000017", "" },
  { NULL, "龙珠丽都", "1", "安和物业", "外聘", "2019-05-06", ALL_SERVICES, "褚某某", "#13800000018", "" },
  { NULL, "民生国际", "1", "安和物业", "外聘", "#2018-03-15", ALL_SERVICES, "卫某某", "#13800000019", "" },
  { NULL, "裕升山亭花园", "1", "润家物业", "外聘", "2016年10月", ALL_SERVICES, "蒋某某", "13800000020", "" },
  { NULL, "太清湖润景家园", "1", "润家物业", "外聘", "2019/7/1", ALL_SERVICES, "沈某某", "#13800000021", "" },
  { NULL, "银光上城", "1", "众联物业", "外聘", "2012-05", ALL_SERVICES, "韩某某", "#13800000022", "" },
  { NULL, "鑫盛公寓（药材宿舍）", "3", "社区兜底", "自主", "2020年10月", "保洁", "杨某某", "#13800000023", "" },
  { NULL, "银山小区", "3", "业主自治", "自主", "2020.10.8", "保洁、门卫", "朱某某", "#13800000024", "" },
  { NULL, "紫薇社区", "3", "社区兜底", "自主", "", "保洁", "秦某某", "", "" },
  { NULL, "翼云公寓", "2", "众联物业", "外聘", "2020年11月10日", "保洁、保安、维护秩序", "尤某某", "#13800000026", "" },
  { "丰泽社区", "欧亚城", "1", "润家物业", "外聘", "2013-08", ALL_SERVICES, "许某某", "#13800000027", "" },
  { NULL, "欧情豪庭", "1", "润家物业", "外聘", "2014-11-20", ALL_SERVICES, "何某某", "#13800000028", "" },
  { NULL, "欧情南苑", "2", "润家物业", "外聘", "2014年11月", ALL_SERVICES, "吕某某", "13800000029", "" },
  { NULL, "桂花园", "2", "众联物业", "外聘", "2012.3.1", "保洁、保安、护绿、维护秩序", "施某某", "#13800000030", "" },
  { NULL, "御峰园", "1", "众联物业", "外聘", "2018-12", ALL_SERVICES, "张某某", "#13800000031", "" },
  { NULL, "苹果花苑", "2", "安和物业", "外聘", "2015-04", ALL_SERVICES, "孔某某", "#13800000032", "" },
  { NULL, "枣花园", "2", "安和物业", "外聘", "2011年6月", "保洁、保安、维护秩序", "曹某某", "#13800000033", "" },
  { NULL, "欧情东苑", "3", "润家物业", "外聘", "2020-10-30", "保洁、维护秩序", "严某某", "#13800000034", "" },
  { NULL, "柴林小区", "3", "社区兜底", "自主", "2020-11", "保洁", "华某某", "#13800000035", "" },
  { NULL, "财富广场", "2", "安和物业", "外聘", "2020年10月15日", "保洁、保安", "金某某", "#13800000036", "" },
  { NULL, "联通佳苑", "3", "产权单位", "自主", "2020-09", "", "魏某某", "", "" },
  { NULL, "海洋公寓", "3", "", "外聘", "", "", "", "", "正在选聘" },
  { NULL, "福地公寓", "3", "业主自治", "自主", "2020-10", "保洁", "陶某某", "#13800000039", "" },
  { NULL, "牡丹花园", "2", "众联物业", "外聘", "2020-11-01", "保洁、保安、维护秩序", "姜某某", "#13800000040", "" },
  { "东、西鲁社区", "丰泽嘉苑", "1", "润家物业", "外聘", "2017-01", ALL_SERVICES, "戚某某", "#13800000041", "" },
};
/* clang-format on */

/* One community of annex 3 or 4. */
typedef struct
{
  const char *community;
  const char *compounds;
} Group;

static const Group annex_3[] = {
  { "梅园社区（2）", "梅花园、龙珠百合" },
  { "紫薇社区（10）",
    "锦绣花园、御景公馆、紫锦庄园、宝徕花苑、樱花园、龙珠丽都、民生国际、裕升山亭花园、"
    "太清湖润景家园、银光上城" },
  { "丰泽社区（7）", "欧亚城、欧情豪庭、欧情南苑、桂花园、御峰园、苹果花苑、枣花园" },
  { "东、西鲁社区（1）", "丰泽嘉苑" },
};
static const Group annex_4[] = {
  { "梅园社区（10）",
    "四十中宿舍、建行宿舍、福源公寓、梅园（西24.25号楼）、安居小区、医院宿舍、书香花苑、福临公寓、"
    "山城街道教育宿舍、华润纸厂宿舍" },
  { "紫薇社区（4）", "鑫盛公寓（药材宿舍）、银山小区、紫薇社区、翼云公寓" },
  { "丰泽社区（7）", "欧情东苑、柴林小区、财富广场、联通佳苑、海洋公寓、福地公寓、牡丹花园" },
};

#define TASK_3                                                                                                                                  \
  "按照《枣庄市2020年物业管理整治提升行动实施方案》及《物业管理整治攻坚行动指导标准》要求，"          \
  "集中开展环境卫生、道路设施、车辆停放、服务质量4项攻坚行动，着力解决环境卫生差、道路设施失修、" \
  "车辆乱停乱放、物业服务差等引发物业矛盾纠纷和群众不满意的突出问题，加强标准化的物业管理服务。"
#define TASK_4                                                                                                                                       \
  "采取“因区制宜、一区一策”的办法实现物业管理全覆盖。原则上从社会上优先选聘全国知名品牌物业企业，" \
  "实行标准化的物业管理服务；不具备市场化条件的社区，可由镇（街）成立物业服务公司，提供保洁、保安"    \
  "、"                                                                                                                                              \
  "维护秩序等基础性物业服务，逐步达到保洁、保安、护绿、维护秩序、设施维护等物业服务。"
#define NOTE_1                                                                                                                               \
  "注：1.根据小区实际情况结合管理服务好、中、差程度划分类别。分为1、2、3三个等次。近年来，"         \
  "通过改造提升，基础设施得到改善，管理条件较好，已实施物业管理服务的划分为1类；基础设施一般，" \
  "管理难度相对较大的为2类；基础设施较差或小区规模较小、管理难度较大的划分为3类。"
#define NOTE_2                                                                                     \
  "2.每月1号、15号报送至区住建局（住房保障服务中心物业科）。邮箱:〔邮箱〕，联系电话：〔电话〕。"

typedef struct
{
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *annex, *title, *head, *cell, *left, *plain, *plain_end, *date;
} Out;

static void
check (lxw_error error)
{
  if (error != LXW_NO_ERROR)
    g_error ("libxlsxwriter: %s", lxw_strerror (error));
}

static lxw_format *
add_format (Out *out, const char *font, double size, uint8_t horizontal, gboolean border)
{
  lxw_format *format = workbook_add_format (out->book);

  format_set_font_name (format, font);
  format_set_font_size (format, size);
  format_set_align (format, horizontal);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (border)
    {
      format_set_border (format, LXW_BORDER_THIN);
      format_set_text_wrap (format);
    }
  return format;
}

/* A fixed instant in the properties: the same tool gives the same bytes. */
static Out
open_book (const char *folder, const char *name, const char *title)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  lxw_doc_properties properties = { .title = (char *) title, .created = 1600000000 };
  Out out = { .book = workbook_new (path) };

  check (workbook_set_properties (out.book, &properties));
  out.sheet = workbook_add_worksheet (out.book, "Sheet1");
  out.annex = add_format (&out, "黑体", 14, LXW_ALIGN_LEFT, FALSE);
  out.title = add_format (&out, "方正小标宋简体", 22, LXW_ALIGN_CENTER, FALSE);
  out.head = add_format (&out, "仿宋_GB2312", 12, LXW_ALIGN_CENTER, TRUE);
  format_set_bold (out.head);
  out.cell = add_format (&out, "仿宋_GB2312", 12, LXW_ALIGN_CENTER, TRUE);
  out.left = add_format (&out, "仿宋_GB2312", 12, LXW_ALIGN_LEFT, TRUE);
  out.plain = add_format (&out, "仿宋_GB2312", 12, LXW_ALIGN_LEFT, FALSE);
  format_set_text_wrap (out.plain);
  out.plain_end = add_format (&out, "仿宋_GB2312", 12, LXW_ALIGN_RIGHT, FALSE);
  out.date = add_format (&out, "仿宋_GB2312", 12, LXW_ALIGN_CENTER, TRUE);
  format_set_num_format (out.date, "yyyy/m/d");
  worksheet_set_paper (out.sheet, 9);
  worksheet_set_landscape (out.sheet);
  worksheet_fit_to_pages (out.sheet, 1, 0);
  return out;
}

static void
write_text (Out *out, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
  if (*text == '\0')
    check (worksheet_write_blank (out->sheet, row, column, format));
  else
    check (worksheet_write_string (out->sheet, row, column, text, format));
}

static void
merge (Out *out,
       lxw_row_t row,
       lxw_col_t column,
       lxw_row_t row_end,
       lxw_col_t column_end,
       const char *text,
       lxw_format *format)
{
  check (worksheet_merge_range (out->sheet, row, column, row_end, column_end, text, format));
}

static void
merge_number (Out *out, lxw_row_t row, lxw_row_t row_end, double number)
{
  merge (out, row, 0, row_end, 0, "", out->cell);
  check (worksheet_write_number (out->sheet, row, 0, number, out->cell));
}

static void
write_title (Out *out, const char *annex, const char *title, lxw_col_t last)
{
  write_text (out, 0, 0, annex, out->annex);
  merge (out, 1, 0, 1, last, title, out->title);
  check (worksheet_set_row (out->sheet, 1, 42, NULL));
}

/* Annexes 3 and 4: one row per community; number, town, task, person and date run over all of them.
 * Annex 4 prints a head of two rows. */
static void
write_task_table (Out *out,
                  const char *const *heads,
                  guint head_rows,
                  const Group *groups,
                  guint n_groups,
                  const char *town,
                  const char *task,
                  const char *due)
{
  static const double widths[] = { 6, 12, 18, 42, 42, 12, 12 };
  lxw_row_t first = (lxw_row_t)(2 + head_rows);
  lxw_row_t last = (lxw_row_t)(first + n_groups - 1);

  for (lxw_col_t i = 0; i < 7; i++)
    {
      check (worksheet_set_column (out->sheet, i, i, widths[i], NULL));
      if (head_rows == 1)
        write_text (out, 2, i, heads[i], out->head);
      else
        merge (out, 2, i, 3, i, heads[i], out->head);
    }
  merge_number (out, first, last, 1);
  merge (out, first, 1, last, 1, town, out->cell);
  for (guint i = 0; i < n_groups; i++)
    {
      check (worksheet_set_row (out->sheet, first + i, 84, NULL));
      write_text (out, first + i, 2, groups[i].community, out->cell);
      write_text (out, first + i, 3, groups[i].compounds, out->left);
    }
  merge (out, first, 4, last, 4, task, out->left);
  merge (out, first, 5, last, 5, "〔责任人〕", out->cell);
  merge (out, first, 6, last, 6, due, out->cell);
}

static void
make_annex_3 (const char *folder)
{
  static const char *const heads[]
      = { "序号",     "镇（街）", "社区名称", "实施物业企业管理的住宅小区",
          "提升任务", "责任人",   "完成时间" };
  const char *title = "山亭区实施物业企业管理的住宅小区提升任务一览表";
  Out out = open_book (folder, "附件3 提升任务一览表.xlsx", title);

  write_title (&out, "附件3", title, 6);
  write_task_table (&out, heads, 1, annex_3, G_N_ELEMENTS (annex_3), "山城街道\n（20个）", TASK_3,
                    "11月底");
  check (workbook_close (out.book));
}

static void
make_annex_4 (const char *folder)
{
  static const char *const heads[]
      = { "序号",     "镇（街）", "社区名称", "\n未实施物业管理的住宅小区",
          "工作任务", "责任人",   "完成时间" };
  const char *title = "山亭区实施住宅小区物业管理全覆盖任务一览表";
  Out out = open_book (folder, "附件4 全覆盖任务一览表.xlsx", title);

  write_title (&out, "附件4", title, 6);
  write_task_table (&out, heads, 2, annex_4, G_N_ELEMENTS (annex_4), "山城街道\n（21个）", TASK_4,
                    "11月15日");
  check (workbook_close (out.book));
}

/* "#13800000001" as a number, "#2018-03-15" as a date, else text. */
static void
write_value (Out *out, lxw_row_t row, lxw_col_t column, const char *text)
{
  lxw_datetime day = { 0 };

  if (*text != '#')
    write_text (out, row, column, text, out->cell);
  else if (sscanf (text, "#%d-%d-%d", &day.year, &day.month, &day.day) == 3)
    check (worksheet_write_datetime (out->sheet, row, column, &day, out->date));
  else
    check (worksheet_write_number (out->sheet, row, column, g_ascii_strtod (text + 1, NULL),
                                   out->cell));
}

static void
write_line (Out *out, lxw_row_t row, guint number, const Line *line)
{
  check (worksheet_set_row (out->sheet, row, 34, NULL));
  check (worksheet_write_number (out->sheet, row, 0, number, out->cell));
  write_text (out, row, 2, line->name, out->cell);
  if (g_ascii_isdigit (*line->class))
    check (worksheet_write_number (out->sheet, row, 3, *line->class - '0', out->cell));
  else
    write_text (out, row, 3, line->class, out->cell);
  write_text (out, row, 4, line->company, out->cell);
  write_text (out, row, 5, line->nature, out->cell);
  write_value (out, row, 6, line->entry);
  write_text (out, row, 7, line->services, out->cell);
  write_text (out, row, 8, line->manager, out->cell);
  write_value (out, row, 9, line->phone);
  write_text (out, row, 10, line->remark, out->cell);
}

/* The community's cell is merged over its compounds. */
static void
write_communities (Out *out, lxw_row_t first)
{
  guint start = 0;

  for (guint i = 1; i <= G_N_ELEMENTS (lines); i++)
    {
      if (i < G_N_ELEMENTS (lines) && lines[i].community == NULL)
        continue;
      if (i - start > 1)
        merge (out, first + start, 1, first + i - 1, 1, lines[start].community, out->cell);
      else
        write_text (out, first + start, 1, lines[start].community, out->cell);
      start = i;
    }
}

static void
make_annex_5 (const char *folder)
{
  static const char *const heads[] = { "序号",
                                       "社区名称",
                                       "小区名称",
                                       "类别",
                                       "入驻物业管理企业名称",
                                       "物业管理性质\n（自主或外聘物业公司）",
                                       "入驻时间",
                                       "服务内容",
                                       "物业负责人",
                                       "联系电话",
                                       "备注" };
  static const double widths[] = { 6, 11, 18, 6, 15, 15, 13, 22, 9, 14, 10 };
  const char *title = "住宅小区物业管理全覆盖进展情况调度表";
  Out out = open_book (folder, "附件5 进展情况调度表.xlsx", title);
  lxw_row_t row = 4;

  write_title (&out, "附件5", title, 10);
  check (worksheet_set_row (out.sheet, 3, 50, NULL));
  merge (&out, 2, 0, 2, 4, "山城街道办事处", out.plain);
  merge (&out, 2, 5, 2, 10, "填报时间：2026年9月15日", out.plain_end);
  for (lxw_col_t i = 0; i < 11; i++)
    {
      check (worksheet_set_column (out.sheet, i, i, widths[i], NULL));
      write_text (&out, 3, i, heads[i], out.head);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    write_line (&out, row++, i + 1, &lines[i]);
  write_communities (&out, 4);
  for (lxw_col_t i = 0; i < 11; i++) /* the annex prints an empty row at the end */
    write_text (&out, row, i, "", out.cell);
  row++;
  merge (&out, row, 0, row, 4, "填报人：王某某", out.plain);
  merge (&out, row, 5, row, 10, "审核人：", out.plain);
  check (worksheet_set_row (out.sheet, row + 1, 52, NULL));
  merge (&out, row + 1, 0, row + 1, 10, NOTE_1, out.plain);
  merge (&out, row + 2, 0, row + 2, 10, NOTE_2, out.plain);
  merge (&out, row + 3, 0, row + 3, 10, "示例：人员、电话和企业均为虚构。", out.plain);
  check (workbook_close (out.book));
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      g_printerr ("Usage: make-sample-workbooks FOLDER\n");
      return 2;
    }
  make_annex_3 (argv[1]);
  make_annex_4 (argv[1]);
  make_annex_5 (argv[1]);
  return 0;
}
