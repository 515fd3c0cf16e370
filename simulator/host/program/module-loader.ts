import type { Ledger } from '../../record/ledger.ts';
import { resolvePath } from '../resolve-path.ts';
import { findMissingGlobal, type LoadedScript } from './missing-global.ts';
import { createProgramScope, createShadow, type ProgramScope } from './program-scope.ts';

type ModuleRecord = { exports: unknown };
type ModuleBody = (
  require: (id: string) => unknown,
  module: ModuleRecord,
  exports: unknown,
) => void;

/** Name of the parameter that holds the hidden names; nothing in a script is called so. */
const SHADOW = '__hidden_names__';

/** Runs a program's scripts as WeChat does: one CommonJS module a file, each run once. */
export class ModuleLoader {
  readonly #scripts: Record<string, string>;
  readonly #scope: ProgramScope;
  readonly #modules = new Map<string, ModuleRecord>();
  readonly #loaded = new Map<string, LoadedScript>();

  constructor(scripts: Record<string, string>, provided: Record<string, unknown>, ledger: Ledger) {
    this.#scripts = scripts;
    this.#scope = createProgramScope(provided, (what) => ledger.breakRule('language.eval', what));
    ledger.explain = (error) => {
      const missing = findMissingGlobal(error, this.#loaded);
      return missing === null ? null : { rule: 'language.global', detail: missing };
    };
  }

  /** Runs a script unless it has run, and gives its exports. */
  run(file: string): unknown {
    const known = this.#modules.get(file);
    if (known) return known.exports;
    const source = this.#scripts[file];
    if (source === undefined) throw new Error(`${file} is not part of the build`);
    const module: ModuleRecord = { exports: {} };
    this.#modules.set(file, module);
    const require = (id: string) => this.run(this.#resolve(id, file));
    this.#compile(file, source)(require, module, module.exports);
    return module.exports;
  }

  #resolve(id: string, from: string): string {
    const path = resolvePath(id, from);
    for (const file of [path, `${path}.js`, `${path}/index.js`]) {
      if (this.#scripts[file] !== undefined) return file;
    }
    const name = path.replace(/(?:\.js)?$/, '.js');
    throw new Error(`module '${name}' is not defined, required by ${from} as '${id}'`);
  }

  /**
   * The outer function is sloppy because it needs `with` and a parameter named `eval`; the script
   * itself is strict, as WeChat's tools make it, so that a bare `this` leads to no window. What the
   * language has is a parameter inside of `with`: only names beyond it are looked up there.
   */
  #compile(file: string, source: string): ModuleBody {
    const { names, values, hidden } = this.#scope;
    const { shadow, read } = createShadow(hidden);
    this.#loaded.set(file, { source, read });
    const outer = new Function(
      SHADOW,
      `with (${SHADOW}) return function (${names.join(', ')}) { ` +
        'return function (require, module, exports) { "use strict";\n' +
        `${source}\n} }\n//# sourceURL=weapp:///${file}`,
    ) as (shadow: object) => (...values: unknown[]) => ModuleBody;
    return outer(shadow)(...values);
  }
}
