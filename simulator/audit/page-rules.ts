import type { SetDataEntry } from '../record/ledger.ts';
import { type AuditRule, asCount, asKb, asTimes, placeOf } from './audit-rule.ts';
import type { Look, Reading, Visit } from './visit.ts';

const SECOND = 1000;

/** Rules about setData, nodes, answers, lines and sharing. Limits are WeChat's: see the rule table. */
export const PAGE_RULES: AuditRule[] = [
  { rule: 'setdata.rate', limit: 20, kind: 'most', show: (n) => `${n}/s`, read: readRate },
  { rule: 'setdata.size', limit: 256 * 1024, kind: 'most', show: asKb, read: readSize },
  { rule: 'setdata.limit', limit: 1024 * 1024, kind: 'most', show: asKb, read: readSize },
  nodeRule(
    'nodes.count',
    1000,
    ({ nodes }) => nodes.count,
    () => 'nodes',
  ),
  nodeRule(
    'nodes.depth',
    30,
    ({ nodes }) => nodes.depth,
    () => 'levels',
  ),
  nodeRule(
    'nodes.children',
    60,
    ({ nodes }) => nodes.children.most,
    ({ nodes }) => `children of ${nodes.children.at}`,
  ),
  { rule: 'request.repeated', limit: 0, kind: 'most', show: asCount, read: readRepeated },
  { rule: 'display.line-height', limit: 1.3, kind: 'least', show: asTimes, read: readLines },
  { rule: 'share.offered', limit: 0, kind: 'most', show: asCount, read: readShared },
];

function nodeRule(
  rule: AuditRule['rule'],
  limit: number,
  value: (look: Look) => number,
  what: (look: Look) => string,
): AuditRule {
  const read = (visit: Visit) =>
    visit.looks.map((look) => ({
      page: look.page,
      value: value(look),
      says: `${value(look)} ${what(look)} (${placeOf(visit, look.act)})`,
    }));
  return { rule, limit, kind: 'most', show: asCount, read };
}

/** The most setData calls within any one second, by page. */
function readRate(visit: Visit): Reading[] {
  return [...groupBy(visit.setData, ({ page }) => page)].map(([page, entries]) => {
    const { count, from } = busiestSecond(entries);
    return { page, value: count, says: `${count} calls from ${from} ms on (${visit.stop})` };
  });
}

function busiestSecond(entries: readonly SetDataEntry[]): { count: number; from: number } {
  const times = entries.map(({ at }) => at).sort((one, other) => one - other);
  let busiest = { count: 0, from: 0 };
  let first = 0;
  for (const [index, at] of times.entries()) {
    while (at - (times[first] ?? at) >= SECOND) first += 1;
    const count = index - first + 1;
    if (count > busiest.count) busiest = { count, from: times[first] ?? at };
  }
  return busiest;
}

function readSize(visit: Visit): Reading[] {
  return visit.setData.map(({ page, bytes, keys }) => ({
    page,
    value: bytes,
    says: `${bytes} bytes in ${keys.slice(0, 3).join(', ')} (${visit.stop})`,
  }));
}

/**
 * Answers that came again with the same content although nothing was done in between: what a person asks for again,
 * by pulling, is no repetition.
 */
function readRepeated(visit: Visit): Reading[] {
  return [...groupBy(visit.looks, ({ act }) => act)].flatMap(([act, looks]) => {
    const answers = looks.flatMap((look) => look.answers);
    const alike = groupBy(answers, ({ page, method, url, digest }) =>
      [page, method, url, digest].join(' '),
    );
    return [...alike.values()].map((same): Reading => {
      const [{ page, url } = { page: '', url: '' }] = same;
      return {
        page,
        value: same.length - 1,
        says: `${url} ${same.length} times (${placeOf(visit, act)})`,
      };
    });
  });
}

function readLines(visit: Visit): Reading[] {
  return visit.looks.flatMap(({ page, lines, act }) =>
    lines.map(({ at, ratio }) => ({
      page,
      value: ratio,
      says: `${at}: ${ratio.toFixed(2)} (${placeOf(visit, act)})`,
    })),
  );
}

/** How many of the things are missing that others need to see of a shared page. */
function readShared({ page, card, entry, stop }: Visit): Reading[] {
  const missing = [
    ...(card ? missingOf('chat card', card, ['title', 'path', 'imageUrl']) : ['chat card']),
    ...(entry ? missingOf('timeline entry', entry, ['title', 'imageUrl']) : ['timeline entry']),
  ];
  return [{ page, value: missing.length, says: `missing: ${missing.join(', ')} (${stop})` }];
}

function missingOf<T extends Record<string, unknown>>(
  what: string,
  shared: T,
  names: (keyof T & string)[],
): string[] {
  return names.filter((name) => !shared[name]).map((name) => `${name} of the ${what}`);
}

export function groupBy<T>(members: readonly T[], key: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const name = key(member);
    const group = groups.get(name);
    if (group) group.push(member);
    else groups.set(name, [member]);
  }
  return groups;
}
