import type { Host } from '../host/host.ts';
import { isOwnNetwork } from '../own-network.ts';
import { Refusal } from './api.ts';

/** As the program wrote it: WeChat compares the text, so `:443` is not the same as no port. */
const ADDRESS = /^(https?):\/\/([^/?#]+)/i;

/**
 * Whether the phone would send something to an address: null when it would. Loopback and private
 * addresses are free, as in development; anything else is https and registered
 * (framework/ability/network.html; errno from framework/usability/PublicErrno.html).
 */
export function refuseAddress(host: Host, url: string): Refusal | null {
  const [origin, scheme, authority] = ADDRESS.exec(url) ?? [];
  if (origin === undefined || scheme === undefined || authority === undefined) {
    return new Refusal('invalid url', { errno: 600009 });
  }
  if (isOwnNetwork(authority)) return null;
  const registered = host.account.domains ?? Object.keys(host.options.hosts);
  if (scheme.toLowerCase() !== 'https') host.ledger.breakRule('request.https', url);
  else if (isRegistered(origin, registered)) return null;
  else {
    const list = registered.join(', ') || 'none';
    host.ledger.breakRule('request.domain', `${url} is not on one of the domains: ${list}`);
  }
  return new Refusal('url not in domain list', { errno: 600002 });
}

function isRegistered(origin: string, registered: readonly string[]): boolean {
  const wanted = origin.toLowerCase();
  return registered.some((domain) => domain.replace(/\/$/, '').toLowerCase() === wanted);
}
