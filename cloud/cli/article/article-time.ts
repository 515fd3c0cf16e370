import { DAY_MS, isPlainDate, toEpochMs } from '../../../rules/utc8.ts';
import { parsePublishDate } from '../../importer/publish-date.ts';

/** A moment as an editor writes it; milliseconds since the epoch. */
export interface EditorTime {
  at: number;
  /** True for a day without a time: then `at` is the midnight in China that ends it. */
  isDay: boolean;
}

/** `2026-12-01 09:00`, `2026年12月1日`: time in China unless it carries an offset. Undefined for what is no date. */
export function parseEditorTime(text: string): EditorTime | undefined {
  const date = parsePublishDate(text);
  if (date === undefined) return undefined;
  const isDay = isPlainDate(date);
  return { at: toEpochMs(date) + (isDay ? DAY_MS : 0), isDay };
}
