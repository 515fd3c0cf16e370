import type { PageFacts, RawPage } from '../page.ts';
import type { Result } from '../result.ts';

/** What a worker is asked. */
export interface ReadRequest {
  page: RawPage;
}

/** What it answers, once for each request. */
export type ReadAnswer =
  | { kind: 'read'; result: Result<PageFacts> }
  /** The importer itself failed: a bug, not a page that exceeds its limits. */
  | { kind: 'broken'; detail: string };
