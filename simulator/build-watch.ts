import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildStamp } from './compile/compile-program.ts';

/**
 * What is known of a build: it is there and at rest, it is being made, or it could not be made. The
 * stamp is another one whenever a file has changed.
 */
export type BuildState =
  | { kind: 'ready'; stamp: string }
  | { kind: 'building' }
  | { kind: 'failed'; message: string };

/** The folder is looked at this often, in ms, and only while somebody listens. */
const LOOK_EVERY = 300;

/**
 * Tells when a build has changed. A folder that is emptied and filled again tells nothing until it
 * has been the same for two looks and holds an app.json.
 */
export class BuildWatch {
  readonly #distDir: string;
  readonly #listeners = new Map<(state: BuildState) => void, () => void>();
  #timer: ReturnType<typeof setInterval> | undefined;
  /** What the builder said, as long as it has not said that it is done. */
  #told: BuildState | null = null;
  #seen = '';
  #state: BuildState;

  constructor(distDir: string) {
    this.#distDir = distDir;
    this.#state = this.#lookAnew();
  }

  /**
   * Tells the present state at once and every later one. `onClose` is called when the watch ends
   * first. Gives the function that ends listening.
   */
  subscribe(listener: (state: BuildState) => void, onClose: () => void): () => void {
    this.#listeners.set(listener, onClose);
    if (this.#timer === undefined) {
      this.#state = this.#lookAnew();
      this.#timer = setInterval(() => this.#check(), LOOK_EVERY);
    }
    listener(this.#told ?? this.#state);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  }

  /** For whoever builds: a round has begun, or failed for the reason given, or is done. */
  tell(news: { kind: 'building' } | { kind: 'failed'; message: string } | { kind: 'built' }): void {
    this.#told = news.kind === 'built' ? null : news;
    this.#emit(this.#told ?? this.#state);
  }

  /** Ends all listening. */
  close(): void {
    this.#stop();
    const ends = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const end of ends) end();
  }

  #check(): void {
    const now = this.#look();
    const atRest = now === this.#seen;
    this.#seen = now;
    if (!atRest) return;
    const same = now === stampOf(this.#state);
    this.#state = toState(now);
    if (!same && this.#told === null) this.#emit(this.#state);
  }

  #lookAnew(): BuildState {
    this.#seen = this.#look();
    return toState(this.#seen);
  }

  /** Empty while there is no program in the folder. */
  #look(): string {
    if (!existsSync(join(this.#distDir, 'app.json'))) return '';
    try {
      return createHash('sha256').update(buildStamp(this.#distDir)).digest('hex').slice(0, 16);
    } catch (error) {
      // A file that was listed is gone: the folder is being written.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
      throw error;
    }
  }

  #emit(state: BuildState): void {
    for (const listener of [...this.#listeners.keys()]) listener(state);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

function toState(stamp: string): BuildState {
  return stamp === '' ? { kind: 'building' } : { kind: 'ready', stamp };
}

function stampOf(state: BuildState): string {
  return state.kind === 'ready' ? state.stamp : '';
}
