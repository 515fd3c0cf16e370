import type { PageReport, ReportedField, ReportedList } from '../importer/report/report-page.ts';
import { showControls } from './show-controls.ts';

/** What all reported pages come to. */
export interface ReportTotals {
  pages: number;
  /** Pages with an expectation beside them. */
  compared: number;
  right: number;
  /** Pages whose text is equal to the expected. */
  equalTexts: number;
  expectedCharacters: number;
  keptCharacters: number;
  addedCharacters: number;
  images: number;
  attachments: number;
  media: number;
  warnings: number;
}

const KINDS: Record<string, string> = {
  paragraph: '段落',
  heading: '小标题',
  image: '图片',
  gallery: '图集',
  list: '列表',
  quote: '引用',
  table: '表格',
  video: '视频',
  audio: '音频',
  attachment: '附件',
  linkCard: '链接',
  divider: '分隔线',
  unknown: '不认识',
};

const toMark = (isRight: boolean) => (isRight ? '✓' : '✗');

function toFieldLine(label: string, field: ReportedField): string {
  const expected =
    field.isRight || field.expected === undefined ? '' : `，应为「${field.expected}」`;
  return `  ${toMark(field.isRight)} ${label}：${field.found || '（无）'}（${field.at}）${expected}`;
}

function toListLines(label: string, list: ReportedList): string[] {
  if (list.found.length === 0 && (list.expected ?? []).length === 0) return [];
  const count =
    list.expected === undefined
      ? `${list.found.length}`
      : `${list.found.length}／应有 ${list.expected.length}`;
  const missing = (list.expected ?? []).filter((name) => !list.found.includes(name));
  const added =
    list.expected === undefined ? [] : list.found.filter((name) => !list.expected?.includes(name));
  return [
    `  ${toMark(list.isRight)} ${label}：${count}`,
    ...missing.map((name) => `      缺少 ${name}`),
    ...added.map((name) => `      多出 ${name}`),
  ];
}

const toPercent = (part: number, whole: number) =>
  whole === 0 ? '100.00' : ((100 * part) / whole).toFixed(2);

function toTextLines({ text, characters }: PageReport): string[] {
  if (text === undefined) return [`  · 文字：${characters} 字`];
  const kept = `${text.kept}／应有 ${text.expected} 字（${toPercent(text.kept, text.expected)}%），多出 ${text.added} 字`;
  if (text.difference === undefined) return [`  ✓ 文字：${kept}`];
  const { line, expected, found } = text.difference;
  return [
    `  ✗ 文字：${kept}`,
    `      第 ${line} 行应为「${expected}」`,
    `      　　　　却是「${found}」`,
  ];
}

/** Nothing was read and nothing expected: there is no more to tell than why. */
const isUnread = ({ failure, bodyAt, title, source, date }: PageReport) =>
  failure !== undefined &&
  bodyAt === 'none' &&
  [title, source, date].every(({ at, expected }) => at === 'none' && expected === undefined);

function toFoundLines(report: PageReport): string[] {
  const kinds = Object.entries(report.kinds).map(
    ([kind, count]) => `${KINDS[kind] ?? kind} ${count}`,
  );
  return [
    toFieldLine('标题', report.title),
    toFieldLine('来源', report.source),
    toFieldLine('时间', report.date),
    `  · 正文：${[report.bodyAt, ...(kinds.length === 0 ? [] : [kinds.join('、')])].join('；')}`,
    ...toTextLines(report),
    ...toListLines('图片', report.images),
    ...toListLines('附件', report.attachments),
    ...toListLines('音视频', report.media),
    ...(report.pages.isRight ? [] : toListLines('页数', report.pages)),
  ];
}

/** Everything that the report says, once. */
export const reportWords = {
  usage: `用法：npm run import:report -- [--json] 文件|文件夹 …

逐页报告导入程序从网页里读到了什么、在哪里读到的，不写入，也不连网络。
网页旁边有同名的 .expected 文件时，与它比较；有一处不符，命令以 1 结束。

选项：
  --json   输出 JSON
  --help   显示这段说明`,
  unknownFlag: (flag: string) => `不认识的选项 ${flag}。`,
  noNames: '没有说要看哪个文件夹。',
  noNetwork: (name: string) => `不读网址：${name}`,
  nothing: '里面没有 .txt、.html、.htm 或 .docx 文件。',
  failed: (name: string, reason: string) => `✗ ${showControls(`${name}：${reason}`)}`,
  page: (report: PageReport): string[] =>
    [
      `${toMark(report.isRight)} ${report.name}`,
      ...(report.failure === undefined ? [] : [`  ✗ ${report.failure}`]),
      ...(isUnread(report) ? [] : toFoundLines(report)),
      ...report.warnings.map((warning) => `  ！${warning}`),
    ].map(showControls),
  totals: (totals: ReportTotals): string[] => [
    `共 ${totals.pages} 页；与 .expected 比较 ${totals.compared} 页，全部相符 ${totals.right} 页，文字相同 ${totals.equalTexts} 页`,
    `文字 ${totals.keptCharacters}／应有 ${totals.expectedCharacters} 字（${toPercent(totals.keptCharacters, totals.expectedCharacters)}%），多出 ${totals.addedCharacters} 字；图片 ${totals.images}、附件 ${totals.attachments}、音视频 ${totals.media}、提醒 ${totals.warnings}`,
  ],
};
