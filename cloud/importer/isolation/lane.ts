import type { Worker } from 'node:worker_threads';
import { fail } from '../result.ts';
import { reasons } from '../words.ts';
import { type ReadAnswer, type ReadRequest, readAnswer, type Tasks } from './messages.ts';
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

type AnyResult = Tasks[keyof Tasks]['result'];

/** A request, and whoever waits for its answer. */
interface Asked {
  request: ReadRequest;
  resolve: (result: AnyResult) => void;
  reject: (error: unknown) => void;
}

/** The thread has the next page before it has answered, and never waits for us. More would only be sent twice if it died. */
const POSTED_AHEAD = 2;

const isOutOfMemory = (error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Reads in a thread with limits of heap and time, one after the other: what one page takes does not count for the next. A
 * thread that exceeded a limit is thrown away with everything it held, and the next page gets a new one.
 */
export function createLane(limits: ReadLimits): Lane {
  /** In the order of their answers: the first is being read. */
  const asked: Asked[] = [];
  /** How many of them the thread has. */
  let posted = 0;
  let worker: Worker | undefined;
  /** While a thread that was thrown away still holds what it had. */
  let ending: Promise<unknown> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  /** A thread that ends while nothing is read is replaced by the next page. */
  function start(): Worker {
    const started = startWorker(limits);
    started.on('message', (text: string) => {
      if (worker === started) takeAnswer(readAnswer(text));
    });
    // A heap that is full, or an exception that nobody caught; the exit follows.
    started.on('error', (error) => giveUp(started, error));
    started.on('exit', (code) =>
      giveUp(started, new Error(`the reading thread ended with ${code}`)),
    );
    worker = started;
    return started;
  }

  function post(): void {
    // What the next page may take does not begin before the last one has let go of it.
    if (ending !== undefined) return;
    if (asked.length === 0) {
      worker?.unref();
      return;
    }
    const reading = worker ?? start();
    reading.ref();
    while (posted < asked.length && posted < POSTED_AHEAD) {
      reading.postMessage((asked[posted] as Asked).request);
      posted += 1;
    }
    timer ??= setTimeout(() => tooLate(reading), limits.timeoutMs);
  }

  function stopTimer(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  /** The first request is over. */
  function takeFirst(): Asked | undefined {
    stopTimer();
    return asked.shift();
  }

  function takeAnswer(answer: ReadAnswer): void {
    const first = takeFirst();
    posted -= 1;
    if (answer.kind === 'read') first?.resolve(answer.result);
    else first?.reject(new Error(answer.detail));
    post();
  }

  /** Throws the thread away: what it had and did not begin is for the next one. */
  async function discard(): Promise<void> {
    const old = worker;
    worker = undefined;
    posted = 0;
    if (old !== undefined) ending = old.terminate();
    await ending;
    ending = undefined;
  }

  async function tooLate(reading: Worker): Promise<void> {
    if (worker !== reading) return;
    const first = takeFirst();
    await discard();
    first?.resolve(fail(reasons.exhaustsTime(limits.timeoutMs)));
    post();
  }

  async function giveUp(dead: Worker, error: unknown): Promise<void> {
    if (worker !== dead) return;
    const first = takeFirst();
    await discard();
    if (closed) first?.resolve(fail(reasons.readerClosed));
    else if (isOutOfMemory(error))
      first?.resolve(fail(reasons.exhaustsMemory(limits.heapMegabytes)));
    else first?.reject(error);
    post();
  }

  return {
    waiting: () => asked.length,
    ask: <Task extends keyof Tasks>(request: { task: Task } & Tasks[Task]['asked']) =>
      new Promise<Tasks[Task]['result']>((resolve, reject) => {
        if (closed) {
          resolve(fail(reasons.readerClosed));
          return;
        }
        asked.push({
          request: request as ReadRequest,
          resolve: resolve as Asked['resolve'],
          reject,
        });
        post();
      }),
    close: async () => {
      closed = true;
      stopTimer();
      for (const { resolve } of asked.splice(0)) resolve(fail(reasons.readerClosed));
      await discard();
    },
  };
}
