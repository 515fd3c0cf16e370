import { isIP } from 'node:net';
import { fail, type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';
import { type AllowedHosts, isAllowedHost, toPort } from './allowed-hosts.ts';
import { isAllowablePrivateAddress, isPublicAddress } from './public-address.ts';

/**
 * Sites stand at 80 and 443, and many of authorities at 8080 or another high port. Below 1024 are services that are
 * no web sites (mail, files, remote control); these few above it are such services too, and browsers refuse them:
 * https://fetch.spec.whatwg.org/#port-blocking
 */
const LOWEST_OTHER_PORT = 1024;
const NO_WEB_PORTS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669,
  6679, 6697, 10080,
]);

const isWebPort = (port: number) =>
  port === 80 || port === 443 || (port >= LOWEST_OTHER_PORT && !NO_WEB_PORTS.has(port));

/** Names that never belong to a site of the Internet. A name without a dot is looked up in the own network. */
const INTERNAL_NAME =
  /^[^.]+$|(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa|onion|test|invalid|example)$/;

/** The IP address that a host is written as; undefined for a name. */
function toLiteral({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? undefined : bare;
}

/** Whether a host may have an IP address: one of the open Internet, or a private one where the host is allowed. */
export function mayHave(url: URL, ip: string, allowed: AllowedHosts): boolean {
  return isPublicAddress(ip) || (isAllowedHost(url, allowed) && isAllowablePrivateAddress(ip));
}

function checkLiteral(url: URL, ip: string, written: string, allowed: AllowedHosts): Result<URL> {
  if (!mayHave(url, ip, allowed)) return fail(reasons.privateHost(url.host));
  // `0x08.8.8.8`, `134744072`, full-width digits: nobody writes a site's address so in good faith.
  const isPlain = written.toLowerCase().startsWith(`${url.protocol}//${url.host}`);
  return isPlain ? succeed(url) : fail(reasons.oddHost(url.host));
}

/**
 * Whether an address may be fetched, as far as it tells itself: what a name stands for is looked at when it is
 * connected to (`guarded-lookup.ts`).
 *
 * @param written as the editor or the page wrote it, absolute
 */
export function checkAddress(written: string, allowed: AllowedHosts): Result<URL> {
  if (!URL.canParse(written)) return fail(reasons.badAddress);
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return fail(reasons.protocol(url.protocol));
  }
  if (url.username !== '' || url.password !== '') return fail(reasons.credentials);
  const ip = toLiteral(url);
  if (ip !== undefined) {
    const literal = checkLiteral(url, ip, written, allowed);
    if (!literal.ok) return literal;
  } else if (!isAllowedHost(url, allowed)) {
    if (url.hostname.endsWith('.')) return fail(reasons.oddHost(url.host));
    if (INTERNAL_NAME.test(url.hostname)) return fail(reasons.privateHost(url.host));
  }
  if (!isAllowedHost(url, allowed) && !isWebPort(toPort(url))) {
    return fail(reasons.port(toPort(url)));
  }
  url.hash = '';
  return succeed(url);
}
