import { toFullDate } from '../../rules/date-words.ts';
import { padTwo, toCivilTime } from '../../rules/utc8.ts';
import type { ArticleState } from '../domain/article-state.ts';
import { toEditorReason } from '../domain/notice-words.ts';
import type { TitledSubject } from '../store/find-by-title.ts';
import type { DeliveryCount } from '../store/notice-report.ts';
import type { DeliveryState, NoticeState } from '../store/tables.ts';
import { showControls } from './show-controls.ts';

const NOTICE_STATES: Record<NoticeState, string> = {
  scheduled: '定时，还没有到时间',
  spreading: '正在分发',
  published: '已发布',
  cancelled: '已取消',
  halted: '已停发',
};

const DELIVERY_STATES: Record<DeliveryState, string> = {
  queued: '等待发送',
  sending: '正在发送',
  sent: '已发送',
  unknown: '结果不明（微信没有回答，不会自动重发）',
  failed: '没有发出',
  refused: '微信没有收下',
  no_credit: '没有订阅次数（只在“通知”里看到）',
  cancelled: '已取消',
};

/** Of an article that can't be told of. */
const HIDDEN_STATES: Partial<Record<ArticleState, string>> = {
  draft: '还是草稿',
  scheduled: '定时发布，还没有到时间',
  withdrawn: '已撤回',
};

/** In China: `2026-11-26 09:00`. */
const toTime = (at: number) => toFullDate(new Date(at).toISOString());

function toClock(at: number): string {
  const { hour, minute } = toCivilTime(at);
  return `${padTwo(hour)}:${padTwo(minute)}`;
}

