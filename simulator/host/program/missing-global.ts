/** Lines of the wrapper and of `new Function` above the first line of a script. */
const LINES_ABOVE = 3;

/** Where a script stands in V8's stack: `weapp:///pages/index/index.js:12:34`. */
const PLACE = /weapp:\/\/\/(.+?):(\d+):(\d+)/;

export type LoadedScript = {
  source: string;
  /** The names of a browser that this script has looked at so far, and did not declare itself. */
  read: ReadonlySet<string>;
};

/**
 * Explains an error that came from a name which a mini-program does not have, as
 * `document in app.js:3`; null for every other error. A guard (`typeof document`) throws nothing.
 *
 * V8 names the value itself where it was called (`fetch is not a function`); where a property of it
 * was asked for, the name stands in the source, before the place of the error.
 */
export function findMissingGlobal(
  error: unknown,
  scripts: ReadonlyMap<string, LoadedScript>,
): string | null {
  if (!(error instanceof TypeError || error instanceof ReferenceError)) return null;
  const [, file = '', line = '', column = ''] = PLACE.exec(error.stack ?? '') ?? [];
  const script = scripts.get(file);
  if (!script) return null;
  const number = Number(line) - LINES_ABOVE;
  const text = script.source.split('\n')[number - 1] ?? '';
  const place = `${file}:${number}`;
  if (error instanceof ReferenceError) {
    const unknown = /^([\w$]+) is not defined$/.exec(error.message)?.[1];
    return unknown === undefined ? null : `${unknown} in ${place}`;
  }
  const at = Number(column) - 1;
  const named = [inMessage(error.message), ...inSource(error.message, text, at)];
  const name = named.find((one) => one !== undefined && script.read.has(one));
  return name === undefined ? null : `${name} in ${place}`;
}

/** `URL is not a constructor`, `… of 'location' as it is undefined`. */
function inMessage(message: string): string | undefined {
  const called = /^([\w$]+)[\w$.]* is not (?:a constructor|a function|iterable)/.exec(message);
  return called?.[1] ?? / of '([\w$]+)' as it is undefined/.exec(message)?.[1];
}

/** How far around the place of an error the name is looked for: a built script is one long line. */
const NEAR = 100;

/** The name before `.createElement`, or after `instanceof`, `in` and `extends`. */
function inSource(message: string, text: string, at: number): (string | undefined)[] {
  const near = text.slice(Math.max(0, at - NEAR), at + NEAR);
  const names = (pattern: RegExp) => [...near.matchAll(pattern)].map((match) => match[1]);
  if (/ of undefined \(/.test(message)) {
    const before = /([\w$]+)\s*(?:\.|\[)\s*$/.exec(text.slice(0, at))?.[1];
    const written = message.startsWith('Cannot set') ? names(/([\w$]+)\s*[.[]/g) : [];
    return [before, ...written];
  }
  const asked = /'instanceof'|'in' operator|Class extends value undefined/.test(message);
  return asked ? names(/\b(?:instanceof|in|extends)\s+([\w$]+)/g) : [];
}
