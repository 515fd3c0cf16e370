import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Name → all of its IP addresses; throws the system's error when there are none. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true });

/** The `code` of the error with which a connection to a refused address ends. */
export const REFUSED_ADDRESS = 'EREFUSEDADDRESS';

async function resolveChecked(
  hostname: string,
  resolve: Resolve,
  mayConnect: (ip: string) => boolean,
): Promise<readonly ResolvedAddress[]> {
  const found = await resolve(hostname);
  // One bad address among good ones is a trick, or a mistake that would show only now and then.
  if (found.length > 0 && found.every(({ address }) => mayConnect(address))) return found;
  const code = found.length > 0 ? REFUSED_ADDRESS : 'ENOTFOUND';
  throw Object.assign(new Error(code), { code });
}

/**
 * What a connection asks for the addresses of its host: they are checked here and handed on, so that the address
 * that was checked is the one that is connected to. A name whose answer changes from one question to the next (DNS
 * rebinding) gains nothing by it, since nobody asks twice.
 */
export function toGuardedLookup(
  resolve: Resolve,
  mayConnect: (ip: string) => boolean,
): LookupFunction {
  return (hostname, options, done) => {
    resolveChecked(hostname, resolve, mayConnect).then(
      (found) => {
        if (options.all === true) {
          done(null, [...found]);
          return;
        }
        const [first] = found as [ResolvedAddress];
        done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
}
