/** What stands in the columns of a picker's sheet and which line of each is chosen. */
export type Columns = {
  labels: string[][];
  selected: number[];
};

/** One mode of a picker: its columns for a value, and the value of a choice. */
export type PickerMode = {
  /** Columns for what is chosen at present; null where the value says nothing. */
  columns(
    properties: Readonly<Record<string, unknown>>,
    chosen: number[] | null,
    now: Date,
  ): Columns;
  /** What `change` tells of a choice. */
  value(columns: Columns): unknown;
};

const toLabels = (range: unknown, key: unknown): string[] =>
  (Array.isArray(range) ? (range as unknown[]) : []).map((item) => {
    const named = typeof item === 'object' && item !== null && key;
    return String(named ? (item as Record<string, unknown>)[String(key)] : item);
  });

const within = (index: number, labels: string[]) =>
  Math.min(Math.max(0, Number(index) || 0), Math.max(0, labels.length - 1));

export const selector: PickerMode = {
  columns({ range, rangeKey, value }, chosen) {
    const labels = toLabels(range, rangeKey);
    return { labels: [labels], selected: [within(chosen?.[0] ?? Number(value), labels)] };
  },
  value: ({ selected }) => String(selected[0] ?? 0),
};

export const multiSelector: PickerMode = {
  columns({ range, rangeKey, value }, chosen) {
    const labels = (Array.isArray(range) ? (range as unknown[]) : []).map((one) =>
      toLabels(one, rangeKey),
    );
    const given = chosen ?? (Array.isArray(value) ? (value as number[]) : []);
    return { labels, selected: labels.map((one, column) => within(given[column] ?? 0, one)) };
  },
  value: ({ selected }) => [...selected],
};

/** `first` to `last` as they stand in a column. */
type Span = { first: number; last: number };

function toSpans(
  parts: { low: number; high: number }[],
  start: number[],
  end: number[],
  at: number[],
): Span[] {
  let onStart = true;
  let onEnd = true;
  return parts.map(({ low, high }, index) => {
    const first = onStart ? Math.max(low, start[index] ?? low) : low;
    const last = Math.max(first, onEnd ? Math.min(high, end[index] ?? high) : high);
    const value = Math.min(last, Math.max(first, at[index] ?? first));
    onStart = onStart && value === start[index];
    onEnd = onEnd && value === end[index];
    return { first, last };
  });
}

function toColumns(
  spans: Span[],
  at: number[],
  word: (value: number, column: number) => string,
): Columns {
  const labels = spans.map(({ first, last }, column) =>
    Array.from({ length: last - first + 1 }, (_, index) => word(first + index, column)),
  );
  const selected = spans.map(
    ({ first, last }, column) => Math.min(last, Math.max(first, at[column] ?? first)) - first,
  );
  return { labels, selected };
}

const numbersIn = (text: unknown) => (String(text ?? '').match(/\d+/g) ?? []).map(Number);
const twoDigits = (value: number) => String(value).padStart(2, '0');

const DATE_WORDS = ['年', '月', '日'];
const DATE_FIELDS: Record<string, number> = { year: 1, month: 2, day: 3 };

export const date: PickerMode = {
  columns({ value, start, end, fields }, chosen, now) {
    const count = DATE_FIELDS[String(fields)] ?? 3;
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const from = numbersIn(start);
    const to = numbersIn(end);
    const given = numbersIn(value);
    let at = given.length > 1 || (given[0] ?? 0) > 1000 ? given : today;
    const bounds = (year: number, month: number) => [
      { low: (today[0] ?? 0) - 100, high: (today[0] ?? 0) + 100 },
      { low: 1, high: 12 },
      { low: 1, high: new Date(year, month, 0).getDate() },
    ];
    const spansAt = (shown: number[]) =>
      toSpans(bounds(shown[0] ?? 0, shown[1] ?? 1).slice(0, count), from, to, shown);
    for (const column of chosen ? [0, 1, 2].slice(0, count) : []) {
      at = [...at];
      at[column] = (spansAt(at)[column]?.first ?? 0) + (chosen?.[column] ?? 0);
    }
    return toColumns(spansAt(at), at, (number, column) => `${number}${DATE_WORDS[column] ?? ''}`);
  },
  value: ({ labels, selected }) =>
    selected
      .map((line, column) => twoDigits(Number.parseInt(labels[column]?.[line] ?? '0', 10)))
      .join('-'),
};

export const time: PickerMode = {
  columns({ value, start, end }, chosen, now) {
    const given = numbersIn(value);
    let at = given.length > 1 ? given : [now.getHours(), now.getMinutes()];
    const parts = [
      { low: 0, high: 23 },
      { low: 0, high: 59 },
    ];
    const spansAt = (shown: number[]) => toSpans(parts, numbersIn(start), numbersIn(end), shown);
    for (const column of chosen ? [0, 1] : []) {
      at = [...at];
      at[column] = (spansAt(at)[column]?.first ?? 0) + (chosen?.[column] ?? 0);
    }
    return toColumns(spansAt(at), at, twoDigits);
  },
  value: ({ labels, selected }) =>
    selected.map((line, column) => labels[column]?.[line] ?? '00').join(':'),
};
