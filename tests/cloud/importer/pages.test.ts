import { beforeAll, describe, expect, it } from '@jest/globals';
import { reportFile } from '../../../cloud/importer/report/report-file.ts';
import type { PageReport } from '../../../cloud/importer/report/report-page.ts';
import { listInputs } from '../../../cloud/importer/sources/list-inputs.ts';

const FOLDER = new URL('../../fixtures/pages', import.meta.url).pathname;

/** Pages whose text must be equal to the letter, and what the others must keep and may add at most. */
const LEAST_EQUAL = 58;
const LEAST_KEPT = 0.995;

const FOOTERS =
  /网站标识码|ICP备\S*\d{5}|公网安备\s*\d|打印本页|关闭窗口|上一篇|下一篇|责任编辑|字体大小|当前位置/u;

let reports: PageReport[];
beforeAll(async () => {
  const inputs = await listInputs([FOLDER]);
  const files = inputs.filter((input) => input.kind === 'file');
  const all = await Promise.all(files.map(reportFile));
  reports = all.filter((report) => report !== undefined);
});

/** What is wrong, by page: an empty list says more than a number when it fails. */
const listWrong = (isRight: (report: PageReport) => boolean) =>
  reports.filter((report) => !isRight(report)).map(({ name }) => name.replace(FOLDER, ''));

describe('the pages of the fixtures', () => {
  it('are at least 60 over at least 12 layouts, each with its expectation', () => {
    expect(reports.length).toBeGreaterThanOrEqual(60);
    const layouts = new Set(reports.map(({ name }) => name.split('/').at(-2)));
    expect(layouts.size).toBeGreaterThanOrEqual(12);
    expect(listWrong(({ text }) => text !== undefined)).toEqual([]);
  });

  it.each(['title', 'source', 'date'] as const)('all have the right %s', (field) => {
    expect(listWrong((report) => report.failure === undefined && report[field].isRight)).toEqual(
      [],
    );
  });

  it(`have a text equal to the expected, ${LEAST_EQUAL} of them to the letter`, () => {
    const equal = reports.filter(({ text }) => text?.isEqual);
    expect(equal.length).toBeGreaterThanOrEqual(LEAST_EQUAL);
    const isKept = ({ text }: PageReport) =>
      text !== undefined &&
      text.kept >= LEAST_KEPT * text.expected &&
      text.added <= (1 - LEAST_KEPT) * text.expected;
    expect(listWrong(isKept)).toEqual([]);
  });

  it('hold no line of a footer', () => {
    expect(listWrong(({ added }) => added.every((line) => !FOOTERS.test(line)))).toEqual([]);
  });

  it.each(['images', 'attachments', 'pages'] as const)('account for all their %s', (list) => {
    expect(listWrong((report) => report[list].isRight)).toEqual([]);
  });

  it('account for every film and recording: kept, or reported', () => {
    const isSaid = ({ media, warnings }: PageReport) =>
      media.isRight || warnings.some((text) => /<(?:video|audio|iframe|embed|mpvoice)>/.test(text));
    expect(listWrong(isSaid)).toEqual([]);
  });
});
