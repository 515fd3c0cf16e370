/** A lock between commands of this project, on Node's own modules. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive, toStartTime } from './processes.mjs';

const FOLDER = fileURLToPath(new URL('../.cache', import.meta.url));
const WAIT_LIMIT_MS = 15 * 60_000;
const LOOK_AGAIN_MS = 500;
/** A holder writes its number right after taking the lock; one that hasn't after so many looks died in between. */
const LOOKS_WITHOUT_HOLDER = 5;

/** `NUMBER START` of the process that holds the lock; undefined while it isn't written yet. */
function readHolder(lock) {
  try {
    return readFileSync(path.join(lock, 'holder'), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const toHolder = (pid) => `${pid} ${toStartTime(pid)}`;
const toPid = (holder) => Number.parseInt(holder, 10);

function hasDied(holder) {
  const pid = toPid(holder);
  return !isAlive(pid) || toHolder(pid) !== holder;
}

/** Takes a dead holder's lock away, unless another command did so in between and holds it now. */
function bury(lock, holder) {
  const grave = `${lock}-${process.pid}`;
  try {
    renameSync(lock, grave);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (readHolder(grave) === holder) rmSync(grave, { recursive: true, force: true });
  else renameSync(grave, lock);
}

function tryToTake(lock) {
  try {
    mkdirSync(FOLDER, { recursive: true });
    mkdirSync(lock);
    writeFileSync(path.join(lock, 'holder'), toHolder(process.pid));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

async function take(lock) {
  const givenUpAt = Date.now() + WAIT_LIMIT_MS;
  let looks = 0;
  while (!tryToTake(lock)) {
    const holder = readHolder(lock);
    looks += 1;
    if (holder ? hasDied(holder) : looks > LOOKS_WITHOUT_HOLDER) {
      bury(lock, holder);
      continue;
    }
    if (holder && looks === 1) console.log(`› Waiting for process ${toPid(holder)} …`);
    if (Date.now() > givenUpAt) {
      throw new Error(
        `Process ${toPid(holder ?? '')} has been at it for 15 minutes. Stop it, then try again.`,
      );
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
