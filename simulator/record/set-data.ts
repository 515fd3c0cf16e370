import type { Ledger, SetDataEntry } from './ledger.ts';

/** WeChat's audit asks for less than this, in bytes of JSON. */
export const ADVISED_BYTES = 256 * 1024;
/** More than this never reaches the view: 单次设置的数据不能超过 1024kB. */
export const MOST_BYTES = 1024 * 1024;

const SECOND = 1000;

/**
 * Notes one setData and holds it against WeChat's sizes. False when it is too large to reach the
 * page: the caller must leave the data as it is.
 */
export function noteSetData(
  ledger: Ledger,
  page: string,
  component: string | null,
  data: Record<string, unknown>,
): boolean {
  const { bytes, keys } = ledger.addSetData(page, component, data);
  const what = `${component ?? page} sets ${keys.join(', ')} with ${Math.ceil(bytes / 1024)} KB`;
  if (bytes > MOST_BYTES) {
    ledger.breakRule('setdata.limit', what);
    return false;
  }
  if (bytes > ADVISED_BYTES) ledger.breakRule('setdata.size', what);
  return true;
}

/** What a number of setData come to. */
type SetDataTotals = {
  calls: number;
  /** Keys that were set, counted with every call. */
  keys: number;
  bytes: number;
  /** Bytes of the largest call. */
  largest: number;
  /** Calls within the second that had the most of them. */
  mostInOneSecond: number;
};

export type SetDataSummary = {
  pages: ({ page: string } & SetDataTotals)[];
  /** One row a page and interaction, in the order of their first calls. */
  interactions: ({ page: string; interaction: string } & SetDataTotals)[];
};

/** Adds up the ledger's setData by page, and by what the person did on it. */
export function summarise(entries: readonly SetDataEntry[]): SetDataSummary {
  const pages = groupBy(entries, ({ page }) => page);
  const interactions = groupBy(entries, ({ page, interaction }) => `${page}\n${interaction}`);
  return {
    pages: pages.map((group) => ({ page: group[0].page, ...toTotals(group) })),
    interactions: interactions.map((group) => ({
      page: group[0].page,
      interaction: group[0].interaction,
      ...toTotals(group),
    })),
  };
}

type Group = [SetDataEntry, ...SetDataEntry[]];

function groupBy(entries: readonly SetDataEntry[], keyOf: (entry: SetDataEntry) => string) {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const known = groups.get(keyOf(entry));
    if (known) known.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return [...groups.values()];
}

function toTotals(group: Group): SetDataTotals {
  const sum = (of: (entry: SetDataEntry) => number) =>
    group.reduce((total, entry) => total + of(entry), 0);
  return {
    calls: group.length,
    keys: sum(({ keys }) => keys.length),
    bytes: sum(({ bytes }) => bytes),
    largest: Math.max(...group.map(({ bytes }) => bytes)),
    mostInOneSecond: mostWithin(
      group.map(({ at }) => at),
      SECOND,
    ),
  };
}

/** The most of these moments, in rising order, that lie within one span. */
function mostWithin(moments: readonly number[], span: number): number {
  let first = 0;
  let most = 0;
  moments.forEach((moment, index) => {
    while (moment - (moments[first] ?? moment) >= span) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
