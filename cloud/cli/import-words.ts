import type { Channel } from '../../types/channel.ts';
import type { SaveOutcome } from '../domain/drafts.ts';
import type { PossibleDuplicate, SaveArticleOutcome } from '../domain/save-article-outcome.ts';
import { FIELD_WORDS } from './field-words.ts';
import type { ImportTally } from './import-tally.ts';
import { showControls } from './show-controls.ts';

const SAVED: Record<SaveOutcome['kind'], string> = {
  created: '新增',
  updated: '更新',
  unchanged: '未变',
};

const HIDDEN: Record<NonNullable<SaveArticleOutcome['hidden']>, string> = {
  draft: '是草稿',
  scheduled: '还没有到发布时间',
  withdrawn: '已撤回',
};

type KeptPart = NonNullable<SaveArticleOutcome['kept']>[number];

/** Everything that the command itself says to an editor, once. */
export const importWords = {
  usage: `用法：npm run import -- [选项] 文件|文件夹|网址 …

把网站文章（.txt、.html、.htm、Word 的 .docx 或网址）导入小程序。

选项：
  --channel ID   放进哪个栏目；不写时，新文章放进 news，已有的文章不换栏目
  --site 名称    网站名称，默认取网页上的
  --title 标题   代替文件里的标题，只能导入一篇时用
  --source 出处  代替文件里的文章出处
  --date 日期    代替文件里的发布时间，如 2026-11-25 或 "2026-11-25 09:30"
  --draft        新文章先存成草稿，用 npm run article -- publish 发布
  --partial      缺页的文章也更新已有的，例如网站已经删去后面几页
  --dry-run      只显示会导入什么，不写入
  --help         显示这段说明`,
  unknownFlag: (flag: string) => `不认识的选项 ${flag}。`,
  needsValue: (flag: string) => `选项 ${flag} 后面缺少内容。`,
  takesNoValue: (flag: string) => `选项 ${flag} 后面不能有内容。`,
  badDate: (text: string) => `--date 不是有效的日期：${text}。`,
  oneTitle: '--title 只能在导入一篇时使用。',
  noNames: '没有说要导入什么。',
  unknownChannel: (id: string, channels: readonly Channel[]) =>
    `没有栏目 ${id}。可用的栏目：${channels.map((channel) => `${channel.id}（${channel.name}）`).join('、')}`,
  nothing: '没有可导入的内容：里面没有 .txt、.html、.htm 或 .docx 文件。',
  skipped: (name: string, count: number) =>
    `跳过　${showControls(name)}：${count} 个不是网页的文件`,
  joined: (name: string, first: string) =>
    showControls(`跳过　${name}：是文章的另一页，已和 ${first} 一起导入`),
  failed: (name: string, reason: string) => `失败　${showControls(`${name}：${reason}`)}`,
  warning: (warning: string) => `　　　注意：${showControls(warning)}`,
  notSaved: (detail: string) => `没有保存（${detail}）。`,
  withheld: (title: string, id: string, pages: readonly string[]) =>
    `文章“${title}”（${id}）有 ${pages.length} 页没有取到（${pages.join('、')}），已有的文章没有改动。请稍后再导入一次；网站确实没有这些页时，加上 --partial 再导入。`,
  lacks: (pages: number) => `缺 ${pages} 页，读者看到的文章不完整。`,
  newPartial: (pages: number) =>
    `缺 ${pages} 页，读者看到的文章不完整；请稍后再导入一次，会自动补上。`,
  saved: (kind: SaveOutcome['kind'], title: string, id: string) =>
    `${SAVED[kind]}　${showControls(title)}（${id}）`,
  hidden: (state: NonNullable<SaveArticleOutcome['hidden']>) =>
    `这篇文章${HIDDEN[state]}，读者看不到`,
  kept: ({ field, site }: KeptPart) =>
    typeof site === 'string'
      ? `保留编辑改过的${FIELD_WORDS[field]}；网站现在是“${site}”`
      : `保留编辑改过的${FIELD_WORDS[field]}；网站的${FIELD_WORDS[field]}不同`,
  duplicate: ({ id, title }: PossibleDuplicate) =>
    `可能重复：与“${title}”（${id}）网站相同、日期相近，正文几乎一样`,
  tally: ({ created, updated, unchanged, failed }: ImportTally) =>
    `新增 ${created} · 更新 ${updated} · 未变 ${unchanged} · 失败 ${failed}`,
  dryTally: (read: number, failed: number) => `试运行，没有写入：可导入 ${read} · 失败 ${failed}`,
};
