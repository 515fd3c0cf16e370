import { toEndWords, toFullDate } from '../../../rules/date-words.ts';
import type { Channel } from '../../../types/channel.ts';
import type { LifeRefusal } from '../../domain/article-changes.ts';
import type { ContentField } from '../../domain/article-content.ts';
import type { ArticleLife, ArticleState } from '../../domain/article-state.ts';
import type { PossibleDuplicate } from '../../domain/save-article-outcome.ts';
import type { ArticleVersion } from '../../store/article-versions.ts';
import type { EditorCard } from '../../store/editor-articles.ts';
import type { VersionKind } from '../../store/tables/article-life.ts';
import { FIELD_WORDS } from '../field-words.ts';
import { showControls } from '../show-controls.ts';

export const STATE_WORDS: Readonly<Record<ArticleState, string>> = {
  draft: '草稿',
  scheduled: '定时发布',
  published: '已发布',
  expired: '已过期',
  withdrawn: '已撤回',
};

const VERSION_WORDS: Readonly<Record<VersionKind, string>> = {
  imported: '导入',
  corrected: '改正',
  restored: '恢复旧版本',
  published: '发布',
  scheduled: '定时发布',
  drafted: '退回草稿',
  withdrawn: '撤回',
  pinned: '置顶',
  unpinned: '取消置顶',
  expiring: '设定过期时间',
};

const REFUSALS: Readonly<Record<LifeRefusal, string>> = {
  seen: '读者已经能看到它。要让读者看不到，请用 withdraw 撤回，并写明原因。',
  unseen: '它还没有发布，读者没有看到过。',
  expired: '它已经过期。请先用 expire 编号 --never，或改一个以后的过期时间。',
  withdrawn: '它已经撤回。要重新发布，请用 publish。',
  past: '这个时间已经过去了，请写以后的时间。',
  'expires-first': '它在那之前就过期了。请先用 expire 改过期时间。',
};

/** In China: `2026-11-26 09:00`. */
const toTime = (at: number) => toFullDate(new Date(at).toISOString());
/** A day is meant until its midnight: `2026-12-31`. */
const toUntil = (at: number) => toEndWords(new Date(at).toISOString());
const toEnd = (at: number | null) => (at === null ? '无' : toUntil(at));
const listFields = (fields: readonly ContentField[]) =>
  fields.map((field) => FIELD_WORDS[field]).join('、');
const line = (name: string, value: string) => `${name.padEnd(5, '　')}${showControls(value)}`;

