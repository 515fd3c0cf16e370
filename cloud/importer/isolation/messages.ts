import type { ListPage } from '../lists/read-list-page.ts';
import type { PageFacts, RawPage } from '../page.ts';
import type { Result } from '../result.ts';

/** What a thread may be asked: each task with what it takes and what comes of it. */
export interface Tasks {
  page: { asked: { page: RawPage }; result: Result<PageFacts> };
  /** A list page of a column, the `number`th from 1. */
  list: { asked: { page: RawPage; address: string; number: number }; result: Result<ListPage> };
}

export type ReadRequest = {
  [Task in keyof Tasks]: { task: Task } & Tasks[Task]['asked'];
}[keyof Tasks];

/** What it answers, once for each request. */
export type ReadAnswer =
  | { kind: 'read'; result: Tasks[keyof Tasks]['result'] }
  /** The importer itself failed: a bug, not a page that exceeds its limits. */
  | { kind: 'broken'; detail: string };

/** A body is hundreds of small objects: one text takes half the time of a clone of them all. */
export const writeAnswer = (answer: ReadAnswer): string => JSON.stringify(answer);

/** Members that are undefined are not there any more. */
export const readAnswer = (text: string): ReadAnswer => JSON.parse(text);
