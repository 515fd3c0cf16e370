/** How much of an expected text arrived. Counts are characters (code points); line ends are none. */
export interface TextComparison {
  isEqual: boolean;
  expected: number;
  /** Characters of the expected text that arrived, in order. */
  kept: number;
  /** Characters that arrived and were not expected. */
  added: number;
  /** The first line that differs. */
  difference: { line: number; expected: string; found: string } | undefined;
}

/** Texts longer than this, after what is equal at both ends, are compared line by line. */
const MAX_COMPARED = 20_000;

/** The length of the longest common subsequence. */
function countCommon<T>(a: readonly T[], b: readonly T[], weight: (item: T) => number): number {
  let before = new Float64Array(b.length + 1);
  let row = new Float64Array(b.length + 1);
  for (const item of a) {
    const gain = weight(item);
    for (let at = 1; at <= b.length; at += 1) {
      row[at] =
        b[at - 1] === item
          ? (before[at - 1] as number) + gain
          : Math.max(before[at] as number, row[at - 1] as number);
    }
    [before, row] = [row, before];
  }
  return before[b.length] as number;
}

function countKept(expected: readonly string[], found: readonly string[]): number {
  const a = [...expected.join('')];
  const b = [...found.join('')];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end += 1;
  const middle = [a.slice(start, a.length - end), b.slice(start, b.length - end)] as const;
  if (Math.max(middle[0].length, middle[1].length) > MAX_COMPARED)
    return countCommon(expected, found, (line) => [...line].length);
  return start + end + countCommon(...middle, () => 1);
}

/** Compares two texts, each a list of lines without blank ones. */
export function compareText(expected: readonly string[], found: readonly string[]): TextComparison {
  const length = [...expected.join('')].length;
  const foundLength = [...found.join('')].length;
  const at = [...expected, ''].findIndex((line, index) => line !== (found[index] ?? ''));
  const isEqual = expected.length === found.length && at === -1;
  const kept = isEqual ? length : countKept(expected, found);
  return {
    isEqual,
    expected: length,
    kept,
    added: foundLength - kept,
    difference: isEqual
      ? undefined
      : {
          line: (at === -1 ? expected.length : at) + 1,
          expected: expected[at] ?? '',
          found: found[at === -1 ? expected.length : at] ?? '',
        },
  };
}
