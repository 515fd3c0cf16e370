/** Starts npm the way this process was started by it, or as the `npm` on the path. */
import { spawnSync } from 'node:child_process';

/** Runs npm to its end with our own output. @returns the result of spawnSync */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  return spawnSync(program, [...first, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  });
}
