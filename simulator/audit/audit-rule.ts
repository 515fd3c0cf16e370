import type { RuleId } from '../rules/rule-table.ts';
import type { Reading, Visit } from './visit.ts';

/** A rule as the audit holds it: how it is read off a visit, and how far the figure may go. */
export type AuditRule = {
  /** A rule of the table, or `errors` for what went wrong without breaking one. */
  rule: RuleId | 'errors';
  limit: number;
  /** `least` where the figure must reach the limit; else it may not go beyond. */
  kind: 'most' | 'least';
  /** Words of the figure, as `12 KB`. */
  show: (value: number) => string;
  read: (visit: Visit) => Reading[];
};

export const asCount = (value: number): string => String(value);
export const asPx = (value: number): string => `${Math.round(value * 10) / 10} px`;
export const asTimes = (value: number): string => `${value.toFixed(2)} ×`;
export const asKb = (value: number): string => `${(value / 1024).toFixed(1)} KB`;

/** Whether a figure is within a rule's limit. */
export function holds({ kind, limit }: AuditRule, value: number): boolean {
  return kind === 'most' ? value <= limit : value >= limit;
}

/** Where a visit was when something was seen. */
export function placeOf(visit: Visit, act: string): string {
  return `${visit.stop}, ${visit.theme}, ${act}`;
}
