import { ComponentDefinition, ComponentSpace } from 'glass-easel';
import type { Host } from '../host/host.ts';
import { installParts, partNames } from '../parts/install-parts.ts';
import { noteNotModelled } from './not-modelled.ts';
import { PART_VALUES } from './part-values.ts';

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
  const properties = partProperties().get(name);
  if (!properties || attribute === undefined) return properties !== undefined;
  const property = attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (!properties.has(property)) return false;
  return value === undefined || (PART_VALUES[`${name}.${property}`]?.includes(value) ?? false);
}

let known: Map<string, Set<string>> | undefined;

/** Names of the properties of every part, in camelCase, as the parts define them. */
function partProperties(): Map<string, Set<string>> {
  if (known) return known;
  const space = new ComponentSpace();
  known = new Map();
  installParts(space);
  for (const name of partNames()) {
    const part = space.getGlobalUsingComponent(name);
    if (!(part instanceof ComponentDefinition)) continue;
    part.prepare();
    known.set(name, new Set(part.behavior.listProperties()));
  }
  return known;
}
