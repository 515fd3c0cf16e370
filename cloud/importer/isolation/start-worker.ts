import { Worker } from 'node:worker_threads';

/** What reading one page may cost. */
export interface ReadLimits {
  /** Of the thread's heap. */
  heapMegabytes: number;
  timeoutMs: number;
}

const SCRIPT = new URL('./page-worker.mjs', import.meta.url);

/** Starts a thread that reads pages within the limits of memory. It does not keep the program alive. */
export function startWorker({ heapMegabytes }: ReadLimits): Worker {
  const worker = new Worker(SCRIPT, {
    execArgv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: heapMegabytes,
      maxYoungGenerationSizeMb: Math.max(16, heapMegabytes / 8),
      stackSizeMb: 4,
    },
  });
  worker.unref();
  return worker;
}
