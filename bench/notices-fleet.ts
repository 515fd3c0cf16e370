import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { DelivererParts, DelivererWord } from './notices-deliverer.ts';

/** Several delivering processes; one that is killed is started again. */
export interface Fleet {
  /** `kill -9` for the one that has worked longest, where all of them work: on a slow machine some may still be starting. */
  killOne: () => void;
  kills: () => number;
  /** The most memory that one of them took, in bytes. */
  peak: () => number;
  /** Ends all of them. @throws Error when one had ended by itself */
  stop: () => Promise<void>;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles the program first: compiled anew at each start, a program that is started every second would take half the
 * machine.
 */
async function bundleDeliverer(): Promise<string> {
  const outfile = join(HERE, '../.cache/bench/notices-deliverer.mjs');
  await build({
    ...{ entryPoints: [join(HERE, 'notices-deliverer.ts')], outfile, bundle: true },
    ...{ platform: 'node', format: 'esm', target: 'node20', packages: 'external' },
  });
  return outfile;
}

/** Ends a program that understands `stop`. */
export async function dismiss(program: ChildProcess): Promise<void> {
  const ended = once(program, 'exit');
  program.send('stop');
  await ended;
}

/** Returns when all of them work. */
export async function startFleet(size: number, parts: DelivererParts): Promise<Fleet> {
  const program = await bundleDeliverer();
  const running = new Set<ChildProcess>();
  /** In the order in which they began to work. */
  const working: ChildProcess[] = [];
  const replacements: Promise<void>[] = [];
  const broken: string[] = [];
  let kills = 0;
  let peak = 0;

  /** Returns when it works, or has ended. */
  function start(): Promise<void> {
    const deliverer = fork(program, [JSON.stringify(parts)], { execArgv: [] });
    running.add(deliverer);
    return new Promise((resolve) => {
      deliverer.on('message', (word: DelivererWord) => {
        if (word.kind === 'memory') peak = Math.max(peak, word.peak);
        else working.push(deliverer);
        resolve();
      });
      deliverer.once('exit', (code) => {
        if (running.delete(deliverer)) broken.push(`a delivering process ended with ${code}`);
        resolve();
      });
    });
  }

  await Promise.all(Array.from({ length: size }, start));
  return {
    killOne: () => {
      const oldest = working.length < size ? undefined : working.shift();
      if (oldest === undefined) return;
      running.delete(oldest);
      oldest.kill('SIGKILL');
      kills += 1;
      replacements.push(start());
    },
    kills: () => kills,
    peak: () => peak,
    stop: async () => {
      await Promise.all(replacements);
      const last = [...running];
      running.clear();
      await Promise.all(last.map(dismiss));
      if (broken.length > 0) throw new Error(broken.join('\n'));
    },
  };
}
