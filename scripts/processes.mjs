/** What `ps` tells of processes; nothing where there is no `ps`. */
import { spawnSync } from 'node:child_process';

function ask(pid, columns) {
  const args = ['-p', String(pid), ...columns.flatMap((column) => ['-o', `${column}=`])];
  const { status, stdout } = spawnSync('ps', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

/** Whether a process with this number runs. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** When a process began: tells it from a later one that was given the same number. Empty when unknown. */
export function toStartTime(pid) {
  return ask(pid, ['lstart']);
}

/** The npm that this process runs under, with or without a shell between; undefined when there is none. */
export function findNpm() {
  let pid = process.ppid;
  for (let level = 0; level < 3 && pid > 1; level += 1) {
    const [, parent, command] = /^(\d+)\s+(.*)$/.exec(ask(pid, ['ppid', 'args'])) ?? [];
    if (/^npm\b|\bnpm-cli\.js\b/.test(command ?? '')) return pid;
    pid = Number(parent ?? 0);
  }
  return undefined;
}
