import { toFullDate } from '../../../rules/date-words.ts';
import type { EventCard, EventStatus } from '../../../types/event-card.ts';
import type { SaveOutcome } from '../../domain/drafts.ts';
import { showControls } from '../show-controls.ts';

/** Dotted names of what an event file says, with what an editor calls it. */
export const EVENT_FIELDS = {
  key: '识别名',
  title: '名称',
  status: '状态',
  start: '开始时间',
  end: '结束时间',
  venue: '地点',
  'venue.name': '地点名称',
  'venue.address': '地址',
  'venue.latitude': '纬度',
  'venue.longitude': '经度',
  organiser: '主办单位',
  phone: '电话',
  cover: '封面',
  'cover.file': '封面图片',
  'cover.alt': '图片说明',
  article: '文章编号',
  body: '正文',
  missing: '待补',
  lines: '原文',
} as const;
export type EventField = keyof typeof EVENT_FIELDS;

const OUTCOMES: Readonly<Record<SaveOutcome['kind'], string>> = {
  created: '新增',
  updated: '更新',
  unchanged: '未变',
};

const STATUS: Readonly<Record<EventStatus, string>> = {
  scheduled: '',
  postponed: ' · 改期',
  cancelled: ' · 取消',
};

const isField = (name: string): name is EventField => Object.hasOwn(EVENT_FIELDS, name);

/** Everything that `npm run event` says to an editor, once. */
export const eventWords = {
  usage: `用法：npm run event -- 命令 …

把文章里预告的活动做成小程序里的“活动”。

  propose 文章       找出文章里的活动，列成活动文件，不写入小程序
                     “文章”写编号，或标题里的几个字
    --out 文件夹       一场活动存一个文件；已有的文件不会被覆盖
  add 文件 …         检查补好的活动文件，写入小程序
                     改了文件再 add 就是更新；key 相同的是同一场活动
  list               小程序里的活动

  --help             显示这段说明

原文没有写的留空，名字列在 missing 里。status 填 scheduled（如期）、postponed（改期）
或 cancelled（取消）；时间写成 2026-12-05 09:30，没有写时区的是北京时间；
body 是介绍，用 HTML。确实没有的（如电话），把它的名字从 missing 里删掉。`,

  noCommand: '没有说要做什么。',
  unknownCommand: (name: string) => `没有命令 ${showControls(name)}。`,
  noArticleNamed: '没有说是哪篇文章。',
  noFile: '没有说是哪个活动文件。',
  tooMuch: (word: string) => `多了“${showControls(word)}”：有空格的文字请放在引号里。`,
  unknownFlag: (flag: string) => `不认识的选项 ${showControls(flag)}。`,
  foreignFlag: (command: string, flag: string) =>
    `命令 ${command} 没有选项 ${showControls(flag)}。`,
  needsValue: (flag: string) => `选项 ${flag} 后面缺少内容。`,
  takesNoValue: (flag: string) => `选项 ${flag} 后面不能有内容。`,

  noProposals: (title: string) => `《${showControls(title)}》里没有找到活动。`,
  registration: (text: string) => `报名方式：${text}`,
  assumedTitle: '（名称取自文章标题，请核对）',
  written: (path: string, title: string, missing: readonly string[]) =>
    `${showControls(path)}　${showControls(title)}　${
      missing.length > 0 ? `待补：${missing.map(eventWords.field).join('、')}` : '请核对'
    }`,
  exists: (path: string) => `没有写：${showControls(path)} 已经有了，不覆盖。`,
  unwritable: (path: string, code: string) => `写不了 ${showControls(path)}（${code}）`,

  field: (name: string) => showControls(isField(name) ? `${EVENT_FIELDS[name]}（${name}）` : name),
  problem: (name: string, problem: string) => `　　${eventWords.field(name)}：${problem}`,
  failed: (path: string) => `失败　${showControls(path)}`,
  failedWhole: (path: string, problem: string) => `失败　${showControls(path)}：${problem}`,
  saved: ({ kind, id }: SaveOutcome, title: string) =>
    `${OUTCOMES[kind]}　${id}　${showControls(title)}`,
  warning: (warning: string) => `　　注意：${showControls(warning)}`,
  sameTitle: (id: string) => `　　注意：这篇文章已有同名活动 ${id}，请看看是不是重复`,

  unreadable: (code: string) => `读不了文件（${code}）`,
  noPlainFile: '不是文件',
  tooLarge: '文件太大，最多 1 MB',
  notUtf8: '文字编码不对，请存成 UTF-8',
  notJson: (line: number | undefined) =>
    `不是完整的 JSON${line === undefined ? '' : `，第 ${line} 行附近有错`}：多半少了引号、逗号或括号`,
  notObject: '应当是一个 { … }，一个文件只写一场活动',
  usedTwice: (path: string) => `与 ${showControls(path)} 相同；一场活动只写一个文件`,

  unknownName: (name: string) => `没有“${showControls(name)}”这一项`,
  unknownField: '没有这一项，请删掉或改正名字',
  empty: '没有填',
  needsKey: '没有填：请写一个以后不变的名字，同一个名字就是同一场活动',
  notText: '应当是引号里的文字',
  notGroup: '应当是 { … }',
  notList: '应当是 [ … ]',
  controls: '里面不能有换行或控制字符',
  tooLong: (length: number, most: number) => `有 ${length} 字，最多 ${most} 字`,
  badStatus: '只能是 scheduled（如期）、postponed（改期）或 cancelled（取消）',
  noYear: '年份没有填，请把 ____ 改成年份',
  badTime: (text: string) => `看不懂“${showControls(text)}”，请写成 2026-12-05 09:30`,
  noClock: '请写明几点，如 2026-12-05 09:30',
  endsFirst: '要在开始时间之后',
  notNumber: (most: number) => `应当是 -${most} 到 ${most} 的数字，不用引号`,
  needsPair: '经度和纬度要么都写，要么都不写',
  badPhone: '只写能拨的号码，如 0750-3123456；别的放进正文',
  stillMissing: '原文没有写：请补上；确实没有，就把它的名字从 missing 里删掉',
  noArticle: '没有这个编号的文章',
  noBody: '里面没有文字',
  noPicture: '没有这张图片，或不是图片',

  nothingListed: '还没有活动。',
  when: { ongoing: '进行中', upcoming: '即将举行', past: '已结束' },
  more: '……还有更多',
  listed: ({ id, startsAt, endsAt, status, title, venueName }: EventCard, when: string) =>
    showControls(
      `${id}　${toFullDate(startsAt)} → ${toFullDate(endsAt)}　${when}${STATUS[status]}　${title}　${venueName}`,
    ),
};
