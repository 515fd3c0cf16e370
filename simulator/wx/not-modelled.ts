import type { Host } from '../host/host.ts';

/** Notes that the program used something that the simulator lacks; gives the words that say so. */
export function noteNotModelled(host: Host, what: string): string {
  const message = `wx.${what} is not modelled by the simulator`;
  host.ledger.breakRule('call.unknown', message);
  return message;
}

/** A call of something that the simulator lacks: it stands in the ledger and throws. */
export function notModelled(host: Host, name: string): never {
  const message = noteNotModelled(host, name);
  const entry = host.ledger.addCall(name, []);
  host.ledger.end(entry, 'threw', message);
  throw new Error(message);
}

/** One function that fails by its name for each of the names. */
export function toNotModelled(
  host: Host,
  names: readonly string[],
  prefix = '',
): Record<string, () => never> {
  return Object.fromEntries(names.map((name) => [name, () => notModelled(host, prefix + name)]));
}
