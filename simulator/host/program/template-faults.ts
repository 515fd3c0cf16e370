import type { Ledger } from '../../record/ledger.ts';

type Call = (...args: unknown[]) => unknown;
/** Defines a wxs module by the name of its file, or by `page#m` in a template; gives what loads it. */
type DefineModule = (name: string, body: unknown) => () => unknown;

const NO_WXS = 'an expression of a template can call only functions of wxs modules';

/**
 * What goes wrong in expressions and in wxs modules. It is told once with its place, and the rest of the
 * page shows: the code that WeChat's wcc writes catches it too, and goes on with `undefined`.
 */
export class TemplateFaults {
  readonly #ledger: Ledger;
  readonly #told = new Set<string>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /**
   * Guards every function that an expression of a template calls, `name` where it is known. WeChat calls
   * none as a method.
   */
  readonly toCall =
    (path: string) =>
    (callee: unknown, name = ''): Call => {
      const place = `${path}.wxml: ${name}()`;
      if (typeof callee !== 'function') return () => this.#tell(`${place} is not there: ${NO_WXS}`);
      return (...args) => {
        try {
          return (callee as Call)(...args);
        } catch (error) {
          const reason = isBuiltIn(callee) ? `${textOf(error)}: ${NO_WXS}` : textOf(error);
          return this.#tell(`${place}: ${reason}`, error);
        }
      };
    };

  /** Guards the first run of every wxs module. */
  readonly toModules =
    (define: DefineModule): DefineModule =>
    (name, body) => {
      const load = define(name, body);
      return () => {
        try {
          return load();
        } catch (error) {
          return this.#tell(`${toPlace(name)}: ${textOf(error)}`, error);
        }
      };
    };

  #tell(message: string, cause?: unknown): undefined {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    const stack = cause instanceof Error ? cause.stack : undefined;
    this.#ledger.addError('error', 'program', { message, stack });
  }
}

function isBuiltIn(callee: object): boolean {
  return /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(callee));
}

/** `page#m` → `page.wxml: wxs module m`. */
function toPlace(module: string): string {
  const [path, name] = module.split('#');
  return name === undefined ? `${path}.wxs` : `${path}.wxml: wxs module ${name}`;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
