import { describe, expect, it } from '@jest/globals';
import { applyKnown, checkWalk } from '../../../simulator/audit/check-walk.ts';
import type { Row } from '../../../simulator/audit/judge.ts';
import { failures, toReport } from '../../../simulator/audit/report.ts';
import type { Known, Stop } from '../../../simulator/audit/stop.ts';

const stop = (page: string): Stop => ({ name: page, page, ready: '试', acts: [] });
const row = (changed: Partial<Row> = {}): Row => ({
  ...{ rule: 'images.pixels', page: 'one', measured: '2.00 ×', limit: '≤ 1.00 ×', ok: false },
  ...{ value: 2, faults: ['one.webp'], known: null },
  ...changed,
});
const known = (figure: number): Known => ({
  ...{ rule: 'images.pixels', page: 'one', figure, since: '2026-11-25', reason: 'as they came' },
});
const failed = (rows: readonly Row[]) => failures(rows).map(({ rule, page }) => [rule, page]);

describe('the walk', () => {
  it('is whole when it has a stop at every page', () => {
    expect(checkWalk([stop('one'), stop('two'), stop('one')], ['one', 'two'])).toEqual([]);
  });

  it('fails by name for a page that it leaves out', () => {
    const rows = checkWalk([stop('one')], ['one', 'two']);
    expect(failed(rows)).toEqual([['walk', 'two']]);
    expect(rows[0]?.measured).toBe('not walked');
  });

  it('fails by name for a page that app.json does not have', () => {
    const rows = checkWalk([stop('one'), stop('gone')], ['one']);
    expect(failed(rows)).toEqual([['walk', 'gone']]);
    expect(rows[0]?.measured).toBe('not in app.json');
  });
});

describe('what is known', () => {
  it.each([
    ['lets a row through', [row()], 2, []],
    ['does not when it has become worse', [row()], 1.9, [['images.pixels', 'one']]],
    ['fails when the rule holds again', [row({ ok: true, value: 0.9 })], 2, [['walk', 'one']]],
    ['lets no other page through', [row(), row({ page: 'two' })], 2, [['images.pixels', 'two']]],
    ['knows figures that must be large', [row({ limit: '≥ 44 px', value: 40 })], 40, []],
    ['that are too small', [row({ limit: '≥ 44 px', value: 39 })], 40, [['images.pixels', 'one']]],
  ])('%s', (_what, rows, figure, expected) => {
    expect(failed(applyKnown(rows, [known(figure)]))).toEqual(expected);
  });
});

describe('the report', () => {
  it('names what fails below its row and counts in its last line', () => {
    const rows = applyKnown(
      [row(), row({ page: 'two' }), row({ page: 'three', ok: true })],
      [known(2)],
    );
    const report = toReport(rows).split('\n');
    expect(report.find((line) => line.startsWith('✗'))).toMatch(
      /images\.pixels +two +2\.00 × +≤ 1\.00 ×/,
    );
    expect(report).toContain('     one.webp');
    expect(report).toContain('     known since 2026-11-25: as they came');
    expect(report.at(-1)).toBe('1 passed, 1 failed');
  });
});
