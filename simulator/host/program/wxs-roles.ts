import type { Ledger } from '../../record/ledger.ts';

/** Where a function that a template names comes from, as the compiler writes it. */
export type FunctionPath = readonly unknown[] | null | undefined;

/** First of a path: the function stands in a wxs file, or in the template itself. */
const SCRIPT = 1;
const INLINE_SCRIPT = 2;

/**
 * Refuses a wxs function in a role in which WeChat hands it a ComponentDescriptor: there is none here.
 *
 * @param role as `a handler of tap`
 * @returns false for a function that is not of wxs
 */
export function refuseWxs(ledger: Ledger, path: FunctionPath, role: string): boolean {
  const [kind, file, ...names] = path ?? [];
  if (kind !== SCRIPT && kind !== INLINE_SCRIPT) return false;
  const place = `${String(file)}.${kind === SCRIPT ? 'wxs' : 'wxml'}`;
  const what = `the wxs function ${names.join('.')} as ${role}`;
  ledger.addError('error', 'simulator', `${place}: ${what} is not modelled by the simulator`);
  return true;
}
