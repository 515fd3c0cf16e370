import type { Host } from '../host/host.ts';

let current: Host | null = null;

/** Tells the parts which phone they are on; one a window. */
export function setPartHost(host: Host): void {
  current = host;
}

export function partHost(): Host {
  if (!current) throw new Error('a part was used before the phone was started');
  return current;
}