/** Everything that `npm run article` says to an editor, once. */
export const articleWords = {
  usage: `用法：npm run article -- 命令 …

管理小程序里的文章。“文章”写编号，或标题里的几个字。

查看：
  list               最近的文章
    --state 状态       只看 草稿、定时发布、已发布、已过期 或 已撤回
    --channel 栏目     只看一个栏目，如 notices
  show 文章          一篇文章的状态、来源、版本和页面
  history 文章       它的每一次改动

发布：
  publish 文章       发布草稿；撤回的也用它重新发布
  schedule 文章 --at '2026-12-01 09:00'
                     到时间自动发布
  draft 文章         定时的退回草稿
  withdraw 文章 --reason '原因'
                     撤回：页面只留标题和原因，列表里不再出现
  pin 文章           在首页和所在栏目置顶，最多显示 5 篇，新置顶的在前
    --until '2026-12-31'  到这一天为止
  unpin 文章         取消置顶
  expire 文章 --at '2026-12-31'
                     过了这一天标为“已过期”；--never 不过期

改正（以后再导入，改过的部分不会被网站覆盖）：
  correct 文章       --title 标题  --source 出处  --date 发布时间  --channel 栏目
                     --summary 摘要  --body 文件（.txt 或 .html）
    --based-on 版本    你看到的版本号；别人改过就不改
  restore 文章 --version 版本
                     恢复成那个版本的内容

  --by 名字          谁改的，不写时用电脑上的用户名
  --note 文字        给其他编辑看的说明
  --help             显示这段说明`,

  noCommand: '没有说要做什么。',
  unknownCommand: (name: string) => `没有命令 ${showControls(name)}。`,
  noOperand: '没有说是哪篇文章。',
  tooMuch: (word: string) => `多了“${showControls(word)}”：有空格的文字请放在引号里。`,
  unknownFlag: (flag: string) => `不认识的选项 ${showControls(flag)}。`,
  foreignFlag: (command: string, flag: string) =>
    `命令 ${command} 没有选项 ${showControls(flag)}。`,
  needsValue: (flag: string) => `选项 ${flag} 后面缺少内容。`,
  takesNoValue: (flag: string) => `选项 ${flag} 后面不能有内容。`,
  controls: (flag: string) => `选项 --${flag} 里不能有换行或控制字符。`,
  tooLong: (flag: string, length: number, most: number) =>
    `选项 --${flag} 有 ${length} 字，最多 ${most} 字。`,
  badState: (state: string) =>
    `没有状态“${showControls(state)}”。可用的状态：${Object.values(STATE_WORDS).join('、')}`,
  badTime: (text: string) =>
    `看不懂时间“${showControls(text)}”：请写成 '2026-12-01 09:00' 或 2026-12-01。`,
  noTime: "没有说什么时候发布：请加 --at '2026-12-01 09:00'。",
  noClock: "请写明几点发布，如 --at '2026-12-01 09:00'。",
  noEnd: '没有说什么时候过期：请加 --at 日期，或 --never 表示不过期（只能写一个）。',
  noReason: '没有写撤回的原因：请加 --reason，读者会看到它。',
  noCorrection: '没有说改什么：请加 --title、--source、--date、--channel、--summary 或 --body。',
  noVersion: '没有说恢复哪个版本：请加 --version，版本号见 history。',
  badVersion: (text: string) => `“${showControls(text)}”不是版本号。`,

  noArticle: (named: string) => `没有编号或标题是“${showControls(named)}”的文章。`,
  several: (found: readonly EditorCard[], hasMore: boolean) =>
    [
      '标题里有这些字的不止一篇，请写编号，或多写几个字：',
      ...found.map(({ id, title }) => `  ${id}　${showControls(title)}`),
      ...(hasMore ? ['  ……还有更多'] : []),
    ].join('\n'),
  unknownChannel: (id: string, channels: readonly Channel[]) =>
    `没有栏目 ${showControls(id)}。可用的栏目：${channels.map((channel) => `${channel.id}（${channel.name}）`).join('、')}`,
  nothingListed: '没有这样的文章。',
  listed: ({ id, publishedAt, state, isPinned, title }: EditorCard, channelName: string) =>
    showControls(
      `${id}　${toFullDate(publishedAt)}　${STATE_WORDS[state]}${isPinned ? ' · 置顶' : ''}　${channelName}　${title}`,
    ),

  title: (title: string) => line('标题', title),
  id: (id: string) => line('编号', id),
  state: (state: ArticleState, { visibleAt, withdrawnAt, withdrawnReason }: ArticleLife) => {
    if (state === 'scheduled' && visibleAt !== null) {
      return line('状态', `${STATE_WORDS[state]}：${toTime(visibleAt)}`);
    }
    if (state === 'withdrawn' && withdrawnAt !== null) {
      return line('状态', `${STATE_WORDS[state]}：${toTime(withdrawnAt)}，${withdrawnReason}`);
    }
    return line('状态', STATE_WORDS[state]);
  },
  pinned: (until: number | null) => line('置顶', until === null ? '一直' : `到 ${toUntil(until)}`),
  expires: (at: number) => line('过期', toUntil(at)),
  part: (field: ContentField, value: string) => line(FIELD_WORDS[field], value),
  body: (count: number, attachments: number) => `${count} 段，附件 ${attachments} 个`,
  origin: (site: string, address: string | null) =>
    line('来自', address === null ? site : `${site}　${address}`),
  newest: (version: string) => line('版本', version),
  page: (id: string) => line('页面', `pages/article/index?id=${id}`),
  corrected: (field: ContentField, site: string | undefined) =>
    `　　编辑改过${FIELD_WORDS[field]}，导入时保留${site === undefined ? '' : `；网站是“${showControls(site)}”`}`,
  bodyDiffers: '与现在不同的正文',
  duplicate: ({ id, title }: PossibleDuplicate) => `　　可能重复：${id}　${showControls(title)}`,
  version: ({ number, at, by, how, fields, from, note }: ArticleVersion) =>
    showControls(
      [
        `第 ${number} 版　${toTime(at)}　${VERSION_WORDS[how]}`,
        ...(fields.length > 0 ? [listFields(fields)] : []),
        ...[by, from, note].filter((text) => text !== ''),
      ].join('　'),
    ),

  changed: (name: string, from: string, to: string) =>
    `${name}　${showControls(from)} → ${showControls(to)}`,
  states: { state: '状态', pin: '置顶', end: '过期', reason: '撤回原因' },
  toState: (state: ArticleState, { visibleAt }: ArticleLife) =>
    state === 'scheduled' && visibleAt !== null
      ? `${STATE_WORDS[state]}（${toTime(visibleAt)}）`
      : STATE_WORDS[state],
  toPin: ({ pinnedAt, pinnedUntil }: ArticleLife) =>
    pinnedAt === null ? '无' : pinnedUntil === null ? '一直' : `到 ${toUntil(pinnedUntil)}`,
  toTime,
  toEnd,
  pinnedFirst: '已排到置顶的最前面。',
  done: (title: string, version: number) =>
    `《${showControls(title)}》已改，现在是第 ${version} 版。`,
  unchanged: (title: string) => `《${showControls(title)}》本来就是这样，没有改动。`,
  refused: (title: string, state: ArticleState, refusal: LifeRefusal) =>
    `没有改：《${showControls(title)}》${STATE_WORDS[state]}。${REFUSALS[refusal]}`,
  outdated: (base: number, newest: string) =>
    `没有改：第 ${base} 版之后又改过了（${newest}）。请先用 show 看看现在的内容，再改；不写 --based-on 就直接改。`,
  noSuchVersion: (version: number, newest: number) =>
    `没有第 ${version} 版，最新的是第 ${newest} 版。`,
  followsSite: (fields: readonly ContentField[]) =>
    `${listFields(fields)}与网站一致了，以后随网站更新。`,
  badFile: (file: string, reason: string) => `读不了 ${showControls(file)}：${reason}`,
  fileKind: '只能是 .txt、.html 或 .htm 文件',
  emptyBody: '里面没有正文',
  warning: (warning: string) => `注意：${showControls(warning)}`,
  noticeCancelled: (id: string) => `这篇文章的通知 ${id} 已一并取消，还没发出的不再发送。`,
};