/** Everything that `npm run notice` says to an editor, once. */
export const noticeWords = {
  usage: `用法：npm run notice -- 命令 …

给订阅了的读者发通知。

命令：
  publish 编号或标题 发布一篇文章或一个活动的通知；标题写其中几个字就行
    --note 文字        备注，最多 200 字
    --urgent           紧急：夜里（21:00–08:00）也发
    --at '时间'        到时间再发，如 '2026-11-26 09:00'
    --again            通知过的内容再发一次
    --dry-run          只显示会怎样发，不发布
  test 编号或标题 --to 读者编号
                     先发给一位读者试试，读者编号见小程序“我的”；也可以加 --note 文字
  list               最近 20 条通知
  show 通知编号      一条通知发得怎样
  cancel 通知编号    取消一条通知：没有发出的不再发
  line               现在有没有停发，为什么
  resume             解除停发：原因已经处理好
  deliver            把到时间的都发出去，发完结束（没有常驻服务的平台用）

  --help             显示这段说明`,

  noCommand: '没有说要做什么。',
  unknownCommand: (name: string) => `没有命令 ${showControls(name)}。`,
  noOperand: { subject: '没有说是哪篇文章或哪个活动。', notice: '没有说是哪条通知。' },
  tooMuch: (word: string) => `多了“${showControls(word)}”：有空格的文字请放在引号里。`,
  unknownFlag: (flag: string) => `不认识的选项 ${showControls(flag)}。`,
  foreignFlag: (command: string, flag: string) =>
    `命令 ${command} 没有选项 ${showControls(flag)}。`,
  needsValue: (flag: string) => `选项 ${flag} 后面缺少内容。`,
  takesNoValue: (flag: string) => `选项 ${flag} 后面不能有内容。`,
  noReader: '没有说发给谁：请加 --to 编号，编号见小程序“我的”。',
  noteLong: (length: number, most: number) => `备注有 ${length} 字，最多 ${most} 字。`,
  noteControls: '备注里不能有换行或控制字符。',
  badTime: (text: string) =>
    `看不懂时间“${showControls(text)}”：请写成 '2026-11-26 09:00'，或带时区的 2026-11-26T09:00:00+08:00。`,
  pastTime: (at: number) => `${toTime(at)} 已经过去了，请写以后的时间。`,
  farTime: (at: number) => `${toTime(at)} 太远了，请写一年以内的时间。`,

  sampleTemplates: (path: string) => `没有设置微信账号和 NOTICE_TEMPLATES，使用样例模板 ${path}。`,
  noTemplates:
    '没有设置 NOTICE_TEMPLATES，不知道用哪个模板。请参照 config/notice-templates.sample.json 写好模板配置，把 NOTICE_TEMPLATES 设成它的路径。',
  badTemplates: (problem: string) => `模板配置：${showControls(problem)}`,
  noTemplate: (topic: string, kind: string) =>
    `“${showControls(topic)}”还没有模板：请在模板配置里加上 ${kind}，再运行 npm run wechat:check 核对。`,
  severalSubjects: (found: readonly TitledSubject[], hasMore: boolean) =>
    [
      '标题里有这些字的不止一篇，请写编号，或多写几个字：',
      ...found.map(({ subject, title }) => `  ${subject.id}　${showControls(title)}`),
      ...(hasMore ? ['  ……还有更多'] : []),
    ].join('\n'),
  noSubject: (named: string) => `没有编号或标题是“${showControls(named)}”的文章或活动。`,
  notShown: (state: ArticleState, title: string) =>
    `没有发：“${showControls(title)}”${HIDDEN_STATES[state]}，读者打不开。请先用 npm run article -- publish 发布它。`,
  noAccountOf: (code: string) =>
    `没有编号为 ${showControls(code)} 的读者，请核对小程序“我的”里的编号。`,

  topic: (name: string, title: string) => showControls(`${name}　${title}`),
  field: (field: string, label: string | undefined, text: string) =>
    showControls(`　　${field}（${label ?? '固定文字'}）　${text}`),
  page: (page: string) => showControls(`　　点开　${page}`),
  audience: (reached: number, withoutCredit: number) =>
    `收到消息 ${reached} 人；没有订阅次数 ${withoutCredit} 人，只在“通知”里看到`,
  nobody: '现在没有人订阅。',
  sendNow: '发送时间　现在',
  sendAfterNight: (from: number) =>
    `发送时间　现在是夜间，${toClock(from)} 后发送（加 --urgent 马上发）`,
  sendAt: (at: number) => `发送时间　${toTime(at)}`,
  sendAfterThatNight: (at: number, from: number) =>
    `发送时间　${toTime(at)}；那时是夜间，${toClock(from)} 后发送（加 --urgent 准时发）`,
  dryRun: '试运行，没有发布。',
  saved: (id: string) => `已发布，通知编号 ${id}。`,
  planned: (id: string, at: number) => `已定时，通知编号 ${id}，${toTime(at)} 发送。`,
  next: (id: string) =>
    `看结果：npm run notice -- show ${id}　取消：npm run notice -- cancel ${id}`,
  toldBefore: (id: string, state: NoticeState, at: number) =>
    `这个内容通知过了：${toTime(at)}，通知编号 ${id}，${NOTICE_STATES[state]}。要再发一次，请加 --again。`,
  onlyTo: (code: string) => `只发给　${showControls(code)}`,
  noCredit: (topic: string) =>
    `没有发：这位读者没有“${showControls(topic)}”的订阅次数。请先在小程序里点“订阅”，再试一次。`,

  noNotices: '还没有通知。',
  noNotice: (id: string) => `没有编号为 ${showControls(id)} 的通知。`,
  listed: (parts: {
    id: string;
    at: number;
    state: NoticeState;
    topic: string;
    title: string;
    marks: readonly string[];
  }) =>
    showControls(
      `${parts.id}　${toTime(parts.at)}　${NOTICE_STATES[parts.state]}　${[...parts.marks, parts.topic].join(' · ')}　${parts.title}`,
    ),
  urgent: '紧急',
  single: '只给一人',
  sums: (sent: number, all: number) => `　　已发送 ${sent} / ${all}`,
  number: (id: string) => `通知编号　${id}`,
  state: (state: NoticeState, code: number | null) =>
    `状态　　　${NOTICE_STATES[state]}${state === 'halted' ? `：${toEditorReason(code)}` : ''}`,
  time: (at: number) => `发布时间　${toTime(at)}`,
  count: ({ state, code, count, isReturned }: DeliveryCount) => {
    // A failure without a code is one of the network; elsewhere no code says that nothing is wrong.
    const hasReason = code !== null || state === 'failed';
    const returned = isReturned ? '（订阅次数已退回）' : '';
    return `　　${DELIVERY_STATES[state]}${returned} ${count}${hasReason ? `：${toEditorReason(code)}` : ''}`;
  },
  noCounts: '　　还没有分发。',
  cancelled: (taken: number) =>
    taken === 0 ? '已取消。' : `已取消：${taken} 条消息不再发送，占用的订阅次数已退回。`,
  overAlready: (state: NoticeState) =>
    `没有可取消的：这条通知${NOTICE_STATES[state]}，没有等待发送的消息。`,

  running: '没有停发。',
  quiet: (from: number) => `现在是夜间，不紧急的通知 ${toClock(from)} 后发送。`,
  stopped: (scope: string, code: number) =>
    `${scope === 'all' ? '全部停发' : `模板 ${showControls(scope)} 停发`}：${toEditorReason(code)}（${code}）`,
  stopTimes: (since: number, until: number) =>
    `　　从 ${toTime(since)} 起，${toTime(until)} 自动再试；处理好了可以马上继续：npm run notice -- resume`,
  resumed: (scope: string, code: number) =>
    `已解除${scope === 'all' ? '全部停发' : `模板 ${showControls(scope)} 的停发`}，原因是：${toEditorReason(code)}（${code}）`,
  nothingToResume: '本来就没有停发。',

  badSettings: (problem: string) => `设置：${problem}`,
  noAccount:
    '没有设置微信账号，不能发送。请设置 WECHAT_APPID 和 WECHAT_SECRET，再运行 npm run wechat:check 核对。',
  trouble: (what: string) => `注意：${showControls(what)}`,
  lost: (count: number) => `${count} 条消息由中途停下的程序发送，结果不明，不会自动重发。`,
  delivered: '这次发送：',
  deliveredNothing: '没有要发的。',
  waiting: (count: number) => `　　还在等待 ${count}`,
};
