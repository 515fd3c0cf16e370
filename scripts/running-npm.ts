/** A command of this project as a child, for checks that run one as a newcomer does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const READY_LIMIT_MS = 10 * 60_000;
const STOP_LIMIT_MS = 30_000;

export interface Running {
  child: ChildProcess;
  /** The address it printed. */
  url: string;
  seconds: number;
}

export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

export function waitForExit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('It did not stop in 30 s.')), STOP_LIMIT_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

/** Starts `npm` with these arguments and waits for the ready line. */
export function startNpm(args: string[], port: number, dataDir: string): Promise<Running> {
  const startedAt = Date.now();
  const child = spawn('npm', args, {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`No ready line in ten minutes; it printed:\n${output}`));
    }, READY_LIMIT_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`It ended with ${code} before it was ready; it printed:\n${output}`));
    });
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const url = /ready: (http:\S+)/.exec(output)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve({ child, url, seconds: (Date.now() - startedAt) / 1000 });
    });
  });
}

/** After a stop: what npm had started must follow it. @param otherwise what was still so, for the error */
export async function waitUntil(otherwise: string, holds: () => Promise<boolean>): Promise<void> {
  const givenUpAt = Date.now() + STOP_LIMIT_MS;
  while (!(await holds())) {
    if (Date.now() > givenUpAt) throw new Error(`30 s after the stop ${otherwise}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}
