import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  process: ChildProcess;
  /** Resolves with the first match in what the program writes to stdout; rejects when it ends before. */
  waitFor: (pattern: RegExp) => Promise<RegExpExecArray>;
  ended: Promise<Ended>;
}

/**
 * Starts a program of this repository as its users do.
 *
 * @param script path from the root
 * @param env replaces every variable of ours but PATH
 */
export function startProgram(script: string, args: string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, script), ...args], {
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
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    stdout,
    stderr,
  }));
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
