import { RULES } from '../rules/rule-table.ts';
import { ACCESSIBILITY_RULES } from './accessibility.ts';
import { type AuditRule, asCount, holds } from './audit-rule.ts';
import { IMAGE_RULES } from './images.ts';
import { groupBy, PAGE_RULES } from './page-rules.ts';
import { TAP_RULES } from './tap-areas.ts';
import type { Reading, Visit } from './visit.ts';

/** One line of the audit's table. */
export type Row = {
  /** A rule of the table, `errors`, or `walk` for the script itself. */
  rule: string;
  page: string;
  /** The worst figure, in words; empty where there was nothing to measure. */
  measured: string;
  limit: string;
  ok: boolean;
  /** The figure itself; null where there is none. */
  value: number | null;
  /** Each thing beyond the limit. */
  faults: string[];
  /** Why a row that is not ok is let through; null for every other row. */
  known: string | null;
};

export const AUDIT_RULES: readonly AuditRule[] = [
  ...PAGE_RULES,
  ...IMAGE_RULES,
  ...TAP_RULES,
  ...ACCESSIBILITY_RULES,
  { rule: 'errors', limit: 0, kind: 'most', show: asCount, read: readErrors },
];

/** Every rule for every page that was walked, then every other rule that was broken on the way. */
export function judge(visits: readonly Visit[], pages: readonly string[]): Row[] {
  const walked = pages.filter((page) => visits.some((visit) => visit.page === page));
  const rows = AUDIT_RULES.flatMap((rule) => {
    const readings = visits.flatMap((visit) => rule.read(visit));
    return walked.map((page) => toRow(rule, page, readings));
  });
  return [...rows, ...brokenRules(visits)];
}

function toRow(rule: AuditRule, page: string, readings: readonly Reading[]): Row {
  const here = readings.filter((reading) => reading.page === page);
  const faults = here.filter(({ value }) => !holds(rule, value)).map(({ says }) => says);
  const value = worstOf(rule, here);
  return {
    ...{ rule: rule.rule, page, ok: faults.length === 0, known: null, value },
    measured: value === null ? '' : rule.show(value),
    limit: `${rule.kind === 'most' ? '≤' : '≥'} ${rule.show(rule.limit)}`,
    faults: [...new Set(faults)],
  };
}

function worstOf({ kind }: AuditRule, readings: readonly Reading[]): number | null {
  const worse = kind === 'most' ? Math.max : Math.min;
  return readings.reduce<number | null>(
    (worst, { value }) => (worst === null ? value : worse(worst, value)),
    null,
  );
}

/** Errors that broke no rule by name. */
function readErrors(visit: Visit): Reading[] {
  return visit.errors
    .filter(({ level, rule }) => level === 'error' && rule === null)
    .map(({ source, message }) => ({
      page: visit.page,
      value: 1,
      says: `${source}: ${message.split('\n')[0]} (${visit.stop}, ${visit.theme})`,
    }));
}

/** Rules that are held while a program runs have a row only when they were broken. */
function brokenRules(visits: readonly Visit[]): Row[] {
  const judged = new Set<string>(AUDIT_RULES.map(({ rule }) => rule));
  const broken = visits.flatMap((visit) =>
    visit.errors.flatMap(({ rule, message }) =>
      rule === null || judged.has(rule) ? [] : [{ rule, message, visit }],
    ),
  );
  const groups = groupBy(broken, ({ rule, visit }) => `${rule} ${visit.page}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const faults = group.map(({ message, visit }) => `${message} (${visit.stop}, ${visit.theme})`);
    return [
      {
        ...{ rule: first.rule, page: first.visit.page, ok: false, known: null },
        ...{ value: group.length, measured: asCount(group.length), limit: '≤ 0' },
        faults: [...new Set(faults), RULES[first.rule].sentence],
      },
    ];
  });
}
