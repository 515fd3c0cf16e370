/** A lock between commands of this project, on Node's own modules. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../.cache', import.meta.url));
const WAIT_LIMIT_MS = 15 * 60_000;
const LOOK_AGAIN_MS = 500;
/** A holder writes its number right after taking the lock; one that hasn't after so many looks died in between. */
const LOOKS_WITHOUT_HOLDER = 5;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readHolder(lock) {
  try {
    return Number(readFileSync(path.join(lock, 'pid'), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function tryToTake(lock) {
  try {
    mkdirSync(FOLDER, { recursive: true });
    mkdirSync(lock);
    writeFileSync(path.join(lock, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

async function take(lock) {
  const givenUpAt = Date.now() + WAIT_LIMIT_MS;
  let looksWithoutHolder = 0;
  while (!tryToTake(lock)) {
    const holder = readHolder(lock);
    looksWithoutHolder = holder ? 0 : looksWithoutHolder + 1;
    if ((holder && !isAlive(holder)) || looksWithoutHolder > LOOKS_WITHOUT_HOLDER) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (Date.now() > givenUpAt) {
      throw new Error(`Process ${holder} has been at it for 15 minutes. Stop it, then try again.`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/**
 * Runs `task` while no other command of this project runs one under the same name. A lock whose holder died is taken over.
 *
 * @param {string} name a file name
 * @param {() => T | Promise<T>} task
 * @returns {Promise<T>}
 * @template T
 */
export async function withLock(name, task) {
  const lock = path.join(FOLDER, `${name}.lock`);
  await take(lock);
  // A task may end the process; the lock must not stay behind for the next command to find.
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await task();
  } finally {
    process.off('exit', release);
    release();
  }
}
