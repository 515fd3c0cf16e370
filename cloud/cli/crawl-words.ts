import type { CrawlEvent } from '../crawl/crawl-parts.ts';
import type { ListLink } from '../importer/lists/list-links.ts';
import type { ListedColumn } from '../store/crawl-columns.ts';
import { showControls } from './show-controls.ts';

const SAVED = { created: '新增', updated: '更新', unchanged: '未变' } as const;

const toMinute = (date: Date) =>
  new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Everything that the command itself says to an editor, once. */
export const crawlWords = {
  usage: `用法：npm run crawl -- 栏目网址 [选项]
　　　npm run crawl -- add 栏目网址 [选项]
　　　npm run crawl -- list
　　　npm run crawl -- remove 栏目网址
　　　npm run crawl -- run

抓取网站一个栏目的文章：读列表页，只取新的文章。写网址是现在抓取一次；add 之后由服务程序定时抓取，run 是现在抓取所有定时的栏目。
中途停下时，再运行一次就从停下的地方接着抓取。

选项：
  --channel ID   放进哪个栏目，默认 news；已有的文章不换栏目
  --site 名称    网站名称，默认取网页上的
  --pages N      最多读几页列表，1 到 200，默认 5
  --since 日期   早于这一天的文章不要，如 2026-01-01
  --every N      隔多少分钟抓取一次，10 到 10080，默认 60（只用于 add）
  --dry-run      只显示会抓取哪些文章，不写入
  --help         显示这段说明`,
  unknownFlag: (flag: string) => `不认识的选项 ${flag}。`,
  foreignFlag: (command: string, flag: string) =>
    `${command === 'once' ? '抓取一次' : command} 不能和选项 ${flag} 一起用。`,
  needsValue: (flag: string) => `选项 ${flag} 后面缺少内容。`,
  takesNoValue: (flag: string) => `选项 ${flag} 后面不能有内容。`,
  badNumber: (flag: string, least: number, most: number) =>
    `选项 ${flag} 要写 ${least} 到 ${most} 的整数。`,
  badDate: (text: string) => `--since 不是有效的日期：${text}。`,
  noAddress: '没有说要抓取哪个栏目。',
  badAddress: (reason: string) => `栏目网址不能用：${reason}`,
  tooMuch: (word: string) => `不明白 ${word} 是什么意思。`,
  badDelay: 'CRAWL_DELAY_MS 要写 0 到 600000 的整数。',
  added: (address: string, minutes: number) =>
    `已加入，每 ${minutes} 分钟抓取一次：${showControls(address)}`,
  removed: (address: string) => `已移除，文章不受影响：${showControls(address)}`,
  notFound: (address: string) => `没有这个栏目：${showControls(address)}`,
  noColumns: '还没有栏目。用 npm run crawl -- add 栏目网址 加入。',
  column: (column: ListedColumn) => {
    const when =
      column.every_minutes === null
        ? '只按命令抓取'
        : `每 ${column.every_minutes} 分钟，下次 ${toMinute(column.due_at)}`;
    const since = column.since === null ? '' : ` · ${column.since} 起`;
    return `${showControls(column.address)}\n　　${column.channel_id} · ${when}${since} · 已抓取 ${column.done} · 等待 ${column.waiting} · 失败 ${column.failed}`;
  },
  busy: '另一个进程正在抓取，请稍后再试。',
  waiting: '另一个进程正在抓取，等它结束…',
  trouble: (address: string, reason: string) => `　　　${showControls(`${address}：${reason}`)}`,
  event: (event: CrawlEvent): string => {
    switch (event.kind) {
      case 'list':
        return `列表　${showControls(event.address)}：新文章 ${event.articles}${event.reason === undefined ? '' : `（${event.reason}）`}`;
      case 'same':
        return `未改　${showControls(event.address)}`;
      case 'early':
        return `略过　${showControls(event.address)}：早于 --since`;
      case 'again':
        return `再试　${showControls(`${event.address}：${event.reason}`)}`;
      case 'failed':
        return `失败　${showControls(`${event.address}：${event.reason}`)}`;
      case 'postponed':
        return `暂停　${showControls(`${event.address}：${event.reason}`)}`;
      default:
        return `${SAVED[event.kind]}　${showControls(event.title)}（${event.id}）`;
    }
  },
  bounded: '这次已到上限，其余的下次接着抓取。',
  tally: (counts: ReadonlyMap<CrawlEvent['kind'], number>) => {
    const at = (kind: CrawlEvent['kind']) => counts.get(kind) ?? 0;
    return `新增 ${at('created')} · 更新 ${at('updated')} · 未变 ${at('unchanged') + at('same')} · 再试 ${at('again')} · 失败 ${at('failed')}`;
  },
  found: ({ address, text, date }: ListLink) =>
    `${date ?? '　　　　　'}　${showControls(text)}　${showControls(address)}`,
  dryTally: (pages: number, articles: number) =>
    `试运行，没有写入：列表 ${pages} 页 · 文章 ${articles}`,
};
