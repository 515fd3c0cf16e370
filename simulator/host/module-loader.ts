import { createProgramScope, type ProgramScope } from './program-scope.ts';

type ModuleRecord = { exports: unknown };
type ModuleBody = (
  require: (id: string) => unknown,
  module: ModuleRecord,
  exports: unknown,
) => void;

/** Runs a program's scripts as WeChat does: one CommonJS module a file, each run once. */
export class ModuleLoader {
  readonly #scripts: Record<string, string>;
  readonly #scope: ProgramScope;
  readonly #loaded = new Map<string, ModuleRecord>();

  constructor(scripts: Record<string, string>, provided: Record<string, unknown>) {
    this.#scripts = scripts;
    this.#scope = createProgramScope(provided);
  }

  /** Runs a script unless it has run, and gives its exports. */
  run(file: string): unknown {
    const known = this.#loaded.get(file);
    if (known) return known.exports;
    const source = this.#scripts[file];
    if (source === undefined) throw new Error(`${file} is not part of the build`);
    const module: ModuleRecord = { exports: {} };
    this.#loaded.set(file, module);
    const require = (id: string) => this.run(this.#resolve(id, file));
    this.#compile(file, source)(require, module, module.exports);
    return module.exports;
  }

  #resolve(id: string, from: string): string {
    const parts = id.startsWith('/') ? [] : from.split('/').slice(0, -1);
    for (const part of id.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    const path = parts.join('/');
    for (const file of [path, `${path}.js`, `${path}/index.js`]) {
      if (this.#scripts[file] !== undefined) return file;
    }
    throw new Error(`module '${path}.js' is not defined, required by ${from} as '${id}'`);
  }

  /**
   * The outer function is sloppy because it has a parameter named `eval`; the script itself is
   * strict, as WeChat's tools make it, so that a bare `this` leads to no window.
   */
  #compile(file: string, source: string): ModuleBody {
    const outer = new Function(
      ...this.#scope.names,
      'return function (require, module, exports) { "use strict";' +
        `${source}\n}\n//# sourceURL=weapp:///${file}`,
    ) as (...values: unknown[]) => ModuleBody;
    return outer(...this.#scope.values);
  }
}
