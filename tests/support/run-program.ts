import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';
import { findCanary } from './canaries.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What each program that runs has told so far. */
const running = new Set<() => string>();

/** @throws Error when a program told what nobody may be told */
function forbidCanaries(text: string): void {
  const canary = findCanary(text);
  if (canary !== undefined) throw new Error(`a program tells ${canary}: ${text.slice(0, 2_000)}`);
}

// Also those whose end no test waits for.
afterAll(() => {
  for (const tell of running) forbidCanaries(tell());
});

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  process: ChildProcess;
  /** Resolves with the first match in what the program writes to stdout; rejects when it ends before. */
  waitFor: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Rejects when the program told a canary. */
  ended: Promise<Ended>;
}

/** The script that the run's set-up made of a program, or its source. */
export function toCommand(script: string): string[] {
  const bundled = join(process.env.TEST_PROGRAMS ?? '', script.replace(/\.ts$/, '.mjs'));
  if (process.env.TEST_PROGRAMS && existsSync(bundled)) return [bundled];
  return ['--import', 'tsx', join(ROOT, script)];
}

/**
 * Starts a program of this repository as its users do.
 *
 * @param script path from the root
 * @param env replaces every variable of ours but PATH
 */
export function startProgram(script: string, args: string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, [...toCommand(script), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const tell = () => stdout + stderr;
  running.add(tell);
  const ended = once(child, 'close').then(([code]) => {
    running.delete(tell);
    forbidCanaries(tell());
    return { code: code as number | null, stdout, stderr };
  });
  return {
    process: child,
    ended,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(stdout);
          if (match) resolve(match);
        };
        child.stdout.on('data', look);
        child.once('close', () =>
          reject(new Error(`ended without ${pattern}: ${stdout}${stderr}`)),
        );
        look();
      }),
  };
}

export function runProgram(script: string, args: string[], env: Record<string, string>) {
  return startProgram(script, args, env).ended;
}

export interface Folder {
  path: string;
  remove: () => Promise<void>;
}

/**
 * A folder of a test's own, with a space in its name.
 *
 * @param mode what others may do in it; 0700 closes it to the account that PostgreSQL runs as under root
 */
export async function makeFolder(mode = 0o755): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'jiangmen test '));
  await chmod(path, mode);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
