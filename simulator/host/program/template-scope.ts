import type { Ledger } from '../../record/ledger.ts';
import { callListener } from './events.ts';
import { toHiddenNames } from './program-scope.ts';
import { TemplateFaults } from './template-faults.ts';
import { type FunctionPath, refuseWxs } from './wxs-roles.ts';

/** Compiled templates by path. */
export type TemplateTable = Record<string, never>;

/** What wxs shares with the scripts: a `Date` of the program's clock, and its console. */
export type WxsNames = { Date: DateConstructor; console: Console };

/** What is left of the language in wxs, which is no JavaScript; compiled templates use it too. */
const LANGUAGE = [
  ...['Object', 'Array', 'String', 'Number', 'Boolean', 'Math', 'JSON', 'Error', 'Symbol'],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite', 'undefined', 'NaN', 'Infinity'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent'],
];

/**
 * Runs the compiled templates, whose code holds the wxs modules too, in a scope without a window.
 *
 * @param templates one JavaScript expression, as `compileTemplates` writes it
 */
export function evaluateTemplates(
  templates: string,
  names: WxsNames,
  ledger: Ledger,
): TemplateTable {
  const faults = new TemplateFaults(ledger);
  const scope = {
    callListener,
    missingTemplate: toMissingTemplate(ledger),
    toObserver: toNoObserver(ledger),
    toModules: faults.toModules,
    toCall: faults.toCall,
    ...names,
    getDate: (...args: []) => new names.Date(...args),
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
  };
  const hidden = toHiddenNames([...LANGUAGE, ...Object.keys(scope)]);
  // Hidden names are parameters without a value.
  const evaluate = new Function(...Object.keys(scope), ...hidden, `return ${templates}`);
  return evaluate(...Object.values(scope)) as TemplateTable;
}

/** Tells once of each template name that a file does not know. */
function toMissingTemplate(ledger: Ledger): (name: unknown, path: string) => void {
  const told = new Set<string>();
  return (name, path) => {
    const key = `${path} ${String(name)}`;
    if (name === undefined || name === '' || told.has(key)) return;
    told.add(key);
    ledger.breakRule('template.missing', `${path}.wxml: template "${String(name)}" is not there`);
  };
}

/** Tells once of each wxs function that observes a property, and has nothing called in its place. */
function toNoObserver(ledger: Ledger): (observer: unknown, path: FunctionPath) => () => void {
  const told = new Set<string>();
  return (_, path) => {
    const key = String(path);
    if (!told.has(key)) refuseWxs(ledger, path, 'an observer of a property');
    told.add(key);
    return () => {};
  };
}
