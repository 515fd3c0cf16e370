import type { Host } from '../host/host.ts';
import { describePart } from '../parts/install-parts.ts';
import { noteNotModelled } from './not-modelled.ts';

/** The ways of a function that a schema can name (api/base/wx.canIUse.html). */
const WAYS = ['return', 'success', 'object', 'callback'];

/**
 * wx.canIUse: whether `wx`, or a part, has what the schema names; what the simulator does not know
 * is not there. Parameters of functions are not known, so a question about one is noted.
 */
export function canIUse(host: Host, wx: Record<string, unknown>, schema: unknown): boolean {
  const [first = '', ...rest] = String(schema).split('.');
  if (Object.hasOwn(wx, first)) return hasMember(host, wx[first], rest, String(schema));
  return hasInPart(first, rest);
}

function hasMember(host: Host, member: unknown, rest: string[], schema: string): boolean {
  const [next, parameter] = rest;
  if (next === undefined) return true;
  if (typeof member !== 'function') return Object.hasOwn(member as object, next);
  if (!WAYS.includes(next)) return false;
  if (parameter === undefined) return true;
  noteNotModelled(host, `canIUse of parameters ("${schema}")`);
  return false;
}

function hasInPart(name: string, [attribute, value]: string[]): boolean {
  const part = describePart(name);
  if (!part || attribute === undefined) return part !== undefined;
  const property = attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (!Object.hasOwn(part.properties, property)) return false;
  return value === undefined || (part.values[property]?.includes(value) ?? false);
}
