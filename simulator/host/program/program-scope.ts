/**
 * The names that a program's script can see. WeChat's logic layer is a JavaScript engine without a
 * browser around it: every other name of the window is shadowed.
 */

const LANGUAGE = [
  ...['Object', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Math', 'JSON'],
  ...['Promise', 'Proxy', 'Reflect', 'Map', 'Set', 'WeakMap', 'WeakSet', 'RegExp', 'Date'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError'],
  ...['URIError', 'AggregateError', 'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array'],
  ...['Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'Function'],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite', 'encodeURIComponent', 'encodeURI'],
  ...['decodeURIComponent', 'decodeURI', 'escape', 'unescape'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'console'],
];

/** Part of the language, but properties of the window: handed in, so that they cost no search. */
const LITERALS = ['undefined', 'NaN', 'Infinity'];

/** Hidden even where the window does not list them among its names, as a window of jsdom. */
const ALWAYS_HIDDEN = [
  ...['window', 'self', 'top', 'parent', 'frames', 'document', 'navigator', 'location', 'history'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Headers', 'Request', 'Response'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'crypto', 'performance'],
  ...['URL', 'URLSearchParams', 'Blob', 'File', 'FileReader', 'FormData', 'AbortController'],
  ...['AbortSignal', 'Event', 'EventTarget', 'CustomEvent', 'MessageChannel', 'Worker', 'Image'],
  ...['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'DOMParser', 'Element'],
  ...['TextEncoder', 'TextDecoder', 'Intl', 'WebAssembly', 'queueMicrotask', 'structuredClone'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'alert', 'atob'],
  ...['btoa', 'process', 'Buffer', 'setImmediate', 'clearImmediate', 'weappSimulator'],
  ...['Window', 'Document', 'Node', 'NodeList', 'HTMLElement', 'HTMLInputElement', 'SVGElement'],
  ...['HTMLIFrameElement', 'ShadowRoot', 'DocumentFragment', 'Text', 'Comment', 'Range', 'Storage'],
  ...['MouseEvent', 'KeyboardEvent', 'TouchEvent', 'DOMException', 'CSSStyleDeclaration'],
  ...['customElements', 'getComputedStyle', 'getSelection', 'matchMedia', 'postMessage', 'screen'],
  ...['addEventListener', 'removeEventListener', 'dispatchEvent', 'confirm', 'prompt', 'scrollTo'],
];

export type ProgramScope = {
  names: string[];
  values: unknown[];
  /** The program's own global object. */
  global: Record<string, unknown>;
  /** Names of the window that no script sees. */
  hidden: ReadonlySet<string>;
};

/** Told what a program tried to run as code: `eval`, `new Function` or a timer's text. */
export type CodeFromText = (what: string) => void;

/**
 * Builds the scope of all scripts of a program: the language, and what `provided` adds or replaces.
 * Every other name that the window knows is in `hidden`.
 */
export function createProgramScope(
  provided: Record<string, unknown>,
  onCodeFromText: CodeFromText,
): ProgramScope {
  const global: Record<string, unknown> = {};
  const window = globalThis as unknown as Record<string, unknown>;
  for (const name of LANGUAGE) global[name] = window[name];
  Object.assign(global, {
    setTimeout: checkedTimer('setTimeout', setTimeout, onCodeFromText),
    setInterval: checkedTimer('setInterval', setInterval, onCodeFromText),
    clearTimeout: (id?: number) => clearTimeout(id),
    clearInterval: (id?: number) => clearInterval(id),
    Function: restrictFunction(global, onCodeFromText),
    ...provided,
  });
  const refuseEval = () => refuse('eval', onCodeFromText);
  const scope: Record<string, unknown> = {
    ...Object.fromEntries(LITERALS.map((name) => [name, window[name]])),
    ...global,
    ...{ global, globalThis: global, eval: refuseEval },
  };
  const names = Object.keys(scope);
  return { names, values: Object.values(scope), global, hidden: toHiddenNames(names) };
}

/** Every name of the window but those that are seen. */
export function toHiddenNames(seen: readonly string[]): ReadonlySet<string> {
  const hidden = new Set([...windowNames(), ...ALWAYS_HIDDEN]);
  for (const name of seen) hidden.delete(name);
  return hidden;
}

/**
 * What stands around one script: every hidden name is `undefined` there, and `read` says which of
 * them the script has looked at. A name that the script declares itself never comes here.
 */
export function createShadow(hidden: ReadonlySet<string>): { shadow: object; read: Set<string> } {
  const read = new Set<string>();
  const shadow = Object.create(null) as object;
  for (const name of hidden) {
    let value: unknown;
    Object.defineProperty(shadow, name, {
      get: () => {
        read.add(name);
        return value;
      },
      set: (written: unknown) => {
        value = written;
      },
    });
  }
  return { shadow, read };
}

function windowNames(): string[] {
  const names = new Set<string>();
  let level: object | null = globalThis;
  while (level && level !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(level)) names.add(name);
    level = Object.getPrototypeOf(level) as object | null;
  }
  return [...names].filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
}

/** Only the form that webpack's runtime uses to find the global object works, as on a phone. */
function restrictFunction(global: object, onCodeFromText: CodeFromText): FunctionConstructor {
  const build = (args: unknown[]) => {
    if (args.length === 1 && args[0] === 'return this') return () => global;
    return refuse('new Function', onCodeFromText);
  };
  return new Proxy(Function, {
    apply: (_target, _this, args) => build(args),
    construct: (_target, args) => build(args),
  });
}

function refuse(what: string, onCodeFromText: CodeFromText): never {
  onCodeFromText(what);
  throw new Error(`${what} is not available in a mini-program`);
}

type Timer = (callback: () => void, delay?: number, ...args: unknown[]) => unknown;

function checkedTimer(name: string, timer: Timer, onCodeFromText: CodeFromText): Timer {
  return (callback, delay, ...args) => {
    if (typeof callback === 'string') refuse(`${name} with a text`, onCodeFromText);
    if (typeof callback !== 'function') throw new Error(`${name} takes a function`);
    return timer(callback, delay, ...args);
  };
}
