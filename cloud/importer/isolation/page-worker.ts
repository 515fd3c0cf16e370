import { parentPort } from 'node:worker_threads';
import { readListPage } from '../lists/read-list-page.ts';
import { readPage } from '../read-page.ts';
import { type ReadAnswer, type ReadRequest, writeAnswer } from './messages.ts';

async function read(request: ReadRequest): Promise<ReadAnswer> {
  const result =
    request.task === 'page'
      ? await readPage(request.page)
      : readListPage(request.page, request.address, request.number);
  return { kind: 'read', result };
}

const answer = (request: ReadRequest): Promise<ReadAnswer> =>
  read(request).catch((error: unknown) => ({
    kind: 'broken',
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));

let last: Promise<unknown> = Promise.resolve();

/** Reads one page after the other, in a thread whose memory is limited; see `page-reader.ts`. */
parentPort?.on('message', (request: ReadRequest) => {
  // Word files take several turns: the next page waits until this one is answered.
  last = last.then(async () => parentPort?.postMessage(writeAnswer(await answer(request))));
});
