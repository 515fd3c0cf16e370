import { parentPort } from 'node:worker_threads';
import { readPage } from '../read-page.ts';
import type { ReadAnswer, ReadRequest } from './messages.ts';

/** Reads one page after the other, in a thread whose memory is limited; see `page-reader.ts`. */
parentPort?.on('message', async ({ page }: ReadRequest) => {
  const answer: ReadAnswer = await readPage(page).then(
    (result) => ({ kind: 'read', result }),
    (error: unknown) => ({
      kind: 'broken',
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  parentPort?.postMessage(answer);
});
