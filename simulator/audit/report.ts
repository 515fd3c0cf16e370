import type { Row } from './judge.ts';

/** So many things beyond a limit are named; the rest is counted. */
const NAMED = 8;

/** The table of an audit as text, what fails named below its row; the last line counts. */
export function toReport(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => [toLine(row, rows), ...toDetails(row)]);
  const known = rows.filter((row) => row.known !== null).length;
  const failed = failures(rows).length;
  const counts = `${rows.length - known - failed} passed, ${failed} failed`;
  return [...lines, '', ...(known > 0 ? [`${known} known`] : []), counts].join('\n');
}

/** Rows that fail the audit. */
export function failures(rows: readonly Row[]): Row[] {
  return rows.filter(({ ok, known }) => !ok && known === null);
}

function toLine({ rule, page, measured, limit, ok, known }: Row, rows: readonly Row[]): string {
  const wide = (pick: (row: Row) => string) => Math.max(...rows.map((row) => pick(row).length));
  const mark = ok ? '✓' : known === null ? '✗' : '~';
  return [
    mark,
    rule.padEnd(wide((row) => row.rule)),
    page.padEnd(wide((row) => row.page)),
    (measured || '–').padStart(wide((row) => row.measured)),
    limit,
  ].join('  ');
}

function toDetails({ ok, known, faults }: Row): string[] {
  if (ok) return [];
  const rest = faults.length - NAMED;
  return [
    ...(known === null ? [] : [`     known since ${known}`]),
    ...(known === null ? faults.slice(0, NAMED).map((fault) => `     ${fault}`) : []),
    ...(known === null && rest > 0 ? [`     and ${rest} more`] : []),
  ];
}
