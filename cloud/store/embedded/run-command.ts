import { spawn } from 'node:child_process';

/** Whom a program runs as; empty for the user who started us. */
export type RunAs = { uid: number; gid: number } | Record<string, never>;

export interface CommandResult {
  /** Null when the program could not be started at all; `output` then says why. */
  code: number | null;
  output: string;
}

/**
 * The environment of PostgreSQL's programs: English messages whatever the machine speaks, and none of the `PG…`
 * variables that would redirect them.
 */
export function toServerEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_') && name !== 'LANG',
  );
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

/** Runs a program to its end and returns its code with everything it said. Never rejects. */
export function runCommand(
  program: string,
  args: readonly string[],
  runAs: RunAs = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...runAs,
      cwd: '/',
      env: toServerEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output: output.trim() }));
  });
}
