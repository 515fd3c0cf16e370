import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All of the Internet's IPv6 is assigned from here; whatever lies outside is mapped, local or for tests. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** An interface that carries an IPv4 address (ISATAP), and so may lead into a private network. */
const isIsatap = (parts: readonly number[]) =>
  ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe;

/** Answers from inside of Azure's network although it belongs to no private range. */
const PUBLIC_BUT_INTERNAL = new Set(['168.63.129.16']);

/** Ranges that a host on the list of allowed ones may stand in. Link-local, where clouds keep secrets, is none. */
const PRIVATE_RANGES = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

/** Whether an IP address is one of the open Internet. Anything that is no plain IP address is not. */
export function isPublicAddress(ip: string): boolean {
  if (isIP(ip) === 0) return false;
  const address = ipaddr.parse(ip);
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv4) return !PUBLIC_BUT_INTERNAL.has(address.toString());
  const isGlobal = address.match(GLOBAL_IPV6 as [ipaddr.IPv6, number]);
  // A zone (`%eth0`) names an interface of this machine.
  return isGlobal && address.zoneId === undefined && !isIsatap(address.parts);
}

/** Whether a host that is explicitly allowed may have this IP address. */
export function isAllowablePrivateAddress(ip: string): boolean {
  return isIP(ip) !== 0 && PRIVATE_RANGES.has(ipaddr.parse(ip).range());
}
