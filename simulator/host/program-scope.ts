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
];

export type ProgramScope = {
  names: string[];
  values: unknown[];
  /** The program's own global object. */
  global: Record<string, unknown>;
};

/**
 * Builds the scope of all scripts of a program: the language, what `provided` adds or replaces,
 * and `undefined` under every other name that the window knows.
 */
export function createProgramScope(provided: Record<string, unknown>): ProgramScope {
  const global: Record<string, unknown> = {};
  const window = globalThis as unknown as Record<string, unknown>;
  for (const name of LANGUAGE) global[name] = window[name];
  Object.assign(global, {
    setTimeout: checkedTimer('setTimeout', setTimeout),
    setInterval: checkedTimer('setInterval', setInterval),
    clearTimeout: (id?: number) => clearTimeout(id),
    clearInterval: (id?: number) => clearInterval(id),
    Function: restrictFunction(global),
    ...provided,
  });
  const scope: Record<string, unknown> = {};
  for (const name of [...windowNames(), ...ALWAYS_HIDDEN]) scope[name] = undefined;
  Object.assign(scope, global, { global, globalThis: global, eval: forbidden('eval') });
  return { names: Object.keys(scope), values: Object.values(scope), global };
}

function windowNames(): string[] {
  const names = new Set<string>();
  let level: object | null = globalThis;
  while (level && level !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(level)) names.add(name);
    level = Object.getPrototypeOf(level) as object | null;
  }
  for (const name of LITERALS) names.delete(name);
  return [...names].filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
}

/** Only the form that webpack's runtime uses to find the global object works, as on a phone. */
function restrictFunction(global: object): FunctionConstructor {
  const build = (args: unknown[]) => {
    if (args.length === 1 && args[0] === 'return this') return () => global;
    throw new Error('new Function is not available in a mini-program');
  };
  return new Proxy(Function, {
    apply: (_target, _this, args) => build(args),
    construct: (_target, args) => build(args),
  });
}

function forbidden(name: string): () => never {
  return () => {
    throw new Error(`${name} is not available in a mini-program`);
  };
}

type Timer = (callback: () => void, delay?: number, ...args: unknown[]) => unknown;

function checkedTimer(name: string, timer: Timer): Timer {
  return (callback, delay, ...args) => {
    if (typeof callback !== 'function') throw new Error(`${name} takes a function, no text`);
    return timer(callback, delay, ...args);
  };
}
