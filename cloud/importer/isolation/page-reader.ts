import { availableParallelism } from 'node:os';
import type { ListPage } from '../lists/read-list-page.ts';
import type { PageFacts, RawPage } from '../page.ts';
import type { Result } from '../result.ts';
import { createLane, type Lane } from './lane.ts';
import type { ReadLimits } from './start-worker.ts';

/** Reads pages apart from everything else of the process. */
export interface PageReader {
  /** What the page says of itself; a page that exceeds a limit is a failure with its reason. Throws where the importer has a bug. */
  read: (page: RawPage) => Promise<Result<PageFacts>>;
  /** The articles that a column's list page offers, likewise. @param number of the page in the column, from 1 */
  readList: (page: RawPage, address: string, number: number) => Promise<Result<ListPage>>;
  /** Ends the thread. What is being read then fails. */
  close: () => Promise<void>;
}

/** The longest article we know takes 60 MB and a tenth of a second. */
const LIMITS: ReadLimits = { heapMegabytes: 256, timeoutMs: 20_000 };

/** A thread takes memory for good: a second one is there for whoever asks for several pages at once. */
const MOST_THREADS = Math.min(2, availableParallelism());

/**
 * Reads pages in threads of their own with limits of heap and time: some 80 KB of HTML can grow to gigabytes. The first thread
 * starts with the first page, the second when a page comes while another is read.
 */
export function createPageReader(limits: ReadLimits = LIMITS, threads = MOST_THREADS): PageReader {
  const lanes = Array.from({ length: threads }, () => createLane(limits));
  const pick = (): Lane =>
    lanes.reduce((best, lane) => (lane.waiting() < best.waiting() ? lane : best));
  return {
    read: (page) => pick().ask<'page'>({ task: 'page', page }),
    readList: (page, address, number) =>
      pick().ask<'list'>({ task: 'list', page, address, number }),
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}
