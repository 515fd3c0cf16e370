import { buildStamp, compileProgram } from './compile/compile-program.ts';
import type { Program } from './program.ts';

/** Compiles a build when it is first asked for, and again whenever one of its files has changed. */
export class ProgramCache {
  readonly #distDir: string;
  #stamp = '';
  #program: Program | null = null;

  constructor(distDir: string) {
    this.#distDir = distDir;
  }

  /** Throws, with what to do, when the folder holds no build. */
  current(): Program {
    const stamp = buildStamp(this.#distDir);
    if (!this.#program || stamp !== this.#stamp) {
      this.#program = compileProgram(this.#distDir);
      this.#stamp = stamp;
    }
    return this.#program;
  }
}
