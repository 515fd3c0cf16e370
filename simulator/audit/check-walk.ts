import type { Row } from './judge.ts';
import type { Known, Stop } from './stop.ts';

/** Rows for pages of app.json that the walk leaves out, and for stops at pages that are not in it. */
export function checkWalk(stops: readonly Stop[], pages: readonly string[]): Row[] {
  const walked = new Set(stops.map(({ page }) => page));
  const missing = pages.filter((page) => !walked.has(page));
  const unknown = [...walked].filter((page) => !pages.includes(page));
  return [
    ...missing.map((page) => toRow(page, 'not walked', 'no stop of the walk is at this page')),
    ...unknown.map((page) => toRow(page, 'not in app.json', 'a stop of the walk is at this page')),
  ];
}

function toRow(page: string, measured: string, fault: string): Row {
  return {
    ...{ rule: 'walk', page, measured, limit: 'every page', ok: false, value: null },
    ...{ faults: [fault], known: null },
  };
}

/**
 * Marks rows that are known, as long as their figure is no worse than it was. A known row that holds again, or that does
 * not exist, fails: the list names nothing that is no longer so.
 */
export function applyKnown(rows: readonly Row[], known: readonly Known[]): Row[] {
  const find = ({ rule, page }: Row) => known.find((one) => one.rule === rule && one.page === page);
  const marked = rows.map((row) => {
    const entry = find(row);
    if (!entry || row.ok || row.value === null || isWorse(row, entry)) return row;
    return { ...row, known: `${entry.since}: ${entry.reason}` };
  });
  const stale = known.filter(
    ({ rule, page }) => !rows.some((row) => row.rule === rule && row.page === page && !row.ok),
  );
  return [
    ...marked,
    ...stale.map(({ rule, page }) => ({
      ...toRow(page, 'holds', `${rule} holds there: take it off the list of what is known`),
      limit: 'known to fail',
    })),
  ];
}

function isWorse({ limit, value }: Row, { figure }: Known): boolean {
  if (value === null) return false;
  return limit.startsWith('≥') ? value < figure : value > figure;
}
