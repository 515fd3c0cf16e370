import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { fail } from '../result.ts';
import { reasons } from '../words.ts';
import type { ReadAnswer, ReadRequest, Tasks } from './messages.ts';
import { type ReadLimits, startWorker } from './start-worker.ts';

/** One thread, and who waits for it. */
export interface Lane {
  /** Requests that are read or wait. */
  waiting: () => number;
  ask: <Task extends keyof Tasks>(
    request: { task: Task } & Tasks[Task]['asked'],
  ) => Promise<Tasks[Task]['result']>;
  close: () => Promise<void>;
}

type Ending =
  | { kind: 'answered'; answer: ReadAnswer }
  | { kind: 'late' }
  | { kind: 'died'; error: unknown };

async function waitForAnswer(worker: Worker, timeoutMs: number): Promise<Ending> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort('late'), timeoutMs);
  try {
    // `once` rejects with the error event: a heap that is full, or an exception that nobody caught.
    const [answer] = await Promise.race([
      once(worker, 'message', { signal: waiting.signal }),
      once(worker, 'exit', { signal: waiting.signal }).then(([code]) => {
        throw new Error(`the reading thread ended with ${code}`);
      }),
    ]);
    return { kind: 'answered', answer: answer as ReadAnswer };
  } catch (error) {
    return waiting.signal.aborted ? { kind: 'late' } : { kind: 'died', error };
  } finally {
    clearTimeout(timer);
    waiting.abort();
  }
}

const isOutOfMemory = (error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Reads in a thread with limits of heap and time, one after the other. A thread that exceeded a limit is thrown away with
 * everything it held, and the next page gets a new one.
 */
export function createLane(limits: ReadLimits): Lane {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  let waiting = 0;

  /** A thread that ends while nothing is read is replaced by the next page. */
  function start(): Worker {
    const started = startWorker(limits);
    started.on('error', () => undefined);
    started.once('exit', () => {
      if (worker === started) worker = undefined;
    });
    worker = started;
    return started;
  }

  async function discard(): Promise<void> {
    const old = worker;
    worker = undefined;
    await old?.terminate();
  }

  async function readNow<Task extends keyof Tasks>(
    request: { task: Task } & Tasks[Task]['asked'],
  ): Promise<Tasks[Task]['result']> {
    if (closed) return fail(reasons.readerClosed);
    const reading = worker ?? start();
    reading.ref();
    reading.postMessage(request as ReadRequest);
    const ending = await waitForAnswer(reading, limits.timeoutMs);
    reading.unref();
    if (ending.kind === 'answered') {
      if (ending.answer.kind === 'read') return ending.answer.result as Tasks[Task]['result'];
      throw new Error(ending.answer.detail);
    }
    await discard();
    if (ending.kind === 'late') return fail(reasons.exhaustsTime(limits.timeoutMs));
    if (closed) return fail(reasons.readerClosed);
    if (isOutOfMemory(ending.error)) return fail(reasons.exhaustsMemory(limits.heapMegabytes));
    throw ending.error;
  }

  /** One after the other: what one page takes must not count for the next. */
  function inTurn<Task extends keyof Tasks>(request: { task: Task } & Tasks[Task]['asked']) {
    const reading = last.then(() => readNow<Task>(request));
    // For the order alone: whoever asked gets the failure itself.
    last = reading.catch(() => undefined);
    waiting += 1;
    return reading.finally(() => {
      waiting -= 1;
    });
  }

  return {
    waiting: () => waiting,
    ask: inTurn,
    close: async () => {
      closed = true;
      await discard();
    },
  };
}
