import { type AuditRule, asCount, placeOf } from './audit-rule.ts';
import { AXE_RULES, type AxeRule } from './axe-rules.ts';
import type { AxeFinding } from './measures.ts';
import type { Reading, Visit } from './visit.ts';

/** What axe-core finds, and what it cannot know about a mini-program. */
export const ACCESSIBILITY_RULES: AuditRule[] = [
  {
    ...{ rule: 'display.contrast', limit: 0, kind: 'most', show: asCount },
    read: (visit) => readAxe(visit, 'display.contrast'),
  },
  {
    ...{ rule: 'display.labels', limit: 0, kind: 'most', show: asCount },
    read: (visit) => [...readAxe(visit, 'display.labels'), ...readNameless(visit)],
  },
];

/** One reading a look, with the number of elements; one more for each element, so that each is named. */
function readAxe(visit: Visit, rule: 'display.contrast' | 'display.labels'): Reading[] {
  return visit.looks.flatMap(({ page, axe, act }) => {
    const found = (axe ?? []).filter((finding) => ruleOf(finding) === rule);
    return toReadings(
      page,
      found.map(({ rule: name, at, says }) => `${name}: ${at}: ${says} (${placeOf(visit, act)})`),
    );
  });
}

function ruleOf({ rule }: AxeFinding) {
  return AXE_RULES[rule as AxeRule];
}

function readNameless(visit: Visit): Reading[] {
  return visit.looks.flatMap(({ page, nameless, act }) =>
    toReadings(
      page,
      nameless.map(({ at, lacks }) => `${at} lacks ${lacks} (${placeOf(visit, act)})`),
    ),
  );
}

function toReadings(page: string, says: string[]): Reading[] {
  if (says.length === 0) return [{ page, value: 0, says: '' }];
  return says.map((one) => ({ page, value: says.length, says: one }));
}
